/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-page.h"

#include "sb-error-text.h"

typedef struct
{
  char *title; /* (owned) (nullable) */
  char *icon_name; /* (owned) (nullable) */
  SbContext *context; /* (owned) (nullable) */
  SbSession *session; /* (owned) (nullable) */
  SbMoment *moment; /* (owned) (nullable) */
  gboolean follows_time;
  gboolean has_panel;
  gboolean connected;
} SbPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SbPage, sb_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_ICON_NAME,
  PROP_FOLLOWS_TIME,
  PROP_HAS_PANEL,
  PROP_CONTEXT,
  PROP_SESSION,
  PROP_MOMENT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
connect_once (SbPage *self)
{
  SbPagePrivate *priv = sb_page_get_instance_private (self);

  if (priv->connected || priv->context == NULL || priv->session == NULL || priv->moment == NULL ||
      !sb_context_is_ready (priv->context) || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  priv->connected = TRUE;
  if (SB_PAGE_GET_CLASS (self)->connect != NULL)
    SB_PAGE_GET_CLASS (self)->connect (self);
}

static void
set_context (SbPage *self,
             SbContext *context)
{
  SbPagePrivate *priv = sb_page_get_instance_private (self);

  if (!g_set_object (&priv->context, context))
    return;

  if (context != NULL)
    g_signal_connect_object (context, "notify::ready", G_CALLBACK (connect_once), self, G_CONNECT_SWAPPED);

  connect_once (self);
}

static void
sb_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (sb_page_parent_class)->map (widget);

  connect_once (SB_PAGE (widget));
}

static void
sb_page_get_property (GObject *object,
                      guint prop_id,
                      GValue *value,
                      GParamSpec *pspec)
{
  SbPagePrivate *priv = sb_page_get_instance_private (SB_PAGE (object));

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, priv->title);
      break;

    case PROP_ICON_NAME:
      g_value_set_string (value, priv->icon_name);
      break;

    case PROP_CONTEXT:
      g_value_set_object (value, priv->context);
      break;

    case PROP_SESSION:
      g_value_set_object (value, priv->session);
      break;

    case PROP_MOMENT:
      g_value_set_object (value, priv->moment);
      break;

    case PROP_FOLLOWS_TIME:
      g_value_set_boolean (value, priv->follows_time);
      break;

    case PROP_HAS_PANEL:
      g_value_set_boolean (value, priv->has_panel);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sb_page_set_property (GObject *object,
                      guint prop_id,
                      const GValue *value,
                      GParamSpec *pspec)
{
  SbPagePrivate *priv = sb_page_get_instance_private (SB_PAGE (object));

  switch (prop_id)
    {
    case PROP_TITLE:
      g_free (priv->title);
      priv->title = g_value_dup_string (value);
      break;

    case PROP_ICON_NAME:
      g_free (priv->icon_name);
      priv->icon_name = g_value_dup_string (value);
      break;

    case PROP_CONTEXT:
      set_context (SB_PAGE (object), g_value_get_object (value));
      break;

    case PROP_SESSION:
      g_set_object (&priv->session, g_value_get_object (value));
      connect_once (SB_PAGE (object));
      break;

    case PROP_MOMENT:
      g_set_object (&priv->moment, g_value_get_object (value));
      connect_once (SB_PAGE (object));
      break;

    case PROP_FOLLOWS_TIME:
      priv->follows_time = g_value_get_boolean (value);
      break;

    case PROP_HAS_PANEL:
      priv->has_panel = g_value_get_boolean (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sb_page_dispose (GObject *object)
{
  SbPagePrivate *priv = sb_page_get_instance_private (SB_PAGE (object));

  g_clear_object (&priv->context);
  g_clear_object (&priv->session);
  g_clear_object (&priv->moment);

  G_OBJECT_CLASS (sb_page_parent_class)->dispose (object);
}

static void
sb_page_finalize (GObject *object)
{
  SbPagePrivate *priv = sb_page_get_instance_private (SB_PAGE (object));

  g_free (priv->title);
  g_free (priv->icon_name);

  G_OBJECT_CLASS (sb_page_parent_class)->finalize (object);
}

static void
sb_page_class_init (SbPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sb_page_get_property;
  object_class->set_property = sb_page_set_property;
  object_class->dispose = sb_page_dispose;
  object_class->finalize = sb_page_finalize;
  widget_class->map = sb_page_map;

  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ICON_NAME] =
    g_param_spec_string ("icon-name", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_FOLLOWS_TIME] =
    g_param_spec_boolean ("follows-time", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_HAS_PANEL] =
    g_param_spec_boolean ("has-panel", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_MOMENT] =
    g_param_spec_object ("moment", NULL, NULL, SB_TYPE_MOMENT, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CONTEXT] =
    g_param_spec_object ("context", NULL, NULL, SB_TYPE_CONTEXT, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, SB_TYPE_SESSION, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sb_page_init (SbPage *self)
{
}

const char *
sb_page_get_title (SbPage *self)
{
  SbPagePrivate *priv = sb_page_get_instance_private (self);

  g_return_val_if_fail (SB_IS_PAGE (self), NULL);

  return priv->title;
}

SbContext *
sb_page_get_context (SbPage *self)
{
  SbPagePrivate *priv = sb_page_get_instance_private (self);

  g_return_val_if_fail (SB_IS_PAGE (self), NULL);

  return priv->context;
}

SbSession *
sb_page_get_session (SbPage *self)
{
  SbPagePrivate *priv = sb_page_get_instance_private (self);

  g_return_val_if_fail (SB_IS_PAGE (self), NULL);

  return priv->session;
}

SbMoment *
sb_page_get_moment (SbPage *self)
{
  SbPagePrivate *priv = sb_page_get_instance_private (self);

  g_return_val_if_fail (SB_IS_PAGE (self), NULL);

  return priv->moment;
}

SbCatalogue *
sb_page_get_catalogue (SbPage *self)
{
  SbPagePrivate *priv = sb_page_get_instance_private (self);

  g_return_val_if_fail (SB_IS_PAGE (self), NULL);

  return priv->context != NULL ? sb_context_get_catalogue (priv->context) : NULL;
}

void
sb_page_focus_content (SbPage *self)
{
  g_return_if_fail (SB_IS_PAGE (self));

  if (SB_PAGE_GET_CLASS (self)->focus_content != NULL)
    SB_PAGE_GET_CLASS (self)->focus_content (self);
  else
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

void
sb_page_show_message (SbPage *self,
                      const char *message)
{
  g_return_if_fail (SB_IS_PAGE (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-message", "s", message);
}

void
sb_page_show_error (SbPage *self,
                    GError *error)
{
  g_autofree char *text = NULL;

  g_return_if_fail (SB_IS_PAGE (self));
  g_return_if_fail (error != NULL);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  text = sb_error_text (error, sb_language_get_interface ());
  sb_page_show_message (self, text);
}
