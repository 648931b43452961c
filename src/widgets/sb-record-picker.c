/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-record-picker.h"

#include "sb-record-builder.h"
#include "sb-record-description.h"
#include "sb-record-error.h"

#include <glib/gi18n.h>

struct _SbRecordPicker
{
  GtkWidget parent_instance;

  SbFormAid *aid; /* (owned) */
  SbKind kind;
  SbRef *ref; /* (owned) (nullable) */
  SbRecord *added; /* (owned) (nullable) what @ref is, if it is new */
  GCancellable *cancellable; /* (owned) (nullable) of the search under way */
  gboolean is_setting; /* the text is set, not typed */
  gboolean is_known_only; /* what bears no such name cannot be added */

  GtkWidget *entry;
  GtkWidget *popover;
  GtkWidget *list; /* a GtkListBox */
};

G_DEFINE_FINAL_TYPE (SbRecordPicker, sb_record_picker, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
set_text (SbRecordPicker *self,
          const char *text)
{
  self->is_setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  self->is_setting = FALSE;
}

static void
choose (SbRecordPicker *self,
        SbRecord *record,
        gboolean is_new)
{
  g_autoptr (SbRef) ref = sb_record_dup_ref (record);

  sb_record_picker_set_ref (self, ref);
  if (is_new)
    self->added = g_object_ref (record);

  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  g_signal_emit (self, signals[CHANGED], 0);
}

/* A record of nothing but the name that was typed; NULL where that is not enough. */
static SbRecord *
make_record (SbRecordPicker *self,
             const char *name)
{
  const SbSchema *schema = self->kind != SB_KIND_NONE ? sb_kind_get_schema (self->kind) : NULL;
  g_autoptr (SbRecordBuilder) builder = NULL;
  g_autoptr (SbRecord) record = NULL;

  if (schema == NULL || schema->title < 0 || self->is_known_only)
    return NULL;

  builder = sb_record_builder_new (schema);
  if (schema->fields[schema->title].type == SB_FIELD_BILINGUAL)
    sb_record_builder_set_words (builder, (guint) schema->title, name, name);
  else
    sb_record_builder_set_text (builder, (guint) schema->title, name);

  /* The kind of a place or an actor is told later. */
  for (guint i = 0; i < schema->n_fields; i++)
    if (schema->fields[i].type == SB_FIELD_TERM && (schema->fields[i].flags & SB_FIELD_REQUIRED) != 0)
      sb_record_builder_set_term (builder, i, schema->fields[i].vocabulary->terms[0].value);

  record = sb_record_builder_end (g_steal_pointer (&builder));
  return sb_record_validate (record, NULL) ? g_steal_pointer (&record) : NULL;
}

static void
append_row (SbRecordPicker *self,
            SbRecord *record,
            gboolean is_new)
{
  SbLanguage language = sb_language_get_interface ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *row = gtk_list_box_row_new ();
  g_autofree char *name = sb_record_dup_name (record, language);
  g_autofree char *description = is_new ? NULL : sb_record_describe (record, language);
  g_autofree char *add = NULL;
  GtkWidget *label;

  /* Translators: a name that is not known yet is made a record; %s is the name. */
  add = is_new ? g_strdup_printf (_ ("Add “%s”"), name) : NULL;
  label = gtk_label_new (is_new ? add : name);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);
  if (description != NULL && *description != '\0' && !g_str_equal (description, name))
    {
      GtkWidget *caption = gtk_label_new (description);

      gtk_label_set_xalign (GTK_LABEL (caption), 0);
      gtk_label_set_ellipsize (GTK_LABEL (caption), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (caption, "caption");
      gtk_widget_add_css_class (caption, "dim-label");
      gtk_box_append (GTK_BOX (box), caption);
    }

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, is_new ? add : name, -1);
  g_object_set_data_full (G_OBJECT (row), "record", g_object_ref (record), g_object_unref);
  g_object_set_data (G_OBJECT (row), "is-new", GINT_TO_POINTER (is_new));
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static gboolean
is_called (SbRecord *record,
           const char *name)
{
  for (guint language = 0; language < SB_N_LANGUAGES; language++)
    if (g_ascii_strcasecmp (sb_record_get_title (record, (SbLanguage) language), name) == 0)
      return TRUE;

  return FALSE;
}

static void
show_found (SbRecordPicker *self,
            GPtrArray *records)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  g_autoptr (SbRecord) added = make_record (self, text);
  gboolean is_known = FALSE;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);

  for (guint i = 0; i < records->len; i++)
    {
      append_row (self, g_ptr_array_index (records, i), FALSE);
      is_known |= is_called (g_ptr_array_index (records, i), text);
    }
  if (added != NULL && !is_known && *text != '\0')
    append_row (self, added, TRUE);

  row = gtk_widget_get_first_child (self->list);
  if (row == NULL)
    {
      gtk_popover_popdown (GTK_POPOVER (self->popover));
      return;
    }

  gtk_list_box_select_row (GTK_LIST_BOX (self->list), GTK_LIST_BOX_ROW (row));
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
found_cb (GObject *object,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (SbRecordPicker) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = sb_form_aid_find_finish (SB_FORM_AID (object), result, &error);

  if (records == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_warning ("Cannot find records: %s", error->message);
      return;
    }

  if (self->popover != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_found (self, records);
}

static void
stop_search (SbRecordPicker *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
text_changed_cb (SbRecordPicker *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (self->is_setting)
    return;

  g_clear_pointer (&self->ref, sb_ref_unref);
  g_clear_object (&self->added);
  stop_search (self);
  if (*text == '\0')
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  else
    {
      self->cancellable = g_cancellable_new ();
      sb_form_aid_find_async (self->aid, self->kind, text, self->cancellable, found_cb, g_object_ref (self));
    }

  g_signal_emit (self, signals[CHANGED], 0);
}

static void
row_activated_cb (SbRecordPicker *self,
                  GtkListBoxRow *row)
{
  choose (self, g_object_get_data (G_OBJECT (row), "record"), GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "is-new")));
}

static void
step (SbRecordPicker *self,
      int by)
{
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  int index = selected != NULL ? gtk_list_box_row_get_index (selected) + by : 0;
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), MAX (index, 0));

  if (row != NULL)
    gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
}

/* While the list is open the keys are the list's; Enter with it closed is the form's. */
static gboolean
key_pressed_cb (SbRecordPicker *self,
                guint key)
{
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  if (!gtk_widget_get_visible (self->popover))
    return FALSE;

  switch (key)
    {
    case GDK_KEY_Down:
      step (self, 1);
      return TRUE;
    case GDK_KEY_Up:
      step (self, -1);
      return TRUE;
    case GDK_KEY_Escape:
      gtk_popover_popdown (GTK_POPOVER (self->popover));
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (selected == NULL)
        return FALSE;
      row_activated_cb (self, selected);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
focus_left_cb (SbRecordPicker *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
sb_record_picker_size_allocate (GtkWidget *widget,
                                int width,
                                int height,
                                int baseline)
{
  SbRecordPicker *self = SB_RECORD_PICKER (widget);

  gtk_widget_size_allocate (self->entry, &(GtkAllocation) { 0, 0, width, height }, baseline);
  gtk_widget_set_size_request (self->popover, width, -1);
  gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
sb_record_picker_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  gtk_widget_measure (SB_RECORD_PICKER (widget)->entry, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
}

/* What was looked for before it was shown is looked for again: the list is shown at the
 * field. */
static void
sb_record_picker_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (sb_record_picker_parent_class)->map (widget);

  if (sb_record_picker_is_undecided (SB_RECORD_PICKER (widget)))
    text_changed_cb (SB_RECORD_PICKER (widget));
}

static gboolean
sb_record_picker_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (SB_RECORD_PICKER (widget)->entry);
}

static void
sb_record_picker_dispose (GObject *object)
{
  SbRecordPicker *self = SB_RECORD_PICKER (object);

  stop_search (self);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->entry, gtk_widget_unparent);
  g_clear_object (&self->aid);
  g_clear_object (&self->added);
  g_clear_pointer (&self->ref, sb_ref_unref);

  G_OBJECT_CLASS (sb_record_picker_parent_class)->dispose (object);
}

static void
sb_record_picker_class_init (SbRecordPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sb_record_picker_dispose;
  widget_class->size_allocate = sb_record_picker_size_allocate;
  widget_class->measure = sb_record_picker_measure;
  widget_class->map = sb_record_picker_map;
  widget_class->grab_focus = sb_record_picker_grab_focus;

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sb_record_picker_init (SbRecordPicker *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->entry = gtk_entry_new ();
  self->list = gtk_list_box_new ();
  self->popover = gtk_popover_new ();
  gtk_entry_set_activates_default (GTK_ENTRY (self->entry), TRUE);
  gtk_entry_set_icon_from_icon_name (GTK_ENTRY (self->entry), GTK_ENTRY_ICON_SECONDARY, "system-search-symbolic");
  gtk_entry_set_icon_activatable (GTK_ENTRY (self->entry), GTK_ENTRY_ICON_SECONDARY, FALSE);
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_popover_set_child (GTK_POPOVER (self->popover), self->list);
  gtk_widget_add_css_class (self->popover, "menu");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_BROWSE);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->entry, keys);
  gtk_widget_add_controller (self->entry, focus);
}

GtkWidget *
sb_record_picker_new (SbFormAid *aid,
                      SbKind kind,
                      const char *label)
{
  SbRecordPicker *self = g_object_new (SB_TYPE_RECORD_PICKER, NULL);

  self->aid = g_object_ref (aid);
  self->kind = kind;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_WIDGET (self);
}

void
sb_record_picker_set_ref (SbRecordPicker *self,
                          SbRef *ref)
{
  g_return_if_fail (SB_IS_RECORD_PICKER (self));

  stop_search (self);
  g_clear_pointer (&self->ref, sb_ref_unref);
  g_clear_object (&self->added);
  self->ref = ref != NULL ? sb_ref_ref (ref) : NULL;
  set_text (self, ref != NULL ? sb_ref_get_name (ref, sb_language_get_interface ()) : "");
}

void
sb_record_picker_set_text (SbRecordPicker *self,
                           const char *text)
{
  g_return_if_fail (SB_IS_RECORD_PICKER (self) && text != NULL);

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

void
sb_record_picker_set_known_only (SbRecordPicker *self,
                                 gboolean is_known_only)
{
  g_return_if_fail (SB_IS_RECORD_PICKER (self));

  self->is_known_only = is_known_only;
}

void
sb_record_picker_set_hint (SbRecordPicker *self,
                           const char *hint)
{
  g_return_if_fail (SB_IS_RECORD_PICKER (self));

  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), hint);
}

SbRef *
sb_record_picker_get_ref (SbRecordPicker *self)
{
  g_return_val_if_fail (SB_IS_RECORD_PICKER (self), NULL);

  return self->ref;
}

SbRecord *
sb_record_picker_get_new (SbRecordPicker *self)
{
  g_return_val_if_fail (SB_IS_RECORD_PICKER (self), NULL);

  return self->added;
}

gboolean
sb_record_picker_is_undecided (SbRecordPicker *self)
{
  g_return_val_if_fail (SB_IS_RECORD_PICKER (self), FALSE);

  return self->ref == NULL && *gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0';
}
