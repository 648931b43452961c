/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-feeds"

#include "config.h"

#include "sb-feed-modules.h"

#include "sb-html-text.h"

#include <string.h>

/* Atom 1.0 (RFC 4287) and 0.3. */

typedef struct
{
  char *html; /* (owned) */
  gboolean plain; /* escaped plain text */
} Construct;

static gboolean
is_type (const char *type,
         const char *const *names)
{
  return g_strv_contains (names, type);
}

static char *
decode_base64 (const char *text)
{
  gsize length = 0;
  g_autofree guchar *bytes = g_base64_decode (text, &length);

  if (length == 0 || !g_utf8_validate ((const char *) bytes, length, NULL))
    return NULL;

  return g_strndup ((const char *) bytes, length);
}

static gboolean
is_base64 (const SbXmlNode *node,
           const char *type)
{
  const char *mode = sb_xml_node_get_attribute (node, SB_XML_MODE);

  if (mode != NULL)
    return g_ascii_strcasecmp (mode, "base64") == 0;

  return strchr (type, '/') != NULL && !g_str_has_prefix (type, "text/") &&
         !g_str_has_suffix (type, "+xml") && !g_str_has_suffix (type, "/xml");
}

/* The one <div> that XHTML is wrapped in is not part of it. */
static char *
dup_xhtml (const SbXmlNode *node)
{
  const SbXmlNode *only = NULL;

  for (const SbXmlNode *child = node->first; child != NULL; child = child->next)
    {
      if (child->name == NULL && strspn (child->text, " \t\r\n") == strlen (child->text))
        continue;
      if (only != NULL || child->name == NULL || child->name->tag != SB_XML_DIV)
        return sb_xml_node_dup_markup (node);
      only = child;
    }

  return sb_xml_node_dup_markup (only != NULL ? only : node);
}

/* Reads a text construct, or content. */
static Construct
read_construct (const SbXmlNode *node)
{
  static const char *const html_types[] = { "html", "text/html", "xhtml", "application/xhtml+xml", NULL };
  const char *given = sb_xml_node_get_attribute (node, SB_XML_TYPE);
  g_autofree char *type = g_ascii_strdown (given != NULL ? given : "", -1);
  g_autofree char *text = NULL;
  Construct construct = { NULL, FALSE };

  g_strstrip (type);
  if (sb_xml_node_has_elements (node))
    {
      construct.html = dup_xhtml (node);
      return construct;
    }

  text = sb_xml_node_dup_text (node);
  if (is_base64 (node, type))
    {
      construct.html = decode_base64 (text);
      if (construct.html != NULL)
        return construct;
    }
  /* XHTML without an element is its text; as for the rest, many an author who
   * says "text" writes HTML. */
  if (g_str_equal (type, "xhtml") || !(is_type (type, html_types) || sb_html_is_likely (text)))
    {
      construct.html = sb_html_from_text (text);
      construct.plain = TRUE;
    }
  else
    construct.html = g_steal_pointer (&text);

  return construct;
}

static void
take_construct (SbFeedDraft *draft,
                SbFeedField field,
                SbFeedRank rank,
                const SbXmlNode *node)
{
  if (rank > draft->ranks[field])
    sb_feed_draft_take (draft, field, rank, read_construct (node).html);
}

static void
take_title (SbFeedDraft *draft,
            SbFeedRank rank,
            const SbXmlNode *node)
{
  Construct construct = read_construct (node);

  sb_feed_draft_take (draft, SB_FEED_FIELD_TITLE, rank,
                      construct.html != NULL ? sb_html_to_line (construct.html, SB_HTML_ALL_TAGS) : NULL);
  g_free (construct.html);
}

static void
set_time (SbFeedDraft *draft,
          SbFeedTimeField field,
          SbFeedRank rank,
          const SbXmlNode *node)
{
  g_autofree char *text = sb_xml_node_dup_text (node);

  sb_feed_draft_set_time (draft, field, rank, text);
}

static void
read_link (SbFeedDraft *draft,
           SbFeedRank rank,
           const SbXmlNode *node,
           const char *url)
{
  const char *rel = sb_xml_node_get_attribute (node, SB_XML_REL);
  const char *type = sb_xml_node_get_attribute (node, SB_XML_TYPE);
  g_autofree char *text = NULL;
  g_autofree char *address = NULL;

  address = sb_feed_dup_address (node, sb_xml_node_get_attribute (node, SB_XML_HREF), url);
  if (address == NULL)
    {
      text = sb_xml_node_dup_text (node);
      address = sb_feed_dup_address (node, text, url);
    }

  if (rel != NULL && g_str_equal (rel, "enclosure"))
    sb_feed_draft_add_enclosure (draft, g_steal_pointer (&address), type,
                                 sb_xml_node_get_attribute (node, SB_XML_LENGTH));
  else if (rel == NULL || *rel == '\0' || g_str_has_suffix (rel, "alternate"))
    {
      /* Of several, the one that a browser shows. */
      gboolean page = type == NULL || *type == '\0' || strstr (type, "html") != NULL;

      sb_feed_draft_take (draft, SB_FEED_FIELD_LINK, page ? rank : rank - 1, g_steal_pointer (&address));
    }
}

static void
read_person (SbFeedDraft *draft,
             SbFeedRank rank,
             const SbXmlNode *node)
{
  static const SbXmlTag tags[] = { SB_XML_NAME, SB_XML_EMAIL, SB_XML_URI };
  g_autofree char *all = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      const SbXmlNode *child = sb_xml_node_find_child (node, tags[i]);
      g_autofree char *text = child != NULL ? g_strstrip (sb_xml_node_dup_text (child)) : NULL;

      if (text != NULL && *text != '\0')
        {
          sb_feed_draft_add_author (draft, rank, text);
          return;
        }
    }

  all = sb_xml_node_dup_text (node);
  sb_feed_draft_add_author (draft, rank, all);
}

/* A category's term is for programs where it is an address: then the label is
 * what people read. */
static void
read_category (SbFeedDraft *draft,
               const SbXmlNode *node)
{
  const char *term = sb_xml_node_get_attribute (node, SB_XML_TERM);
  const char *label = sb_xml_node_get_attribute (node, SB_XML_LABEL);
  g_autofree char *text = NULL;

  if (term == NULL || *term == '\0' || (label != NULL && *label != '\0' && strstr (term, "://") != NULL))
    term = label;
  if (term == NULL)
    term = text = sb_xml_node_dup_text (node);
  sb_feed_draft_add_category (draft, term);
}

static void
read_content (SbFeedDraft *draft,
              SbFeedRank rank,
              const SbXmlNode *node,
              const char *url)
{
  const char *src = sb_xml_node_get_attribute (node, SB_XML_SRC);

  take_construct (draft, SB_FEED_FIELD_TEXT, rank, node);
  if (src != NULL)
    sb_feed_draft_take (draft, SB_FEED_FIELD_LINK, SB_FEED_RANK_GUESS, sb_feed_dup_address (node, src, url));
  if (rank > SB_FEED_RANK_MODULE)
    sb_feed_draft_take (draft, SB_FEED_FIELD_BASE, SB_FEED_RANK_OWN, sb_xml_node_dup_base (node, url));
}

/* Identifiers are to be absolute; one that is a path was meant to be. */
static void
read_id (SbFeedDraft *draft,
         SbFeedRank rank,
         const SbXmlNode *node,
         const char *url)
{
  g_autofree char *text = g_strstrip (sb_xml_node_dup_text (node));

  if (*text == '/')
    sb_feed_draft_take (draft, SB_FEED_FIELD_ID, rank, sb_feed_dup_address (node, text, url));
  else
    sb_feed_draft_take (draft, SB_FEED_FIELD_ID, rank, g_steal_pointer (&text));
}

gboolean
sb_feed_atom_read_child (SbFeedDraft *draft,
                         const SbXmlNode *node,
                         SbFeedRank rank,
                         const char *url)
{
  if (node->name->ns != SB_XML_NS_ATOM && node->name->ns != SB_XML_NS_NONE)
    return FALSE;

  switch (node->name->tag)
    {
    case SB_XML_ID:
      read_id (draft, rank, node, url);
      return TRUE;
    case SB_XML_LINK:
      read_link (draft, rank, node, url);
      return TRUE;
    case SB_XML_TITLE:
      take_title (draft, rank, node);
      return TRUE;
    case SB_XML_SUMMARY:
      take_construct (draft, SB_FEED_FIELD_SUMMARY, rank, node);
      return TRUE;
    case SB_XML_SUBTITLE:
    case SB_XML_TAGLINE:
      take_construct (draft, SB_FEED_FIELD_TEXT, rank, node);
      return TRUE;
    case SB_XML_CONTENT:
      read_content (draft, rank, node, url);
      return TRUE;
    case SB_XML_PUBLISHED:
    case SB_XML_ISSUED:
      set_time (draft, SB_FEED_TIME_PUBLISHED, rank, node);
      return TRUE;
    case SB_XML_CREATED:
      set_time (draft, SB_FEED_TIME_PUBLISHED, rank - 1, node);
      return TRUE;
    case SB_XML_UPDATED:
    case SB_XML_MODIFIED:
      set_time (draft, SB_FEED_TIME_UPDATED, rank, node);
      return TRUE;
    case SB_XML_AUTHOR:
      read_person (draft, rank, node);
      return TRUE;
    case SB_XML_CATEGORY:
      read_category (draft, node);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
read_children (SbFeedDraft *draft,
               const SbXmlNode *node,
               const char *url)
{
  for (const SbXmlNode *child = node->first; child != NULL; child = child->next)
    {
      if (child->name != NULL && !sb_feed_atom_read_child (draft, child, SB_FEED_RANK_OWN, url))
        sb_feed_modules_read (draft, child, url);
    }
}

static void
read_entry (SbFeedDrafts *drafts,
            const SbXmlNode *entry)
{
  SbFeedDraft *draft;

  /* What breaks off in the middle comes whole the next time. */
  draft = entry->whole ? sb_feed_drafts_add_item (drafts) : NULL;
  if (draft == NULL)
    return;

  sb_feed_draft_take (draft, SB_FEED_FIELD_LANGUAGE, SB_FEED_RANK_GUESS,
                      g_strdup (sb_xml_node_get_language (entry)));
  read_children (draft, entry, drafts->url);
  sb_feed_draft_take (draft, SB_FEED_FIELD_BASE, SB_FEED_RANK_GUESS, sb_xml_node_dup_base (entry, drafts->url));
}

/* An entry without an author has that of its source, or else of the feed. */
static void
inherit_authors (SbFeedDrafts *drafts)
{
  for (guint i = 0; i < drafts->items->len; i++)
    {
      SbFeedDraft *item = g_ptr_array_index (drafts->items, i);

      for (guint j = 0; item->author_rank == 0 && j < drafts->channel->authors->len; j++)
        g_ptr_array_add (item->authors, g_strdup (g_ptr_array_index (drafts->channel->authors, j)));
    }
}

void
sb_feed_atom_read (SbFeedDrafts *drafts,
                   const SbXmlNode *root)
{
  if (root->name->tag == SB_XML_ENTRY)
    {
      read_entry (drafts, root);
      return;
    }

  sb_feed_draft_take (drafts->channel, SB_FEED_FIELD_LANGUAGE, SB_FEED_RANK_GUESS,
                      g_strdup (sb_xml_node_get_language (root)));
  read_children (drafts->channel, root, drafts->url);
  for (const SbXmlNode *child = root->first; child != NULL; child = child->next)
    {
      if (child->name != NULL && child->name->tag == SB_XML_ENTRY)
        read_entry (drafts, child);
    }
  inherit_authors (drafts);
}
