/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-exchange"

#include "config.h"

#include "sb-stix-kinds.h"

#include "sb-event.h"
#include "sb-restriction.h"
#include "sb-stix-object.h"

static const char *
get_tie_of_role (int role)
{
  switch (role)
    {
    case SB_EVENT_ROLE_PERPETRATOR:
      return "attributed-to";

    case SB_EVENT_ROLE_TARGET:
    case SB_EVENT_ROLE_VICTIM:
      return "targets";

    case SB_EVENT_ROLE_CLAIMANT:
      return "claimed-by";

    case SB_EVENT_ROLE_PARTICIPANT:
    default:
      return "related-to";
    }
}

static gboolean
write_event_ties (SbStixWriter *self,
                  SbRecord *event,
                  const char *id,
                  GError **error)
{
  for (guint i = 0; i < sb_record_get_n_items (event, SB_EVENT_ACTORS); i++)
    {
      SbRecord *item = sb_record_get_item (event, SB_EVENT_ACTORS, i);
      const char *type = get_tie_of_role (sb_record_get_term (item, SB_EVENT_ACTOR_ROLE, -1));
      g_autofree char *actor = NULL;

      if (!sb_stix_need_actor (self, sb_record_get_ref (item, SB_EVENT_ACTOR_ACTOR), &actor, error) ||
          !sb_stix_write_tie (self, event, id, type, actor, error))
        return FALSE;
    }

  for (guint i = 0; i < sb_record_get_n_items (event, SB_EVENT_PLACES); i++)
    {
      SbRecord *item = sb_record_get_item (event, SB_EVENT_PLACES, i);
      g_autofree char *place = NULL;

      if (!sb_stix_need_place (self, sb_record_get_ref (item, SB_EVENT_PLACE_PLACE), &place, error) ||
          !sb_stix_write_tie (self, event, id, "located-at", place, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
sb_stix_write_event (SbStixWriter *self,
                     SbRecord *event,
                     GError **error)
{
  g_autofree char *id = sb_stix_dup_id ("incident", sb_record_get_uuid (event));
  JsonBuilder *builder = sb_stix_writer_begin (self, "incident", id, event);
  SbDate *date = sb_record_get_date (event, SB_EVENT_DATE);
  const SbStixWords words[] = {
    { "name", sb_record_get_bilingual (event, SB_EVENT_TITLE) },
    { "description", sb_record_get_bilingual (event, SB_EVENT_SUMMARY) },
    { NULL, NULL },
  };

  if (builder == NULL)
    return TRUE;

  sb_stix_begin_extension (builder);
  _sb_json_add_text (builder, "record_kind", "event");
  _sb_json_add_text (builder, "event_type", _sb_record_get_term_name (event, SB_EVENT_TYPE));
  _sb_json_add_text (builder, "event_subtype", _sb_record_get_term_name (event, SB_EVENT_SUBTYPE));
  sb_stix_add_period (builder, date, NULL);
  if (sb_record_has (event, SB_EVENT_FATALITIES_LOW))
    _sb_json_add_integer (builder, "fatalities_low", sb_record_get_integer (event, SB_EVENT_FATALITIES_LOW, 0));
  if (sb_record_has (event, SB_EVENT_FATALITIES_HIGH))
    _sb_json_add_integer (builder, "fatalities_high", sb_record_get_integer (event, SB_EVENT_FATALITIES_HIGH, 0));
  sb_stix_end_extension (builder);
  return sb_stix_finish (self, builder, id, event, words, error) && write_event_ties (self, event, id, error);
}

static gboolean
write_restriction_ties (SbStixWriter *self,
                        SbRecord *restriction,
                        const char *id,
                        GError **error)
{
  g_autofree char *imposer = NULL;

  if (!sb_stix_need_actor (self, sb_record_get_ref (restriction, SB_RESTRICTION_IMPOSED_BY), &imposer, error) ||
      !sb_stix_write_tie (self, restriction, id, "attributed-to", imposer, error))
    return FALSE;

  for (guint i = 0; i < sb_record_get_n_items (restriction, SB_RESTRICTION_PLACES); i++)
    {
      SbRecord *item = sb_record_get_item (restriction, SB_RESTRICTION_PLACES, i);
      g_autofree char *place = NULL;

      if (!sb_stix_need_place (self, sb_record_get_ref (item, SB_RESTRICTION_PLACE_PLACE), &place, error) ||
          !sb_stix_write_tie (self, restriction, id, "located-at", place, error))
        return FALSE;
    }

  for (guint i = 0; i < sb_record_get_n_items (restriction, SB_RESTRICTION_STRETCHES); i++)
    {
      SbRecord *item = sb_record_get_item (restriction, SB_RESTRICTION_STRETCHES, i);
      g_autofree char *origin = NULL;
      g_autofree char *destination = NULL;

      if (!sb_stix_need_place (self, sb_record_get_ref (item, SB_RESTRICTION_STRETCH_ORIGIN), &origin, error) ||
          !sb_stix_need_place (self, sb_record_get_ref (item, SB_RESTRICTION_STRETCH_DESTINATION), &destination, error) ||
          !sb_stix_write_tie (self, restriction, id, "located-at", origin, error) ||
          !sb_stix_write_tie (self, restriction, id, "located-at", destination, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
sb_stix_write_restriction (SbStixWriter *self,
                           SbRecord *restriction,
                           GError **error)
{
  g_autofree char *id = sb_stix_dup_id ("incident", sb_record_get_uuid (restriction));
  JsonBuilder *builder = sb_stix_writer_begin (self, "incident", id, restriction);
  const SbStixWords words[] = {
    { "name", sb_record_get_bilingual (restriction, SB_RESTRICTION_TITLE) },
    { "description", sb_record_get_bilingual (restriction, SB_RESTRICTION_TERMS) },
    { NULL, NULL },
  };

  if (builder == NULL)
    return TRUE;

  sb_stix_begin_extension (builder);
  _sb_json_add_text (builder, "record_kind", "restriction");
  _sb_json_add_text (builder, "event_type", _sb_record_get_term_name (restriction, SB_RESTRICTION_KIND));
  sb_stix_add_period (builder, sb_record_get_date (restriction, SB_RESTRICTION_SINCE), sb_record_get_date (restriction, SB_RESTRICTION_UNTIL));
  sb_stix_end_extension (builder);
  return sb_stix_finish (self, builder, id, restriction, words, error) && write_restriction_ties (self, restriction, id, error);
}
