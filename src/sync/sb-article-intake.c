/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sync"

#include "config.h"

#include "sb-article-intake.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sb-block.h"
#include "sb-captures.h"
#include "sb-clock.h"
#include "sb-document-error.h"
#include "sb-document-reader.h"
#include "sb-document.h"
#include "sb-error-text.h"
#include "sb-feed-lookup.h"
#include "sb-feed-schedule.h"
#include "sb-feed.h"
#include "sb-feeds-error.h"
#include "sb-page-access.h"
#include "sb-record-builder.h"
#include "sb-translate.h"

/* What is shorter is a teaser or a caption (words). */
#define MIN_WORDS 40

/* After so many failures in a row the summary is left. */
#define MAX_FAILURES 8

/* Why the text of the feed was left, beside the errors of the fetcher. */
static const struct
{
  const char *code;
  const char *sentence;
} reasons[] = {
  { "locked", N_ ("The page is for subscribers, or asks to sign in: the summary stays.") },
  { "no-text", N_ ("The page holds no article: the summary stays.") },
  { "not-longer", N_ ("The page holds no more than the summary, which stays.") },
};

void
sb_page_draft_free (SbPageDraft *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->fetch, sb_fetch_result_unref);
  g_clear_pointer (&self->extraction, sb_extraction_unref);
  g_free (self);
}

void
sb_article_wanted_free (SbArticleWanted *self)
{
  if (self == NULL)
    return;

  g_free (self->url);
  g_free (self->feed_url);
  g_free (self);
}

SbPageDraft *
sb_page_draft_new (SbFetchResult *fetch,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (SbPageDraft) self = g_new0 (SbPageDraft, 1);
  g_autoptr (GError) unread = NULL;
  GBytes *body;

  g_return_val_if_fail (fetch != NULL, NULL);

  body = sb_fetch_result_get_body (fetch);
  self->fetch = sb_fetch_result_ref (fetch);
  if (body == NULL)
    return g_steal_pointer (&self);

  self->is_locked = sb_page_is_for_subscribers (body) || sb_address_is_sign_in (sb_fetch_result_get_url (fetch));
  self->extraction = sb_extract (body, sb_fetch_result_get_content_type (fetch), sb_fetch_result_get_url (fetch),
                                 SB_EXTRACT_ARTICLE, cancellable, &unread);
  if (g_error_matches (unread, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&unread));
      return NULL;
    }

  return g_steal_pointer (&self);
}

static SbArticleWanted *
wanted_new (SbStore *store,
            gint64 id,
            GError **error)
{
  g_autoptr (SbRecord) document = sb_store_get (store, SB_KIND_DOCUMENT, id, error);
  SbRef *feed_ref = document != NULL ? sb_record_get_ref (document, SB_DOCUMENT_FEED) : NULL;
  g_autoptr (SbRecord) feed = feed_ref != NULL ? sb_store_get (store, SB_KIND_FEED, sb_ref_get_id (feed_ref), error) : NULL;
  SbArticleWanted *wanted;

  if (feed == NULL || !sb_record_has (document, SB_DOCUMENT_URL))
    return NULL;

  wanted = g_new0 (SbArticleWanted, 1);
  wanted->document = id;
  wanted->feed = sb_record_get_id (feed);
  wanted->url = g_strdup (sb_record_get_text (document, SB_DOCUMENT_URL));
  wanted->feed_url = g_strdup (sb_record_get_text (feed, SB_FEED_URL));
  return wanted;
}

GPtrArray *
sb_article_list_wanted (SbStore *store,
                        gint64 now,
                        guint limit,
                        GError **error)
{
  g_autoptr (GArray) due = sb_store_list_articles_due (store, now, limit, error);
  g_autoptr (GPtrArray) wanted = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_article_wanted_free);

  if (due == NULL)
    return NULL;

  for (guint i = 0; i < due->len; i++)
    {
      g_autoptr (GError) failure = NULL;
      SbArticleWanted *one = wanted_new (store, g_array_index (due, gint64, i), &failure);

      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return NULL;
        }
      if (one != NULL)
        g_ptr_array_add (wanted, one);
    }

  return g_steal_pointer (&wanted);
}

gboolean
sb_article_is_taken (const SbArticle *self,
                     SbRecord *document)
{
  return self != NULL && g_strcmp0 (sb_record_get_text (document, SB_DOCUMENT_TEXT_HASH), self->text_hash) != 0;
}

gboolean
sb_article_await (SbStore *store,
                  gint64 document,
                  const char *text_hash,
                  gboolean wants_page,
                  GError **error)
{
  const SbArticle article = {
    .state = wants_page ? SB_ARTICLE_WAITING : SB_ARTICLE_TAKEN,
    .text_hash = (char *) text_hash,
  };

  return sb_store_put_article (store, document, &article, error);
}

/* Why the text of the page is not taken; NULL when it is. One that was taken before
 * is read anew, whatever its length. */
static const char *
find_fault (SbPageDraft *page,
            SbRecord *document,
            const SbArticle *article)
{
  guint n_words = page->extraction != NULL ? sb_extraction_count_words (page->extraction) : 0;

  if (page->is_locked)
    return "locked";
  if (n_words < MIN_WORDS)
    return "no-text";

  if (sb_article_is_taken (article, document))
    return NULL;

  return n_words <= sb_record_get_integer (document, SB_DOCUMENT_WORDS, 0) ? "not-longer" : NULL;
}

/* @label: (nullable) of the unit of work, when the user asked for it. */
static gboolean
store_page (SbStore *store,
            SbRecord *document,
            SbPageDraft *page,
            gboolean takes_text,
            const char *label,
            GError **error)
{
  SbRecordBuilder *builder = sb_record_builder_new_from (document);
  g_autoptr (SbChangeSet) changes = sb_change_set_new (label);
  GBytes *body = sb_fetch_result_get_body (page->fetch);
  g_autoptr (SbRecord) changed = NULL;

  sb_capture_add (builder, document, page->fetch);
  if (takes_text)
    {
      sb_record_builder_set_integer (builder, SB_DOCUMENT_WORDS, sb_extraction_count_words (page->extraction));
      if (!sb_record_has (document, SB_DOCUMENT_BYLINE))
        sb_record_builder_set_text (builder, SB_DOCUMENT_BYLINE, sb_extraction_get_byline (page->extraction));
      if (!sb_record_has (document, SB_DOCUMENT_LANGUAGE))
        sb_record_builder_set_text (builder, SB_DOCUMENT_LANGUAGE, sb_extraction_get_language (page->extraction));
    }

  changed = sb_record_builder_end (builder);
  if (takes_text)
    sb_change_set_put_document (changes, changed, sb_extraction_get_blocks (page->extraction), body);
  else
    sb_change_set_put (changes, changed);

  return sb_store_keep_bytes (store, body, error) && sb_store_apply (store, changes, error) >= 0;
}

/* A fetch that failed is tried again as the feed would be, but not for ever. */
static void
note_failure (SbStore *store,
              SbRecord *document,
              SbArticle *article,
              SbFetchResult *fetch)
{
  const GError *fault = sb_fetch_result_get_error (fetch);
  SbFeedHint hint = {
    .is_offline = g_error_matches (fault, SB_FEEDS_ERROR, SB_FEEDS_ERROR_OFFLINE),
    .retry_after = sb_fetch_result_get_retry_after (fetch),
  };
  SbRef *ref = sb_record_get_ref (document, SB_DOCUMENT_FEED);
  g_autoptr (SbRecord) feed = ref != NULL ? sb_store_get (store, SB_KIND_FEED, sb_ref_get_id (ref), NULL) : NULL;

  article->failures++;
  hint.failures = article->failures;
  g_free (article->code);
  article->code = g_strdup (sb_feeds_error_get_name (fault->code));
  g_free (article->message);
  article->message = g_strdup (fault->message);
  if (!sb_feeds_error_may_pass (fault->code) || article->failures >= MAX_FAILURES || feed == NULL)
    article->state = SB_ARTICLE_LEFT;
  else
    article->next_due = sb_feed_next_due (feed, sb_clock_now (), &hint);
}

static gboolean
take_page (SbStore *store,
           SbRecord *document,
           SbArticle *article,
           SbPageDraft *page,
           const char *label,
           GError **error)
{
  const char *fault = find_fault (page, document, article);

  article->failures = 0;
  article->state = fault == NULL ? SB_ARTICLE_TAKEN : SB_ARTICLE_LEFT;
  g_free (article->code);
  article->code = g_strdup (fault);
  g_clear_pointer (&article->message, g_free);
  return store_page (store, document, page, fault == NULL, label, error);
}

SbArticle *
sb_article_intake (SbStore *store,
                   gint64 document,
                   SbPageDraft *page,
                   GError **error)
{
  g_autoptr (SbStoreHold) hold = NULL;
  g_autoptr (GError) failure = NULL;
  g_autoptr (SbRecord) stored = NULL;
  g_autoptr (SbArticle) article = NULL;

  g_return_val_if_fail (SB_IS_STORE (store) && page != NULL, NULL);

  hold = sb_store_hold (store, error);
  if (hold == NULL)
    return NULL;

  stored = sb_store_get (store, SB_KIND_DOCUMENT, document, &failure);
  article = failure == NULL ? sb_store_get_article (store, document, &failure) : NULL;
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  if (stored == NULL || article == NULL)
    return NULL;

  if (sb_fetch_result_get_body (page->fetch) == NULL)
    note_failure (store, stored, article, page->fetch);
  else if (!take_page (store, stored, article, page, NULL, error))
    return NULL;

  return sb_store_put_article (store, document, article, error) && sb_store_hold_commit (hold, error) ? g_steal_pointer (&article) : NULL;
}

/* A page that was asked for, as a document. */
static SbRecord *
make_document (SbStore *store,
               SbRecord *stored,
               SbPageDraft *page,
               SbChangeSet *changes,
               GError **error)
{
  g_autoptr (SbRecordBuilder) builder =
    stored != NULL ? sb_record_builder_new_from (stored) : sb_record_builder_new (&sb_document_schema);
  SbExtraction *extraction = page->extraction;
  const char *url = sb_fetch_result_get_url (page->fetch);
  const char *title = sb_extraction_get_title (extraction);
  const char *site = sb_extraction_get_site (extraction);
  const char *date = sb_extraction_get_date (extraction);
  g_autofree char *day = date != NULL ? g_strndup (date, strlen ("YYYY-MM-DD")) : NULL;
  g_autoptr (SbDate) parsed = day != NULL ? sb_date_new (day, NULL) : NULL;
  g_autoptr (SbRef) source = NULL;

  sb_capture_add (builder, stored, page->fetch);
  sb_record_builder_set_integer (builder, SB_DOCUMENT_WORDS, sb_extraction_count_words (extraction));
  sb_record_builder_set_time (builder, SB_DOCUMENT_FETCHED, sb_clock_now ());
  if (stored != NULL)
    return sb_record_builder_end (g_steal_pointer (&builder));

  if (site != NULL && !(source = sb_source_find_or_add (store, site, url, changes, error)))
    return NULL;

  sb_record_builder_set_text (builder, SB_DOCUMENT_TITLE, title != NULL ? title : url);
  sb_record_builder_set_text (builder, SB_DOCUMENT_URL, url);
  sb_record_builder_set_text (builder, SB_DOCUMENT_BYLINE, sb_extraction_get_byline (extraction));
  sb_record_builder_set_text (builder, SB_DOCUMENT_LANGUAGE, sb_extraction_get_language (extraction));
  sb_record_builder_set_text (builder, SB_DOCUMENT_LEAD, sb_extraction_get_lead (extraction));
  sb_record_builder_set_text (builder, SB_DOCUMENT_MEDIA_TYPE, "text/html");
  sb_record_builder_set_date (builder, SB_DOCUMENT_DATE, parsed);
  sb_record_builder_set_term (builder, SB_DOCUMENT_KIND, SB_DOCUMENT_KIND_ARTICLE);
  sb_record_builder_set_ref (builder, SB_DOCUMENT_SOURCE, source);
  if (sb_extraction_get_n_pages (extraction) > 0)
    sb_record_builder_set_integer (builder, SB_DOCUMENT_PAGES, sb_extraction_get_n_pages (extraction));
  return sb_record_builder_end (g_steal_pointer (&builder));
}

/* The hash of the text that a feed has of @document, whose page was never asked for: it
 * may not have been taken out yet. */
static char *
dup_text_hash (SbStore *store,
               SbRecord *document,
               GError **error)
{
  const char *known = sb_record_get_text (document, SB_DOCUMENT_TEXT_HASH);
  g_autoptr (GPtrArray) blocks = NULL;
  g_autofree char *text = NULL;

  if (known != NULL)
    return g_strdup (known);

  blocks = sb_store_get_blocks (store, sb_record_get_id (document), error);
  if (blocks == NULL)
    return NULL;

  text = sb_blocks_join (blocks);
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

/* The page of an entry of a feed, which was asked for by hand: as one that its feed has
 * fetched. Else the next sync would put the summary back. */
static gboolean
capture_entry (SbStore *store,
               SbRecord *document,
               SbPageDraft *page,
               GError **error)
{
  gint64 id = sb_record_get_id (document);
  g_autoptr (GError) failure = NULL;
  g_autoptr (SbArticle) article = sb_store_get_article (store, id, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  if (article == NULL)
    {
      article = g_new0 (SbArticle, 1);
      article->text_hash = dup_text_hash (store, document, error);
      if (article->text_hash == NULL)
        return FALSE;
    }

  return take_page (store, document, article, page, _ ("Capture a page"), error) && sb_store_put_article (store, id, article, error);
}

gint64
sb_capture_intake (SbStore *store,
                   SbPageDraft *page,
                   GError **error)
{
  g_autoptr (SbChangeSet) changes = sb_change_set_new (_ ("Capture a page"));
  g_autoptr (SbStoreHold) hold = NULL;
  g_autoptr (GError) failure = NULL;
  g_autoptr (SbRecord) stored = NULL;
  g_autoptr (SbRecord) document = NULL;
  g_autoptr (SbRecord) now = NULL;
  GBytes *body;

  g_return_val_if_fail (SB_IS_STORE (store) && page != NULL, 0);

  body = sb_fetch_result_get_body (page->fetch);
  if (body == NULL)
    {
      g_propagate_error (error, g_error_copy (sb_fetch_result_get_error (page->fetch)));
      return 0;
    }
  if (page->extraction == NULL || sb_extraction_count_words (page->extraction) == 0)
    {
      g_set_error (error, SB_DOCUMENT_ERROR, SB_DOCUMENT_ERROR_EMPTY, "%s: there is no text", sb_fetch_result_get_url (page->fetch));
      return 0;
    }

  hold = sb_store_hold (store, error);
  if (hold == NULL)
    return 0;
  stored = sb_store_find_document (store, 0, NULL, sb_fetch_result_get_url (page->fetch), &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return 0;
    }

  if (stored != NULL && sb_record_has (stored, SB_DOCUMENT_FEED))
    return capture_entry (store, stored, page, error) && sb_store_hold_commit (hold, error) ? sb_record_get_id (stored) : 0;

  document = make_document (store, stored, page, changes, error);
  if (document == NULL)
    return 0;

  sb_change_set_put_document (changes, document, sb_extraction_get_blocks (page->extraction), body);
  if (sb_store_apply (store, changes, error) < 0)
    return 0;

  now = sb_store_get_by_uuid (store, SB_KIND_DOCUMENT, sb_record_get_uuid (document), error);
  return now != NULL && sb_store_hold_commit (hold, error) ? sb_record_get_id (now) : 0;
}

char *
sb_article_dup_reason (const SbArticle *self,
                       SbLanguage language)
{
  SbFeedsError code;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->code == NULL)
    return self->state == SB_ARTICLE_WAITING ? g_strdup (sb_translate (language, "The page was not fetched yet.")) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (g_str_equal (reasons[i].code, self->code))
      return g_strdup (sb_translate (language, reasons[i].sentence));

  if (sb_feeds_error_find (self->code, &code))
    {
      g_autoptr (GError) error =
        g_error_new_literal (SB_FEEDS_ERROR, (int) code, self->message != NULL ? self->message : self->code);

      return sb_error_text (error, language);
    }

  return g_strdup (self->message != NULL ? self->message : self->code);
}
