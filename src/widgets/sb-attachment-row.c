/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-attachment-row.h"

#include "sb-document.h"

#include <glib/gi18n.h>

struct _SbAttachmentRow
{
  GtkListBoxRow parent_instance;

  SbRecord *attachment; /* (owned) (nullable) until it is constructed */
  SbAttachmentState state;

  GtkLabel *name;
  GtkLabel *details;
  GtkSpinner *spinner;
  GtkLabel *action;
};

G_DEFINE_FINAL_TYPE (SbAttachmentRow, sb_attachment_row, GTK_TYPE_LIST_BOX_ROW)

static const char *
get_action (SbAttachmentState state)
{
  switch (state)
    {
    case SB_ATTACHMENT_STATE_FETCHING:
      return _ ("Fetching…");
    case SB_ATTACHMENT_STATE_FETCHED:
      return C_ ("attachment", "Open");
    case SB_ATTACHMENT_STATE_AWAY:
    default:
      return C_ ("attachment", "Fetch");
    }
}

static void
update (SbAttachmentRow *self)
{
  const char *action = get_action (self->state);
  const char *details = gtk_label_get_label (self->details);
  gboolean is_fetching = self->state == SB_ATTACHMENT_STATE_FETCHING;
  g_autofree char *label = g_strdup_printf ("%s, %s, %s", gtk_label_get_label (self->name), details, action);

  gtk_label_set_label (self->action, action);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), is_fetching);
  gtk_spinner_set_spinning (self->spinner, is_fetching);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), !is_fetching);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
set_attachment (SbAttachmentRow *self,
                SbRecord *attachment)
{
  g_autofree char *name = sb_attachment_dup_name (attachment);
  g_autofree char *details = sb_attachment_describe (attachment, sb_language_get_interface ());

  self->attachment = g_object_ref (attachment);
  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->details, details);
  gtk_widget_set_visible (GTK_WIDGET (self->details), *details != '\0');
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), sb_record_get_text (attachment, SB_ATTACHMENT_URL));
  update (self);
}

static void
sb_attachment_row_dispose (GObject *object)
{
  g_clear_object (&SB_ATTACHMENT_ROW (object)->attachment);

  G_OBJECT_CLASS (sb_attachment_row_parent_class)->dispose (object);
}

static void
sb_attachment_row_class_init (SbAttachmentRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sb_attachment_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SahelBrief/ui/sb-attachment-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SbAttachmentRow, name);
  gtk_widget_class_bind_template_child (widget_class, SbAttachmentRow, details);
  gtk_widget_class_bind_template_child (widget_class, SbAttachmentRow, spinner);
  gtk_widget_class_bind_template_child (widget_class, SbAttachmentRow, action);
}

static void
sb_attachment_row_init (SbAttachmentRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sb_attachment_row_new (SbRecord *attachment)
{
  SbAttachmentRow *self;

  g_return_val_if_fail (SB_IS_RECORD (attachment), NULL);

  self = g_object_new (SB_TYPE_ATTACHMENT_ROW, NULL);
  set_attachment (self, attachment);
  return GTK_WIDGET (self);
}

SbRecord *
sb_attachment_row_get_attachment (SbAttachmentRow *self)
{
  g_return_val_if_fail (SB_IS_ATTACHMENT_ROW (self), NULL);

  return self->attachment;
}

void
sb_attachment_row_set_state (SbAttachmentRow *self,
                             SbAttachmentState state)
{
  g_return_if_fail (SB_IS_ATTACHMENT_ROW (self));

  if (self->state == state)
    return;

  self->state = state;
  update (self);
}

SbAttachmentState
sb_attachment_row_get_state (SbAttachmentRow *self)
{
  g_return_val_if_fail (SB_IS_ATTACHMENT_ROW (self), SB_ATTACHMENT_STATE_AWAY);

  return self->state;
}
