/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include <string.h>

#include "sb-briefing-choice-dialog.h"
#include "sb-briefing-words.h"
#include "sb-briefing.h"
#include "sb-extract-lift.h"
#include "sb-outline.h"
#include "sb-reader.h"
#include "sb-record-builder.h"
#include "sb-test-document.h"

/* What is read goes into a briefing, by a key, and out of it again. */

#define TITLE    "Le blocus vu de Kayes"
#define UUID     "5f0d6c5e-3b0e-4d53-9d1a-7f5a1c2b3d4e"
#define BRIEFING "6a1d6c5e-3b0e-4d53-9d1a-7f5a1c2b3d4e"
#define TEXT     "Le *JNIM* tient la RN1. Kayes attend."
#define BLOCK    "passages"

static SbRecord *
make_briefing (const char *languages)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_briefing_schema);

  sb_record_builder_set_uuid (builder, BRIEFING);
  sb_record_builder_set_words (builder, SB_BRIEFING_TITLE, "Note sur Kayes", "Note on Kayes");
  sb_record_builder_set_text (builder, SB_BRIEFING_TEMPLATE, "situation");
  sb_record_builder_set_text (builder, SB_BRIEFING_LANGUAGES, languages);
  return sb_record_builder_end (builder);
}

static SbOutline *
read_outline (SbRecord *briefing)
{
  g_autoptr (SbTemplate) template = sb_template_new (sb_record_get_text (briefing, SB_BRIEFING_TEMPLATE), NULL);

  return sb_outline_new (template, briefing);
}

/* A quotation in each language of the briefing, with its signs escaped; one text after
 * the other; no source twice; above what closes the paper. */
static void
test_words (void)
{
  g_autoptr (SbRecord) briefing = make_briefing ("fr en");
  g_autoptr (SbRecord) document = sb_test_document_new (UUID, TITLE, "2026-05-15");
  g_autoptr (GPtrArray) blocks = sb_test_document_make_blocks (TEXT);
  g_autoptr (SbRecord) extract = sb_extract_lift (document, blocks, 0, 23);
  g_autoptr (GError) error = NULL;
  g_autoptr (SbRecord) once = sb_briefing_add_words (briefing, extract, &error);
  g_autoptr (SbRecord) twice = NULL;
  g_autoptr (SbRecord) again = NULL;
  g_autoptr (SbOutline) outline = NULL;
  g_autofree char *french = g_strdup_printf ("> «\302\240Le \\*JNIM\\* tient la RN1.\302\240» [@%s]\n\n*" TITLE "*, 15\302\240mai\302\2402026 [@" UUID "]",
                                             sb_record_get_uuid (extract));
  gboolean is_above = FALSE;

  g_assert_no_error (error);
  twice = sb_briefing_add_words (once, document, &error);
  g_assert_no_error (error);
  again = sb_briefing_add_words (twice, extract, &error);
  g_assert_no_error (error);
  g_assert_true (sb_record_equal (again, twice));

  outline = read_outline (twice);
  g_assert_cmpstr (sb_outline_get_text (outline, BLOCK, SB_LANGUAGE_FR), ==, french);
  g_assert_nonnull (strstr (sb_outline_get_text (outline, BLOCK, SB_LANGUAGE_EN), "> “Le "));
  g_assert_nonnull (strstr (sb_outline_get_text (outline, BLOCK, SB_LANGUAGE_EN), "15\302\240May\302\2402026"));
  g_assert_cmpuint (sb_outline_find (outline, BLOCK)->missing, ==, 0);
  for (guint i = 0; i < sb_outline_get_n_entries (outline); i++)
    {
      const SbOutlineEntry *entry = sb_outline_get_entry (outline, i);

      if (g_str_equal (entry->name, BLOCK))
        is_above = TRUE;
      if (entry->kind == SB_TEMPLATE_BLOCK_SOURCES)
        g_assert_true (is_above);
    }
}

static void
test_one_language (void)
{
  g_autoptr (SbRecord) briefing = make_briefing ("fr");
  g_autoptr (SbRecord) document = sb_test_document_new (UUID, TITLE, "2026-05-15");
  g_autoptr (GError) error = NULL;
  g_autoptr (SbRecord) added = sb_briefing_add_words (briefing, document, &error);
  g_autoptr (SbOutline) outline = NULL;

  g_assert_no_error (error);
  outline = read_outline (added);
  g_assert_nonnull (sb_outline_get_text (outline, BLOCK, SB_LANGUAGE_FR));
  g_assert_null (sb_outline_get_text (outline, BLOCK, SB_LANGUAGE_EN));
}

typedef struct
{
  SbApplication *application; /* (owned) */
  SbCatalogue *catalogue;
  SbWindow *window;
  SbPage *page;
  SbReader *reader;
  char *text; /* (owned) (nullable) of the block, in French */
  int n_extracts; /* of the document */
} Desk;

static void
put_all (Desk *desk)
{
  g_autoptr (SbChangeSet) changes = sb_change_set_new (NULL);
  g_autoptr (SbRecord) document = sb_test_document_new (UUID, TITLE, "2026-05-15");
  g_autoptr (SbRecord) briefing = make_briefing ("fr");
  g_autoptr (GPtrArray) blocks = sb_test_document_make_blocks (TEXT);

  sb_change_set_put_document (changes, document, blocks, NULL);
  sb_change_set_put (changes, briefing);
  sb_test_desk_write (desk->application, changes);
}

/* What is stored of all that. */
static void
look_at_store (Desk *desk)
{
  g_autoptr (SbStore) store = sb_test_desk_open_store (desk->application);
  g_autoptr (SbRecord) document = sb_store_get_by_uuid (store, SB_KIND_DOCUMENT, UUID, NULL);
  g_autoptr (SbRecord) briefing = sb_store_get_by_uuid (store, SB_KIND_BRIEFING, BRIEFING, NULL);
  g_autoptr (SbOutline) outline = read_outline (briefing);
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_EXTRACT);
  g_autoptr (GPtrArray) extracts = NULL;

  query->document = sb_record_get_id (document);
  extracts = sb_store_list (store, query, NULL);
  g_clear_pointer (&desk->text, g_free);
  desk->text = g_strdup (sb_outline_get_text (outline, BLOCK, SB_LANGUAGE_FR));
  desk->n_extracts = (int) extracts->len;
}

static void
open_document (Desk *desk)
{
  desk->application = sb_test_desk_start ();
  desk->catalogue = sb_test_desk_get_catalogue (desk->application);
  put_all (desk);
  desk->window = sb_test_desk_open_window (desk->application);
  desk->reader = sb_test_document_read (desk->window, UUID);
  desk->page = SB_PAGE (gtk_widget_get_ancestor (GTK_WIDGET (desk->reader), SB_TYPE_PAGE));
}

static gboolean
asks_which (gpointer data)
{
  return sb_test_find_window (SB_TYPE_BRIEFING_CHOICE_DIALOG) != NULL;
}

/* The row of our briefing; it comes when the list was read. */
static GtkListBoxRow *
find_row (void)
{
  GtkWidget *dialog = sb_test_find_window (SB_TYPE_BRIEFING_CHOICE_DIALOG);
  GtkListBox *list = GTK_LIST_BOX (gtk_widget_get_template_child (dialog, SB_TYPE_BRIEFING_CHOICE_DIALOG, "list"));
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    {
      SbRecord *briefing = g_object_get_data (G_OBJECT (row), "briefing");

      if (briefing != NULL && g_strcmp0 (sb_record_get_uuid (briefing), BRIEFING) == 0)
        return row;
    }

  return NULL;
}

static gboolean
has_row (gpointer data)
{
  return find_row () != NULL;
}

static gboolean
can_undo (gpointer data)
{
  return sb_catalogue_get_undo_label (((Desk *) data)->catalogue) != NULL;
}

static gboolean
can_redo (gpointer data)
{
  return sb_catalogue_get_redo_label (((Desk *) data)->catalogue) != NULL;
}

static gboolean
cannot_undo (gpointer data)
{
  return !can_undo (data);
}

/* Which briefing is asked once; a passage becomes an extract with it. Undo takes both
 * back, redo brings both. */
static void
test_keys (void)
{
  Desk desk = { 0 };
  GtkListBoxRow *row;

  open_document (&desk);
  sb_reader_show_range (desk.reader, 0, 23);
  sb_test_wait_for_frame (GTK_WIDGET (desk.reader));
  g_assert_true (sb_test_press (GTK_WIDGET (desk.page), "b"));
  sb_test_wait (asks_which, &desk);
  sb_test_wait (has_row, &desk);
  row = find_row ();
  gtk_list_box_select_row (GTK_LIST_BOX (gtk_widget_get_parent (GTK_WIDGET (row))), row);
  sb_test_activate (GTK_WIDGET (row), "form.accept");
  sb_test_wait (can_undo, &desk);
  look_at_store (&desk);
  g_assert_nonnull (strstr (desk.text, "tient la RN1."));
  g_assert_cmpint (desk.n_extracts, ==, 1);

  sb_test_activate (GTK_WIDGET (desk.window), "win.undo");
  sb_test_wait (can_redo, &desk);
  look_at_store (&desk);
  g_assert_null (desk.text);
  g_assert_cmpint (desk.n_extracts, ==, 0);

  sb_test_activate (GTK_WIDGET (desk.window), "win.redo");
  sb_test_wait (can_undo, &desk);
  look_at_store (&desk);
  g_assert_nonnull (strstr (desk.text, "tient la RN1."));
  g_assert_cmpint (desk.n_extracts, ==, 1);

  /* The one that was chosen is not asked for again. */
  sb_test_activate (GTK_WIDGET (desk.window), "win.undo");
  sb_test_wait (cannot_undo, &desk);
  g_assert_true (sb_test_press (GTK_WIDGET (desk.page), "b"));
  sb_test_wait (can_undo, &desk);
  g_assert_false (asks_which (&desk));

  gtk_window_close (GTK_WINDOW (desk.window));
  sb_test_desk_stop (desk.application);
  g_free (desk.text);
}

int
main (int argc,
      char *argv[])
{
  sb_test_desk_init (&argc, &argv);
  g_test_add_func ("/app/briefing-addition/words", test_words);
  g_test_add_func ("/app/briefing-addition/one-language", test_one_language);
  g_test_add_func ("/app/briefing-addition/keys", test_keys);
  return g_test_run ();
}
