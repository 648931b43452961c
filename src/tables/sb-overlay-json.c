/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-tables"

#include "config.h"

#include "sb-overlay-format.h"

#include "sb-json-reader.h"
#include "sb-table-error.h"

/* GeoJSON, RFC 7946. Members come in any order, so that the numbers of a geometry are
 * kept until it is known what they are. */

/* What a geometry is called, and how deep the lists of its points are in
 * "coordinates": a list of so many levels makes a part. */
static const struct
{
  const char *name;
  SbShapeKind kind;
  guint point_level;
} geometries[] = {
  { "Point", SB_SHAPE_POINT, 1 },
  { "MultiPoint", SB_SHAPE_POINT, 2 },
  { "LineString", SB_SHAPE_LINE, 2 },
  { "MultiLineString", SB_SHAPE_LINE, 3 },
  { "Polygon", SB_SHAPE_AREA, 3 },
  { "MultiPolygon", SB_SHAPE_AREA, 4 },
};

/* Members of the properties that name a feature, the best first. */
static const char *const name_members[] = { "name", "nom", "name_fr", "name:fr", "title", "titre", "label", "adm1_fr",
                                            "adm2_fr", "shapename" };

/* One point of a geometry, and whether a list of points begins with it. */
typedef struct
{
  SbPosition position;
  guint level;
  gboolean begins_list;
} Vertex;

typedef struct
{
  SbOverlay *overlay;
  SbJsonReader reader;
  GArray *vertices; /* (owned) (element-type Vertex) of the geometry that is read */
  GError *error; /* (owned) (nullable) */
} Reading;

static gboolean read_object (Reading *self,
                             gboolean is_properties,
                             char **name);

static gboolean
set_malformed (Reading *self)
{
  if (self->error == NULL)
    g_set_error (&self->error, SB_TABLE_ERROR, SB_TABLE_ERROR_MALFORMED, "%u", self->reader.line);
  return FALSE;
}

/* The numbers behind the bracket that opens "coordinates": each innermost list is a
 * point, longitude and latitude and perhaps a height. */
static gboolean
read_coordinates (Reading *self)
{
  SbJsonReader *reader = &self->reader;
  guint outside = reader->depth - 1;
  double pair[2] = { 0, 0 };
  guint n_numbers = 0;
  gboolean begins_list = TRUE;

  g_array_set_size (self->vertices, 0);
  while (reader->depth > outside)
    {
      SbJsonToken token = sb_json_reader_next (reader);

      switch (token)
        {
        case SB_JSON_ARRAY:
          n_numbers = 0;
          break;

        case SB_JSON_ARRAY_END:
          /* What closes is a list of points, unless it is a point. */
          if (n_numbers == 0)
            begins_list = TRUE;
          n_numbers = 0;
          break;

        case SB_JSON_NUMBER:
          if (n_numbers < 2)
            pair[n_numbers] = g_ascii_strtod (reader->value->str, NULL);
          n_numbers++;
          if (n_numbers == 2)
            {
              Vertex vertex = { { pair[0], pair[1] }, reader->depth - outside, begins_list };

              g_array_append_val (self->vertices, vertex);
              begins_list = FALSE;
            }
          break;

        default:
          return set_malformed (self);
        }

      if (self->vertices->len > SB_OVERLAY_MAX_POINTS)
        return _sb_overlay_set_too_large (&self->error);
    }

  return TRUE;
}

/* Makes a shape of the points that were read; they are of the type @type. */
static gboolean
take_geometry (Reading *self,
               const char *type)
{
  guint i = 0;

  while (i < G_N_ELEMENTS (geometries) && g_strcmp0 (geometries[i].name, type) != 0)
    i++;

  if (i == G_N_ELEMENTS (geometries) || self->vertices->len == 0)
    return TRUE;

  sb_overlay_begin_shape (self->overlay, geometries[i].kind, NULL);
  for (guint j = 0; j < self->vertices->len; j++)
    {
      const Vertex *vertex = &g_array_index (self->vertices, Vertex, j);

      if (j == 0 || (vertex->begins_list && vertex->level == geometries[i].point_level))
        sb_overlay_begin_part (self->overlay);
      if (!_sb_overlay_take (self->overlay, vertex->position.longitude, vertex->position.latitude))
        return _sb_overlay_set_too_large (&self->error);
    }

  g_array_set_size (self->vertices, 0);
  return TRUE;
}

/* Reads the objects of a list: features, or geometries of a collection. */
static gboolean
read_list (Reading *self)
{
  SbJsonToken token;

  while ((token = sb_json_reader_next (&self->reader)) != SB_JSON_ARRAY_END)
    if (token != SB_JSON_OBJECT || !read_object (self, FALSE, NULL))
      return set_malformed (self);

  return TRUE;
}

/* Keeps @value if it is a better name than @name. */
static void
take_name (const char *member,
           const char *value,
           char **name,
           guint *rank)
{
  for (guint i = 0; i < *rank; i++)
    if (g_ascii_strcasecmp (member, name_members[i]) == 0 && *value != '\0')
      {
        g_free (*name);
        *name = g_strdup (value);
        *rank = i;
      }
}

/* Reads one value whose first token is @token, the member @member of a geometry,
 * feature or collection. */
static gboolean
read_member (Reading *self,
             const char *member,
             SbJsonToken token,
             char **type,
             char **name)
{
  if (g_str_equal (member, "type") && token == SB_JSON_STRING)
    {
      g_free (*type);
      *type = g_strdup (self->reader.value->str);
      return TRUE;
    }
  if (g_str_equal (member, "coordinates") && token == SB_JSON_ARRAY)
    return read_coordinates (self);
  if ((g_str_equal (member, "features") || g_str_equal (member, "geometries")) && token == SB_JSON_ARRAY)
    return read_list (self);
  if (g_str_equal (member, "geometry") && token == SB_JSON_OBJECT)
    return read_object (self, FALSE, NULL);
  if (g_str_equal (member, "properties") && token == SB_JSON_OBJECT)
    return read_object (self, TRUE, name);

  return sb_json_reader_skip (&self->reader, token) || set_malformed (self);
}

/* Reads what is behind the bracket that opens an object. Recursion is bounded by the
 * depth that the reader of JSON allows. */
static gboolean
read_object (Reading *self,
             gboolean is_properties,
             char **name)
{
  guint first = sb_overlay_get_n_shapes (self->overlay);
  guint rank = G_N_ELEMENTS (name_members);
  g_autofree char *type = NULL;
  g_autofree char *own_name = NULL;
  SbJsonToken token;

  while ((token = sb_json_reader_next (&self->reader)) == SB_JSON_KEY)
    {
      g_autofree char *member = g_strdup (self->reader.value->str);

      token = sb_json_reader_next (&self->reader);
      if (is_properties && token == SB_JSON_STRING)
        take_name (member, self->reader.value->str, name, &rank);
      else if (is_properties && !sb_json_reader_skip (&self->reader, token))
        return set_malformed (self);
      else if (!is_properties && !read_member (self, member, token, &type, &own_name))
        return FALSE;
    }

  if (token != SB_JSON_OBJECT_END)
    return set_malformed (self);
  if (!take_geometry (self, type))
    return FALSE;

  sb_overlay_name_shapes (self->overlay, first, own_name);
  return TRUE;
}

gboolean
_sb_overlay_read_json (SbOverlay *self,
                       const char *text,
                       gsize length,
                       GError **error)
{
  Reading reading = { .overlay = self };
  gboolean is_read;

  sb_json_reader_init (&reading.reader, text, length, 1);
  reading.vertices = g_array_new (FALSE, FALSE, sizeof (Vertex));
  is_read = sb_json_reader_next (&reading.reader) == SB_JSON_OBJECT ? read_object (&reading, FALSE, NULL)
                                                                    : set_malformed (&reading);
  if (reading.error != NULL)
    g_propagate_error (error, reading.error);

  sb_json_reader_clear (&reading.reader);
  g_array_unref (reading.vertices);
  return is_read;
}
