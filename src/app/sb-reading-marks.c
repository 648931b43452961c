/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-reading-pane-private.h"

#include "sb-document.h"

#include <glib/gi18n.h>

static void
written_cb (GObject *object,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (SbReadingPane) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!sb_catalogue_write_finish (SB_CATALOGUE (object), result, &error))
    _sb_reading_pane_show_error (self, error);
}

static void
write_changes (SbReadingPane *self,
               SbChangeSet *changes)
{
  sb_catalogue_write_async (self->catalogue, changes, NULL, written_cb, g_object_ref (self));
}

void
_sb_reading_pane_mark_read (SbReadingPane *self,
                            SbRecord *document)
{
  g_autoptr (SbChangeSet) changes = sb_change_set_new (NULL);
  g_autoptr (SbRef) ref = sb_record_dup_ref (document);

  if (sb_record_has (document, SB_DOCUMENT_READ) || sb_catalogue_is_read_only (self->catalogue))
    return;

  sb_change_set_mark_read (changes, ref, TRUE);
  write_changes (self, changes);
}

/* Which mark of a document is set or taken off. */
typedef enum
{
  MARK_STARRED,
  MARK_ARCHIVED,
  MARK_UNREAD,
} Mark;

typedef struct
{
  gint64 document;
  Mark mark;
} Marking;

/* Run in the worker, on the document as it is now. Answers 1 when the mark was set, 2
 * when it was taken off; NULL when the document is gone, or on an error. */
static gpointer
mark_in_store (SbStore *store,
               gpointer data,
               GCancellable *cancellable,
               GError **error)
{
  const Marking *marking = data;
  g_autoptr (GError) failure = NULL;
  g_autoptr (SbRecord) document = sb_store_get (store, SB_KIND_DOCUMENT, marking->document, &failure);
  g_autoptr (SbChangeSet) changes = sb_change_set_new (NULL);
  g_autoptr (SbRef) ref = NULL;
  gboolean is_set = TRUE;

  if (document == NULL)
    {
      if (failure != NULL)
        g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  ref = sb_record_dup_ref (document);
  switch (marking->mark)
    {
    case MARK_STARRED:
      is_set = !sb_record_get_boolean (document, SB_DOCUMENT_STARRED);
      sb_change_set_mark_starred (changes, ref, is_set);
      break;

    case MARK_ARCHIVED:
      is_set = !sb_record_get_boolean (document, SB_DOCUMENT_ARCHIVED);
      sb_change_set_mark_archived (changes, ref, is_set);
      break;

    case MARK_UNREAD:
    default:
      sb_change_set_mark_read (changes, ref, FALSE);
      break;
    }

  return sb_store_apply (store, changes, error) >= 0 ? GINT_TO_POINTER (is_set ? 1 : 2) : NULL;
}

static void
marked_cb (GObject *object,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (SbReadingPane) self = user_data;
  g_autoptr (GError) error = NULL;

  sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error);
  if (error != NULL)
    _sb_reading_pane_show_error (self, error);
}

/* The document that is put away, or taken out again. */
typedef struct
{
  SbReadingPane *pane; /* (owned) */
  gint64 document;
} Archiving;

static void
archiving_free (Archiving *archiving)
{
  g_object_unref (archiving->pane);
  g_free (archiving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archiving, archiving_free)

/* The next one is read by now: what takes this one out again is offered. */
static void
tell_put_away (const Archiving *archiving)
{
  g_autofree char *action = g_strdup_printf ("win.take-out(int64 %" G_GINT64_FORMAT ")", archiving->document);

  gtk_widget_activate_action (GTK_WIDGET (archiving->pane), "win.show-offer", "(sss)",
                              _ ("Put away: it is in the archive, and found by searching."), _ ("_Undo"), action);
}

static void
archived_cb (GObject *object,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (Archiving) archiving = user_data;
  g_autoptr (GError) error = NULL;
  int answer = GPOINTER_TO_INT (sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error));

  if (error != NULL)
    _sb_reading_pane_show_error (archiving->pane, error);
  else if (answer == 1)
    tell_put_away (archiving);
  else if (answer == 2)
    _sb_reading_pane_show_message (archiving->pane, _ ("Taken out of the archive."));
}

static Archiving *
archiving_new (SbReadingPane *self)
{
  Archiving *archiving = g_new0 (Archiving, 1);

  archiving->pane = g_object_ref (self);
  archiving->document = self->current;
  return archiving;
}

static void
mark (SbReadingPane *self,
      Mark what)
{
  Marking *marking;

  if (self->current == 0 || self->catalogue == NULL)
    return;

  if (sb_catalogue_is_read_only (self->catalogue))
    {
      _sb_reading_pane_show_message (self, _ ("This catalogue can only be read: its file may not be written to."));
      return;
    }

  marking = g_new0 (Marking, 1);
  marking->document = self->current;
  marking->mark = what;
  if (what == MARK_ARCHIVED)
    sb_catalogue_run_writer_async (self->catalogue, mark_in_store, marking, g_free, NULL, NULL, archived_cb, archiving_new (self));
  else
    sb_catalogue_run_writer_async (self->catalogue, mark_in_store, marking, g_free, NULL, NULL, marked_cb, g_object_ref (self));
}

static void
star_action (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  mark (SB_READING_PANE (widget), MARK_STARRED);
}

static void
archive_action (GtkWidget *widget,
                const char *action,
                GVariant *parameter)
{
  mark (SB_READING_PANE (widget), MARK_ARCHIVED);
}

static void
mark_unread_action (GtkWidget *widget,
                    const char *action,
                    GVariant *parameter)
{
  mark (SB_READING_PANE (widget), MARK_UNREAD);
}

void
_sb_reading_pane_class_init_marks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "document.star", NULL, star_action);
  gtk_widget_class_install_action (widget_class, "document.archive", NULL, archive_action);
  gtk_widget_class_install_action (widget_class, "document.mark-unread", NULL, mark_unread_action);
}
