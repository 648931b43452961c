/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-exchange"

#include "config.h"

#include "sb-stix-kinds.h"

#include "sb-actor.h"
#include "sb-alliance.h"
#include "sb-relation.h"
#include "sb-stix-object.h"

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

/* The aliases of a threat actor. */
static void
add_aliases (JsonBuilder *builder,
             SbRecord *actor)
{
  const char *short_name = sb_record_get_text (actor, SB_ACTOR_SHORT_NAME);
  guint n_aliases = sb_record_get_n_items (actor, SB_ACTOR_ALIASES);

  if (n_aliases == 0 && short_name == NULL)
    return;

  sb_stix_begin_list (builder, "aliases");
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

gboolean
sb_stix_write_actor (SbStixWriter *self,
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

  sb_stix_add_label (builder, _sb_record_get_term_name (actor, SB_ACTOR_FAMILY));
  if (g_str_equal (type, "threat-actor"))
    {
      add_aliases (builder, actor);
      add_lifetime (builder, actor);
    }
  else
    _sb_json_add_text (builder, "identity_class", get_identity_class (sb_record_get_term (actor, SB_ACTOR_KIND, -1)));

  return sb_stix_finish (self, builder, id, actor, words, error);
}

gboolean
sb_stix_need_actor (SbStixWriter *self,
                    SbRef *ref,
                    char **id,
                    GError **error)
{
  SbRecord *actor;

  *id = NULL;
  if (!sb_stix_look_up (self, ref, &actor, error))
    return FALSE;
  if (actor == NULL)
    return TRUE;

  *id = sb_stix_dup_id (get_actor_type (actor), sb_record_get_uuid (actor));
  return sb_stix_write_actor (self, actor, error);
}

gboolean
sb_stix_write_relation (SbStixWriter *self,
                        SbRecord *relation,
                        GError **error)
{
  g_autofree char *subject = NULL;
  g_autofree char *object = NULL;

  return sb_stix_need_actor (self, sb_record_get_ref (relation, SB_RELATION_SUBJECT), &subject, error) &&
         sb_stix_need_actor (self, sb_record_get_ref (relation, SB_RELATION_OBJECT), &object, error) &&
         sb_stix_write_dated_tie (self, relation, subject, _sb_record_get_term_name (relation, SB_RELATION_KIND), object,
                                  sb_record_get_date (relation, SB_RELATION_SINCE), sb_record_get_date (relation, SB_RELATION_UNTIL),
                                  sb_record_get_bilingual (relation, SB_RELATION_SUMMARY), error);
}

gboolean
sb_stix_write_alliance (SbStixWriter *self,
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

      if (!sb_stix_need_actor (self, sb_record_get_ref (item, SB_ALLIANCE_PARTY_ACTOR), &party, error))
        return FALSE;
      if (party != NULL)
        g_ptr_array_add (parties, party);
    }

  builder = parties->len > 0 ? sb_stix_writer_begin (self, "grouping", id, alliance) : NULL;
  if (builder == NULL)
    return TRUE;

  _sb_json_add_text (builder, "context", "unspecified");
  sb_stix_add_label (builder, "alliance");
  sb_stix_add_refs (builder, parties);
  return sb_stix_finish (self, builder, id, alliance, words, error);
}
