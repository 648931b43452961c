/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-text-citation.h"
#include "sb-text-editor-private.h"

#include <string.h>

/* How what is seen of a citation looks: pale, on either ground, and raised as the mark of a
 * note is. */
#define SCALE  0.8
#define RISE   (2 * PANGO_SCALE)
#define COLOUR "#8a8a8a"

/* What tells nobody anything, the UUIDs, takes next to no room. */
#define HIDDEN_SCALE 0.01

/* Characters that are seen of it: "[@" and "]". */
#define N_SEEN_FIRST 2
#define N_SEEN_LAST  1

/* In characters of the text. */
typedef struct
{
  guint start;
  guint end;
} Place;

/* The citation that the character at @offset is one of, if not its first one; (nullable). */
static const Place *
find_around (SbTextEditor *self,
             guint offset)
{
  for (guint i = 0; i < self->citations->len; i++)
    {
      const Place *place = &g_array_index (self->citations, Place, i);

      if (offset > place->start && offset < place->end)
        return place;
    }

  return NULL;
}

static void
apply_tag (SbTextEditor *self,
           GtkTextTag *tag,
           guint first,
           guint end)
{
  GtkTextIter from, to;

  gtk_text_buffer_get_iter_at_offset (self->buffer, &from, (int) first);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &to, (int) end);
  gtk_text_buffer_apply_tag (self->buffer, tag, &from, &to);
}

void
_sb_text_editor_mark_citations (SbTextEditor *self)
{
  g_autofree char *text = sb_text_editor_dup_text (self);
  GtkTextIter start, end, cursor;
  gsize from = 0;
  guint offset = 0;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_remove_tag (self->buffer, self->citation_tag, &start, &end);
  gtk_text_buffer_remove_tag (self->buffer, self->hidden_tag, &start, &end);
  g_array_set_size (self->citations, 0);
  while (TRUE)
    {
      g_auto (SbTextCitation) found = { 0 };
      Place place;

      if (!sb_text_citation_find (text, from, &found))
        break;
      place.start = offset + (guint) g_utf8_strlen (text + from, (gssize) (found.start - from));
      place.end = place.start + (guint) g_utf8_strlen (text + found.start, (gssize) (found.end - found.start));
      g_array_append_val (self->citations, place);
      apply_tag (self, self->citation_tag, place.start, place.end);
      apply_tag (self, self->hidden_tag, place.start + N_SEEN_FIRST, place.end - N_SEEN_LAST);
      from = found.end;
      offset = place.end;
    }

  gtk_text_buffer_get_iter_at_mark (self->buffer, &cursor, gtk_text_buffer_get_insert (self->buffer));
  self->cursor = (guint) gtk_text_iter_get_offset (&cursor);
}

/* The cursor stands before or behind a citation, and never in it: it goes on the way that it
 * was going. What is selected ends where the cursor does, if both are in the same one. */
static void
mark_set_cb (SbTextEditor *self,
             GtkTextIter *iter,
             GtkTextMark *mark)
{
  gboolean is_cursor = mark == gtk_text_buffer_get_insert (self->buffer);
  guint offset = (guint) gtk_text_iter_get_offset (iter);
  const Place *place = find_around (self, offset);
  GtkTextIter target;
  guint goal = offset;

  if (!is_cursor && mark != gtk_text_buffer_get_selection_bound (self->buffer))
    return;

  if (place != NULL && is_cursor)
    goal = offset > self->cursor ? place->end : place->start;
  else if (place != NULL)
    goal = self->cursor >= place->end ? place->end : place->start;
  if (is_cursor)
    self->cursor = goal;
  if (goal == offset)
    return;

  gtk_text_buffer_get_iter_at_offset (self->buffer, &target, (int) goal);
  gtk_text_buffer_move_mark (self->buffer, mark, &target);
}

/* A citation goes as a whole: half of one would cite nothing. */
static void
delete_range_cb (SbTextEditor *self,
                 GtkTextIter *start,
                 GtkTextIter *end)
{
  guint first = (guint) gtk_text_iter_get_offset (start);
  guint last = (guint) gtk_text_iter_get_offset (end);

  if (self->is_setting)
    return;

  for (guint i = 0; i < self->citations->len; i++)
    {
      const Place *place = &g_array_index (self->citations, Place, i);

      if (last <= place->start || first >= place->end)
        continue;
      gtk_text_iter_set_offset (start, (int) MIN (first, place->start));
      gtk_text_iter_set_offset (end, (int) MAX (last, place->end));
      first = MIN (first, place->start);
      last = MAX (last, place->end);
    }
}

static char *
dup_names (SbTextEditor *self,
           const Place *place)
{
  g_autofree char *text = sb_text_editor_dup_text (self);
  const char *at = g_utf8_offset_to_pointer (text, (glong) place->start);
  g_auto (SbTextCitation) found = { 0 };
  GString *names = g_string_new (NULL);

  if (sb_text_citation_find (at, 0, &found))
    for (guint i = 0; i < found.uuids->len; i++)
      {
        g_autofree char *name = self->name_citation (g_ptr_array_index (found.uuids, i), self->name_data);

        if (name != NULL)
          g_string_append_printf (names, "%s%s", names->len > 0 ? "\n" : "", name);
      }

  return g_string_free (names, FALSE);
}

static gboolean
query_tooltip_cb (SbTextEditor *self,
                  int x,
                  int y,
                  gboolean is_by_keyboard,
                  GtkTooltip *tooltip)
{
  g_autofree char *names = NULL;
  const Place *place = NULL;
  GtkTextIter iter;
  guint offset;
  int buffer_x, buffer_y;

  gtk_text_view_window_to_buffer_coords (self->view, GTK_TEXT_WINDOW_WIDGET, x, y, &buffer_x, &buffer_y);
  if (is_by_keyboard)
    gtk_text_buffer_get_iter_at_mark (self->buffer, &iter, gtk_text_buffer_get_insert (self->buffer));
  else if (!gtk_text_view_get_iter_at_location (self->view, &iter, buffer_x, buffer_y))
    return FALSE;

  offset = (guint) gtk_text_iter_get_offset (&iter);
  for (guint i = 0; i < self->citations->len && place == NULL; i++)
    {
      const Place *other = &g_array_index (self->citations, Place, i);

      place = offset >= other->start && offset < other->end + (is_by_keyboard ? 1 : 0) ? other : NULL;
    }
  if (place == NULL || self->name_citation == NULL)
    return FALSE;

  names = dup_names (self, place);
  gtk_tooltip_set_text (tooltip, names);
  return names[0] != '\0';
}

void
_sb_text_editor_init_citations (SbTextEditor *self)
{
  self->citations = g_array_new (FALSE, FALSE, sizeof (Place));
  self->citation_tag = gtk_text_buffer_create_tag (self->buffer, NULL, "scale", SCALE, "rise", RISE, "foreground", COLOUR, NULL);
  self->hidden_tag = gtk_text_buffer_create_tag (self->buffer, NULL, "scale", HIDDEN_SCALE, NULL);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self->view), TRUE);
  g_signal_connect_object (self->buffer, "mark-set", G_CALLBACK (mark_set_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, "delete-range", G_CALLBACK (delete_range_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "query-tooltip", G_CALLBACK (query_tooltip_cb), self, G_CONNECT_SWAPPED);
}

void
sb_text_editor_set_citation_names (SbTextEditor *self,
                                   SbCitationNameFunc name_citation,
                                   gpointer data)
{
  g_return_if_fail (SB_IS_TEXT_EDITOR (self));

  self->name_citation = name_citation;
  self->name_data = data;
}
