/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-briefing-dialog.h"
#include "sb-briefing.h"
#include "sb-place.h"
#include "sb-record-picker.h"
#include "sb-subject-field.h"
#include "sb-test-letter.h"
#include "sb-text-writer.h"

#include <string.h>

#define REGION "Koulikoro region"
#define OTHER  "Ménaka region"

/* A region of the sample dossier that less is known of than of another one. */
static SbRecord *
find_record (SbTestLetter *letter,
             SbKind kind,
             const char *name)
{
  g_autoptr (SbStore) store = sb_test_desk_open_store (letter->application);
  g_autoptr (SbQuery) query = sb_query_new (kind);
  g_autoptr (GPtrArray) found = sb_store_list (store, query, NULL);

  for (guint i = 0; i < found->len; i++)
    {
      SbRecord *record = g_ptr_array_index (found, i);

      if (strstr (sb_record_get_title (record, SB_LANGUAGE_EN), name) != NULL &&
          (kind != SB_KIND_PLACE || sb_record_get_term (record, SB_PLACE_KIND, -1) == SB_PLACE_KIND_REGION))
        return g_object_ref (record);
    }
  g_assert_not_reached ();
}

static GtkWidget *
get_child (const char *name)
{
  GtkWidget *dialog = sb_test_find_window (SB_TYPE_BRIEFING_DIALOG);

  return GTK_WIDGET (gtk_widget_get_template_child (dialog, SB_TYPE_BRIEFING_DIALOG, name));
}

static gboolean
has_item (gpointer data)
{
  return gtk_drop_down_get_selected_item (data) != NULL;
}

static void
open_dialog (SbTestLetter *letter,
             const char *template)
{
  const char *const *names = sb_template_list ();
  guint position = 0;

  while (!g_str_equal (names[position], template))
    position++;
  sb_test_activate (GTK_WIDGET (letter->page), "briefing.add");
  sb_test_wait (has_item, get_child ("dossier"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (get_child ("template")), position);
}

static gboolean
has_subject (gpointer data)
{
  return sb_subject_field_get_record (data) != NULL;
}

static gboolean
is_list_open (gpointer data)
{
  GtkWidget *list = sb_test_find_type (data, GTK_TYPE_LIST_BOX);

  return gtk_widget_get_mapped (list) && gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0) != NULL;
}

/* As somebody does who begins its name and takes the first that is offered. */
static void
type (SbSubjectField *field,
      const char *name)
{
  GtkWidget *picker = sb_test_find_type (GTK_WIDGET (field), SB_TYPE_RECORD_PICKER);
  GtkWidget *list;

  sb_record_picker_set_text (SB_RECORD_PICKER (picker), name);
  sb_test_wait (is_list_open, picker);
  list = sb_test_find_type (picker, GTK_TYPE_LIST_BOX);
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
}

static char *
dup_pages (SbTestLetter *letter)
{
  SbSheets *sheets = sb_test_letter_get_sheets (letter);
  g_autoptr (GBytes) text = sb_text_render (&sheets, 1);

  return g_strndup (g_bytes_get_data (text, NULL), g_bytes_get_size (text));
}

static gboolean
is_about (SbRecord *briefing,
          SbRecord *subject)
{
  g_autofree char *line = g_strdup_printf ("Place=%s", sb_record_get_uuid (subject));
  const char *settings = sb_record_get_text (briefing, SB_BRIEFING_SETTINGS);

  return settings != NULL && strstr (settings, line) != NULL;
}

static gboolean
is_called_after (gpointer data)
{
  SbTestLetter *letter = data;

  return strstr (sb_record_get_title (letter->page->briefing, SB_LANGUAGE_EN), REGION) != NULL;
}

static gboolean
is_called_otherwise (gpointer data)
{
  return !is_called_after (data);
}

static gboolean
is_shown (gpointer data)
{
  SbRecord *record = sb_subject_field_get_record (data);

  return record != NULL && strstr (sb_record_get_title (record, SB_LANGUAGE_EN), REGION) != NULL;
}

static gboolean
is_stored (gpointer data)
{
  SbTestLetter *letter = data;

  return letter->page->label == NULL && letter->page->n_writing == 0 && sb_record_get_id (letter->page->briefing) != 0;
}

/* A note on a region that somebody names, made in the dialog. */
static void
make_note (SbTestLetter *letter)
{
  SbSubjectField *field;

  open_dialog (letter, "note");
  field = SB_SUBJECT_FIELD (get_child ("place"));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (field)));
  g_assert_false (gtk_widget_get_visible (get_child ("actor")));
  type (field, REGION);
  sb_test_wait (has_subject, field);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_child ("title_en"))), ==, "Thematic note: Koulikoro region");
  sb_test_activate (sb_test_find_window (SB_TYPE_BRIEFING_DIALOG), "form.accept");
  sb_test_wait (is_stored, letter);
  sb_test_letter_wait_until_composed (letter);
}

/* Its titles, its tag and its pages are about that region. */
static void
test_note (void)
{
  SbTestLetter letter;
  g_autoptr (SbRecord) region = NULL;
  g_autoptr (SbRecord) stored = NULL;
  g_autofree char *pages = NULL;

  sb_test_letter_open (&letter);
  make_note (&letter);
  region = find_record (&letter, SB_KIND_PLACE, REGION);
  stored = sb_test_letter_read (&letter);
  g_assert_true (is_about (stored, region));
  g_assert_cmpstr (sb_record_get_words (stored, SB_BRIEFING_TAG, SB_LANGUAGE_FR), ==, "MALI");
  pages = dup_pages (&letter);
  g_assert_nonnull (strstr (pages, "Koulikoro"));
  sb_test_letter_close (&letter);
}

/* Another region in the properties is another note, with another title; that is undone;
 * without one the note is about the region that most is known of. */
static void
test_properties (void)
{
  SbTestLetter letter;
  g_autoptr (SbRecord) other = NULL;
  g_autoptr (SbRecord) stored = NULL;
  g_autoptr (SbRecord) cleared = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  SbSubjectField *field;

  sb_test_letter_open (&letter);
  make_note (&letter);
  before = dup_pages (&letter);
  gtk_stack_set_visible_child_name (letter.page->side, "properties");
  field = letter.page->place;
  sb_test_wait (is_shown, field);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (field)));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (letter.page->actor)));

  type (field, OTHER);
  sb_test_wait (is_called_otherwise, &letter);
  sb_test_wait (is_stored, &letter);
  sb_test_letter_wait_until_composed (&letter);
  other = find_record (&letter, SB_KIND_PLACE, OTHER);
  stored = sb_test_letter_read (&letter);
  g_assert_true (is_about (stored, other));
  g_assert_cmpstr (sb_record_get_title (stored, SB_LANGUAGE_EN), ==, "Thematic note: Ménaka region");
  after = dup_pages (&letter);
  g_assert_cmpstr (before, !=, after);

  sb_test_activate (GTK_WIDGET (letter.page), "briefing.undo");
  sb_test_wait (is_called_after, &letter);
  sb_test_wait (is_shown, field);

  sb_record_picker_set_text (SB_RECORD_PICKER (sb_test_find_type (GTK_WIDGET (field), SB_TYPE_RECORD_PICKER)), "");
  sb_test_wait (is_called_otherwise, &letter);
  sb_test_wait (is_stored, &letter);
  cleared = sb_test_letter_read (&letter);
  g_assert_false (sb_record_has (cleared, SB_BRIEFING_SETTINGS));
  g_assert_cmpstr (sb_record_get_title (cleared, SB_LANGUAGE_EN), ==, "Thematic note");
  sb_test_letter_close (&letter);
}

/* What is selected in the window is proposed, where the product asks for it. */
static void
test_selection (void)
{
  SbTestLetter letter;
  g_autoptr (SbRecord) actor = NULL;
  g_autoptr (SbRef) ref = NULL;
  SbSubjectField *field;

  sb_test_letter_open (&letter);
  actor = find_record (&letter, SB_KIND_ACTOR, "Front");
  ref = sb_record_dup_ref (actor);
  sb_session_select (sb_page_get_session (SB_PAGE (letter.page)), ref);
  open_dialog (&letter, "actor");
  field = SB_SUBJECT_FIELD (get_child ("actor"));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (field)));
  sb_test_wait (has_subject, field);
  g_assert_cmpstr (sb_record_get_uuid (sb_subject_field_get_record (field)), ==, sb_record_get_uuid (actor));
  g_assert_true (g_str_has_prefix (gtk_editable_get_text (GTK_EDITABLE (get_child ("title_fr"))), "Fiche d’acteur\302\240: "));

  /* A name that nothing bears is no actor. */
  sb_record_picker_set_text (SB_RECORD_PICKER (sb_test_find_type (GTK_WIDGET (field), SB_TYPE_RECORD_PICKER)), "zzz");
  g_assert_true (sb_subject_field_is_undecided (field));
  gtk_window_destroy (GTK_WINDOW (sb_test_find_window (SB_TYPE_BRIEFING_DIALOG)));
  sb_test_letter_close (&letter);
}

int
main (int argc,
      char *argv[])
{
  sb_test_desk_init (&argc, &argv);

  g_test_add_func ("/app/briefing-subject/note", test_note);
  g_test_add_func ("/app/briefing-subject/properties", test_properties);
  g_test_add_func ("/app/briefing-subject/selection", test_selection);

  return g_test_run ();
}
