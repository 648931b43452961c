/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-form-dialog.h"

#include "sb-error-text.h"

typedef struct
{
  GCancellable *cancellable; /* (owned) (nullable) while something is under way */
  gboolean is_ready;

  GtkButton *accept;
  AdwBin *slot;
  GtkLabel *lack;
  GtkWidget *busy;
  GtkLabel *busy_label;
  GtkWidget *problem_box;
  GtkLabel *problem;
} SbFormDialogPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (SbFormDialog, sb_form_dialog, ADW_TYPE_WINDOW)

enum
{
  PROP_0,
  PROP_FORM,
  PROP_ACCEPT_LABEL,
  PROP_BUSY_LABEL,
  PROP_READY,
  N_PROPS
};

enum
{
  DONE,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static SbFormDialogPrivate *
get_private (SbFormDialog *self)
{
  return sb_form_dialog_get_instance_private (self);
}

static void
update_actions (SbFormDialog *self)
{
  SbFormDialogPrivate *priv = get_private (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.accept", priv->is_ready && priv->cancellable == NULL);
}

static void
set_cancellable (SbFormDialog *self,
                 GCancellable *cancellable)
{
  SbFormDialogPrivate *priv = get_private (self);

  g_clear_object (&priv->cancellable);
  priv->cancellable = cancellable;
  gtk_widget_set_visible (priv->busy, cancellable != NULL);
  update_actions (self);
  if (SB_FORM_DIALOG_GET_CLASS (self)->busy_changed != NULL)
    SB_FORM_DIALOG_GET_CLASS (self)->busy_changed (self);
}

static void
accept_action (GtkWidget *widget,
               const char *action,
               GVariant *parameter)
{
  SbFormDialog *self = SB_FORM_DIALOG (widget);

  sb_form_dialog_clear_problem (self);
  SB_FORM_DIALOG_GET_CLASS (self)->accept (self);
}

static void
sb_form_dialog_get_property (GObject *object,
                             guint prop_id,
                             GValue *value,
                             GParamSpec *pspec)
{
  SbFormDialogPrivate *priv = get_private (SB_FORM_DIALOG (object));

  switch (prop_id)
    {
    case PROP_FORM:
      g_value_set_object (value, adw_bin_get_child (priv->slot));
      break;

    case PROP_ACCEPT_LABEL:
      g_value_set_string (value, gtk_button_get_label (priv->accept));
      break;

    case PROP_BUSY_LABEL:
      g_value_set_string (value, gtk_label_get_label (priv->busy_label));
      break;

    case PROP_READY:
      g_value_set_boolean (value, priv->is_ready);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sb_form_dialog_set_property (GObject *object,
                             guint prop_id,
                             const GValue *value,
                             GParamSpec *pspec)
{
  SbFormDialog *self = SB_FORM_DIALOG (object);
  SbFormDialogPrivate *priv = get_private (self);

  switch (prop_id)
    {
    case PROP_FORM:
      adw_bin_set_child (priv->slot, g_value_get_object (value));
      break;

    case PROP_ACCEPT_LABEL:
      gtk_button_set_label (priv->accept, g_value_get_string (value));
      break;

    case PROP_BUSY_LABEL:
      gtk_label_set_label (priv->busy_label, g_value_get_string (value));
      break;

    case PROP_READY:
      sb_form_dialog_set_ready (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sb_form_dialog_dispose (GObject *object)
{
  SbFormDialogPrivate *priv = get_private (SB_FORM_DIALOG (object));

  g_cancellable_cancel (priv->cancellable);
  g_clear_object (&priv->cancellable);

  G_OBJECT_CLASS (sb_form_dialog_parent_class)->dispose (object);
}

/* It was closed. Work under way may keep it a while, and GTK would look at the window that
 * it belonged to only when it goes, when that may be gone. */
static void
sb_form_dialog_unrealize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (sb_form_dialog_parent_class)->unrealize (widget);

  gtk_window_set_transient_for (GTK_WINDOW (widget), NULL);
}

static void
install_properties (GObjectClass *object_class)
{
  properties[PROP_FORM] = g_param_spec_object ("form", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ACCEPT_LABEL] =
    g_param_spec_string ("accept-label", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_BUSY_LABEL] =
    g_param_spec_string ("busy-label", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_READY] = g_param_spec_boolean ("ready", NULL, NULL, TRUE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

/* The keyboard begins in the form, not on the button that gives it up. */
static void
sb_form_dialog_show (GtkWidget *widget)
{
  GtkWidget *slot = GTK_WIDGET (get_private (SB_FORM_DIALOG (widget))->slot);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (widget));

  GTK_WIDGET_CLASS (sb_form_dialog_parent_class)->show (widget);

  if (focus == NULL)
    gtk_widget_child_focus (slot, GTK_DIR_TAB_FORWARD);
}

static void
sb_form_dialog_class_init (SbFormDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sb_form_dialog_get_property;
  object_class->set_property = sb_form_dialog_set_property;
  object_class->dispose = sb_form_dialog_dispose;
  widget_class->show = sb_form_dialog_show;
  widget_class->unrealize = sb_form_dialog_unrealize;
  install_properties (object_class);

  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SahelBrief/ui/sb-form-dialog.ui");
  gtk_widget_class_bind_template_child_private (widget_class, SbFormDialog, accept);
  gtk_widget_class_bind_template_child_private (widget_class, SbFormDialog, slot);
  gtk_widget_class_bind_template_child_private (widget_class, SbFormDialog, lack);
  gtk_widget_class_bind_template_child_private (widget_class, SbFormDialog, busy);
  gtk_widget_class_bind_template_child_private (widget_class, SbFormDialog, busy_label);
  gtk_widget_class_bind_template_child_private (widget_class, SbFormDialog, problem_box);
  gtk_widget_class_bind_template_child_private (widget_class, SbFormDialog, problem);
  gtk_widget_class_install_action (widget_class, "form.accept", NULL, accept_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sb_form_dialog_init (SbFormDialog *self)
{
  get_private (self)->is_ready = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

GCancellable *
sb_form_dialog_begin (SbFormDialog *self)
{
  g_return_val_if_fail (SB_IS_FORM_DIALOG (self), NULL);

  set_cancellable (self, g_cancellable_new ());
  return get_private (self)->cancellable;
}

void
sb_form_dialog_end (SbFormDialog *self)
{
  g_return_if_fail (SB_IS_FORM_DIALOG (self));

  set_cancellable (self, NULL);
}

void
sb_form_dialog_fail (SbFormDialog *self,
                     const GError *error)
{
  SbFormDialogPrivate *priv;
  g_autofree char *text = NULL;

  g_return_if_fail (SB_IS_FORM_DIALOG (self));
  g_return_if_fail (error != NULL);

  priv = get_private (self);
  sb_form_dialog_end (self);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  text = sb_error_text (error, sb_language_get_interface ());
  gtk_label_set_label (priv->problem, text);
  gtk_widget_set_visible (priv->problem_box, TRUE);
}

void
sb_form_dialog_finish (SbFormDialog *self,
                       const char *message)
{
  g_return_if_fail (SB_IS_FORM_DIALOG (self));

  if (message != NULL)
    g_signal_emit (self, signals[DONE], 0, message);

  gtk_window_destroy (GTK_WINDOW (self));
}

gboolean
sb_form_dialog_is_busy (SbFormDialog *self)
{
  g_return_val_if_fail (SB_IS_FORM_DIALOG (self), FALSE);

  return get_private (self)->cancellable != NULL;
}

void
sb_form_dialog_clear_problem (SbFormDialog *self)
{
  g_return_if_fail (SB_IS_FORM_DIALOG (self));

  gtk_widget_set_visible (get_private (self)->problem_box, FALSE);
}

void
sb_form_dialog_set_ready (SbFormDialog *self,
                          gboolean is_ready)
{
  SbFormDialogPrivate *priv;

  g_return_if_fail (SB_IS_FORM_DIALOG (self));

  priv = get_private (self);
  if (priv->is_ready == is_ready)
    return;

  priv->is_ready = is_ready;
  update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READY]);
}

void
sb_form_dialog_set_lack (SbFormDialog *self,
                         const char *lack)
{
  SbFormDialogPrivate *priv;

  g_return_if_fail (SB_IS_FORM_DIALOG (self));

  priv = get_private (self);
  gtk_label_set_label (priv->lack, lack != NULL ? lack : "");
  gtk_widget_set_visible (GTK_WIDGET (priv->lack), lack != NULL);
  sb_form_dialog_set_ready (self, lack == NULL);
}
