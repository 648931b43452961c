/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-record-compare.h"

typedef enum
{
  COMPARE_STORED,
  COMPARE_SHOWN,
} CompareMode;

static gboolean fields_same (SbRecord *a,
                             SbRecord *b,
                             CompareMode mode);

static gboolean
refs_same (SbRef *a,
           SbRef *b,
           CompareMode mode)
{
  if (!sb_ref_equal (a, b))
    return FALSE;

  if (mode == COMPARE_STORED)
    return TRUE;

  return g_str_equal (sb_ref_get_name (a, SB_LANGUAGE_FR), sb_ref_get_name (b, SB_LANGUAGE_FR)) &&
         g_str_equal (sb_ref_get_name (a, SB_LANGUAGE_EN), sb_ref_get_name (b, SB_LANGUAGE_EN));
}

static gboolean
items_same (SbRecord *a,
            SbRecord *b,
            guint field,
            CompareMode mode)
{
  guint n_items = sb_record_get_n_items (a, field);

  if (n_items != sb_record_get_n_items (b, field))
    return FALSE;

  for (guint i = 0; i < n_items; i++)
    {
      SbRecord *item = sb_record_get_item (a, field, i);
      SbRecord *other = sb_record_get_item (b, field, i);

      /* Items are shared between the records that one reader makes. */
      if (item != other && !fields_same (item, other, mode))
        return FALSE;
    }

  return TRUE;
}

static gboolean
field_same (SbRecord *a,
            SbRecord *b,
            guint position,
            CompareMode mode)
{
  const SbField *field = &sb_record_get_schema (a)->fields[position];

  if (sb_record_has (a, position) != sb_record_has (b, position))
    return FALSE;

  if (!sb_record_has (a, position))
    return TRUE;

  switch (field->type)
    {
    case SB_FIELD_TEXT:
      return g_strcmp0 (sb_record_get_text (a, position), sb_record_get_text (b, position)) == 0;

    case SB_FIELD_BILINGUAL:
      return sb_bilingual_equal (sb_record_get_bilingual (a, position), sb_record_get_bilingual (b, position));

    case SB_FIELD_DATE:
      return sb_date_equal (sb_record_get_date (a, position), sb_record_get_date (b, position)) &&
             g_strcmp0 (sb_date_get_wording (sb_record_get_date (a, position)), sb_date_get_wording (sb_record_get_date (b, position))) == 0;

    case SB_FIELD_TIME:
      return sb_record_get_time (a, position) == sb_record_get_time (b, position);

    case SB_FIELD_INTEGER:
      return sb_record_get_integer (a, position, 0) == sb_record_get_integer (b, position, 0);

    case SB_FIELD_REAL:
      return sb_record_get_real (a, position, 0) == sb_record_get_real (b, position, 0);

    case SB_FIELD_BOOLEAN:
      return sb_record_get_boolean (a, position) == sb_record_get_boolean (b, position);

    case SB_FIELD_TERM:
      return sb_record_get_term (a, position, 0) == sb_record_get_term (b, position, 0);

    case SB_FIELD_REF:
      return refs_same (sb_record_get_ref (a, position), sb_record_get_ref (b, position), mode);

    case SB_FIELD_LIST:
    default:
      return items_same (a, b, position, mode);
    }
}

static gboolean
fields_same (SbRecord *a,
             SbRecord *b,
             CompareMode mode)
{
  const SbSchema *schema = sb_record_get_schema (a);

  if (schema != sb_record_get_schema (b))
    return FALSE;

  for (guint i = 0; i < schema->n_fields; i++)
    {
      if (mode == COMPARE_STORED && (schema->fields[i].flags & SB_FIELD_DERIVED) != 0)
        continue;
      if (!field_same (a, b, i, mode))
        return FALSE;
    }

  return TRUE;
}

gboolean
_sb_record_stores_same (SbRecord *a,
                        SbRecord *b)
{
  return sb_record_is_withdrawn (a) == sb_record_is_withdrawn (b) && fields_same (a, b, COMPARE_STORED);
}

gboolean
_sb_record_shows_same (SbRecord *a,
                       SbRecord *b)
{
  return sb_record_get_id (a) == sb_record_get_id (b) &&
         g_strcmp0 (sb_record_get_uuid (a), sb_record_get_uuid (b)) == 0 &&
         sb_record_is_withdrawn (a) == sb_record_is_withdrawn (b) &&
         sb_record_get_n_extracts (a) == sb_record_get_n_extracts (b) &&
         sb_record_is_retained (a) == sb_record_is_retained (b) &&
         g_strcmp0 (sb_record_get_topic (a), sb_record_get_topic (b)) == 0 &&
         fields_same (a, b, COMPARE_SHOWN);
}

gboolean
_sb_record_field_stores_same (SbRecord *a,
                              SbRecord *b,
                              guint field)
{
  return field_same (a, b, field, COMPARE_STORED);
}

void
_sb_record_copy_value (SbRecordBuilder *builder,
                       SbRecord *record,
                       guint field)
{
  sb_record_builder_clear (builder, field);
  if (!sb_record_has (record, field))
    return;

  switch (sb_record_get_schema (record)->fields[field].type)
    {
    case SB_FIELD_TEXT:
      sb_record_builder_set_text (builder, field, sb_record_get_text (record, field));
      break;

    case SB_FIELD_BILINGUAL:
      sb_record_builder_set_bilingual (builder, field, sb_record_get_bilingual (record, field));
      break;

    case SB_FIELD_DATE:
      sb_record_builder_set_date (builder, field, sb_record_get_date (record, field));
      break;

    case SB_FIELD_TIME:
      sb_record_builder_set_time (builder, field, sb_record_get_time (record, field));
      break;

    case SB_FIELD_INTEGER:
      sb_record_builder_set_integer (builder, field, sb_record_get_integer (record, field, 0));
      break;

    case SB_FIELD_REAL:
      sb_record_builder_set_real (builder, field, sb_record_get_real (record, field, 0));
      break;

    case SB_FIELD_BOOLEAN:
      sb_record_builder_set_boolean (builder, field, TRUE);
      break;

    case SB_FIELD_TERM:
      sb_record_builder_set_term (builder, field, sb_record_get_term (record, field, 0));
      break;

    case SB_FIELD_REF:
      sb_record_builder_set_ref (builder, field, sb_record_get_ref (record, field));
      break;

    case SB_FIELD_LIST:
    default:
      for (guint i = 0; i < sb_record_get_n_items (record, field); i++)
        sb_record_builder_take_item (builder, field, g_object_ref (sb_record_get_item (record, field, i)));
      break;
    }
}
