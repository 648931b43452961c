/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-map-server-dialog.h"

#include <glib/gi18n.h>

struct _SbMapServerDialog
{
  SbFormDialog parent_instance;

  SbMapBackgrounds *backgrounds; /* (owned) */

  GtkEditable *address;
  GtkEditable *name;
  GtkEditable *attribution;
  GtkSpinButton *max_zoom;
};

G_DEFINE_FINAL_TYPE (SbMapServerDialog, sb_map_server_dialog, SB_TYPE_FORM_DIALOG)

static char *
dup_text (GtkEditable *editable)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (editable)));
}

static void
changed_cb (SbMapServerDialog *self)
{
  g_autofree char *address = dup_text (self->address);
  g_autofree char *name = dup_text (self->name);
  g_autofree char *attribution = dup_text (self->attribution);

  sb_form_dialog_clear_problem (SB_FORM_DIALOG (self));
  sb_form_dialog_set_lack (SB_FORM_DIALOG (self), *address == '\0'       ? _ ("The address is missing.")
                                                  : *name == '\0'        ? _ ("The name in the menu is missing.")
                                                  : *attribution == '\0' ? _ ("Whom to credit on the map is missing.")
                                                                         : NULL);
}

static void
sb_map_server_dialog_accept (SbFormDialog *dialog)
{
  SbMapServerDialog *self = SB_MAP_SERVER_DIALOG (dialog);
  g_autofree char *address = dup_text (self->address);
  g_autofree char *name = dup_text (self->name);
  g_autofree char *attribution = dup_text (self->attribution);
  g_autoptr (GError) error = NULL;

  if (sb_map_backgrounds_add_server (self->backgrounds, name, address, attribution,
                                     (guint) gtk_spin_button_get_value_as_int (self->max_zoom), &error))
    {
      sb_form_dialog_finish (dialog, NULL);
      return;
    }

  sb_form_dialog_fail (dialog, error);
  gtk_widget_grab_focus (GTK_WIDGET (self->address));
}

static void
sb_map_server_dialog_dispose (GObject *object)
{
  g_clear_object (&SB_MAP_SERVER_DIALOG (object)->backgrounds);

  G_OBJECT_CLASS (sb_map_server_dialog_parent_class)->dispose (object);
}

static void
sb_map_server_dialog_class_init (SbMapServerDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sb_map_server_dialog_dispose;
  SB_FORM_DIALOG_CLASS (klass)->accept = sb_map_server_dialog_accept;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SahelBrief/ui/sb-map-server-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SbMapServerDialog, address);
  gtk_widget_class_bind_template_child (widget_class, SbMapServerDialog, name);
  gtk_widget_class_bind_template_child (widget_class, SbMapServerDialog, attribution);
  gtk_widget_class_bind_template_child (widget_class, SbMapServerDialog, max_zoom);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
sb_map_server_dialog_init (SbMapServerDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->address));
  changed_cb (self);
}

SbMapServerDialog *
sb_map_server_dialog_new (SbMapBackgrounds *backgrounds)
{
  SbMapServerDialog *self;

  g_return_val_if_fail (SB_IS_MAP_BACKGROUNDS (backgrounds), NULL);

  self = g_object_new (SB_TYPE_MAP_SERVER_DIALOG, NULL);
  self->backgrounds = g_object_ref (backgrounds);
  return self;
}
