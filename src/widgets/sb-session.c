/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-session.h"

#include "sb-clock.h"
#include "sb-event-filter.h"

/* How many selections can be gone back to. */
#define HISTORY_LENGTH 64

/* Without anything better, the period is the last year. */
#define DEFAULT_PERIOD_DAYS 365

struct _SbSession
{
  GObject parent_instance;

  int first_day;
  int last_day;
  int as_of;
  SbRef *selection; /* (owned) (nullable) */
  guint event_types; /* bits 1 << SbEventType */
  guint min_fatalities;
  SbRef *event_actor; /* (owned) (nullable) */

  const char *page; /* (nullable) that is shown; interned */
  GQueue past; /* (element-type Stop) (owned) the last one first */
  GQueue future; /* (element-type Stop) (owned) the next one first */
};

G_DEFINE_FINAL_TYPE (SbSession, sb_session, G_TYPE_OBJECT)

/* What can be gone back to. */
typedef struct
{
  SbRef *selection; /* (owned) (nullable) */
  const char *page; /* (nullable) interned */
} Stop;

static void
stop_free (Stop *stop)
{
  g_clear_pointer (&stop->selection, sb_ref_unref);
  g_free (stop);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Stop, stop_free)

enum
{
  PROP_0,
  PROP_FIRST_DAY,
  PROP_LAST_DAY,
  PROP_AS_OF,
  PROP_SELECTION,
  PROP_LANGUAGE,
  PROP_CAN_GO_BACK,
  PROP_CAN_GO_FORWARD,
  PROP_EVENT_TYPES,
  PROP_MIN_FATALITIES,
  PROP_EVENT_ACTOR,
  N_PROPS
};

enum
{
  DOCUMENT_REQUESTED,
  PAGE_REQUESTED,
  AREA_REQUESTED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
notify_selection (SbSession *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTION]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_GO_BACK]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_GO_FORWARD]);
}

/* Remembers what is selected now, and the page, on @stops. */
static void
push_stop (SbSession *self,
           GQueue *stops)
{
  Stop *stop;

  /* Where nothing is selected there is nothing to come back to but the page. */
  if (self->selection == NULL && self->page == NULL)
    return;

  stop = g_new0 (Stop, 1);
  stop->selection = g_steal_pointer (&self->selection);
  stop->page = self->page;
  g_queue_push_head (stops, stop);
}

/* Selects what was last put on @from, on the page where that was left, and remembers the
 * present on @to. */
static void
travel (SbSession *self,
        GQueue *from,
        GQueue *to)
{
  g_autoptr (Stop) stop = g_queue_pop_head (from);

  if (stop == NULL)
    return;

  push_stop (self, to);
  g_clear_pointer (&self->selection, sb_ref_unref);
  self->selection = g_steal_pointer (&stop->selection);
  notify_selection (self);
  if (stop->page != NULL && stop->page != self->page)
    g_signal_emit (self, signals[PAGE_REQUESTED], 0, stop->page);
}

static void
sb_session_get_property (GObject *object,
                         guint prop_id,
                         GValue *value,
                         GParamSpec *pspec)
{
  SbSession *self = SB_SESSION (object);

  switch (prop_id)
    {
    case PROP_FIRST_DAY:
      g_value_set_int (value, self->first_day);
      break;

    case PROP_LAST_DAY:
      g_value_set_int (value, self->last_day);
      break;

    case PROP_AS_OF:
      g_value_set_int (value, self->as_of);
      break;

    case PROP_SELECTION:
      g_value_set_boxed (value, self->selection);
      break;

    case PROP_LANGUAGE:
      g_value_set_int (value, sb_session_get_language (self));
      break;

    case PROP_CAN_GO_BACK:
      g_value_set_boolean (value, !g_queue_is_empty (&self->past));
      break;

    case PROP_CAN_GO_FORWARD:
      g_value_set_boolean (value, !g_queue_is_empty (&self->future));
      break;

    case PROP_EVENT_TYPES:
      g_value_set_uint (value, self->event_types);
      break;

    case PROP_MIN_FATALITIES:
      g_value_set_uint (value, self->min_fatalities);
      break;

    case PROP_EVENT_ACTOR:
      g_value_set_boxed (value, self->event_actor);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sb_session_set_property (GObject *object,
                         guint prop_id,
                         const GValue *value,
                         GParamSpec *pspec)
{
  SbSession *self = SB_SESSION (object);

  switch (prop_id)
    {
    case PROP_AS_OF:
      sb_session_set_as_of (self, g_value_get_int (value));
      break;

    case PROP_SELECTION:
      sb_session_select (self, g_value_get_boxed (value));
      break;

    case PROP_EVENT_TYPES:
      sb_session_set_event_types (self, g_value_get_uint (value));
      break;

    case PROP_MIN_FATALITIES:
      sb_session_set_min_fatalities (self, g_value_get_uint (value));
      break;

    case PROP_EVENT_ACTOR:
      sb_session_set_event_actor (self, g_value_get_boxed (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sb_session_finalize (GObject *object)
{
  SbSession *self = SB_SESSION (object);

  g_queue_clear_full (&self->past, (GDestroyNotify) stop_free);
  g_queue_clear_full (&self->future, (GDestroyNotify) stop_free);
  g_clear_pointer (&self->selection, sb_ref_unref);
  g_clear_pointer (&self->event_actor, sb_ref_unref);

  G_OBJECT_CLASS (sb_session_parent_class)->finalize (object);
}

static void
sb_session_class_init (SbSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = sb_session_get_property;
  object_class->set_property = sb_session_set_property;
  object_class->finalize = sb_session_finalize;

  properties[PROP_FIRST_DAY] =
    g_param_spec_int ("first-day", NULL, NULL, G_MININT, G_MAXINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_LAST_DAY] =
    g_param_spec_int ("last-day", NULL, NULL, G_MININT, G_MAXINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_AS_OF] =
    g_param_spec_int ("as-of", NULL, NULL, G_MININT, G_MAXINT, 0,
                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SELECTION] =
    g_param_spec_boxed ("selection", NULL, NULL, SB_TYPE_REF,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_LANGUAGE] =
    g_param_spec_int ("language", NULL, NULL, 0, SB_N_LANGUAGES - 1, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CAN_GO_BACK] =
    g_param_spec_boolean ("can-go-back", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CAN_GO_FORWARD] =
    g_param_spec_boolean ("can-go-forward", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_EVENT_TYPES] =
    g_param_spec_uint ("event-types", NULL, NULL, 0, SB_EVENT_TYPES_ALL, SB_EVENT_TYPES_ALL,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_MIN_FATALITIES] =
    g_param_spec_uint ("min-fatalities", NULL, NULL, 0, G_MAXUINT16, 0,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_EVENT_ACTOR] =
    g_param_spec_boxed ("event-actor", NULL, NULL, SB_TYPE_REF,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[DOCUMENT_REQUESTED] =
    g_signal_new ("document-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 3, G_TYPE_INT64, G_TYPE_INT, G_TYPE_INT);
  signals[PAGE_REQUESTED] =
    g_signal_new ("page-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[AREA_REQUESTED] =
    g_signal_new ("area-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, SB_TYPE_BOUNDS | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
sb_session_init (SbSession *self)
{
  g_queue_init (&self->past);
  g_queue_init (&self->future);
  self->event_types = SB_EVENT_TYPES_ALL;
  self->last_day = sb_clock_today ();
  self->first_day = self->last_day - DEFAULT_PERIOD_DAYS;
  self->as_of = self->last_day;
}

SbSession *
sb_session_new (void)
{
  return g_object_new (SB_TYPE_SESSION, NULL);
}

int
sb_session_get_first_day (SbSession *self)
{
  g_return_val_if_fail (SB_IS_SESSION (self), 0);

  return self->first_day;
}

int
sb_session_get_last_day (SbSession *self)
{
  g_return_val_if_fail (SB_IS_SESSION (self), 0);

  return self->last_day;
}

int
sb_session_get_as_of (SbSession *self)
{
  g_return_val_if_fail (SB_IS_SESSION (self), 0);

  return self->as_of;
}

SbLanguage
sb_session_get_language (SbSession *self)
{
  g_return_val_if_fail (SB_IS_SESSION (self), SB_LANGUAGE_FR);

  return sb_language_get_interface ();
}

SbRef *
sb_session_get_selection (SbSession *self)
{
  g_return_val_if_fail (SB_IS_SESSION (self), NULL);

  return self->selection;
}

void
sb_session_set_period (SbSession *self,
                       int first_day,
                       int last_day)
{
  int first = MIN (first_day, last_day);
  int last = MAX (first_day, last_day);

  g_return_if_fail (SB_IS_SESSION (self));

  g_object_freeze_notify (G_OBJECT (self));
  if (self->first_day != first)
    {
      self->first_day = first;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FIRST_DAY]);
    }

  if (self->last_day != last)
    {
      self->last_day = last;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LAST_DAY]);
    }

  sb_session_set_as_of (self, self->as_of);
  g_object_thaw_notify (G_OBJECT (self));
}

void
sb_session_set_as_of (SbSession *self,
                      int day)
{
  int clamped;

  g_return_if_fail (SB_IS_SESSION (self));

  clamped = CLAMP (day, self->first_day, self->last_day);
  if (self->as_of == clamped)
    return;

  self->as_of = clamped;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AS_OF]);
}

void
sb_session_select (SbSession *self,
                   SbRef *record)
{
  g_return_if_fail (SB_IS_SESSION (self));

  if (sb_ref_equal (self->selection, record))
    return;

  push_stop (self, &self->past);
  while (g_queue_get_length (&self->past) > HISTORY_LENGTH)
    stop_free (g_queue_pop_tail (&self->past));

  g_queue_clear_full (&self->future, (GDestroyNotify) stop_free);
  self->selection = record != NULL ? sb_ref_ref (record) : NULL;
  notify_selection (self);
}

guint
sb_session_get_event_types (SbSession *self)
{
  g_return_val_if_fail (SB_IS_SESSION (self), 0);

  return self->event_types;
}

guint
sb_session_get_min_fatalities (SbSession *self)
{
  g_return_val_if_fail (SB_IS_SESSION (self), 0);

  return self->min_fatalities;
}

SbRef *
sb_session_get_event_actor (SbSession *self)
{
  g_return_val_if_fail (SB_IS_SESSION (self), NULL);

  return self->event_actor;
}

void
sb_session_set_event_types (SbSession *self,
                            guint types)
{
  g_return_if_fail (SB_IS_SESSION (self));

  if (self->event_types == (types & SB_EVENT_TYPES_ALL))
    return;

  self->event_types = types & SB_EVENT_TYPES_ALL;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EVENT_TYPES]);
}

void
sb_session_set_min_fatalities (SbSession *self,
                               guint fatalities)
{
  g_return_if_fail (SB_IS_SESSION (self));

  if (self->min_fatalities == fatalities)
    return;

  self->min_fatalities = fatalities;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MIN_FATALITIES]);
}

void
sb_session_set_event_actor (SbSession *self,
                            SbRef *actor)
{
  g_return_if_fail (SB_IS_SESSION (self));

  if (sb_ref_equal (self->event_actor, actor))
    return;

  g_clear_pointer (&self->event_actor, sb_ref_unref);
  self->event_actor = actor != NULL ? sb_ref_ref (actor) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EVENT_ACTOR]);
}

gboolean
sb_session_filters_events (SbSession *self)
{
  g_return_val_if_fail (SB_IS_SESSION (self), FALSE);

  return self->event_types != SB_EVENT_TYPES_ALL || self->min_fatalities > 0 || self->event_actor != NULL;
}

void
sb_session_set_page (SbSession *self,
                     const char *name)
{
  g_return_if_fail (SB_IS_SESSION (self));

  self->page = g_intern_string (name);
}

void
sb_session_go_back (SbSession *self)
{
  g_return_if_fail (SB_IS_SESSION (self));

  travel (self, &self->past, &self->future);
}

void
sb_session_go_forward (SbSession *self)
{
  g_return_if_fail (SB_IS_SESSION (self));

  travel (self, &self->future, &self->past);
}

void
sb_session_request_document (SbSession *self,
                             gint64 document,
                             int start,
                             int end)
{
  g_return_if_fail (SB_IS_SESSION (self));
  g_return_if_fail (document > 0);

  g_signal_emit (self, signals[DOCUMENT_REQUESTED], 0, document, start, end);
}

void
sb_session_request_page (SbSession *self,
                         const char *name)
{
  g_return_if_fail (SB_IS_SESSION (self));
  g_return_if_fail (name != NULL);

  g_signal_emit (self, signals[PAGE_REQUESTED], 0, name);
}

void
sb_session_request_area (SbSession *self,
                         const SbBounds *bounds)
{
  g_return_if_fail (SB_IS_SESSION (self));
  g_return_if_fail (bounds != NULL);

  g_signal_emit (self, signals[AREA_REQUESTED], 0, bounds);
}
