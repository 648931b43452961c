/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-tie-json.h"

#include "sb-catalogue-error.h"
#include "sb-change-set-private.h"
#include "sb-json-member.h"

static const struct
{
  const char *name;
  const char *members[6]; /* NULL-terminated */
} kinds[SB_N_TIE_KINDS] = {
  [SB_TIE_EVIDENCE] = { "evidence", { "@kind", "record", "extract", "stance", "credibility" } },
  [SB_TIE_MEMBER] = { "member", { "@kind", "dossier", "record" } },
  [SB_TIE_VERSION] = { "version", { "@kind", "topic", "record", "retained" } },
};

const char *
_sb_tie_kind_get_name (SbTieKind kind)
{
  return kind < SB_N_TIE_KINDS ? kinds[kind].name : NULL;
}

SbTieKind
_sb_tie_kind_parse (const char *name)
{
  for (guint i = 0; i < SB_N_TIE_KINDS; i++)
    if (g_str_equal (kinds[i].name, name))
      return (SbTieKind) i;

  return SB_N_TIE_KINDS;
}

static void
write_ref (JsonBuilder *builder,
           const char *name,
           SbRef *ref)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  sb_json_member_add_text (builder, "kind", sb_kind_get_name (sb_ref_get_kind (ref)));
  sb_json_member_add_text (builder, "uuid", sb_ref_get_uuid (ref));
  json_builder_end_object (builder);
}

char *
_sb_tie_write (const SbTie *tie)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  sb_json_member_add_text (builder, "@kind", _sb_tie_kind_get_name (tie->kind));
  sb_json_member_add_text (builder, "topic", tie->topic);
  write_ref (builder, tie->kind == SB_TIE_MEMBER ? "dossier" : "record", tie->owner);
  if (tie->other != NULL)
    write_ref (builder, tie->kind == SB_TIE_MEMBER ? "record" : "extract", tie->other);
  sb_json_member_add_text (builder, "stance", tie->stance);
  sb_json_member_add_text (builder, "credibility", tie->credibility);
  if (tie->retained)
    {
      json_builder_set_member_name (builder, "retained");
      json_builder_add_boolean_value (builder, TRUE);
    }
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

static gboolean
fail (GError **error,
      const char *name)
{
  g_set_error (error, SB_CATALOGUE_ERROR, SB_CATALOGUE_ERROR_FORMAT, "“%s” is not as it should be", name);
  return FALSE;
}

/* The reference of a member, of @kind if it is not NONE. */
static SbRef *
read_ref (JsonObject *object,
          const char *name,
          SbKind kind,
          GError **error)
{
  JsonNode *node = json_object_get_member (object, name);
  const char *kind_name;
  const char *uuid;
  SbKind found = kind;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    {
      fail (error, name);
      return NULL;
    }

  kind_name = sb_json_member_get_text (json_node_get_object (node), "kind");
  uuid = sb_json_member_get_text (json_node_get_object (node), "uuid");
  if (kind_name != NULL)
    found = sb_kind_parse (kind_name);
  if (found == SB_KIND_NONE || (kind != SB_KIND_NONE && found != kind) || uuid == NULL || !g_uuid_string_is_valid (uuid))
    {
      fail (error, name);
      return NULL;
    }

  return sb_ref_new (found, 0, uuid, NULL);
}

gboolean
_sb_tie_read_ends (JsonObject *object,
                   SbRef **record,
                   SbRef **other,
                   GError **error)
{
  const char *end = json_object_has_member (object, "extract") ? "extract" : "dossier";

  *other = NULL;
  *record = read_ref (object, "record", SB_KIND_NONE, error);
  if (*record == NULL || !json_object_has_member (object, end))
    return *record != NULL;

  *other = read_ref (object, end, SB_KIND_NONE, error);
  return *other != NULL;
}

/* The value of the term in a member; @fallback when there is none. */
static gboolean
read_term (JsonObject *object,
           const char *name,
           const SbVocabulary *vocabulary,
           int fallback,
           int *value,
           GError **error)
{
  const char *text = sb_json_member_get_text (object, name);
  const SbTerm *term = text != NULL ? sb_vocabulary_find_name (vocabulary, text) : NULL;

  *value = term != NULL ? term->value : fallback;
  return term != NULL || !json_object_has_member (object, name) || fail (error, name);
}

static gboolean
add_evidence (JsonObject *object,
              SbTieState state,
              SbChangeSet *changes,
              GError **error)
{
  g_autoptr (SbRef) record = read_ref (object, "record", SB_KIND_NONE, error);
  g_autoptr (SbRef) extract = record != NULL ? read_ref (object, "extract", SB_KIND_EXTRACT, error) : NULL;
  int credibility;
  int stance;

  if (extract == NULL ||
      !read_term (object, "stance", &sb_stance_vocabulary, SB_STANCE_SUPPORTS, &stance, error) ||
      !read_term (object, "credibility", &sb_credibility_vocabulary, SB_CREDIBILITY_NONE, &credibility, error))
    return FALSE;

  if (state == SB_TIE_MADE)
    sb_change_set_put_evidence (changes, record, extract, (SbStance) stance, (SbCredibility) credibility);
  else
    sb_change_set_remove_evidence (changes, record, extract);
  return TRUE;
}

static gboolean
add_member (JsonObject *object,
            SbTieState state,
            SbChangeSet *changes,
            GError **error)
{
  g_autoptr (SbRef) dossier = read_ref (object, "dossier", SB_KIND_DOSSIER, error);
  g_autoptr (SbRef) record = dossier != NULL ? read_ref (object, "record", SB_KIND_NONE, error) : NULL;

  if (record == NULL)
    return FALSE;

  if (state == SB_TIE_MADE)
    sb_change_set_add_member (changes, dossier, record);
  else
    _sb_change_set_remove_member (changes, dossier, record);
  return TRUE;
}

static gboolean
add_version (JsonObject *object,
             SbTieState state,
             SbChangeSet *changes,
             GError **error)
{
  g_autoptr (SbRef) record = read_ref (object, "record", SB_KIND_NONE, error);
  const char *topic = sb_json_member_get_text (object, "topic");
  JsonNode *retained = json_object_get_member (object, "retained");

  if (record == NULL)
    return FALSE;

  if (topic == NULL || !g_uuid_string_is_valid (topic))
    return fail (error, "topic");
  if (retained != NULL && (!JSON_NODE_HOLDS_VALUE (retained) || json_node_get_value_type (retained) != G_TYPE_BOOLEAN))
    return fail (error, "retained");

  if (state == SB_TIE_MADE)
    sb_change_set_put_version (changes, record, topic, retained != NULL && json_node_get_boolean (retained));
  else
    sb_change_set_remove_version (changes, record);
  return TRUE;
}

gboolean
_sb_tie_add_to (JsonObject *object,
                SbTieKind kind,
                SbTieState state,
                SbChangeSet *changes,
                GError **error)
{
  g_autoptr (GList) members = json_object_get_members (object);

  for (GList *l = members; l != NULL; l = l->next)
    if (!g_strv_contains (kinds[kind].members, l->data))
      return fail (error, l->data);

  switch (kind)
    {
    case SB_TIE_EVIDENCE:
      return add_evidence (object, state, changes, error);

    case SB_TIE_MEMBER:
      return add_member (object, state, changes, error);

    case SB_TIE_VERSION:
    case SB_N_TIE_KINDS:
    default:
      return add_version (object, state, changes, error);
    }
}
