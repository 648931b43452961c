/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sync"

#include "config.h"

#include "sb-feed-digest.h"

#include <string.h>

#include "sb-date.h"
#include "sb-html.h"

/* In characters: of the lead of a document, and of a title made of its text. */
#define LEAD_LENGTH  300
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
  g_free (draft->lead);
  g_free (draft->day);
  g_clear_pointer (&draft->blocks, g_ptr_array_unref);
  g_free (draft->text_hash);
  g_clear_pointer (&draft->original, g_bytes_unref);
  g_free (draft);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbFeedDraft, draft_free)

/* @text on one line, cut behind a word to @length characters at most; NULL when
 * nothing is left. */
static char *
shorten (const char *text,
         glong length)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_auto (GStrv) words = g_strsplit_set (text, " \t\r\n", -1);
  glong n_chars = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (words[i][0] == '\0')
        continue;

      n_chars += g_utf8_strlen (words[i], -1) + (line->len > 0 ? 1 : 0);
      if (n_chars > length)
        {
          g_string_append (line, "…");
          break;
        }
      g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", words[i]);
    }

  return line->len > 0 ? g_string_free (g_steal_pointer (&line), FALSE) : NULL;
}

/* The first paragraph of @blocks, shortened; NULL when there is none. */
static char *
make_lead (GPtrArray *blocks,
           glong length)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      SbBlock *block = g_ptr_array_index (blocks, i);

      if (sb_block_get_kind (block) == SB_BLOCK_PARAGRAPH && sb_block_get_text (block)[0] != '\0')
        return shorten (sb_block_get_text (block), length);
    }

  return NULL;
}

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
  return shorten (text, LEAD_LENGTH);
}

/* What an item says, as one word. */
static char *
make_fingerprint (SbParsedItem *item,
                  SbFeedDraft *draft)
{
  const char *id = sb_parsed_item_get_id (item);
  g_autofree char *text = g_strjoin ("\n", id != NULL ? id : "", draft->url != NULL ? draft->url : "", draft->title,
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

  title = make_lead (draft->blocks, TITLE_LENGTH);
  for (guint i = 0; title == NULL && i < G_N_ELEMENTS (candidates); i++)
    title = g_strdup (candidates[i]);

  return title != NULL ? title : g_strdup ("—");
}

/* Takes the text out of the HTML of @item. */
static void
read_text (SbFeedDraft *draft,
           SbParsedItem *item)
{
  const char *html = sb_parsed_item_get_text (item);
  const char *link = sb_parsed_item_get_link (item);
  g_autoptr (SbExtraction) extraction = NULL;
  g_autofree char *text = NULL;

  if (html == NULL)
    html = sb_parsed_item_get_summary (item);

  if (html != NULL)
    {
      draft->original = g_bytes_new (html, strlen (html));
      extraction = sb_html_extract_fragment (
        html, sb_parsed_item_get_base (item) != NULL ? sb_parsed_item_get_base (item) : link, NULL);
    }

  if (extraction != NULL)
    {
      draft->blocks = g_ptr_array_ref (sb_extraction_get_blocks (extraction));
      draft->n_words = sb_extraction_count_words (extraction);
      draft->language = g_strdup (sb_extraction_get_language (extraction));
    }
  else
    draft->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_block_unref);

  text = sb_blocks_join (draft->blocks);
  draft->text_hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

static SbFeedDraft *
draft_new (SbParsedItem *item,
           const SbParsedFeed *feed)
{
  SbFeedDraft *draft = g_new0 (SbFeedDraft, 1);
  SbFeedTime date = sb_parsed_item_get_date (item);

  read_text (draft, item);
  draft->title = make_title (item, draft, feed);
  draft->url = g_strdup (sb_parsed_item_get_link (item));
  draft->byline = g_strdup (sb_parsed_item_get_author (item));
  if (sb_parsed_item_get_language (item) != NULL)
    {
      g_free (draft->language);
      draft->language = g_strdup (sb_parsed_item_get_language (item));
    }
  draft->lead = read_summary (item);
  if (draft->lead == NULL)
    draft->lead = make_lead (draft->blocks, LEAD_LENGTH);
  if ((date.flags & SB_FEED_TIME_KNOWN) != 0)
    draft->day = sb_day_to_string (sb_day_from_time (date.seconds));

  return draft;
}

SbFeedDigest *
sb_feed_digest_new (GBytes *bytes,
                    const char *url,
                    const char *content_type,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (SbFeedDigest) self = NULL;
  g_autoptr (SbParsedFeed) feed = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_return_val_if_fail (bytes != NULL, NULL);

  feed = sb_feed_parse (bytes, url, content_type, error);
  if (feed == NULL)
    return NULL;

  self = g_new0 (SbFeedDigest, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->drafts = g_ptr_array_new_with_free_func (draft_free);
  self->feed = g_steal_pointer (&feed);
  for (guint i = 0; i < sb_parsed_feed_get_n_items (self->feed); i++)
    {
      g_autoptr (SbFeedDraft) draft = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;

      draft = draft_new (sb_parsed_feed_get_item (self->feed, i), self->feed);
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
