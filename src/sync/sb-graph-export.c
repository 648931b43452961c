/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sync"

#include "config.h"

#include "sb-graph-export.h"

#include "sb-export.h"
#include "sb-graph-sheet.h"

#define GRAPHML ".graphml"

static gboolean
is_graphml (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  return g_str_has_suffix (lower, GRAPHML);
}

gboolean
sb_graph_export_knows (const char *path)
{
  SbMapSheetFormat format;

  g_return_val_if_fail (path != NULL, FALSE);

  return is_graphml (path) || sb_map_sheet_format_from_path (path, &format);
}

/* The ids of all that the graph is made of. */
static GHashTable *
collect_ids (const SbActorGraph *graph)
{
  GHashTable *ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < sb_actor_graph_get_n_nodes (graph); i++)
    {
      gint64 id = sb_record_get_id (sb_actor_graph_get_node (graph, i)->record);

      g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
    }

  for (guint i = 0; i < sb_actor_graph_get_n_ties (graph); i++)
    {
      gint64 id = sb_record_get_id (sb_actor_graph_get_tie (graph, i)->record);

      g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
    }

  return ids;
}

static gboolean
write_graphml (SbStore *store,
               const SbActorGraph *graph,
               SbLanguage language,
               const char *path,
               SbOperation *operation,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (GHashTable) ids = collect_ids (graph);
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_ACTOR);
  const SbExportRequest request = {
    .format = SB_EXPORT_GRAPHML,
    .kind = SB_KIND_ACTOR,
    .language = language,
    .query = query,
    .only = ids,
  };

  return sb_export_write (store, &request, path, operation, cancellable, error) >= 0;
}

gboolean
sb_graph_export_write (SbStore *store,
                       const SbGraphFigure *figure,
                       SbLanguage language,
                       const char *title,
                       const char *path,
                       SbOperation *operation,
                       GCancellable *cancellable,
                       GError **error)
{
  SbMapSheetFormat format;
  SbMapSheetSize size;

  g_return_val_if_fail (SB_IS_STORE (store) && figure != NULL && path != NULL, FALSE);

  if (is_graphml (path))
    return write_graphml (store, sb_graph_figure_get_graph (figure), language, path, operation, cancellable, error);

  if (!sb_map_sheet_format_from_path (path, &format))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME, "no kind of picture: %s", path);
      return FALSE;
    }

  size = sb_graph_sheet_choose_size (figure);
  return sb_graph_sheet_write (figure, title, path, format, &size, error);
}
