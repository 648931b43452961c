/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-exchange"

#include "config.h"

#include "sb-export-private.h"

#include <string.h>

#include "sb-csv-writer.h"

/* UTF-8 for those that would not know: spreadsheets. */
#define BYTE_ORDER_MARK "\357\273\277"

/* Between the items of a list in one field; inside an item it is written with a
 * backslash before it. */
#define ITEM_SEPARATOR "; "

static char *
make_name (const char *prefix,
           const char *name,
           const char *suffix)
{
  return g_strconcat (prefix, name, suffix, NULL);
}

static void
add_heading (SbCsvRow *row,
             const char *prefix,
             const char *name,
             const char *suffix)
{
  g_autofree char *heading = make_name (prefix, name, suffix);

  sb_csv_row_add_text (row, heading);
}

/* The columns of a field: as many as add_value() fills. */
static void
add_headings (SbCsvRow *row,
              const char *prefix,
              const SbField *field)
{
  add_heading (row, prefix, field->name, field->type == SB_FIELD_BILINGUAL ? "_fr" : "");
  if (field->type == SB_FIELD_BILINGUAL)
    add_heading (row, prefix, field->name, "_en");
  if (field->type == SB_FIELD_DATE)
    {
      add_heading (row, prefix, field->name, "_text");
      add_heading (row, prefix, field->name, "_first");
      add_heading (row, prefix, field->name, "_last");
    }
  if (field->type == SB_FIELD_REF)
    add_heading (row, prefix, field->name, "_uuid");
}

static void
add_all_headings (SbCsvRow *row,
                  const SbSchema *schema)
{
  sb_csv_row_add_text (row, "uuid");
  sb_csv_row_add_text (row, "withdrawn");
  sb_csv_row_add_text (row, "n_extracts");
  sb_csv_row_add_text (row, "topic");
  sb_csv_row_add_text (row, "retained");
  for (guint i = 0; i < schema->n_fields; i++)
    {
      const SbField *field = &schema->fields[i];
      g_autofree char *prefix = make_name (field->name, ".", NULL);

      if ((field->flags & SB_FIELD_DERIVED) != 0)
        continue;

      if (field->type != SB_FIELD_LIST)
        add_headings (row, "", field);
      else
        for (guint j = 0; j < field->item->n_fields; j++)
          add_headings (row, prefix, &field->item->fields[j]);
    }
  sb_csv_row_add_text (row, "sources");
}

/* What a column of a field holds of @record: the part is counted from 0, as the
 * headings are. NULL for nothing, and for a number, which is no text. */
static char *
dup_part (SbRecord *record,
          guint position,
          guint part,
          SbLanguage language)
{
  const SbField *field = &sb_record_get_schema (record)->fields[position];
  SbDate *date;
  SbRef *ref;
  int day;

  if (!sb_record_has (record, position))
    return NULL;

  switch (field->type)
    {
    case SB_FIELD_TEXT:
      return g_strdup (sb_record_get_text (record, position));

    case SB_FIELD_BILINGUAL:
      return g_strdup (sb_bilingual_get (sb_record_get_bilingual (record, position), part == 0 ? SB_LANGUAGE_FR : SB_LANGUAGE_EN));

    case SB_FIELD_DATE:
      date = sb_record_get_date (record, position);
      if (part < 2)
        return g_strdup (part == 0 ? sb_date_get_edtf (date) : sb_date_get_wording (date));
      day = part == 2 ? sb_date_get_first_day (date) : sb_date_get_last_day (date);
      return day > SB_DATE_DAY_MIN && day < SB_DATE_DAY_MAX ? sb_day_to_string (day) : NULL;

    case SB_FIELD_TIME:
      {
        g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (sb_record_get_time (record, position));

        return time != NULL ? g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ") : NULL;
      }

    case SB_FIELD_BOOLEAN:
      return g_strdup (sb_record_get_boolean (record, position) ? "true" : "");

    case SB_FIELD_TERM:
      return g_strdup (_sb_record_get_term_name (record, position));

    case SB_FIELD_REF:
      ref = sb_record_get_ref (record, position);
      return g_strdup (part == 0 ? sb_ref_get_name (ref, language) : sb_ref_get_uuid (ref));

    case SB_FIELD_INTEGER:
      return g_strdup_printf ("%" G_GINT64_FORMAT, sb_record_get_integer (record, position, 0));

    case SB_FIELD_REAL:
    case SB_FIELD_LIST:
    default:
      return NULL;
    }
}

static guint
count_parts (const SbField *field)
{
  switch (field->type)
    {
    case SB_FIELD_BILINGUAL:
    case SB_FIELD_REF:
      return 2;

    case SB_FIELD_DATE:
      return 4;

    default:
      return 1;
    }
}

static void
add_value (SbCsvRow *row,
           SbRecord *record,
           guint position,
           SbLanguage language)
{
  const SbField *field = &sb_record_get_schema (record)->fields[position];

  if (field->type == SB_FIELD_INTEGER && sb_record_has (record, position))
    sb_csv_row_add_integer (row, sb_record_get_integer (record, position, 0));
  else if (field->type == SB_FIELD_REAL && sb_record_has (record, position))
    sb_csv_row_add_real (row, sb_record_get_real (record, position, 0));
  else
    for (guint part = 0; part < count_parts (field); part++)
      {
        g_autofree char *text = dup_part (record, position, part, language);

        sb_csv_row_add_text (row, text);
      }
}

/* Adds @text as one item of a field: a semicolon and a backslash of its own are
 * marked. */
static void
append_item (GString *field,
             const char *text)
{
  for (const char *p = text != NULL ? text : ""; *p != '\0'; p++)
    {
      if (*p == ';' || *p == '\\')
        g_string_append_c (field, '\\');
      g_string_append_c (field, *p);
    }
}

static char *
dup_item_part (SbRecord *item,
               guint position,
               guint part,
               SbLanguage language)
{
  SbCsvRow row;
  char *text;

  if (sb_record_get_schema (item)->fields[position].type != SB_FIELD_REAL || !sb_record_has (item, position))
    return dup_part (item, position, part, language);

  sb_csv_row_init (&row);
  sb_csv_row_add_real (&row, sb_record_get_real (item, position, 0));
  text = g_strdup (row.text->str);
  sb_csv_row_clear (&row);
  return text;
}

/* The items of a list, field by field: the first of each column belong together,
 * and so on. */
static void
add_items (SbCsvRow *row,
           SbRecord *record,
           guint list,
           SbLanguage language)
{
  const SbSchema *schema = sb_record_get_schema (record)->fields[list].item;

  for (guint i = 0; i < schema->n_fields; i++)
    for (guint part = 0; part < count_parts (&schema->fields[i]); part++)
      {
        g_autoptr (GString) field = g_string_new (NULL);

        for (guint j = 0; j < sb_record_get_n_items (record, list); j++)
          {
            g_autofree char *text = dup_item_part (sb_record_get_item (record, list, j), i, part, language);

            if (j > 0)
              g_string_append (field, ITEM_SEPARATOR);
            append_item (field, text);
          }
        sb_csv_row_add_text (row, field->str);
      }
}

static gboolean
add_sources (SbExporter *self,
             SbCsvRow *row,
             SbRecord *record,
             GError **error)
{
  g_autoptr (GPtrArray) evidence = _sb_exporter_list_evidence (self, record, error);
  g_autoptr (GString) field = g_string_new (NULL);

  if (evidence == NULL)
    return FALSE;

  for (guint i = 0; i < evidence->len; i++)
    {
      g_autofree char *citation = _sb_evidence_dup_citation (g_ptr_array_index (evidence, i), self->request->language);

      if (i > 0)
        g_string_append (field, ITEM_SEPARATOR);
      append_item (field, citation);
    }
  sb_csv_row_add_text (row, field->str);
  return TRUE;
}

static gboolean
write_row (SbExporter *self,
           SbRecord *record,
           gpointer data,
           GError **error)
{
  SbCsvRow *row = data;
  const SbSchema *schema = sb_record_get_schema (record);

  sb_csv_row_add_text (row, sb_record_get_uuid (record));
  sb_csv_row_add_text (row, sb_record_is_withdrawn (record) ? "true" : "");
  sb_csv_row_add_integer (row, sb_record_get_n_extracts (record));
  sb_csv_row_add_text (row, sb_record_get_topic (record));
  sb_csv_row_add_text (row, sb_record_is_retained (record) ? "true" : "");
  for (guint i = 0; i < schema->n_fields; i++)
    {
      if ((schema->fields[i].flags & SB_FIELD_DERIVED) != 0)
        continue;

      if (schema->fields[i].type == SB_FIELD_LIST)
        add_items (row, record, i, self->request->language);
      else
        add_value (row, record, i, self->request->language);
    }

  self->n_records++;
  return add_sources (self, row, record, error) && _sb_exporter_write (self, sb_csv_row_end (row), error);
}

gboolean
_sb_export_csv (SbExporter *self,
                GError **error)
{
  g_auto (SbCsvRow) row = { 0 };

  sb_csv_row_init (&row);
  add_all_headings (&row, sb_kind_get_schema (self->request->kind));
  return _sb_exporter_write (self, BYTE_ORDER_MARK, error) &&
         _sb_exporter_write (self, sb_csv_row_end (&row), error) &&
         _sb_exporter_each (self, self->request->kind, write_row, &row, error);
}
