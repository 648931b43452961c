/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-feeds"

#include "config.h"

#include "sb-feed-modules.h"

#include <string.h>

#define MAX_COORDINATES 4096

typedef enum
{
  LATITUDE_FIRST,
  LONGITUDE_FIRST,
} AxisOrder;

/* Numbers between spaces and commas. */
static GArray *
read_numbers (const char *text)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (double));

  while (numbers->len < MAX_COORDINATES)
    {
      char *end = NULL;
      double number;

      text += strspn (text, " \t\r\n,;");
      number = g_ascii_strtod (text, &end);
      if (end == text)
        break;
      g_array_append_val (numbers, number);
      text = end;
    }

  return numbers;
}

/* The middle of the bounds of the pairs of numbers. */
static void
set_middle (SbFeedDraft *draft,
            GArray *numbers,
            AxisOrder order)
{
  double low[2];
  double high[2];
  guint n_pairs = numbers->len / 2;

  if (n_pairs == 0)
    return;

  for (guint axis = 0; axis < 2; axis++)
    {
      low[axis] = high[axis] = g_array_index (numbers, double, axis);
      for (guint i = 1; i < n_pairs; i++)
        {
          double value = g_array_index (numbers, double, 2 * i + axis);

          low[axis] = MIN (low[axis], value);
          high[axis] = MAX (high[axis], value);
        }
    }
  sb_feed_draft_set_position (draft,
                              n_pairs > 1 ? SB_FEED_POSITION_AREA : SB_FEED_POSITION_POINT,
                              (low[order] + high[order]) / 2,
                              (low[1 - order] + high[1 - order]) / 2);
}

static void
read_pairs (SbFeedDraft *draft,
            const SbXmlNode *node,
            AxisOrder order)
{
  g_autofree char *text = sb_xml_node_dup_text (node);
  g_autoptr (GArray) numbers = read_numbers (text);

  set_middle (draft, numbers, order);
}

/* The axes of a reference system that is not geographic are x and y. */
static AxisOrder
get_axis_order (const SbXmlNode *node)
{
  for (; node != NULL; node = node->parent)
    {
      const char *system = sb_xml_node_get_attribute (node, SB_XML_SRSNAME);

      if (system == NULL)
        continue;
      return strstr (system, "4326") != NULL || strstr (system, "4979") != NULL ? LATITUDE_FIRST
                                                                                : LONGITUDE_FIRST;
    }

  return LATITUDE_FIRST;
}

static void
read_circle (SbFeedDraft *draft,
             const SbXmlNode *node)
{
  g_autofree char *text = sb_xml_node_dup_text (node);
  g_autoptr (GArray) numbers = read_numbers (text);

  if (numbers->len >= 2)
    sb_feed_draft_set_position (draft, SB_FEED_POSITION_AREA, g_array_index (numbers, double, 0),
                                g_array_index (numbers, double, 1));
}

/* A latitude goes with the longitude beside it. */
static void
read_latitude (SbFeedDraft *draft,
               const SbXmlNode *node)
{
  static const SbXmlTag tags[] = { SB_XML_LONG, SB_XML_LON, SB_XML_LONGITUDE };

  for (gsize i = 0; i < G_N_ELEMENTS (tags) && node->parent != NULL; i++)
    {
      const SbXmlNode *other = sb_xml_node_find_child (node->parent, tags[i]);
      g_autofree char *latitude = NULL;
      g_autofree char *longitude = NULL;
      char *end_latitude = NULL;
      char *end_longitude = NULL;
      double values[2];

      if (other == NULL)
        continue;
      latitude = g_strstrip (sb_xml_node_dup_text (node));
      longitude = g_strstrip (sb_xml_node_dup_text (other));
      values[0] = g_ascii_strtod (latitude, &end_latitude);
      values[1] = g_ascii_strtod (longitude, &end_longitude);
      if (end_latitude != latitude && end_longitude != longitude)
        sb_feed_draft_set_position (draft, SB_FEED_POSITION_POINT, values[0], values[1]);
      return;
    }
}

/* An envelope has two corners; what is between them is an area. */
static void
read_corner (SbFeedDraft *draft,
             const SbXmlNode *node)
{
  const SbXmlNode *upper = sb_xml_node_find_child (node->parent, SB_XML_UPPERCORNER);
  g_autofree char *low = sb_xml_node_dup_text (node);
  g_autofree char *high = upper != NULL ? sb_xml_node_dup_text (upper) : g_strdup ("");
  g_autofree char *both = g_strjoin (" ", low, high, NULL);
  g_autoptr (GArray) numbers = read_numbers (both);

  set_middle (draft, numbers, get_axis_order (node));
}

static void
read_children (SbFeedDraft *draft,
               const SbXmlNode *node)
{
  for (const SbXmlNode *child = node->first; child != NULL; child = child->next)
    {
      if (child->name != NULL)
        sb_feed_geo_read (draft, child);
    }
}

void
sb_feed_geo_read (SbFeedDraft *draft,
                  const SbXmlNode *node)
{
  switch (node->name->tag)
    {
    case SB_XML_POINT:
      if (sb_xml_node_has_elements (node))
        read_children (draft, node);
      else
        read_pairs (draft, node, LATITUDE_FIRST);
      break;
    case SB_XML_POS:
    case SB_XML_POSLIST:
      read_pairs (draft, node, get_axis_order (node));
      break;
    case SB_XML_COORDINATES:
      read_pairs (draft, node, LONGITUDE_FIRST);
      break;
    case SB_XML_LINE:
    case SB_XML_POLYGON:
    case SB_XML_BOX:
      if (sb_xml_node_has_elements (node))
        read_children (draft, node);
      else
        read_pairs (draft, node, LATITUDE_FIRST);
      break;
    case SB_XML_CIRCLE:
      read_circle (draft, node);
      break;
    case SB_XML_LAT:
    case SB_XML_LATITUDE:
      read_latitude (draft, node);
      break;
    case SB_XML_LOWERCORNER:
      read_corner (draft, node);
      break;
    default:
      read_children (draft, node);
    }
}
