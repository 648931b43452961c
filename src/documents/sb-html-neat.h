/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gumbo.h>

#include <glib.h>

G_BEGIN_DECLS

/**
 * SbHtmlNeat:
 *
 * The tree of a piece of HTML of which it is plain what it is: the elements that
 * articles are made of, each ended where it should be. For these, the rules of HTML5
 * by which a parser mends a page come to nothing, and the tree is what is written. It
 * is the one that gumbo makes, as far as types, tags, attributes, texts and their order
 * go, at a tenth of its cost; where its positions in the source would be is nothing.
 *
 * The nodes, and all that they point to, belong to it. Made once and then only read.
 */
typedef struct
{
  GumboNode *nodes; /* (owned) the first is the root: html with a head and a body */
  guint n_nodes;
  GumboAttribute *attributes; /* (owned) */
  guint n_attributes;
  void **pointers; /* (owned) what the vectors of the nodes are made of */
  char *text; /* (owned) with a NUL behind each piece */
} SbHtmlNeat;

/* @html: valid UTF-8, with a NUL behind @length bytes. NULL when a parser is needed:
 * an element that is not known, or stands where it may not, or is not ended; an
 * entity that is not known; a declaration. Pieces of more tags than are met in texts
 * are left to a parser too. */
SbHtmlNeat *_sb_html_neat_new (const char *html,
                               gsize length) G_GNUC_WARN_UNUSED_RESULT;
void _sb_html_neat_free (SbHtmlNeat *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbHtmlNeat, _sb_html_neat_free)

G_END_DECLS
