/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sync"

#include "config.h"

#include "sb-feed-intake.h"

#include "sb-article-intake.h"
#include "sb-attachments.h"
#include "sb-clock.h"
#include "sb-document.h"
#include "sb-feed-lookup.h"
#include "sb-feed-schedule.h"
#include "sb-feeds-error.h"
#include "sb-record-builder.h"
#include "sb-text.h"

/* One feed on its way into the catalogue. */
typedef struct
{
  SbStore *store;
  SbRecord *feed; /* as it is stored */
  SbChangeSet *changes;
  SbRef *source; /* (nullable) */
  SbFeedOutcome *outcome;
  gint64 now;
  GPtrArray *wanted; /* (element-type SbFeedDraft) whose page is to be fetched */
} Intake;

/* Fields that a reader sees, but for the lead. */
static gboolean
has_same_fields (SbRecord *document,
                 const SbFeedDraft *draft)
{
  SbDate *date = sb_record_get_date (document, SB_DOCUMENT_DATE);

  return g_strcmp0 (sb_record_get_text (document, SB_DOCUMENT_TITLE), draft->title) == 0 &&
         g_strcmp0 (sb_record_get_text (document, SB_DOCUMENT_URL), draft->url) == 0 &&
         g_strcmp0 (sb_record_get_text (document, SB_DOCUMENT_BYLINE), draft->byline) == 0 &&
         g_strcmp0 (date != NULL ? sb_date_get_edtf (date) : NULL, draft->day) == 0 &&
         sb_attachments_has_enclosures (document, draft->item);
}

/* The lead that was told from the HTML, or that of the text: which of the two is stored
 * depends on when. To tell the latter takes time. */
static gboolean
has_same_lead (SbRecord *document,
               SbFeedDraft *draft)
{
  const char *lead = sb_record_get_text (document, SB_DOCUMENT_LEAD);

  if (g_strcmp0 (lead, draft->opening) == 0)
    return TRUE;

  sb_feed_draft_read (draft);
  return g_strcmp0 (lead, draft->lead) == 0;
}

/* Whether the feed says what it said when @document was stored: the same HTML has the
 * same text, and that of another one is compared. */
static gboolean
says_the_same (SbRecord *document,
               const SbArticle *article,
               SbFeedDraft *draft)
{
  const char *text_hash = article != NULL ? article->text_hash : sb_record_get_text (document, SB_DOCUMENT_TEXT_HASH);

  if (!has_same_fields (document, draft))
    return FALSE;

  if (article == NULL && draft->hash != NULL && g_strcmp0 (sb_record_get_text (document, SB_DOCUMENT_HASH), draft->hash) == 0)
    return !sb_feed_draft_has_summary (draft) || has_same_lead (document, draft);

  sb_feed_draft_read (draft);
  return g_strcmp0 (text_hash, draft->text_hash) == 0 && has_same_lead (document, draft);
}

/* The document of @draft: in this feed by its entry, or brought in by another
 * feed or a file under the same address and title. Many entries of one feed may
 * share an address, so that alone does not tell. */
static SbRecord *
find_document (Intake *self,
               const SbFeedDraft *draft,
               gboolean *is_foreign,
               GError **error)
{
  gint64 feed = sb_record_get_id (self->feed);
  g_autoptr (SbRecord) document = sb_store_find_document (self->store, feed, draft->entry, draft->url, error);
  SbRef *owner = sb_record_get_ref (document, SB_DOCUMENT_FEED);
  g_autofree char *title = NULL;
  g_autofree char *other_title = NULL;

  *is_foreign = FALSE;
  if (document == NULL)
    return NULL;

  if (owner != NULL && sb_ref_get_id (owner) == feed)
    {
      if (g_strcmp0 (sb_record_get_text (document, SB_DOCUMENT_ENTRY), draft->entry) == 0)
        return g_steal_pointer (&document);
      return NULL;
    }

  title = sb_fold (draft->title);
  other_title = sb_fold (sb_record_get_text (document, SB_DOCUMENT_TITLE));
  *is_foreign = g_str_equal (title, other_title);
  return *is_foreign ? g_steal_pointer (&document) : NULL;
}

static SbRecord *
make_document (Intake *self,
               const SbFeedDraft *draft,
               SbRecord *stored,
               gboolean has_article)
{
  gboolean is_read = draft->blocks != NULL;
  g_autoptr (SbRecordBuilder) builder =
    stored != NULL ? sb_record_builder_new_from (stored) : sb_record_builder_new (&sb_document_schema);
  g_autoptr (SbDate) date = draft->day != NULL ? sb_date_new (draft->day, NULL) : NULL;
  g_autoptr (SbRef) feed = sb_record_dup_ref (self->feed);

  sb_record_builder_set_text (builder, SB_DOCUMENT_TITLE, draft->title);
  sb_record_builder_set_text (builder, SB_DOCUMENT_BYLINE, draft->byline);
  sb_record_builder_set_text (builder, SB_DOCUMENT_URL, draft->url);
  sb_record_builder_set_text (builder, SB_DOCUMENT_ENTRY, draft->entry);
  sb_record_builder_set_text (builder, SB_DOCUMENT_LANGUAGE, draft->language);
  sb_record_builder_set_text (builder, SB_DOCUMENT_LEAD, is_read ? draft->lead : draft->opening);
  sb_record_builder_set_date (builder, SB_DOCUMENT_DATE, date);
  if (!is_read)
    sb_record_builder_set_text (builder, SB_DOCUMENT_HASH, draft->hash);
  else if (!has_article)
    sb_record_builder_set_integer (builder, SB_DOCUMENT_WORDS, draft->n_words);
  sb_record_builder_set_text (builder, SB_DOCUMENT_MEDIA_TYPE, "text/html");
  sb_record_builder_set_ref (builder, SB_DOCUMENT_FEED, feed);
  sb_record_builder_set_time (builder, SB_DOCUMENT_FETCHED, self->now);
  sb_attachments_set_enclosures (builder, draft->item);
  if (stored == NULL)
    {
      sb_record_builder_set_ref (builder, SB_DOCUMENT_SOURCE, self->source);
      sb_record_builder_set_term (builder, SB_DOCUMENT_KIND, SB_DOCUMENT_KIND_ARTICLE);
    }

  return sb_record_builder_end (g_steal_pointer (&builder));
}

static gboolean
take_draft (Intake *self,
            SbFeedDraft *draft,
            GError **error)
{
  g_autoptr (GError) failure = NULL;
  gboolean is_foreign;
  g_autoptr (SbRecord) stored = find_document (self, draft, &is_foreign, &failure);
  g_autoptr (SbArticle) article = NULL;
  g_autoptr (SbRecord) document = NULL;
  gboolean wants_page = sb_record_get_boolean (self->feed, SB_FEED_FULL_TEXT);
  gboolean has_article;

  if (failure == NULL && stored != NULL)
    article = sb_store_get_article (self->store, sb_record_get_id (stored), &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  if (is_foreign || (stored != NULL && says_the_same (stored, article, draft)))
    return TRUE;

  /* Only of what is new does the text wait. What has changed is one unit with it, and
   * a page is compared with it. */
  if (stored != NULL || wants_page)
    sb_feed_draft_read (draft);

  /* The text of the page stays until the page was fetched again. */
  has_article = sb_article_is_taken (article, stored);
  document = make_document (self, draft, stored, has_article);
  if (has_article)
    sb_change_set_put (self->changes, document);
  else if (draft->blocks != NULL)
    sb_change_set_put_document (self->changes, document, draft->blocks, draft->original);
  else
    sb_change_set_put_waiting_document (self->changes, document, draft->original, sb_feed_draft_get_base (draft));
  if (draft->url != NULL && (has_article || wants_page))
    g_ptr_array_add (self->wanted, (gpointer) draft);
  if (stored == NULL)
    self->outcome->n_new++;
  else
    self->outcome->n_updated++;
  return TRUE;
}

static SbFeedState
state_of_error (const GError *error)
{
  switch (error->code)
    {
    case SB_FEEDS_ERROR_REFUSED:
    case SB_FEEDS_ERROR_RATE_LIMITED:
      return SB_FEED_STATE_REFUSED;
    case SB_FEEDS_ERROR_GONE:
      return SB_FEED_STATE_GONE;
    case SB_FEEDS_ERROR_EMPTY:
      return SB_FEED_STATE_EMPTY;
    default:
      return SB_FEED_STATE_FAILED;
    }
}

static void
note_error (SbFeedOutcome *outcome,
            const GError *error)
{
  outcome->state = state_of_error (error);
  outcome->error_code = g_strdup (error->domain == SB_FEEDS_ERROR ? sb_feeds_error_get_name (error->code) : "failed");
  outcome->error_message = g_strdup (error->message);
}

/* A feed that breaks off is taken as far as it goes, and said to break off. */
static void
note_damage (SbFeedOutcome *outcome,
             const SbParsedFeed *feed)
{
  if ((sb_parsed_feed_get_damage (feed) & SB_FEED_DAMAGE_TRUNCATED) == 0)
    return;

  outcome->error_code = g_strdup (sb_feeds_error_get_name (SB_FEEDS_ERROR_INCOMPLETE));
  outcome->error_message = g_strdup_printf ("The feed breaks off at line %u", sb_parsed_feed_get_damage_line (feed));
}

static gboolean
take_digest (Intake *self,
             SbFeedDigest *digest,
             GError **error)
{
  GPtrArray *drafts = sb_feed_digest_get_drafts (digest);
  SbFeedOutcome *outcome = self->outcome;

  for (guint i = 0; i < drafts->len; i++)
    if (!take_draft (self, g_ptr_array_index (drafts, i), error))
      return FALSE;

  if (drafts->len == 0)
    outcome->state = SB_FEED_STATE_EMPTY;
  else if (outcome->n_new + outcome->n_updated > 0)
    outcome->state = SB_FEED_STATE_UPDATED;
  else
    outcome->state = SB_FEED_STATE_UNCHANGED;

  note_damage (outcome, sb_feed_digest_get_feed (digest));
  return TRUE;
}

/* What the feed says of itself, where nobody has said otherwise. */
static void
describe_feed (SbRecordBuilder *builder,
               SbRecord *feed,
               SbFeedDigest *digest)
{
  const SbParsedFeed *parsed = sb_feed_digest_get_feed (digest);
  const char *title = sb_record_get_text (feed, SB_FEED_TITLE);

  if (title == NULL || g_strcmp0 (title, sb_record_get_text (feed, SB_FEED_URL)) == 0)
    sb_record_builder_set_text (builder, SB_FEED_TITLE, sb_parsed_feed_get_title (parsed));
  if (!sb_record_has (feed, SB_FEED_HOME))
    sb_record_builder_set_text (builder, SB_FEED_HOME, sb_parsed_feed_get_link (parsed));
}

/* A feed that has moved is asked at its new address, unless another feed of the
 * catalogue is there already. */
static gboolean
move_feed (Intake *self,
           SbRecordBuilder *builder,
           const char *url,
           GError **error)
{
  gint64 other;

  /* The address of a service is what it is known by, not what is fetched. */
  if (sb_record_get_term (self->feed, SB_FEED_KIND, SB_FEED_KIND_FEED) != SB_FEED_KIND_FEED)
    return TRUE;
  if (url == NULL || g_strcmp0 (url, sb_record_get_text (self->feed, SB_FEED_URL)) == 0)
    return TRUE;

  if (!sb_feed_find_by_url (self->store, url, &other, error))
    return FALSE;

  if (other == 0)
    sb_record_builder_set_text (builder, SB_FEED_URL, url);
  return TRUE;
}

static gboolean
is_good (SbFeedState state)
{
  return state == SB_FEED_STATE_UPDATED || state == SB_FEED_STATE_UNCHANGED;
}

/* How the feed stands after this attempt, and when the next one is. What is the
 * fault of this machine is not counted against the feed. */
static void
note_attempt (Intake *self,
              SbRecordBuilder *builder,
              SbFetchResult *fetch)
{
  const SbFeedOutcome *outcome = self->outcome;
  SbFeedHint hint = {
    .failures = (guint) sb_record_get_integer (self->feed, SB_FEED_FAILURES, 0),
    .is_offline = g_error_matches (sb_fetch_result_get_error (fetch), SB_FEEDS_ERROR, SB_FEEDS_ERROR_OFFLINE),
    .retry_after = sb_fetch_result_get_retry_after (fetch),
  };

  if (is_good (outcome->state) || outcome->state == SB_FEED_STATE_EMPTY)
    {
      hint.failures = 0;
      hint.fresh_until = sb_fetch_result_get_fresh_until (fetch);
    }
  else if (!hint.is_offline)
    hint.failures++;

  sb_record_builder_set_term (builder, SB_FEED_STATE, outcome->state);
  sb_record_builder_set_time (builder, SB_FEED_LAST_ATTEMPT, self->now);
  sb_record_builder_set_integer (builder, SB_FEED_FAILURES, hint.failures);
  sb_record_builder_set_text (builder, SB_FEED_ERROR_CODE, outcome->error_code);
  sb_record_builder_set_text (builder, SB_FEED_ERROR_MESSAGE, outcome->error_message);
  sb_record_builder_set_time (builder, SB_FEED_NEXT_DUE, sb_feed_next_due (self->feed, self->now, &hint));
  if (is_good (outcome->state))
    sb_record_builder_set_time (builder, SB_FEED_LAST_GOOD, self->now);

  /* Who withdrew it for good is not asked again, unless the user does and finds
   * it there. */
  if (outcome->state == SB_FEED_STATE_GONE)
    sb_record_builder_set_boolean (builder, SB_FEED_PAUSED, TRUE);
  else if (is_good (outcome->state) && sb_record_get_term (self->feed, SB_FEED_STATE, SB_FEED_STATE_NEW) == SB_FEED_STATE_GONE)
    sb_record_builder_set_boolean (builder, SB_FEED_PAUSED, FALSE);
}

static SbRecord *
make_feed (Intake *self,
           SbFetchResult *fetch,
           SbFeedDigest *digest,
           GError **error)
{
  g_autoptr (SbRecordBuilder) builder = sb_record_builder_new_from (self->feed);
  const SbFeedOutcome *outcome = self->outcome;

  note_attempt (self, builder, fetch);
  sb_record_builder_set_ref (builder, SB_FEED_SOURCE, self->source);
  if (digest != NULL)
    describe_feed (builder, self->feed, digest);
  /* An answer that was not whole must come again. */
  if (is_good (outcome->state) && outcome->error_code == NULL)
    {
      sb_record_builder_set_text (builder, SB_FEED_ETAG, sb_fetch_result_get_etag (fetch));
      sb_record_builder_set_text (builder, SB_FEED_LAST_MODIFIED, sb_fetch_result_get_last_modified (fetch));
    }
  if (is_good (outcome->state) && !move_feed (self, builder, sb_fetch_result_get_moved_to (fetch), error))
    return NULL;

  return sb_record_builder_end (g_steal_pointer (&builder));
}

static SbFeedOutcome *
outcome_new (SbRecord *feed,
             SbFetchResult *fetch)
{
  SbFeedOutcome *outcome = sb_feed_outcome_new ();

  outcome->feed = sb_record_get_id (feed);
  outcome->kind = (SbFeedKind) sb_record_get_term (feed, SB_FEED_KIND, SB_FEED_KIND_FEED);
  outcome->url = g_strdup (sb_record_get_text (feed, SB_FEED_URL));
  outcome->n_bytes = sb_fetch_result_get_n_bytes (fetch);
  outcome->duration = sb_fetch_result_get_duration (fetch);
  outcome->state = SB_FEED_STATE_UNCHANGED;
  return outcome;
}

/* Writes what the answer holds into the change set and the outcome. */
static gboolean
take_answer (Intake *self,
             SbFetchResult *fetch,
             SbFeedDigest *digest,
             const GError *unread,
             GError **error)
{
  if (sb_fetch_result_get_error (fetch) != NULL)
    note_error (self->outcome, sb_fetch_result_get_error (fetch));
  else if (unread != NULL)
    note_error (self->outcome, unread);
  else if (digest != NULL)
    return take_digest (self, digest, error);

  return TRUE;
}

/* What came or changed has its page fetched, where the feed says so. */
static gboolean
await_articles (Intake *self,
                GError **error)
{
  for (guint i = 0; i < self->wanted->len; i++)
    {
      const SbFeedDraft *draft = g_ptr_array_index (self->wanted, i);
      g_autoptr (GError) failure = NULL;
      g_autoptr (SbRecord) document =
        sb_store_find_document (self->store, sb_record_get_id (self->feed), draft->entry, draft->url, &failure);

      if (failure == NULL && document != NULL)
        sb_article_await (self->store, sb_record_get_id (document), draft->text_hash,
                          sb_record_get_boolean (self->feed, SB_FEED_FULL_TEXT), &failure);
      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
    }

  return TRUE;
}

SbFeedOutcome *
sb_feed_intake (SbStore *store,
                gint64 feed,
                SbFetchResult *fetch,
                SbFeedDigest *digest,
                const GError *unread,
                GError **error)
{
  g_autoptr (SbRecord) stored = NULL;
  g_autoptr (SbRecord) changed = NULL;
  g_autoptr (SbChangeSet) changes = sb_change_set_new (NULL);
  g_autoptr (SbFeedOutcome) outcome = NULL;
  g_autoptr (SbRef) source = NULL;
  g_autoptr (GPtrArray) wanted = g_ptr_array_new ();
  Intake self = { .store = store, .changes = changes, .now = sb_clock_now (), .wanted = wanted };
  const char *title;

  g_return_val_if_fail (SB_IS_STORE (store), NULL);
  g_return_val_if_fail (fetch != NULL, NULL);

  stored = sb_store_get (store, SB_KIND_FEED, feed, error);
  if (stored == NULL)
    return NULL;

  outcome = outcome_new (stored, fetch);
  self.feed = stored;
  self.outcome = outcome;
  if (!sb_feed_find_source (store, stored, digest, changes, &source, error))
    return NULL;

  self.source = source;
  if (!take_answer (&self, fetch, digest, unread, error))
    return NULL;

  changed = make_feed (&self, fetch, digest, error);
  if (changed == NULL)
    return NULL;

  title = sb_record_get_title (changed, SB_LANGUAGE_FR);
  outcome->title = g_strdup (title[0] != '\0' ? title : sb_record_get_text (changed, SB_FEED_URL));
  sb_change_set_put (changes, changed);
  if (sb_store_apply (store, changes, error) < 0 || !await_articles (&self, error))
    return NULL;

  return g_steal_pointer (&outcome);
}
