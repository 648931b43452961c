/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-tables"

#include "config.h"

#include "sb-table-private.h"

#include <string.h>

#include "sb-table-error.h"
#include "sb-table-number.h"
#include "sb-table-xml-read.h"

static void
add (SbTable *self,
     const char *name,
     const char *text)
{
  if (text != NULL && *text != '\0')
    _sb_flat_row_add (&self->flat, name, text);
}

static void
add_text (SbTable *self,
          const char *name,
          const SbXmlNode *node)
{
  g_autofree char *text = sb_table_xml_dup_text (node);

  add (self, name, text);
}

static void
begin_row (SbTable *self)
{
  _sb_flat_row_begin (&self->flat);
  self->extent = (SbTableExtent) { 0 };
}

static void
end_row (SbTable *self,
         const SbXmlNode *node)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);
  guint line = node->line;

  _sb_flat_row_add_extent (&self->flat, &self->extent);
  _sb_flat_row_end (&self->flat, &self->row);
  for (guint i = 0; i < self->row.n_cells; i++)
    g_ptr_array_add (cells, g_strdup (self->row.cells[i]));
  g_ptr_array_add (self->made, cells);
  g_array_append_val (self->made_lines, line);
}

/* The coordinates of KML: "longitude,latitude[,height]", spaces between them. */
static void
read_coordinates (SbTable *self,
                  const SbXmlNode *node)
{
  g_autofree char *text = sb_table_xml_dup_text (node);
  g_auto (GStrv) tuples = text != NULL ? g_strsplit_set (text, " \t\r\n", -1) : NULL;

  for (guint i = 0; tuples != NULL && tuples[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (tuples[i], ",", 3);
      double longitude;
      double latitude;

      if (g_strv_length (parts) >= 2 && sb_table_degrees_parse (parts[0], 180, &longitude) &&
          sb_table_degrees_parse (parts[1], 90, &latitude))
        _sb_table_extent_add (&self->extent, latitude, longitude);
    }
}

/* Data of a placemark that have names of their own. */
static void
read_named_value (SbTable *self,
                  const SbXmlNode *node)
{
  const char *name = sb_table_xml_get_attribute (node, "name");

  if (name == NULL || *name == '\0')
    return;

  if (sb_table_xml_is (node, "SimpleData"))
    {
      add_text (self, name, node);
      return;
    }

  for (const SbXmlNode *child = node->first; child != NULL; child = child->next)
    if (sb_table_xml_is (child, "value"))
      add_text (self, name, child);
}

/* Recursion is bounded by the depth that the reader of XML allows, here and
 * below. */
static void
read_placemark_part (SbTable *self,
                     const SbXmlNode *node)
{
  if (sb_table_xml_is (node, "name") || sb_table_xml_is (node, "description") || sb_table_xml_is (node, "address") ||
      sb_table_xml_is (node, "when") || sb_table_xml_is (node, "begin") || sb_table_xml_is (node, "end"))
    {
      add_text (self, node->name->local, node);
    }
  else if (sb_table_xml_is (node, "coordinates"))
    {
      read_coordinates (self, node);
    }
  else if (sb_table_xml_is (node, "Data") || sb_table_xml_is (node, "SimpleData"))
    {
      read_named_value (self, node);
    }
  else if (!sb_table_xml_is (node, "Style") && !sb_table_xml_is (node, "LookAt") && !sb_table_xml_is (node, "Camera"))
    {
      for (const SbXmlNode *child = node->first; child != NULL; child = child->next)
        if (child->name != NULL)
          read_placemark_part (self, child);
    }
}

/* @folder (nullable) is the name of the innermost folder around. */
static void
read_kml (SbTable *self,
          const SbXmlNode *node,
          const char *folder)
{
  g_autofree char *name = NULL;

  if (sb_table_xml_is (node, "Placemark"))
    {
      begin_row (self);
      read_placemark_part (self, node);
      add (self, "folder", folder);
      end_row (self, node);
      return;
    }

  for (const SbXmlNode *child = node->first; child != NULL; child = child->next)
    {
      if (sb_table_xml_is (child, "name") && sb_table_xml_is (node, "Folder"))
        {
          g_free (name);
          name = sb_table_xml_dup_text (child);
        }
      else if (child->name != NULL)
        {
          read_kml (self, child, name != NULL ? name : folder);
        }
    }
}

/* Waypoints and the points of routes; a track is no list of places. */
static void
read_gpx (SbTable *self,
          const SbXmlNode *node)
{
  for (const SbXmlNode *child = node->first; child != NULL; child = child->next)
    {
      if (sb_table_xml_is (child, "rte"))
        read_gpx (self, child);
      if (!sb_table_xml_is (child, "wpt") && !sb_table_xml_is (child, "rtept"))
        continue;

      begin_row (self);
      add (self, "latitude", sb_table_xml_get_attribute (child, "lat"));
      add (self, "longitude", sb_table_xml_get_attribute (child, "lon"));
      for (const SbXmlNode *part = child->first; part != NULL; part = part->next)
        if (part->name != NULL && !sb_xml_node_has_elements (part))
          add_text (self, part->name->local, part);
      end_row (self, child);
    }
}

/* "Million" and "thousand", which the numbers of GDACS are given in. */
static void
add_scaled (SbTable *self,
            const SbXmlNode *node)
{
  const char *value = sb_table_xml_get_attribute (node, "value");
  const char *unit = sb_table_xml_get_attribute (node, "unit");
  double number;
  char scaled[G_ASCII_DTOSTR_BUF_SIZE];

  if (!sb_table_number_parse (value, FALSE, &number))
    return;

  if (unit != NULL && g_ascii_strncasecmp (unit, "million", 7) == 0)
    number *= 1e6;
  else if (unit != NULL && g_ascii_strncasecmp (unit, "thousand", 8) == 0)
    number *= 1e3;
  add (self, "population_value", g_ascii_formatd (scaled, sizeof scaled, "%.0f", number));
}

/* ReliefWeb says in the text of an item what of its categories is a country, who
 * published the report, and when: <div class="tag country">Countries: Mali</div>. */
static void
read_reliefweb (SbTable *self,
                const SbXmlNode *node)
{
  static const struct
  {
    const char *mark;
    const char *column;
  } marks[] = {
    { "class=\"tag country\"", "primary_country.name" },
    { "class=\"tag source\"", "source.name" },
    { "class=\"date created\"", "date.original" },
  };
  g_autofree char *text = sb_table_xml_dup_text (node);

  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (marks); i++)
    {
      const char *found = strstr (text, marks[i].mark);
      const char *colon = found != NULL ? strchr (found, ':') : NULL;
      const char *end = found != NULL ? strstr (found, "</div>") : NULL;
      g_autofree char *value = NULL;

      if (colon == NULL || end == NULL || colon > end)
        continue;
      value = g_strstrip (g_strndup (colon + 1, (gsize) (end - colon - 1)));
      /* Of several the first is the primary one. */
      if (i == 0)
        value[strcspn (value, ",")] = '\0';
      add (self, marks[i].column, value);
    }
}

static void
read_item (SbTable *self,
           const SbXmlNode *item)
{
  begin_row (self);
  for (const SbXmlNode *part = item->first; part != NULL; part = part->next)
    {
      if (part->name == NULL)
        continue;

      if (sb_table_xml_is (part, "population"))
        add_scaled (self, part);
      if (sb_table_xml_is (part, "description"))
        read_reliefweb (self, part);
      if (sb_table_xml_is (part, "Point"))
        {
          for (const SbXmlNode *child = part->first; child != NULL; child = child->next)
            if (child->name != NULL)
              add_text (self, child->name->local, child);
          if (sb_xml_node_has_elements (part))
            continue;
        }
      if (!sb_xml_node_has_elements (part))
        add_text (self, part->name->local, part);
    }
  if (memmem (self->text, self->length, "gdacs:eventtype", strlen ("gdacs:eventtype")) != NULL)
    add (self, "publisher", "GDACS");
  end_row (self, item);
}

static void
read_items (SbTable *self,
            const SbXmlNode *node)
{
  for (const SbXmlNode *child = node->first; child != NULL; child = child->next)
    {
      if (sb_table_xml_is (child, "item"))
        read_item (self, child);
      else if (sb_table_xml_is (child, "channel"))
        read_items (self, child);
    }
}

static gboolean
read_root (SbTable *self,
           const SbXmlNode *root,
           GError **error)
{
  if (sb_table_xml_is (root, "kml"))
    {
      self->format = SB_TABLE_FORMAT_KML;
      read_kml (self, root, NULL);
    }
  else if (sb_table_xml_is (root, "gpx"))
    {
      self->format = SB_TABLE_FORMAT_GPX;
      read_gpx (self, root);
    }
  else if (sb_table_xml_is (root, "rss"))
    {
      self->format = SB_TABLE_FORMAT_RSS;
      read_items (self, root);
    }
  else
    {
      g_set_error (error, SB_TABLE_ERROR, SB_TABLE_ERROR_UNKNOWN, "XML of the kind %s", root->name->local);
      return FALSE;
    }

  self->columns = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->flat.names->len; i++)
    g_ptr_array_add (self->columns, g_strdup (g_ptr_array_index (self->flat.names, i)));
  return TRUE;
}

gboolean
_sb_table_open_xml (SbTable *self,
                    GError **error)
{
  g_autoptr (SbXmlReading) reading = sb_table_xml_read (self->text, self->length, error);

  if (reading == NULL)
    return FALSE;

  self->made = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->made_lines = g_array_new (FALSE, FALSE, sizeof (guint));
  _sb_flat_row_init (&self->flat);
  return read_root (self, sb_xml_tree_get_root (reading->tree), error);
}
