/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-html-blocks.h"

#include "sb-block-builder.h"
#include "sb-html-picture.h"
#include "sb-html-role.h"
#include "sb-html-table.h"
#include "sb-illustration.h"
#include "sb-link.h"

#include <string.h>

/* Deeper nesting than the guard lets through does not come up. */
#define MAX_DEPTH 2000
/* No heading is longer, in bytes. */
#define MAX_HEADING 200
/* No caption is longer, in bytes. */
#define MAX_CAPTION 1000
/* No page that is read has more pictures; what is said of one is no longer, in bytes. */
#define MAX_ILLUSTRATIONS 200
#define MAX_DESCRIPTION   500

typedef struct
{
  SbExtraction *extraction; /* (unowned) */
  SbBlockBuilder *builder; /* (unowned) */
  GHashTable *omitted; /* (unowned) (nullable) */
  GHashTable *seen; /* (owned) (element-type utf8) addresses listed */
  const char *base; /* (nullable) */
  guint depth;
  guint n_lists; /* lists around this place */
  guint n_quotes;
  gboolean in_item; /* the item has no block yet */
  gboolean in_caption;
} Renderer;

static void render_node (Renderer *self,
                         const GumboNode *node);

static void
render_children (Renderer *self,
                 const GumboNode *node)
{
  const GumboVector *children = _sb_html_get_children (node);

  for (guint i = 0; i < children->length; i++)
    render_node (self, children->data[i]);
}

static void
list_address (Renderer *self,
              GPtrArray *list,
              const char *address)
{
  if (address != NULL && g_hash_table_add (self->seen, g_strdup (address)))
    g_ptr_array_add (list, g_strdup (address));
}

/* Starts a block of the kind that text has at this place. */
static void
begin_here (Renderer *self)
{
  if (self->in_caption)
    _sb_block_builder_begin (self->builder, SB_BLOCK_FIGURE, 0);
  else if (self->n_quotes > 0)
    _sb_block_builder_begin (self->builder, SB_BLOCK_QUOTE, 0);
  else
    _sb_block_builder_begin (self->builder, SB_BLOCK_PARAGRAPH, 0);
}

static void
render_as (Renderer *self,
           const GumboNode *node,
           SbBlockKind kind,
           guint level)
{
  _sb_block_builder_begin (self->builder, kind, level);
  render_children (self, node);
  begin_here (self);
}

/* TRUE for what stands under a picture by its name, on pages that have no
 * element for it. */
static gboolean
is_caption (const GumboNode *node)
{
  static const char *const words[] = { "caption", "captions", "legend", "legende", "figcaption", "imagecaption", NULL };
  g_autofree char *text = NULL;

  if (_sb_html_get (node, "class") == NULL || !_sb_html_is_called (node, words))
    return FALSE;
  text = _sb_html_dup_label (node, MAX_CAPTION);
  return text != NULL;
}

static void
render_caption (Renderer *self,
                const GumboNode *node)
{
  gboolean outer = self->in_caption;

  self->in_caption = TRUE;
  begin_here (self);
  render_children (self, node);
  self->in_caption = outer;
  begin_here (self);
}

/* A division in a list item goes on with the item while that has no text. */
static void
render_division (Renderer *self,
                 const GumboNode *node)
{
  guint n_before = self->extraction->blocks->len;

  if (self->in_item)
    {
      render_children (self, node);
      _sb_block_builder_end (self->builder);
      self->in_item = self->in_item && self->extraction->blocks->len == n_before;
      return;
    }
  if (is_caption (node))
    {
      render_caption (self, node);
      return;
    }
  begin_here (self);
  render_children (self, node);
  begin_here (self);
}

/* A heading of several sentences is a lead that was to be large. */
static void
render_heading (Renderer *self,
                const GumboNode *node)
{
  g_autofree char *text = _sb_html_dup_label (node, MAX_HEADING);

  if (text != NULL)
    render_as (self, node, SB_BLOCK_HEADING, _sb_html_get_tag (node) - GUMBO_TAG_H1 + 1);
  else
    render_division (self, node);
}

static void
render_item (Renderer *self,
             const GumboNode *node)
{
  gboolean outer = self->in_item;

  _sb_block_builder_begin (self->builder, SB_BLOCK_LIST_ITEM, MAX (self->n_lists, 1));
  self->in_item = TRUE;
  render_children (self, node);
  self->in_item = outer;
  begin_here (self);
}

static void
render_list (Renderer *self,
             const GumboNode *node)
{
  gboolean outer = self->in_item;

  self->n_lists++;
  self->in_item = FALSE;
  begin_here (self);
  render_children (self, node);
  begin_here (self);
  self->in_item = outer;
  self->n_lists--;
}

static void
render_quote (Renderer *self,
              const GumboNode *node)
{
  gboolean outer = self->in_item;

  self->n_quotes++;
  self->in_item = FALSE;
  begin_here (self);
  render_children (self, node);
  self->n_quotes--;
  begin_here (self);
  self->in_item = outer;
}

static void
render_code (Renderer *self,
             const GumboNode *node)
{
  _sb_block_builder_begin (self->builder, SB_BLOCK_CODE, 0);
  _sb_block_builder_set_verbatim (self->builder, TRUE);
  render_children (self, node);
  begin_here (self);
  _sb_block_builder_set_verbatim (self->builder, FALSE);
}

static void
render_link (Renderer *self,
             const GumboNode *node)
{
  g_autofree char *address = _sb_link_resolve (self->base, _sb_html_get (node, "href"));

  if (address == NULL)
    {
      render_children (self, node);
      return;
    }
  list_address (self, self->extraction->links, address);
  _sb_block_builder_open_span (self->builder, SB_SPAN_LINK, address);
  render_children (self, node);
  _sb_block_builder_close_span (self->builder);
}

static void
render_span (Renderer *self,
             const GumboNode *node,
             SbSpanKind kind)
{
  _sb_block_builder_open_span (self->builder, kind, NULL);
  render_children (self, node);
  _sb_block_builder_close_span (self->builder);
}

static void
list_links_within (Renderer *self,
                   const GumboNode *node)
{
  for (const GumboNode *n = node; n != NULL; n = _sb_html_next (n, node))
    {
      g_autofree char *address = NULL;

      if (_sb_html_get_tag (n) != GUMBO_TAG_A)
        continue;
      address = _sb_link_resolve (self->base, _sb_html_get (n, "href"));
      list_address (self, self->extraction->links, address);
    }
}

static void
render_table (Renderer *self,
              const GumboNode *node)
{
  g_autofree char *text = NULL;
  const GumboNode *caption;

  if (!_sb_html_is_data_table (node))
    {
      render_division (self, node);
      return;
    }
  if ((caption = _sb_html_find (node, GUMBO_TAG_CAPTION)))
    render_as (self, caption, SB_BLOCK_FIGURE, 0);
  text = _sb_html_dup_table_text (node);
  list_links_within (self, node);
  _sb_block_builder_begin (self->builder, SB_BLOCK_TABLE, 0);
  _sb_block_builder_set_verbatim (self->builder, TRUE);
  _sb_block_builder_append (self->builder, text, -1);
  begin_here (self);
  _sb_block_builder_set_verbatim (self->builder, FALSE);
}

static gboolean
is_listed (Renderer *self,
           const char *address)
{
  GPtrArray *illustrations = self->extraction->illustrations;

  for (guint i = 0; i < illustrations->len; i++)
    if (g_str_equal (sb_illustration_get_address (g_ptr_array_index (illustrations, i)), address))
      return TRUE;

  return FALSE;
}

/* What the page says of a picture to readers who do not see it; NULL for nothing. */
static char *
dup_description (const GumboNode *node)
{
  const char *alt = _sb_html_get (node, "alt");
  g_autofree char *valid = g_utf8_make_valid (alt != NULL ? alt : "", -1);

  g_strstrip (valid);
  return *valid != '\0' && strlen (valid) <= MAX_DESCRIPTION ? g_steal_pointer (&valid) : NULL;
}

/* A picture stands before the block that follows it; one within a block, behind it. */
static void
list_illustration (Renderer *self,
                   const GumboNode *node)
{
  g_autofree char *address = _sb_html_dup_picture_address (node, self->base);
  g_autofree char *description = NULL;
  guint block = self->extraction->blocks->len + (_sb_block_builder_has_text (self->builder) ? 1 : 0);

  if (address == NULL || self->extraction->illustrations->len == MAX_ILLUSTRATIONS || is_listed (self, address))
    return;

  description = dup_description (node);
  g_ptr_array_add (self->extraction->illustrations, sb_illustration_new (address, description, block));
}

static void
list_picture (Renderer *self,
              const GumboNode *node)
{
  g_autofree char *address = _sb_link_resolve (self->base, _sb_html_get (node, "src"));

  list_address (self, self->extraction->resources, address);
  list_illustration (self, node);
}

static void
render_element (Renderer *self,
                const GumboNode *node)
{
  GumboTag tag = node->v.element.tag;

  switch ((int) tag)
    {
    case GUMBO_TAG_H1 ... GUMBO_TAG_H6:
      render_heading (self, node);
      break;
    case GUMBO_TAG_BLOCKQUOTE:
      render_quote (self, node);
      break;
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_MENU:
    case GUMBO_TAG_DIR:
      render_list (self, node);
      break;
    case GUMBO_TAG_LI:
      render_item (self, node);
      break;
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_LISTING:
    case GUMBO_TAG_XMP:
      render_code (self, node);
      break;
    case GUMBO_TAG_TABLE:
      render_table (self, node);
      break;
    case GUMBO_TAG_FIGCAPTION:
      render_caption (self, node);
      break;
    case GUMBO_TAG_BR:
      _sb_block_builder_append_break (self->builder);
      break;
    case GUMBO_TAG_IMG:
      list_picture (self, node);
      break;
    case GUMBO_TAG_A:
      render_link (self, node);
      break;
    case GUMBO_TAG_B:
    case GUMBO_TAG_STRONG:
      render_span (self, node, SB_SPAN_STRONG);
      break;
    case GUMBO_TAG_I:
    case GUMBO_TAG_EM:
    case GUMBO_TAG_CITE:
    case GUMBO_TAG_DFN:
      render_span (self, node, SB_SPAN_EMPHASIS);
      break;
    default:
      if (_sb_html_breaks_line (node))
        render_division (self, node);
      else
        render_children (self, node);
      break;
    }
}

/* Frames are never shown: what is written for readers without them is for
 * ours, as far as it is plain text. */
static void
render_frame (Renderer *self,
              const GumboNode *node)
{
  const GumboVector *children = _sb_html_get_children (node);

  for (guint i = 0; i < children->length; i++)
    {
      const GumboNode *child = children->data[i];

      if (child->type == GUMBO_NODE_TEXT && strchr (child->v.text.text, '<') == NULL)
        _sb_block_builder_append (self->builder, child->v.text.text, -1);
    }
}

static void
render_node (Renderer *self,
             const GumboNode *node)
{
  if (self->omitted == NULL && _sb_html_get_tag (node) == GUMBO_TAG_IFRAME)
    {
      render_frame (self, node);
      return;
    }
  if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_CDATA || node->type == GUMBO_NODE_WHITESPACE)
    {
      _sb_block_builder_append (self->builder, node->v.text.text, -1);
      return;
    }
  if (!_sb_html_is_element (node) || _sb_html_is_hidden (node) || self->depth == MAX_DEPTH)
    return;
  if (self->omitted != NULL && g_hash_table_contains (self->omitted, node))
    return;
  self->depth++;
  render_element (self, node);
  self->depth--;
}

void
_sb_html_append_blocks (SbExtraction *extraction,
                        const GumboNode *node,
                        GHashTable *omitted,
                        const char *base)
{
  g_autoptr (SbBlockBuilder) builder = _sb_block_builder_new (extraction->blocks);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Renderer self = { extraction, builder, omitted, seen, base };

  begin_here (&self);
  render_node (&self, node);
  _sb_block_builder_end (builder);
}
