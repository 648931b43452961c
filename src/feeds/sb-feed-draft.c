/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-feeds"

#include "config.h"

#include "sb-feed-draft.h"

#include "sb-feed-date.h"
#include "sb-html-text.h"

#include <math.h>
#include <string.h>

/* More of these on one item than any feed means. */
#define MAX_ENTRIES 500

/* The most items that are read of a feed. */
#define MAX_ITEMS 20000

static void
enclosure_clear (gpointer data)
{
  SbFeedEnclosure *enclosure = data;

  g_free (enclosure->url);
  g_free (enclosure->type);
}

SbFeedDraft *
sb_feed_draft_new (void)
{
  SbFeedDraft *self = g_new0 (SbFeedDraft, 1);

  self->authors = g_ptr_array_new_with_free_func (g_free);
  self->categories = g_ptr_array_new_with_free_func (g_free);
  self->enclosures = g_array_new (FALSE, FALSE, sizeof (SbFeedEnclosure));
  g_array_set_clear_func (self->enclosures, enclosure_clear);

  return self;
}

void
sb_feed_draft_free (SbFeedDraft *self)
{
  for (guint i = 0; i < SB_FEED_N_FIELDS; i++)
    g_free (self->fields[i]);
  g_ptr_array_unref (self->authors);
  g_ptr_array_unref (self->categories);
  g_array_unref (self->enclosures);
  g_free (self);
}

SbFeedDraft *
sb_feed_drafts_add_item (SbFeedDrafts *self)
{
  SbFeedDraft *item;

  self->full = self->items->len >= MAX_ITEMS;
  if (self->full)
    return NULL;

  item = sb_feed_draft_new ();
  g_ptr_array_add (self->items, item);
  return item;
}

void
sb_feed_draft_take (SbFeedDraft *self,
                    SbFeedField field,
                    SbFeedRank rank,
                    char *value)
{
  g_autofree char *owned = value;

  if (owned == NULL || rank <= self->ranks[field])
    return;
  if (*g_strstrip (owned) == '\0')
    return;

  g_free (self->fields[field]);
  self->fields[field] = g_steal_pointer (&owned);
  self->ranks[field] = rank;
}

void
sb_feed_draft_set_time (SbFeedDraft *self,
                        SbFeedTimeField field,
                        SbFeedRank rank,
                        const char *text)
{
  SbFeedTime time;

  if (text == NULL || rank <= self->time_ranks[field])
    return;

  time = sb_feed_date_parse (text);
  if (time.flags == 0)
    return;
  self->times[field] = time;
  self->time_ranks[field] = rank;
}

static gboolean
is_mail_address (const char *text)
{
  const char *at = strchr (text, '@');

  return at != NULL && at != text && strpbrk (text, " \t") == NULL && strchr (at, '.') != NULL;
}

/* "mail (name)", "name (mail)", "name <mail>", "mailto:mail": the name, or else
 * the mail. */
static char *
read_person (const char *text)
{
  g_autofree char *line = sb_html_to_line (text, SB_HTML_USUAL_TAGS);
  char *open;
  char *close;

  if (line == NULL)
    return NULL;
  if (g_str_has_prefix (line, "mailto:"))
    return g_strdup (line + strlen ("mailto:"));

  open = strpbrk (line, "(<");
  close = open != NULL ? strchr (open, *open == '(' ? ')' : '>') : NULL;
  if (close == NULL || close == open + 1)
    return g_steal_pointer (&line);

  *open = *close = '\0';
  g_strstrip (line);
  if (is_mail_address (line))
    return g_strstrip (g_strdup (open + 1));
  if (*line == '\0' || !is_mail_address (open + 1))
    {
      if (*line == '\0')
        return g_strstrip (g_strdup (open + 1));
      /* The brackets are part of the name. */
      return sb_html_to_line (text, SB_HTML_USUAL_TAGS);
    }

  return g_steal_pointer (&line);
}

void
sb_feed_draft_add_author (SbFeedDraft *self,
                          SbFeedRank rank,
                          const char *text)
{
  g_autofree char *person = text != NULL ? read_person (text) : NULL;

  if (person == NULL || *person == '\0' || rank < self->author_rank || self->authors->len >= MAX_ENTRIES)
    return;

  if (rank > self->author_rank)
    g_ptr_array_set_size (self->authors, 0);
  self->author_rank = rank;
  if (!g_ptr_array_find_with_equal_func (self->authors, person, g_str_equal, NULL))
    g_ptr_array_add (self->authors, g_steal_pointer (&person));
}

char *
sb_feed_draft_dup_author (const SbFeedDraft *self)
{
  const char *separator = ", ";
  g_autoptr (GString) joined = NULL;

  if (self->authors->len == 0)
    return NULL;

  for (guint i = 0; i < self->authors->len; i++)
    {
      if (strchr (g_ptr_array_index (self->authors, i), ',') != NULL)
        separator = "; ";
    }
  joined = g_string_new (g_ptr_array_index (self->authors, 0));
  for (guint i = 1; i < self->authors->len; i++)
    {
      g_string_append (joined, separator);
      g_string_append (joined, g_ptr_array_index (self->authors, i));
    }

  return g_string_free (g_steal_pointer (&joined), FALSE);
}

void
sb_feed_draft_add_category (SbFeedDraft *self,
                            const char *text)
{
  g_autofree char *line = text != NULL ? sb_html_to_line (text, SB_HTML_USUAL_TAGS) : NULL;

  if (line == NULL || self->categories->len >= MAX_ENTRIES)
    return;
  if (!g_ptr_array_find_with_equal_func (self->categories, line, g_str_equal, NULL))
    g_ptr_array_add (self->categories, g_steal_pointer (&line));
}

void
sb_feed_draft_add_enclosure (SbFeedDraft *self,
                             char *url,
                             const char *type,
                             const char *length)
{
  g_autofree char *owned = url;
  SbFeedEnclosure enclosure = { NULL, NULL, -1 };
  gint64 bytes = 0;

  if (owned == NULL || self->enclosures->len >= MAX_ENTRIES)
    return;
  for (guint i = 0; i < self->enclosures->len; i++)
    {
      if (g_str_equal (g_array_index (self->enclosures, SbFeedEnclosure, i).url, owned))
        return;
    }

  enclosure.url = g_steal_pointer (&owned);
  enclosure.type = type != NULL && *type != '\0' ? g_strstrip (g_strdup (type)) : NULL;
  if (length != NULL && g_ascii_string_to_signed (length, 10, 0, G_MAXINT64, &bytes, NULL))
    enclosure.length = bytes;
  g_array_append_val (self->enclosures, enclosure);
}

void
sb_feed_draft_set_position (SbFeedDraft *self,
                            SbFeedPositionKind kind,
                            double latitude,
                            double longitude)
{
  gboolean better = self->position.kind == SB_FEED_POSITION_NONE ||
                    (self->position.kind == SB_FEED_POSITION_AREA && kind == SB_FEED_POSITION_POINT);

  if (!better || !isfinite (latitude) || !isfinite (longitude) || fabs (latitude) > 90 ||
      fabs (longitude) > 180)
    return;

  self->position.kind = kind;
  self->position.latitude = latitude;
  self->position.longitude = longitude;
}
