/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-feeds"

#include "config.h"

#include "sb-feed-modules.h"

#include "sb-html-text.h"

#include <string.h>

/* RSS 0.91 to 2.0; RSS 1.0 shares the elements of channels and items. */

static gboolean
is_rss (const SbXmlNode *node)
{
  return node->name != NULL &&
         (node->name->ns == SB_XML_NS_NONE || node->name->ns == SB_XML_NS_RSS);
}

static void
take_line (SbFeedDraft *draft,
           SbFeedField field,
           const SbXmlNode *node)
{
  g_autofree char *inner = sb_xml_node_dup_inner (node);

  sb_feed_draft_take (draft, field, SB_FEED_RANK_OWN, sb_html_to_line (inner, SB_HTML_USUAL_TAGS));
}

static void
take_html (SbFeedDraft *draft,
           SbFeedField field,
           SbFeedRank rank,
           const SbXmlNode *node)
{
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

/* RSS writes the address as text; one in an attribute comes from a program that
 * thinks in Atom, and is meant. */
static void
read_link (SbFeedDraft *draft,
           const SbXmlNode *node,
           const char *url)
{
  const char *href = sb_xml_node_get_attribute (node, SB_XML_HREF);
  g_autofree char *text = NULL;

  if (href != NULL)
    {
      sb_feed_atom_read_child (draft, node, SB_FEED_RANK_BETTER, url);
      return;
    }

  text = sb_xml_node_dup_text (node);
  sb_feed_draft_take (draft, SB_FEED_FIELD_LINK, SB_FEED_RANK_OWN,
                      sb_feed_dup_address (node, text, url));
}

/* A guid is the item's address too, unless it says that it is not. */
static void
read_guid (SbFeedDraft *draft,
           const SbXmlNode *node)
{
  const char *permalink = sb_xml_node_get_attribute (node, SB_XML_ISPERMALINK);
  char *guid = sb_xml_node_dup_inner (node);

  g_strstrip (guid);
  if ((permalink == NULL || g_ascii_strcasecmp (permalink, "false") != 0) &&
      (g_str_has_prefix (guid, "http://") || g_str_has_prefix (guid, "https://")))
    sb_feed_draft_take (draft, SB_FEED_FIELD_LINK, SB_FEED_RANK_MODULE, g_strdup (guid));
  sb_feed_draft_take (draft, SB_FEED_FIELD_ID, SB_FEED_RANK_OWN, guid);
}

static void
read_author (SbFeedDraft *draft,
             const SbXmlNode *node)
{
  g_autofree char *text = NULL;

  if (sb_xml_node_has_elements (node))
    {
      sb_feed_atom_read_child (draft, node, SB_FEED_RANK_OWN, NULL);
      return;
    }
  text = sb_xml_node_dup_text (node);
  sb_feed_draft_add_author (draft, SB_FEED_RANK_OWN, text);
}

/* Reads what channels and items share; returns FALSE for anything else. */
static gboolean
read_shared (SbFeedDraft *draft,
             const SbXmlNode *node,
             const char *url)
{
  g_autofree char *text = NULL;

  switch (node->name->tag)
    {
    case SB_XML_TITLE:
      take_line (draft, SB_FEED_FIELD_TITLE, node);
      return TRUE;
    case SB_XML_LINK:
      read_link (draft, node, url);
      return TRUE;
    case SB_XML_LANGUAGE:
      take_line (draft, SB_FEED_FIELD_LANGUAGE, node);
      return TRUE;
    case SB_XML_CATEGORY:
    case SB_XML_KEYWORDS:
      text = sb_xml_node_dup_text (node);
      sb_feed_draft_add_category (draft, text);
      return TRUE;
    case SB_XML_PUBDATE:
      set_time (draft, SB_FEED_TIME_PUBLISHED, SB_FEED_RANK_BETTER, node);
      return TRUE;
    case SB_XML_DATE:
      set_time (draft, SB_FEED_TIME_PUBLISHED, SB_FEED_RANK_OWN, node);
      return TRUE;
    case SB_XML_LASTBUILDDATE:
    case SB_XML_UPDATED:
      set_time (draft, SB_FEED_TIME_UPDATED, SB_FEED_RANK_OWN, node);
      return TRUE;
    case SB_XML_PUBLISHED:
      set_time (draft, SB_FEED_TIME_PUBLISHED, SB_FEED_RANK_OWN, node);
      return TRUE;
    case SB_XML_AUTHOR:
    case SB_XML_MANAGINGEDITOR:
      read_author (draft, node);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
read_item_child (SbFeedDraft *draft,
                 const SbXmlNode *node,
                 const char *url,
                 gboolean has_summary)
{
  switch (node->name->tag)
    {
    case SB_XML_GUID:
    case SB_XML_ID:
      read_guid (draft, node);
      break;
    case SB_XML_DESCRIPTION:
      /* Beside a summary, the description is the text. */
      take_html (draft, has_summary ? SB_FEED_FIELD_TEXT : SB_FEED_FIELD_SUMMARY,
                 SB_FEED_RANK_OWN, node);
      break;
    case SB_XML_SUMMARY:
      take_html (draft, SB_FEED_FIELD_SUMMARY, SB_FEED_RANK_OWN, node);
      break;
    case SB_XML_ENCODED:
    case SB_XML_CONTENT:
    case SB_XML_FULLTEXT:
    case SB_XML_BODY:
      take_html (draft, SB_FEED_FIELD_TEXT, SB_FEED_RANK_BETTER, node);
      break;
    case SB_XML_ENCLOSURE:
      sb_feed_draft_add_enclosure (
        draft, sb_feed_dup_address (node, sb_xml_node_get_attribute (node, SB_XML_URL), url),
        sb_xml_node_get_attribute (node, SB_XML_TYPE),
        sb_xml_node_get_attribute (node, SB_XML_LENGTH));
      break;
    default:
      break;
    }
}

static gboolean
has_own_child (const SbXmlNode *node,
               SbXmlTag tag)
{
  for (const SbXmlNode *child = node->first; child != NULL; child = child->next)
    {
      if (is_rss (child) && child->name->tag == tag)
        return TRUE;
    }

  return FALSE;
}

void
sb_feed_rss_read_item (SbFeedDrafts *drafts,
                       const SbXmlNode *item)
{
  SbFeedDraft *draft;
  const char *about = sb_xml_node_get_attribute (item, SB_XML_ABOUT);
  gboolean has_summary = has_own_child (item, SB_XML_SUMMARY);

  /* What breaks off in the middle comes whole the next time. */
  draft = item->whole ? sb_feed_drafts_add_item (drafts) : NULL;
  if (draft == NULL)
    return;

  sb_feed_draft_take (draft, SB_FEED_FIELD_BASE, SB_FEED_RANK_OWN, sb_xml_node_dup_base (item, drafts->url));
  sb_feed_draft_take (draft, SB_FEED_FIELD_LANGUAGE, SB_FEED_RANK_GUESS,
                      g_strdup (sb_xml_node_get_language (item)));
  if (about != NULL)
    {
      sb_feed_draft_take (draft, SB_FEED_FIELD_ID, SB_FEED_RANK_MODULE, g_strdup (about));
      sb_feed_draft_take (draft, SB_FEED_FIELD_LINK, SB_FEED_RANK_GUESS,
                          sb_feed_dup_address (item, about, drafts->url));
    }

  for (const SbXmlNode *child = item->first; child != NULL; child = child->next)
    {
      if (child->name == NULL)
        continue;
      if (!is_rss (child))
        {
          if (!sb_feed_modules_read (draft, child, drafts->url))
            sb_feed_atom_read_child (draft, child, SB_FEED_RANK_MODULE, drafts->url);
        }
      else if (!read_shared (draft, child, drafts->url))
        read_item_child (draft, child, drafts->url, has_summary);
    }
}

void
sb_feed_rss_read_channel (SbFeedDrafts *drafts,
                          const SbXmlNode *channel)
{
  SbFeedDraft *draft = drafts->channel;

  sb_feed_draft_take (draft, SB_FEED_FIELD_LANGUAGE, SB_FEED_RANK_GUESS,
                      g_strdup (sb_xml_node_get_language (channel)));
  sb_feed_draft_take (draft, SB_FEED_FIELD_ID, SB_FEED_RANK_MODULE,
                      g_strdup (sb_xml_node_get_attribute (channel, SB_XML_ABOUT)));

  for (const SbXmlNode *child = channel->first; child != NULL; child = child->next)
    {
      if (child->name == NULL)
        continue;
      if (!is_rss (child))
        {
          if (!sb_feed_modules_read (draft, child, drafts->url))
            sb_feed_atom_read_child (draft, child, SB_FEED_RANK_MODULE, drafts->url);
        }
      else if (child->name->tag == SB_XML_ITEM)
        sb_feed_rss_read_item (drafts, child);
      else if (child->name->tag == SB_XML_ITEMS)
        sb_feed_rdf_read (drafts, child);
      else if (child->name->tag == SB_XML_DESCRIPTION)
        take_html (draft, SB_FEED_FIELD_TEXT, SB_FEED_RANK_OWN, child);
      else
        read_shared (draft, child, drafts->url);
    }
}

void
sb_feed_rss_read (SbFeedDrafts *drafts,
                  const SbXmlNode *root)
{
  if (root->name->tag == SB_XML_CHANNEL)
    {
      sb_feed_rss_read_channel (drafts, root);
      return;
    }

  for (const SbXmlNode *child = root->first; child != NULL; child = child->next)
    {
      if (child->name == NULL)
        continue;
      if (child->name->tag == SB_XML_CHANNEL)
        sb_feed_rss_read_channel (drafts, child);
      else if (child->name->tag == SB_XML_ITEM)
        sb_feed_rss_read_item (drafts, child);
    }
}
