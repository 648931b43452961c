/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sync"

#include "config.h"

#include "sb-feed-digest.h"

#include <string.h>

#include "sb-date.h"
#include "sb-feed-lead.h"
#include "sb-html.h"

/* In characters, of a title made of the text. */
#define TITLE_LENGTH 90

struct _SbFeedDigest
{
  gatomicrefcount ref_count;
  SbParsedFeed *feed; /* (owned) */
  GPtrArray *drafts; /* (owned) (element-type SbFeedDraft) */
};

G_DEFINE_BOXED_TYPE (SbFeedDigest, sb_feed_digest, sb_feed_digest_ref, sb_feed_digest_unref)

static void
draft_free (gpointer data)
{
  SbFeedDraft *draft = data;

  g_free (draft->entry);
  g_free (draft->url);
  g_free (draft->title);
  g_free (draft->byline);
  g_free (draft->language);
  g_free (draft->opening);
  g_free (draft->day);
  g_clear_pointer (&draft->original, g_bytes_unref);
  g_free (draft->hash);
  g_clear_pointer (&draft->item, sb_parsed_item_unref);
  g_clear_pointer (&draft->blocks, g_ptr_array_unref);
  g_free (draft->text_hash);
  g_free (draft->lead);
  g_free (draft);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbFeedDraft, draft_free)

/* The summary of an item beside its text, without markup. */
static char *
read_summary (SbParsedItem *item)
{
  const char *summary = sb_parsed_item_get_summary (item);
  g_autoptr (SbExtraction) extraction = NULL;
  g_autofree char *text = NULL;

  if (summary == NULL || sb_parsed_item_get_text (item) == NULL)
    return NULL;

  extraction = sb_html_extract_fragment (summary, sb_parsed_item_get_base (item), NULL);
  if (extraction == NULL)
    return NULL;

  text = sb_extraction_dup_text (extraction);
  return sb_feed_lead_shorten (text, SB_FEED_LEAD_LENGTH);
}

/* What an item says, as one word. */
static char *
make_fingerprint (SbParsedItem *item,
                  SbFeedDraft *draft)
{
  const char *id = sb_parsed_item_get_id (item);
  g_autofree char *text = NULL;

  sb_feed_draft_read (draft);
  text = g_strjoin ("\n", id != NULL ? id : "", draft->url != NULL ? draft->url : "", draft->title,
                    draft->day != NULL ? draft->day : "", draft->text_hash, NULL);
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

/* What tells an item from the others of its feed, also when the feed gives it
 * no identifier, or gives the same one to several. NULL for an item that was
 * @seen. */
static char *
make_entry (SbParsedItem *item,
            SbFeedDraft *draft,
            GHashTable *seen)
{
  const char *id = sb_parsed_item_get_id (item);
  g_autofree char *fingerprint = NULL;

  if (id != NULL && !g_hash_table_contains (seen, id))
    {
      g_hash_table_add (seen, g_strdup (id));
      /* The same item may come again, under its identifier. */
      if (draft->blocks != NULL)
        g_hash_table_add (seen, make_fingerprint (item, draft));
      return g_strdup (id);
    }

  fingerprint = make_fingerprint (item, draft);
  if (g_hash_table_contains (seen, fingerprint))
    return NULL;

  g_hash_table_add (seen, g_strdup (fingerprint));
  return g_steal_pointer (&fingerprint);
}

static char *
make_title (SbParsedItem *item,
            SbFeedDraft *draft,
            const SbParsedFeed *feed)
{
  const char *const candidates[] = { sb_parsed_item_get_link (item), sb_parsed_feed_get_title (feed),
                                     sb_parsed_item_get_id (item) };
  char *title;

  if (sb_parsed_item_get_title (item) != NULL)
    return g_strdup (sb_parsed_item_get_title (item));

  sb_feed_draft_read (draft);
  title = sb_feed_lead_of_blocks (draft->blocks, TITLE_LENGTH);
  for (guint i = 0; title == NULL && i < G_N_ELEMENTS (candidates); i++)
    title = g_strdup (candidates[i]);

  return title != NULL ? title : g_strdup ("—");
}

/* The HTML that the text of @item is in; NULL when there is none. */
static const char *
get_html (SbParsedItem *item)
{
  const char *html = sb_parsed_item_get_text (item);

  return html != NULL ? html : sb_parsed_item_get_summary (item);
}

gboolean
sb_feed_draft_has_summary (const SbFeedDraft *self)
{
  return sb_parsed_item_get_summary (self->item) != NULL && sb_parsed_item_get_text (self->item) != NULL;
}

const char *
sb_feed_draft_get_base (const SbFeedDraft *self)
{
  const char *base = sb_parsed_item_get_base (self->item);

  return base != NULL ? base : sb_parsed_item_get_link (self->item);
}

void
sb_feed_draft_read (SbFeedDraft *self)
{
  const char *html = get_html (self->item);
  g_autoptr (SbExtraction) extraction = NULL;
  g_autofree char *text = NULL;

  if (self->blocks != NULL)
    return;

  if (html != NULL)
    extraction = sb_html_extract_fragment (html, sb_feed_draft_get_base (self), NULL);
  if (extraction != NULL)
    {
      self->blocks = g_ptr_array_ref (sb_extraction_get_blocks (extraction));
      self->n_words = sb_extraction_count_words (extraction);
      if (self->language == NULL)
        self->language = g_strdup (sb_extraction_get_language (extraction));
    }
  else
    self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_block_unref);

  text = sb_blocks_join (self->blocks);
  self->text_hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  self->lead = read_summary (self->item);
  if (self->lead == NULL)
    self->lead = sb_feed_lead_of_blocks (self->blocks, SB_FEED_LEAD_LENGTH);
}

/* The HTML of the feed as bytes, which are not copied. */
static void
take_original (SbFeedDraft *draft)
{
  const char *html = get_html (draft->item);

  if (html == NULL)
    return;

  draft->original = g_bytes_new_with_free_func (html, strlen (html), (GDestroyNotify) sb_parsed_item_unref,
                                                sb_parsed_item_ref (draft->item));
  draft->hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, draft->original);
}

/* The summary beside the text is the lead, else the beginning of the text. */
static char *
make_opening (SbParsedItem *item)
{
  const char *summary = sb_parsed_item_get_summary (item);
  const char *html = get_html (item);
  char *opening = NULL;

  if (summary != NULL && summary != html)
    opening = sb_feed_lead_of_html (summary, SB_HTML_ALL);

  return opening != NULL || html == NULL ? opening : sb_feed_lead_of_html (html, SB_HTML_PARAGRAPH);
}

static SbFeedDraft *
draft_new (SbParsedItem *item,
           const SbParsedFeed *feed,
           gboolean reads_text)
{
  SbFeedDraft *draft = g_new0 (SbFeedDraft, 1);
  SbFeedTime date = sb_parsed_item_get_date (item);

  draft->item = sb_parsed_item_ref (item);
  draft->language = g_strdup (sb_parsed_item_get_language (item));
  draft->opening = make_opening (item);
  take_original (draft);
  if (reads_text || draft->original == NULL)
    sb_feed_draft_read (draft);

  draft->title = make_title (item, draft, feed);
  draft->url = g_strdup (sb_parsed_item_get_link (item));
  draft->byline = g_strdup (sb_parsed_item_get_author (item));
  if ((date.flags & SB_FEED_TIME_KNOWN) != 0)
    draft->day = sb_day_to_string (sb_day_from_time (date.seconds));

  return draft;
}

/* Whether the identifiers that @feed gives do tell its items apart: else what they say
 * has to. */
static gboolean
has_clear_ids (const SbParsedFeed *feed)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < sb_parsed_feed_get_n_items (feed); i++)
    {
      const char *id = sb_parsed_item_get_id (sb_parsed_feed_get_item (feed, i));

      if (id == NULL || !g_hash_table_add (seen, (gpointer) id))
        return FALSE;
    }

  return TRUE;
}

SbFeedDigest *
sb_feed_digest_new (GBytes *bytes,
                    const char *url,
                    const char *content_type,
                    SbFeedDigestFlags flags,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (SbFeedDigest) self = NULL;
  g_autoptr (SbParsedFeed) feed = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean reads_text;

  g_return_val_if_fail (bytes != NULL, NULL);

  feed = sb_feed_parse (bytes, url, content_type, error);
  if (feed == NULL)
    return NULL;

  self = g_new0 (SbFeedDigest, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->drafts = g_ptr_array_new_with_free_func (draft_free);
  self->feed = g_steal_pointer (&feed);
  reads_text = (flags & SB_FEED_DIGEST_LATER) == 0 || !has_clear_ids (self->feed);
  for (guint i = 0; i < sb_parsed_feed_get_n_items (self->feed); i++)
    {
      g_autoptr (SbFeedDraft) draft = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;

      draft = draft_new (sb_parsed_feed_get_item (self->feed, i), self->feed, reads_text);
      draft->entry = make_entry (sb_parsed_feed_get_item (self->feed, i), draft, seen);
      if (draft->entry != NULL)
        g_ptr_array_add (self->drafts, g_steal_pointer (&draft));
    }

  return g_steal_pointer (&self);
}

SbFeedDigest *
sb_feed_digest_ref (SbFeedDigest *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
sb_feed_digest_unref (SbFeedDigest *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->feed, sb_parsed_feed_unref);
  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  g_free (self);
}

const SbParsedFeed *
sb_feed_digest_get_feed (const SbFeedDigest *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->feed;
}

GPtrArray *
sb_feed_digest_get_drafts (const SbFeedDigest *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->drafts;
}
