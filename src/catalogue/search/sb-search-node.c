/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-search-node.h"

SbSearchNode *
_sb_search_node_new (SbSearchNodeType type,
                     const char *start,
                     const char *end)
{
  SbSearchNode *node = g_new0 (SbSearchNode, 1);

  node->type = type;
  node->source = g_strndup (start, (gsize) (end - start));
  if (type == SB_SEARCH_AND || type == SB_SEARCH_OR || type == SB_SEARCH_NOT)
    node->children = g_ptr_array_new_with_free_func ((GDestroyNotify) _sb_search_node_free);
  return node;
}

void
_sb_search_node_free (SbSearchNode *self)
{
  g_clear_pointer (&self->children, g_ptr_array_unref);
  g_strfreev (self->words);
  g_strfreev (self->values);
  g_free (self->source);
  g_free (self);
}

static void
append_node (GString *out,
             const SbSearchNode *node)
{
  static const char *const names[] = {
    [SB_SEARCH_AND] = "and",
    [SB_SEARCH_OR] = "or",
    [SB_SEARCH_NOT] = "not",
  };
  static const char *const field_names[] = { "actor", "place", "source", "kind", "lang", "since", "until" };
  g_autofree char *joined = NULL;

  switch (node->type)
    {
    case SB_SEARCH_AND:
    case SB_SEARCH_OR:
    case SB_SEARCH_NOT:
      g_string_append_printf (out, "(%s", names[node->type]);
      for (guint i = 0; i < node->children->len; i++)
        {
          g_string_append_c (out, ' ');
          append_node (out, g_ptr_array_index (node->children, i));
        }
      g_string_append_c (out, ')');
      return;

    case SB_SEARCH_FIELD:
      joined = g_strjoinv ("|", node->values);
      g_string_append_printf (out, "%s:[%s]", field_names[node->field], joined);
      return;

    case SB_SEARCH_WORD:
    case SB_SEARCH_PHRASE:
    case SB_SEARCH_PREFIX:
    default:
      joined = g_strjoinv (" ", node->words);
      g_string_append_printf (out, node->type == SB_SEARCH_PHRASE ? "\"%s\"" : "%s", joined);
      if (node->type == SB_SEARCH_PREFIX)
        g_string_append_c (out, '*');
      return;
    }
}

char *
_sb_search_node_to_string (const SbSearchNode *self)
{
  GString *out = g_string_new (NULL);

  append_node (out, self);
  return g_string_free (out, FALSE);
}
