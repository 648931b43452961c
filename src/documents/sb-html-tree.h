/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gumbo.h>

#include <glib.h>

G_BEGIN_DECLS

/* The tree of a page. Names of tags are those of gumbo; an element that it
 * does not know has the tag GUMBO_TAG_UNKNOWN. */
typedef struct
{
  char *html; /* (owned) what the tree points into */
  GumboOutput *output;
} SbHtmlTree;

/* Takes over @html, UTF-8. Only for pages that are affordable. */
SbHtmlTree *_sb_html_tree_new (char *html,
                               gsize length) G_GNUC_WARN_UNUSED_RESULT;
void _sb_html_tree_free (SbHtmlTree *self);

const GumboNode *_sb_html_tree_get_root (const SbHtmlTree *self);
/* The first element of that kind in document order, or NULL. */
const GumboNode *_sb_html_find (const GumboNode *node,
                                GumboTag tag);

gboolean _sb_html_is_element (const GumboNode *node);
GumboTag _sb_html_get_tag (const GumboNode *node); /* of an element, else GUMBO_TAG_LAST */
const GumboVector *_sb_html_get_children (const GumboNode *node); /* empty for what has none */
/* The value of an attribute, or NULL. */
const char *_sb_html_get (const GumboNode *node,
                          const char *name);

/* The next node in document order within @root, into @node or past it. */
const GumboNode *_sb_html_next (const GumboNode *node,
                                const GumboNode *root);
const GumboNode *_sb_html_next_after (const GumboNode *node,
                                      const GumboNode *root);

/* TRUE for what no reader sees: scripts, styles, form fields, and what is
 * hidden by an attribute or by its own style. */
gboolean _sb_html_is_hidden (const GumboNode *node);

/* TRUE for elements that stand on lines of their own. */
gboolean _sb_html_breaks_line (const GumboNode *node);

/* The visible text, white space folded to single spaces. */
char *_sb_html_dup_text (const GumboNode *node) G_GNUC_WARN_UNUSED_RESULT;

/* The same of an element that is a label; NULL when that is longer than @max
 * bytes. */
char *_sb_html_dup_label (const GumboNode *node,
                          gsize max) G_GNUC_WARN_UNUSED_RESULT;
/* Any text with its white space folded in the same way. */
char *_sb_fold_space (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbHtmlTree, _sb_html_tree_free)

G_END_DECLS
