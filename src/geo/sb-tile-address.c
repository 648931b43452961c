/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-geo"

#include "config.h"

#include "sb-tile-address.h"

#include "sb-geo-error.h"

#include <string.h>

typedef enum
{
  PART_ZOOM,
  PART_COLUMN,
  PART_ROW,
  PART_ROW_FROM_SOUTH,
  PART_HOST,
  PART_DENSITY,
  N_PARTS
} Part;

static const char *const part_names[N_PARTS] = { "{z}", "{x}", "{y}", "{-y}", "{s}", "{r}" };

/* The part that @text begins with; N_PARTS when it begins with none. */
static Part
find_part (const char *text)
{
  Part part = 0;

  while (part < N_PARTS && !g_str_has_prefix (text, part_names[part]))
    part++;

  return part;
}

static gboolean
set_invalid (GError **error,
             const char *reason)
{
  g_set_error (error, SB_GEO_ERROR, SB_GEO_ERROR_ADDRESS, "Not an address of tiles: %s", reason);
  return FALSE;
}

gboolean
sb_tile_address_check (const char *pattern,
                       GError **error)
{
  guint counts[N_PARTS] = { 0 };
  g_autofree char *address = NULL;

  g_return_val_if_fail (pattern != NULL, FALSE);

  for (const char *brace = strchr (pattern, '{'); brace != NULL; brace = strchr (brace + 1, '{'))
    {
      Part part = find_part (brace);

      if (part == N_PARTS)
        return set_invalid (error, "it asks for more than a zoom, a column and a row");
      counts[part]++;
    }

  if (counts[PART_ZOOM] == 0 || counts[PART_COLUMN] == 0 || counts[PART_ROW] + counts[PART_ROW_FROM_SOUTH] == 0)
    return set_invalid (error, "the zoom, the column or the row is missing");

  address = sb_tile_address_expand (pattern, (SbTile) { 0, 0, 0 });
  if (!g_str_has_prefix (address, "https://") && !g_str_has_prefix (address, "http://"))
    return set_invalid (error, "it is not of http or https");
  if (strpbrk (address, " \t\r\n") != NULL || !g_uri_is_valid (address, G_URI_FLAGS_NONE, NULL))
    return set_invalid (error, "it breaks the rules of addresses");

  return TRUE;
}

static void
append_part (GString *address,
             Part part,
             SbTile tile)
{
  switch (part)
    {
    case PART_ZOOM:
      g_string_append_printf (address, "%u", tile.zoom);
      break;

    case PART_COLUMN:
      g_string_append_printf (address, "%u", tile.x);
      break;

    case PART_ROW:
      g_string_append_printf (address, "%u", tile.y);
      break;

    case PART_ROW_FROM_SOUTH:
      g_string_append_printf (address, "%u", (1u << tile.zoom) - 1 - tile.y);
      break;

    case PART_HOST:
      g_string_append_c (address, 'a');
      break;

    case PART_DENSITY:
    case N_PARTS:
      break;
    }
}

char *
sb_tile_address_expand (const char *pattern,
                        SbTile tile)
{
  GString *address = g_string_new (NULL);

  g_return_val_if_fail (pattern != NULL && sb_tile_is_valid (tile), NULL);

  while (*pattern != '\0')
    {
      Part part = find_part (pattern);

      if (part == N_PARTS)
        g_string_append_c (address, *pattern++);
      else
        {
          append_part (address, part, tile);
          pattern += strlen (part_names[part]);
        }
    }

  return g_string_free (address, FALSE);
}
