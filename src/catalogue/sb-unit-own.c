/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-unit-private.h"

#include "sb-catalogue-error.h"
#include "sb-json-member.h"
#include "sb-mention-store-private.h"
#include "sb-text.h"

#include <json-glib/json-glib.h>

/* What the reader says of texts once and for all, and the searches that they keep. They
 * are no records; but what is done to them is written down, as JSON of their own, so that
 * it can be undone in its turn. */

#define RULE   "mention-rule"
#define SEARCH "saved-search"

/* What is done counts as a change of documents: lists of these follow it, in all programs
 * on the catalogue. */
#define COUNTED_KIND SB_KIND_DOCUMENT

gboolean
_sb_unit_is_own (const char *name)
{
  return g_str_equal (name, RULE) || g_str_equal (name, SEARCH);
}

static char *
end_json (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);

  return json_to_string (root, FALSE);
}

static char *
write_rule (const char *text,
            const char *kind, /* (nullable) */
            const char *uuid) /* (nullable) */
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_object (builder);
  sb_json_member_add_text (builder, "text", text);
  if (kind != NULL && uuid != NULL)
    {
      sb_json_member_add_text (builder, "kind", kind);
      sb_json_member_add_text (builder, "uuid", uuid);
    }
  json_builder_end_object (builder);
  return end_json (builder);
}

/* What is said of @words by now; *@json is NULL when that is nothing. */
static gboolean
load_rule (SbUnit *self,
           const char *words,
           char **json,
           GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self->store, "get-mention-rule", error);
  g_autoptr (GError) failure = NULL;

  *json = NULL;
  if (statement == NULL)
    return FALSE;

  sb_statement_bind_text (statement, ":words", words);
  if (sb_statement_step (statement, &failure))
    *json = write_rule (sb_statement_get_text (statement, "text"), sb_statement_get_text (statement, "kind"), sb_statement_get_text (statement, "uuid"));

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
put_rule (SbUnit *self,
          const char *words,
          const char *text,
          gint64 record,
          GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self->store, "put-mention-rule", error);

  if (statement == NULL)
    return FALSE;

  sb_statement_bind_text (statement, ":words", words);
  sb_statement_bind_text (statement, ":text", text);
  if (record != 0)
    sb_statement_bind_int (statement, ":record", record);
  sb_statement_bind_int (statement, ":time", self->now);
  return sb_statement_run (statement, error);
}

static gboolean
remove_rule (SbUnit *self,
             const char *words,
             GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self->store, "remove-mention-rule", error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;

  sb_statement_bind_text (statement, ":words", words);
  sb_statement_step (statement, &failure);
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

gboolean
_sb_unit_change_mention_rule (SbUnit *self,
                              SbChange *change,
                              GError **error)
{
  gboolean is_put = change->type == SB_CHANGE_PUT_MENTION_RULE;
  g_autofree char *words = sb_fold (change->text);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  SbKnown known = { 0 };

  if (*words == '\0')
    {
      g_set_error_literal (error, SB_CATALOGUE_ERROR, SB_CATALOGUE_ERROR_INVALID, "a text without a letter");
      return FALSE;
    }

  if (change->ref != NULL && !_sb_unit_find (self, change->ref, &known, error))
    return FALSE;
  /* What it named is gone meanwhile: there is nothing to come back to. */
  if (change->ref != NULL && known.id == 0 && self->is_reverting)
    return TRUE;
  if (change->ref != NULL && known.id == 0 && !_sb_unit_resolve (self, change->ref, &known, error))
    return FALSE;
  if (!load_rule (self, words, &before, error))
    return FALSE;

  if (is_put ? !put_rule (self, words, change->text, known.id, error) : !remove_rule (self, words, error))
    return FALSE;
  if (!load_rule (self, words, &after, error))
    return FALSE;
  if (g_strcmp0 (before, after) == 0)
    return TRUE;

  if (!_sb_mention_rule_note (self->store, change->text, error))
    return FALSE;

  _sb_unit_mark_changed (self, COUNTED_KIND);
  _sb_unit_take_entry (self, known.id, RULE, g_steal_pointer (&before), g_steal_pointer (&after));
  return TRUE;
}

/* A search as it is stored; *@json is NULL when there is none. */
static gboolean
load_search (SbUnit *self,
             const char *uuid,
             char **json,
             GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self->store, "get-saved-search", error);
  g_autoptr (GError) failure = NULL;

  *json = NULL;
  if (statement == NULL)
    return FALSE;

  sb_statement_bind_text (statement, ":uuid", uuid);
  if (sb_statement_step (statement, &failure))
    {
      g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

      json_builder_begin_object (builder);
      sb_json_member_add_text (builder, "uuid", uuid);
      sb_json_member_add_text (builder, "name", sb_statement_get_text (statement, "name"));
      sb_json_member_add_text (builder, "query", sb_statement_get_text (statement, "query"));
      json_builder_set_member_name (builder, "watched");
      json_builder_add_boolean_value (builder, sb_statement_get_boolean (statement, "watched"));
      json_builder_set_member_name (builder, "seen");
      json_builder_add_int_value (builder, sb_statement_get_int (statement, "seen"));
      json_builder_set_member_name (builder, "told");
      json_builder_add_int_value (builder, sb_statement_get_int (statement, "told"));
      json_builder_end_object (builder);
      *json = end_json (builder);
    }

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
put_search (SbUnit *self,
            const SbSavedSearch *search,
            gboolean is_new,
            GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self->store, is_new ? "add-saved-search" : "set-saved-search", error);

  if (statement == NULL)
    return FALSE;

  sb_statement_bind_text (statement, ":uuid", search->uuid);
  sb_statement_bind_text (statement, ":name", search->name);
  sb_statement_bind_text (statement, ":query", search->query);
  sb_statement_bind_int (statement, ":watched", search->is_watched);
  if (is_new && search->seen > 0)
    sb_statement_bind_int (statement, ":seen", search->seen);
  if (is_new && search->told > 0)
    sb_statement_bind_int (statement, ":told", search->told);
  if (is_new)
    sb_statement_bind_int (statement, ":now", self->now);
  return sb_statement_run (statement, error);
}

static gboolean
remove_search (SbUnit *self,
               const char *uuid,
               GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (self->store, "remove-saved-search", error);

  if (statement == NULL)
    return FALSE;

  sb_statement_bind_text (statement, ":uuid", uuid);
  return sb_statement_run (statement, error);
}

gboolean
_sb_unit_change_saved_search (SbUnit *self,
                              SbChange *change,
                              GError **error)
{
  const SbSavedSearch *search = change->search;
  gboolean is_put = change->type == SB_CHANGE_PUT_SAVED_SEARCH;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (!load_search (self, search->uuid, &before, error))
    return FALSE;
  if (is_put ? !put_search (self, search, before == NULL, error) : !remove_search (self, search->uuid, error))
    return FALSE;
  if (!load_search (self, search->uuid, &after, error))
    return FALSE;
  if (g_strcmp0 (before, after) == 0)
    return TRUE;

  _sb_unit_mark_changed (self, COUNTED_KIND);
  _sb_unit_take_entry (self, 0, SEARCH, g_steal_pointer (&before), g_steal_pointer (&after));
  return TRUE;
}

/* NULL with an error when it is no object with the texts that it needs. */
static JsonObject *
read_object (const char *json,
             const char *needed,
             GError **error)
{
  g_autoptr (JsonNode) node = json_from_string (json, error);
  JsonObject *object = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

  if (object != NULL && json_object_get_string_member_with_default (object, needed, NULL) != NULL)
    return json_object_ref (object);

  if (node != NULL)
    g_set_error (error, SB_CATALOGUE_ERROR, SB_CATALOGUE_ERROR_FORMAT, "“%s” is not as it should be", needed);
  return NULL;
}

/* The record that a rule leads to; NULL when it names nothing. */
static SbRef *
read_ref (JsonObject *object)
{
  const char *uuid = json_object_get_string_member_with_default (object, "uuid", NULL);
  SbKind kind = sb_kind_parse (json_object_get_string_member_with_default (object, "kind", ""));

  return uuid != NULL && kind != SB_KIND_NONE ? sb_ref_new (kind, 0, uuid, NULL) : NULL;
}

static gboolean
revert_rule (JsonObject *object,
             gboolean is_made,
             SbChangeSet *changes)
{
  const char *text = json_object_get_string_member (object, "text");
  g_autoptr (SbRef) ref = read_ref (object);

  if (is_made)
    sb_change_set_put_mention_rule (changes, text, ref);
  else
    sb_change_set_remove_mention_rule (changes, text);
  return TRUE;
}

static gboolean
revert_search (JsonObject *object,
               gboolean is_made,
               SbChangeSet *changes)
{
  const SbSavedSearch search = {
    .uuid = (char *) json_object_get_string_member (object, "uuid"),
    .name = (char *) json_object_get_string_member_with_default (object, "name", ""),
    .query = (char *) json_object_get_string_member_with_default (object, "query", ""),
    .is_watched = json_object_get_boolean_member_with_default (object, "watched", FALSE),
    .seen = json_object_get_int_member_with_default (object, "seen", 0),
    .told = json_object_get_int_member_with_default (object, "told", 0),
  };

  if (is_made)
    sb_change_set_put_saved_search (changes, &search);
  else
    sb_change_set_remove_saved_search (changes, search.uuid);
  return TRUE;
}

gboolean
_sb_unit_revert_own (const char *name,
                     const char *from,
                     const char *to,
                     SbChangeSet *changes,
                     GError **error)
{
  gboolean is_rule = g_str_equal (name, RULE);
  g_autoptr (JsonObject) object = read_object (to != NULL ? to : from, is_rule ? "text" : "uuid", error);

  if (object == NULL)
    return FALSE;

  return is_rule ? revert_rule (object, to != NULL, changes) : revert_search (object, to != NULL, changes);
}

static SbRef *
make_name (const char *words)
{
  g_autoptr (SbBilingual) name = sb_bilingual_new (words, words);

  return sb_ref_new (SB_KIND_NONE, 0, NULL, name);
}

gboolean
_sb_unit_name_own (const char *json,
                   SbRef **ref,
                   SbRef **other,
                   GError **error)
{
  g_autoptr (JsonNode) node = json_from_string (json, error);
  JsonObject *object = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *text;

  if (node == NULL)
    return FALSE;

  text = object != NULL ? json_object_get_string_member_with_default (object, "text", NULL) : NULL;
  *other = NULL;
  *ref = text != NULL ? read_ref (object) : NULL;
  if (*ref != NULL)
    *other = make_name (text);
  else
    *ref = make_name (text != NULL ? text : object != NULL ? json_object_get_string_member_with_default (object, "name", "")
                                                           : "");
  return TRUE;
}
