/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-briefings-page-private.h"

#include "sb-translation-dialog.h"
#include "sb-translation.h"

#include <glib/gi18n.h>

/* What the briefing quotes in another language than its own is translated in the record
 * that it quotes. */

static void
translated_cb (SbBriefingsPage *self,
               const char *message)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-undoable", "s", message);
}

static void
present (SbBriefingsPage *self,
         SbRecord *record,
         guint statement,
         SbLanguage language)
{
  SbTranslationDialog *dialog = sb_translation_dialog_new (sb_page_get_catalogue (SB_PAGE (self)), record, statement, language);

  g_signal_connect_object (dialog, "done", G_CALLBACK (translated_cb), self, G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
translate_requested_cb (SbBriefingsPage *self,
                        SbRecord *record)
{
  present (self, record, 0, self->language);
}

static void
point_translate_cb (SbBriefingsPage *self,
                    GtkButton *button)
{
  SbRecord *record = g_object_get_data (G_OBJECT (button), "sb-record");
  const char *words = g_object_get_data (G_OBJECT (button), "sb-words");
  guint languages = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "sb-languages"));

  present (self, record, sb_translation_find_statement (record, words),
           (languages & (1u << SB_LANGUAGE_FR)) != 0 ? SB_LANGUAGE_FR : SB_LANGUAGE_EN);
}

GtkWidget *
_sb_briefings_page_create_translate_button (SbBriefingsPage *self,
                                            const SbBriefingFinding *finding)
{
  GtkWidget *button;

  /* A heading or a text that is missing is written in its block. */
  if (finding->kind != SB_BRIEFING_FINDING_UNTRANSLATED || finding->record == NULL || finding->passage == NULL)
    return NULL;

  button = gtk_button_new_with_mnemonic (_ ("_Translate…"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "sb-record", g_object_ref (finding->record), g_object_unref);
  g_object_set_data_full (G_OBJECT (button), "sb-words", g_strdup (finding->passage), g_free);
  g_object_set_data (G_OBJECT (button), "sb-languages", GUINT_TO_POINTER (finding->languages));
  g_signal_connect_object (button, "clicked", G_CALLBACK (point_translate_cb), self, G_CONNECT_SWAPPED);
  return button;
}

void
_sb_briefings_page_class_init_translating (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, translate_requested_cb);
}
