/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-briefing.h"
#include "sb-briefings-page-private.h"
#include "sb-issue-dialog.h"
#include "sb-issues-dialog.h"
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
  Desk *desk = data;
  g_autoptr (SbRecord) stored = read_stored (desk);

  return sb_record_has (stored, SB_BRIEFING_ISSUED) && sb_record_equal (stored, desk->page->briefing);
}

static gboolean
is_enabled (GtkWidget *dialog,
            const char *action)
{
  /* Activating one that is disabled does nothing, and says so. */
  return gtk_widget_activate_action (dialog, action, NULL);
}

static GtkWidget *
open_issue_dialog (Desk *desk)
{
  GtkWidget *dialog;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (desk->page), "briefing.issue", NULL));
  dialog = sb_test_find_window (SB_TYPE_ISSUE_DIALOG);
  g_assert_nonnull (dialog);
  sb_test_wait (is_looked_through, find_child (dialog, SB_TYPE_ISSUE_DIALOG, "stack"));
  return dialog;
}

/* What is open in the letter of the sample is let stand. */
static void
issue (Desk *desk,
       const char *reason)
{
  GtkWidget *dialog = open_issue_dialog (desk);

  gtk_editable_set_text (GTK_EDITABLE (find_child (dialog, SB_TYPE_ISSUE_DIALOG, "distribution")), "Ministère");
  gtk_editable_set_text (GTK_EDITABLE (find_child (dialog, SB_TYPE_ISSUE_DIALOG, "reason")), reason);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_child (dialog, SB_TYPE_ISSUE_DIALOG, "anyway")), TRUE);
  g_assert_true (is_enabled (dialog, "form.accept"));
  sb_test_wait (is_gone, NULL);
  sb_test_wait (is_issued, desk);
}

static GPtrArray *
list_issues (Desk *desk)
{
  const char *path = sb_catalogue_get_path (sb_page_get_catalogue (SB_PAGE (desk->page)));
  g_autoptr (GError) error = NULL;
  g_autoptr (SbStore) store = sb_store_open (path, SB_STORE_READ_ONLY, &error);
  GPtrArray *issues = sb_issue_store_list (store, sb_record_get_uuid (desk->page->briefing), &error);

  g_assert_no_error (error);
  return issues;
}

static void
edit (Desk *desk,
      const char *text)
{
  _sb_briefings_page_choose_block (desk->page, BLOCK);
  sb_text_editor_insert_paragraph (sb_section_editor_get_editor (desk->page->editor, SB_LANGUAGE_FR), text);
  sb_test_wait (is_stored, desk->page);
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
write_paper (Desk *desk,
             SbIssuePaperKind kind,
             gsize *length)
{
  const SbIssuePaper wish = {
    .kind = kind,
    .briefing = sb_record_get_uuid (desk->page->briefing),
    .before = 1,
    .number = 2,
    .language = SB_LANGUAGE_FR,
    .paper = SB_PAPER_A4,
  };
  g_autofree char *folder = g_dir_make_tmp ("sb-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "issue.pdf", NULL);
  char *contents;

  is_written = FALSE;
  sb_issue_papers_write_async (sb_page_get_catalogue (SB_PAGE (desk->page)), &wish, desk->page->painter, path, NULL, written_cb, NULL);
  sb_test_wait (sb_test_is_true, &is_written);
  g_assert_true (g_file_get_contents (path, &contents, length, NULL));
  g_remove (path);
  g_rmdir (folder);
  return contents;
}

/* The pages of an issue are what they were, whatever was issued and written since. */
static void
assert_same_bytes (Desk *desk,
                   const SbIssue *issue)
{
  gsize length;
  g_autofree char *pages = write_paper (desk, SB_ISSUE_PAPER_PAGES, &length);
  g_autofree char *hash = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) pages, length);

  g_assert_cmpstr (hash, ==, sb_issue_find_edition (issue, SB_LANGUAGE_FR)->hash);
}

static void
assert_pdf (Desk *desk,
            SbIssuePaperKind kind)
{
  gsize length;
  g_autofree char *contents = write_paper (desk, kind, &length);

  g_assert_cmpuint (length, >, 1000);
  g_assert_true (g_str_has_prefix (contents, "%PDF-"));
}

/* Something that is open. */
static void
comment (Desk *desk)
{
  _sb_briefings_page_choose_block (desk->page, BLOCK);
  gtk_editable_set_text (desk->page->comment, "À vérifier.");
  g_signal_emit_by_name (desk->page->comment, "activate");
  sb_test_wait (is_stored, desk->page);
}

/* The dialog does not issue what is open unless that is let stand, and not again what
 * has not changed without a reason. */
static void
test_issuing (void)
{
  Desk desk;
  GtkWidget *dialog;
  g_autoptr (GPtrArray) issues = NULL;
  g_autoptr (GPtrArray) after = NULL;

  set_up (&desk);
  comment (&desk);
  dialog = open_issue_dialog (&desk);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (find_child (dialog, SB_TYPE_ISSUE_DIALOG, "stack"))), ==, "points");
  is_enabled (dialog, "form.accept");
  g_assert_nonnull (sb_test_find_window (SB_TYPE_ISSUE_DIALOG));
  gtk_window_close (GTK_WINDOW (dialog));
  sb_test_wait (is_gone, NULL);
  issues = list_issues (&desk);
  g_assert_cmpuint (issues->len, ==, 0);

  issue (&desk, "");
  after = list_issues (&desk);
  g_assert_cmpuint (after->len, ==, 1);
  g_assert_cmpstr (sb_record_get_text (((SbIssue *) g_ptr_array_index (after, 0))->record, SB_BRIEFING_DISTRIBUTION), ==, "Ministère");

  dialog = open_issue_dialog (&desk);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_child (dialog, SB_TYPE_ISSUE_DIALOG, "anyway")), TRUE);
  g_assert_true (gtk_widget_get_visible (find_child (dialog, SB_TYPE_ISSUE_DIALOG, "reason")));
  is_enabled (dialog, "form.accept");
  g_assert_false (sb_form_dialog_is_busy (SB_FORM_DIALOG (dialog)));
  gtk_window_close (GTK_WINDOW (dialog));
  tear_down (&desk);
}

/* A point that is chosen closes the dialog and shows its block. */
static void
test_point (void)
{
  Desk desk;
  GtkWidget *dialog;
  GtkListBox *points;

  set_up (&desk);
  _sb_briefings_page_choose_block (desk.page, NULL);
  dialog = open_issue_dialog (&desk);
  points = GTK_LIST_BOX (find_child (dialog, SB_TYPE_ISSUE_DIALOG, "points"));
  for (guint i = 0; gtk_list_box_get_row_at_index (points, (int) i) != NULL; i++)
    if (gtk_list_box_row_get_activatable (gtk_list_box_get_row_at_index (points, (int) i)))
      {
        g_signal_emit_by_name (points, "row-activated", gtk_list_box_get_row_at_index (points, (int) i));
        break;
      }
  sb_test_wait (is_gone, NULL);
  g_assert_nonnull (sb_outline_list_get_chosen (desk.page->outline_list));
  tear_down (&desk);
}

/* Two issues are compared, and what each was stays as it was. */
static void
test_issues (void)
{
  Desk desk;
  GtkWidget *dialog;
  GtkStack *stack;
  GtkListBox *differences;
  g_autoptr (GPtrArray) issues = NULL;

  set_up (&desk);
  edit (&desk, "ZÉBU d’abord.");
  issue (&desk, "Une date était fausse.");
  issues = list_issues (&desk);
  g_assert_cmpuint (issues->len, ==, 2);
  g_assert_cmpstr (sb_bilingual_get_any (((SbIssue *) g_ptr_array_index (issues, 1))->reason, SB_LANGUAGE_FR), ==, "Une date était fausse.");

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (desk.page), "briefing.issues", NULL));
  dialog = sb_test_find_window (SB_TYPE_ISSUES_DIALOG);
  stack = GTK_STACK (find_child (dialog, SB_TYPE_ISSUES_DIALOG, "stack"));
  sb_test_wait (is_looked_through, stack);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "issues");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find_child (dialog, SB_TYPE_ISSUES_DIALOG, "language")), 0);
  differences = GTK_LIST_BOX (find_child (dialog, SB_TYPE_ISSUES_DIALOG, "differences"));
  g_assert_nonnull (sb_test_find_label (GTK_WIDGET (differences), "ZÉBU d’abord."));
  gtk_window_close (GTK_WINDOW (dialog));

  edit (&desk, "Encore un.");
  assert_same_bytes (&desk, g_ptr_array_index (issues, 1));
  assert_pdf (&desk, SB_ISSUE_PAPER_CORRECTION);
  assert_pdf (&desk, SB_ISSUE_PAPER_CHANGES);
  tear_down (&desk);
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
