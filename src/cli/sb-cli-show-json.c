/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-cli"

#include "config.h"

#include "sb-cli-show.h"

#include "sb-block.h"
#include "sb-cli-attachment.h"
#include "sb-record-json.h"
#include "sb-referrer.h"

static JsonArray *
write_records (GPtrArray *records)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < records->len; i++)
    json_array_add_element (array, sb_record_to_json (g_ptr_array_index (records, i), SB_RECORD_JSON_FULL));

  return array;
}

static JsonArray *
write_evidence (GPtrArray *evidence)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < evidence->len; i++)
    {
      SbRecord *record = g_ptr_array_index (evidence, i);
      g_autofree char *grade = sb_cli_format_grade (record);
      JsonNode *node = sb_record_to_json (record, SB_RECORD_JSON_FULL);

      json_object_set_string_member (json_node_get_object (node), "grade", grade);
      json_array_add_element (array, node);
    }

  return array;
}

/* {"events": {"total", "records": [reference…]}, …} */
static JsonObject *
write_referrers (GPtrArray *referrers)
{
  JsonObject *object = json_object_new ();

  for (guint i = 0; i < referrers->len; i++)
    {
      SbRecord *referrer = g_ptr_array_index (referrers, i);
      const char *kind = sb_kind_get_name (sb_ref_get_kind (sb_record_get_ref (referrer, SB_REFERRER_RECORD)));
      g_autoptr (JsonNode) node = sb_record_to_json (referrer, SB_RECORD_JSON_FULL);
      JsonNode *ref = json_object_get_member (json_node_get_object (node), "record");
      JsonObject *of_kind = json_object_has_member (object, kind) ? json_object_get_object_member (object, kind) : NULL;

      if (of_kind == NULL)
        {
          of_kind = json_object_new ();
          json_object_set_int_member (of_kind, "total", sb_record_get_integer (referrer, SB_REFERRER_TOTAL, 0));
          json_object_set_array_member (of_kind, "records", json_array_new ());
          json_object_set_object_member (object, kind, of_kind);
        }
      json_array_add_element (json_object_get_array_member (of_kind, "records"), json_node_copy (ref));
    }

  return object;
}

/* The role that is not written is told apart from one that is. */
static void
add_roles (const SbCliShown *self,
           JsonObject *object)
{
  JsonArray *statements = json_object_has_member (object, "statements") ? json_object_get_array_member (object, "statements") : NULL;

  for (guint i = 0; statements != NULL && i < json_array_get_length (statements); i++)
    {
      SbBilingual *role = sb_cli_shown_get_role (self, i);
      JsonObject *words;

      if (role == NULL)
        continue;

      words = json_object_new ();
      if (sb_bilingual_get (role, SB_LANGUAGE_FR) != NULL)
        json_object_set_string_member (words, "fr", sb_bilingual_get (role, SB_LANGUAGE_FR));
      if (sb_bilingual_get (role, SB_LANGUAGE_EN) != NULL)
        json_object_set_string_member (words, "en", sb_bilingual_get (role, SB_LANGUAGE_EN));
      json_object_set_object_member (json_array_get_object_element (statements, i), "role_on_record", words);
    }
}

static JsonArray *
write_merges (GPtrArray *merges)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < merges->len; i++)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      sb_cli_add_merge (builder, g_ptr_array_index (merges, i));
      json_array_add_element (array, json_builder_get_root (builder));
    }

  return array;
}

void
sb_cli_print_shown_json (const SbCliShown *self)
{
  g_autoptr (JsonNode) written = sb_record_to_json (self->record, SB_RECORD_JSON_FULL);
  g_autofree char *copy = json_to_string (written, FALSE);
  /* A tree that can be added to. */
  JsonNode *root = json_from_string (copy, NULL);
  JsonObject *object = json_node_get_object (root);

  add_roles (self, object);
  json_object_set_int_member (object, "sources", self->sources.supporting);
  json_object_set_int_member (object, "opposing_sources", self->sources.contradicting);
  json_object_set_array_member (object, "evidence", write_evidence (self->evidence));
  if (self->versions->len > 0)
    json_object_set_array_member (object, "versions", write_records (self->versions));
  json_object_set_object_member (object, "named_by", write_referrers (self->referrers));
  if (self->members->len > 0)
    json_object_set_object_member (object, "members", write_referrers (self->members));

  if (self->merges->len > 0)
    json_object_set_array_member (object, "merged", write_merges (self->merges));

  if (self->article != NULL)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();
      g_autofree char *reason = sb_article_dup_reason (self->article, sb_language_get_interface ());

      json_builder_begin_object (builder);
      sb_cli_add_text (builder, "state", sb_article_state_get_name (self->article->state));
      sb_cli_add_time (builder, "next_due", self->article->next_due);
      sb_cli_add_error (builder, self->article->code, reason);
      json_builder_end_object (builder);
      json_object_set_member (object, "article", json_builder_get_root (builder));
    }

  if (self->fetched != NULL && json_object_has_member (object, "attachments"))
    sb_cli_add_fetched (json_object_get_array_member (object, "attachments"), self->fetched);

  if (self->group != NULL && self->group->len > 0)
    json_object_set_array_member (object, "group", sb_cli_write_group (self->group));

  if (self->blocks != NULL)
    {
      g_autofree char *text = sb_blocks_join (self->blocks);

      json_object_set_string_member (object, "text", text);
    }

  sb_cli_print_json (root);
}
