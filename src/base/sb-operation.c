/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-base"

#include "config.h"

#include "sb-operation.h"

#define FRACTION_UNKNOWN (-1.0)

struct _SbOperation
{
  GObject parent_instance;

  char *title; /* (owned) */
  char *detail; /* (owned) */
  double fraction; /* 0 to 1, or FRACTION_UNKNOWN */
  gboolean running;
  GCancellable *cancellable; /* (owned) */
  GMainContext *context; /* (owned) of the thread it lives on */

  GMutex mutex; /* guards what follows */
  gboolean reported; /* a publication is on its way */
  double reported_fraction;
  char *reported_detail; /* (owned) (nullable) NULL keeps the last one */
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_DETAIL,
  PROP_FRACTION,
  PROP_RUNNING,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (SbOperation, sb_operation, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];

/* Shows what was reported last. Runs on the thread of the operation. */
static void
publish (SbOperation *self)
{
  g_autofree char *detail = NULL;
  double fraction;
  gboolean reported;

  g_mutex_lock (&self->mutex);
  reported = self->reported;
  self->reported = FALSE;
  fraction = self->reported_fraction;
  detail = g_steal_pointer (&self->reported_detail);
  g_mutex_unlock (&self->mutex);

  if (!reported || !self->running)
    return;

  g_object_freeze_notify (G_OBJECT (self));

  if (fraction != self->fraction)
    {
      self->fraction = fraction;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);
    }

  if (detail != NULL && g_strcmp0 (detail, self->detail) != 0)
    {
      g_free (self->detail);
      self->detail = g_steal_pointer (&detail);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DETAIL]);
    }

  g_object_thaw_notify (G_OBJECT (self));
}

static gboolean
publish_cb (gpointer user_data)
{
  publish (SB_OPERATION (user_data));

  return G_SOURCE_REMOVE;
}

static void
schedule_publication (SbOperation *self)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_static_name (source, "[sahel-brief] publish_cb");
  g_source_set_callback (source, publish_cb, g_object_ref (self), g_object_unref);
  g_source_attach (source, self->context);
}

static void
sb_operation_get_property (GObject *object,
                           guint prop_id,
                           GValue *value,
                           GParamSpec *pspec)
{
  SbOperation *self = SB_OPERATION (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;

    case PROP_DETAIL:
      g_value_set_string (value, self->detail);
      break;

    case PROP_FRACTION:
      g_value_set_double (value, self->fraction);
      break;

    case PROP_RUNNING:
      g_value_set_boolean (value, self->running);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sb_operation_finalize (GObject *object)
{
  SbOperation *self = SB_OPERATION (object);

  g_free (self->title);
  g_free (self->detail);
  g_free (self->reported_detail);
  g_object_unref (self->cancellable);
  g_main_context_unref (self->context);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (sb_operation_parent_class)->finalize (object);
}

static void
sb_operation_class_init (SbOperationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = sb_operation_get_property;
  object_class->finalize = sb_operation_finalize;

  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, "",
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_DETAIL] =
    g_param_spec_string ("detail", NULL, NULL, "",
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_FRACTION] =
    g_param_spec_double ("fraction", NULL, NULL,
                         FRACTION_UNKNOWN, 1.0, FRACTION_UNKNOWN,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_RUNNING] =
    g_param_spec_boolean ("running", NULL, NULL, TRUE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sb_operation_init (SbOperation *self)
{
  self->detail = g_strdup ("");
  self->fraction = FRACTION_UNKNOWN;
  self->running = TRUE;
  self->cancellable = g_cancellable_new ();
  self->context = g_main_context_ref_thread_default ();
  g_mutex_init (&self->mutex);
}

SbOperation *
sb_operation_new (const char *title)
{
  SbOperation *self = g_object_new (SB_TYPE_OPERATION, NULL);

  self->title = g_strdup (title != NULL ? title : "");

  return self;
}

const char *
sb_operation_get_title (SbOperation *self)
{
  g_return_val_if_fail (SB_IS_OPERATION (self), "");

  return self->title;
}

const char *
sb_operation_get_detail (SbOperation *self)
{
  g_return_val_if_fail (SB_IS_OPERATION (self), "");

  return self->detail;
}

double
sb_operation_get_fraction (SbOperation *self)
{
  g_return_val_if_fail (SB_IS_OPERATION (self), FRACTION_UNKNOWN);

  return self->fraction;
}

gboolean
sb_operation_is_running (SbOperation *self)
{
  g_return_val_if_fail (SB_IS_OPERATION (self), FALSE);

  return self->running;
}

GCancellable *
sb_operation_get_cancellable (SbOperation *self)
{
  g_return_val_if_fail (SB_IS_OPERATION (self), NULL);

  return self->cancellable;
}

void
sb_operation_cancel (SbOperation *self)
{
  g_return_if_fail (SB_IS_OPERATION (self));

  g_cancellable_cancel (self->cancellable);
}

void
sb_operation_report_progress (SbOperation *self,
                              double fraction,
                              const char *detail)
{
  gboolean first;

  g_return_if_fail (SB_IS_OPERATION (self));

  g_mutex_lock (&self->mutex);
  first = !self->reported;
  self->reported = TRUE;
  /* Written so that a NaN is unknown too. */
  self->reported_fraction = fraction >= 0 ? MIN (fraction, 1.0) : FRACTION_UNKNOWN;
  if (detail != NULL)
    {
      g_free (self->reported_detail);
      self->reported_detail = g_strdup (detail);
    }
  g_mutex_unlock (&self->mutex);

  if (first)
    schedule_publication (self);
}

void
sb_operation_complete (SbOperation *self)
{
  g_return_if_fail (SB_IS_OPERATION (self));

  if (!self->running)
    return;

  publish (self);
  self->running = FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
}
