/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-issue-lines.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "sb-briefing.h"
#include "sb-catalogue-error.h"
#include "sb-json-member.h"
#include "sb-record-json.h"
#include "sb-store-private.h"

/* More pages than anybody issues. */
#define MAX_SHEETS 10000

#define PDF_MAGIC "%PDF-"

/* An issue on its way in; its texts are those of the line. */
typedef struct
{
  JsonObject *object;
  const char *briefing;
  gint64 number;
  gint64 time;
  const char *record;
  const char *hash;
} IssueLine;

GArray *
sb_issue_lines_list_numbers (SbStore *store,
                             const char *briefing,
                             GError **error)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (SbStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (SB_IS_STORE (store), NULL);

  statement = _sb_store_query (store, "list-issue-numbers", error);
  if (statement == NULL)
    return NULL;

  sb_statement_bind_text (statement, ":briefing", briefing);
  while (sb_statement_step (statement, &failure))
    {
      guint number = (guint) sb_statement_get_int (statement, "number");

      g_array_append_val (numbers, number);
    }
  sb_statement_reset (statement);
  if (failure == NULL)
    return g_steal_pointer (&numbers);

  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static gboolean
write_issue (SbStore *store,
             const char *briefing,
             guint number,
             JsonBuilder *builder,
             GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (store, "get-issue", error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;

  sb_json_member_add_text (builder, "@kind", "issue");
  sb_json_member_add_text (builder, "briefing", briefing);
  sb_json_member_add_integer (builder, "number", number);
  sb_statement_bind_text (statement, ":briefing", briefing);
  sb_statement_bind_int (statement, ":number", number);
  if (sb_statement_step (statement, &failure))
    {
      sb_json_member_add_integer (builder, "time", sb_statement_get_int (statement, "time"));
      sb_json_member_add_text (builder, "record", sb_statement_get_text (statement, "record"));
      sb_json_member_add_text (builder, "hash", sb_statement_get_text (statement, "hash"));
      sb_json_member_add_text (builder, "findings", sb_statement_get_text (statement, "findings"));
      sb_json_member_add_text (builder, "reason_fr", sb_statement_get_text (statement, "reason_fr"));
      sb_json_member_add_text (builder, "reason_en", sb_statement_get_text (statement, "reason_en"));
    }
  sb_statement_reset (statement);
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
write_editions (SbStore *store,
                const char *briefing,
                guint number,
                JsonBuilder *builder,
                GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (store, "list-issue-pages", error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;

  sb_statement_bind_text (statement, ":briefing", briefing);
  sb_statement_bind_int (statement, ":number", number);
  json_builder_set_member_name (builder, "editions");
  json_builder_begin_array (builder);
  while (sb_statement_step (statement, &failure))
    {
      g_autoptr (GBytes) pdf = sb_statement_dup_blob (statement, "pdf");
      g_autofree char *encoded = g_base64_encode (g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf));

      json_builder_begin_object (builder);
      sb_json_member_add_text (builder, "language", sb_statement_get_text (statement, "language"));
      sb_json_member_add_integer (builder, "sheets", sb_statement_get_int (statement, "sheets"));
      sb_json_member_add_text (builder, "content", sb_statement_get_text (statement, "content"));
      sb_json_member_add_text (builder, "hash", sb_statement_get_text (statement, "hash"));
      sb_json_member_add_text (builder, "pdf", encoded);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  sb_statement_reset (statement);
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

char *
sb_issue_lines_write (SbStore *store,
                      const char *briefing,
                      guint number,
                      GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;

  g_return_val_if_fail (SB_IS_STORE (store), NULL);
  g_return_val_if_fail (briefing != NULL, NULL);

  json_builder_begin_object (builder);
  if (!write_issue (store, briefing, number, builder, error) || !write_editions (store, briefing, number, builder, error))
    return NULL;
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);

  return json_to_string (root, FALSE);
}

static gboolean
fail (GError **error,
      const char *reason)
{
  g_set_error_literal (error, SB_CATALOGUE_ERROR, SB_CATALOGUE_ERROR_FORMAT, reason);
  return FALSE;
}

static gboolean
is_known (const char *name,
          const char *const *names)
{
  return g_strv_contains (names, name);
}

/* Whether @object has no other members than @names. */
static gboolean
has_only (JsonObject *object,
          const char *const *names)
{
  g_autoptr (GList) members = json_object_get_members (object);

  for (GList *at = members; at != NULL; at = at->next)
    if (!is_known (at->data, names))
      return FALSE;

  return TRUE;
}

/* Texts that hold JSON are read by others, who trust in that. */
static gboolean
is_json (const char *text)
{
  g_autoptr (JsonNode) node = sb_json_is_shallow (text, strlen (text)) ? json_from_string (text, NULL) : NULL;

  return node != NULL;
}

/* The record is that of the issue: of its briefing, and what its hash says. */
static gboolean
check_record (const IssueLine *self,
              GError **error)
{
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, self->record, -1);
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (SbRecord) record = NULL;

  if (!g_str_equal (hash, self->hash))
    return fail (error, "an issue whose record is not the one that was issued");

  node = sb_json_is_shallow (self->record, strlen (self->record)) ? json_from_string (self->record, NULL) : NULL;
  record = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? sb_record_from_json (&sb_briefing_schema, json_node_get_object (node), error) : NULL;
  if (record != NULL && g_strcmp0 (sb_record_get_uuid (record), self->briefing) == 0)
    return TRUE;

  g_clear_error (error);
  return fail (error, "an issue whose record is none of its briefing");
}

static gboolean
read_issue (IssueLine *self,
            GError **error)
{
  static const char *const names[] = { "@kind", "briefing", "number", "time", "record", "hash", "findings", "reason_fr", "reason_en", "editions", NULL };

  if (!has_only (self->object, names) || g_strcmp0 (sb_json_member_get_text (self->object, "@kind"), "issue") != 0)
    return fail (error, "not as issues are");

  self->briefing = sb_json_member_get_text (self->object, "briefing");
  self->number = sb_json_member_get_count (self->object, "number");
  self->time = sb_json_member_get_count (self->object, "time");
  self->record = sb_json_member_get_text (self->object, "record");
  self->hash = sb_json_member_get_text (self->object, "hash");
  if (self->briefing == NULL || !g_uuid_string_is_valid (self->briefing) || self->number < 1 || self->number > G_MAXINT || self->time < 0 ||
      self->record == NULL || self->hash == NULL || (sb_json_member_get_text (self->object, "findings") != NULL && !is_json (sb_json_member_get_text (self->object, "findings"))))
    return fail (error, "an issue without what it needs");

  return check_record (self, error);
}

static gboolean
put_edition (SbStore *store,
             const IssueLine *issue,
             JsonObject *object,
             GError **error)
{
  static const char *const names[] = { "language", "sheets", "content", "hash", "pdf", NULL };
  const char *code = sb_json_member_get_text (object, "language");
  const char *content = sb_json_member_get_text (object, "content");
  const char *told = sb_json_member_get_text (object, "hash");
  const char *encoded = sb_json_member_get_text (object, "pdf");
  gint64 sheets = sb_json_member_get_count (object, "sheets");
  g_autoptr (SbStatement) statement = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *hash = NULL;
  gsize size = 0;
  guchar *data;

  if (!has_only (object, names) || (g_strcmp0 (code, "fr") != 0 && g_strcmp0 (code, "en") != 0) || content == NULL || told == NULL ||
      encoded == NULL || sheets < 1 || sheets > MAX_SHEETS || !is_json (content))
    return fail (error, "an edition of an issue without what it needs");

  data = g_base64_decode (encoded, &size);
  pdf = g_bytes_new_take (data, size);
  hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, pdf);
  if (!g_str_equal (hash, told) || size < strlen (PDF_MAGIC) || memcmp (data, PDF_MAGIC, strlen (PDF_MAGIC)) != 0)
    return fail (error, "an issue whose pages are not those that were issued");

  statement = _sb_store_query (store, "add-issue-edition", error);
  if (statement == NULL)
    return FALSE;

  sb_statement_bind_text (statement, ":briefing", issue->briefing);
  sb_statement_bind_int (statement, ":number", issue->number);
  sb_statement_bind_text (statement, ":language", code);
  sb_statement_bind_int (statement, ":sheets", sheets);
  sb_statement_bind_text (statement, ":content", content);
  sb_statement_bind_text (statement, ":hash", told);
  sb_statement_bind_blob (statement, ":pdf", pdf);

  return sb_statement_run (statement, error);
}

static gboolean
put_issue (SbStore *store,
           const IssueLine *self,
           GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (store, "import-issue", error);

  if (statement == NULL)
    return FALSE;

  sb_statement_bind_text (statement, ":briefing", self->briefing);
  sb_statement_bind_int (statement, ":number", self->number);
  sb_statement_bind_int (statement, ":time", self->time);
  sb_statement_bind_text (statement, ":record", self->record);
  sb_statement_bind_text (statement, ":hash", self->hash);
  sb_statement_bind_text (statement, ":findings", sb_json_member_get_text (self->object, "findings"));
  sb_statement_bind_text (statement, ":reason_fr", sb_json_member_get_text (self->object, "reason_fr"));
  sb_statement_bind_text (statement, ":reason_en", sb_json_member_get_text (self->object, "reason_en"));

  return sb_statement_run (statement, error);
}

static gboolean
put_editions (SbStore *store,
              const IssueLine *self,
              GError **error)
{
  JsonNode *node = json_object_get_member (self->object, "editions");
  JsonArray *editions = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  const char *first = NULL;

  if (editions == NULL || json_array_get_length (editions) < 1 || json_array_get_length (editions) > SB_N_LANGUAGES)
    return fail (error, "an issue without pages");

  for (guint i = 0; i < json_array_get_length (editions); i++)
    {
      JsonNode *edition = json_array_get_element (editions, i);

      if (!JSON_NODE_HOLDS_OBJECT (edition) || !put_edition (store, self, json_node_get_object (edition), error))
        return error != NULL && *error != NULL ? FALSE : fail (error, "an edition of an issue is none");
      if (first != NULL && g_strcmp0 (first, sb_json_member_get_text (json_node_get_object (edition), "language")) == 0)
        return fail (error, "an issue with two editions in one language");
      first = sb_json_member_get_text (json_node_get_object (edition), "language");
    }

  return TRUE;
}

static gboolean
has_number (SbStore *store,
            const IssueLine *self,
            gboolean *is_there,
            GError **error)
{
  g_autoptr (GArray) numbers = sb_issue_lines_list_numbers (store, self->briefing, error);

  *is_there = FALSE;
  for (guint i = 0; numbers != NULL && i < numbers->len; i++)
    *is_there = *is_there || g_array_index (numbers, guint, i) == (guint) self->number;

  return numbers != NULL;
}

gboolean
sb_issue_lines_put (SbStore *store,
                    const char *line,
                    gsize length,
                    char **owner,
                    GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  IssueLine self = { NULL };
  gboolean is_there;
  JsonNode *root;

  g_return_val_if_fail (SB_IS_STORE (store), FALSE);
  g_return_val_if_fail (line != NULL && owner != NULL, FALSE);

  if (!g_utf8_validate_len (line, length, NULL) || !sb_json_is_shallow (line, length) || !json_parser_load_from_data (parser, line, (gssize) length, NULL))
    return fail (error, "not JSON");

  root = json_parser_get_root (parser);
  self.object = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  if (self.object == NULL)
    return fail (error, "the line is not an object");
  if (!read_issue (&self, error) || !has_number (store, &self, &is_there, error))
    return FALSE;

  *owner = g_strdup (self.briefing);

  return is_there || (put_issue (store, &self, error) && put_editions (store, &self, error));
}
