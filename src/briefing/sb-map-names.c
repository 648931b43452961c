/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-map-figure-private.h"

/* Points between symbols and a name. */
#define GAP 1.8

/* Where a name may lie about its symbols, the best first: in parts of the free
 * way from one side to the other, -1 to 1. */
static const struct
{
  double x;
  double y;
} sides[] = {
  { 1, 0 },
  { -1, 0 },
  { 1, -0.7 },
  { 1, 0.7 },
  { -1, -0.7 },
  { -1, 0.7 },
  { 0, -1 },
  { 0, 1 },
  { 0.6, -1 },
  { 0.6, 1 },
  { -0.6, -1 },
  { -0.6, 1 }
};

static gboolean
lies_within (const SbRect *box,
             const SbRect *frame)
{
  return box->x >= frame->x && box->y >= frame->y &&
         box->x + box->width <= frame->x + frame->width &&
         box->y + box->height <= frame->y + frame->height;
}

static gboolean
is_free (const SbMapName *names,
         guint n_names,
         const SbRect *box,
         const SbRect *taken,
         guint n_taken)
{
  for (guint i = 0; i < n_names; i++)
    if (sb_rect_intersects (box, &names[i].symbols) ||
        (names[i].is_placed && sb_rect_intersects (box, &names[i].box)))
      return FALSE;
  for (guint i = 0; i < n_taken; i++)
    if (sb_rect_intersects (box, &taken[i]))
      return FALSE;

  return TRUE;
}

static SbRect
get_box (const SbMapName *name,
         guint side)
{
  double way_x;
  double way_y;
  double x;
  double y;

  if (name->is_centred && side == 0)
    return (SbRect) { name->symbols.x + (name->symbols.width - name->width) / 2, name->symbols.y + (name->symbols.height - name->height) / 2,
                      name->width, name->height };

  way_x = (name->symbols.width + name->width) / 2 + GAP;
  way_y = (name->symbols.height + name->height) / 2 + GAP / 2;
  x = name->symbols.x + name->symbols.width / 2 + sides[side].x * way_x;
  y = name->symbols.y + name->symbols.height / 2 + sides[side].y * way_y;

  return (SbRect) { x - name->width / 2, y - name->height / 2, name->width, name->height };
}

void
_sb_map_names_place (SbMapName *names,
                     guint n_names,
                     const SbRect *frame,
                     const SbRect *taken,
                     guint n_taken)
{
  for (guint i = 0; i < n_names; i++)
    for (guint k = 0; k < G_N_ELEMENTS (sides) && !names[i].is_placed; k++)
      {
        SbRect box = get_box (&names[i], k);

        if (!lies_within (&box, frame) || !is_free (names, n_names, &box, taken, n_taken))
          continue;
        names[i].box = box;
        names[i].is_placed = TRUE;
      }
}
