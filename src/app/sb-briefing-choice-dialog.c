/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-briefing-choice-dialog.h"

#include "sb-record-description.h"
#include "sb-record-list.h"

#include <glib/gi18n.h>

struct _SbBriefingChoiceDialog
{
  SbFormDialog parent_instance;

  SbRecordList *briefings; /* (owned) */

  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (SbBriefingChoiceDialog, sb_briefing_choice_dialog, SB_TYPE_FORM_DIALOG)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkWidget *
create_row (const char *title,
            const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *markup = g_markup_escape_text (title, -1);
  g_autofree char *below = subtitle != NULL ? g_markup_escape_text (subtitle, -1) : NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), markup);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), below != NULL ? below : "");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

/* Those of the catalogue, the last edited first, and below them a new one. */
static void
fill (SbBriefingChoiceDialog *self)
{
  SbLanguage language = sb_language_get_interface ();
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->briefings));
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SbRecord) briefing = g_list_model_get_item (G_LIST_MODEL (self->briefings), i);
      g_autofree char *description = sb_record_describe (briefing, language);
      GtkWidget *made = create_row (sb_record_get_title (briefing, language), description);

      g_object_set_data_full (G_OBJECT (made), "briefing", g_object_ref (briefing), g_object_unref);
      gtk_list_box_append (self->list, made);
    }

  gtk_list_box_append (self->list, create_row (_ ("A new briefing…"), NULL));
  row = gtk_list_box_get_row_at_index (self->list, 0);
  gtk_list_box_select_row (self->list, row);
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
sb_briefing_choice_dialog_accept (SbFormDialog *dialog)
{
  SbBriefingChoiceDialog *self = SB_BRIEFING_CHOICE_DIALOG (dialog);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row == NULL)
    return;

  g_signal_emit (self, signals[CHOSEN], 0, g_object_get_data (G_OBJECT (row), "briefing"));
  sb_form_dialog_finish (dialog, NULL);
}

static void
row_activated_cb (SbBriefingChoiceDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "form.accept", NULL);
}

static void
sb_briefing_choice_dialog_dispose (GObject *object)
{
  g_clear_object (&SB_BRIEFING_CHOICE_DIALOG (object)->briefings);

  G_OBJECT_CLASS (sb_briefing_choice_dialog_parent_class)->dispose (object);
}

static void
sb_briefing_choice_dialog_class_init (SbBriefingChoiceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sb_briefing_choice_dialog_dispose;
  SB_FORM_DIALOG_CLASS (klass)->accept = sb_briefing_choice_dialog_accept;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  SB_TYPE_RECORD);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SahelBrief/ui/sb-briefing-choice-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SbBriefingChoiceDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
sb_briefing_choice_dialog_init (SbBriefingChoiceDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

SbBriefingChoiceDialog *
sb_briefing_choice_dialog_new (SbCatalogue *catalogue)
{
  SbBriefingChoiceDialog *self = g_object_new (SB_TYPE_BRIEFING_CHOICE_DIALOG, NULL);
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_BRIEFING);

  self->briefings = sb_record_list_new (catalogue, query);
  g_signal_connect_object (self->briefings, "items-changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
  return self;
}
