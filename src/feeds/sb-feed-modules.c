/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-feeds"

#include "config.h"

#include "sb-feed-modules.h"

#include "sb-feed-address.h"
#include "sb-html-text.h"

#include <string.h>

char *
sb_feed_dup_address (const SbXmlNode *node,
                     const char *address,
                     const char *url)
{
  g_autofree char *base = NULL;

  if (address == NULL)
    return NULL;
  if (!sb_feed_address_is_absolute (address))
    base = sb_xml_node_dup_base (node, url);

  return sb_feed_address_resolve (base, address);
}

static void
take_line (SbFeedDraft *draft,
           SbFeedField field,
           SbFeedRank rank,
           const SbXmlNode *node)
{
  g_autofree char *inner = NULL;

  if (rank <= draft->ranks[field])
    return;
  inner = sb_xml_node_dup_inner (node);
  sb_feed_draft_take (draft, field, rank, sb_html_to_line (inner, SB_HTML_USUAL_TAGS));
}

static void
take_html (SbFeedDraft *draft,
           SbFeedField field,
           SbFeedRank rank,
           const SbXmlNode *node)
{
  if (rank > draft->ranks[field])
    sb_feed_draft_take (draft, field, rank, sb_xml_node_dup_inner (node));
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
add_author (SbFeedDraft *draft,
            SbFeedRank rank,
            const SbXmlNode *node)
{
  g_autofree char *text = sb_xml_node_dup_text (node);

  sb_feed_draft_add_author (draft, rank, text);
}

static void
add_keywords (SbFeedDraft *draft,
              const SbXmlNode *node)
{
  g_autofree char *text = sb_xml_node_dup_text (node);
  g_auto (GStrv) words = g_strsplit (text, ",", 100);

  for (guint i = 0; words[i] != NULL; i++)
    sb_feed_draft_add_category (draft, words[i]);
}

/* Dublin Core, with its refined terms. */
static void
read_dublin_core (SbFeedDraft *draft,
                  const SbXmlNode *node)
{
  switch (node->name->tag)
    {
    case SB_XML_TITLE:
      take_line (draft, SB_FEED_FIELD_TITLE, SB_FEED_RANK_MODULE, node);
      break;
    case SB_XML_CREATOR:
    case SB_XML_AUTHOR:
      add_author (draft, SB_FEED_RANK_MODULE, node);
      break;
    case SB_XML_PUBLISHER:
      add_author (draft, SB_FEED_RANK_GUESS, node);
      break;
    case SB_XML_SUBJECT:
      {
        g_autofree char *text = sb_xml_node_dup_text (node);

        sb_feed_draft_add_category (draft, text);
        break;
      }
    case SB_XML_DESCRIPTION:
    case SB_XML_ABSTRACT:
      take_html (draft, SB_FEED_FIELD_SUMMARY, SB_FEED_RANK_MODULE, node);
      break;
    case SB_XML_LANGUAGE:
      take_line (draft, SB_FEED_FIELD_LANGUAGE, SB_FEED_RANK_MODULE, node);
      break;
    case SB_XML_DATE:
    case SB_XML_ISSUED:
      set_time (draft, SB_FEED_TIME_PUBLISHED, SB_FEED_RANK_MODULE, node);
      break;
    case SB_XML_CREATED:
      set_time (draft, SB_FEED_TIME_PUBLISHED, SB_FEED_RANK_GUESS, node);
      break;
    case SB_XML_MODIFIED:
      set_time (draft, SB_FEED_TIME_UPDATED, SB_FEED_RANK_MODULE, node);
      break;
    default:
      break;
    }
}

static void
read_itunes (SbFeedDraft *draft,
             const SbXmlNode *node)
{
  const SbXmlNode *name;

  switch (node->name->tag)
    {
    case SB_XML_TITLE:
      take_line (draft, SB_FEED_FIELD_TITLE, SB_FEED_RANK_GUESS, node);
      break;
    case SB_XML_AUTHOR:
      add_author (draft, SB_FEED_RANK_MODULE, node);
      break;
    case SB_XML_OWNER:
      name = sb_xml_node_find_child (node, SB_XML_NAME);
      if (name != NULL)
        add_author (draft, SB_FEED_RANK_GUESS, name);
      break;
    case SB_XML_SUMMARY:
      take_html (draft, SB_FEED_FIELD_SUMMARY, SB_FEED_RANK_MODULE, node);
      break;
    case SB_XML_SUBTITLE:
      take_html (draft, SB_FEED_FIELD_SUMMARY, SB_FEED_RANK_GUESS, node);
      break;
    case SB_XML_KEYWORDS:
      add_keywords (draft, node);
      break;
    case SB_XML_CATEGORY:
      sb_feed_draft_add_category (draft, sb_xml_node_get_attribute (node, SB_XML_TEXT));
      break;
    default:
      break;
    }
}

static void
read_media (SbFeedDraft *draft,
            const SbXmlNode *node,
            const char *url)
{
  switch (node->name->tag)
    {
    case SB_XML_TITLE:
      take_line (draft, SB_FEED_FIELD_TITLE, SB_FEED_RANK_GUESS, node);
      break;
    case SB_XML_DESCRIPTION:
      take_html (draft, SB_FEED_FIELD_SUMMARY, SB_FEED_RANK_GUESS, node);
      break;
    case SB_XML_KEYWORDS:
      add_keywords (draft, node);
      break;
    case SB_XML_LOCATION:
      sb_feed_geo_read (draft, node);
      break;
    case SB_XML_CONTENT:
      sb_feed_draft_add_enclosure (
        draft, sb_feed_dup_address (node, sb_xml_node_get_attribute (node, SB_XML_URL), url),
        sb_xml_node_get_attribute (node, SB_XML_TYPE),
        sb_xml_node_get_attribute (node, SB_XML_FILESIZE));
      /* fall through */
    case SB_XML_GROUP:
      for (const SbXmlNode *child = node->first; child != NULL; child = child->next)
        {
          if (child->name != NULL)
            sb_feed_modules_read (draft, child, url);
        }
      break;
    default:
      break;
    }
}

gboolean
sb_feed_modules_read (SbFeedDraft *draft,
                      const SbXmlNode *node,
                      const char *url)
{
  switch (node->name->ns)
    {
    case SB_XML_NS_DC:
    case SB_XML_NS_DCTERMS:
      read_dublin_core (draft, node);
      return TRUE;
    case SB_XML_NS_ITUNES:
      read_itunes (draft, node);
      return TRUE;
    case SB_XML_NS_MEDIA:
      read_media (draft, node, url);
      return TRUE;
    case SB_XML_NS_GEORSS:
    case SB_XML_NS_GML:
    case SB_XML_NS_GEO:
      sb_feed_geo_read (draft, node);
      return TRUE;
    case SB_XML_NS_CONTENT:
      if (node->name->tag == SB_XML_ENCODED)
        take_html (draft, SB_FEED_FIELD_TEXT, SB_FEED_RANK_BEST, node);
      return TRUE;
    case SB_XML_NS_XHTML:
      if (node->name->tag == SB_XML_BODY || node->name->tag == SB_XML_DIV)
        sb_feed_draft_take (draft, SB_FEED_FIELD_TEXT, SB_FEED_RANK_BETTER, sb_xml_node_dup_markup (node));
      return TRUE;
    case SB_XML_NS_FEEDBURNER:
      if (node->name->tag == SB_XML_ORIGLINK)
        {
          g_autofree char *text = sb_xml_node_dup_text (node);

          sb_feed_draft_take (draft, SB_FEED_FIELD_LINK, SB_FEED_RANK_GUESS,
                              sb_feed_dup_address (node, text, url));
        }
      return TRUE;
    default:
      return FALSE;
    }
}
