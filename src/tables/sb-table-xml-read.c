/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-tables"

#include "config.h"

#include "sb-table-xml-read.h"

#include "sb-table-error.h"

SbXmlReading *
sb_table_xml_read (const char *text,
                   gsize length,
                   GError **error)
{
  g_autofree char *terminated = NULL;
  g_autoptr (SbXmlProlog) prolog = NULL;
  g_autoptr (SbXmlReading) reading = NULL;

  if (length > SB_XML_MAX_BYTES)
    {
      g_set_error (error, SB_TABLE_ERROR, SB_TABLE_ERROR_TOO_LARGE, "more than %d bytes", SB_XML_MAX_BYTES);
      return NULL;
    }

  /* The reader of XML looks at the zero that a string ends with. */
  terminated = g_strndup (text, length);
  prolog = sb_xml_prolog_read (terminated, length);
  if (prolog->has_bomb)
    {
      g_set_error_literal (error, SB_TABLE_ERROR, SB_TABLE_ERROR_TOO_COMPLEX, "entities made of entities");
      return NULL;
    }

  reading = sb_xml_read (terminated, length);
  if (reading->over_limit)
    g_set_error_literal (error, SB_TABLE_ERROR, SB_TABLE_ERROR_TOO_COMPLEX, "nested too deep or too many elements");
  else if (reading->tree == NULL || sb_xml_tree_get_root (reading->tree) == NULL)
    g_set_error (error, SB_TABLE_ERROR, SB_TABLE_ERROR_MALFORMED, "%u", MAX (reading->line, 1));
  else
    return g_steal_pointer (&reading);

  return NULL;
}

gboolean
sb_table_xml_is (const SbXmlNode *node,
                 const char *local)
{
  return node->name != NULL && g_ascii_strcasecmp (node->name->local, local) == 0;
}

const char *
sb_table_xml_get_attribute (const SbXmlNode *node,
                            const char *local)
{
  for (guint i = 0; i < node->n_attributes; i++)
    if (g_ascii_strcasecmp (node->attributes[i].name->local, local) == 0)
      return node->attributes[i].value;

  return NULL;
}

char *
sb_table_xml_dup_text (const SbXmlNode *node)
{
  g_autofree char *text = sb_xml_node_dup_text (node);

  g_strstrip (text);
  return text[0] != '\0' ? g_steal_pointer (&text) : NULL;
}
