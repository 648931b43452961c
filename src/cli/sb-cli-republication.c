/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-cli"

#include "config.h"

#include "sb-cli-show.h"

#include <glib/gi18n.h>

#include "sb-catalogue-error.h"
#include "sb-cli-commands.h"
#include "sb-cli-lookup.h"
#include "sb-cli-record-text.h"
#include "sb-cli-table.h"
#include "sb-document.h"
#include "sb-record-json.h"
#include "sb-republication.h"

/* Documents that are one text, and what the analyst says of that. */

GPtrArray *
sb_cli_list_group (SbStore *store,
                   SbRecord *document,
                   GError **error)
{
  SbRef *first = sb_record_get_ref (document, SB_DOCUMENT_FIRST);
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_DOCUMENT);

  if (first == NULL && !sb_record_has (document, SB_DOCUMENT_REPUBLICATIONS))
    return g_ptr_array_new ();

  query->group = first != NULL ? sb_ref_get_id (first) : sb_record_get_id (document);
  return sb_store_list (store, query, error);
}

/* Why @document is in a group: the link that leads back. NULL for the first. */
static SbRecord *
find_link (SbRecord *document)
{
  for (guint i = 0; i < sb_record_get_n_items (document, SB_DOCUMENT_LINKS); i++)
    {
      SbRecord *link = sb_record_get_item (document, SB_DOCUMENT_LINKS, i);
      int relation = sb_record_get_term (link, SB_DOCUMENT_LINK_RELATION, -1);

      if (relation == SB_DOCUMENT_RELATION_REPUBLISHES || relation == SB_DOCUMENT_RELATION_TRANSLATES)
        return link;
    }

  return NULL;
}

static char *
describe_place (SbRecord *document,
                SbLanguage language)
{
  SbRecord *link = find_link (document);

  if (link == NULL)
    return g_strdup (_ ("the first"));
  if (!sb_record_get_boolean (link, SB_DOCUMENT_LINK_FOUND))
    return g_strdup (_ ("said by the analyst"));

  return g_strdup_printf (_ ("found: %u%% in common"), (guint) sb_record_get_integer (link, SB_DOCUMENT_LINK_LIKENESS, 0));
}

void
sb_cli_print_group (GPtrArray *group)
{
  SbLanguage language = sb_language_get_interface ();
  g_autoptr (SbCliTable) table = sb_cli_table_new (_ ("Id"), _ ("Date"), _ ("Source"), _ ("In the group"), _ ("Title"), NULL);

  for (guint i = 0; i < group->len; i++)
    {
      SbRecord *document = g_ptr_array_index (group, i);
      SbRef *source = sb_record_get_ref (document, SB_DOCUMENT_SOURCE);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, sb_record_get_id (document));
      g_autofree char *date = sb_cli_format_date (document, language);
      g_autofree char *place = describe_place (document, language);
      g_autofree char *title = sb_cli_format_title (document, language);
      const char *cells[] = { id, date, source != NULL ? sb_ref_get_name (source, language) : NULL, place, title };

      sb_cli_table_add (table, cells);
    }

  sb_cli_table_print (table);
}

JsonArray *
sb_cli_write_group (GPtrArray *group)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < group->len; i++)
    json_array_add_element (array, sb_record_to_json (g_ptr_array_index (group, i), SB_RECORD_JSON_FULL));

  return array;
}

SbCliStatus
sb_cli_republication_list (SbCli *self)
{
  g_autoptr (SbStore) store = sb_cli_open_store (self, SB_STORE_READ_ONLY);
  g_autoptr (SbRecord) document = store != NULL ? sb_cli_find_record (store, SB_KIND_DOCUMENT, self->arguments[0]) : NULL;
  g_autoptr (GPtrArray) group = NULL;
  g_autoptr (GError) error = NULL;

  if (document == NULL)
    return SB_CLI_FAILED;

  group = sb_cli_list_group (store, document, &error);
  if (group == NULL)
    return sb_cli_fail (self->catalogue, error);

  if (self->wants_json)
    {
      JsonNode *root = json_node_new (JSON_NODE_ARRAY);

      json_node_take_array (root, sb_cli_write_group (group));
      sb_cli_print_json (root);
    }
  else if (group->len == 0)
    sb_cli_tell ("%s", _ ("No other document has this text."));
  else
    sb_cli_print_group (group);

  return SB_CLI_DONE;
}

static SbCliStatus
say (SbCli *self,
     SbRepublicationWord word)
{
  g_autoptr (SbStore) store = sb_cli_open_store (self, SB_STORE_DEFAULT);
  g_autoptr (SbRecord) document = store != NULL ? sb_cli_find_record (store, SB_KIND_DOCUMENT, self->arguments[0]) : NULL;
  g_autoptr (SbRecord) other = NULL;
  g_autoptr (GError) error = NULL;

  if (document == NULL)
    return SB_CLI_FAILED;
  if (self->n_arguments > 1 && !(other = sb_cli_find_record (store, SB_KIND_DOCUMENT, self->arguments[1])))
    return SB_CLI_FAILED;

  if (!sb_republication_say (store, sb_record_get_id (document), other != NULL ? sb_record_get_id (other) : 0, word, &error))
    {
      if (!g_error_matches (error, SB_CATALOGUE_ERROR, SB_CATALOGUE_ERROR_INVALID))
        return sb_cli_fail (self->arguments[0], error);
      sb_cli_tell ("%s", word == SB_REPUBLICATION_FORGET ? _ ("Nothing was said of this document and another one.")
                                                         : _ ("This document is of no group: name the other one."));
      return SB_CLI_FAILED;
    }

  return sb_cli_read_names (store, NULL, &error) ? SB_CLI_DONE : sb_cli_fail (self->catalogue, error);
}

SbCliStatus
sb_cli_republication_yes (SbCli *self)
{
  return say (self, SB_REPUBLICATION_YES);
}

SbCliStatus
sb_cli_republication_no (SbCli *self)
{
  return say (self, SB_REPUBLICATION_NO);
}

SbCliStatus
sb_cli_republication_forget (SbCli *self)
{
  return say (self, SB_REPUBLICATION_FORGET);
}
