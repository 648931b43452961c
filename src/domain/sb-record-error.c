/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-domain"

#include "config.h"

#include "sb-record-error.h"

#include "sb-actor.h"
#include "sb-claim.h"
#include "sb-event.h"
#include "sb-extract.h"
#include "sb-figure.h"
#include "sb-place.h"
#include "sb-relation.h"

G_DEFINE_QUARK (sb - record - error - quark, sb_record_error)

static gboolean
check_reference (const SbField *field,
                 SbRef *ref,
                 GError **error)
{
  if (field->target == SB_KIND_NONE || (int) sb_ref_get_kind (ref) == field->target)
    return TRUE;

  g_set_error (error, SB_RECORD_ERROR, SB_RECORD_ERROR_REFERENCE, "%s refers to a record of another kind: %s",
               field->name, sb_kind_get_name (sb_ref_get_kind (ref)));
  return FALSE;
}

static gboolean
check_items (SbRecord *self,
             guint field,
             GError **error)
{
  for (guint i = 0; i < sb_record_get_n_items (self, field); i++)
    if (!sb_record_validate (sb_record_get_item (self, field, i), error))
      {
        g_prefix_error (error, "%s %u: ", sb_record_get_schema (self)->fields[field].name, i + 1);
        return FALSE;
      }

  return TRUE;
}

static gboolean
check_field (SbRecord *self,
             guint position,
             GError **error)
{
  const SbField *field = &sb_record_get_schema (self)->fields[position];

  if (!sb_record_has (self, position))
    {
      if ((field->flags & SB_FIELD_REQUIRED) == 0)
        return TRUE;

      g_set_error (error, SB_RECORD_ERROR, SB_RECORD_ERROR_MISSING, "%s is missing", field->name);
      return FALSE;
    }

  if (field->type == SB_FIELD_REF)
    return check_reference (field, sb_record_get_ref (self, position), error);

  if (field->type == SB_FIELD_LIST)
    return check_items (self, position, error);

  return TRUE;
}

static gboolean
check_range (SbRecord *self,
             guint field,
             double low,
             double high,
             GError **error)
{
  double value = sb_record_get_real (self, field, low);

  /* Written so that what is not a number fails as well. */
  if (value >= low && value <= high)
    return TRUE;

  g_set_error (error, SB_RECORD_ERROR, SB_RECORD_ERROR_RANGE, "%s is out of range: %g",
               sb_record_get_schema (self)->fields[field].name, value);
  return FALSE;
}

static gboolean
fail_order (const char *first,
            const char *second,
            GError **error)
{
  g_set_error (error, SB_RECORD_ERROR, SB_RECORD_ERROR_ORDER, "%s comes before %s", second, first);
  return FALSE;
}

/* Wherever a record has since and until, in lists as well. */
static gboolean
check_period (SbRecord *self,
              GError **error)
{
  const SbSchema *schema = sb_record_get_schema (self);
  int since = sb_schema_find (schema, "since");
  int until = sb_schema_find (schema, "until");
  SbDate *first;
  SbDate *last;

  if (since < 0 || until < 0)
    return TRUE;

  first = sb_record_get_date (self, (guint) since);
  last = sb_record_get_date (self, (guint) until);
  if (first != NULL && last != NULL && sb_date_get_last_day (last) < sb_date_get_first_day (first))
    return fail_order ("since", "until", error);

  return TRUE;
}

static gboolean
check_integers_in_order (SbRecord *self,
                         guint low,
                         guint high,
                         GError **error)
{
  const SbField *fields = sb_record_get_schema (self)->fields;

  if (sb_record_has (self, low) && sb_record_has (self, high) &&
      sb_record_get_integer (self, high, 0) < sb_record_get_integer (self, low, 0))
    return fail_order (fields[low].name, fields[high].name, error);

  if (sb_record_get_integer (self, low, 0) < 0)
    {
      g_set_error (error, SB_RECORD_ERROR, SB_RECORD_ERROR_RANGE, "%s is less than nothing", fields[low].name);
      return FALSE;
    }

  return TRUE;
}

/* Somebody said it: the speaker is named, or described. */
static gboolean
check_statement (SbRecord *self,
                 GError **error)
{
  if (sb_record_has (self, SB_CLAIM_STATEMENT_SPEAKER) || sb_record_has (self, SB_CLAIM_STATEMENT_ATTRIBUTION))
    return TRUE;

  g_set_error (error, SB_RECORD_ERROR, SB_RECORD_ERROR_MISSING, "speaker and attribution are both missing");
  return FALSE;
}

static gboolean
check_kind (SbRecord *self,
            GError **error)
{
  switch (sb_record_get_kind (self))
    {
    case SB_KIND_PLACE:
      return check_range (self, SB_PLACE_LATITUDE, -90, 90, error) &&
             check_range (self, SB_PLACE_LONGITUDE, -180, 180, error);

    case SB_KIND_EVENT:
      return check_integers_in_order (self, SB_EVENT_FATALITIES_LOW, SB_EVENT_FATALITIES_HIGH, error);

    case SB_KIND_EXTRACT:
      return check_integers_in_order (self, SB_EXTRACT_START, SB_EXTRACT_END, error);

    case SB_KIND_FIGURE:
      if (sb_record_has (self, SB_FIGURE_HIGH) &&
          sb_record_get_real (self, SB_FIGURE_HIGH, 0) < sb_record_get_real (self, SB_FIGURE_LOW, 0))
        return fail_order ("low", "high", error);
      return TRUE;

    case SB_KIND_RELATION:
      if (sb_ref_equal (sb_record_get_ref (self, SB_RELATION_SUBJECT), sb_record_get_ref (self, SB_RELATION_OBJECT)))
        {
          g_set_error (error, SB_RECORD_ERROR, SB_RECORD_ERROR_REFERENCE, "an actor is related to itself");
          return FALSE;
        }
      return TRUE;

    default:
      return TRUE;
    }
}

gboolean
sb_record_validate (SbRecord *self,
                    GError **error)
{
  g_return_val_if_fail (SB_IS_RECORD (self), FALSE);

  for (guint i = 0; i < sb_record_get_schema (self)->n_fields; i++)
    if (!check_field (self, i, error))
      return FALSE;

  if (sb_record_get_schema (self) == &sb_claim_statement_schema && !check_statement (self, error))
    return FALSE;

  return check_period (self, error) && check_kind (self, error);
}
