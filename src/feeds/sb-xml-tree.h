/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-xml-name.h"

G_BEGIN_DECLS

/* Private to this layer: a small tree of a document that was read. Nodes,
 * names and texts live in blocks of memory that go with the tree. */

typedef struct _SbXmlNode SbXmlNode;
typedef struct _SbXmlTree SbXmlTree;

typedef struct
{
  const SbXmlName *name;
  const char *value;
} SbXmlAttribute;

struct _SbXmlNode
{
  const SbXmlName *name; /* NULL for text */
  const char *text; /* NULL for an element */
  const SbXmlAttribute *attributes;
  guint n_attributes;
  guint line : 31; /* from 1 */
  guint whole : 1; /* its end tag was read */
  SbXmlNode *parent;
  SbXmlNode *first;
  SbXmlNode *last;
  SbXmlNode *next;
};

SbXmlTree *sb_xml_tree_new (void) G_GNUC_WARN_UNUSED_RESULT;
void sb_xml_tree_free (SbXmlTree *self);

SbXmlNode *sb_xml_tree_get_root (SbXmlTree *self); /* (nullable) */

/* For the reader that fills the tree. A NULL parent makes the root. */
SbXmlNode *sb_xml_tree_add (SbXmlTree *self,
                            SbXmlNode *parent);
gpointer sb_xml_tree_alloc (SbXmlTree *self,
                            gsize size);
char *sb_xml_tree_copy (SbXmlTree *self,
                        const char *text,
                        gsize length);
/* @triplet: "uri\nlocal\nprefix", "uri\nlocal" or "local". */
const SbXmlName *sb_xml_tree_intern (SbXmlTree *self,
                                     const char *triplet);

/* The value of the attribute of no namespace, or of any with that name. */
const char *sb_xml_node_get_attribute (const SbXmlNode *node,
                                       SbXmlTag tag); /* (nullable) */
const SbXmlNode *sb_xml_node_find_child (const SbXmlNode *node,
                                         SbXmlTag tag); /* (nullable) */
gboolean sb_xml_node_has_elements (const SbXmlNode *node);

/* The nearest xml:lang at or above the node; (nullable). */
const char *sb_xml_node_get_language (const SbXmlNode *node);
/* All xml:base at and above the node, resolved against @base; (nullable). */
char *sb_xml_node_dup_base (const SbXmlNode *node,
                            const char *base) G_GNUC_WARN_UNUSED_RESULT;

/* The text in the node and below, without marks; never NULL. */
char *sb_xml_node_dup_text (const SbXmlNode *node) G_GNUC_WARN_UNUSED_RESULT;
/* What is in the node, as HTML: its text as it is when it holds no elements,
 * or else its elements and escaped text. */
char *sb_xml_node_dup_inner (const SbXmlNode *node) G_GNUC_WARN_UNUSED_RESULT;
char *sb_xml_node_dup_markup (const SbXmlNode *node) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbXmlTree, sb_xml_tree_free)

G_END_DECLS
