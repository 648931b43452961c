/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-feeds"

#include "config.h"

#include "sb-xml-tree.h"

#include "sb-feed-address.h"

#include <string.h>

#define BLOCK_SIZE 65536 /* bytes */
#define ALIGNMENT  8 /* bytes */

struct _SbXmlTree
{
  GPtrArray *blocks; /* (owned) (element-type gpointer) */
  char *free; /* the unused end of the last block */
  gsize n_free; /* bytes */
  GHashTable *names; /* (owned) (element-type utf8 SbXmlName) */
  SbXmlNode *root; /* (nullable) */
};

SbXmlTree *
sb_xml_tree_new (void)
{
  SbXmlTree *self = g_new0 (SbXmlTree, 1);

  self->blocks = g_ptr_array_new_with_free_func (g_free);
  self->names = g_hash_table_new (g_str_hash, g_str_equal);

  return self;
}

void
sb_xml_tree_free (SbXmlTree *self)
{
  g_hash_table_unref (self->names);
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

SbXmlNode *
sb_xml_tree_get_root (SbXmlTree *self)
{
  return self->root;
}

gpointer
sb_xml_tree_alloc (SbXmlTree *self,
                   gsize size)
{
  gpointer memory;

  size = (size + ALIGNMENT - 1) & ~(gsize) (ALIGNMENT - 1);
  /* What is large gets a block of its own, so that the rest of the last one is
   * not lost. */
  if (size > self->n_free && size >= BLOCK_SIZE / 4)
    {
      memory = g_malloc (size);
      g_ptr_array_add (self->blocks, memory);
      return memory;
    }

  if (size > self->n_free)
    {
      self->free = g_malloc (BLOCK_SIZE);
      self->n_free = BLOCK_SIZE;
      g_ptr_array_add (self->blocks, self->free);
    }

  memory = self->free;
  self->free += size;
  self->n_free -= size;

  return memory;
}

char *
sb_xml_tree_copy (SbXmlTree *self,
                  const char *text,
                  gsize length)
{
  char *copy = sb_xml_tree_alloc (self, length + 1);

  memcpy (copy, text, length);
  copy[length] = '\0';

  return copy;
}

SbXmlNode *
sb_xml_tree_add (SbXmlTree *self,
                 SbXmlNode *parent)
{
  SbXmlNode *node = sb_xml_tree_alloc (self, sizeof *node);

  memset (node, 0, sizeof *node);
  node->parent = parent;
  if (parent == NULL)
    self->root = node;
  else if (parent->last == NULL)
    parent->first = node;
  else
    parent->last->next = node;
  if (parent != NULL)
    parent->last = node;

  return node;
}

const SbXmlName *
sb_xml_tree_intern (SbXmlTree *self,
                    const char *triplet)
{
  SbXmlName *name = g_hash_table_lookup (self->names, triplet);
  g_auto (GStrv) parts = NULL;
  guint n_parts;
  const char *local;

  if (name != NULL)
    return name;

  parts = g_strsplit (triplet, "\n", 3);
  n_parts = g_strv_length (parts);
  local = n_parts > 1 ? parts[1] : triplet;
  name = sb_xml_tree_alloc (self, sizeof *name);
  name->ns = sb_xml_ns_lookup (n_parts > 1 ? parts[0] : NULL,
                               n_parts > 2 ? parts[2] : NULL);
  name->tag = sb_xml_tag_lookup (local);
  name->local = sb_xml_tree_copy (self, local, strlen (local));
  g_hash_table_insert (self->names,
                       sb_xml_tree_copy (self, triplet, strlen (triplet)), name);

  return name;
}

const char *
sb_xml_node_get_attribute (const SbXmlNode *node,
                           SbXmlTag tag)
{
  const char *value = NULL;

  for (guint i = 0; i < node->n_attributes; i++)
    {
      const SbXmlAttribute *attribute = &node->attributes[i];

      if (attribute->name->tag != tag)
        continue;
      if (attribute->name->ns == SB_XML_NS_NONE)
        return attribute->value;
      if (value == NULL)
        value = attribute->value;
    }

  return value;
}

const SbXmlNode *
sb_xml_node_find_child (const SbXmlNode *node,
                        SbXmlTag tag)
{
  for (const SbXmlNode *child = node->first; child != NULL; child = child->next)
    {
      if (child->name != NULL && child->name->tag == tag)
        return child;
    }

  return NULL;
}

gboolean
sb_xml_node_has_elements (const SbXmlNode *node)
{
  for (const SbXmlNode *child = node->first; child != NULL; child = child->next)
    {
      if (child->name != NULL)
        return TRUE;
    }

  return FALSE;
}

static const char *
get_xml_attribute (const SbXmlNode *node,
                   SbXmlTag tag)
{
  for (guint i = 0; i < node->n_attributes; i++)
    {
      const SbXmlName *name = node->attributes[i].name;

      if (name->tag == tag && name->ns == SB_XML_NS_XML)
        return node->attributes[i].value;
    }

  return NULL;
}

const char *
sb_xml_node_get_language (const SbXmlNode *node)
{
  for (; node != NULL; node = node->parent)
    {
      const char *language = get_xml_attribute (node, SB_XML_LANG);

      if (language != NULL)
        return *language != '\0' ? language : NULL;
    }

  return NULL;
}

char *
sb_xml_node_dup_base (const SbXmlNode *node,
                      const char *base)
{
  g_autofree char *resolved = g_strdup (base);
  g_autoptr (GPtrArray) bases = g_ptr_array_new ();

  for (; node != NULL; node = node->parent)
    {
      const char *own = get_xml_attribute (node, SB_XML_BASE);

      if (own != NULL)
        g_ptr_array_add (bases, (gpointer) own);
    }

  for (guint i = bases->len; i > 0; i--)
    {
      char *next = sb_feed_address_resolve (resolved, g_ptr_array_index (bases, i - 1));

      g_free (resolved);
      resolved = next;
    }

  return g_steal_pointer (&resolved);
}
