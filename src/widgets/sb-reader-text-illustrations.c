/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-reader-text-private.h"

#include <adwaita.h>

/* Pictures are no characters of the buffer, in which positions are those of the text:
 * their cards lie over it, and the lines that they stand before keep room for them. What
 * lies over a GtkTextView stays there (4.8 does not take it away again), so that each
 * card is in a slot, which is used again. */

/* Above and below a card, in logical pixels. */
#define GAP 8

static SbIllustrationCard *
get_card (SbReaderText *self,
          guint i)
{
  return g_ptr_array_index (self->cards, i);
}

static GtkWidget *
get_slot (SbReaderText *self,
          guint i)
{
  return g_ptr_array_index (self->slots, i);
}

/* The block that card @i is laid at; FALSE while it is not set. Those that stand behind
 * the text are below the last one. */
static gboolean
find_anchor (SbReaderText *self,
             guint i,
             guint *block,
             gboolean *is_below)
{
  guint n_blocks = self->blocks != NULL ? self->blocks->len : 0;
  guint wanted = sb_illustration_get_block (sb_illustration_card_get_illustration (get_card (self, i)));

  if (n_blocks == 0)
    return FALSE;

  *is_below = wanted >= n_blocks;
  *block = MIN (wanted, n_blocks - 1);
  return *block < self->starts->len;
}

static int
get_height (SbReaderText *self,
            guint i)
{
  int height;

  gtk_widget_measure (GTK_WIDGET (get_card (self, i)), GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  return height + 2 * GAP;
}

/* Where block @block begins, or ends. */
static void
get_iter (SbReaderText *self,
          guint block,
          gboolean is_end,
          GtkTextIter *iter)
{
  int at = g_array_index (self->starts, int, block);

  if (is_end)
    at += (int) g_utf8_strlen (sb_block_get_text (g_ptr_array_index (self->blocks, block)), -1);
  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), iter, at);
}

/* Keeps @height above the first line of @block, or below its last one. */
static void
keep_room (SbReaderText *self,
           guint i,
           guint block,
           gboolean is_below,
           int height)
{
  GtkTextTag *tag = g_ptr_array_index (self->card_tags, i);
  const char *property = is_below ? "pixels-below-lines" : "pixels-above-lines";
  GtkTextIter from;
  GtkTextIter to;
  int kept;

  g_object_get (tag, property, &kept, NULL);
  get_iter (self, block, is_below, &from);
  if (gtk_text_iter_has_tag (&from, tag) || (is_below && gtk_text_iter_ends_tag (&from, tag)))
    {
      if (kept != height)
        g_object_set (tag, property, height, NULL);
      return;
    }

  g_object_set (tag, property, height, NULL);
  to = from;
  if (is_below)
    gtk_text_iter_set_line_offset (&from, 0);
  else if (!gtk_text_iter_ends_line (&to))
    gtk_text_iter_forward_to_line_end (&to);
  gtk_text_buffer_apply_tag (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), tag, &from, &to);
}

/* The cards that are laid at one block lie one below the other, and the first of them has
 * the room for all. Returns the one behind the last of them. */
static guint
keep_room_for_group (SbReaderText *self,
                     guint first)
{
  gboolean is_below;
  guint block;
  guint i = first;
  int height = 0;

  if (!find_anchor (self, first, &block, &is_below))
    return self->cards->len;

  for (; i < self->cards->len; i++)
    {
      gboolean other_is_below;
      guint other;

      if (!find_anchor (self, i, &other, &other_is_below) || other != block || other_is_below != is_below)
        break;

      height += get_height (self, i);
    }

  keep_room (self, first, block, is_below, height);
  return i;
}

/* Cards go to where their lines are; that is known for lines that were measured, and
 * changes as those above are. */
static void
place_cards (SbReaderText *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  guint last = G_MAXUINT;
  int offset = 0;

  for (guint i = 0; i < self->cards->len; i++)
    {
      gboolean is_below = FALSE;
      guint block = 0;
      GtkTextIter iter;
      int y;
      int height;
      gboolean has_place = find_anchor (self, i, &block, &is_below);
      guint anchor = 2 * block + (is_below ? 1 : 0);

      gtk_widget_set_child_visible (get_slot (self, i), has_place);
      if (!has_place)
        continue;

      if (anchor != last)
        offset = 0;
      last = anchor;
      get_iter (self, block, is_below, &iter);
      gtk_text_view_get_line_yrange (view, &iter, &y, &height);
      if (is_below)
        {
          int room;

          g_object_get (g_ptr_array_index (self->card_tags, i), "pixels-below-lines", &room, NULL);
          y += offset == 0 ? height - room : 0;
        }
      gtk_text_view_move_overlay (view, get_slot (self, i), SB_READER_MARGIN, y + offset + GAP);
      offset += get_height (self, i);
    }
}

static void
lay_cards (SbReaderText *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * SB_READER_MARGIN;

  if (self->cards->len == 0 || gtk_widget_get_width (GTK_WIDGET (self)) == 0)
    return;

  for (guint i = 0; i < self->cards->len; i++)
    sb_illustration_card_set_width (get_card (self, i), MAX (width, SB_READER_MIN_CARD));
  for (guint i = 0; i < self->cards->len;)
    i = keep_room_for_group (self, i);
  place_cards (self);
}

static gboolean
lay_cards_cb (gpointer data)
{
  SbReaderText *self = data;

  self->laying_id = 0;
  lay_cards (self);
  return G_SOURCE_REMOVE;
}

/* Before the next frame is painted, and not while this one is laid out. */
void
_sb_reader_text_queue_cards (SbReaderText *self)
{
  if (self->laying_id == 0 && self->cards->len > 0)
    self->laying_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, lay_cards_cb, self, NULL);
}

void
_sb_reader_text_forget_cards (SbReaderText *self)
{
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)));

  g_clear_handle_id (&self->laying_id, g_source_remove);
  for (guint i = 0; i < self->cards->len; i++)
    {
      adw_bin_set_child (ADW_BIN (get_slot (self, i)), NULL);
      gtk_widget_set_visible (get_slot (self, i), FALSE);
      gtk_text_tag_table_remove (table, g_ptr_array_index (self->card_tags, i));
    }
  g_ptr_array_set_size (self->cards, 0);
  g_ptr_array_set_size (self->card_tags, 0);
}

/* GTK 4.8 moves what lies over the text with it only when it allocates. */
static void
scrolled_cb (SbReaderText *self)
{
  if (self->cards->len > 0)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
adjustment_changed_cb (SbReaderText *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self));

  if (self->adjustment == adjustment)
    return;

  if (self->adjustment != NULL)
    g_signal_handlers_disconnect_by_data (self->adjustment, self);
  g_set_object (&self->adjustment, adjustment);
  if (adjustment == NULL)
    return;

  g_signal_connect_object (adjustment, "notify::upper", G_CALLBACK (_sb_reader_text_queue_cards), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
}

void
_sb_reader_text_init_cards (SbReaderText *self)
{
  self->cards = g_ptr_array_new_with_free_func (g_object_unref);
  self->card_tags = g_ptr_array_new_with_free_func (g_object_unref);
  self->slots = g_ptr_array_new ();
  g_signal_connect (self, "notify::vadjustment", G_CALLBACK (adjustment_changed_cb), NULL);
}

void
_sb_reader_text_dispose_cards (SbReaderText *self)
{
  g_clear_handle_id (&self->laying_id, g_source_remove);
  g_clear_object (&self->adjustment);
}

static void
take_card (SbReaderText *self,
           GtkWidget *card)
{
  guint i = self->cards->len;

  if (i == self->slots->len)
    {
      g_ptr_array_add (self->slots, adw_bin_new ());
      gtk_text_view_add_overlay (GTK_TEXT_VIEW (self), get_slot (self, i), SB_READER_MARGIN, 0);
    }

  g_ptr_array_add (self->cards, g_object_ref (card));
  gtk_widget_set_child_visible (get_slot (self, i), FALSE);
  gtk_widget_set_visible (get_slot (self, i), TRUE);
  adw_bin_set_child (ADW_BIN (get_slot (self, i)), card);
}

void
sb_reader_text_set_illustrations (SbReaderText *self,
                                  GPtrArray *illustrations)
{
  GtkTextBuffer *buffer;

  g_return_if_fail (SB_IS_READER_TEXT (self));

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  _sb_reader_text_forget_cards (self);
  for (guint i = 0; illustrations != NULL && i < illustrations->len; i++)
    {
      GtkWidget *card = sb_illustration_card_new (g_ptr_array_index (illustrations, i));

      g_signal_connect_object (card, "resized", G_CALLBACK (_sb_reader_text_queue_cards), self, G_CONNECT_SWAPPED);
      take_card (self, card);
      g_ptr_array_add (self->card_tags, g_object_ref (gtk_text_buffer_create_tag (buffer, NULL, NULL, NULL)));
    }

  _sb_reader_text_queue_cards (self);
}

guint
sb_reader_text_get_n_cards (SbReaderText *self)
{
  g_return_val_if_fail (SB_IS_READER_TEXT (self), 0);

  return self->cards->len;
}

SbIllustrationCard *
sb_reader_text_get_card (SbReaderText *self,
                         guint i)
{
  g_return_val_if_fail (SB_IS_READER_TEXT (self), NULL);

  return i < self->cards->len ? get_card (self, i) : NULL;
}
