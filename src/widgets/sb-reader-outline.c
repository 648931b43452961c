/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-reader-private.h"

#include "sb-block.h"

/* The headings of the document, to go to one. */

/* How far a heading stands in for each level; logical pixels. */
#define INDENT 14

/* One heading is a title. */
#define MIN_HEADINGS 2

static void
append_heading (SbReader *self,
                const SbBlock *block,
                guint top,
                int start)
{
  GtkWidget *label = gtk_label_new (sb_block_get_text (block));
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_widget_set_margin_start (label, (int) (sb_block_get_level (block) - top) * INDENT);
  if (sb_block_get_level (block) == top)
    gtk_widget_add_css_class (label, "heading");

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, sb_block_get_text (block), -1);
  g_object_set_data (G_OBJECT (row), "start", GINT_TO_POINTER (start));
  gtk_list_box_append (self->outline, row);
}

/* The level of the highest heading; 0 when there are too few. */
static guint
find_top (GPtrArray *blocks)
{
  guint top = G_MAXUINT;
  guint n = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      const SbBlock *block = g_ptr_array_index (blocks, i);

      if (sb_block_get_kind (block) != SB_BLOCK_HEADING || *sb_block_get_text (block) == '\0')
        continue;

      top = MIN (top, sb_block_get_level (block));
      n++;
    }

  return n >= MIN_HEADINGS ? top : 0;
}

void
_sb_reader_update_outline (SbReader *self)
{
  gboolean has_headings = self->blocks != NULL && find_top (self->blocks) > 0;

  gtk_widget_set_visible (GTK_WIDGET (self->outline_button), has_headings);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reader.outline", has_headings);
}

/* The list is made when it is about to be looked at: a popover that is shown does not
 * take the size of what is added to it. */
static void
fill_cb (GtkMenuButton *button,
         gpointer user_data)
{
  SbReader *self = user_data;
  guint top = self->blocks != NULL ? find_top (self->blocks) : 0;
  GtkWidget *row;
  int start = 0;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->outline))) != NULL)
    gtk_list_box_remove (self->outline, row);

  for (guint i = 0; top > 0 && i < self->blocks->len; i++)
    {
      const SbBlock *block = g_ptr_array_index (self->blocks, i);

      if (sb_block_get_kind (block) == SB_BLOCK_HEADING && *sb_block_get_text (block) != '\0')
        append_heading (self, block, top, start);
      start += (int) g_utf8_strlen (sb_block_get_text (block), -1) + 2;
    }
}

void
_sb_reader_outline_activated_cb (SbReader *self,
                                 GtkListBoxRow *row)
{
  gtk_menu_button_popdown (self->outline_button);
  sb_reader_text_go_to (self->text, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "start")));
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

/* The heading that is being read is the one to go on from. */
void
_sb_reader_outline_shown_cb (SbReader *self)
{
  int at = sb_reader_text_get_first_visible (self->text);
  GtkListBoxRow *current = gtk_list_box_get_row_at_index (self->outline, 0);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->outline, i)) != NULL; i++)
    if (GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "start")) <= at)
      current = row;

  if (current == NULL)
    return;

  gtk_list_box_select_row (self->outline, current);
  gtk_widget_grab_focus (GTK_WIDGET (current));
}

void
_sb_reader_init_outline (SbReader *self)
{
  gtk_menu_button_set_create_popup_func (self->outline_button, fill_cb, self, NULL);
  _sb_reader_return_focus (self, gtk_menu_button_get_popover (self->outline_button));
  _sb_reader_update_outline (self);
}
