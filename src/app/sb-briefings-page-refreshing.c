/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-briefings-page-private.h"

#include "sb-briefing.h"
#include "sb-refresh-dialog.h"

#include <glib/gi18n.h>

/* What is asked about, until it is answered. */
typedef struct
{
  SbBriefingsPage *page; /* (owned) */
  char *block; /* (owned) */
  SbBilingual *made; /* (owned) (nullable) until it is known */
} Question;

static void
question_free (Question *question)
{
  g_object_unref (question->page);
  g_clear_pointer (&question->made, sb_bilingual_unref);
  g_free (question->block);
  g_free (question);
}

/* The checks before issue tell it, a little behind what is typed. */
void
_sb_briefings_page_update_stale (SbBriefingsPage *self)
{
  const char *block = sb_section_editor_get_block (self->editor);
  GPtrArray *findings = self->live != NULL ? sb_live_edition_get_findings (self->live) : NULL;
  gboolean is_stale = FALSE;

  for (guint i = 0; !self->is_refreshed && block != NULL && findings != NULL && i < findings->len; i++)
    {
      const SbBriefingFinding *finding = g_ptr_array_index (findings, i);

      is_stale = is_stale || (finding->kind == SB_BRIEFING_FINDING_STALE && g_strcmp0 (finding->block, block) == 0);
    }
  sb_section_editor_set_stale (self->editor, is_stale);
}

static void
chosen_cb (SbRefreshDialog *dialog,
           gboolean is_new,
           Question *question)
{
  SbBriefingsPage *self = question->page;
  const SbOutlineEntry *entry = self->outline != NULL ? sb_outline_find (self->outline, question->block) : NULL;

  if (entry == NULL || entry->state != SB_OUTLINE_BY_HAND)
    return;

  self->is_refreshed = TRUE;
  _sb_briefings_page_take_edit (self, sb_outline_refresh (self->outline, question->block, is_new ? question->made : entry->text, question->made),
                                is_new ? _ ("Refresh a text") : _ ("Keep a text"));
  _sb_briefings_page_flush (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-undoable", "s",
                              is_new ? _ ("The text is as the catalogue has it now.") : _ ("The text is kept as it is."));
}

static void
filled_cb (GObject *object,
           GAsyncResult *result,
           gpointer user_data)
{
  Question *question = user_data;
  SbBriefingsPage *self = question->page;
  const SbOutlineEntry *entry = self->outline != NULL ? sb_outline_find (self->outline, question->block) : NULL;
  SbRefreshDialog *dialog;

  question->made = sb_live_edition_fill_finish (SB_LIVE_EDITION (object), result, NULL);
  if (entry == NULL || entry->section == NULL || question->made == NULL || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    {
      question_free (question);
      return;
    }

  dialog = sb_refresh_dialog_new (sb_record_get_bilingual (entry->section, SB_BRIEFING_SECTION_MADE_FROM), entry->text, question->made);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  g_object_set_data_full (G_OBJECT (dialog), "sb-question", question, (GDestroyNotify) question_free);
  g_signal_connect (dialog, "chosen", G_CALLBACK (chosen_cb), question);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
difference_requested_cb (SbBriefingsPage *self)
{
  const char *block = sb_section_editor_get_block (self->editor);
  Question *question;

  if (self->outline == NULL || block == NULL)
    return;

  question = g_new0 (Question, 1);
  question->page = g_object_ref (self);
  question->block = g_strdup (block);
  sb_live_edition_fill_async (self->live, self->outline, block, filled_cb, question);
}

void
_sb_briefings_page_class_init_refreshing (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, difference_requested_cb);
}
