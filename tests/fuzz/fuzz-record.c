/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-fuzz"

#include "config.h"

#include "sb-kind.h"
#include "sb-record-json.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize size);

static void
read_and_write (SbKind kind,
                JsonObject *object)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SbRecord) record = sb_record_from_json (sb_kind_get_schema (kind), object, &error);
  g_autoptr (SbRecord) again = NULL;
  g_autoptr (JsonNode) node = NULL;

  g_assert_true ((record == NULL) == (error != NULL));
  if (record == NULL)
    return;

  node = sb_record_to_json (record, SB_RECORD_JSON_DEFAULT);
  again = sb_record_from_json (sb_kind_get_schema (kind), json_node_get_object (node), &error);
  g_assert_no_error (error);
  g_assert_nonnull (again);
}

/* Any object of JSON gives a record of a kind or an error; a record that is
 * written is read again. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize size)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonNode *root;

  if (size == 0 || !json_parser_load_from_data (parser, (const char *) data, (gssize) size, NULL))
    return 0;
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return 0;

  for (guint kind = SB_KIND_NONE + 1; kind < SB_N_KINDS; kind++)
    read_and_write ((SbKind) kind, json_node_get_object (root));
  return 0;
}
