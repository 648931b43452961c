/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-briefings-page-private.h"

#include "sb-issue-dialog.h"
#include "sb-issues-dialog.h"

#include <glib/gi18n.h>

static void
point_chosen_cb (SbBriefingsPage *self,
                 const SbBriefingFinding *finding)
{
  if (sb_briefing_finding_is_of_imprint (finding))
    _sb_briefings_page_go_to_imprint (self);
  else
    _sb_briefings_page_go_to (self, finding->block, finding->line, finding->languages);
}

static void
issued_cb (SbBriefingsPage *self,
           const char *message)
{
  GtkWidget *toasts = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);
  g_autofree char *markup = g_markup_escape_text (message, -1);
  AdwToast *toast;

  if (toasts == NULL)
    return;

  toast = adw_toast_new (markup);
  adw_toast_set_button_label (toast, _ ("_Issues"));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (_sb_briefings_page_show_issues), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (toasts), toast);
}

static void
present (SbBriefingsPage *self,
         GtkWindow *dialog)
{
  gtk_window_set_transient_for (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  gtk_window_present (dialog);
}

/* What was typed is stored before the catalogue is asked: it is behind that in its queue. */
static void
issue_action (GtkWidget *widget,
              const char *action,
              GVariant *parameter)
{
  SbBriefingsPage *self = SB_BRIEFINGS_PAGE (widget);
  SbIssueDialog *dialog;

  _sb_briefings_page_flush (self);
  dialog = sb_issue_dialog_new (sb_page_get_catalogue (SB_PAGE (self)), self->briefing, _sb_briefings_page_get_paper (self), self->painter);
  g_signal_connect_object (dialog, "point-chosen", G_CALLBACK (point_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "done", G_CALLBACK (issued_cb), self, G_CONNECT_SWAPPED);
  present (self, GTK_WINDOW (dialog));
}

void
_sb_briefings_page_show_issues (SbBriefingsPage *self)
{
  if (self->briefing != NULL)
    present (self, GTK_WINDOW (sb_issues_dialog_new (sb_page_get_context (SB_PAGE (self)), self->briefing, self->painter)));
}

static void
issues_action (GtkWidget *widget,
               const char *action,
               GVariant *parameter)
{
  _sb_briefings_page_show_issues (SB_BRIEFINGS_PAGE (widget));
}

void
_sb_briefings_page_class_init_issuing (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "briefing.issue", NULL, issue_action);
  gtk_widget_class_install_action (widget_class, "briefing.issues", NULL, issues_action);
}
