/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-cli"

#include "config.h"

#include "sb-cli-commands.h"

#include <glib/gi18n.h>

#include "sb-cli-table.h"
#include "sb-saved-search.h"
#include "sb-search-error.h"
#include "sb-text.h"

/* Searches that are kept under a name. */

/* By its id, its UUID or its name; NULL when there is none, which was said. Borrowed. */
static const SbSavedSearch *
find_saved (GPtrArray *searches,
            const char *word)
{
  g_autofree char *folded = sb_fold (word);

  for (guint i = 0; i < searches->len; i++)
    {
      const SbSavedSearch *search = g_ptr_array_index (searches, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, search->id);
      g_autofree char *name = sb_fold (search->name);

      if (g_str_equal (word, id) || g_str_equal (word, search->uuid) || g_str_equal (folded, name))
        return search;
    }

  sb_cli_refuse (_ ("There is no saved search “%s”."), word);
  return NULL;
}

static void
add_json (JsonBuilder *builder,
          const SbSavedSearch *search)
{
  json_builder_begin_object (builder);
  sb_cli_add_integer (builder, "id", search->id);
  sb_cli_add_text (builder, "uuid", search->uuid);
  sb_cli_add_text (builder, "name", search->name);
  sb_cli_add_text (builder, "query", search->query);
  json_builder_set_member_name (builder, "watched");
  json_builder_add_boolean_value (builder, search->is_watched);
  if (search->n_all >= 0)
    {
      sb_cli_add_integer (builder, "total", search->n_all);
      sb_cli_add_integer (builder, "new", search->n_new);
    }
  json_builder_end_object (builder);
}

static void
print_searches (GPtrArray *searches)
{
  g_autoptr (SbCliTable) table = sb_cli_table_new (_ ("Id"), _ ("Name"), _ ("Documents"), _ ("New"), _ ("Watched"), _ ("Search"), NULL);

  for (guint i = 0; i < searches->len; i++)
    {
      const SbSavedSearch *search = g_ptr_array_index (searches, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, search->id);
      g_autofree char *n_all = search->n_all >= 0 ? g_strdup_printf ("%d", search->n_all) : NULL;
      g_autofree char *n_new = search->n_all >= 0 ? g_strdup_printf ("%d", search->n_new) : NULL;
      const char *cells[] = { id, search->name, n_all, n_new, search->is_watched ? _ ("yes") : NULL, search->query };

      sb_cli_table_add (table, cells);
    }

  sb_cli_table_print (table);
}

SbCliStatus
sb_cli_saved_list (SbCli *self)
{
  g_autoptr (SbStore) store = sb_cli_open_indexed (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) searches = store != NULL ? sb_store_list_saved_searches (store, &error) : NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (store == NULL)
    return SB_CLI_FAILED;
  if (searches == NULL)
    return sb_cli_fail (self->catalogue, error);

  json_builder_begin_array (builder);
  for (guint i = 0; i < searches->len; i++)
    {
      SbSavedSearch *search = g_ptr_array_index (searches, i);
      g_autoptr (GError) failure = NULL;

      /* An actor that it names may be gone. */
      if (!sb_store_count_saved_search (store, search, &failure))
        sb_cli_fail (search->name, failure);
      add_json (builder, search);
    }
  json_builder_end_array (builder);

  if (self->wants_json)
    sb_cli_print_json (json_builder_get_root (builder));
  else if (searches->len == 0)
    sb_cli_tell ("%s", _ ("No search is saved."));
  else
    print_searches (searches);
  return SB_CLI_DONE;
}

SbCliStatus
sb_cli_saved_add (SbCli *self)
{
  SbSavedSearch search = { .name = self->arguments[0], .query = self->arguments[1], .is_watched = self->wants_watch };
  g_autoptr (SbStore) store = sb_cli_open_store (self, SB_STORE_DEFAULT);
  g_autoptr (GError) error = NULL;

  if (store == NULL)
    return SB_CLI_FAILED;

  if (sb_store_put_saved_search (store, &search, NULL, &error) == 0)
    {
      gboolean is_wrong = error->domain == SB_SEARCH_ERROR;

      sb_cli_fail (is_wrong ? NULL : self->catalogue, error);
      return is_wrong ? SB_CLI_WRONG_ARGUMENTS : SB_CLI_FAILED;
    }

  return SB_CLI_DONE;
}

SbCliStatus
sb_cli_saved_remove (SbCli *self)
{
  g_autoptr (SbStore) store = sb_cli_open_store (self, SB_STORE_DEFAULT);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) searches = store != NULL ? sb_store_list_saved_searches (store, &error) : NULL;
  const SbSavedSearch *search;

  if (store == NULL)
    return SB_CLI_FAILED;
  if (searches == NULL)
    return sb_cli_fail (self->catalogue, error);

  search = find_saved (searches, self->arguments[0]);
  if (search == NULL)
    return SB_CLI_FAILED;

  return sb_store_remove_saved_search (store, search->uuid, NULL, &error) ? SB_CLI_DONE : sb_cli_fail (self->catalogue, error);
}

/* The documents that meet it, as “search” tells them; it was looked at then. */
SbCliStatus
sb_cli_saved_run (SbCli *self)
{
  g_autoptr (SbStore) store = sb_cli_open_store (self, SB_STORE_DEFAULT);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) searches = store != NULL ? sb_store_list_saved_searches (store, &error) : NULL;
  const SbSavedSearch *search;
  SbCliStatus status;

  if (store == NULL)
    return SB_CLI_FAILED;
  if (searches == NULL)
    return sb_cli_fail (self->catalogue, error);

  search = find_saved (searches, self->arguments[0]);
  if (search == NULL)
    return SB_CLI_FAILED;

  g_free (self->arguments[0]);
  self->arguments[0] = g_strdup (search->query);
  if (self->kind == NULL)
    self->kind = g_strdup (sb_kind_get_name (SB_KIND_DOCUMENT));
  status = sb_cli_search (self);
  if (status == SB_CLI_DONE && !sb_store_mark_saved_search_seen (store, search->id, &error))
    return sb_cli_fail (self->catalogue, error);

  return status;
}
