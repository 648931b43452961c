/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-graph-finder.h"

#include "sb-graph-loader.h"
#include "sb-weak-ref.h"
#include "sb-worker.h"

/* How long after the last change of the day the graph is made anew. */
#define SETTLE_MS 80

/* What it is made of, and what it rests on. */
#define KINDS                                                                                                               \
  (1u << SB_KIND_ACTOR | 1u << SB_KIND_RELATION | 1u << SB_KIND_ALLIANCE | 1u << SB_KIND_EXTRACT | 1u << SB_KIND_DOCUMENT | \
   1u << SB_KIND_SOURCE)

struct _SbGraphFinder
{
  GObject parent_instance;

  SbCatalogue *catalogue; /* (owned) */
  SbSession *session; /* (owned) */
  SbWorker *worker; /* (owned) */
  SbGraphInput *input; /* (owned) (nullable) what the catalogue holds; NULL when it is outdated */
  SbGraphFigure *figure; /* (owned) (nullable) */
  SbGraphFilter filter;
  GError *error; /* (owned) (nullable) */
  GCancellable *reading; /* (owned) (nullable) */
  GCancellable *making; /* (owned) (nullable) */
  gboolean starts_anew; /* the next one is laid out from nothing */
  guint settle_source;
};

G_DEFINE_FINAL_TYPE (SbGraphFinder, sb_graph_finder, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* One figure, as the worker is asked for it. */
typedef struct
{
  SbGraphInput *input; /* (owned) */
  SbGraphLayout *last; /* (owned) (nullable) */
  SbGraphFilter filter;
  int as_of;
  SbLanguage language;
} Making;

static void
making_free (gpointer data)
{
  Making *making = data;

  sb_graph_input_unref (making->input);
  g_clear_pointer (&making->last, sb_graph_layout_unref);
  g_free (making);
}

/* Run in the worker. */
static void
make_figure (GTask *task,
             gpointer source_object,
             gpointer task_data,
             GCancellable *cancellable)
{
  const Making *making = task_data;
  g_autoptr (SbActorGraph) graph = sb_actor_graph_new (making->input, making->as_of, &making->filter);
  g_autoptr (GError) error = NULL;
  g_autoptr (SbGraphLayout) layout = sb_graph_layout_new (graph, making->last, cancellable, &error);

  if (layout == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, sb_graph_figure_new (graph, layout, making->language), (GDestroyNotify) sb_graph_figure_unref);
}

static void
made_cb (GObject *object,
         GAsyncResult *result,
         gpointer user_data)
{
  g_autoptr (SbGraphFinder) self = sb_weak_ref_take (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (SbGraphFigure) figure = g_task_propagate_pointer (G_TASK (result), &error);

  /* It is of no use any more. */
  if (self == NULL || g_task_get_cancellable (G_TASK (result)) != self->making)
    return;

  g_clear_object (&self->making);
  g_clear_error (&self->error);
  self->error = g_steal_pointer (&error);
  if (figure != NULL)
    {
      g_clear_pointer (&self->figure, sb_graph_figure_unref);
      self->figure = g_steal_pointer (&figure);
      self->starts_anew = FALSE;
    }

  g_signal_emit (self, signals[CHANGED], 0);
}

static void
stop (GCancellable **cancellable)
{
  if (*cancellable != NULL)
    g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
}

static void
start_making (SbGraphFinder *self)
{
  Making *making = g_new0 (Making, 1);
  g_autoptr (GTask) task = NULL;

  making->input = sb_graph_input_ref (self->input);
  making->last = self->figure != NULL && !self->starts_anew ? sb_graph_layout_ref (sb_graph_figure_get_layout (self->figure)) : NULL;
  making->filter = self->filter;
  making->as_of = sb_session_get_as_of (self->session);
  making->language = sb_session_get_language (self->session);

  stop (&self->making);
  self->making = g_cancellable_new ();
  task = g_task_new (NULL, self->making, made_cb, sb_weak_ref_new (self));
  g_task_set_task_data (task, making, making_free);
  sb_worker_push (self->worker, task, G_PRIORITY_DEFAULT, make_figure);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Run in the worker of the catalogue. */
static gpointer
read_input (SbStore *store,
            gpointer data,
            GCancellable *cancellable,
            GError **error)
{
  return sb_graph_loader_load (store, 0, cancellable, error);
}

static void
read_cb (GObject *object,
         GAsyncResult *result,
         gpointer user_data)
{
  g_autoptr (SbGraphFinder) self = sb_weak_ref_take (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (SbGraphInput) input = sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error);

  if (self == NULL || g_task_get_cancellable (G_TASK (result)) != self->reading)
    return;

  g_clear_object (&self->reading);
  g_clear_error (&self->error);
  self->error = g_steal_pointer (&error);
  if (input == NULL)
    {
      g_signal_emit (self, signals[CHANGED], 0);
      return;
    }

  g_clear_pointer (&self->input, sb_graph_input_unref);
  self->input = g_steal_pointer (&input);
  start_making (self);
}

static void
start_reading (SbGraphFinder *self)
{
  stop (&self->reading);
  self->reading = g_cancellable_new ();
  sb_catalogue_read_async (self->catalogue, read_input, NULL, NULL, (GDestroyNotify) sb_graph_input_unref, self->reading, read_cb,
                           sb_weak_ref_new (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
settled_cb (gpointer data)
{
  SbGraphFinder *self = data;

  self->settle_source = 0;
  if (self->input == NULL)
    start_reading (self);
  else
    start_making (self);
  return G_SOURCE_REMOVE;
}

static void
settle (SbGraphFinder *self)
{
  if (self->settle_source == 0)
    self->settle_source = g_timeout_add (SETTLE_MS, settled_cb, self);
}

static void
catalogue_changed_cb (SbGraphFinder *self,
                      guint kinds)
{
  if ((kinds & KINDS) == 0)
    return;

  g_clear_pointer (&self->input, sb_graph_input_unref);
  settle (self);
}

static void
sb_graph_finder_dispose (GObject *object)
{
  SbGraphFinder *self = SB_GRAPH_FINDER (object);

  g_clear_handle_id (&self->settle_source, g_source_remove);
  stop (&self->reading);
  stop (&self->making);
  g_clear_object (&self->worker);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->session);
  g_clear_pointer (&self->input, sb_graph_input_unref);
  g_clear_pointer (&self->figure, sb_graph_figure_unref);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (sb_graph_finder_parent_class)->dispose (object);
}

static void
sb_graph_finder_class_init (SbGraphFinderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sb_graph_finder_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sb_graph_finder_init (SbGraphFinder *self)
{
  self->worker = sb_worker_new ("graph");
}

SbGraphFinder *
sb_graph_finder_new (SbCatalogue *catalogue,
                     SbSession *session)
{
  SbGraphFinder *self = g_object_new (SB_TYPE_GRAPH_FINDER, NULL);

  self->catalogue = g_object_ref (catalogue);
  self->session = g_object_ref (session);
  g_signal_connect_object (catalogue, "changed", G_CALLBACK (catalogue_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::as-of", G_CALLBACK (settle), self, G_CONNECT_SWAPPED);
  start_reading (self);
  return self;
}

void
sb_graph_finder_set_filter (SbGraphFinder *self,
                            const SbGraphFilter *filter)
{
  g_return_if_fail (SB_IS_GRAPH_FINDER (self) && filter != NULL);

  self->filter = *filter;
  settle (self);
}

void
sb_graph_finder_rearrange (SbGraphFinder *self)
{
  g_return_if_fail (SB_IS_GRAPH_FINDER (self));

  self->starts_anew = TRUE;
  settle (self);
}

SbGraphFigure *
sb_graph_finder_get_figure (SbGraphFinder *self)
{
  g_return_val_if_fail (SB_IS_GRAPH_FINDER (self), NULL);

  return self->figure;
}

const GError *
sb_graph_finder_get_error (SbGraphFinder *self)
{
  g_return_val_if_fail (SB_IS_GRAPH_FINDER (self), NULL);

  return self->error;
}

gboolean
sb_graph_finder_is_busy (SbGraphFinder *self)
{
  g_return_val_if_fail (SB_IS_GRAPH_FINDER (self), FALSE);

  return self->reading != NULL || self->making != NULL || self->settle_source != 0;
}
