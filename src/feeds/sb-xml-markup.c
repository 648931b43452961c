/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-feeds"

#include "config.h"

#include "sb-html-text.h"
#include "sb-xml-tree.h"

static void append_children (GString *out,
                             const SbXmlNode *node);

static void
append_text (GString *out,
             const SbXmlNode *node)
{
  for (const SbXmlNode *child = node->first; child != NULL; child = child->next)
    {
      if (child->text != NULL)
        g_string_append (out, child->text);
      else
        append_text (out, child);
    }
}

static void
append_element (GString *out,
                const SbXmlNode *node)
{
  g_string_append_printf (out, "<%s", node->name->local);
  for (guint i = 0; i < node->n_attributes; i++)
    {
      const SbXmlAttribute *attribute = &node->attributes[i];

      if (attribute->name->ns == SB_XML_NS_NONE)
        {
          g_string_append_printf (out, " %s=\"", attribute->name->local);
          sb_html_append_escaped (out, attribute->value);
          g_string_append_c (out, '"');
        }
    }
  g_string_append_c (out, '>');

  if (node->first == NULL && sb_html_is_void (node->name->local))
    return;
  append_children (out, node);
  g_string_append_printf (out, "</%s>", node->name->local);
}

/* Recursion is bounded by the depth that the reader allows. */
static void
append_children (GString *out,
                 const SbXmlNode *node)
{
  for (const SbXmlNode *child = node->first; child != NULL; child = child->next)
    {
      if (child->text != NULL)
        sb_html_append_escaped (out, child->text);
      else
        append_element (out, child);
    }
}

char *
sb_xml_node_dup_text (const SbXmlNode *node)
{
  g_autoptr (GString) out = NULL;

  if (node->first == NULL)
    return g_strdup ("");
  if (node->first->text != NULL && node->first->next == NULL)
    return g_strdup (node->first->text);

  out = g_string_new (NULL);
  append_text (out, node);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

char *
sb_xml_node_dup_markup (const SbXmlNode *node)
{
  g_autoptr (GString) out = g_string_new (NULL);

  append_children (out, node);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

char *
sb_xml_node_dup_inner (const SbXmlNode *node)
{
  if (!sb_xml_node_has_elements (node))
    return sb_xml_node_dup_text (node);

  return sb_xml_node_dup_markup (node);
}
