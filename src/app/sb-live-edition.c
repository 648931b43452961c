/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-live-edition.h"

#include "sb-briefing-checks.h"
#include "sb-briefing-loader.h"
#include "sb-briefing.h"
#include "sb-filled-text.h"
#include "sb-typesetter.h"

#define N_PAPERS (SB_PAPER_LETTER + 1)

/* What the worker keeps from one composing to the next; touched by nobody else. */
typedef struct
{
  gatomicrefcount ref_count;
  SbTypesetter *typesetters[N_PAPERS][SB_N_LANGUAGES]; /* (owned) (nullable) until used */
} Press;

/* What one composing made. */
typedef struct
{
  SbEdition *editions[SB_N_LANGUAGES]; /* (owned) (nullable) */
  gint64 cost; /* microseconds */
} Print;

typedef struct
{
  Press *press; /* (owned) */
  SbRecord *briefing; /* (owned) */
  SbBriefingInput *input; /* (owned) */
  SbBasemapPainter *painter; /* (owned) (nullable) */
  guint languages;
  SbPaper paper;
} Job;

struct _SbLiveEdition
{
  GObject parent_instance;

  SbCatalogue *catalogue; /* (owned) */
  SbWorker *worker; /* (owned) */
  Press *press; /* (owned) */
  SbBasemapPainter *painter; /* (owned) (nullable) */

  SbRecord *briefing; /* (owned) (nullable) the wish */
  guint languages;
  SbPaper paper;
  gboolean is_wanted; /* the wish is not being worked on yet */
  gboolean is_busy; /* something is being read or composed */
  GCancellable *composing; /* (owned) (nullable) of what is composed */

  SbBriefingInput *input; /* (owned) (nullable) */
  char *input_key; /* (owned) (nullable) what it was read for */
  gboolean is_stale; /* the catalogue changed since it was read */

  Print *print; /* (owned) (nullable) as shown */
  Print *last_print; /* (owned) (nullable) the one before: it may still be being drawn */
  GPtrArray *findings; /* (owned) (nullable) */
  GCancellable *checking; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (SbLiveEdition, sb_live_edition, G_TYPE_OBJECT)

enum
{
  COMPOSED,
  CHECKED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void go_on (SbLiveEdition *self);

static Press *
press_ref (Press *press)
{
  g_atomic_ref_count_inc (&press->ref_count);
  return press;
}

static void
press_unref (Press *press)
{
  if (!g_atomic_ref_count_dec (&press->ref_count))
    return;

  for (guint i = 0; i < N_PAPERS; i++)
    for (guint k = 0; k < SB_N_LANGUAGES; k++)
      g_clear_pointer (&press->typesetters[i][k], sb_typesetter_free);
  g_free (press);
}

static void
print_free (Print *print)
{
  for (guint i = 0; i < SB_N_LANGUAGES; i++)
    g_clear_pointer (&print->editions[i], sb_edition_unref);
  g_free (print);
}

static void
job_free (Job *job)
{
  press_unref (job->press);
  g_object_unref (job->briefing);
  sb_briefing_input_unref (job->input);
  g_clear_pointer (&job->painter, sb_basemap_painter_unref);
  g_free (job);
}

static SbTemplate *
new_template (SbRecord *briefing,
              GError **error)
{
  return sb_template_new (sb_record_get_text (briefing, SB_BRIEFING_TEMPLATE), error);
}

/* Run in the worker. */
static void
compose (GTask *task,
         gpointer source_object,
         gpointer task_data,
         GCancellable *cancellable)
{
  const Job *job = task_data;
  g_autoptr (SbBriefingInput) input = sb_briefing_input_new_edited (job->input, job->briefing);
  g_autoptr (GError) error = NULL;
  g_autoptr (SbTemplate) template = new_template (job->briefing, &error);
  gint64 start = g_get_monotonic_time ();
  Print *print;

  if (template == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  print = g_new0 (Print, 1);
  for (guint i = 0; i < SB_N_LANGUAGES; i++)
    {
      SbTypesetter **typesetter = &job->press->typesetters[job->paper][i];

      if ((job->languages & (1u << i)) == 0)
        continue;
      if (*typesetter == NULL)
        *typesetter = sb_typesetter_new (job->paper);
      print->editions[i] = sb_edition_new (template, input, (SbLanguage) i, *typesetter, job->painter);
    }
  print->cost = g_get_monotonic_time () - start;
  g_task_return_pointer (task, print, (GDestroyNotify) print_free);
}

typedef struct
{
  SbRecord *briefing; /* (owned) */
  SbBriefingInput *input; /* (owned) */
  SbEdition *editions[SB_N_LANGUAGES]; /* (owned) */
  guint n_editions;
} Check;

static void
check_free (Check *check)
{
  for (guint i = 0; i < check->n_editions; i++)
    sb_edition_unref (check->editions[i]);
  sb_briefing_input_unref (check->input);
  g_object_unref (check->briefing);
  g_free (check);
}

/* Run in the worker. */
static void
check_editions (GTask *task,
                gpointer source_object,
                gpointer task_data,
                GCancellable *cancellable)
{
  Check *check = task_data;
  g_autoptr (SbBriefingInput) input = sb_briefing_input_new_edited (check->input, check->briefing);
  g_autoptr (GError) error = NULL;
  g_autoptr (SbTemplate) template = new_template (check->briefing, &error);

  if (template == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, sb_briefing_checks_run (template, input, check->editions, check->n_editions),
                           (GDestroyNotify) g_ptr_array_unref);
}

static void
checked_cb (GObject *object,
            GAsyncResult *result,
            gpointer user_data)
{
  SbLiveEdition *self = SB_LIVE_EDITION (object);
  g_autoptr (GPtrArray) findings = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Cancelled: what was typed since is looked through instead. */
  if (findings == NULL)
    return;

  g_clear_pointer (&self->findings, g_ptr_array_unref);
  self->findings = g_steal_pointer (&findings);
  g_signal_emit (self, signals[CHECKED], 0);
}

/* Behind all that is composed and drawn. */
static void
check_later (SbLiveEdition *self,
             SbRecord *briefing)
{
  g_autoptr (GTask) task = NULL;
  Check *check = g_new0 (Check, 1);

  g_cancellable_cancel (self->checking);
  g_clear_object (&self->checking);
  self->checking = g_cancellable_new ();
  check->briefing = g_object_ref (briefing);
  check->input = sb_briefing_input_ref (self->input);
  for (guint i = 0; i < SB_N_LANGUAGES; i++)
    if (self->print->editions[i] != NULL)
      check->editions[check->n_editions++] = sb_edition_ref (self->print->editions[i]);

  task = g_task_new (self, self->checking, checked_cb, NULL);
  g_task_set_source_tag (task, check_later);
  g_task_set_task_data (task, check, (GDestroyNotify) check_free);
  sb_worker_push (self->worker, task, G_PRIORITY_LOW, check_editions);
}

/* Run in the worker. */
static void
drop (GTask *task,
      gpointer source_object,
      gpointer task_data,
      GCancellable *cancellable)
{
  Print *print = task_data;

  for (guint i = 0; i < SB_N_LANGUAGES; i++)
    g_clear_pointer (&print->editions[i], sb_edition_unref);
  g_task_return_boolean (task, TRUE);
}

/* Layouts are let go in the thread that makes and draws them, once nothing of theirs is
 * being drawn any more. */
static void
retire (SbLiveEdition *self,
        Print *print)
{
  g_autoptr (GTask) task = NULL;
  Print *gone = self->last_print;

  self->last_print = self->print;
  self->print = print;
  if (gone == NULL)
    return;

  task = g_task_new (NULL, NULL, NULL, NULL);
  g_task_set_source_tag (task, retire);
  g_task_set_task_data (task, gone, (GDestroyNotify) print_free);
  sb_worker_push (self->worker, task, G_PRIORITY_LOW, drop);
}

static void
composed_cb (GObject *object,
             GAsyncResult *result,
             gpointer user_data)
{
  SbLiveEdition *self = SB_LIVE_EDITION (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (SbRecord) briefing = g_object_ref (((Job *) g_task_get_task_data (G_TASK (result)))->briefing);
  Print *print = g_task_propagate_pointer (G_TASK (result), &error);

  self->is_busy = FALSE;
  g_clear_object (&self->composing);
  if (print == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_signal_emit (self, signals[FAILED], 0, error);
      go_on (self);
      return;
    }

  retire (self, print);
  g_signal_emit (self, signals[COMPOSED], 0);
  if (!self->is_wanted && self->input != NULL)
    check_later (self, briefing);
  go_on (self);
}

static void
begin_composing (SbLiveEdition *self)
{
  g_autoptr (GTask) task = NULL;
  Job *job = g_new0 (Job, 1);

  self->composing = g_cancellable_new ();
  task = g_task_new (self, self->composing, composed_cb, NULL);
  job->press = press_ref (self->press);
  job->briefing = g_object_ref (self->briefing);
  job->input = sb_briefing_input_ref (self->input);
  job->painter = self->painter != NULL ? sb_basemap_painter_ref (self->painter) : NULL;
  job->languages = self->languages;
  job->paper = self->paper;

  self->is_wanted = FALSE;
  self->is_busy = TRUE;
  g_task_set_source_tag (task, begin_composing);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  sb_worker_push (self->worker, task, G_PRIORITY_DEFAULT, compose);
}

/* What the reading depends on: whatever else the briefing says is composed with what was
 * read for it before. */
static char *
dup_input_key (SbRecord *briefing)
{
  const char *name = sb_record_get_text (briefing, SB_BRIEFING_TEMPLATE);
  g_autoptr (SbTemplate) template = sb_template_new (name, NULL);
  g_autoptr (SbOutline) outline = template != NULL ? sb_outline_new (template, briefing) : NULL;
  g_autoptr (SbBriefingInput) input = sb_briefing_input_new (briefing);
  g_autoptr (GArray) moments = outline != NULL ? sb_template_list_moments (sb_outline_get_template (outline), input) : NULL;
  g_autoptr (GPtrArray) citations = outline != NULL ? sb_outline_list_citations (outline) : NULL;
  SbRef *dossier = sb_record_get_ref (briefing, SB_BRIEFING_DOSSIER);
  GString *key = g_string_new (NULL);

  g_string_append_printf (key, "%s %s %d %d %d %d", name, dossier != NULL ? sb_ref_get_uuid (dossier) : "",
                          sb_briefing_input_get_first (input), sb_briefing_input_get_last (input),
                          sb_briefing_input_get_as_of (input), sb_briefing_get_cutoff_day (briefing));
  for (guint i = 0; citations != NULL && i < citations->len; i++)
    g_string_append_printf (key, " @%s", (const char *) g_ptr_array_index (citations, i));
  for (guint i = 0; moments != NULL && i < moments->len; i++)
    {
      const SbBriefingMoment *moment = &g_array_index (moments, SbBriefingMoment, i);

      g_string_append_printf (key, " %d/%d/%d", moment->first, moment->last, moment->as_of);
    }

  return g_string_free (key, FALSE);
}

/* Run in the worker. */
static gpointer
load (SbStore *store,
      gpointer data,
      GCancellable *cancellable,
      GError **error)
{
  SbRecord *briefing = data;
  g_autoptr (SbTemplate) template = new_template (briefing, error);

  return template != NULL ? sb_briefing_loader_load (store, briefing, template, error) : NULL;
}

static void
loaded_cb (GObject *object,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (SbLiveEdition) self = user_data;
  g_autoptr (GError) error = NULL;
  SbBriefingInput *input = sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error);

  self->is_busy = FALSE;
  g_clear_pointer (&self->input, sb_briefing_input_unref);
  self->input = input;
  if (input == NULL)
    {
      g_signal_emit (self, signals[FAILED], 0, error);
      return;
    }

  go_on (self);
}

static void
begin_reading (SbLiveEdition *self,
               char *key)
{
  g_free (self->input_key);
  self->input_key = key;
  self->is_stale = FALSE;
  self->is_busy = TRUE;
  sb_catalogue_read_async (self->catalogue, load, g_object_ref (self->briefing), g_object_unref,
                           (GDestroyNotify) sb_briefing_input_unref, NULL, loaded_cb, g_object_ref (self));
}

static void
go_on (SbLiveEdition *self)
{
  g_autofree char *key = NULL;

  if (self->is_busy || !self->is_wanted || self->briefing == NULL || self->languages == 0)
    return;

  key = dup_input_key (self->briefing);
  if (self->input == NULL || self->is_stale || g_strcmp0 (self->input_key, key) != 0)
    begin_reading (self, g_steal_pointer (&key));
  else
    begin_composing (self);
}

/* A briefing that was stored is what was shown already. */
static void
catalogue_changed_cb (SbLiveEdition *self,
                      guint kinds)
{
  if ((kinds & ~(1u << SB_KIND_BRIEFING)) == 0)
    return;

  self->is_stale = TRUE;
  self->is_wanted = self->briefing != NULL;
  go_on (self);
}

static void
sb_live_edition_finalize (GObject *object)
{
  SbLiveEdition *self = SB_LIVE_EDITION (object);

  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_object (&self->checking);
  g_clear_object (&self->composing);
  g_clear_pointer (&self->print, print_free);
  g_clear_pointer (&self->last_print, print_free);
  g_clear_pointer (&self->input, sb_briefing_input_unref);
  g_clear_pointer (&self->painter, sb_basemap_painter_unref);
  g_clear_object (&self->briefing);
  g_clear_object (&self->worker);
  g_clear_object (&self->catalogue);
  press_unref (self->press);
  g_free (self->input_key);

  G_OBJECT_CLASS (sb_live_edition_parent_class)->finalize (object);
}

static void
sb_live_edition_class_init (SbLiveEditionClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sb_live_edition_finalize;
  signals[COMPOSED] = g_signal_new ("composed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHECKED] = g_signal_new ("checked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
sb_live_edition_init (SbLiveEdition *self)
{
  self->press = g_new0 (Press, 1);
  g_atomic_ref_count_init (&self->press->ref_count);
}

SbLiveEdition *
sb_live_edition_new (SbCatalogue *catalogue,
                     SbWorker *worker)
{
  SbLiveEdition *self;

  g_return_val_if_fail (SB_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (SB_IS_WORKER (worker), NULL);

  self = g_object_new (SB_TYPE_LIVE_EDITION, NULL);
  self->catalogue = g_object_ref (catalogue);
  self->worker = g_object_ref (worker);
  g_signal_connect_object (catalogue, "changed", G_CALLBACK (catalogue_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

void
sb_live_edition_set_painter (SbLiveEdition *self,
                             SbBasemapPainter *painter)
{
  g_return_if_fail (SB_IS_LIVE_EDITION (self));

  g_clear_pointer (&self->painter, sb_basemap_painter_unref);
  self->painter = painter != NULL ? sb_basemap_painter_ref (painter) : NULL;
}

void
sb_live_edition_show (SbLiveEdition *self,
                      SbRecord *briefing,
                      guint languages,
                      SbPaper paper)
{
  g_return_if_fail (SB_IS_LIVE_EDITION (self));

  g_set_object (&self->briefing, briefing);
  self->languages = languages;
  self->paper = paper;
  self->is_wanted = briefing != NULL;
  if (briefing == NULL)
    {
      g_cancellable_cancel (self->composing);
      g_cancellable_cancel (self->checking);
    }
  go_on (self);
}

SbEdition *
sb_live_edition_get (SbLiveEdition *self,
                     SbLanguage language)
{
  g_return_val_if_fail (SB_IS_LIVE_EDITION (self), NULL);
  g_return_val_if_fail ((guint) language < SB_N_LANGUAGES, NULL);

  return self->print != NULL ? self->print->editions[language] : NULL;
}

GPtrArray *
sb_live_edition_get_findings (SbLiveEdition *self)
{
  g_return_val_if_fail (SB_IS_LIVE_EDITION (self), NULL);

  return self->findings;
}

typedef struct
{
  SbOutline *outline; /* (owned) */
  SbBriefingInput *input; /* (owned) */
  char *name; /* (owned) */
} Filling;

static void
filling_free (Filling *filling)
{
  sb_outline_unref (filling->outline);
  sb_briefing_input_unref (filling->input);
  g_free (filling->name);
  g_free (filling);
}

/* Run in the worker. */
static void
fill (GTask *task,
      gpointer source_object,
      gpointer task_data,
      GCancellable *cancellable)
{
  const Filling *filling = task_data;
  g_autoptr (SbBriefingInput) input = sb_briefing_input_new_edited (filling->input, sb_outline_get_briefing (filling->outline));

  g_task_return_pointer (task, sb_filled_text_new (filling->outline, input, filling->name), (GDestroyNotify) sb_bilingual_unref);
}

void
sb_live_edition_fill_async (SbLiveEdition *self,
                            SbOutline *outline,
                            const char *name,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Filling *filling;

  g_return_if_fail (SB_IS_LIVE_EDITION (self));
  g_return_if_fail (outline != NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, sb_live_edition_fill_async);
  if (self->input == NULL)
    {
      g_task_return_pointer (task, NULL, NULL);
      return;
    }

  filling = g_new0 (Filling, 1);
  filling->outline = sb_outline_ref (outline);
  filling->input = sb_briefing_input_ref (self->input);
  filling->name = g_strdup (name);
  g_task_set_task_data (task, filling, (GDestroyNotify) filling_free);
  sb_worker_push (self->worker, task, G_PRIORITY_DEFAULT, fill);
}

SbBilingual *
sb_live_edition_fill_finish (SbLiveEdition *self,
                             GAsyncResult *result,
                             GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

gboolean
sb_live_edition_is_current (SbLiveEdition *self)
{
  g_return_val_if_fail (SB_IS_LIVE_EDITION (self), FALSE);

  return !self->is_wanted && !self->is_busy;
}

SbRecord *
sb_live_edition_find_citation (SbLiveEdition *self,
                               const char *uuid)
{
  GPtrArray *evidence = NULL;

  g_return_val_if_fail (SB_IS_LIVE_EDITION (self), NULL);
  g_return_val_if_fail (uuid != NULL, NULL);

  return self->input != NULL ? sb_briefing_input_find_citation (self->input, uuid, &evidence) : NULL;
}

gint64
sb_live_edition_get_cost (SbLiveEdition *self)
{
  g_return_val_if_fail (SB_IS_LIVE_EDITION (self), 0);

  return self->print != NULL ? self->print->cost : 0;
}
