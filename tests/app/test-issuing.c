/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-briefing.h"
#include "sb-issue-dialog.h"
#include "sb-issues-dialog.h"
#include "sb-test-folder.h"
#include "sb-test-letter.h"
#include "sb-time-bar.h"

static GtkWidget *
find_child (GtkWidget *dialog,
            GType type,
            const char *name)
{
  GtkWidget *child = GTK_WIDGET (gtk_widget_get_template_child (dialog, type, name));

  g_assert_nonnull (child);
  return child;
}

static gboolean
is_looked_through (gpointer data)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (data), "looking") != 0;
}

static gboolean
is_gone (gpointer data)
{
  return sb_test_find_window (SB_TYPE_ISSUE_DIALOG) == NULL;
}

static gboolean
is_issued (gpointer data)
{
  SbTestLetter *letter = data;
  g_autoptr (SbRecord) stored = sb_test_letter_read (letter);

  return sb_record_has (stored, SB_BRIEFING_ISSUED) && sb_record_equal (stored, letter->page->briefing);
}

static GtkWidget *
open_issue_dialog (SbTestLetter *letter)
{
  GtkWidget *dialog;

  sb_test_activate (GTK_WIDGET (letter->page), "briefing.issue");
  dialog = sb_test_find_window (SB_TYPE_ISSUE_DIALOG);
  g_assert_nonnull (dialog);
  sb_test_wait (is_looked_through, find_child (dialog, SB_TYPE_ISSUE_DIALOG, "stack"));
  return dialog;
}

/* What is open in the letter of the sample is let stand. */
static void
issue (SbTestLetter *letter,
       const char *reason)
{
  GtkWidget *dialog = open_issue_dialog (letter);

  gtk_editable_set_text (GTK_EDITABLE (find_child (dialog, SB_TYPE_ISSUE_DIALOG, "distribution")), "Ministère");
  gtk_editable_set_text (GTK_EDITABLE (find_child (dialog, SB_TYPE_ISSUE_DIALOG, "reason")), reason);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_child (dialog, SB_TYPE_ISSUE_DIALOG, "anyway")), TRUE);
  sb_test_activate (dialog, "form.accept");
  sb_test_wait (is_gone, NULL);
  sb_test_wait (is_issued, letter);
}

static GPtrArray *
list_issues (SbTestLetter *letter)
{
  g_autoptr (SbStore) store = sb_test_desk_open_store (letter->application);
  g_autoptr (GError) error = NULL;
  GPtrArray *issues = sb_issue_store_list (store, sb_record_get_uuid (letter->page->briefing), &error);

  g_assert_no_error (error);
  return issues;
}

static void
edit (SbTestLetter *letter,
      const char *text)
{
  _sb_briefings_page_choose_block (letter->page, SB_TEST_LETTER_BLOCK);
  sb_text_editor_insert_paragraph (sb_test_letter_get_editor (letter, SB_LANGUAGE_FR), text);
  sb_test_letter_wait_until_stored (letter);
}

static int
get_marked_day (gpointer letter)
{
  GtkWidget *window = GTK_WIDGET (((SbTestLetter *) letter)->window);

  return sb_time_bar_get_last_briefing (SB_TIME_BAR (sb_test_find_type (window, SB_TYPE_TIME_BAR)));
}

static gboolean
is_marked (gpointer letter)
{
  return get_marked_day (letter) != SB_DATE_DAY_MIN;
}

static gboolean is_written;

static void
written_cb (GObject *object,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  is_written = sb_issue_papers_write_finish (SB_CATALOGUE (object), result, &error);
  g_assert_no_error (error);
}

static char *
write_paper (SbTestLetter *letter,
             SbIssuePaperKind kind,
             gsize *length)
{
  const SbIssuePaper wish = {
    .kind = kind,
    .briefing = sb_record_get_uuid (letter->page->briefing),
    .before = 1,
    .number = 2,
    .language = SB_LANGUAGE_FR,
    .paper = SB_PAPER_A4,
  };
  char *folder = sb_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "issue.pdf", NULL);
  char *contents;

  is_written = FALSE;
  sb_issue_papers_write_async (sb_page_get_catalogue (SB_PAGE (letter->page)), &wish, letter->page->painter, path, NULL, written_cb, NULL);
  sb_test_wait (sb_test_is_true, &is_written);
  g_assert_true (g_file_get_contents (path, &contents, length, NULL));
  sb_test_remove_folder (folder);
  return contents;
}

/* The pages of an issue are what they were, whatever was issued and written since. */
static void
assert_same_bytes (SbTestLetter *letter,
                   const SbIssue *issue)
{
  gsize length;
  g_autofree char *pages = write_paper (letter, SB_ISSUE_PAPER_PAGES, &length);
  g_autofree char *hash = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) pages, length);

  g_assert_cmpstr (hash, ==, sb_issue_find_edition (issue, SB_LANGUAGE_FR)->hash);
}

static void
assert_pdf (SbTestLetter *letter,
            SbIssuePaperKind kind)
{
  gsize length;
  g_autofree char *contents = write_paper (letter, kind, &length);

  g_assert_cmpuint (length, >, 1000);
  g_assert_true (g_str_has_prefix (contents, "%PDF-"));
}

/* Something that is open. */
static void
comment (SbTestLetter *letter)
{
  _sb_briefings_page_choose_block (letter->page, SB_TEST_LETTER_BLOCK);
  gtk_editable_set_text (letter->page->comment, "À vérifier.");
  g_signal_emit_by_name (letter->page->comment, "activate");
  sb_test_letter_wait_until_stored (letter);
}

/* The dialog does not issue what is open unless that is let stand, and not again what
 * has not changed without a reason. */
static void
test_issuing (void)
{
  SbTestLetter letter;
  GtkWidget *dialog;
  g_autoptr (GPtrArray) issues = NULL;
  g_autoptr (GPtrArray) after = NULL;

  sb_test_letter_open (&letter);
  comment (&letter);
  dialog = open_issue_dialog (&letter);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (find_child (dialog, SB_TYPE_ISSUE_DIALOG, "stack"))), ==, "points");
  g_assert_false (sb_test_can_activate (dialog, "form.accept"));
  g_assert_nonnull (sb_test_find_window (SB_TYPE_ISSUE_DIALOG));
  gtk_window_close (GTK_WINDOW (dialog));
  sb_test_wait (is_gone, NULL);
  issues = list_issues (&letter);
  g_assert_cmpuint (issues->len, ==, 0);
  /* What is being written is no last briefing yet. */
  g_assert_false (is_marked (&letter));

  issue (&letter, "");
  sb_test_wait (is_marked, &letter);
  after = list_issues (&letter);
  g_assert_cmpuint (after->len, ==, 1);
  g_assert_cmpstr (sb_record_get_text (((SbIssue *) g_ptr_array_index (after, 0))->record, SB_BRIEFING_DISTRIBUTION), ==, "Ministère");

  dialog = open_issue_dialog (&letter);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_child (dialog, SB_TYPE_ISSUE_DIALOG, "anyway")), TRUE);
  g_assert_true (gtk_widget_get_visible (find_child (dialog, SB_TYPE_ISSUE_DIALOG, "reason")));
  g_assert_false (sb_test_can_activate (dialog, "form.accept"));
  g_assert_false (sb_form_dialog_is_busy (SB_FORM_DIALOG (dialog)));
  gtk_window_close (GTK_WINDOW (dialog));
  sb_test_letter_close (&letter);
}

/* A point that is chosen closes the dialog and shows its block. */
static void
test_point (void)
{
  SbTestLetter letter;
  GtkWidget *dialog;
  GtkListBox *points;

  sb_test_letter_open (&letter);
  _sb_briefings_page_choose_block (letter.page, NULL);
  dialog = open_issue_dialog (&letter);
  points = GTK_LIST_BOX (find_child (dialog, SB_TYPE_ISSUE_DIALOG, "points"));
  for (guint i = 0; gtk_list_box_get_row_at_index (points, (int) i) != NULL; i++)
    if (gtk_list_box_row_get_activatable (gtk_list_box_get_row_at_index (points, (int) i)))
      {
        g_signal_emit_by_name (points, "row-activated", gtk_list_box_get_row_at_index (points, (int) i));
        break;
      }
  sb_test_wait (is_gone, NULL);
  g_assert_nonnull (sb_outline_list_get_chosen (letter.page->outline_list));

  /* What is in no block is settled in the imprint. */
  _sb_briefings_page_go_to_imprint (letter.page);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (letter.page->side), ==, "properties");
  g_assert_nonnull (gtk_widget_get_focus_child (GTK_WIDGET (letter.page->imprint)));
  sb_test_letter_close (&letter);
}

/* "FR 2 pages · EN 2 pages · A4", and perhaps why. */
static gboolean
tells_paper (GtkWidget *widget,
             gpointer data)
{
  return strstr (gtk_label_get_text (GTK_LABEL (widget)), " · A4") != NULL;
}

/* Two issues are compared, and what each was stays as it was. */
static void
test_issues (void)
{
  SbTestLetter letter;
  GtkWidget *dialog;
  GtkStack *stack;
  GtkListBox *differences;
  g_autoptr (GPtrArray) issues = NULL;

  sb_test_letter_open (&letter);
  edit (&letter, "ZÉBU d’abord.");
  issue (&letter, "Une date était fausse.");
  issues = list_issues (&letter);
  g_assert_cmpuint (issues->len, ==, 2);
  g_assert_cmpstr (sb_bilingual_get_any (((SbIssue *) g_ptr_array_index (issues, 1))->reason, SB_LANGUAGE_FR), ==, "Une date était fausse.");

  sb_test_activate (GTK_WIDGET (letter.page), "briefing.issues");
  dialog = sb_test_find_window (SB_TYPE_ISSUES_DIALOG);
  stack = GTK_STACK (find_child (dialog, SB_TYPE_ISSUES_DIALOG, "stack"));
  sb_test_wait (is_looked_through, stack);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "issues");
  g_assert_nonnull (sb_test_find (dialog, GTK_TYPE_LABEL, tells_paper, NULL));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find_child (dialog, SB_TYPE_ISSUES_DIALOG, "language")), 0);
  differences = GTK_LIST_BOX (find_child (dialog, SB_TYPE_ISSUES_DIALOG, "differences"));
  g_assert_nonnull (sb_test_find_label (GTK_WIDGET (differences), "ZÉBU d’abord."));
  gtk_window_close (GTK_WINDOW (dialog));

  edit (&letter, "Encore un.");
  assert_same_bytes (&letter, g_ptr_array_index (issues, 1));
  assert_pdf (&letter, SB_ISSUE_PAPER_CORRECTION);
  assert_pdf (&letter, SB_ISSUE_PAPER_CHANGES);
  sb_test_letter_close (&letter);
}

int
main (int argc,
      char **argv)
{
  sb_test_desk_init (&argc, &argv);
  g_test_add_func ("/app/issuing/issuing", test_issuing);
  g_test_add_func ("/app/issuing/point", test_point);
  g_test_add_func ("/app/issuing/issues", test_issues);
  return sb_test_screen_run ();
}
