/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-briefing-addition.h"

#include "sb-briefing-choice-dialog.h"
#include "sb-briefing-dialog.h"
#include "sb-briefing-words.h"
#include "sb-error-text.h"

#include <glib/gi18n.h>

/* The setting that tells which briefing was written in last, by its UUID. */
#define CURRENT "briefing-current"

/* What is put where. */
typedef struct
{
  GtkWidget *widget; /* (owned) */
  SbContext *context; /* (owned) */
  SbSession *session; /* (owned) */
  SbRecord *extract; /* (owned) (nullable) */
  gint64 document;
} Addition;

static void
addition_free (Addition *self)
{
  g_object_unref (self->widget);
  g_object_unref (self->context);
  g_object_unref (self->session);
  g_clear_object (&self->extract);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Addition, addition_free)

static Addition *
addition_copy (const Addition *self)
{
  Addition *copy = g_new0 (Addition, 1);

  copy->widget = g_object_ref (self->widget);
  copy->context = g_object_ref (self->context);
  copy->session = g_object_ref (self->session);
  copy->extract = self->extract != NULL ? g_object_ref (self->extract) : NULL;
  copy->document = self->document;
  return copy;
}

/* The data of the worker, and its answer. */
typedef struct
{
  SbRecord *extract; /* (owned) (nullable) */
  gint64 document;
  char *uuid; /* (owned) (nullable) of the briefing */
  SbRecord *fresh; /* (owned) (nullable) a briefing that is not stored yet */
  char *label; /* (owned) of the unit of work */
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_clear_object (&request->extract);
  g_clear_object (&request->fresh);
  g_free (request->uuid);
  g_free (request->label);
  g_free (request);
}

typedef struct
{
  SbRecord *briefing; /* (owned) (nullable) as it is now; NULL when there is none like that */
  gboolean had_it; /* already */
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_object (&answer->briefing);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

/* Run in the worker. NULL without an error when it is gone. */
static SbRecord *
find_source (SbStore *store,
             const Request *request,
             GError **error)
{
  return request->extract != NULL ? g_object_ref (request->extract) : sb_store_get (store, SB_KIND_DOCUMENT, request->document, error);
}

/* Run in the worker. The same. */
static SbRecord *
find_briefing (SbStore *store,
               const Request *request,
               GError **error)
{
  if (request->fresh != NULL)
    return g_object_ref (request->fresh);

  return request->uuid != NULL ? sb_store_get_by_uuid (store, SB_KIND_BRIEFING, request->uuid, error) : NULL;
}

/* Run in the worker: the briefing is as it is stored at that moment. */
static gpointer
add_in_store (SbStore *store,
              gpointer data,
              GCancellable *cancellable,
              GError **error)
{
  const Request *request = data;
  g_autoptr (Answer) answer = g_new0 (Answer, 1);
  g_autoptr (SbChangeSet) changes = sb_change_set_new (request->label);
  g_autoptr (GError) failure = NULL;
  g_autoptr (SbRecord) briefing = find_briefing (store, request, &failure);
  g_autoptr (SbRecord) source = failure == NULL && briefing != NULL ? find_source (store, request, &failure) : NULL;

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  if (briefing == NULL || source == NULL)
    return g_steal_pointer (&answer);

  answer->briefing = sb_briefing_add_words (briefing, source, error);
  if (answer->briefing == NULL)
    return NULL;

  answer->had_it = sb_record_equal (answer->briefing, briefing);
  if (answer->had_it)
    return g_steal_pointer (&answer);

  if (sb_record_get_id (source) == 0)
    sb_change_set_put (changes, source);
  if (sb_record_get_id (briefing) == 0)
    sb_change_set_put (changes, answer->briefing);
  else
    sb_change_set_put_edit (changes, briefing, answer->briefing);
  return sb_store_apply (store, changes, error) >= 0 ? g_steal_pointer (&answer) : NULL;
}

static void ask_for_briefing (Addition *self);

static void
tell (Addition *self,
      const Answer *answer)
{
  GSettings *settings = sb_context_get_settings (self->context);
  const char *title = sb_record_get_title (answer->briefing, sb_language_get_interface ());
  g_autofree char *message = NULL;

  g_settings_set_string (settings, CURRENT, sb_record_get_uuid (answer->briefing));
  if (answer->had_it)
    {
      /* Translators: %s is the title of a briefing. */
      message = g_strdup_printf (_ ("“%s” has it already."), title);
      gtk_widget_activate_action (self->widget, "win.show-message", "s", message);
      return;
    }

  /* Translators: %s is the title of a briefing. */
  message = g_strdup_printf (_ ("Put into “%s”. Shift+B chooses another one."), title);
  gtk_widget_activate_action (self->widget, "win.show-undoable", "s", message);
}

static void
added_cb (GObject *object,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (Addition) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Answer) answer = sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error);

  /* The window was closed meanwhile. */
  if (gtk_widget_get_root (self->widget) == NULL)
    return;

  if (answer == NULL)
    {
      g_autofree char *text = sb_error_text (error, sb_language_get_interface ());

      gtk_widget_activate_action (self->widget, "win.show-message", "s", text);
    }
  else if (answer->briefing == NULL)
    ask_for_briefing (self);
  else
    tell (self, answer);
}

/* Into the briefing with that UUID, or into @fresh; takes over neither. */
static void
add (Addition *self,
     const char *uuid,
     SbRecord *fresh)
{
  Request *request = g_new0 (Request, 1);

  request->extract = self->extract != NULL ? g_object_ref (self->extract) : NULL;
  request->document = self->document;
  request->uuid = g_strdup (uuid);
  request->fresh = fresh != NULL ? g_object_ref (fresh) : NULL;
  request->label = g_strdup (_ ("Put into the briefing"));
  sb_catalogue_run_writer_async (sb_context_get_catalogue (self->context), add_in_store, request, request_free, answer_free, NULL, added_cb,
                                 addition_copy (self));
}

static void
made_cb (SbBriefingDialog *dialog,
         SbRecord *briefing,
         gpointer user_data)
{
  add (user_data, NULL, briefing);
}

static void
present (Addition *self,
         GtkWindow *dialog,
         GCallback chosen)
{
  g_signal_connect_data (dialog, "chosen", chosen, addition_copy (self), (GClosureNotify) (void (*) (void)) addition_free, 0);
  gtk_window_set_transient_for (dialog, GTK_WINDOW (gtk_widget_get_root (self->widget)));
  gtk_window_present (dialog);
}

static void
chosen_cb (SbBriefingChoiceDialog *dialog,
           SbRecord *briefing,
           gpointer user_data)
{
  Addition *self = user_data;

  if (briefing != NULL)
    add (self, sb_record_get_uuid (briefing), NULL);
  else
    present (self, GTK_WINDOW (sb_briefing_dialog_new (sb_context_get_catalogue (self->context), self->session)), G_CALLBACK (made_cb));
}

static void
ask_for_briefing (Addition *self)
{
  present (self, GTK_WINDOW (sb_briefing_choice_dialog_new (sb_context_get_catalogue (self->context))), G_CALLBACK (chosen_cb));
}

void
sb_briefing_addition_start (GtkWidget *widget,
                            SbContext *context,
                            SbSession *session,
                            SbBriefingAdditionWay way,
                            SbRecord *extract,
                            gint64 document)
{
  Addition given = { widget, context, session, extract, document };
  g_autofree char *uuid = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (SB_IS_CONTEXT (context));
  g_return_if_fail (extract != NULL || document != 0);

  uuid = g_settings_get_string (sb_context_get_settings (context), CURRENT);
  if (way == SB_BRIEFING_ADDITION_ASK || uuid[0] == '\0')
    ask_for_briefing (&given);
  else
    add (&given, uuid, NULL);
}
