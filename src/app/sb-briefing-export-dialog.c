/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-briefing-export-dialog.h"

#include "sb-drop-down-name.h"

#include <glib/gi18n.h>

#define BIT(language) (1u << (language))
#define BOTH          (BIT (SB_LANGUAGE_FR) | BIT (SB_LANGUAGE_EN))

/* What it can be printed in, as in the settings. */
typedef enum
{
  IN_FRENCH,
  IN_ENGLISH,
  IN_BOTH,
  IN_COLUMNS,
  N_CHOICES,
} Choice;

struct _SbBriefingExportDialog
{
  SbFormDialog parent_instance;

  GSettings *settings; /* (owned) */
  guint languages; /* bits of those of the briefing */
  Choice wanted; /* the languages that were chosen, whatever the format allows */
  gboolean is_filling;
  Choice choices[N_CHOICES]; /* those of the list */
  guint n_choices;

  GtkDropDown *format;
  GtkLabel *use;
  GtkDropDown *language;
  GtkDropDown *paper;
  GtkWidget *paper_row;
  GtkDropDown *margins;
  GtkWidget *margins_row;
};

G_DEFINE_FINAL_TYPE (SbBriefingExportDialog, sb_briefing_export_dialog, SB_TYPE_FORM_DIALOG)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static Choice
get_choice (SbBriefingExportDialog *self)
{
  guint selected = gtk_drop_down_get_selected (self->language);

  return selected < self->n_choices ? self->choices[selected] : IN_FRENCH;
}

static void
add_choice (SbBriefingExportDialog *self,
            GtkStringList *labels,
            Choice choice,
            const char *label)
{
  self->choices[self->n_choices++] = choice;
  gtk_string_list_append (labels, label);
}

/* Columns are a matter of paper; where they cannot be had, one language follows the
 * other. */
static void
fill_languages (SbBriefingExportDialog *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  gboolean is_pdf = sb_briefing_export_dialog_get_format (self) == SB_BRIEFING_FORMAT_PDF;
  guint selected = 0;

  self->n_choices = 0;
  if ((self->languages & BIT (SB_LANGUAGE_FR)) != 0)
    add_choice (self, labels, IN_FRENCH, _ ("French"));
  if ((self->languages & BIT (SB_LANGUAGE_EN)) != 0)
    add_choice (self, labels, IN_ENGLISH, _ ("English"));
  if (self->languages == BOTH)
    add_choice (self, labels, IN_BOTH, _ ("French, then English"));
  if (self->languages == BOTH && is_pdf)
    add_choice (self, labels, IN_COLUMNS, _ ("Both side by side, in columns"));

  for (guint i = 0; i < self->n_choices; i++)
    if (self->choices[i] == self->wanted || (self->choices[i] == IN_BOTH && self->wanted == IN_COLUMNS))
      selected = i;
  self->is_filling = TRUE;
  gtk_drop_down_set_model (self->language, G_LIST_MODEL (labels));
  gtk_drop_down_set_selected (self->language, selected);
  self->is_filling = FALSE;
}

static void
language_chosen_cb (SbBriefingExportDialog *self)
{
  if (!self->is_filling)
    self->wanted = get_choice (self);
}

static void
format_chosen_cb (SbBriefingExportDialog *self)
{
  static const char *const uses[SB_N_BRIEFING_FORMATS] = {
    N_ ("The pages as they print, to be handed over or printed."),
    N_ ("A text to be worked on in LibreOffice or Word, with its styles, notes and pictures."),
    N_ ("A page of the web in one file, with its pictures."),
    N_ ("The words alone, with the notes, for a message."),
  };
  SbBriefingFormat format = sb_briefing_export_dialog_get_format (self);
  gboolean is_paper = format == SB_BRIEFING_FORMAT_PDF || format == SB_BRIEFING_FORMAT_ODT;

  gtk_label_set_label (self->use, _ (uses[format]));
  gtk_widget_set_sensitive (self->paper_row, is_paper);
  gtk_widget_set_sensitive (self->margins_row, is_paper);
  fill_languages (self);
}

static void
sb_briefing_export_dialog_accept (SbFormDialog *dialog)
{
  SbBriefingExportDialog *self = SB_BRIEFING_EXPORT_DIALOG (dialog);

  g_settings_set_enum (self->settings, "briefing-export-format", (int) gtk_drop_down_get_selected (self->format));
  g_settings_set_enum (self->settings, "briefing-export-languages", (int) self->wanted);
  g_settings_set_enum (self->settings, "briefing-paper", (int) gtk_drop_down_get_selected (self->paper));
  g_settings_set_enum (self->settings, "briefing-margins", (int) gtk_drop_down_get_selected (self->margins));
  g_signal_emit (self, signals[CHOSEN], 0);
  sb_form_dialog_finish (dialog, NULL);
}

static void
sb_briefing_export_dialog_dispose (GObject *object)
{
  g_clear_object (&SB_BRIEFING_EXPORT_DIALOG (object)->settings);

  G_OBJECT_CLASS (sb_briefing_export_dialog_parent_class)->dispose (object);
}

static void
sb_briefing_export_dialog_class_init (SbBriefingExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sb_briefing_export_dialog_dispose;
  SB_FORM_DIALOG_CLASS (klass)->accept = sb_briefing_export_dialog_accept;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SahelBrief/ui/sb-briefing-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SbBriefingExportDialog, format);
  gtk_widget_class_bind_template_child (widget_class, SbBriefingExportDialog, use);
  gtk_widget_class_bind_template_child (widget_class, SbBriefingExportDialog, language);
  gtk_widget_class_bind_template_child (widget_class, SbBriefingExportDialog, paper);
  gtk_widget_class_bind_template_child (widget_class, SbBriefingExportDialog, paper_row);
  gtk_widget_class_bind_template_child (widget_class, SbBriefingExportDialog, margins);
  gtk_widget_class_bind_template_child (widget_class, SbBriefingExportDialog, margins_row);
  gtk_widget_class_bind_template_callback (widget_class, format_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, language_chosen_cb);
}

static void
set_labels (GtkDropDown *choice,
            const char *const *labels)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (labels);

  gtk_drop_down_set_model (choice, G_LIST_MODEL (list));
}

static void
sb_briefing_export_dialog_init (SbBriefingExportDialog *self)
{
  const char *const formats[] = { _ ("PDF"), _ ("OpenDocument text (ODT)"), _ ("Web page (HTML)"), _ ("Plain text"), NULL };
  const char *const papers[] = { _ ("A4"), _ ("US Letter"), NULL };
  const char *const margins[] = { _ ("As the product has them"), _ ("For printing on both sides"), _ ("For printing on one side"), NULL };

  G_STATIC_ASSERT (G_N_ELEMENTS (formats) == SB_N_BRIEFING_FORMATS + 1);
  gtk_widget_init_template (GTK_WIDGET (self));
  set_labels (self->format, formats);
  set_labels (self->paper, papers);
  set_labels (self->margins, margins);
  sb_drop_down_name_all (GTK_WIDGET (self));
}

SbBriefingExportDialog *
sb_briefing_export_dialog_new (GSettings *settings,
                               guint languages)
{
  SbBriefingExportDialog *self;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);
  g_return_val_if_fail ((languages & BOTH) != 0, NULL);

  self = g_object_new (SB_TYPE_BRIEFING_EXPORT_DIALOG, NULL);
  self->settings = g_object_ref (settings);
  self->languages = languages & BOTH;
  self->wanted = (Choice) g_settings_get_enum (settings, "briefing-export-languages");
  gtk_drop_down_set_selected (self->format, (guint) g_settings_get_enum (settings, "briefing-export-format"));
  gtk_drop_down_set_selected (self->paper, (guint) g_settings_get_enum (settings, "briefing-paper"));
  gtk_drop_down_set_selected (self->margins, (guint) g_settings_get_enum (settings, "briefing-margins"));
  format_chosen_cb (self);
  return self;
}

SbBriefingFormat
sb_briefing_export_dialog_get_format (SbBriefingExportDialog *self)
{
  g_return_val_if_fail (SB_IS_BRIEFING_EXPORT_DIALOG (self), SB_BRIEFING_FORMAT_PDF);

  return (SbBriefingFormat) gtk_drop_down_get_selected (self->format);
}

SbEditionManner
sb_briefing_export_dialog_get_manner (SbBriefingExportDialog *self)
{
  SbEditionManner manner = { 0 };
  Choice choice;

  g_return_val_if_fail (SB_IS_BRIEFING_EXPORT_DIALOG (self), manner);

  choice = get_choice (self);
  manner.languages = choice == IN_FRENCH ? BIT (SB_LANGUAGE_FR) : choice == IN_ENGLISH ? BIT (SB_LANGUAGE_EN)
                                                                                       : BOTH;
  manner.is_columns = choice == IN_COLUMNS;
  manner.paper = (SbPaper) gtk_drop_down_get_selected (self->paper);
  manner.margins = (SbEditionMargins) gtk_drop_down_get_selected (self->margins);
  return manner;
}
