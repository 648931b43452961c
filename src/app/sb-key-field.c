/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-key-field.h"

#include <glib/gi18n.h>

typedef struct
{
  const SbBlockKey *key; /* (nullable) before it is set; static */
  char *value; /* (owned) (nullable) before one is shown */
  gboolean is_filling; /* a value is being shown, not chosen */

  GtkWidget *label;
  GtkWidget *control; /* (nullable) not owned: the first one */
  GtkWidget *problem;
} SbKeyFieldPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SbKeyField, sb_key_field, GTK_TYPE_BOX)

enum
{
  EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static SbKeyFieldPrivate *
get_private (SbKeyField *self)
{
  return sb_key_field_get_instance_private (self);
}

static gboolean
sb_key_field_grab_focus (GtkWidget *widget)
{
  SbKeyFieldPrivate *private = get_private (SB_KEY_FIELD (widget));

  return private->control != NULL && gtk_widget_grab_focus (private->control);
}

static void
sb_key_field_finalize (GObject *object)
{
  g_free (get_private (SB_KEY_FIELD (object))->value);

  G_OBJECT_CLASS (sb_key_field_parent_class)->finalize (object);
}

static void
sb_key_field_class_init (SbKeyFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sb_key_field_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = sb_key_field_grab_focus;

  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static GtkWidget *
add_label (SbKeyField *self,
           const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (self), label);
  return label;
}

static void
sb_key_field_init (SbKeyField *self)
{
  SbKeyFieldPrivate *private = get_private (self);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 3);
  private->label = add_label (self, "dim-label");
  private->problem = add_label (self, "error");
  gtk_widget_set_visible (private->problem, FALSE);
}

void
sb_key_field_set_key (SbKeyField *self,
                      const SbBlockKey *key)
{
  SbKeyFieldPrivate *private;

  g_return_if_fail (SB_IS_KEY_FIELD (self) && key != NULL);

  private = get_private (self);
  private->key = key;
  gtk_label_set_label (GTK_LABEL (private->label), _ (key->label));
}

const SbBlockKey *
sb_key_field_get_key (SbKeyField *self)
{
  g_return_val_if_fail (SB_IS_KEY_FIELD (self), NULL);

  return get_private (self)->key;
}

void
sb_key_field_add (SbKeyField *self,
                  GtkWidget *control)
{
  SbKeyFieldPrivate *private;

  g_return_if_fail (SB_IS_KEY_FIELD (self) && GTK_IS_WIDGET (control));

  private = get_private (self);
  gtk_box_insert_child_after (GTK_BOX (self), control, gtk_widget_get_prev_sibling (private->problem));
  if (private->control != NULL)
    return;

  private->control = control;
  gtk_label_set_mnemonic_widget (GTK_LABEL (private->label), control);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_RELATION_LABELLED_BY, private->label, NULL, -1);
}

void
sb_key_field_show (SbKeyField *self,
                   const char *value)
{
  SbKeyFieldPrivate *private;

  g_return_if_fail (SB_IS_KEY_FIELD (self));

  private = get_private (self);
  value = value != NULL ? value : "";
  if (g_strcmp0 (private->value, value) == 0)
    return;

  g_free (private->value);
  private->value = g_strdup (value);
  sb_key_field_set_problem (self, NULL);
  private->is_filling = TRUE;
  SB_KEY_FIELD_GET_CLASS (self)->show (self, private->value);
  private->is_filling = FALSE;
}

const char *
sb_key_field_get_value (SbKeyField *self)
{
  const char *value;

  g_return_val_if_fail (SB_IS_KEY_FIELD (self), "");

  value = get_private (self)->value;
  return value != NULL ? value : "";
}

void
sb_key_field_edit (SbKeyField *self,
                   const char *value)
{
  SbKeyFieldPrivate *private;
  g_autofree char *edited = NULL;

  g_return_if_fail (SB_IS_KEY_FIELD (self) && value != NULL);

  private = get_private (self);
  if (private->is_filling)
    return;

  edited = g_strdup (value);
  sb_key_field_set_problem (self, NULL);
  if (g_strcmp0 (private->value, edited) == 0)
    return;

  g_free (private->value);
  private->value = g_strdup (edited);
  g_signal_emit (self, signals[EDITED], 0, edited);
}

void
sb_key_field_set_problem (SbKeyField *self,
                          const char *problem)
{
  SbKeyFieldPrivate *private;

  g_return_if_fail (SB_IS_KEY_FIELD (self));

  private = get_private (self);
  gtk_label_set_label (GTK_LABEL (private->problem), problem != NULL ? problem : "");
  gtk_widget_set_visible (private->problem, problem != NULL);
  if (private->control != NULL)
    gtk_accessible_update_state (GTK_ACCESSIBLE (private->control), GTK_ACCESSIBLE_STATE_INVALID,
                                 problem != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}
