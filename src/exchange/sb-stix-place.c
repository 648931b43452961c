/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-exchange"

#include "config.h"

#include "sb-stix-kinds.h"

#include "sb-control.h"
#include "sb-place.h"
#include "sb-stix-object.h"

/* What a position is worth, in metres around it. */
static const int precisions[] = {
  [SB_PLACE_PRECISION_EXACT] = 2000,
  [SB_PLACE_PRECISION_NEAR] = 10000,
  [SB_PLACE_PRECISION_AREA] = 50000,
  [SB_PLACE_PRECISION_REGION] = 200000,
  [SB_PLACE_PRECISION_COUNTRY] = 600000,
};

static gboolean
has_position (SbRecord *place)
{
  return sb_record_has (place, SB_PLACE_LATITUDE) && sb_record_has (place, SB_PLACE_LONGITUDE);
}

static void
add_position (JsonBuilder *builder,
              SbRecord *place)
{
  int precision = sb_record_get_term (place, SB_PLACE_PRECISION, -1);

  if (!has_position (place))
    return;

  json_builder_set_member_name (builder, "latitude");
  json_builder_add_double_value (builder, sb_record_get_real (place, SB_PLACE_LATITUDE, 0));
  json_builder_set_member_name (builder, "longitude");
  json_builder_add_double_value (builder, sb_record_get_real (place, SB_PLACE_LONGITUDE, 0));
  if (precision >= 0 && (guint) precision < G_N_ELEMENTS (precisions))
    {
      json_builder_set_member_name (builder, "precision");
      json_builder_add_double_value (builder, precisions[precision]);
    }
}

/* A place without a country or a position is no location of STIX. */
static gboolean
is_location (SbRecord *place)
{
  return has_position (place) || sb_record_has (place, SB_PLACE_COUNTRY);
}

gboolean
sb_stix_write_place (SbStixWriter *self,
                     SbRecord *place,
                     GError **error)
{
  g_autofree char *id = sb_stix_dup_id ("location", sb_record_get_uuid (place));
  JsonBuilder *builder = is_location (place) ? sb_stix_writer_begin (self, "location", id, place) : NULL;
  const char *kind = _sb_record_get_term_name (place, SB_PLACE_KIND);
  const SbStixWords words[] = {
    { "name", sb_record_get_bilingual (place, SB_PLACE_NAME) },
    { "description", sb_record_get_bilingual (place, SB_PLACE_NOTE) },
    { NULL, NULL },
  };

  if (builder == NULL)
    return TRUE;

  sb_stix_add_label (builder, kind);
  _sb_json_add_text (builder, "country", sb_record_get_text (place, SB_PLACE_COUNTRY));
  if (g_strcmp0 (kind, "town") == 0 || g_strcmp0 (kind, "village") == 0)
    _sb_json_add_text (builder, "city", sb_record_get_title (place, self->exporter->request->language));
  add_position (builder, place);
  return sb_stix_finish (self, builder, id, place, words, error);
}

gboolean
sb_stix_need_place (SbStixWriter *self,
                    SbRef *ref,
                    char **id,
                    GError **error)
{
  SbRecord *place;

  *id = NULL;
  if (!sb_stix_look_up (self, ref, &place, error))
    return FALSE;
  if (place == NULL || !is_location (place))
    return TRUE;

  *id = sb_stix_dup_id ("location", sb_record_get_uuid (place));
  return sb_stix_write_place (self, place, error);
}

gboolean
sb_stix_write_control (SbStixWriter *self,
                       SbRecord *control,
                       GError **error)
{
  g_autofree char *holder = NULL;
  g_autofree char *place = NULL;

  return sb_stix_need_actor (self, sb_record_get_ref (control, SB_CONTROL_HOLDER), &holder, error) &&
         sb_stix_need_place (self, sb_record_get_ref (control, SB_CONTROL_PLACE), &place, error) &&
         sb_stix_write_dated_tie (self, control, holder, _sb_record_get_term_name (control, SB_CONTROL_KIND), place,
                                  sb_record_get_date (control, SB_CONTROL_SINCE), sb_record_get_date (control, SB_CONTROL_UNTIL),
                                  sb_record_get_bilingual (control, SB_CONTROL_SUMMARY), error);
}
