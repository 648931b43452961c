/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-field-row-private.h"

#include "sb-date-format.h"
#include "sb-item-list.h"
#include "sb-record-picker.h"
#include "sb-text.h"

#include <glib/gi18n.h>
#include <math.h>

/* What goes from a record into the row, and from there into a record. */

/* Decimals that a value is shown with. */
#define MAX_DECIMALS 6

static char *
dup_text (GtkWidget *editor)
{
  if (GTK_IS_EDITABLE (editor))
    return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (editor))));
  else
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor));
      GtkTextIter start, end;

      gtk_text_buffer_get_bounds (buffer, &start, &end);
      return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
    }
}

static void
set_text (GtkWidget *editor,
          const char *text)
{
  if (GTK_IS_EDITABLE (editor))
    gtk_editable_set_text (GTK_EDITABLE (editor), text != NULL ? text : "");
  else
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor)), text != NULL ? text : "", -1);
}

/* The date that is written there: EDTF, or in words. NULL for none or what is no date. */
static SbDate *
read_date (SbFieldRow *self)
{
  g_autofree char *text = dup_text (self->editor);

  if (*text == '\0')
    return NULL;
  if (self->date != NULL && g_str_equal (text, sb_date_get_edtf (self->date)))
    return sb_date_ref (self->date);

  return sb_form_aid_read_date (self->aid, text);
}

void
_sb_field_row_update_hint (SbFieldRow *self)
{
  g_autofree char *text = dup_text (self->editor);
  g_autoptr (SbDate) date = read_date (self);
  g_autofree char *understood = sb_date_format (date, sb_language_get_interface (), SB_DATE_STYLE_LONG);
  const char *wording = date != NULL ? sb_date_get_wording (date) : NULL;
  g_autofree char *whole = NULL;

  if (wording != NULL && *wording != '\0')
    /* Translators: a date as it is understood, and as the document words it. */
    whole = g_strdup_printf (_ ("%s (“%s”)"), understood, wording);

  gtk_label_set_label (GTK_LABEL (self->hint), whole != NULL ? whole : understood);
  gtk_widget_set_visible (self->hint, *text != '\0' && date != NULL);
}

static void
load_number (SbFieldRow *self,
             SbRecord *record,
             guint index)
{
  g_autofree char *number = NULL;

  if (!sb_record_has (record, index))
    {
      set_text (self->editor, "");
      return;
    }

  number = self->field->type == SB_FIELD_INTEGER
             ? g_strdup_printf ("%" G_GINT64_FORMAT, sb_record_get_integer (record, index, 0))
             : sb_number_format (sb_record_get_real (record, index, 0), MAX_DECIMALS, sb_language_get_interface ());
  set_text (self->editor, number);
}

static void
load_term (SbFieldRow *self,
           SbRecord *record,
           guint index)
{
  guint position = 0;

  for (guint i = 0; sb_record_has (record, index) && i < self->field->vocabulary->n_terms; i++)
    if (self->field->vocabulary->terms[i].value == sb_record_get_term (record, index, -1))
      position = i + 1;

  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->editor), position);
}

void
sb_field_row_load (SbFieldRow *self,
                   SbRecord *record,
                   guint index)
{
  SbDate *date;

  g_return_if_fail (SB_IS_FIELD_ROW (self));

  self->is_loading = TRUE;
  self->is_touched = FALSE;
  switch (self->field->type)
    {
    case SB_FIELD_BILINGUAL:
      set_text (self->editor, sb_bilingual_get (sb_record_get_bilingual (record, index), SB_LANGUAGE_FR));
      set_text (self->second, sb_bilingual_get (sb_record_get_bilingual (record, index), SB_LANGUAGE_EN));
      for (guint i = 0; i < SB_N_LANGUAGES; i++)
        {
          g_free (self->filled[i]);
          self->filled[i] = dup_text (i == SB_LANGUAGE_FR ? self->editor : self->second);
        }
      break;

    case SB_FIELD_DATE:
      date = sb_record_get_date (record, index);
      g_clear_pointer (&self->date, sb_date_unref);
      self->date = date != NULL ? sb_date_ref (date) : NULL;
      set_text (self->editor, date != NULL ? sb_date_get_edtf (date) : "");
      _sb_field_row_update_hint (self);
      break;

    case SB_FIELD_INTEGER:
    case SB_FIELD_REAL:
      load_number (self, record, index);
      break;

    case SB_FIELD_BOOLEAN:
      gtk_switch_set_active (GTK_SWITCH (self->editor), sb_record_get_boolean (record, index));
      break;

    case SB_FIELD_TERM:
      load_term (self, record, index);
      break;

    case SB_FIELD_REF:
      sb_record_picker_set_ref (SB_RECORD_PICKER (self->editor), sb_record_get_ref (record, index));
      break;

    case SB_FIELD_LIST:
      sb_item_list_load (SB_ITEM_LIST (self->editor), record, index);
      break;

    case SB_FIELD_TEXT:
    case SB_FIELD_TIME:
    default:
      set_text (self->editor, sb_record_get_text (record, index));
      break;
    }

  self->is_loading = FALSE;
}

static gboolean
store_number (SbFieldRow *self,
              SbRecordBuilder *builder,
              guint index)
{
  g_autofree char *text = dup_text (self->editor);
  double value;

  if (*text == '\0')
    {
      sb_record_builder_clear (builder, index);
      return TRUE;
    }
  if (!sb_number_read (text, sb_language_get_interface (), &value) || (self->field->type == SB_FIELD_INTEGER && fabs (value - round (value)) > 0))
    {
      sb_field_row_set_problem (self, self->field->type == SB_FIELD_INTEGER ? _ ("A whole number such as 12 goes here.")
                                                                            : _ ("A number such as 12 or 2.5 goes here."));
      return FALSE;
    }

  if (self->field->type == SB_FIELD_INTEGER)
    sb_record_builder_set_integer (builder, index, (gint64) value);
  else
    sb_record_builder_set_real (builder, index, value);
  return TRUE;
}

static gboolean
store_date (SbFieldRow *self,
            SbRecordBuilder *builder,
            guint index)
{
  g_autofree char *text = dup_text (self->editor);
  g_autoptr (SbDate) date = read_date (self);

  if (*text != '\0' && date == NULL)
    {
      sb_field_row_set_problem (self, _ ("A date such as 2025-09-03, 2025-09, 2025-09-05/2025-09-06 or “3 September 2025” goes here."));
      return FALSE;
    }

  sb_record_builder_set_date (builder, index, date);
  return TRUE;
}

static gboolean
store_ref (SbFieldRow *self,
           SbRecordBuilder *builder,
           guint index)
{
  SbRecordPicker *picker = SB_RECORD_PICKER (self->editor);

  if (sb_record_picker_is_undecided (picker))
    {
      sb_field_row_set_problem (self, _ ("Choose one of those found, or leave this empty."));
      return FALSE;
    }

  sb_record_builder_set_ref (builder, index, sb_record_picker_get_ref (picker));
  return TRUE;
}

static void
store_term (SbFieldRow *self,
            SbRecordBuilder *builder,
            guint index)
{
  guint position = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->editor));

  if (position == 0 || position == GTK_INVALID_LIST_POSITION)
    sb_record_builder_clear (builder, index);
  else
    sb_record_builder_set_term (builder, index, self->field->vocabulary->terms[position - 1].value);
}

static void
store_text (SbFieldRow *self,
            SbRecordBuilder *builder,
            guint index)
{
  g_autofree char *text = dup_text (self->editor);
  g_autofree char *second = self->second != NULL ? dup_text (self->second) : NULL;

  if (self->field->type == SB_FIELD_BILINGUAL)
    sb_record_builder_set_words (builder, index, text, second);
  else
    sb_record_builder_set_text (builder, index, *text != '\0' ? text : NULL);
}

static gboolean
store_value (SbFieldRow *self,
             SbRecordBuilder *builder,
             guint index)
{
  switch (self->field->type)
    {
    case SB_FIELD_DATE:
      return store_date (self, builder, index);

    case SB_FIELD_INTEGER:
    case SB_FIELD_REAL:
      return store_number (self, builder, index);

    case SB_FIELD_REF:
      return store_ref (self, builder, index);

    case SB_FIELD_LIST:
      return sb_item_list_store (SB_ITEM_LIST (self->editor), builder, index);

    case SB_FIELD_BOOLEAN:
      sb_record_builder_set_boolean (builder, index, gtk_switch_get_active (GTK_SWITCH (self->editor)));
      return TRUE;

    case SB_FIELD_TERM:
      store_term (self, builder, index);
      return TRUE;

    case SB_FIELD_BILINGUAL:
    case SB_FIELD_TEXT:
    case SB_FIELD_TIME:
    default:
      store_text (self, builder, index);
      return TRUE;
    }
}

/* Whether nothing is filled in. */
static gboolean
is_empty (SbFieldRow *self)
{
  g_autofree char *text = NULL;
  g_autofree char *second = NULL;

  switch (self->field->type)
    {
    case SB_FIELD_TERM:
      return gtk_drop_down_get_selected (GTK_DROP_DOWN (self->editor)) == 0;
    case SB_FIELD_REF:
      return sb_record_picker_get_ref (SB_RECORD_PICKER (self->editor)) == NULL;
    case SB_FIELD_LIST:
    case SB_FIELD_BOOLEAN:
      return FALSE;
    default:
      text = dup_text (self->editor);
      second = self->second != NULL ? dup_text (self->second) : g_strdup ("");
      return *text == '\0' && *second == '\0';
    }
}

gboolean
sb_field_row_store (SbFieldRow *self,
                    SbRecordBuilder *builder,
                    guint index)
{
  g_return_val_if_fail (SB_IS_FIELD_ROW (self), FALSE);

  sb_field_row_set_problem (self, NULL);
  if (!store_value (self, builder, index))
    return FALSE;
  if ((self->field->flags & SB_FIELD_REQUIRED) != 0 && is_empty (self))
    {
      sb_field_row_set_problem (self, _ ("This is needed."));
      return FALSE;
    }

  return TRUE;
}

gboolean
sb_field_row_is_typed (SbFieldRow *self)
{
  g_return_val_if_fail (SB_IS_FIELD_ROW (self), FALSE);

  /* Nor is a name that nothing was chosen for yet. */
  return self->is_touched && (!is_empty (self) || (SB_IS_RECORD_PICKER (self->editor) && sb_record_picker_is_undecided (SB_RECORD_PICKER (self->editor))));
}

void
sb_field_row_complete (SbFieldRow *self,
                       SbRecord *record,
                       guint index)
{
  g_return_if_fail (SB_IS_FIELD_ROW (self));

  if (self->field->type != SB_FIELD_BILINGUAL)
    return;

  self->is_loading = TRUE;
  for (guint i = 0; i < SB_N_LANGUAGES; i++)
    {
      GtkWidget *editor = i == SB_LANGUAGE_FR ? self->editor : self->second;
      const char *known = sb_bilingual_get (sb_record_get_bilingual (record, index), (SbLanguage) i);
      g_autofree char *text = dup_text (editor);
      g_autofree char *last = g_steal_pointer (&self->filled[i]);

      if (*text != '\0' && g_strcmp0 (text, last) != 0)
        continue;

      set_text (editor, known != NULL ? known : text);
      self->filled[i] = g_strdup (known != NULL ? known : text);
    }
  self->is_loading = FALSE;
}
