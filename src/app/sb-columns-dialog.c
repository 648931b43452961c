/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-columns-dialog-private.h"

#include "sb-drop-down-name.h"
#include "sb-table-words.h"
#include "sb-weak-ref.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (SbColumnsDialog, sb_columns_dialog, SB_TYPE_FORM_DIALOG)

enum
{
  ACCEPTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What a list of fields has before them. */
#define NOT_TAKEN 0

/* Figures are those of one service, which names its columns itself. */
static const SbTableSubject subjects[] = { SB_TABLE_EVENTS, SB_TABLE_DOCUMENTS, SB_TABLE_PLACES };

/* As in an import specification; shown by what 31 December 2026 is in them. */
static const struct
{
  const char *format; /* (nullable) as it comes */
  const char *shown;
} date_formats[] = {
  { NULL, N_ ("As in each cell") },
  { "%d/%m/%Y", "31/12/2026" },
  { "%d.%m.%Y", "31.12.2026" },
  { "%d-%m-%Y", "31-12-2026" },
  { "%m/%d/%Y", "12/31/2026" },
  { "%Y-%m-%d", "2026-12-31" },
  { "%Y/%m/%d", "2026/12/31" },
  { "%Y%m%d", "20261231" },
};

static SbTableSubject
get_subject (SbColumnsDialog *self)
{
  guint position = gtk_drop_down_get_selected (self->subject);

  return position < G_N_ELEMENTS (subjects) ? subjects[position] : SB_TABLE_EVENTS;
}

static const char *
get_date_format (SbColumnsDialog *self)
{
  guint position = gtk_drop_down_get_selected (self->date_format_list);

  return position < G_N_ELEMENTS (date_formats) ? date_formats[position].format : self->date_format;
}

SbImportSpec *
_sb_columns_dialog_make_spec (SbColumnsDialog *self)
{
  g_autofree char *source = NULL;
  SbImportSpecEdit edit = { 0 };

  g_return_val_if_fail (SB_IS_COLUMNS_DIALOG (self), NULL);

  if (self->sample == NULL)
    return NULL;

  source = g_strstrip (g_strdup (gtk_editable_get_text (self->source)));
  edit.subject = get_subject (self);
  edit.has_no_header = gtk_switch_get_active (self->no_header);
  edit.date_format = get_date_format (self);
  edit.source = *source != '\0' ? source : NULL;
  for (guint i = 0; i < self->drop_downs->len; i++)
    {
      const SbTableSampleColumn *column = g_ptr_array_index (self->sample->columns, i);
      guint position = gtk_drop_down_get_selected (g_ptr_array_index (self->drop_downs, i));

      if (position > NOT_TAKEN && position <= self->fields->len)
        edit.columns[g_array_index (self->fields, SbTableField, position - 1)] = column->name;
    }

  return sb_import_spec_new_edited (self->sample->spec, &edit);
}

static void
show_verdict (SbColumnsDialog *self)
{
  g_autofree char *text = sb_table_words_judge (self->sample);

  gtk_label_set_label (self->verdict, text);
  sb_form_dialog_set_ready (SB_FORM_DIALOG (self), self->sample->n_usable > 0);
}

/* Takes over @sample. */
static void
take_sample (SbColumnsDialog *self,
             SbTableSample *sample)
{
  g_clear_pointer (&self->sample, sb_table_sample_free);
  self->sample = sample;
  show_verdict (self);
}

static void
tried_cb (GObject *object,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (SbColumnsDialog) self = sb_weak_ref_take (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (SbTableSample) sample = sb_table_reading_read_finish (SB_TABLE_READING (object), result, &error);

  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (sample != NULL)
    take_sample (self, g_steal_pointer (&sample));
  else
    sb_form_dialog_fail (SB_FORM_DIALOG (self), error);
}

/* Looks what would become of the rows. What was said before is not of interest any
 * more. */
static void
changed_cb (SbColumnsDialog *self)
{
  g_autoptr (SbImportSpec) spec = NULL;

  if (self->is_filling || self->sample == NULL)
    return;

  sb_form_dialog_clear_problem (SB_FORM_DIALOG (self));
  sb_form_dialog_set_ready (SB_FORM_DIALOG (self), FALSE);
  g_cancellable_cancel (self->trial);
  g_clear_object (&self->trial);
  self->trial = g_cancellable_new ();
  spec = _sb_columns_dialog_make_spec (self);
  sb_table_reading_read_async (self->reading, spec, self->trial, tried_cb, sb_weak_ref_new (self));
}

/* A field is in one column: the one that was chosen last. */
static void
field_chosen_cb (SbColumnsDialog *self,
                 GParamSpec *pspec,
                 GtkDropDown *chosen)
{
  guint position = gtk_drop_down_get_selected (chosen);

  if (self->is_filling)
    return;

  self->is_filling = TRUE;
  for (guint i = 0; position != NOT_TAKEN && i < self->drop_downs->len; i++)
    {
      GtkDropDown *other = g_ptr_array_index (self->drop_downs, i);

      if (other != chosen && gtk_drop_down_get_selected (other) == position)
        gtk_drop_down_set_selected (other, NOT_TAKEN);
    }
  self->is_filling = FALSE;
  changed_cb (self);
}

static GtkStringList *
list_fields (SbColumnsDialog *self)
{
  GtkStringList *titles = gtk_string_list_new (NULL);
  SbTableSubject subject = get_subject (self);

  /* Translators: of a column whose cells are left out. */
  gtk_string_list_append (titles, _ ("Not taken"));
  g_array_set_size (self->fields, 0);
  for (SbTableField field = 0; field < SB_N_TABLE_FIELDS; field++)
    if (sb_table_field_is_of (field, subject))
      {
        g_array_append_val (self->fields, field);
        gtk_string_list_append (titles, sb_table_words_get_field (field, subject));
      }

  return titles;
}

/* Where in the list the field is that @name tells. */
static guint
find_field (SbColumnsDialog *self,
            const char *name)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      SbTableField field = g_array_index (self->fields, SbTableField, i);
      const char *column = sb_import_spec_get_column (self->sample->spec, field);

      if (g_strcmp0 (column, name) == 0)
        return i + 1;
    }

  return NOT_TAKEN;
}

static void
add_column (SbColumnsDialog *self,
            const SbTableSampleColumn *column,
            GtkStringList *titles)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *drop_down = gtk_drop_down_new (G_LIST_MODEL (g_object_ref (titles)), NULL);
  g_autofree char *examples = g_markup_escape_text (column->examples, -1);
  /* Translators: of a column without a name, or of none but spaces. */
  const char *name = *column->name != '\0' ? column->name : _ ("Without a name");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), examples);
  gtk_widget_set_valign (drop_down, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), find_field (self, column->name));
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (field_chosen_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), drop_down);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), drop_down);
  gtk_list_box_append (self->columns, row);
  sb_drop_down_name_all (row);
  g_ptr_array_add (self->drop_downs, drop_down);
}

static void
fill_columns (SbColumnsDialog *self)
{
  g_autoptr (GtkStringList) titles = list_fields (self);
  GtkWidget *row;

  g_ptr_array_set_size (self->drop_downs, 0);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->columns))) != NULL)
    gtk_list_box_remove (self->columns, row);
  for (guint i = 0; i < self->sample->columns->len; i++)
    add_column (self, g_ptr_array_index (self->sample->columns, i), titles);
}

static void
fill_subjects (SbColumnsDialog *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    gtk_string_list_append (titles, sb_table_words_get_subject (subjects[i]));
  gtk_drop_down_set_model (self->subject, G_LIST_MODEL (titles));
}

/* A format that is none of the list stands behind it. */
static void
fill_date_formats (SbColumnsDialog *self,
                   const char *format)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint position = G_N_ELEMENTS (date_formats);

  for (guint i = 0; i < G_N_ELEMENTS (date_formats); i++)
    {
      gtk_string_list_append (titles, i == 0 ? _ (date_formats[i].shown) : date_formats[i].shown);
      if (g_strcmp0 (date_formats[i].format, format) == 0)
        position = i;
    }

  g_clear_pointer (&self->date_format, g_free);
  if (position == G_N_ELEMENTS (date_formats))
    {
      self->date_format = g_strdup (format);
      gtk_string_list_append (titles, format);
    }

  gtk_drop_down_set_model (self->date_format_list, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->date_format_list, position);
}

/* Shows what the sample was read by. */
static void
fill (SbColumnsDialog *self)
{
  const SbImportSpec *spec = self->sample->spec;
  const char *source = sb_import_spec_get_source (spec);

  self->is_filling = TRUE;
  gtk_drop_down_set_selected (self->subject, 0);
  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    if (subjects[i] == sb_import_spec_get_subject (spec))
      gtk_drop_down_set_selected (self->subject, i);
  gtk_editable_set_text (self->source, source != NULL ? source : "");
  gtk_switch_set_active (self->no_header, sb_import_spec_get_options (spec)->has_no_header);
  fill_date_formats (self, sb_import_spec_get_date_format (spec));
  fill_columns (self);
  self->is_filling = FALSE;
}

static void
read_cb (GObject *object,
         GAsyncResult *result,
         gpointer user_data)
{
  g_autoptr (SbColumnsDialog) self = sb_weak_ref_take (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (SbTableSample) sample = sb_table_reading_read_finish (SB_TABLE_READING (object), result, &error);

  if (self == NULL)
    return;

  if (sample == NULL)
    {
      sb_form_dialog_fail (SB_FORM_DIALOG (self), error);
      return;
    }

  sb_form_dialog_end (SB_FORM_DIALOG (self));
  take_sample (self, g_steal_pointer (&sample));
  fill (self);
}

void
_sb_columns_dialog_follow (SbColumnsDialog *self,
                           SbImportSpec *spec)
{
  sb_form_dialog_set_ready (SB_FORM_DIALOG (self), FALSE);
  sb_table_reading_read_async (self->reading, spec, sb_form_dialog_begin (SB_FORM_DIALOG (self)), read_cb,
                               sb_weak_ref_new (self));
}

/* Another subject has other fields: what the columns are called counts again. */
static void
subject_changed_cb (SbColumnsDialog *self)
{
  if (self->is_filling || self->sample == NULL)
    return;

  self->is_filling = TRUE;
  fill_columns (self);
  self->is_filling = FALSE;
  changed_cb (self);
}

/* Columns without names are called otherwise: nothing is known of them. With names
 * they may tell it again. */
static void
header_changed_cb (SbColumnsDialog *self)
{
  g_autoptr (SbImportSpec) spec = NULL;
  SbImportSpecEdit edit = { 0 };

  if (self->is_filling || self->sample == NULL)
    return;

  edit.subject = get_subject (self);
  edit.has_no_header = gtk_switch_get_active (self->no_header);
  edit.date_format = get_date_format (self);
  if (edit.has_no_header)
    spec = sb_import_spec_new_edited (self->sample->spec, &edit);
  _sb_columns_dialog_follow (self, spec);
}

static void
kept_cb (GObject *object,
         GAsyncResult *result,
         gpointer user_data)
{
  g_autoptr (SbColumnsDialog) self = sb_weak_ref_take (user_data);
  g_autoptr (GError) error = NULL;

  sb_table_reading_keep_finish (SB_TABLE_READING (object), result, &error);
  if (self == NULL)
    return;

  if (error != NULL)
    {
      sb_form_dialog_fail (SB_FORM_DIALOG (self), error);
      return;
    }

  g_signal_emit (self, signals[ACCEPTED], 0, self->file, self->accepted);
  sb_form_dialog_finish (SB_FORM_DIALOG (self), NULL);
}

static void
sb_columns_dialog_accept (SbFormDialog *dialog)
{
  SbColumnsDialog *self = SB_COLUMNS_DIALOG (dialog);

  g_clear_pointer (&self->accepted, sb_import_spec_unref);
  self->accepted = _sb_columns_dialog_make_spec (self);
  sb_table_reading_keep_async (self->reading, self->sample, self->accepted, sb_form_dialog_begin (dialog), kept_cb,
                               sb_weak_ref_new (self));
}

static void
sb_columns_dialog_dispose (GObject *object)
{
  SbColumnsDialog *self = SB_COLUMNS_DIALOG (object);

  g_cancellable_cancel (self->trial);
  g_clear_object (&self->trial);
  g_clear_object (&self->chooser);
  g_clear_object (&self->reading);
  g_clear_pointer (&self->accepted, sb_import_spec_unref);
  g_clear_pointer (&self->sample, sb_table_sample_free);

  G_OBJECT_CLASS (sb_columns_dialog_parent_class)->dispose (object);
}

static void
sb_columns_dialog_finalize (GObject *object)
{
  SbColumnsDialog *self = SB_COLUMNS_DIALOG (object);

  g_free (self->file);
  g_free (self->date_format);
  g_ptr_array_unref (self->drop_downs);
  g_array_unref (self->fields);

  G_OBJECT_CLASS (sb_columns_dialog_parent_class)->finalize (object);
}

static void
sb_columns_dialog_class_init (SbColumnsDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sb_columns_dialog_dispose;
  object_class->finalize = sb_columns_dialog_finalize;
  SB_FORM_DIALOG_CLASS (klass)->accept = sb_columns_dialog_accept;

  signals[ACCEPTED] = g_signal_new ("accepted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 2, G_TYPE_STRING, SB_TYPE_IMPORT_SPEC);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SahelBrief/ui/sb-columns-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SbColumnsDialog, subject);
  gtk_widget_class_bind_template_child (widget_class, SbColumnsDialog, source);
  gtk_widget_class_bind_template_child_full (widget_class, "date_format", FALSE,
                                             G_STRUCT_OFFSET (SbColumnsDialog, date_format_list));
  gtk_widget_class_bind_template_child (widget_class, SbColumnsDialog, no_header);
  gtk_widget_class_bind_template_child (widget_class, SbColumnsDialog, columns);
  gtk_widget_class_bind_template_child (widget_class, SbColumnsDialog, verdict);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, subject_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, header_changed_cb);
  _sb_columns_dialog_class_install_files (klass);
}

static void
sb_columns_dialog_init (SbColumnsDialog *self)
{
  self->drop_downs = g_ptr_array_new ();
  self->fields = g_array_new (FALSE, FALSE, sizeof (SbTableField));
  gtk_widget_init_template (GTK_WIDGET (self));

  self->is_filling = TRUE;
  fill_subjects (self);
  fill_date_formats (self, NULL);
  self->is_filling = FALSE;
  sb_drop_down_name_all (GTK_WIDGET (self));
}

SbColumnsDialog *
sb_columns_dialog_new (const char *file,
                       const char *folder)
{
  g_autofree char *name = NULL;
  SbColumnsDialog *self;

  g_return_val_if_fail (file != NULL && folder != NULL, NULL);

  self = g_object_new (SB_TYPE_COLUMNS_DIALOG, NULL);
  self->file = g_strdup (file);
  self->reading = sb_table_reading_new (file, folder);
  name = g_filename_display_basename (file);
  gtk_window_set_title (GTK_WINDOW (self), name);
  _sb_columns_dialog_follow (self, NULL);
  return self;
}
