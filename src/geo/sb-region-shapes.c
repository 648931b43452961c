/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-geo"

#include "config.h"

#include "sb-region-shapes.h"

#include "sb-geo-error.h"
#include "sb-geo-resources.h"
#include "sb-mercator.h"

#include <math.h>
#include <string.h>

#define RESOURCE_PATH "/org/example/SahelBrief/geo/regions.bin"

#define FORMAT_VERSION 1
#define HEADER_SIZE    20
#define MAX_BITS       31

/* The mean radius of the Earth. */
#define EARTH_RADIUS_KM 6371.0088

/* Bytes that are left; what does not fit into them sets @is_broken and reads as
 * zero from there on. */
typedef struct
{
  const guint8 *data;
  gsize length;
  gboolean is_broken;
} Reader;

/* A stretch of line that shapes are made of, by its points in all_points. */
typedef struct
{
  guint first;
  guint n_points;
} Arc;

struct _SbRegionShapes
{
  gatomicrefcount ref_count;
  GArray *shapes; /* (owned) (element-type SbRegionShape) */
  GPtrArray *keys; /* (owned) (element-type char) of the shapes */
  GPtrArray *blocks; /* (owned) rings and points of the shapes */
};

G_DEFINE_BOXED_TYPE (SbRegionShapes, sb_region_shapes, sb_region_shapes_ref, sb_region_shapes_unref)

static guint32
read_u32 (const guint8 *data)
{
  return data[0] | (guint32) data[1] << 8 | (guint32) data[2] << 16 | (guint32) data[3] << 24;
}

static guint
take_byte (Reader *reader)
{
  if (reader->length == 0)
    {
      reader->is_broken = TRUE;
      return 0;
    }

  reader->length--;
  return *reader->data++;
}

static guint32
take_varint (Reader *reader)
{
  guint64 value = 0;
  guint byte;

  for (guint shift = 0; shift < 35; shift += 7)
    {
      byte = take_byte (reader);
      value |= (guint64) (byte & 127) << shift;
      if (byte < 128)
        return value <= G_MAXUINT32 ? (guint32) value : 0;
    }

  reader->is_broken = TRUE;
  return 0;
}

/* How many things follow, each of at least one byte: never more than bytes. */
static guint
take_count (Reader *reader)
{
  guint32 count = take_varint (reader);

  if (count > reader->length)
    {
      reader->is_broken = TRUE;
      return 0;
    }

  return count;
}

static gint64
take_zigzag (Reader *reader)
{
  guint32 value = take_varint (reader);

  return (value & 1) != 0 ? -(gint64) (value >> 1) - 1 : (gint64) (value >> 1);
}

static void
take_arc (Reader *reader,
          double unit,
          GArray *arcs,
          GArray *points)
{
  Arc arc = { points->len, take_count (reader) };
  gint64 x = 0;
  gint64 y = 0;

  for (guint i = 0; i < arc.n_points; i++)
    {
      SbPoint point;

      x += take_zigzag (reader);
      y += take_zigzag (reader);
      point = (SbPoint) { (double) x * unit, (double) y * unit };
      g_array_append_val (points, point);
    }

  g_array_append_val (arcs, arc);
}

/* Adds the arc to the ring, but for its first point, which is there already, or
 * will be at the ring's end. */
static void
append_arc (GArray *ring,
            const Arc *arc,
            GArray *points,
            gboolean is_reversed)
{
  for (guint i = 1; i < arc->n_points; i++)
    {
      guint at = is_reversed ? arc->n_points - 1 - i : i;

      g_array_append_val (ring, g_array_index (points, SbPoint, arc->first + at));
    }
}

static SbRing
take_ring (SbRegionShapes *self,
           Reader *reader,
           GArray *arcs,
           GArray *points)
{
  g_autoptr (GArray) ring = g_array_new (FALSE, FALSE, sizeof (SbPoint));
  guint n_arcs = take_count (reader);
  SbRing answer = { 0 };

  for (guint i = 0; i < n_arcs; i++)
    {
      guint32 reference = take_varint (reader);

      if (reference >> 1 >= arcs->len)
        {
          reader->is_broken = TRUE;
          return answer;
        }
      append_arc (ring, &g_array_index (arcs, Arc, reference >> 1), points, (reference & 1) != 0);
    }

  if (ring->len < 3)
    {
      reader->is_broken = TRUE;
      return answer;
    }

  answer.n_points = ring->len;
  answer.points = (SbPoint *) (gpointer) g_array_free (g_steal_pointer (&ring), FALSE);
  g_ptr_array_add (self->blocks, (gpointer) answer.points);
  return answer;
}

static SbRect
get_box (const SbRegionShape *shape)
{
  SbPoint low = { G_MAXDOUBLE, G_MAXDOUBLE };
  SbPoint high = { -G_MAXDOUBLE, -G_MAXDOUBLE };

  for (guint i = 0; i < shape->n_rings; i++)
    for (guint j = 0; j < shape->rings[i].n_points; j++)
      {
        SbPoint point = shape->rings[i].points[j];

        low = (SbPoint) { MIN (low.x, point.x), MIN (low.y, point.y) };
        high = (SbPoint) { MAX (high.x, point.x), MAX (high.y, point.y) };
      }

  return (SbRect) { low.x, low.y, high.x - low.x, high.y - low.y };
}

static void
take_shape (SbRegionShapes *self,
            Reader *reader,
            GArray *arcs,
            GArray *points)
{
  SbRegionShape shape = { .kind = (SbRegionKind) take_byte (reader) };
  guint length = take_byte (reader);
  char *key;
  SbRing *rings;

  if (length > reader->length || shape.kind > SB_REGION_REGION)
    {
      reader->is_broken = TRUE;
      return;
    }

  key = g_strndup ((const char *) reader->data, length);
  g_ptr_array_add (self->keys, key);
  reader->data += length;
  reader->length -= length;

  shape.key = key;
  shape.n_rings = take_count (reader);
  rings = g_new0 (SbRing, MAX (shape.n_rings, 1));
  g_ptr_array_add (self->blocks, rings);
  for (guint i = 0; i < shape.n_rings && !reader->is_broken; i++)
    rings[i] = take_ring (self, reader, arcs, points);

  shape.rings = rings;
  if (shape.n_rings == 0)
    reader->is_broken = TRUE;
  if (reader->is_broken)
    return;

  shape.box = get_box (&shape);
  g_array_append_val (self->shapes, shape);
}

static gboolean
check_header (GBytes *bytes,
              GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  if (size < HEADER_SIZE || memcmp (data, "SBRG", 4) != 0 || read_u32 (data + 8) == 0 || read_u32 (data + 8) > MAX_BITS)
    {
      g_set_error_literal (error, SB_GEO_ERROR, SB_GEO_ERROR_INVALID, "The shapes of regions are damaged");
      return FALSE;
    }
  if (read_u32 (data + 4) != FORMAT_VERSION)
    {
      g_set_error (error, SB_GEO_ERROR, SB_GEO_ERROR_VERSION, "The shapes of regions are of format %u; this program reads %d",
                   read_u32 (data + 4), FORMAT_VERSION);
      return FALSE;
    }

  return TRUE;
}

SbRegionShapes *
sb_region_shapes_new_from_bytes (GBytes *bytes,
                                 GError **error)
{
  g_autoptr (SbRegionShapes) self = NULL;
  g_autoptr (GArray) arcs = g_array_new (FALSE, FALSE, sizeof (Arc));
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (SbPoint));
  const guint8 *data;
  gsize size;
  Reader reader;
  double unit;

  g_return_val_if_fail (bytes != NULL, NULL);

  if (!check_header (bytes, error))
    return NULL;

  data = g_bytes_get_data (bytes, &size);
  unit = 1.0 / (double) (1u << read_u32 (data + 8));
  reader = (Reader) { data + HEADER_SIZE, size - HEADER_SIZE, FALSE };
  self = g_new0 (SbRegionShapes, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->shapes = g_array_new (FALSE, FALSE, sizeof (SbRegionShape));
  self->keys = g_ptr_array_new_with_free_func (g_free);
  self->blocks = g_ptr_array_new_with_free_func (g_free);

  for (guint32 i = 0; i < read_u32 (data + 12) && !reader.is_broken; i++)
    take_arc (&reader, unit, arcs, points);
  for (guint32 i = 0; i < read_u32 (data + 16) && !reader.is_broken; i++)
    take_shape (self, &reader, arcs, points);

  if (reader.is_broken)
    {
      g_set_error_literal (error, SB_GEO_ERROR, SB_GEO_ERROR_INVALID, "The shapes of regions are damaged");
      return NULL;
    }

  return g_steal_pointer (&self);
}

SbRegionShapes *
sb_region_shapes_new (GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  bytes = g_resource_lookup_data (sb_geo_get_resource (), RESOURCE_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (bytes == NULL)
    return NULL;

  return sb_region_shapes_new_from_bytes (bytes, error);
}

SbRegionShapes *
sb_region_shapes_ref (SbRegionShapes *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
sb_region_shapes_unref (SbRegionShapes *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->shapes, g_array_unref);
  g_clear_pointer (&self->keys, g_ptr_array_unref);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_free (self);
}

guint
sb_region_shapes_get_n_shapes (SbRegionShapes *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->shapes->len;
}

const SbRegionShape *
sb_region_shapes_get_shape (SbRegionShapes *self,
                            guint index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->shapes->len, NULL);

  return &g_array_index (self->shapes, SbRegionShape, index);
}

const SbRegionShape *
sb_region_shapes_find (SbRegionShapes *self,
                       const char *key)
{
  guint low = 0;
  guint high;

  g_return_val_if_fail (self != NULL, NULL);

  high = key != NULL ? self->shapes->len : 0;
  while (low < high)
    {
      guint middle = (low + high) / 2;
      const SbRegionShape *shape = &g_array_index (self->shapes, SbRegionShape, middle);
      int order = strcmp (key, shape->key);

      if (order == 0)
        return shape;
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }

  return NULL;
}

gboolean
sb_region_shape_contains (const SbRegionShape *self,
                          SbPoint point)
{
  gboolean is_inside = FALSE;

  g_return_val_if_fail (self != NULL, FALSE);

  if (!sb_rect_contains (&self->box, point))
    return FALSE;

  for (guint i = 0; i < self->n_rings; i++)
    {
      const SbRing *ring = &self->rings[i];
      SbPoint a = ring->points[ring->n_points - 1];

      for (guint j = 0; j < ring->n_points; j++)
        {
          SbPoint b = ring->points[j];

          if ((a.y > point.y) != (b.y > point.y) && point.x < a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x))
            is_inside = !is_inside;
          a = b;
        }
    }

  return is_inside;
}

/* Green's theorem with the sine of the latitude: the area between an edge and
 * the equator. Holes run the other way than what is around them. */
double
sb_region_shape_get_area_km2 (const SbRegionShape *self)
{
  double sum = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->n_rings; i++)
    {
      const SbRing *ring = &self->rings[i];
      SbPosition a = sb_mercator_unproject (ring->points[ring->n_points - 1]);

      for (guint j = 0; j < ring->n_points; j++)
        {
          SbPosition b = sb_mercator_unproject (ring->points[j]);

          sum += (b.longitude - a.longitude) * G_PI / 180.0 *
                 (sin (a.latitude * G_PI / 180.0) + sin (b.latitude * G_PI / 180.0)) / 2.0;
          a = b;
        }
    }

  return fabs (sum) * EARTH_RADIUS_KM * EARTH_RADIUS_KM;
}
