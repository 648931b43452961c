/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-actor-merging.h"

#include "sb-merge-dialog.h"
#include "sb-merge-words.h"
#include "sb-merge.h"

#include <glib/gi18n.h>
#include <stdlib.h>

/* Notes that are told one by one; beyond them only how many there are more. */
#define MAX_NOTES 6

/* What is under way, and what to say when it is done. */
typedef struct
{
  SbPage *page; /* (owned) */
  SbOperation *operation; /* (owned) */
  const char *done; /* (static) */
} Work;

static Work *
work_new (SbPage *page,
          const char *title,
          const char *done)
{
  Work *work = g_new0 (Work, 1);

  work->page = g_object_ref (page);
  work->operation = g_object_ref (sb_context_start_operation (sb_page_get_context (page), title));
  work->done = done;
  return work;
}

static void
work_free (Work *work)
{
  g_object_unref (work->page);
  g_object_unref (work->operation);
  g_free (work);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Work, work_free)

static char *
word_notes (GPtrArray *notes)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < MIN (notes->len, MAX_NOTES); i++)
    {
      const SbMergeNote *note = g_ptr_array_index (notes, i);
      g_autofree char *line = sb_merge_note_text (note, sb_ref_get_name (note->ref, sb_language_get_interface ()));

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", line);
    }
  if (notes->len > MAX_NOTES)
    g_string_append_printf (text, ngettext ("\nand %u more change", "\nand %u more changes", notes->len - MAX_NOTES),
                            notes->len - MAX_NOTES);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* What did not go as one may have thought is told in full: it calls for a look. */
static void
tell_notes (SbPage *page,
            const char *done,
            GPtrArray *notes)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page)));
  g_autofree char *text = word_notes (notes);
  GtkWidget *dialog = adw_message_dialog_new (window, done, text);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
worked_cb (GObject *object,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (Work) work = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) notes = sb_catalogue_merge_finish (SB_CATALOGUE (object), result, &error);

  sb_operation_complete (work->operation);
  if (notes == NULL)
    {
      sb_page_show_error (work->page, error);
      return;
    }

  gtk_widget_activate_action (GTK_WIDGET (work->page), "win.show-undoable", "s", work->done);
  if (notes->len > 0)
    tell_notes (work->page, work->done, notes);
}

static void
chosen_cb (SbPage *page,
           gint64 kept,
           gint64 gone)
{
  Work *work = work_new (page, _ ("Merging two actors"), _ ("The two are one actor now."));

  sb_catalogue_merge_async (sb_page_get_catalogue (page), SB_KIND_ACTOR, kept, gone, _ ("Merge actors"), work->operation,
                            worked_cb, work);
}

void
sb_actor_merging_ask (SbPage *page,
                      SbRecord *actor,
                      GListModel *actors)
{
  SbMergeDialog *dialog;

  g_return_if_fail (SB_IS_PAGE (page));
  g_return_if_fail (actor != NULL);

  dialog = sb_merge_dialog_new (actor, actors);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))));
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (chosen_cb), page, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
part (SbPage *page,
      gint64 merge)
{
  Work *work = work_new (page, _ ("Parting two actors"), _ ("The two are apart again."));

  sb_catalogue_unmerge_async (sb_page_get_catalogue (page), merge, _ ("Part merged actors"), work->operation, worked_cb, work);
}

/* Run in the worker. */
static gpointer
list_merges (SbStore *store,
             gpointer data,
             GCancellable *cancellable,
             GError **error)
{
  SbMergeQuery query = { .kept = *(gint64 *) data };

  return sb_store_list_merges (store, &query, error);
}

static void
parted_cb (SbPage *page,
           const char *response)
{
  gint64 merge = g_ascii_strtoll (response, NULL, 10);

  if (merge > 0)
    part (page, merge);
}

static void
ask_which (SbPage *page,
           GPtrArray *merges)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page)));
  GtkWidget *dialog =
    adw_message_dialog_new (window, _ ("Which one is another actor?"), _ ("Several were merged into this one."));

  for (guint i = 0; i < MIN (merges->len, MAX_NOTES); i++)
    {
      const SbMerge *merge = g_ptr_array_index (merges, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, merge->id);

      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), id,
                                       sb_ref_get_name (merge->gone, sb_language_get_interface ()));
    }
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"));
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (parted_cb), page, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
merges_listed_cb (GObject *object,
                  GAsyncResult *result,
                  gpointer user_data)
{
  g_autoptr (SbPage) page = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) merges = sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error);

  if (merges == NULL)
    sb_page_show_error (page, error);
  else if (merges->len == 0)
    sb_page_show_message (page, _ ("No other actor was merged into this one."));
  else if (merges->len == 1)
    part (page, ((const SbMerge *) g_ptr_array_index (merges, 0))->id);
  else
    ask_which (page, merges);
}

void
sb_actor_merging_part (SbPage *page,
                       SbRecord *actor)
{
  gint64 id;

  g_return_if_fail (SB_IS_PAGE (page));
  g_return_if_fail (actor != NULL);

  id = sb_record_get_id (actor);
  sb_catalogue_read_async (sb_page_get_catalogue (page), list_merges, g_memdup2 (&id, sizeof id), g_free,
                           (GDestroyNotify) g_ptr_array_unref, NULL, merges_listed_cb, g_object_ref (page));
}
