/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-reader-text-private.h"

/* Where something was found; in characters. */
typedef struct
{
  int start;
  int end;
} Match;

#define NO_MATCH ((Match) { -1, -1 })

guint
sb_reader_text_find (SbReaderText *self,
                     const char *text,
                     gboolean backwards)
{
  GtkTextBuffer *buffer;
  GtkTextIter at;
  GtkTextIter end;
  GtkTextIter from;
  GtkTextIter to;
  int here_start = 0;
  int here_end = 0;
  Match chosen = NO_MATCH;
  Match first = NO_MATCH;
  Match last = NO_MATCH;
  guint n_matches = 0;

  g_return_val_if_fail (SB_IS_READER_TEXT (self), 0);

  _sb_reader_text_finish (self);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  gtk_text_buffer_get_bounds (buffer, &at, &end);
  gtk_text_buffer_remove_tag_by_name (buffer, "match", &at, &end);
  if (text == NULL || *text == '\0')
    return 0;

  if (gtk_text_buffer_get_selection_bounds (buffer, &from, &to))
    {
      here_start = gtk_text_iter_get_offset (&from);
      here_end = gtk_text_iter_get_offset (&to);
    }

  while (gtk_text_iter_forward_search (&at, text, GTK_TEXT_SEARCH_CASE_INSENSITIVE | GTK_TEXT_SEARCH_TEXT_ONLY, &from, &to, NULL))
    {
      /* Not as long as what was asked for when accents stand apart. */
      Match found = { gtk_text_iter_get_offset (&from), gtk_text_iter_get_offset (&to) };

      gtk_text_buffer_apply_tag_by_name (buffer, "match", &from, &to);
      first = n_matches == 0 ? found : first;
      last = found;
      n_matches++;
      if (backwards ? found.start < here_start : (chosen.start < 0 && found.start >= here_end))
        chosen = found;

      at = to;
    }

  if (n_matches == 0)
    return 0;

  /* Past the end it goes on from the other one. */
  if (chosen.start < 0)
    chosen = backwards ? last : first;

  sb_reader_text_show_range (self, chosen.start, chosen.end);
  return n_matches;
}
