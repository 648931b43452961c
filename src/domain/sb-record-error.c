/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-domain"

#include "config.h"

#include "sb-record-error.h"

#include "sb-actor.h"
#include "sb-claim.h"
#include "sb-drawing.h"
#include "sb-event.h"
#include "sb-extract.h"
#include "sb-figure.h"
#include "sb-likelihood.h"
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

/* The date in the field called @name; NULL when the schema has none. */
static SbDate *
get_date (SbRecord *self,
          const char *name)
{
  int field = sb_schema_find (sb_record_get_schema (self), name);

  if (field < 0 || sb_record_get_schema (self)->fields[field].type != SB_FIELD_DATE)
    return NULL;

  return sb_record_get_date (self, (guint) field);
}

/* Wherever a record has a beginning and an end, in lists as well. */
static gboolean
check_periods (SbRecord *self,
               GError **error)
{
  static const struct
  {
    const char *beginning;
    const char *end;
  } periods[] = {
    { "since", "until" },
    { "first", "last" },
    { "founded", "dissolved" },
    { "date", "ended" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      SbDate *beginning = get_date (self, periods[i].beginning);
      SbDate *end = get_date (self, periods[i].end);

      if (beginning != NULL && end != NULL && sb_date_get_last_day (end) < sb_date_get_first_day (beginning))
        return fail_order (periods[i].beginning, periods[i].end, error);
    }

  return TRUE;
}

/* Wherever a record has a likelihood. */
static gboolean
check_likelihood (SbRecord *self,
                  GError **error)
{
  const SbSchema *schema = sb_record_get_schema (self);
  int scale = sb_schema_find (schema, "scale");
  int band = sb_schema_find (schema, "band");
  gint64 number;

  if (scale < 0 || band < 0 || !sb_record_has (self, (guint) band))
    return TRUE;

  if (!sb_record_has (self, (guint) scale))
    {
      g_set_error (error, SB_RECORD_ERROR, SB_RECORD_ERROR_SCALE, "band is of no scale");
      return FALSE;
    }

  number = sb_record_get_integer (self, (guint) band, 0);
  if (number >= 0 && number < sb_likelihood_get_n_bands ((SbLikelihoodScale) sb_record_get_term (self, (guint) scale, 0)))
    return TRUE;

  g_set_error (error, SB_RECORD_ERROR, SB_RECORD_ERROR_SCALE, "band is none of its scale: %" G_GINT64_FORMAT, number);
  return FALSE;
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

  if (sb_record_get_integer (self, low, 0) >= 0 && sb_record_get_integer (self, high, 0) >= 0)
    return TRUE;

  g_set_error (error, SB_RECORD_ERROR, SB_RECORD_ERROR_RANGE, "%s is less than nothing",
               fields[sb_record_get_integer (self, low, 0) < 0 ? low : high].name);
  return FALSE;
}

/* Somebody said it: the speaker is named, or described. */
static gboolean
check_statement (SbRecord *self,
                 GError **error)
{
  if (sb_record_has (self, SB_CLAIM_STATEMENT_SPEAKER) || sb_record_has (self, SB_CLAIM_STATEMENT_ATTRIBUTION))
    return TRUE;

  g_set_error (error, SB_RECORD_ERROR, SB_RECORD_ERROR_SPEAKER, "speaker and attribution are both missing");
  return FALSE;
}

static gboolean
check_position (SbRecord *self,
                GError **error)
{
  if (sb_record_has (self, SB_PLACE_LATITUDE) != sb_record_has (self, SB_PLACE_LONGITUDE))
    {
      g_set_error (error, SB_RECORD_ERROR, SB_RECORD_ERROR_POSITION, "latitude and longitude come together");
      return FALSE;
    }

  return check_range (self, SB_PLACE_LATITUDE, -90, 90, error) &&
         check_range (self, SB_PLACE_LONGITUDE, -180, 180, error);
}

static gboolean
check_drawing (SbRecord *self,
               GError **error)
{
  guint n_points = sb_record_get_n_items (self, SB_DRAWING_POINTS);
  gint64 tone = sb_record_get_integer (self, SB_DRAWING_TONE, 0);

  if (n_points < sb_drawing_kind_get_min_points ((SbDrawingKind) sb_record_get_term (self, SB_DRAWING_KIND, 0)))
    {
      g_set_error (error, SB_RECORD_ERROR, SB_RECORD_ERROR_MISSING, "points are missing: there are %u", n_points);
      return FALSE;
    }
  if (n_points > SB_DRAWING_MAX_POINTS)
    {
      g_set_error (error, SB_RECORD_ERROR, SB_RECORD_ERROR_RANGE, "points are too many: %u", n_points);
      return FALSE;
    }
  if (tone < 0 || tone >= SB_N_DRAWING_TONES)
    {
      g_set_error (error, SB_RECORD_ERROR, SB_RECORD_ERROR_RANGE, "tone is out of range: %" G_GINT64_FORMAT, tone);
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_kind (SbRecord *self,
            GError **error)
{
  switch (sb_record_get_kind (self))
    {
    case SB_KIND_PLACE:
      return check_position (self, error);

    case SB_KIND_EVENT:
      return check_integers_in_order (self, SB_EVENT_FATALITIES_LOW, SB_EVENT_FATALITIES_HIGH, error);

    case SB_KIND_EXTRACT:
      return check_integers_in_order (self, SB_EXTRACT_START, SB_EXTRACT_END, error);

    case SB_KIND_DRAWING:
      return check_drawing (self, error);

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

  if (sb_record_get_schema (self) == &sb_drawing_point_schema &&
      !(check_range (self, SB_DRAWING_POINT_LATITUDE, -90, 90, error) &&
        check_range (self, SB_DRAWING_POINT_LONGITUDE, -180, 180, error)))
    return FALSE;

  return check_periods (self, error) && check_likelihood (self, error) && check_kind (self, error);
}
