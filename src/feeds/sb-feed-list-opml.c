/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-feeds"

#include "config.h"

#include "sb-feed-list-private.h"

#include "sb-feed-charset.h"
#include "sb-feeds-error.h"
#include "sb-html-text.h"
#include "sb-xml-reader.h"

#include <glib/gi18n.h>
#include <string.h>

/* One line of an attribute; NULL when it is missing or blank. */
static char *
dup_attribute (const SbXmlNode *node,
               SbXmlTag tag)
{
  const char *value = sb_xml_node_get_attribute (node, tag);

  return value != NULL ? sb_text_to_line (value) : NULL;
}

/* The text is what outlines are called; some programs write a title only. */
static char *
dup_title (const SbXmlNode *node)
{
  char *text = dup_attribute (node, SB_XML_TEXT);

  return text != NULL ? text : dup_attribute (node, SB_XML_TITLE);
}

static gboolean
says_feed (const SbXmlNode *node)
{
  const char *type = sb_xml_node_get_attribute (node, SB_XML_TYPE);

  return type != NULL && (g_ascii_strcasecmp (type, "rss") == 0 || g_ascii_strcasecmp (type, "atom") == 0);
}

static void read_outlines (SbFeedList *list,
                           const SbXmlNode *parent,
                           GPtrArray *folders);

/* An outline with an address is a feed, even when it holds outlines as well;
 * one without is a folder. */
static void
read_outline (SbFeedList *list,
              const SbXmlNode *node,
              GPtrArray *folders)
{
  g_autofree char *url = dup_attribute (node, SB_XML_XMLURL);
  g_autofree char *title = dup_title (node);

  if (url != NULL)
    {
      g_autofree char *link = dup_attribute (node, SB_XML_HTMLURL);

      sb_feed_list_add (list, url, title, link, (const char *const *) folders->pdata);
    }
  else if (says_feed (node))
    {
      /* Translators: why an entry of a file with a list of feeds is not taken. */
      _sb_feed_list_reject (list, node->line, N_ ("The feed has no address"));
    }

  if (title == NULL || url != NULL)
    {
      read_outlines (list, node, folders);
      return;
    }
  g_ptr_array_insert (folders, (int) folders->len - 1, g_strdup (title));
  read_outlines (list, node, folders);
  g_ptr_array_remove_index (folders, folders->len - 2);
}

/* @folders ends with a NULL. Recursion is bounded by the depth that the reader
 * of XML allows. */
static void
read_outlines (SbFeedList *list,
               const SbXmlNode *parent,
               GPtrArray *folders)
{
  for (const SbXmlNode *child = parent->first; child != NULL; child = child->next)
    {
      if (child->name != NULL && child->name->tag == SB_XML_OUTLINE)
        read_outline (list, child, folders);
    }
}

static SbFeedList *
read_root (const SbXmlNode *root)
{
  const SbXmlNode *head = sb_xml_node_find_child (root, SB_XML_HEAD);
  const SbXmlNode *title = head != NULL ? sb_xml_node_find_child (head, SB_XML_TITLE) : NULL;
  g_autoptr (GPtrArray) folders = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = title != NULL ? sb_xml_node_dup_text (title) : NULL;
  g_autofree char *line = text != NULL ? sb_text_to_line (text) : NULL;
  SbFeedList *list = sb_feed_list_new (line);

  g_ptr_array_add (folders, NULL);
  for (const SbXmlNode *child = root->first; child != NULL; child = child->next)
    {
      if (child->name != NULL && child->name->tag == SB_XML_BODY)
        read_outlines (list, child, folders);
    }

  return list;
}

/* Returns NULL and sets the error for what is no OPML. */
static const SbXmlNode *
get_root (const SbXmlReading *reading,
          const SbXmlProlog *prolog,
          GError **error)
{
  const SbXmlNode *root = reading->tree != NULL ? sb_xml_tree_get_root (reading->tree) : NULL;

  if (root != NULL && root->name->tag == SB_XML_OPML)
    return root;

  if (reading->over_limit)
    g_set_error_literal (error, SB_FEEDS_ERROR, SB_FEEDS_ERROR_TOO_COMPLEX,
                         "Nested too deep, too many elements or a tag too long");
  else if (prolog->root != NULL && g_ascii_strcasecmp (prolog->root, "html") == 0)
    g_set_error_literal (error, SB_FEEDS_ERROR, SB_FEEDS_ERROR_HTML, "An HTML page, not OPML");
  else if (root != NULL || prolog->root == NULL)
    g_set_error_literal (error, SB_FEEDS_ERROR, SB_FEEDS_ERROR_NOT_A_FEED, "Not OPML");
  else
    g_set_error (error, SB_FEEDS_ERROR, SB_FEEDS_ERROR_MALFORMED, "Line %u: %s", reading->line,
                 reading->message != NULL ? reading->message : "not well-formed");

  return NULL;
}

SbFeedList *
sb_feed_list_new_from_opml (GBytes *bytes,
                            GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (SbXmlProlog) prolog = NULL;
  g_autoptr (SbXmlReading) reading = NULL;
  const SbXmlNode *root;
  SbFeedList *list;
  gsize length = 0;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (g_bytes_get_size (bytes) > SB_XML_MAX_BYTES)
    {
      g_set_error (error, SB_FEEDS_ERROR, SB_FEEDS_ERROR_TOO_LARGE, "More than %d bytes", SB_XML_MAX_BYTES);
      return NULL;
    }
  text = sb_feed_charset_decode (bytes, NULL, &length);
  if (strspn (text, " \t\r\n") == length)
    {
      g_set_error_literal (error, SB_FEEDS_ERROR, SB_FEEDS_ERROR_EMPTY, "Nothing but white space");
      return NULL;
    }

  prolog = sb_xml_prolog_read (text, length);
  if (prolog->has_bomb)
    {
      g_set_error_literal (error, SB_FEEDS_ERROR, SB_FEEDS_ERROR_UNSAFE_XML,
                           "The document declares entities made of entities");
      return NULL;
    }
  reading = sb_xml_read (text, length);
  root = get_root (reading, prolog, error);
  if (root == NULL)
    return NULL;

  list = read_root (root);
  if (reading->damage & SB_XML_TRUNCATED)
    /* Translators: why the rest of a file with a list of feeds is not taken. */
    _sb_feed_list_reject (list, reading->stop_line, N_ ("The file breaks off or cannot be read from here on"));
  return list;
}
