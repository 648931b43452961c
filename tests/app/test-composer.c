/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-briefing-dialog.h"
#include "sb-briefing-export-dialog.h"
#include "sb-briefing.h"
#include "sb-briefings-page-private.h"
#include "sb-figure-list.h"
#include "sb-refresh-dialog.h"
#include "sb-sheet-view.h"
#include "sb-test-desk.h"

#include <glib/gstdio.h>
#include <string.h>

#define TITLE "Mali: what 25 April changes"
#define BLOCK "introduction"

typedef struct
{
  SbApplication *application;
  SbWindow *window;
  SbBriefingsPage *page;
} Desk;

static gboolean
is_composed (gpointer data)
{
  SbBriefingsPage *page = data;

  return page->live != NULL && sb_live_edition_is_current (page->live) && sb_live_edition_get (page->live, page->language) != NULL;
}

static gboolean
is_stored (gpointer data)
{
  SbBriefingsPage *page = data;

  return page->label == NULL && page->n_writing == 0;
}

static gboolean
is_listed (gpointer data)
{
  SbBriefingsPage *page = data;

  return page->briefings != NULL && g_list_model_get_n_items (G_LIST_MODEL (page->briefings)) > 0;
}

/* The letter of the sample is shown, in French. */
static void
show_letter (SbBriefingsPage *page)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (page->briefings)); i++)
    {
      g_autoptr (SbRecord) briefing = g_list_model_get_item (G_LIST_MODEL (page->briefings), i);

      if (g_strcmp0 (sb_record_get_title (briefing, SB_LANGUAGE_EN), TITLE) == 0)
        _sb_briefings_page_show (page, briefing);
    }
  g_assert_cmpstr (sb_record_get_title (page->briefing, SB_LANGUAGE_EN), ==, TITLE);
  gtk_toggle_button_set_active (page->french, TRUE);
  sb_test_wait (is_composed, page);
}

static void
set_up (Desk *desk)
{
  desk->application = sb_test_desk_start ();
  desk->window = sb_test_desk_open_window (desk->application);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.show-page", "s", "briefings"));
  sb_test_wait_for_frame (GTK_WIDGET (desk->window));
  desk->page = SB_BRIEFINGS_PAGE (sb_test_find_type (GTK_WIDGET (desk->window), SB_TYPE_BRIEFINGS_PAGE));
  sb_test_wait (is_listed, desk->page);
  show_letter (desk->page);
}

static void
tear_down (Desk *desk)
{
  gtk_window_close (GTK_WINDOW (desk->window));
  sb_test_desk_stop (g_steal_pointer (&desk->application));
}

static SbTextEditor *
get_french (Desk *desk)
{
  return sb_section_editor_get_editor (desk->page->editor, SB_LANGUAGE_FR);
}

/* What is stored, read by a connection of its own. */
static SbRecord *
read_stored (Desk *desk)
{
  const char *path = sb_catalogue_get_path (sb_page_get_catalogue (SB_PAGE (desk->page)));
  g_autoptr (GError) error = NULL;
  g_autoptr (SbStore) store = sb_store_open (path, SB_STORE_READ_ONLY, &error);
  SbRecord *stored;

  g_assert_no_error (error);
  stored = sb_store_get_by_uuid (store, SB_KIND_BRIEFING, sb_record_get_uuid (desk->page->briefing), &error);
  g_assert_no_error (error);
  return stored;
}

static char *
dup_stored_text (Desk *desk,
                 SbLanguage language)
{
  g_autoptr (SbRecord) stored = read_stored (desk);
  g_autoptr (SbOutline) outline = sb_outline_new (desk->page->template, stored);

  return g_strdup (sb_outline_get_text (outline, BLOCK, language));
}

static gboolean
is_text_as_in_template (gpointer data)
{
  Desk *desk = data;
  g_autofree char *text = sb_text_editor_dup_text (get_french (desk));

  return strstr (text, "MARQUE") == NULL;
}

static gboolean
is_text_typed (gpointer data)
{
  return !is_text_as_in_template (data);
}

/* What is typed is on the page within the time that a person does not notice, is stored
 * behind a pause, is undone and done again. */
static void
test_typing (void)
{
  Desk desk;
  g_autofree char *stored = NULL;
  g_autofree char *english = NULL;

  set_up (&desk);
  _sb_briefings_page_choose_block (desk.page, BLOCK);
  g_assert_true (sb_section_editor_is_writable (desk.page->editor));
  sb_text_editor_insert_paragraph (get_french (&desk), "MARQUE de la frappe.");
  sb_test_wait (is_composed, desk.page);
  g_test_message ("composed in %" G_GINT64_FORMAT " us", sb_live_edition_get_cost (desk.page->live));
  g_assert_cmpint (sb_live_edition_get_cost (desk.page->live), >, 0);

  sb_test_wait (is_stored, desk.page);
  stored = dup_stored_text (&desk, SB_LANGUAGE_FR);
  g_assert_nonnull (strstr (stored, "MARQUE"));
  /* The text of the template stays in the other language. */
  english = dup_stored_text (&desk, SB_LANGUAGE_EN);
  g_assert_nonnull (english);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (desk.page), "briefing.undo", NULL));
  sb_test_wait (is_text_as_in_template, &desk);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (desk.page), "briefing.redo", NULL));
  sb_test_wait (is_text_typed, &desk);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (desk.page), "briefing.undo", NULL));
  sb_test_wait (is_text_as_in_template, &desk);
  sb_test_wait (is_stored, desk.page);
  tear_down (&desk);
}

/* What was typed and not stored yet is when it is undone: nothing of it is lost on the
 * way. */
static void
test_undo_at_once (void)
{
  Desk desk;

  set_up (&desk);
  _sb_briefings_page_choose_block (desk.page, BLOCK);
  sb_text_editor_insert_paragraph (get_french (&desk), "MARQUE de la frappe.");
  g_assert_nonnull (desk.page->label);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (desk.page), "briefing.undo", NULL));
  sb_test_wait (is_text_as_in_template, &desk);
  sb_test_wait (is_stored, desk.page);
  tear_down (&desk);
}

static guint
find_entry (Desk *desk,
            const char *name)
{
  for (guint i = 0; i < sb_outline_get_n_entries (desk->page->outline); i++)
    if (g_str_equal (sb_outline_get_entry (desk->page->outline, i)->name, name))
      return i;

  return G_MAXUINT;
}

/* Closed with something typed, it is stored. */
static void
test_closing (void)
{
  Desk desk;
  g_autofree char *uuid = NULL;

  set_up (&desk);
  _sb_briefings_page_choose_block (desk.page, BLOCK);
  sb_text_editor_insert_paragraph (get_french (&desk), "MARQUE de la fin.");
  uuid = g_strdup (sb_record_get_uuid (desk.page->briefing));
  tear_down (&desk);

  set_up (&desk);
  g_assert_cmpstr (uuid, ==, sb_record_get_uuid (desk.page->briefing));
  _sb_briefings_page_choose_block (desk.page, BLOCK);
  g_assert_true (is_text_typed (&desk));
  sb_section_editor_focus_text (desk.page->editor, SB_LANGUAGE_FR);
  g_signal_emit_by_name (desk.page->editor, "fill-requested");
  sb_test_wait (is_stored, desk.page);
  tear_down (&desk);
}

/* Blocks are moved, hidden, added and taken out by what the list tells. */
static void
test_blocks (void)
{
  Desk desk;
  guint before;
  SbOutlineList *list;
  guint n_entries;

  set_up (&desk);
  list = desk.page->outline_list;
  before = find_entry (&desk, BLOCK);
  n_entries = sb_outline_get_n_entries (desk.page->outline);
  _sb_briefings_page_choose_block (desk.page, BLOCK);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (list), "outline.move-up", NULL));
  g_assert_cmpuint (find_entry (&desk, BLOCK), ==, before - 1);
  g_assert_cmpstr (sb_outline_list_get_chosen (list), ==, BLOCK);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (list), "outline.move-down", NULL));
  g_assert_cmpuint (find_entry (&desk, BLOCK), ==, before);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (list), "outline.toggle", NULL));
  g_assert_true (sb_outline_find (desk.page->outline, BLOCK)->is_hidden);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (list), "outline.toggle", NULL));
  g_assert_false (sb_outline_find (desk.page->outline, BLOCK)->is_hidden);

  /* The first kind is a text; it comes behind the block that is chosen. */
  g_signal_emit_by_name (desk.page->kinds, "row-activated", gtk_list_box_get_row_at_index (desk.page->kinds, 0));
  g_assert_cmpuint (sb_outline_get_n_entries (desk.page->outline), ==, n_entries + 1);
  g_assert_cmpuint (find_entry (&desk, sb_outline_list_get_chosen (list)), ==, before + 1);
  g_assert_true (sb_outline_find (desk.page->outline, sb_outline_list_get_chosen (list))->is_added);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (list), "outline.remove", NULL));
  g_assert_cmpuint (sb_outline_get_n_entries (desk.page->outline), ==, n_entries);
  sb_test_wait (is_stored, desk.page);
  tear_down (&desk);
}

/* A map, a chart and a graph of the tray are put behind the block that is chosen. */
static void
test_figures (void)
{
  Desk desk;
  GtkWidget *figures;
  guint n_entries;

  set_up (&desk);
  _sb_briefings_page_choose_block (desk.page, BLOCK);
  n_entries = sb_outline_get_n_entries (desk.page->outline);
  figures = sb_test_find_type (GTK_WIDGET (desk.page->tray), SB_TYPE_FIGURE_ROW);
  for (; figures != NULL; figures = gtk_widget_get_next_sibling (figures))
    {
      const SbOutlineEntry *entry;

      g_signal_emit_by_name (gtk_widget_get_parent (figures), "row-activated", figures);
      g_assert_cmpuint (sb_outline_get_n_entries (desk.page->outline), ==, n_entries + 1);
      entry = sb_outline_find (desk.page->outline, sb_outline_list_get_chosen (desk.page->outline_list));
      g_assert_true (entry->is_added);
      g_assert_null (entry->problem);
      g_assert_cmpstr (sb_template_get_block_name (entry->kind), ==, sb_figure_row_get_kind (SB_FIGURE_ROW (figures)));
      g_signal_emit_by_name (desk.page->outline_list, "block-removed", entry->name);
      g_assert_cmpuint (sb_outline_get_n_entries (desk.page->outline), ==, n_entries);
      _sb_briefings_page_choose_block (desk.page, BLOCK);
    }
  sb_test_wait (is_stored, desk.page);
  tear_down (&desk);
}

/* What fills a block becomes a text of the author's, and is filled again. */
static void
test_by_hand (void)
{
  Desk desk;
  g_autofree char *text = NULL;
  const char *name = NULL;

  set_up (&desk);
  for (guint i = 0; i < sb_outline_get_n_entries (desk.page->outline); i++)
    if (sb_outline_get_entry (desk.page->outline, i)->kind == SB_TEMPLATE_BLOCK_ITEMS && name == NULL)
      name = sb_outline_get_entry (desk.page->outline, i)->name;
  _sb_briefings_page_choose_block (desk.page, name);
  g_assert_false (sb_section_editor_is_writable (desk.page->editor));

  g_signal_emit_by_name (desk.page->editor, "write-requested");
  while (!sb_section_editor_is_writable (desk.page->editor))
    g_main_context_iteration (NULL, TRUE);
  text = sb_text_editor_dup_text (get_french (&desk));
  g_assert_nonnull (strstr (text, "[@"));
  sb_test_wait (is_composed, desk.page);

  g_signal_emit_by_name (desk.page->editor, "fill-requested");
  g_assert_false (sb_section_editor_is_writable (desk.page->editor));
  sb_test_wait (is_stored, desk.page);
  tear_down (&desk);
}

static GtkWidget *
find_refresh_dialog (void)
{
  return sb_test_find_window (SB_TYPE_REFRESH_DIALOG);
}

static gboolean
is_stale (gpointer data)
{
  return sb_section_editor_is_stale (((SbBriefingsPage *) data)->editor);
}

static gboolean
is_asked (gpointer data)
{
  return find_refresh_dialog () != NULL;
}

static const char *
get_text (Desk *desk,
          const char *name)
{
  return sb_outline_get_text (desk->page->outline, name, SB_LANGUAGE_FR);
}

static void
answer (Desk *desk,
        gboolean is_new)
{
  GtkWidget *dialog;

  sb_test_wait (is_stale, desk->page);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (desk->page->editor), "section.difference", NULL));
  sb_test_wait (is_asked, NULL);
  dialog = find_refresh_dialog ();
  sb_refresh_dialog_choose_new (SB_REFRESH_DIALOG (dialog), is_new);
  g_assert_true (gtk_widget_activate_action (dialog, "form.accept", NULL));
  g_assert_false (is_stale (desk->page));
}

/* A text that was made from what the catalogue says no more says so; the author's is
 * kept, or the new one taken, which is undone as all else is. */
static void
test_stale (void)
{
  Desk desk;
  const char *name = NULL;
  g_autoptr (SbBilingual) other = sb_bilingual_new ("Ce que le catalogue disait.", "What the catalogue said.");
  g_autoptr (SbBilingual) mine = sb_bilingual_new ("Le MIEN.", "MINE.");

  set_up (&desk);
  for (guint i = 0; i < sb_outline_get_n_entries (desk.page->outline); i++)
    if (sb_outline_get_entry (desk.page->outline, i)->kind == SB_TEMPLATE_BLOCK_ITEMS && name == NULL)
      name = g_intern_string (sb_outline_get_entry (desk.page->outline, i)->name);
  _sb_briefings_page_choose_block (desk.page, name);
  g_signal_emit_by_name (desk.page->editor, "write-requested");
  while (!sb_section_editor_is_writable (desk.page->editor))
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (is_stale (desk.page));

  _sb_briefings_page_take_edit (desk.page, sb_outline_refresh (desk.page->outline, name, mine, other), "test");
  answer (&desk, FALSE);
  g_assert_cmpstr (get_text (&desk, name), ==, "Le MIEN.");

  _sb_briefings_page_take_edit (desk.page, sb_outline_refresh (desk.page->outline, name, mine, other), "test");
  answer (&desk, TRUE);
  g_assert_null (strstr (get_text (&desk, name), "MIEN"));
  g_signal_emit_by_name (desk.page->editor, "fill-requested");
  sb_test_wait (is_stored, desk.page);
  tear_down (&desk);
}

/* All texts in both languages are searched, and all that is found is replaced as one. */
static void
test_replace (void)
{
  Desk desk;
  guint n_found;

  set_up (&desk);
  _sb_briefings_page_choose_block (desk.page, BLOCK);
  sb_text_editor_insert_paragraph (get_french (&desk), "Un zébu, deux ZÉBU.");
  sb_text_editor_insert_paragraph (sb_section_editor_get_editor (desk.page->editor, SB_LANGUAGE_EN), "One zébu.");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (desk.page), "briefing.find", NULL));
  gtk_editable_set_text (desk.page->sought, "zébu");
  n_found = desk.page->matches->len;
  g_assert_cmpuint (n_found, ==, 3);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (desk.page), "briefing.find-next", NULL));
  gtk_editable_set_text (desk.page->replacement, "chameau");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (desk.page), "briefing.replace-all", NULL));
  g_assert_cmpuint (desk.page->matches->len, ==, 0);
  {
    g_autofree char *text = sb_text_editor_dup_text (get_french (&desk));

    g_assert_nonnull (strstr (text, "Un chameau, deux chameau."));
  }
  sb_test_wait (is_stored, desk.page);
  tear_down (&desk);
}

static void
test_comments (void)
{
  Desk desk;

  set_up (&desk);
  _sb_briefings_page_choose_block (desk.page, BLOCK);
  gtk_editable_set_text (desk.page->comment, "À vérifier.");
  g_signal_emit_by_name (desk.page->comment, "activate");
  g_assert_cmpuint (sb_outline_find (desk.page->outline, BLOCK)->n_comments, ==, 1);
  g_assert_nonnull (sb_test_find_label (GTK_WIDGET (desk.page->comments), "À vérifier."));
  g_assert_cmpstr (gtk_editable_get_text (desk.page->comment), ==, "");

  {
    GtkWidget *done = sb_test_find_type (GTK_WIDGET (desk.page->comments), GTK_TYPE_CHECK_BUTTON);

    gtk_check_button_set_active (GTK_CHECK_BUTTON (done), TRUE);
  }
  g_assert_cmpuint (sb_outline_find (desk.page->outline, BLOCK)->n_comments, ==, 0);
  sb_test_wait (is_stored, desk.page);
  tear_down (&desk);
}

static SbSheetView *
get_sheet_view (Desk *desk)
{
  return SB_SHEET_VIEW (sb_test_find_type (GTK_WIDGET (desk->page->preview), SB_TYPE_SHEET_VIEW));
}

static gboolean
is_drawn (gpointer data)
{
  return sb_sheet_view_get_texture (get_sheet_view (data)) != NULL;
}

static GtkAdjustment *
get_adjustment (Desk *desk)
{
  GtkWidget *scroll = sb_test_find_type (GTK_WIDGET (desk->page->preview), GTK_TYPE_SCROLLED_WINDOW);

  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroll));
}

/* That of a sheet beyond the first. */
static gboolean
is_sixth_drawn (gpointer data)
{
  GtkWidget *view = GTK_WIDGET (get_sheet_view (data));

  for (guint i = 0; i < 5 && view != NULL; i++)
    view = gtk_widget_get_next_sibling (view);

  return view != NULL && sb_sheet_view_get_texture (SB_SHEET_VIEW (view)) != NULL;
}

static gboolean
is_on_sixth_sheet (gpointer data)
{
  double height = gtk_widget_get_height (GTK_WIDGET (get_sheet_view (data)));

  return gtk_adjustment_get_value (get_adjustment (data)) > 5 * height * 0.8;
}

/* A block that is chosen in the outline is shown on its page, and a click on a page
 * chooses the block that is there. */
static void
test_outline_and_pages (void)
{
  Desk desk;
  SbSheets *sheets;
  SbSheetPlace place = { 0 };
  const char *name = NULL;

  set_up (&desk);
  sheets = sb_edition_get_sheets (sb_live_edition_get (desk.page->live, SB_LANGUAGE_FR));
  for (guint i = 0; i < sb_outline_get_n_entries (desk.page->outline); i++)
    if (sb_sheets_find_block (sheets, sb_outline_get_entry (desk.page->outline, i)->name, 0, &place) && place.sheet >= 5)
      {
        name = sb_outline_get_entry (desk.page->outline, i)->name;
        break;
      }
  g_assert_nonnull (name);

  sb_test_wait (is_drawn, &desk);
  g_assert_cmpfloat (gtk_adjustment_get_value (get_adjustment (&desk)), ==, 0);
  _sb_briefings_page_choose_block (desk.page, name);
  _sb_briefings_page_mark_block (desk.page, TRUE);
  sb_test_wait (is_on_sixth_sheet, &desk);
  sb_test_wait (is_sixth_drawn, &desk);

  _sb_briefings_page_choose_block (desk.page, BLOCK);
  g_signal_emit_by_name (desk.page->preview, "point-chosen", place.sheet, place.x + 1, place.y + 1);
  g_assert_cmpstr (sb_outline_list_get_chosen (desk.page->outline_list), ==, name);
  tear_down (&desk);
}

static SbBriefingDialog *
find_dialog (void)
{
  return SB_BRIEFING_DIALOG (sb_test_find_window (SB_TYPE_BRIEFING_DIALOG));
}

/* Once it is stored, the window selects it. */
static gboolean
is_selected (gpointer data)
{
  Desk *desk = data;
  SbRef *ref = sb_session_get_selection (sb_page_get_session (SB_PAGE (desk->page)));

  return ref != NULL && g_strcmp0 (sb_ref_get_uuid (ref), sb_record_get_uuid (desk->page->briefing)) == 0;
}

/* The dialog as it opens makes a situation report of the period in both languages. */
static void
test_new_briefing (void)
{
  Desk desk;
  g_autoptr (SbRecord) stored = NULL;

  set_up (&desk);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (desk.page), "briefing.add", NULL));
  g_assert_nonnull (find_dialog ());
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (find_dialog ()), "form.accept", NULL));
  g_assert_cmpstr (sb_record_get_text (desk.page->briefing, SB_BRIEFING_TEMPLATE), ==, "situation");
  sb_test_wait (is_stored, desk.page);
  sb_test_wait (is_composed, desk.page);
  stored = read_stored (&desk);
  g_assert_nonnull (stored);
  sb_test_wait (is_selected, &desk);
  g_assert_cmpstr (sb_record_get_text (stored, SB_BRIEFING_LANGUAGES), ==, "fr en");
  g_assert_cmpstr (sb_template_get_name (desk.page->template), ==, "situation");
  g_assert_cmpuint (sb_sheets_get_n_sheets (sb_edition_get_sheets (sb_live_edition_get (desk.page->live, SB_LANGUAGE_FR))), >, 0);
  tear_down (&desk);
}

static GPtrArray *printed; /* (element-type SbSheets) */

static void
printed_cb (GObject *object,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  printed = sb_edition_request_finish (SB_CATALOGUE (object), result, &error);
  g_assert_no_error (error);
}

static gboolean
is_printed (gpointer data)
{
  return printed != NULL;
}

/* The sheet on the screen, of a typesetter that has set others before, and the one that
 * goes to the printer are the same, pixel for pixel. */
static void
test_preview_is_print (void)
{
  const SbEditionManner manner = { 1u << SB_LANGUAGE_FR, FALSE, SB_PAPER_A4, SB_EDITION_MARGINS_TEMPLATE };
  Desk desk;
  GdkTexture *texture;
  int width, height;
  gsize stride;
  g_autofree guchar *shown = NULL;
  cairo_surface_t *surface;
  cairo_t *cr;
  double scale;

  set_up (&desk);
  sb_test_wait (is_drawn, &desk);
  texture = sb_sheet_view_get_texture (get_sheet_view (&desk));
  width = gdk_texture_get_width (texture);
  height = gdk_texture_get_height (texture);
  stride = (gsize) width * 4;
  shown = g_malloc (stride * (gsize) height);
  gdk_texture_download (texture, shown, stride);

  sb_edition_request_async (sb_page_get_catalogue (SB_PAGE (desk.page)), desk.page->briefing, &manner, desk.page->painter,
                            SB_BRIEFING_FORMAT_PDF, NULL, NULL, printed_cb, NULL);
  sb_test_wait (is_printed, NULL);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cr = cairo_create (surface);
  scale = width / sb_paper_get_width (SB_PAPER_A4);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  sb_sheets_draw (g_ptr_array_index (printed, 0), 0, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int y = 0; y < height; y++)
    g_assert_cmpmem (shown + (gsize) y * stride, stride,
                     cairo_image_surface_get_data (surface) + (gsize) y * (gsize) cairo_image_surface_get_stride (surface), stride);

  cairo_surface_destroy (surface);
  g_clear_pointer (&printed, g_ptr_array_unref);
  tear_down (&desk);
}

/* What is exported is what its format begins with, in one language, both, or columns. */
static void
test_export (void)
{
  static const struct
  {
    SbBriefingFormat format;
    guint languages;
    gboolean is_columns;
    const char *beginning;
    guint n_sheets; /* element-type SbSheets */
  } cases[] = {
    { SB_BRIEFING_FORMAT_PDF, 1, FALSE, "%PDF-", 1 },
    { SB_BRIEFING_FORMAT_PDF, 3, FALSE, "%PDF-", 2 },
    { SB_BRIEFING_FORMAT_PDF, 3, TRUE, "%PDF-", 1 },
    { SB_BRIEFING_FORMAT_ODT, 2, FALSE, "PK", 1 },
    { SB_BRIEFING_FORMAT_HTML, 3, FALSE, "<!DOCTYPE html>", 2 },
    { SB_BRIEFING_FORMAT_TEXT, 1, FALSE, "", 1 },
  };
  Desk desk;
  g_autofree char *folder = g_dir_make_tmp ("sb-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "briefing", NULL);

  set_up (&desk);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const SbEditionManner manner = { cases[i].languages, cases[i].is_columns, SB_PAPER_A4, SB_EDITION_MARGINS_TEMPLATE };
      g_autofree char *written = NULL;
      gsize length;

      sb_edition_request_async (sb_page_get_catalogue (SB_PAGE (desk.page)), desk.page->briefing, &manner, desk.page->painter,
                                cases[i].format, path, NULL, printed_cb, NULL);
      sb_test_wait (is_printed, NULL);
      g_assert_cmpuint (printed->len, ==, cases[i].n_sheets);
      g_clear_pointer (&printed, g_ptr_array_unref);
      g_assert_true (g_file_get_contents (path, &written, &length, NULL));
      g_assert_cmpuint (length, >, 1000);
      g_assert_true (g_str_has_prefix (written, cases[i].beginning));
    }
  g_remove (path);
  g_rmdir (folder);
  tear_down (&desk);
}

static void
cancelled_cb (GObject *object,
              GAsyncResult *result,
              gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sheets = sb_edition_request_finish (SB_CATALOGUE (object), result, &error);

  g_assert_null (sheets);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  *(gboolean *) user_data = TRUE;
}

/* What is cancelled leaves no file. */
static void
test_export_cancelled (void)
{
  const SbEditionManner manner = { 1, FALSE, SB_PAPER_A4, SB_EDITION_MARGINS_TEMPLATE };
  g_autoptr (SbOperation) operation = sb_operation_new ("export");
  g_autofree char *folder = g_dir_make_tmp ("sb-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "briefing.pdf", NULL);
  gboolean is_cancelled = FALSE;
  Desk desk;

  set_up (&desk);
  sb_edition_request_async (sb_page_get_catalogue (SB_PAGE (desk.page)), desk.page->briefing, &manner, desk.page->painter,
                            SB_BRIEFING_FORMAT_PDF, path, operation, cancelled_cb, &is_cancelled);
  sb_operation_cancel (operation);
  sb_test_wait (sb_test_is_true, &is_cancelled);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_rmdir (folder);
  tear_down (&desk);
}

/* Where the text of the second sheet begins. */
static double
find_left (Desk *desk,
           SbEditionMargins margins)
{
  const SbEditionManner manner = { 1, FALSE, SB_PAPER_A4, margins };
  double left = G_MAXDOUBLE;
  const SbSheetPlace *places;
  guint n_places;

  sb_edition_request_async (sb_page_get_catalogue (SB_PAGE (desk->page)), desk->page->briefing, &manner, desk->page->painter,
                            SB_BRIEFING_FORMAT_PDF, NULL, NULL, printed_cb, NULL);
  sb_test_wait (is_printed, NULL);
  places = sb_sheets_get_places (g_ptr_array_index (printed, 0), &n_places);
  for (guint i = 0; i < n_places; i++)
    if (places[i].sheet == 1)
      left = MIN (left, places[i].x);
  g_clear_pointer (&printed, g_ptr_array_unref);
  return left;
}

/* The letter has the outer margin of its second sheet on the left, if it is not asked for
 * otherwise. */
static void
test_margins (void)
{
  Desk desk;

  set_up (&desk);
  g_assert_cmpfloat (find_left (&desk, SB_EDITION_MARGINS_TEMPLATE), ==, find_left (&desk, SB_EDITION_MARGINS_DUPLEX));
  g_assert_cmpfloat (find_left (&desk, SB_EDITION_MARGINS_DUPLEX), >, find_left (&desk, SB_EDITION_MARGINS_SIMPLEX));
  tear_down (&desk);
}

/* The dialog proposes what was chosen in it last. */
static void
test_export_dialog (void)
{
  Desk desk;
  GSettings *settings;
  g_autoptr (SbBriefingExportDialog) dialog = NULL;
  g_autoptr (SbBriefingExportDialog) again = NULL;

  set_up (&desk);
  settings = sb_context_get_settings (sb_page_get_context (SB_PAGE (desk.page)));
  g_settings_set_string (settings, "briefing-export-languages", "columns");
  g_settings_set_string (settings, "briefing-margins", "simplex");
  dialog = g_object_ref (sb_briefing_export_dialog_new (settings, 3));
  g_assert_true (sb_briefing_export_dialog_get_manner (dialog).is_columns);
  g_assert_cmpint (sb_briefing_export_dialog_get_manner (dialog).margins, ==, SB_EDITION_MARGINS_SIMPLEX);

  g_settings_set_string (settings, "briefing-export-format", "odt");
  again = g_object_ref (sb_briefing_export_dialog_new (settings, 3));
  g_assert_cmpint (sb_briefing_export_dialog_get_format (again), ==, SB_BRIEFING_FORMAT_ODT);
  g_assert_false (sb_briefing_export_dialog_get_manner (again).is_columns);
  g_assert_cmpuint (sb_briefing_export_dialog_get_manner (again).languages, ==, 3);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (again), "form.accept", NULL));
  /* Columns are still what is wanted where they can be had. */
  g_assert_cmpint (g_settings_get_enum (settings, "briefing-export-languages"), ==, 3);
  gtk_window_destroy (GTK_WINDOW (dialog));
  tear_down (&desk);
}

int
main (int argc,
      char **argv)
{
  sb_test_desk_init (&argc, &argv);
  g_test_add_func ("/app/composer/typing", test_typing);
  g_test_add_func ("/app/composer/undo-at-once", test_undo_at_once);
  g_test_add_func ("/app/composer/closing", test_closing);
  g_test_add_func ("/app/composer/blocks", test_blocks);
  g_test_add_func ("/app/composer/figures", test_figures);
  g_test_add_func ("/app/composer/by-hand", test_by_hand);
  g_test_add_func ("/app/composer/stale", test_stale);
  g_test_add_func ("/app/composer/replace", test_replace);
  g_test_add_func ("/app/composer/comments", test_comments);
  g_test_add_func ("/app/composer/outline-and-pages", test_outline_and_pages);
  g_test_add_func ("/app/composer/new-briefing", test_new_briefing);
  g_test_add_func ("/app/composer/preview-is-print", test_preview_is_print);
  g_test_add_func ("/app/composer/export", test_export);
  g_test_add_func ("/app/composer/export-cancelled", test_export_cancelled);
  g_test_add_func ("/app/composer/margins", test_margins);
  g_test_add_func ("/app/composer/export-dialog", test_export_dialog);
  return sb_test_screen_run ();
}
