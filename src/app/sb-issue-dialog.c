/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-issue-dialog.h"

#include "sb-briefing-finding.h"
#include "sb-briefing.h"
#include "sb-error-text.h"
#include "sb-spoken-name.h"
#include "sb-stack-hidden.h"

#include <glib/gi18n.h>

struct _SbIssueDialog
{
  SbFormDialog parent_instance;

  SbCatalogue *catalogue; /* (owned) */
  SbRecord *briefing; /* (owned) */
  SbPaper paper;
  SbBasemapPainter *painter; /* (owned) (nullable) */
  GCancellable *planning; /* (owned) of the looking through */
  SbIssuePlan *plan; /* (owned) (nullable) until it was looked through */

  GtkLabel *heading;
  GtkEditable *distribution;
  GtkEditable *reason;
  GtkStack *stack;
  GtkLabel *nothing;
  GtkLabel *open;
  GtkListBox *points;
  GtkCheckButton *anyway;
};

G_DEFINE_FINAL_TYPE (SbIssueDialog, sb_issue_dialog, SB_TYPE_FORM_DIALOG)

enum
{
  POINT_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* It was issued, and is as it was. */
static gboolean
is_again (SbIssueDialog *self)
{
  return self->plan != NULL && sb_record_has (self->plan->briefing, SB_BRIEFING_ISSUED);
}

static char *
dup_reason (SbIssueDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->reason)));
}

static void
update_ready (SbIssueDialog *self)
{
  g_autofree char *reason = dup_reason (self);
  gboolean is_settled = self->plan != NULL && (self->plan->findings->len == 0 || gtk_check_button_get_active (self->anyway));

  sb_form_dialog_set_ready (SB_FORM_DIALOG (self), is_settled && (!is_again (self) || reason[0] != '\0'));
}

static void
changed_cb (SbIssueDialog *self)
{
  sb_form_dialog_clear_problem (SB_FORM_DIALOG (self));
  update_ready (self);
}

static void
append_point (SbIssueDialog *self,
              guint number)
{
  const SbBriefingFinding *finding = g_ptr_array_index (self->plan->findings, number);
  g_autofree char *sentence = sb_briefing_finding_dup_sentence (finding, sb_language_get_interface ());
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (sentence);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), finding->block != NULL || sb_briefing_finding_is_of_imprint (finding));
  sb_spoken_name_row (row);
  gtk_list_box_append (self->points, row);
}

static void
show_heading (SbIssueDialog *self)
{
  g_autofree char *text = NULL;
  g_autofree char *sentences = NULL;
  /* Translators: of an issue: the paper that its pages are set for. */
  g_autofree char *paper = g_strdup_printf (_ ("Its pages are kept on one paper, %s; the export dialog chooses which."), self->paper == SB_PAPER_A4 ? _ ("A4") : _ ("US Letter"));

  if (is_again (self))
    text = g_strdup_printf (_ ("It was issued as no. %d and has not been changed since: it would be issued again as no. %u."),
                            (int) sb_record_get_integer (self->plan->briefing, SB_BRIEFING_NUMBER, 1), self->plan->number);
  else
    text = g_strdup_printf (_ ("It is issued as no. %u. Its pages, its words and what the catalogue knows now are kept as they are; what is written later is a draft of the next issue."),
                            self->plan->number);
  sentences = g_strdup_printf ("%s %s", text, paper);
  gtk_label_set_label (self->heading, sentences);
}

static void
show_plan (SbIssueDialog *self)
{
  guint n_points = self->plan->findings->len;
  g_autofree char *open = g_strdup_printf (ngettext ("%u point is open; choose it to go there.", "%u points are open; choose one to go there.", n_points), n_points);

  show_heading (self);
  gtk_widget_set_visible (GTK_WIDGET (self->reason), self->plan->n_issues > 0);
  gtk_label_set_label (self->open, open);
  for (guint i = 0; i < n_points; i++)
    append_point (self, i);
  gtk_stack_set_visible_child_name (self->stack, n_points > 0 ? "points" : "nothing");
  update_ready (self);
}

static void
planned_cb (GObject *object,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (SbIssueDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SbIssuePlan) plan = sb_issue_papers_plan_finish (SB_CATALOGUE (object), result, &error);

  if (plan != NULL)
    {
      self->plan = g_steal_pointer (&plan);
      show_plan (self);
      return;
    }

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_autofree char *text = sb_error_text (error, sb_language_get_interface ());

      gtk_label_set_label (self->nothing, text);
      gtk_stack_set_visible_child_name (self->stack, "nothing");
    }
}

static void
point_activated_cb (SbIssueDialog *self,
                    GtkListBoxRow *row)
{
  const SbBriefingFinding *finding = g_ptr_array_index (self->plan->findings, (guint) gtk_list_box_row_get_index (row));

  g_signal_emit (self, signals[POINT_CHOSEN], 0, finding);
  gtk_window_close (GTK_WINDOW (self));
}

static void
issued_cb (GObject *object,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (SbIssueDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SbIssue) issue = sb_issue_papers_issue_finish (SB_CATALOGUE (object), result, &error);
  g_autofree char *message = NULL;

  sb_form_dialog_end (SB_FORM_DIALOG (self));
  if (issue == NULL)
    {
      sb_form_dialog_fail (SB_FORM_DIALOG (self), error);
      return;
    }

  message = g_strdup_printf (_ ("No. %u is issued."), issue->number);
  sb_form_dialog_finish (SB_FORM_DIALOG (self), message);
}

static void
sb_issue_dialog_accept (SbFormDialog *dialog)
{
  SbIssueDialog *self = SB_ISSUE_DIALOG (dialog);
  GCancellable *cancellable = sb_form_dialog_begin (dialog);
  g_autofree char *reason = dup_reason (self);

  sb_issue_papers_issue_async (self->catalogue, sb_record_get_uuid (self->briefing), gtk_editable_get_text (self->distribution),
                               reason, self->paper, self->painter, cancellable, issued_cb, g_object_ref (self));
}

static void
sb_issue_dialog_dispose (GObject *object)
{
  SbIssueDialog *self = SB_ISSUE_DIALOG (object);

  g_cancellable_cancel (self->planning);
  g_clear_object (&self->planning);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->briefing);
  g_clear_pointer (&self->painter, sb_basemap_painter_unref);
  g_clear_pointer (&self->plan, sb_issue_plan_free);

  G_OBJECT_CLASS (sb_issue_dialog_parent_class)->dispose (object);
}

static void
sb_issue_dialog_class_init (SbIssueDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sb_issue_dialog_dispose;
  SB_FORM_DIALOG_CLASS (klass)->accept = sb_issue_dialog_accept;

  signals[POINT_CHOSEN] =
    g_signal_new ("point-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SahelBrief/ui/sb-issue-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SbIssueDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, SbIssueDialog, distribution);
  gtk_widget_class_bind_template_child (widget_class, SbIssueDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, SbIssueDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, SbIssueDialog, nothing);
  gtk_widget_class_bind_template_child (widget_class, SbIssueDialog, open);
  gtk_widget_class_bind_template_child (widget_class, SbIssueDialog, points);
  gtk_widget_class_bind_template_child (widget_class, SbIssueDialog, anyway);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, point_activated_cb);
}

static void
sb_issue_dialog_init (SbIssueDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sb_stack_hide_behind_all (GTK_WIDGET (self));
  sb_spoken_name_checks (GTK_WIDGET (self));
  update_ready (self);
}

SbIssueDialog *
sb_issue_dialog_new (SbCatalogue *catalogue,
                     SbRecord *briefing,
                     SbPaper paper,
                     SbBasemapPainter *painter)
{
  SbIssueDialog *self;
  const char *distribution;

  g_return_val_if_fail (SB_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (sb_record_get_kind (briefing) == SB_KIND_BRIEFING, NULL);

  self = g_object_new (SB_TYPE_ISSUE_DIALOG, NULL);
  self->catalogue = g_object_ref (catalogue);
  self->briefing = g_object_ref (briefing);
  self->paper = paper;
  self->painter = painter != NULL ? sb_basemap_painter_ref (painter) : NULL;
  self->planning = g_cancellable_new ();
  distribution = sb_record_get_text (briefing, SB_BRIEFING_DISTRIBUTION);
  gtk_editable_set_text (self->distribution, distribution != NULL ? distribution : "");
  sb_issue_papers_plan_async (catalogue, sb_record_get_uuid (briefing), paper, painter, self->planning, planned_cb, g_object_ref (self));
  return self;
}
