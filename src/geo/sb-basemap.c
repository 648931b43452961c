/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-geo"

#include "config.h"

#include "sb-basemap-private.h"
#include "sb-geo-error.h"
#include "sb-geo-resources.h"

#include <math.h>
#include <string.h>

#define RESOURCE_PATH "/org/example/SahelBrief/geo/basemap.bin"

#define FORMAT_VERSION 1

/* Bytes of the fixed parts of the file. */
#define HEADER_SIZE  12
#define SECTION_SIZE 12
#define LEVEL_SIZE   16
#define NAME_SIZE    24
#define RIVER_SIZE   16
#define POINT_SIZE   8

#define MAX_SECTIONS  64
#define MAX_LEVELS    16
#define MAX_CELL_ZOOM 15
#define MAX_POINTS    1000000 /* of one feature */

/* Zooms are kept in tenths. */
#define ZOOM_UNIT 10.0

/* The unit square is kept in 32 bits. */
#define SQUARE_UNIT 4294967296.0

typedef struct
{
  const guint8 *data;
  gsize length;
} Section;

typedef struct
{
  guint max_zoom;
  guint cell_zoom;
  guint x0; /* the cells from (x0, y0) up to and without (x1, y1) */
  guint y0;
  guint x1;
  guint y1;
  guint first; /* entry of the index */
} Level;

struct _SbBasemap
{
  gatomicrefcount ref_count;
  GBytes *bytes; /* (owned) */
  Section index;
  Section cells;
  Section strings;
  GArray *levels; /* (owned) (element-type Level) */
  GArray *names; /* (owned) (element-type SbBasemapName) */
  GArray *rivers; /* (owned) (element-type SbBasemapRiver) */
  GArray *river_points; /* (owned) (element-type SbPoint) */
};

G_DEFINE_BOXED_TYPE (SbBasemap, sb_basemap, sb_basemap_ref, sb_basemap_unref)

static guint
read_u16 (const guint8 *data)
{
  return data[0] | (guint) data[1] << 8;
}

static guint32
read_u32 (const guint8 *data)
{
  return data[0] | (guint32) data[1] << 8 | (guint32) data[2] << 16 | (guint32) data[3] << 24;
}

static void
set_invalid (GError **error,
             const char *what)
{
  g_set_error (error, SB_GEO_ERROR, SB_GEO_ERROR_INVALID, "The base map is damaged: %s", what);
}

static gboolean
find_section (GBytes *bytes,
              const char *tag,
              Section *section,
              GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  guint n_sections = read_u32 (data + 8);

  for (guint i = 0; i < n_sections; i++)
    {
      const guint8 *entry = data + HEADER_SIZE + i * SECTION_SIZE;
      gsize offset = read_u32 (entry + 4);
      gsize length = read_u32 (entry + 8);

      if (memcmp (entry, tag, 4) != 0)
        continue;
      if (offset > size || length > size - offset)
        break;
      *section = (Section) { data + offset, length };
      return TRUE;
    }

  g_set_error (error, SB_GEO_ERROR, SB_GEO_ERROR_INVALID, "The base map is damaged: no section %s", tag);
  return FALSE;
}

static gboolean
check_header (GBytes *bytes,
              GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  if (size < HEADER_SIZE || memcmp (data, "SBBM", 4) != 0)
    {
      set_invalid (error, "not a base map");
      return FALSE;
    }
  if (read_u32 (data + 4) != FORMAT_VERSION)
    {
      g_set_error (error, SB_GEO_ERROR, SB_GEO_ERROR_VERSION, "The base map is of format %u; this program reads %d",
                   read_u32 (data + 4), FORMAT_VERSION);
      return FALSE;
    }
  if (read_u32 (data + 8) > MAX_SECTIONS || size < HEADER_SIZE + (gsize) read_u32 (data + 8) * SECTION_SIZE)
    {
      set_invalid (error, "its table of sections is cut");
      return FALSE;
    }

  return TRUE;
}

/* Every entry of the index must point into the cells, and none back. */
static gboolean
check_index (SbBasemap *self,
             const Level *level)
{
  gsize count = (gsize) (level->x1 - level->x0) * (level->y1 - level->y0);
  guint32 previous = 0;

  if (level->first + count + 1 > self->index.length / 4)
    return FALSE;

  for (gsize i = 0; i <= count; i++)
    {
      guint32 offset = read_u32 (self->index.data + (level->first + i) * 4);

      if (offset < previous || offset > self->cells.length)
        return FALSE;
      previous = offset;
    }

  return TRUE;
}

static gboolean
read_levels (SbBasemap *self,
             GError **error)
{
  Section section;
  guint count;

  if (!find_section (self->bytes, "LEVL", &section, error))
    return FALSE;

  count = section.length >= 4 ? read_u32 (section.data) : 0;
  if (count == 0 || count > MAX_LEVELS || section.length < 4 + (gsize) count * LEVEL_SIZE)
    {
      set_invalid (error, "no levels");
      return FALSE;
    }

  for (guint i = 0; i < count; i++)
    {
      const guint8 *data = section.data + 4 + i * LEVEL_SIZE;
      Level level = {
        .max_zoom = data[0],
        .cell_zoom = data[1],
        .x0 = read_u16 (data + 4),
        .y0 = read_u16 (data + 6),
        .x1 = read_u16 (data + 8),
        .y1 = read_u16 (data + 10),
        .first = read_u32 (data + 12),
      };

      if (level.cell_zoom > MAX_CELL_ZOOM || level.x0 >= level.x1 || level.y0 >= level.y1 ||
          level.x1 > 1u << level.cell_zoom || level.y1 > 1u << level.cell_zoom || !check_index (self, &level))
        {
          set_invalid (error, "a level does not fit its cells");
          return FALSE;
        }
      g_array_append_val (self->levels, level);
    }

  return TRUE;
}

/* The strings end with a zero, so that any offset within them is a string. */
static const char *
get_string (SbBasemap *self,
            guint32 offset)
{
  return offset < self->strings.length ? (const char *) self->strings.data + offset : "";
}

static SbPoint
read_point (const guint8 *data)
{
  return (SbPoint) { read_u32 (data) / SQUARE_UNIT, read_u32 (data + 4) / SQUARE_UNIT };
}

static gboolean
read_names (SbBasemap *self,
            GError **error)
{
  Section section;

  if (!find_section (self->bytes, "PLAC", &section, error))
    return FALSE;

  for (gsize at = 0; at + NAME_SIZE <= section.length; at += NAME_SIZE)
    {
      const guint8 *data = section.data + at;
      SbBasemapName name = {
        .point = read_point (data),
        .text = { get_string (self, read_u32 (data + 8)), get_string (self, read_u32 (data + 12)) },
        .kind = data[20],
        .min_zoom = data[21] / ZOOM_UNIT,
        .max_zoom = data[22] / ZOOM_UNIT,
        .size = MIN (data[23], 2),
      };

      if (data[20] >= SB_N_BASEMAP_NAME_KINDS)
        {
          set_invalid (error, "a name of an unknown kind");
          return FALSE;
        }
      g_array_append_val (self->names, name);
    }

  return TRUE;
}

static gboolean
read_rivers (SbBasemap *self,
             GError **error)
{
  Section section;
  gsize at = 4;
  guint count;

  if (!find_section (self->bytes, "RIVR", &section, error))
    return FALSE;

  count = section.length >= 4 ? read_u32 (section.data) : 0;
  /* The array must not move once rivers point into it. */
  self->river_points = g_array_sized_new (FALSE, FALSE, sizeof (SbPoint), section.length / POINT_SIZE);

  for (guint i = 0; i < count; i++)
    {
      const guint8 *data = section.data + at;
      SbBasemapRiver river = { .n_points = at + RIVER_SIZE <= section.length ? read_u16 (data + 12) : 0 };

      if (river.n_points < 2 || section.length - at - RIVER_SIZE < (gsize) river.n_points * POINT_SIZE)
        {
          set_invalid (error, "a river is cut");
          return FALSE;
        }
      river.text[SB_LANGUAGE_FR] = get_string (self, read_u32 (data));
      river.text[SB_LANGUAGE_EN] = get_string (self, read_u32 (data + 4));
      river.min_zoom = read_u32 (data + 8) / ZOOM_UNIT;
      river.points = &g_array_index (self->river_points, SbPoint, self->river_points->len);
      at += RIVER_SIZE;
      for (guint j = 0; j < river.n_points; j++, at += POINT_SIZE)
        {
          SbPoint point = read_point (section.data + at);

          g_array_append_val (self->river_points, point);
        }
      g_array_append_val (self->rivers, river);
    }

  return TRUE;
}

SbBasemap *
sb_basemap_new_from_bytes (GBytes *bytes,
                           GError **error)
{
  g_autoptr (SbBasemap) self = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  if (!check_header (bytes, error))
    return NULL;

  self = g_new0 (SbBasemap, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->bytes = g_bytes_ref (bytes);
  self->levels = g_array_new (FALSE, FALSE, sizeof (Level));
  self->names = g_array_new (FALSE, FALSE, sizeof (SbBasemapName));
  self->rivers = g_array_new (FALSE, FALSE, sizeof (SbBasemapRiver));

  if (!find_section (bytes, "INDX", &self->index, error) || !find_section (bytes, "CELL", &self->cells, error) ||
      !find_section (bytes, "STRS", &self->strings, error))
    return NULL;
  if (self->strings.length == 0 || self->strings.data[self->strings.length - 1] != 0)
    {
      set_invalid (error, "its texts do not end");
      return NULL;
    }
  if (!read_levels (self, error) || !read_names (self, error) || !read_rivers (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

SbBasemap *
sb_basemap_new (GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  bytes = g_resource_lookup_data (sb_geo_get_resource (), RESOURCE_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (bytes == NULL)
    return NULL;

  return sb_basemap_new_from_bytes (bytes, error);
}

SbBasemap *
sb_basemap_ref (SbBasemap *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
sb_basemap_unref (SbBasemap *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->levels, g_array_unref);
  g_clear_pointer (&self->names, g_array_unref);
  g_clear_pointer (&self->rivers, g_array_unref);
  g_clear_pointer (&self->river_points, g_array_unref);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

const char *
sb_basemap_get_attribution (SbBasemap *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return "Natural Earth · GeoNames (CC BY 4.0)";
}

/* The span of cells that [@from, @from + @length] of the unit square meets. */
static void
get_span (double from,
          double length,
          guint zoom,
          guint *first,
          guint *last)
{
  double count = 1u << zoom;

  *first = CLAMP (floor (from * count), 0, count - 1);
  *last = CLAMP (ceil ((from + length) * count) - 1, *first, count - 1);
}

static gboolean
add_cells (SbBasemap *self,
           const Level *level,
           const SbRect *area,
           gboolean whole,
           GArray *cells)
{
  guint x0, x1, y0, y1;

  get_span (area->x, area->width, level->cell_zoom, &x0, &x1);
  get_span (area->y, area->height, level->cell_zoom, &y0, &y1);
  if (whole && (x0 < level->x0 || x1 >= level->x1 || y0 < level->y0 || y1 >= level->y1))
    return FALSE;

  for (guint y = MAX (y0, level->y0); y <= y1 && y < level->y1; y++)
    for (guint x = MAX (x0, level->x0); x <= x1 && x < level->x1; x++)
      {
        gsize entry = level->first + (gsize) (y - level->y0) * (level->x1 - level->x0) + (x - level->x0);
        guint32 start = read_u32 (self->index.data + entry * 4);
        guint32 end = read_u32 (self->index.data + entry * 4 + 4);
        SbBasemapCell cell = { self->cells.data + start, end - start, level->cell_zoom, x, y };

        g_array_append_val (cells, cell);
      }

  return TRUE;
}

/* The detailed levels know the Sahel only: an area that reaches out of them is
 * drawn from a coarser one. */
GArray *
_sb_basemap_list_cells (SbBasemap *self,
                        double zoom,
                        const SbRect *area)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (SbBasemapCell));
  guint wanted = 0;

  while (wanted + 1 < self->levels->len && zoom > g_array_index (self->levels, Level, wanted).max_zoom + 0.5)
    wanted++;

  for (guint i = wanted; i > 0; i--)
    if (add_cells (self, &g_array_index (self->levels, Level, i), area, TRUE, cells))
      return cells;

  add_cells (self, &g_array_index (self->levels, Level, 0), area, FALSE, cells);

  return cells;
}

static gboolean
read_varint (const SbBasemapCell *cell,
             gsize *offset,
             guint32 *value)
{
  guint32 result = 0;

  for (guint shift = 0; shift < 32; shift += 7)
    {
      guint8 byte;

      if (*offset >= cell->length)
        return FALSE;
      byte = cell->data[(*offset)++];
      result |= (guint32) (byte & 127) << shift;
      if ((byte & 128) == 0)
        {
          *value = result;
          return TRUE;
        }
    }

  return FALSE;
}

static int
unzigzag (guint32 value)
{
  return (int) (value >> 1) ^ -(int) (value & 1);
}

gboolean
_sb_basemap_cell_read (const SbBasemapCell *cell,
                       gsize *offset,
                       SbBasemapFeature *feature,
                       GArray *points)
{
  SbBasemapVertex vertex = { 0, 0 };
  guint32 dx;
  guint32 dy;
  guint head;

  if (*offset >= cell->length)
    return FALSE;

  head = cell->data[(*offset)++];
  *feature = (SbBasemapFeature) { .layer = head & 15, .width = head >> 4 };
  if (feature->layer >= SB_N_BASEMAP_LAYERS)
    return FALSE;
  if ((feature->layer == SB_BASEMAP_LAYER_REGION || feature->layer == SB_BASEMAP_LAYER_DISPUTED) &&
      !read_varint (cell, offset, &feature->phase))
    return FALSE;
  /* A point takes two bytes at least. */
  if (!read_varint (cell, offset, &feature->n_points) || feature->n_points > MAX_POINTS ||
      feature->n_points > (cell->length - *offset) / 2)
    return FALSE;

  g_array_set_size (points, feature->n_points);
  for (guint i = 0; i < feature->n_points; i++)
    {
      if (!read_varint (cell, offset, &dx) || !read_varint (cell, offset, &dy))
        return FALSE;
      vertex.x = (int) ((guint) vertex.x + (guint) unzigzag (dx));
      vertex.y = (int) ((guint) vertex.y + (guint) unzigzag (dy));
      g_array_index (points, SbBasemapVertex, i) = vertex;
    }

  return TRUE;
}

const SbBasemapName *
_sb_basemap_get_names (SbBasemap *self,
                       guint *n_names)
{
  *n_names = self->names->len;

  return (const SbBasemapName *) self->names->data;
}

const SbBasemapRiver *
_sb_basemap_get_rivers (SbBasemap *self,
                        guint *n_rivers)
{
  *n_rivers = self->rivers->len;

  return (const SbBasemapRiver *) self->rivers->data;
}
