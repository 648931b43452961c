/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-record-dialog.h"

#include "sb-catalogue-aid.h"
#include "sb-record-form.h"

#include <glib/gi18n.h>

struct _SbRecordDialog
{
  SbFormDialog parent_instance;

  SbCatalogue *catalogue; /* (owned) */
  SbFormAid *aid; /* (owned) */
  SbKind kind;
  GCancellable *cancellable; /* (owned) of the reading */
  SbRecord *before; /* (owned) (nullable) until it is read: the record as it was then, or the draft of a new one */
  SbRecordForm *record_form; /* (nullable) the same */

  AdwBin *form_bin;
};

G_DEFINE_FINAL_TYPE (SbRecordDialog, sb_record_dialog, SB_TYPE_FORM_DIALOG)

static gboolean
is_new (SbRecordDialog *self)
{
  return self->before != NULL && sb_record_get_id (self->before) == 0;
}

static void
kept_cb (GObject *object,
         GAsyncResult *result,
         gpointer user_data)
{
  g_autoptr (SbRecordDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  if (!sb_catalogue_write_finish (SB_CATALOGUE (object), result, &error))
    {
      sb_form_dialog_fail (SB_FORM_DIALOG (self), error);
      return;
    }

  /* Translators: %s is the kind of a record, such as “Event”. */
  message = g_strdup_printf (is_new (self) ? _ ("Kept: %s") : _ ("Changed: %s"), sb_kind_get_label (self->kind, sb_language_get_interface ()));
  sb_form_dialog_finish (SB_FORM_DIALOG (self), message);
}

static void
sb_record_dialog_accept (SbFormDialog *dialog)
{
  SbRecordDialog *self = SB_RECORD_DIALOG (dialog);
  g_autoptr (SbRecord) record = sb_record_form_dup_record (self->record_form);
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (SbChangeSet) changes = NULL;
  g_autofree char *label = NULL;

  if (record == NULL)
    return;

  /* Translators: what was done; %s is the kind of a record, such as “Travel zone”. */
  label = g_strdup_printf (is_new (self) ? _ ("Make: %s") : _ ("Change: %s"), sb_kind_get_label (self->kind, sb_language_get_interface ()));
  changes = sb_change_set_new (label);
  sb_record_form_collect_new (self->record_form, added);
  for (guint i = 0; i < added->len; i++)
    sb_change_set_put (changes, g_ptr_array_index (added, i));

  if (is_new (self))
    sb_change_set_put (changes, record);
  else
    sb_change_set_put_edit (changes, self->before, record);
  sb_catalogue_write_async (self->catalogue, changes, sb_form_dialog_begin (dialog), kept_cb, g_object_ref (self));
}

/* Run in the worker. */
static gpointer
read_record (SbStore *store,
             gpointer data,
             GCancellable *cancellable,
             GError **error)
{
  SbRef *ref = data;

  return sb_store_get (store, sb_ref_get_kind (ref), sb_ref_get_id (ref), error);
}

static void
show_form (SbRecordDialog *self,
           SbRecord *record)
{
  g_set_object (&self->before, record);
  self->record_form = SB_RECORD_FORM (sb_record_form_new (self->aid, record, SB_RECORD_FORM_DEFAULT));
  adw_bin_set_child (self->form_bin, GTK_WIDGET (self->record_form));
  sb_form_dialog_set_ready (SB_FORM_DIALOG (self), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->record_form));
}

static void
record_read_cb (GObject *object,
                GAsyncResult *result,
                gpointer user_data)
{
  g_autoptr (SbRecordDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SbRecord) record = sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error);

  if (self->catalogue == NULL)
    return;
  if (record == NULL)
    {
      if (error != NULL)
        sb_form_dialog_fail (SB_FORM_DIALOG (self), error);
      else
        /* It was removed since it was selected. */
        adw_bin_set_child (self->form_bin, gtk_label_new (_ ("This record is not there any more.")));
      return;
    }

  show_form (self, record);
}

static void
sb_record_dialog_dispose (GObject *object)
{
  SbRecordDialog *self = SB_RECORD_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->before);
  g_clear_object (&self->aid);

  G_OBJECT_CLASS (sb_record_dialog_parent_class)->dispose (object);
}

static void
sb_record_dialog_class_init (SbRecordDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sb_record_dialog_dispose;
  SB_FORM_DIALOG_CLASS (klass)->accept = sb_record_dialog_accept;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SahelBrief/ui/sb-record-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SbRecordDialog, form_bin);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "form.accept", NULL);
}

static void
sb_record_dialog_init (SbRecordDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->cancellable = g_cancellable_new ();
}

gboolean
sb_record_dialog_can_edit (SbKind kind)
{
  return kind != SB_KIND_NONE && kind != SB_KIND_FEED && kind != SB_KIND_BRIEFING && kind != SB_KIND_DRAWING;
}

static SbRecordDialog *
create_dialog (SbCatalogue *catalogue,
               SbKind kind,
               const char *title)
{
  SbRecordDialog *self = g_object_new (SB_TYPE_RECORD_DIALOG, "title", title, NULL);

  self->catalogue = g_object_ref (catalogue);
  self->aid = sb_catalogue_aid_new (catalogue, NULL);
  self->kind = kind;
  return self;
}

SbRecordDialog *
sb_record_dialog_new (SbCatalogue *catalogue,
                      SbRef *ref)
{
  /* Translators: the title of a window; %s is the kind of a record, such as “Event”. */
  g_autofree char *title = g_strdup_printf (_ ("Change: %s"), sb_kind_get_label (sb_ref_get_kind (ref), sb_language_get_interface ()));
  SbRecordDialog *self = create_dialog (catalogue, sb_ref_get_kind (ref), title);

  sb_catalogue_read_async (catalogue, read_record, sb_ref_ref (ref), (GDestroyNotify) sb_ref_unref, g_object_unref, self->cancellable,
                           record_read_cb, g_object_ref (self));
  return self;
}

SbRecordDialog *
sb_record_dialog_new_for_draft (SbCatalogue *catalogue,
                                SbRecord *draft)
{
  SbKind kind = sb_record_get_kind (draft);
  /* Translators: the title of a window; %s is the kind of a record, such as “Travel zone”. */
  g_autofree char *title = g_strdup_printf (_ ("New: %s"), sb_kind_get_label (kind, sb_language_get_interface ()));
  SbRecordDialog *self = create_dialog (catalogue, kind, title);

  show_form (self, draft);
  return self;
}
