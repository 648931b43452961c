/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-reader-private.h"

#include "sb-extract.h"
#include "sb-record.h"

#include <glib/gi18n.h>

/* The document as it was laid out: one page after the other. */

/* The width of a page at size 1, in logical pixels, and how it is changed. */
#define PAGE_WIDTH    720
#define MIN_PAGE_ZOOM 0.5
#define MAX_PAGE_ZOOM 3.0
#define ZOOM_STEP     1.2

enum
{
  PAGE_WANTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
shows_pages (SbReader *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->views), "pages") == 0;
}

/* The page of the text at a character; 1 when the blocks do not tell. */
static guint
find_page (SbReader *self,
           int at)
{
  guint page = 1;
  int start = 0;

  for (guint i = 0; self->blocks != NULL && i < self->blocks->len && start <= at; i++)
    {
      const SbBlock *block = g_ptr_array_index (self->blocks, i);

      if (sb_block_get_page (block) > 0)
        page = sb_block_get_page (block);
      start += (int) g_utf8_strlen (sb_block_get_text (block), -1) + 2;
    }

  return page;
}

/* Where the text of a page begins, in characters. */
static int
find_page_start (SbReader *self,
                 guint page)
{
  int start = 0;

  for (guint i = 0; self->blocks != NULL && i < self->blocks->len; i++)
    {
      const SbBlock *block = g_ptr_array_index (self->blocks, i);

      if (sb_block_get_page (block) >= page)
        return start;
      start += (int) g_utf8_strlen (sb_block_get_text (block), -1) + 2;
    }

  return 0;
}

static void
update_tools (SbReader *self)
{
  const SbPagePicture *picture = sb_reader_page_get_picture (self->page);
  guint n_pages = picture != NULL ? picture->n_pages : 0;
  /* Translators: the number of a page, and of all of them. */
  g_autofree char *number = n_pages > 0 ? g_strdup_printf (_ ("%u of %u"), self->page_number, n_pages) : g_strdup ("…");

  gtk_label_set_label (self->page_label, number);
  gtk_widget_set_visible (self->page_tools, shows_pages (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reader.previous-page", self->page_number > 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reader.next-page", n_pages == 0 || self->page_number < n_pages);
}

static void
want_page (SbReader *self,
           guint number)
{
  int width = (int) (PAGE_WIDTH * self->page_zoom);
  GtkWidget *scrolled = gtk_widget_get_ancestor (GTK_WIDGET (self->page), GTK_TYPE_SCROLLED_WINDOW);

  /* Another page is read from its top. */
  if (number != self->page_number && scrolled != NULL)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled)), 0);

  self->page_number = MAX (number, 1);
  sb_reader_page_set_width (self->page, width);
  update_tools (self);
  g_signal_emit (self, signals[PAGE_WANTED], 0, self->page_number, (guint) (width * gtk_widget_get_scale_factor (GTK_WIDGET (self))));
}

/* The passages that were lifted, where they stand on the page. */
static void
mark_extracts (SbReader *self)
{
  const SbPagePicture *picture = sb_reader_page_get_picture (self->page);
  guint n = self->extracts != NULL ? g_list_model_get_n_items (self->extracts) : 0;
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (SbPassageMatch));

  for (guint i = 0; picture != NULL && i < n; i++)
    {
      g_autoptr (SbRecord) extract = g_list_model_get_item (self->extracts, i);
      const char *quote = sb_record_get_text (extract, SB_EXTRACT_QUOTE);
      SbPassageMatch match;

      if (quote != NULL && find_page (self, (int) sb_record_get_integer (extract, SB_EXTRACT_START, 0)) == picture->number &&
          sb_passage_find (picture->text, quote, 0, &match))
        g_array_append_val (marks, match);
    }

  sb_reader_page_set_marks (self->page, marks);
}

/* The passage that was to be shown when the page came. */
static void
select_wanted (SbReader *self)
{
  const SbPagePicture *picture = sb_reader_page_get_picture (self->page);
  g_autofree char *words = sb_reader_dup_words (self, self->page_start, self->page_end);
  SbPassageMatch match;

  if (picture != NULL && words != NULL && sb_passage_find (picture->text, words, 0, &match))
    sb_reader_page_select (self->page, match.start, match.end);

  self->page_start = self->page_end = 0;
}

void
sb_reader_take_page (SbReader *self,
                     SbPagePicture *picture)
{
  g_return_if_fail (SB_IS_READER (self));

  if (picture != NULL)
    self->page_number = picture->number;
  sb_reader_page_take_picture (self->page, picture);
  update_tools (self);
  mark_extracts (self);
  if (self->page_end > self->page_start)
    select_wanted (self);
}

guint
sb_reader_get_page_number (SbReader *self)
{
  g_return_val_if_fail (SB_IS_READER (self), 0);

  return shows_pages (self) ? self->page_number : 0;
}

void
sb_reader_set_has_pages (SbReader *self,
                         gboolean has_pages)
{
  g_return_if_fail (SB_IS_READER (self));

  self->has_pages = has_pages;
  gtk_widget_set_visible (self->pages_button, has_pages);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reader.pages", has_pages);
  if (!has_pages)
    _sb_reader_close_pages (self);
}

void
_sb_reader_close_pages (SbReader *self)
{
  sb_reader_page_take_picture (self->page, NULL);
  gtk_stack_set_visible_child_name (self->views, "text");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->pages_button), FALSE);
  update_tools (self);
}

void
_sb_reader_pages_toggled_cb (SbReader *self)
{
  gboolean wants = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->pages_button));

  if (wants == shows_pages (self))
    return;

  if (wants)
    {
      guint page = find_page (self, sb_reader_text_get_first_visible (self->text));

      gtk_stack_set_visible_child_name (self->views, "pages");
      want_page (self, page);
      gtk_widget_grab_focus (GTK_WIDGET (self->page));
      return;
    }

  gtk_stack_set_visible_child_name (self->views, "text");
  sb_reader_text_go_to (self->text, find_page_start (self, self->page_number));
  update_tools (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

/* What is selected on the page, where it stands in the text. */
gboolean
_sb_reader_get_page_range (SbReader *self,
                           int *start,
                           int *end)
{
  g_autofree char *selected = sb_reader_page_dup_selected (self->page);
  g_autofree char *text = NULL;
  SbPassageMatch match;

  if (!shows_pages (self) || selected == NULL || self->blocks == NULL)
    return FALSE;

  text = sb_blocks_join (self->blocks);
  if (!sb_passage_find (text, selected, find_page_start (self, self->page_number), &match))
    return FALSE;

  *start = match.start;
  *end = match.end;
  return TRUE;
}

gboolean
_sb_reader_show_page_range (SbReader *self,
                            int start,
                            int end)
{
  if (!shows_pages (self))
    return FALSE;

  self->page_start = start;
  self->page_end = end;
  want_page (self, find_page (self, start));
  return TRUE;
}

void
_sb_reader_set_page_extracts (SbReader *self,
                              GListModel *extracts)
{
  if (self->extracts != NULL)
    g_signal_handlers_disconnect_by_func (self->extracts, mark_extracts, self);

  g_set_object (&self->extracts, extracts);
  if (extracts != NULL)
    g_signal_connect_object (extracts, "items-changed", G_CALLBACK (mark_extracts), self, G_CONNECT_SWAPPED);

  mark_extracts (self);
}

static void
next_page_action (GtkWidget *widget,
                  const char *action,
                  GVariant *parameter)
{
  want_page (SB_READER (widget), SB_READER (widget)->page_number + 1);
}

static void
previous_page_action (GtkWidget *widget,
                      const char *action,
                      GVariant *parameter)
{
  want_page (SB_READER (widget), MAX (SB_READER (widget)->page_number, 2) - 1);
}

static void
zoom (SbReader *self,
      double factor)
{
  self->page_zoom = CLAMP (self->page_zoom * factor, MIN_PAGE_ZOOM, MAX_PAGE_ZOOM);
  want_page (self, self->page_number);
}

static void
page_larger_action (GtkWidget *widget,
                    const char *action,
                    GVariant *parameter)
{
  zoom (SB_READER (widget), ZOOM_STEP);
}

static void
page_smaller_action (GtkWidget *widget,
                     const char *action,
                     GVariant *parameter)
{
  zoom (SB_READER (widget), 1 / ZOOM_STEP);
}

static void
pages_action (GtkWidget *widget,
              const char *action,
              GVariant *parameter)
{
  GtkToggleButton *button = GTK_TOGGLE_BUTTON (SB_READER (widget)->pages_button);

  gtk_toggle_button_set_active (button, !gtk_toggle_button_get_active (button));
}

/* While pages are shown, their keys are theirs. */
static gboolean
page_key_cb (SbReader *self,
             guint key)
{
  switch (key)
    {
    case GDK_KEY_Page_Down:
    case GDK_KEY_Right:
      return gtk_widget_activate_action (GTK_WIDGET (self), "reader.next-page", NULL);

    case GDK_KEY_Page_Up:
    case GDK_KEY_Left:
      return gtk_widget_activate_action (GTK_WIDGET (self), "reader.previous-page", NULL);

    case GDK_KEY_plus:
    case GDK_KEY_equal:
      return gtk_widget_activate_action (GTK_WIDGET (self), "reader.page-larger", NULL);

    case GDK_KEY_minus:
      return gtk_widget_activate_action (GTK_WIDGET (self), "reader.page-smaller", NULL);

    default:
      return FALSE;
    }
}

void
_sb_reader_class_init_pages (SbReaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[PAGE_WANTED] = g_signal_new ("page-wanted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                       G_TYPE_UINT, G_TYPE_UINT);

  g_type_ensure (SB_TYPE_READER_PAGE);
  gtk_widget_class_install_action (widget_class, "reader.pages", NULL, pages_action);
  gtk_widget_class_install_action (widget_class, "reader.next-page", NULL, next_page_action);
  gtk_widget_class_install_action (widget_class, "reader.previous-page", NULL, previous_page_action);
  gtk_widget_class_install_action (widget_class, "reader.page-larger", NULL, page_larger_action);
  gtk_widget_class_install_action (widget_class, "reader.page-smaller", NULL, page_smaller_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, 0, "reader.pages", NULL);
}

void
_sb_reader_init_pages (SbReader *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->page_zoom = 1;
  self->page_number = 1;
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (page_key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->page), keys);
  sb_reader_set_has_pages (self, FALSE);
}
