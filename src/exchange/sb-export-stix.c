/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-exchange"

#include "config.h"

#include "sb-stix-writer.h"

#include <string.h>

#include "sb-actor.h"
#include "sb-alliance.h"
#include "sb-claim.h"
#include "sb-control.h"
#include "sb-document.h"
#include "sb-event.h"
#include "sb-place.h"
#include "sb-relation.h"
#include "sb-restriction.h"
#include "sb-source.h"

/* What STIX has no property for is in an extension of ours, which each bundle
 * defines. Made at random once; they may never change. */
#define EXTENSION "extension-definition--5b0e6a3d-2c57-4f6e-9a41-7d8c0f3b1e92"
#define AUTHOR    "identity--9f4c1b7a-80d2-4e35-b6a8-1c5e2d7f0a64"
#define DEFINED   "2026-01-01T00:00:00.000Z"
#define SCHEMA    "docs/exports.md of SahelBrief, section stix: properties of incidents, relationships and locations"

/* What a position is worth, in metres around it. */
static const int precisions[] = {
  [SB_PLACE_PRECISION_EXACT] = 2000,
  [SB_PLACE_PRECISION_NEAR] = 10000,
  [SB_PLACE_PRECISION_AREA] = 50000,
  [SB_PLACE_PRECISION_REGION] = 200000,
  [SB_PLACE_PRECISION_COUNTRY] = 600000,
};

static gboolean
look_up (SbStixWriter *self,
         SbRef *ref,
         SbRecord **record,
         GError **error)
{
  g_autoptr (GError) failure = NULL;

  *record = ref != NULL ? _sb_exporter_look_up (self->exporter, ref, &failure) : NULL;
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* Armed groups are threat actors, all others identities. */
static const char *
get_actor_type (SbRecord *actor)
{
  return sb_record_get_term (actor, SB_ACTOR_KIND, -1) == SB_ACTOR_KIND_ARMED_GROUP ? "threat-actor" : "identity";
}

static const char *
get_identity_class (int kind)
{
  switch (kind)
    {
    case SB_ACTOR_KIND_PERSON:
      return "individual";

    case SB_ACTOR_KIND_COMMUNITY:
      return "class";

    default:
      return "organization";
    }
}

static void
begin_list (JsonBuilder *builder,
            const char *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
}

static void
add_label (JsonBuilder *builder,
           const char *label)
{
  if (label == NULL)
    return;

  begin_list (builder, "labels");
  json_builder_add_string_value (builder, label);
  json_builder_end_array (builder);
}

static void
begin_extension (JsonBuilder *builder)
{
  json_builder_set_member_name (builder, "extensions");
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, EXTENSION);
  json_builder_begin_object (builder);
  _sb_json_add_text (builder, "extension_type", "property-extension");
}

static void
end_extension (JsonBuilder *builder)
{
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

static void
add_date (JsonBuilder *builder,
          SbDate *since,
          SbDate *until)
{
  if (since != NULL)
    {
      _sb_json_add_text (builder, "date", sb_date_get_edtf (since));
      _sb_json_add_text (builder, "date_text", sb_date_get_wording (since));
      sb_stix_add_day (builder, "first_day", sb_date_get_first_day (since), FALSE);
    }
  if (until != NULL)
    {
      _sb_json_add_text (builder, "until", sb_date_get_edtf (until));
      _sb_json_add_text (builder, "until_text", sb_date_get_wording (until));
    }
  if (until != NULL || since != NULL)
    sb_stix_add_day (builder, "last_day", sb_date_get_last_day (until != NULL ? until : since), TRUE);
}

/* The aliases of a threat actor. */
static void
add_aliases (JsonBuilder *builder,
             SbRecord *actor)
{
  const char *short_name = sb_record_get_text (actor, SB_ACTOR_SHORT_NAME);
  guint n_aliases = sb_record_get_n_items (actor, SB_ACTOR_ALIASES);

  if (n_aliases == 0 && short_name == NULL)
    return;

  begin_list (builder, "aliases");
  if (short_name != NULL)
    json_builder_add_string_value (builder, short_name);
  for (guint i = 0; i < n_aliases; i++)
    json_builder_add_string_value (builder, sb_record_get_text (sb_record_get_item (actor, SB_ACTOR_ALIASES, i), SB_ACTOR_ALIAS_NAME));
  json_builder_end_array (builder);
}

static void
add_lifetime (JsonBuilder *builder,
              SbRecord *actor)
{
  SbDate *founded = sb_record_get_date (actor, SB_ACTOR_FOUNDED);
  SbDate *dissolved = sb_record_get_date (actor, SB_ACTOR_DISSOLVED);

  if (founded != NULL)
    sb_stix_add_day (builder, "first_seen", sb_date_get_first_day (founded), FALSE);
  if (dissolved != NULL && (founded == NULL || sb_date_get_last_day (dissolved) >= sb_date_get_first_day (founded)))
    sb_stix_add_day (builder, "last_seen", sb_date_get_last_day (dissolved), TRUE);
}

/* Closes an object of @record: evidence, and the words in the other language. */
static gboolean
finish (SbStixWriter *self,
        JsonBuilder *builder,
        const char *id,
        SbRecord *record,
        const SbStixWords *words,
        GError **error)
{
  SbLanguage language = sb_stix_writer_add_words (self, builder, words);

  if (!sb_stix_writer_add_evidence (self, builder, id, record, error))
    {
      g_object_unref (builder);
      return FALSE;
    }

  return sb_stix_writer_end (self, builder, error) &&
         sb_stix_writer_add_translation (self, id, record, language, words, error);
}

static gboolean
write_actor (SbStixWriter *self,
             SbRecord *actor,
             GError **error)
{
  const char *type = get_actor_type (actor);
  g_autofree char *id = sb_stix_dup_id (type, sb_record_get_uuid (actor));
  JsonBuilder *builder = sb_stix_writer_begin (self, type, id, actor);
  const SbStixWords words[] = {
    { "name", sb_record_get_bilingual (actor, SB_ACTOR_NAME) },
    { "description", sb_record_get_bilingual (actor, SB_ACTOR_SUMMARY) },
    { NULL, NULL },
  };

  if (builder == NULL)
    return TRUE;

  add_label (builder, _sb_record_get_term_name (actor, SB_ACTOR_FAMILY));
  if (g_str_equal (type, "threat-actor"))
    {
      add_aliases (builder, actor);
      add_lifetime (builder, actor);
    }
  else
    _sb_json_add_text (builder, "identity_class", get_identity_class (sb_record_get_term (actor, SB_ACTOR_KIND, -1)));

  return finish (self, builder, id, actor, words, error);
}

/* The id of the object for an actor, which is written if it is not there; *@id is
 * NULL when there is none. */
static gboolean
need_actor (SbStixWriter *self,
            SbRef *ref,
            char **id,
            GError **error)
{
  SbRecord *actor;

  *id = NULL;
  if (!look_up (self, ref, &actor, error))
    return FALSE;
  if (actor == NULL)
    return TRUE;

  *id = sb_stix_dup_id (get_actor_type (actor), sb_record_get_uuid (actor));
  return write_actor (self, actor, error);
}

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

static gboolean
write_place (SbStixWriter *self,
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

  add_label (builder, kind);
  _sb_json_add_text (builder, "country", sb_record_get_text (place, SB_PLACE_COUNTRY));
  if (g_strcmp0 (kind, "town") == 0 || g_strcmp0 (kind, "village") == 0)
    _sb_json_add_text (builder, "city", sb_record_get_title (place, self->exporter->request->language));
  add_position (builder, place);
  return finish (self, builder, id, place, words, error);
}

static gboolean
need_place (SbStixWriter *self,
            SbRef *ref,
            char **id,
            GError **error)
{
  SbRecord *place;

  *id = NULL;
  if (!look_up (self, ref, &place, error))
    return FALSE;
  if (place == NULL || !is_location (place))
    return TRUE;

  *id = sb_stix_dup_id ("location", sb_record_get_uuid (place));
  return write_place (self, place, error);
}

/* A tie of two objects that @record tells of; nothing when one is missing. */
static gboolean
write_tie (SbStixWriter *self,
           SbRecord *record,
           const char *from,
           const char *type,
           const char *to,
           GError **error)
{
  g_autofree char *id = NULL;
  JsonBuilder *builder;

  if (from == NULL || to == NULL)
    return TRUE;

  id = sb_stix_dup_derived_id ("relationship", from, type, to);
  builder = sb_stix_writer_begin (self, "relationship", id, record);
  if (builder == NULL)
    return TRUE;

  _sb_json_add_text (builder, "relationship_type", type);
  _sb_json_add_text (builder, "source_ref", from);
  _sb_json_add_text (builder, "target_ref", to);
  return sb_stix_writer_end (self, builder, error);
}

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

      if (!need_actor (self, sb_record_get_ref (item, SB_EVENT_ACTOR_ACTOR), &actor, error) ||
          !write_tie (self, event, id, type, actor, error))
        return FALSE;
    }

  for (guint i = 0; i < sb_record_get_n_items (event, SB_EVENT_PLACES); i++)
    {
      SbRecord *item = sb_record_get_item (event, SB_EVENT_PLACES, i);
      g_autofree char *place = NULL;

      if (!need_place (self, sb_record_get_ref (item, SB_EVENT_PLACE_PLACE), &place, error) ||
          !write_tie (self, event, id, "located-at", place, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_event (SbStixWriter *self,
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

  begin_extension (builder);
  _sb_json_add_text (builder, "record_kind", "event");
  _sb_json_add_text (builder, "event_type", _sb_record_get_term_name (event, SB_EVENT_TYPE));
  _sb_json_add_text (builder, "event_subtype", _sb_record_get_term_name (event, SB_EVENT_SUBTYPE));
  add_date (builder, date, NULL);
  if (sb_record_has (event, SB_EVENT_FATALITIES_LOW))
    _sb_json_add_integer (builder, "fatalities_low", sb_record_get_integer (event, SB_EVENT_FATALITIES_LOW, 0));
  if (sb_record_has (event, SB_EVENT_FATALITIES_HIGH))
    _sb_json_add_integer (builder, "fatalities_high", sb_record_get_integer (event, SB_EVENT_FATALITIES_HIGH, 0));
  end_extension (builder);
  return finish (self, builder, id, event, words, error) && write_event_ties (self, event, id, error);
}

static gboolean
write_restriction_ties (SbStixWriter *self,
                        SbRecord *restriction,
                        const char *id,
                        GError **error)
{
  g_autofree char *imposer = NULL;

  if (!need_actor (self, sb_record_get_ref (restriction, SB_RESTRICTION_IMPOSED_BY), &imposer, error) ||
      !write_tie (self, restriction, id, "attributed-to", imposer, error))
    return FALSE;

  for (guint i = 0; i < sb_record_get_n_items (restriction, SB_RESTRICTION_PLACES); i++)
    {
      SbRecord *item = sb_record_get_item (restriction, SB_RESTRICTION_PLACES, i);
      g_autofree char *place = NULL;

      if (!need_place (self, sb_record_get_ref (item, SB_RESTRICTION_PLACE_PLACE), &place, error) ||
          !write_tie (self, restriction, id, "located-at", place, error))
        return FALSE;
    }

  for (guint i = 0; i < sb_record_get_n_items (restriction, SB_RESTRICTION_STRETCHES); i++)
    {
      SbRecord *item = sb_record_get_item (restriction, SB_RESTRICTION_STRETCHES, i);
      g_autofree char *origin = NULL;
      g_autofree char *destination = NULL;

      if (!need_place (self, sb_record_get_ref (item, SB_RESTRICTION_STRETCH_ORIGIN), &origin, error) ||
          !need_place (self, sb_record_get_ref (item, SB_RESTRICTION_STRETCH_DESTINATION), &destination, error) ||
          !write_tie (self, restriction, id, "located-at", origin, error) ||
          !write_tie (self, restriction, id, "located-at", destination, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_restriction (SbStixWriter *self,
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

  begin_extension (builder);
  _sb_json_add_text (builder, "record_kind", "restriction");
  _sb_json_add_text (builder, "event_type", _sb_record_get_term_name (restriction, SB_RESTRICTION_KIND));
  add_date (builder, sb_record_get_date (restriction, SB_RESTRICTION_SINCE), sb_record_get_date (restriction, SB_RESTRICTION_UNTIL));
  end_extension (builder);
  return finish (self, builder, id, restriction, words, error) && write_restriction_ties (self, restriction, id, error);
}

static void
add_times (JsonBuilder *builder,
           SbDate *since,
           SbDate *until)
{
  if (since != NULL)
    sb_stix_add_day (builder, "start_time", sb_date_get_first_day (since), FALSE);
  if (until != NULL && (since == NULL || sb_date_get_last_day (until) >= sb_date_get_first_day (since)))
    sb_stix_add_day (builder, "stop_time", sb_date_get_last_day (until), TRUE);
}

/* A relationship that is a record of its own. Takes over @from and @to. */
static gboolean
write_dated_tie (SbStixWriter *self,
                 SbRecord *record,
                 const char *from,
                 const char *type,
                 const char *to,
                 SbDate *since,
                 SbDate *until,
                 SbBilingual *summary,
                 GError **error)
{
  g_autofree char *id = sb_stix_dup_id ("relationship", sb_record_get_uuid (record));
  const SbStixWords words[] = { { "description", summary }, { NULL, NULL } };
  JsonBuilder *builder;

  if (from == NULL || to == NULL)
    return TRUE;

  builder = sb_stix_writer_begin (self, "relationship", id, record);
  if (builder == NULL)
    return TRUE;

  _sb_json_add_text (builder, "relationship_type", type);
  _sb_json_add_text (builder, "source_ref", from);
  _sb_json_add_text (builder, "target_ref", to);
  add_times (builder, since, until);
  return finish (self, builder, id, record, words, error);
}

static gboolean
write_relation (SbStixWriter *self,
                SbRecord *relation,
                GError **error)
{
  g_autofree char *subject = NULL;
  g_autofree char *object = NULL;

  return need_actor (self, sb_record_get_ref (relation, SB_RELATION_SUBJECT), &subject, error) &&
         need_actor (self, sb_record_get_ref (relation, SB_RELATION_OBJECT), &object, error) &&
         write_dated_tie (self, relation, subject, _sb_record_get_term_name (relation, SB_RELATION_KIND), object,
                          sb_record_get_date (relation, SB_RELATION_SINCE), sb_record_get_date (relation, SB_RELATION_UNTIL),
                          sb_record_get_bilingual (relation, SB_RELATION_SUMMARY), error);
}

static gboolean
write_control (SbStixWriter *self,
               SbRecord *control,
               GError **error)
{
  g_autofree char *holder = NULL;
  g_autofree char *place = NULL;

  return need_actor (self, sb_record_get_ref (control, SB_CONTROL_HOLDER), &holder, error) &&
         need_place (self, sb_record_get_ref (control, SB_CONTROL_PLACE), &place, error) &&
         write_dated_tie (self, control, holder, _sb_record_get_term_name (control, SB_CONTROL_KIND), place,
                          sb_record_get_date (control, SB_CONTROL_SINCE), sb_record_get_date (control, SB_CONTROL_UNTIL),
                          sb_record_get_bilingual (control, SB_CONTROL_SUMMARY), error);
}

static void
add_refs (JsonBuilder *builder,
          GPtrArray *ids)
{
  begin_list (builder, "object_refs");
  for (guint i = 0; i < ids->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (ids, i));
  json_builder_end_array (builder);
}

static gboolean
write_alliance (SbStixWriter *self,
                SbRecord *alliance,
                GError **error)
{
  g_autofree char *id = sb_stix_dup_id ("grouping", sb_record_get_uuid (alliance));
  g_autoptr (GPtrArray) parties = g_ptr_array_new_with_free_func (g_free);
  JsonBuilder *builder;
  const SbStixWords words[] = {
    { "name", sb_record_get_bilingual (alliance, SB_ALLIANCE_NAME) },
    { "description", sb_record_get_bilingual (alliance, SB_ALLIANCE_SUMMARY) },
    { NULL, NULL },
  };

  for (guint i = 0; i < sb_record_get_n_items (alliance, SB_ALLIANCE_PARTIES); i++)
    {
      SbRecord *item = sb_record_get_item (alliance, SB_ALLIANCE_PARTIES, i);
      char *party;

      if (!need_actor (self, sb_record_get_ref (item, SB_ALLIANCE_PARTY_ACTOR), &party, error))
        return FALSE;
      if (party != NULL)
        g_ptr_array_add (parties, party);
    }

  builder = parties->len > 0 ? sb_stix_writer_begin (self, "grouping", id, alliance) : NULL;
  if (builder == NULL)
    return TRUE;

  _sb_json_add_text (builder, "context", "unspecified");
  add_label (builder, "alliance");
  add_refs (builder, parties);
  return finish (self, builder, id, alliance, words, error);
}

static const char *
get_opinion (int stance)
{
  switch (stance)
    {
    case SB_CLAIM_STANCE_CONFIRMS:
      return "strongly-agree";

    case SB_CLAIM_STANCE_DENIES:
      return "strongly-disagree";

    case SB_CLAIM_STANCE_MINIMISES:
    case SB_CLAIM_STANCE_CONTESTS:
      return "disagree";

    case SB_CLAIM_STANCE_ASSERTS:
    case SB_CLAIM_STANCE_CLAIMS:
    default:
      return "agree";
    }
}

/* What one speaker says of a claim, in the words and the language of that day. */
static gboolean
write_statement (SbStixWriter *self,
                 SbRecord *claim,
                 guint position,
                 const char *note,
                 GError **error)
{
  SbRecord *statement = sb_record_get_item (claim, SB_CLAIM_STATEMENTS, position);
  SbRef *speaker = sb_record_get_ref (statement, SB_CLAIM_STATEMENT_SPEAKER);
  const char *words = sb_record_get_text (statement, SB_CLAIM_STATEMENT_WORDS);
  g_autofree char *number = g_strdup_printf ("%u", position);
  g_autofree char *id = sb_stix_dup_derived_id ("opinion", note, "statement", number);
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  JsonBuilder *builder = sb_stix_writer_begin (self, "opinion", id, claim);

  if (builder == NULL)
    return TRUE;

  _sb_json_add_text (builder, "opinion", get_opinion (sb_record_get_term (statement, SB_CLAIM_STATEMENT_STANCE, -1)));
  add_label (builder, _sb_record_get_term_name (statement, SB_CLAIM_STATEMENT_STANCE));
  if (words != NULL)
    {
      _sb_json_add_text (builder, "lang", sb_record_get_text (statement, SB_CLAIM_STATEMENT_LANGUAGE));
      _sb_json_add_text (builder, "explanation", words);
    }
  if (speaker != NULL)
    {
      begin_list (builder, "authors");
      json_builder_add_string_value (builder, sb_ref_get_name (speaker, self->exporter->request->language));
      json_builder_end_array (builder);
    }
  g_ptr_array_add (notes, (gpointer) note);
  add_refs (builder, notes);
  return sb_stix_writer_end (self, builder, error);
}

/* What a claim is about, as far as it is in the bundle, and who speaks of it. */
static gboolean
list_claim_refs (SbStixWriter *self,
                 SbRecord *claim,
                 GPtrArray *ids,
                 GError **error)
{
  SbRef *about = sb_record_get_ref (claim, SB_CLAIM_ABOUT);
  SbKind kind = about != NULL ? sb_ref_get_kind (about) : SB_KIND_NONE;
  char *id = NULL;

  if (kind == SB_KIND_ACTOR && !need_actor (self, about, &id, error))
    return FALSE;
  if (kind == SB_KIND_PLACE && !need_place (self, about, &id, error))
    return FALSE;
  if (kind == SB_KIND_EVENT || kind == SB_KIND_RESTRICTION)
    id = sb_stix_dup_id ("incident", sb_ref_get_uuid (about));
  if (id != NULL && g_hash_table_contains (self->written, id))
    g_ptr_array_add (ids, id);
  else
    g_free (id);

  for (guint i = 0; i < sb_record_get_n_items (claim, SB_CLAIM_STATEMENTS); i++)
    {
      SbRecord *statement = sb_record_get_item (claim, SB_CLAIM_STATEMENTS, i);

      if (!need_actor (self, sb_record_get_ref (statement, SB_CLAIM_STATEMENT_SPEAKER), &id, error))
        return FALSE;
      if (id != NULL && !g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL))
        g_ptr_array_add (ids, g_steal_pointer (&id));
      g_clear_pointer (&id, g_free);
    }

  return TRUE;
}

static gboolean
write_claim (SbStixWriter *self,
             SbRecord *claim,
             GError **error)
{
  g_autofree char *id = sb_stix_dup_id ("note", sb_record_get_uuid (claim));
  g_autoptr (GPtrArray) refs = g_ptr_array_new_with_free_func (g_free);
  const SbStixWords words[] = { { "content", sb_record_get_bilingual (claim, SB_CLAIM_PROPOSITION) }, { NULL, NULL } };
  JsonBuilder *builder;

  if (!list_claim_refs (self, claim, refs, error))
    return FALSE;

  builder = refs->len > 0 ? sb_stix_writer_begin (self, "note", id, claim) : NULL;
  if (builder == NULL)
    return TRUE;

  add_label (builder, "claim");
  add_refs (builder, refs);
  if (!finish (self, builder, id, claim, words, error))
    return FALSE;

  for (guint i = 0; i < sb_record_get_n_items (claim, SB_CLAIM_STATEMENTS); i++)
    if (!write_statement (self, claim, i, id, error))
      return FALSE;

  return TRUE;
}

static gboolean
write_source (SbStixWriter *self,
              SbRecord *source,
              GError **error)
{
  g_autofree char *id = sb_stix_dup_id ("identity", sb_record_get_uuid (source));
  JsonBuilder *builder = sb_stix_writer_begin (self, "identity", id, source);
  int kind = sb_record_get_term (source, SB_SOURCE_KIND, -1);
  const SbStixWords words[] = { { "description", sb_record_get_bilingual (source, SB_SOURCE_DESCRIPTOR) }, { NULL, NULL } };

  if (builder == NULL)
    return TRUE;

  _sb_json_add_text (builder, "name", sb_record_get_text (source, SB_SOURCE_NAME));
  _sb_json_add_text (builder, "identity_class",
                     kind == SB_SOURCE_KIND_PERSON || kind == SB_SOURCE_KIND_ANONYMOUS ? "individual" : "organization");
  add_label (builder, _sb_record_get_term_name (source, SB_SOURCE_KIND));
  return finish (self, builder, id, source, words, error);
}

/* A document is the report that the objects resting on it are in, and its source
 * made it. */
static gboolean
write_document (SbStixWriter *self,
                SbRecord *document,
                GError **error)
{
  g_autofree char *id = sb_stix_dup_id ("report", sb_record_get_uuid (document));
  gint64 key = sb_record_get_id (document);
  GPtrArray *refs = g_hash_table_lookup (self->by_document, &key);
  SbDate *date = sb_record_get_date (document, SB_DOCUMENT_DATE);
  SbRecord *source;
  JsonBuilder *builder;
  int day;

  if (!look_up (self, sb_record_get_ref (document, SB_DOCUMENT_SOURCE), &source, error) ||
      (source != NULL && !write_source (self, source, error)))
    return FALSE;

  builder = refs != NULL ? sb_stix_writer_begin (self, "report", id, document) : NULL;
  if (builder == NULL)
    return TRUE;

  if (source != NULL)
    {
      g_autofree char *creator = sb_stix_dup_id ("identity", sb_record_get_uuid (source));

      _sb_json_add_text (builder, "created_by_ref", creator);
    }
  _sb_json_add_text (builder, "name", sb_record_get_text (document, SB_DOCUMENT_TITLE));
  _sb_json_add_text (builder, "lang", sb_record_get_text (document, SB_DOCUMENT_LANGUAGE));
  _sb_json_add_text (builder, "description", sb_record_get_text (document, SB_DOCUMENT_LEAD));
  day = date != NULL ? sb_date_get_first_day (date) : sb_day_from_time (sb_record_get_time (document, SB_DOCUMENT_FETCHED));
  if (day <= SB_DATE_DAY_MIN)
    day = sb_day_from_time (sb_record_get_created (document));
  sb_stix_add_day (builder, "published", day, FALSE);
  add_refs (builder, refs);
  return sb_stix_writer_end (self, builder, error);
}

/* The functions above, as those that are called with each record. */
typedef gboolean (*WriteFunc) (SbStixWriter *self,
                               SbRecord *record,
                               GError **error);

static const struct
{
  SbKind kind;
  WriteFunc write;
} kinds[] = {
  { SB_KIND_ACTOR, write_actor },
  { SB_KIND_PLACE, write_place },
  { SB_KIND_EVENT, write_event },
  { SB_KIND_RESTRICTION, write_restriction },
  { SB_KIND_RELATION, write_relation },
  { SB_KIND_CONTROL, write_control },
  { SB_KIND_ALLIANCE, write_alliance },
  { SB_KIND_CLAIM, write_claim },
  { SB_KIND_SOURCE, write_source },
  { SB_KIND_DOCUMENT, write_document },
};

typedef struct
{
  SbStixWriter *writer; /* (unowned) */
  WriteFunc write;
} Call;

static gboolean
write_record (SbExporter *exporter,
              SbRecord *record,
              gpointer data,
              GError **error)
{
  Call *call = data;

  return call->write (call->writer, record, error);
}

/* The extension, and who defines it. */
static gboolean
write_definition (SbExporter *exporter,
                  GError **error)
{
  exporter->n_records += 2;
  return _sb_exporter_write (
    exporter,
    "\n{\"type\":\"identity\",\"spec_version\":\"2.1\",\"id\":\"" AUTHOR "\",\"created\":\"" DEFINED "\",\"modified\":\"" DEFINED
    "\",\"name\":\"SahelBrief\",\"identity_class\":\"system\"},\n"
    "{\"type\":\"extension-definition\",\"spec_version\":\"2.1\",\"id\":\"" EXTENSION "\",\"created\":\"" DEFINED
    "\",\"modified\":\"" DEFINED "\",\"created_by_ref\":\"" AUTHOR "\",\"name\":\"SahelBrief\",\"description\":"
    "\"Dates as they are known, types and fatalities of incidents.\",\"schema\":\"" SCHEMA
    "\",\"version\":\"1.0.0\",\"extension_types\":[\"property-extension\"]}",
    error);
}

gboolean
_sb_export_stix (SbExporter *self,
                 GError **error)
{
  g_auto (SbStixWriter) writer = { 0 };
  g_autofree char *id = NULL;
  g_autofree char *end = NULL;

  sb_stix_writer_init (&writer, self);
  if (!_sb_exporter_write (self, "{\"type\":\"bundle\",\"objects\":[", error) || !write_definition (self, error))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      Call call = { &writer, kinds[i].write };

      if (!_sb_exporter_each (self, kinds[i].kind, write_record, &call, error))
        return FALSE;
    }

  /* Last, because it is called after all that is in it. */
  id = sb_stix_dup_derived_id ("bundle", g_checksum_get_string (writer.sum), "", "");
  end = g_strdup_printf ("\n],\"id\":\"%s\"}\n", id);
  return _sb_exporter_write (self, end, error);
}
