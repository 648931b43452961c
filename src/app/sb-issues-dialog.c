/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-issues-dialog.h"

#include "sb-briefing-file-name.h"
#include "sb-briefing-issuing.h"
#include "sb-briefing.h"
#include "sb-date-format.h"
#include "sb-difference-label.h"
#include "sb-drop-down-name.h"
#include "sb-error-text.h"
#include "sb-issue-difference.h"
#include "sb-spoken-name.h"
#include "sb-stack-hidden.h"
#include "sb-weak-ref.h"
#include "sb-written-file.h"

#include <glib/gi18n.h>

/* Nobody reads more lines here: the notice has them all. */
#define MAX_DIFFERENCES 300

struct _SbIssuesDialog
{
  AdwWindow parent_instance;

  SbContext *context; /* (owned) */
  SbRecord *briefing; /* (owned) */
  SbBasemapPainter *painter; /* (owned) (nullable) */
  GCancellable *listing; /* (owned) */
  GPtrArray *issues; /* (owned) (nullable) (element-type SbIssue) the first one first */
  gboolean is_filling;

  GtkStack *stack;
  AdwStatusPage *empty;
  AdwToastOverlay *toasts;
  GtkListBox *list;
  GtkLabel *facts;
  GtkDropDown *before;
  GtkDropDown *language;
  GtkWidget *comparison;
  GtkLabel *n_differences;
  GtkListBox *differences;
};

G_DEFINE_FINAL_TYPE (SbIssuesDialog, sb_issues_dialog, ADW_TYPE_WINDOW)

static SbCatalogue *
get_catalogue (SbIssuesDialog *self)
{
  return sb_context_get_catalogue (self->context);
}

/* The list goes from the newest to the first. */
static const SbIssue *
get_chosen (SbIssuesDialog *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? g_ptr_array_index (self->issues, self->issues->len - 1 - (guint) gtk_list_box_row_get_index (row)) : NULL;
}

/* How many there are before the one that is chosen. */
static guint
count_before (SbIssuesDialog *self)
{
  const SbIssue *issue = get_chosen (self);
  guint position = 0;

  return issue != NULL && g_ptr_array_find (self->issues, issue, &position) ? position : 0;
}

/* They are offered from the one just before. */
static const SbIssue *
get_before (SbIssuesDialog *self)
{
  guint n_before = count_before (self);
  guint selected = gtk_drop_down_get_selected (self->before);

  return selected < n_before ? g_ptr_array_index (self->issues, n_before - 1 - selected) : NULL;
}

static char *
dup_day (const SbIssue *issue)
{
  return sb_day_format (sb_day_from_time (issue->time), sb_language_get_interface (), SB_DATE_STYLE_LONG);
}

/* The paper that all pages of an issue are set for: they are kept for one, and can be
 * printed on another as they are, larger or smaller. NULL when it is none of ours. */
static const char *
get_paper (const SbIssue *issue)
{
  const SbIssueEdition *edition = issue->editions->len > 0 ? g_ptr_array_index (issue->editions, 0) : NULL;
  SbPaper paper;

  if (edition == NULL || !sb_paper_find (edition->page_width, edition->page_height, &paper))
    return NULL;

  return paper == SB_PAPER_A4 ? _ ("A4") : _ ("US Letter");
}

/* "FR 2 pages · EN 2 pages · A4 · A wrong date" */
static char *
dup_summary (const SbIssue *issue)
{
  const char *paper = get_paper (issue);
  const char *reason = sb_bilingual_get_any (issue->reason, sb_language_get_interface ());
  GString *summary = g_string_new (NULL);

  for (guint i = 0; i < issue->editions->len; i++)
    {
      const SbIssueEdition *edition = g_ptr_array_index (issue->editions, i);
      g_autofree char *code = g_ascii_strup (sb_language_get_code (edition->language), -1);
      g_autofree char *pages = g_strdup_printf (ngettext ("%u page", "%u pages", edition->n_sheets), edition->n_sheets);

      g_string_append_printf (summary, "%s%s %s", i > 0 ? " · " : "", code, pages);
    }
  if (paper != NULL)
    g_string_append_printf (summary, " · %s", paper);
  if (reason != NULL && reason[0] != '\0')
    g_string_append_printf (summary, " · %s", reason);

  return g_string_free (summary, FALSE);
}

static GtkWidget *
create_label (const char *text,
              const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static void
append_issue (SbIssuesDialog *self,
              const SbIssue *issue)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *day = dup_day (issue);
  /* Translators: the number of an issue and its day. */
  g_autofree char *title = g_strdup_printf (_ ("No. %u, %s"), issue->number, day);
  g_autofree char *summary = dup_summary (issue);
  GtkWidget *caption = create_label (summary, "caption");

  gtk_widget_add_css_class (caption, "dim-label");
  gtk_box_append (GTK_BOX (box), create_label (title, NULL));
  gtk_box_append (GTK_BOX (box), caption);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  sb_spoken_name_row (row);
  gtk_list_box_append (self->list, row);
}

static void
show_facts (SbIssuesDialog *self,
            const SbIssue *issue)
{
  const char *distribution = sb_record_get_text (issue->record, SB_BRIEFING_DISTRIBUTION);
  g_autoptr (PangoAttrList) plain = pango_attr_list_new ();
  GString *facts = g_string_new (NULL);

  if (distribution != NULL)
    g_string_append_printf (facts, _ ("For: %s"), distribution);
  for (guint i = 0; i < issue->editions->len; i++)
    {
      const SbIssueEdition *edition = g_ptr_array_index (issue->editions, i);
      g_autofree char *code = g_ascii_strup (sb_language_get_code (edition->language), -1);

      g_string_append_printf (facts, "%s%s · SHA-256 %s", facts->len > 0 ? "\n" : "", code, edition->hash);
    }
  /* A hash that is broken has no hyphen in it. */
  pango_attr_list_insert (plain, pango_attr_insert_hyphens_new (FALSE));
  gtk_label_set_label (self->facts, facts->str);
  gtk_label_set_attributes (self->facts, plain);
  g_string_free (facts, TRUE);
}

static void
update_actions (SbIssuesDialog *self)
{
  const SbIssue *issue = get_chosen (self);
  gboolean has_before = issue != NULL && get_before (self) != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "issues.pages-fr", issue != NULL && sb_issue_find_edition (issue, SB_LANGUAGE_FR) != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "issues.pages-en", issue != NULL && sb_issue_find_edition (issue, SB_LANGUAGE_EN) != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "issues.changes", has_before);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "issues.correction", has_before);
}

static void
append_difference (SbIssuesDialog *self,
                   const SbIssueDifference *difference,
                   gboolean is_first)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *words = sb_difference_label_new (difference->before, difference->after);

  if (is_first && difference->heading[0] != '\0')
    gtk_box_append (GTK_BOX (box), create_label (difference->heading, "heading"));
  gtk_box_append (GTK_BOX (box), words);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  /* What is read of it tells what is gone and what is new. */
  gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY, words, NULL, -1);
  gtk_list_box_append (self->differences, row);
}

static void
clear_list (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static void
show_differences (SbIssuesDialog *self)
{
  const SbIssue *issue = get_chosen (self);
  const SbIssue *before = get_before (self);
  SbLanguage language = gtk_drop_down_get_selected (self->language) == 0 ? SB_LANGUAGE_FR : SB_LANGUAGE_EN;
  g_autoptr (GPtrArray) differences = NULL;
  g_autofree char *text = NULL;

  clear_list (self->differences);
  gtk_widget_set_visible (self->comparison, before != NULL);
  if (before == NULL)
    {
      gtk_label_set_label (self->n_differences, _ ("There is no issue before it to compare it with."));
      return;
    }

  differences = sb_issue_list_differences (before, issue, language);
  for (guint i = 0; i < MIN (differences->len, MAX_DIFFERENCES); i++)
    {
      const SbIssueDifference *difference = g_ptr_array_index (differences, i);
      const SbIssueDifference *last = i > 0 ? g_ptr_array_index (differences, i - 1) : NULL;

      append_difference (self, difference, last == NULL || g_strcmp0 (last->block, difference->block) != 0);
    }
  text = differences->len > 0
           ? g_strdup_printf (ngettext ("%u line is different; what is gone is struck through, what is new is underlined.",
                                        "%u lines are different; what is gone is struck through, what is new is underlined.", differences->len),
                              differences->len)
           : g_strdup (_ ("Their texts are the same."));
  gtk_label_set_label (self->n_differences, text);
}

static void
offer_before (SbIssuesDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = count_before (self); i > 0; i--)
    {
      const SbIssue *issue = g_ptr_array_index (self->issues, i - 1);
      g_autofree char *day = dup_day (issue);
      g_autofree char *name = g_strdup_printf (_ ("No. %u, %s"), issue->number, day);

      gtk_string_list_append (names, name);
    }
  self->is_filling = TRUE;
  gtk_drop_down_set_model (self->before, G_LIST_MODEL (names));
  self->is_filling = FALSE;
}

static void
comparison_changed_cb (SbIssuesDialog *self)
{
  if (self->is_filling || self->issues == NULL)
    return;

  show_differences (self);
  update_actions (self);
}

static void
issue_chosen_cb (SbIssuesDialog *self)
{
  const SbIssue *issue = self->issues != NULL ? get_chosen (self) : NULL;

  if (issue == NULL)
    return;

  show_facts (self, issue);
  offer_before (self);
  comparison_changed_cb (self);
}

static void
show_issues (SbIssuesDialog *self)
{
  for (guint i = self->issues->len; i > 0; i--)
    append_issue (self, g_ptr_array_index (self->issues, i - 1));
  gtk_stack_set_visible_child_name (self->stack, self->issues->len > 0 ? "issues" : "empty");
  if (self->issues->len > 0)
    gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  update_actions (self);
}

static void
listed_cb (GObject *object,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (SbIssuesDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) issues = sb_issue_papers_list_finish (SB_CATALOGUE (object), result, &error);

  if (issues != NULL)
    {
      self->issues = g_steal_pointer (&issues);
      show_issues (self);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_autofree char *text = sb_error_text (error, sb_language_get_interface ());

      adw_status_page_set_title (self->empty, text);
      adw_status_page_set_description (self->empty, NULL);
      gtk_stack_set_visible_child_name (self->stack, "empty");
    }
}

/* What is being written. */
typedef struct
{
  gpointer dialog; /* (owned) a weak reference */
  SbOperation *operation; /* (owned) */
  char *path; /* (owned) */
} Writing;

static void
tell (SbIssuesDialog *self,
      const char *message)
{
  g_autofree char *markup = g_markup_escape_text (message, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (markup));
}

static void
written_cb (GObject *object,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autofree Writing *writing = user_data;
  g_autoptr (SbIssuesDialog) self = sb_weak_ref_take (writing->dialog);
  g_autoptr (SbOperation) operation = writing->operation;
  g_autofree char *path = writing->path;
  g_autoptr (GError) error = NULL;
  gboolean is_written = sb_issue_papers_write_finish (SB_CATALOGUE (object), result, &error);

  sb_operation_complete (operation);
  if (self == NULL)
    return;

  if (is_written)
    {
      sb_written_file_tell (GTK_WIDGET (self->stack), path);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_autofree char *text = sb_error_text (error, sb_language_get_interface ());

      tell (self, text);
    }
}

static void
file_chosen_cb (GtkNativeDialog *chooser,
                int response,
                SbIssuesDialog *self)
{
  const SbIssuePaper *wish = g_object_get_data (G_OBJECT (chooser), "sb-wish");
  Writing *writing;
  g_autofree char *path = NULL;

  if (response != GTK_RESPONSE_ACCEPT)
    return;

  path = sb_written_file_take_path (GTK_FILE_CHOOSER (chooser), sb_context_get_settings (self->context));
  if (path == NULL)
    {
      tell (self, _ ("A briefing can only be written to a folder of this machine."));
      return;
    }

  writing = g_new0 (Writing, 1);
  writing->dialog = sb_weak_ref_new (self);
  writing->operation = sb_context_start_operation (self->context, _ ("Writing an issue"));
  writing->path = g_steal_pointer (&path);
  sb_issue_papers_write_async (get_catalogue (self), wish, self->painter, writing->path, writing->operation, written_cb, writing);
}

/* "The blockade of Bamako (2-fr).pdf", "The blockade of Bamako (2-correction).pdf" */
static char *
propose_name (SbIssuesDialog *self,
              const SbIssuePaper *wish)
{
  const char *const papers[] = {
    [SB_ISSUE_PAPER_PAGES] = sb_language_get_code (wish->language),
    /* Translators: a part of the name of a file: what changed since an issue. */
    [SB_ISSUE_PAPER_CHANGES] = C_ ("file name", "changes"),
    /* Translators: a part of the name of a file: the notice that corrects an issue. */
    [SB_ISSUE_PAPER_CORRECTION] = C_ ("file name", "correction"),
  };
  g_autofree char *what = g_strdup_printf ("%u-%s", wish->number, papers[wish->kind]);
  guint languages = wish->kind == SB_ISSUE_PAPER_PAGES ? 1u << wish->language : 1u << sb_language_get_interface ();
  g_autofree char *name = sb_briefing_dup_file_name (self->briefing, languages, what);

  return g_strdup_printf ("%s.pdf", name);
}

static void
write_paper (SbIssuesDialog *self,
             SbIssuePaperKind kind,
             SbLanguage language)
{
  const SbIssue *before = get_before (self);
  GtkFileChooserNative *chooser;
  SbIssuePaper *wish = g_new0 (SbIssuePaper, 1);
  g_autofree char *name = NULL;

  wish->kind = kind;
  wish->briefing = sb_record_get_uuid (self->briefing);
  wish->before = before != NULL ? before->number : 0;
  wish->number = get_chosen (self)->number;
  wish->language = language;
  wish->paper = (SbPaper) g_settings_get_enum (sb_context_get_settings (self->context), "briefing-paper");
  name = propose_name (self, wish);
  chooser = sb_written_file_choose (GTK_WIDGET (self), _ ("Write a PDF"), name, sb_context_get_settings (self->context));
  g_object_set_data_full (G_OBJECT (chooser), "sb-wish", wish, g_free);
  g_signal_connect_object (chooser, "response", G_CALLBACK (file_chosen_cb), self, 0);
}

static void
write_action (GtkWidget *widget,
              const char *action,
              GVariant *parameter)
{
  SbIssuesDialog *self = SB_ISSUES_DIALOG (widget);

  if (g_str_equal (action, "issues.changes"))
    write_paper (self, SB_ISSUE_PAPER_CHANGES, SB_LANGUAGE_FR);
  else if (g_str_equal (action, "issues.correction"))
    write_paper (self, SB_ISSUE_PAPER_CORRECTION, SB_LANGUAGE_FR);
  else
    write_paper (self, SB_ISSUE_PAPER_PAGES, g_str_equal (action, "issues.pages-en") ? SB_LANGUAGE_EN : SB_LANGUAGE_FR);
}

static void
sb_issues_dialog_dispose (GObject *object)
{
  SbIssuesDialog *self = SB_ISSUES_DIALOG (object);

  g_cancellable_cancel (self->listing);
  g_clear_object (&self->listing);
  g_clear_object (&self->context);
  g_clear_object (&self->briefing);
  g_clear_pointer (&self->painter, sb_basemap_painter_unref);
  g_clear_pointer (&self->issues, g_ptr_array_unref);

  G_OBJECT_CLASS (sb_issues_dialog_parent_class)->dispose (object);
}

/* It was closed. The list may still be read, and keep it longer than there is the window
 * that it belonged to. */
static void
sb_issues_dialog_unrealize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (sb_issues_dialog_parent_class)->unrealize (widget);

  gtk_window_set_transient_for (GTK_WINDOW (widget), NULL);
}

static void
sb_issues_dialog_class_init (SbIssuesDialogClass *klass)
{
  static const char *const actions[] = { "issues.pages-fr", "issues.pages-en", "issues.changes", "issues.correction" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sb_issues_dialog_dispose;
  widget_class->unrealize = sb_issues_dialog_unrealize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SahelBrief/ui/sb-issues-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SbIssuesDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, SbIssuesDialog, empty);
  gtk_widget_class_bind_template_child (widget_class, SbIssuesDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, SbIssuesDialog, list);
  gtk_widget_class_bind_template_child (widget_class, SbIssuesDialog, facts);
  gtk_widget_class_bind_template_child (widget_class, SbIssuesDialog, before);
  gtk_widget_class_bind_template_child (widget_class, SbIssuesDialog, language);
  gtk_widget_class_bind_template_child (widget_class, SbIssuesDialog, comparison);
  gtk_widget_class_bind_template_child (widget_class, SbIssuesDialog, n_differences);
  gtk_widget_class_bind_template_child (widget_class, SbIssuesDialog, differences);
  gtk_widget_class_bind_template_callback (widget_class, issue_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, comparison_changed_cb);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], NULL, write_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sb_issues_dialog_init (SbIssuesDialog *self)
{
  const char *const languages[] = { _ ("French"), _ ("English"), NULL };
  g_autoptr (GtkStringList) names = gtk_string_list_new (languages);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_down_set_model (self->language, G_LIST_MODEL (names));
  sb_drop_down_name_all (GTK_WIDGET (self));
  sb_stack_hide_behind_all (GTK_WIDGET (self));
}

SbIssuesDialog *
sb_issues_dialog_new (SbContext *context,
                      SbRecord *briefing,
                      SbBasemapPainter *painter)
{
  SbIssuesDialog *self;

  g_return_val_if_fail (SB_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (sb_record_get_kind (briefing) == SB_KIND_BRIEFING, NULL);

  self = g_object_new (SB_TYPE_ISSUES_DIALOG, NULL);
  self->context = g_object_ref (context);
  self->briefing = g_object_ref (briefing);
  self->painter = painter != NULL ? sb_basemap_painter_ref (painter) : NULL;
  self->listing = g_cancellable_new ();
  gtk_drop_down_set_selected (self->language, sb_language_get_interface () == SB_LANGUAGE_FR ? 0 : 1);
  update_actions (self);
  sb_issue_papers_list_async (get_catalogue (self), sb_record_get_uuid (briefing), self->listing, listed_cb, g_object_ref (self));
  return self;
}
