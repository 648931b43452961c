/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-dossier-choice.h"

#include <glib/gi18n.h>

struct _SbDossierChoice
{
  AdwBin parent_instance;

  GPtrArray *dossiers; /* (owned) (nullable) (element-type SbRecord) in the order of the rows behind the first */
  GtkDropDown *list;
};

G_DEFINE_FINAL_TYPE (SbDossierChoice, sb_dossier_choice, ADW_TYPE_BIN)

static void
sb_dossier_choice_dispose (GObject *object)
{
  SbDossierChoice *self = SB_DOSSIER_CHOICE (object);

  g_clear_pointer (&self->dossiers, g_ptr_array_unref);

  G_OBJECT_CLASS (sb_dossier_choice_parent_class)->dispose (object);
}

static void
sb_dossier_choice_class_init (SbDossierChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sb_dossier_choice_dispose;
}

static void
sb_dossier_choice_init (SbDossierChoice *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label = gtk_label_new (_ ("A part of the dossier"));

  self->list = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("A part of the dossier"), -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

SbRecord *
sb_dossier_choice_get_dossier (SbDossierChoice *self)
{
  guint selected;

  g_return_val_if_fail (SB_IS_DOSSIER_CHOICE (self), NULL);

  selected = gtk_drop_down_get_selected (self->list);
  if (self->dossiers == NULL || selected == 0 || selected > self->dossiers->len)
    return NULL;

  return g_ptr_array_index (self->dossiers, selected - 1);
}

void
sb_dossier_choice_set_dossiers (SbDossierChoice *self,
                                GPtrArray *dossiers,
                                gint64 chosen)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  g_return_if_fail (SB_IS_DOSSIER_CHOICE (self));

  g_clear_pointer (&self->dossiers, g_ptr_array_unref);
  self->dossiers = dossiers != NULL ? g_ptr_array_ref (dossiers) : NULL;
  gtk_string_list_append (names, "—");
  for (guint i = 0; dossiers != NULL && i < dossiers->len; i++)
    {
      SbRecord *dossier = g_ptr_array_index (dossiers, i);

      gtk_string_list_append (names, sb_record_get_title (dossier, sb_language_get_interface ()));
      if (sb_record_get_id (dossier) == chosen)
        selected = i + 1;
    }
  gtk_drop_down_set_model (self->list, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->list, selected);
  gtk_widget_set_visible (GTK_WIDGET (self), dossiers != NULL && dossiers->len > 0);
}
