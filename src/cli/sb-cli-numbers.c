/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-cli"

#include "config.h"

#include "sb-cli-numbers.h"

#include <glib/gi18n.h>
#include <math.h>

#define POINTS_PER_MM (72 / 25.4)

/* A4, lying, and the longest side; in millimetres. */
#define DEFAULT_WIDTH  297.0
#define DEFAULT_HEIGHT 210.0
#define MOST_SIDE      2000.0

/* Dots of an inch, of a PNG. */
#define DEFAULT_DENSITY 200.0
#define MOST_DENSITY    1200.0

gboolean
sb_cli_split_numbers (const char *text,
                      const char *separators,
                      double *numbers,
                      guint n)
{
  g_auto (GStrv) parts = g_strsplit_set (text, separators, -1);

  if (g_strv_length (parts) != n)
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      char *end;

      numbers[i] = g_ascii_strtod (parts[i], &end);
      if (end == parts[i] || *end != '\0' || !isfinite (numbers[i]))
        return FALSE;
    }

  return TRUE;
}

gboolean
sb_cli_read_sheet_size (SbCli *cli,
                        double least_side,
                        SbMapSheetSize *size)
{
  double sides[2] = { DEFAULT_WIDTH, DEFAULT_HEIGHT };
  double density = DEFAULT_DENSITY;

  if (cli->size != NULL && !sb_cli_split_numbers (cli->size, "x×", sides, G_N_ELEMENTS (sides)))
    return FALSE;
  if (cli->density != NULL && !sb_cli_split_numbers (cli->density, " ", &density, 1))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    if (sides[i] < least_side || sides[i] > MOST_SIDE)
      return FALSE;

  *size = (SbMapSheetSize) { sides[0] * POINTS_PER_MM, sides[1] * POINTS_PER_MM, density / 72 };
  return density >= 1 && density <= MOST_DENSITY;
}

gboolean
sb_cli_read_bounds (const char *text,
                    SbBounds *bounds)
{
  double numbers[4];

  if (sb_cli_split_numbers (text, ",", numbers, G_N_ELEMENTS (numbers)))
    {
      *bounds = (SbBounds) { numbers[0], numbers[1], numbers[2], numbers[3] };
      if (sb_position_is_valid ((SbPosition) { bounds->west, bounds->south }) &&
          sb_position_is_valid ((SbPosition) { bounds->east, bounds->north }) && bounds->west < bounds->east &&
          bounds->south < bounds->north)
        return TRUE;
    }

  sb_cli_refuse ("%s", _ ("--bounds needs west,south,east,north in degrees, such as -12.5,10,4.5,25."));
  return FALSE;
}
