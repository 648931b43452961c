/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-exchange"

#include "config.h"

#include "sb-geojson-geometry.h"

#include <string.h>

/* With as many digits as RFC 7946 finds sensible: seven are a centimetre. */
static void
append_number (GString *json,
               double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  char *end;

  g_ascii_formatd (buffer, sizeof buffer, "%.7f", value);
  end = buffer + strlen (buffer);
  while (end[-1] == '0' && end[-2] != '.')
    *--end = '\0';
  g_string_append (json, buffer);
}

static void
append_points (GString *json,
               GArray *points)
{
  for (guint i = 0; i < points->len; i++)
    {
      const SbPosition *point = &g_array_index (points, SbPosition, i);

      g_string_append (json, i > 0 ? ",[" : "[");
      append_number (json, point->longitude);
      g_string_append_c (json, ',');
      append_number (json, point->latitude);
      g_string_append_c (json, ']');
    }
}

char *
_sb_geojson_make_points (GArray *points)
{
  g_autoptr (GString) json = g_string_new (NULL);

  if (points->len == 0)
    return g_strdup ("null");

  g_string_append_printf (json, "{\"type\":\"%s\",\"coordinates\":%s", points->len == 1 ? "Point" : "MultiPoint",
                          points->len == 1 ? "" : "[");
  append_points (json, points);
  g_string_append (json, points->len == 1 ? "}" : "]}");
  return g_string_free (g_steal_pointer (&json), FALSE);
}

char *
_sb_geojson_make_lines (GPtrArray *lines)
{
  g_autoptr (GString) json = g_string_new (NULL);

  g_string_append_printf (json, "{\"type\":\"%s\",\"coordinates\":%s", lines->len == 1 ? "LineString" : "MultiLineString",
                          lines->len == 1 ? "" : "[");
  for (guint i = 0; i < lines->len; i++)
    {
      g_string_append (json, i > 0 ? ",[" : "[");
      append_points (json, g_ptr_array_index (lines, i));
      g_string_append_c (json, ']');
    }
  g_string_append (json, lines->len == 1 ? "}" : "]}");
  return g_string_free (g_steal_pointer (&json), FALSE);
}

/* Twice the area of a ring, positive when it runs counterclockwise. */
static double
get_turn (GArray *ring)
{
  double sum = 0;

  for (guint i = 0; i < ring->len; i++)
    {
      const SbPosition *a = &g_array_index (ring, SbPosition, i);
      const SbPosition *b = &g_array_index (ring, SbPosition, (i + 1) % ring->len);

      sum += a->longitude * b->latitude - b->longitude * a->latitude;
    }

  return sum;
}

/* RFC 7946 wants a ring closed, and its outer side to the right. */
char *
_sb_geojson_make_area (GArray *points)
{
  g_autoptr (GArray) ring = g_array_sized_new (FALSE, FALSE, sizeof (SbPosition), points->len + 1);
  g_autoptr (GString) json = g_string_new ("{\"type\":\"Polygon\",\"coordinates\":[[");
  gboolean is_reversed = get_turn (points) < 0;

  for (guint i = 0; i <= points->len; i++)
    {
      guint at = i % points->len;

      g_array_append_val (ring, g_array_index (points, SbPosition, is_reversed ? points->len - 1 - at : at));
    }
  append_points (json, ring);
  g_string_append (json, "]]}");
  return g_string_free (g_steal_pointer (&json), FALSE);
}
