/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-tables"

#include "config.h"

#include "sb-overlay-format.h"

#include "sb-table-error.h"
#include "sb-table-number.h"
#include "sb-table-xml-read.h"

/* KML 2.2 and GPX 1.0 and 1.1. Recursion is bounded by the depth that the reader of
 * XML allows. */

static const struct
{
  const char *name;
  SbShapeKind kind;
} kml_geometries[] = {
  { "Point", SB_SHAPE_POINT },
  { "LineString", SB_SHAPE_LINE },
  { "Track", SB_SHAPE_LINE },
  { "Polygon", SB_SHAPE_AREA },
};

/* One point of a list; what separates its numbers is one of @separators. */
static gboolean
take_tuple (SbOverlay *self,
            const char *tuple,
            const char *separators)
{
  g_auto (GStrv) parts = g_strsplit_set (tuple, separators, 3);
  double longitude, latitude;

  if (g_strv_length (parts) < 2 || !sb_table_degrees_parse (parts[0], 180, &longitude) ||
      !sb_table_degrees_parse (parts[1], 90, &latitude))
    return TRUE;

  return _sb_overlay_take (self, longitude, latitude);
}

/* "longitude,latitude[,height]", spaces between them: a part. */
static gboolean
read_kml_coordinates (SbOverlay *self,
                      const SbXmlNode *node)
{
  g_autofree char *text = sb_table_xml_dup_text (node);
  g_auto (GStrv) tuples = text != NULL ? g_strsplit_set (text, " \t\r\n", -1) : NULL;

  sb_overlay_begin_part (self);
  for (guint i = 0; tuples != NULL && tuples[i] != NULL; i++)
    if (*tuples[i] != '\0' && !take_tuple (self, tuples[i], ","))
      return FALSE;

  return TRUE;
}

/* The lists of points in a geometry, each a part. */
static gboolean
read_kml_parts (SbOverlay *self,
                const SbXmlNode *node,
                gboolean is_track)
{
  if (is_track)
    sb_overlay_begin_part (self);

  for (const SbXmlNode *child = node->first; child != NULL; child = child->next)
    {
      if (child->name == NULL)
        continue;
      if (is_track && sb_table_xml_is (child, "coord"))
        {
          g_autofree char *text = sb_table_xml_dup_text (child);

          if (text != NULL && !take_tuple (self, text, " "))
            return FALSE;
        }
      else if (sb_table_xml_is (child, "coordinates"))
        {
          if (!read_kml_coordinates (self, child))
            return FALSE;
        }
      else if (!read_kml_parts (self, child, FALSE))
        return FALSE;
    }

  return TRUE;
}

/* @name (nullable) is that of the placemark around. */
static gboolean
read_kml (SbOverlay *self,
          const SbXmlNode *node,
          const char *name)
{
  g_autofree char *own_name = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (kml_geometries); i++)
    if (sb_table_xml_is (node, kml_geometries[i].name))
      {
        sb_overlay_begin_shape (self, kml_geometries[i].kind, name);
        return read_kml_parts (self, node, sb_table_xml_is (node, "Track"));
      }

  for (const SbXmlNode *child = node->first; child != NULL; child = child->next)
    {
      if (child->name == NULL)
        continue;
      if (sb_table_xml_is (child, "name") && sb_table_xml_is (node, "Placemark"))
        {
          g_free (own_name);
          own_name = sb_table_xml_dup_text (child);
        }
      else if (!read_kml (self, child, own_name != NULL ? own_name : name))
        return FALSE;
    }

  return TRUE;
}

static char *
dup_child (const SbXmlNode *node,
           const char *local)
{
  for (const SbXmlNode *child = node->first; child != NULL; child = child->next)
    if (sb_table_xml_is (child, local))
      return sb_table_xml_dup_text (child);

  return NULL;
}

static gboolean
take_gpx_point (SbOverlay *self,
                const SbXmlNode *node)
{
  const char *latitude = sb_table_xml_get_attribute (node, "lat");
  const char *longitude = sb_table_xml_get_attribute (node, "lon");
  double y, x;

  if (latitude == NULL || longitude == NULL || !sb_table_degrees_parse (latitude, 90, &y) ||
      !sb_table_degrees_parse (longitude, 180, &x))
    return TRUE;

  return _sb_overlay_take (self, x, y);
}

/* The points called @local in @node, as one part. */
static gboolean
read_gpx_part (SbOverlay *self,
               const SbXmlNode *node,
               const char *local)
{
  sb_overlay_begin_part (self);
  for (const SbXmlNode *child = node->first; child != NULL; child = child->next)
    if (sb_table_xml_is (child, local) && !take_gpx_point (self, child))
      return FALSE;

  return TRUE;
}

/* A way-point, a route, or a track of segments. */
static gboolean
read_gpx_shape (SbOverlay *self,
                const SbXmlNode *node)
{
  g_autofree char *name = dup_child (node, "name");

  if (sb_table_xml_is (node, "wpt"))
    {
      sb_overlay_begin_shape (self, SB_SHAPE_POINT, name);
      sb_overlay_begin_part (self);
      return take_gpx_point (self, node);
    }

  sb_overlay_begin_shape (self, SB_SHAPE_LINE, name);
  if (sb_table_xml_is (node, "rte"))
    return read_gpx_part (self, node, "rtept");

  for (const SbXmlNode *child = node->first; child != NULL; child = child->next)
    if (sb_table_xml_is (child, "trkseg") && !read_gpx_part (self, child, "trkpt"))
      return FALSE;

  return TRUE;
}

static gboolean
read_gpx (SbOverlay *self,
          const SbXmlNode *root)
{
  for (const SbXmlNode *child = root->first; child != NULL; child = child->next)
    if ((sb_table_xml_is (child, "wpt") || sb_table_xml_is (child, "rte") || sb_table_xml_is (child, "trk")) &&
        !read_gpx_shape (self, child))
      return FALSE;

  return TRUE;
}

gboolean
_sb_overlay_read_xml (SbOverlay *self,
                      const char *text,
                      gsize length,
                      GError **error)
{
  g_autoptr (SbXmlReading) reading = sb_table_xml_read (text, length, error);
  const SbXmlNode *root;
  gboolean fits;

  if (reading == NULL)
    return FALSE;

  root = sb_xml_tree_get_root (reading->tree);
  if (sb_table_xml_is (root, "kml"))
    fits = read_kml (self, root, NULL);
  else if (sb_table_xml_is (root, "gpx"))
    fits = read_gpx (self, root);
  else
    {
      g_set_error (error, SB_TABLE_ERROR, SB_TABLE_ERROR_UNKNOWN, "XML of the kind %s", root->name->local);
      return FALSE;
    }

  return fits || _sb_overlay_set_too_large (error);
}
