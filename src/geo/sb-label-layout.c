/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-geo"

#include "config.h"

#include "sb-label-grid.h"
#include "sb-label-layout.h"
#include "sb-mercator.h"
#include "sb-river-label.h"

#include <math.h>
#include <string.h>

/* Height of a line of text, parts of the size of its letters. */
#define LINE_HEIGHT 1.22

/* Logical pixels: between a dot and its name, and kept free around a name. */
#define DOT_GAP 3.5
#define PADDING 2.0

/* Logical pixels between two names of one river, along different lines of it. */
#define SAME_NAME_DISTANCE 220.0

/* Names of countries are broken in two lines up to this zoom. */
#define BREAK_ZOOM   6.6
#define BREAK_LENGTH 9 /* letters */

struct _SbLabelLayout
{
  gatomicrefcount ref_count;
  double zoom;
  GArray *labels; /* (owned) (element-type SbLabel) */
  GArray *path; /* (owned) (element-type SbPoint) */
  GStringChunk *texts; /* (owned) */
};

/* What placing needs, and the layout that it fills. */
typedef struct
{
  SbLabelLayout *layout;
  SbLetterTable *letters;
  SbLanguage language;
  const SbRect *frame; /* (nullable) */
  double world_size;
  SbLabelGrid *taken;
} Placing;

SbLabelLayout *
_sb_label_layout_ref (SbLabelLayout *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
_sb_label_layout_unref (SbLabelLayout *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->labels);
  g_array_unref (self->path);
  g_string_chunk_free (self->texts);
  g_free (self);
}

/* Breaks at the space nearest to the middle. */
static char *
break_in_two (const char *text)
{
  char *broken = g_strdup (text);
  gssize middle = strlen (broken) / 2;
  char *best = NULL;

  for (char *space = strchr (broken, ' '); space != NULL; space = strchr (space + 1, ' '))
    if (best == NULL || ABS (space - broken - middle) < ABS (best - broken - middle))
      best = space;
  if (best != NULL)
    *best = '\n';

  return broken;
}

static char *
choose_text (const Placing *placing,
             const SbBasemapName *name,
             const SbMapLettering *lettering)
{
  g_autofree char *text = _sb_map_lettering_prepare (lettering, name->text[placing->language]);

  if (name->kind == SB_BASEMAP_NAME_COUNTRY && placing->layout->zoom < BREAK_ZOOM &&
      g_utf8_strlen (text, -1) > BREAK_LENGTH)
    return break_in_two (text);

  return g_steal_pointer (&text);
}

static guint
count_lines (const char *text)
{
  guint lines = 1;

  for (const char *p = strchr (text, '\n'); p != NULL; p = strchr (p + 1, '\n'))
    lines++;

  return lines;
}

static gboolean
is_town (guint kind)
{
  return kind == SB_BASEMAP_NAME_CAPITAL || kind == SB_BASEMAP_NAME_SEAT || kind == SB_BASEMAP_NAME_TOWN ||
         kind == SB_BASEMAP_NAME_VILLAGE;
}

static double
get_dot_radius (guint kind,
                double zoom)
{
  double growth = 1.0 + 0.05 * CLAMP (zoom - 5, -2, 4);

  switch (kind)
    {
    case SB_BASEMAP_NAME_CAPITAL:
      return 3.0 * growth;
    case SB_BASEMAP_NAME_SEAT:
      return 2.3 * growth;
    case SB_BASEMAP_NAME_TOWN:
      return 1.9 * growth;
    case SB_BASEMAP_NAME_VILLAGE:
      return 1.6 * growth;
    default:
      return 0;
    }
}

static gboolean
fits (const Placing *placing,
      const SbRect *box)
{
  const SbRect *frame = placing->frame;

  if (frame != NULL && (box->x < frame->x || box->y < frame->y || box->x + box->width > frame->x + frame->width ||
                        box->y + box->height > frame->y + frame->height))
    return FALSE;

  return sb_label_grid_is_free (placing->taken, box);
}

static SbRect
get_box (SbPoint middle,
         double width,
         double height)
{
  return (SbRect) { middle.x - width / 2 - PADDING, middle.y - height / 2 - PADDING / 2, width + 2 * PADDING,
                    height + PADDING };
}

static SbRect
unite (const SbRect *a,
       const SbRect *b)
{
  double x = MIN (a->x, b->x);
  double y = MIN (a->y, b->y);

  return (SbRect) { x, y, MAX (a->x + a->width, b->x + b->width) - x, MAX (a->y + a->height, b->y + b->height) - y };
}

/* Tries the sides of the dot: right and left first, as a reader expects. */
static gboolean
place_beside_dot (Placing *placing,
                  SbLabel *label,
                  double width,
                  double height)
{
  static const SbPoint sides[] = { { 1, 0 }, { -1, 0 }, { 1, -0.8 }, { 1, 0.8 }, { -1, -0.8 }, { -1, 0.8 }, { 0, -1 }, { 0, 1 } };
  double radius = label->dot_radius;
  SbRect dot = { label->dot.x - radius - 1, label->dot.y - radius - 1, 2 * radius + 2, 2 * radius + 2 };

  if (!fits (placing, &dot))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      double reach = radius + (sides[i].y == 0 ? DOT_GAP : DOT_GAP - 1.5);
      SbPoint middle = { label->dot.x + sides[i].x * (reach + width / 2),
                         label->dot.y + sides[i].y * (sides[i].x == 0 ? radius + 1 + height / 2 : height / 2) };
      SbRect box = get_box (middle, width, height);

      if (!fits (placing, &box))
        continue;
      label->middle = middle;
      label->box = unite (&box, &dot);
      sb_label_grid_add (placing->taken, &box);
      sb_label_grid_add (placing->taken, &dot);
      return TRUE;
    }

  return FALSE;
}

/* A name of an area may move a little out of the way. */
static gboolean
place_in_area (Placing *placing,
               SbLabel *label,
               SbPoint point,
               double width,
               double height)
{
  static const SbPoint moves[] = { { 0, 0 }, { 0, -1 }, { 0, 1 }, { 0.3, 0 }, { -0.3, 0 }, { 0.3, -1 }, { -0.3, -1 }, { 0.3, 1 }, { -0.3, 1 }, { 0, -2 }, { 0, 2 } };
  guint n_moves = label->kind == SB_BASEMAP_NAME_LAKE ? 1 : G_N_ELEMENTS (moves);

  for (guint i = 0; i < n_moves; i++)
    {
      SbPoint middle = { round (point.x + moves[i].x * width), round (point.y + moves[i].y * 16) };
      SbRect box = get_box (middle, width, height);

      if (!fits (placing, &box))
        continue;
      label->middle = middle;
      label->box = box;
      sb_label_grid_add (placing->taken, &box);
      return TRUE;
    }

  return FALSE;
}

static void
place_name (Placing *placing,
            const SbBasemapName *name)
{
  SbLabelLayout *layout = placing->layout;
  SbMapLettering lettering = _sb_map_lettering_get (name->kind, name->size, layout->zoom);
  /* Whole pixels: text must look the same on every tile that it is drawn on. */
  SbPoint point = { round (name->point.x * placing->world_size), round (name->point.y * placing->world_size) };
  SbLabel label = { .kind = name->kind, .size = name->size, .dot = point };
  g_autofree char *text = NULL;
  double width;
  double height;
  gboolean placed;

  if (placing->frame != NULL && !sb_rect_contains (placing->frame, point))
    return;

  text = choose_text (placing, name, &lettering);
  width = _sb_letter_table_measure (placing->letters, &lettering, text);
  height = lettering.size * LINE_HEIGHT * count_lines (text);
  if (is_town (name->kind))
    {
      label.dot_radius = get_dot_radius (name->kind, layout->zoom);
      placed = place_beside_dot (placing, &label, width, height);
    }
  else
    {
      placed = place_in_area (placing, &label, point, width, height);
    }
  if (!placed)
    return;

  label.text = g_string_chunk_insert (layout->texts, text);
  g_array_append_val (layout->labels, label);
}

static SbRect
get_path_bounds (const GArray *path)
{
  SbPoint start = g_array_index (path, SbPoint, 0);
  SbRect bounds = { start.x, start.y, 0, 0 };

  for (guint i = 1; i < path->len; i++)
    {
      SbPoint point = g_array_index (path, SbPoint, i);
      SbRect dot = { point.x, point.y, 0, 0 };

      bounds = unite (&bounds, &dot);
    }

  return bounds;
}

/* Keeps the line of letters of a river free, as squares along it. */
static gboolean
claim_path (Placing *placing,
            const GArray *path,
            double size,
            SbRect *bounds)
{
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (SbRect));

  for (guint i = 0; i < path->len; i++)
    {
      SbPoint point = g_array_index (path, SbPoint, i);
      SbRect box = { point.x - size * 0.8, point.y - size * 0.8, size * 1.6, size * 1.6 };

      if (!fits (placing, &box))
        return FALSE;
      *bounds = i == 0 ? box : unite (bounds, &box);
      g_array_append_val (boxes, box);
    }
  for (guint i = 0; i < boxes->len; i++)
    sb_label_grid_add (placing->taken, &g_array_index (boxes, SbRect, i));

  return TRUE;
}

/* Whether @text stands near @box already: the arms of a river run side by side
 * and need the name once. */
static gboolean
is_named_near (const SbLabelLayout *layout,
               guint first,
               const char *text,
               const SbRect *box)
{
  SbRect around = { box->x - SAME_NAME_DISTANCE, box->y - SAME_NAME_DISTANCE, box->width + 2 * SAME_NAME_DISTANCE,
                    box->height + 2 * SAME_NAME_DISTANCE };

  for (guint i = first; i < layout->labels->len; i++)
    {
      const SbLabel *label = &g_array_index (layout->labels, SbLabel, i);

      if (sb_rect_intersects (&label->box, &around) && g_str_equal (label->text, text))
        return TRUE;
    }

  return FALSE;
}

static void
place_river (Placing *placing,
             const SbBasemapRiver *river,
             guint first)
{
  SbLabelLayout *layout = placing->layout;
  SbMapLettering lettering = _sb_map_lettering_get (SB_MAP_LETTERING_RIVER, 0, layout->zoom);
  g_autofree char *text = _sb_map_lettering_prepare (&lettering, river->text[placing->language]);
  double width = _sb_letter_table_measure (placing->letters, &lettering, text);
  g_autoptr (SbRiverTrack) track = _sb_river_track_new (river->points, river->n_points, placing->world_size, width);
  const char *kept = NULL;
  double start = 0;

  while (_sb_river_track_find (track, &start))
    {
      g_autoptr (GArray) path = _sb_river_track_cut (track, start, lettering.size);
      SbLabel label = { .kind = SB_MAP_LETTERING_RIVER };

      label.box = get_path_bounds (path);
      if (is_named_near (layout, first, text, &label.box) || !claim_path (placing, path, lettering.size, &label.box))
        {
          start += lettering.size * 2;
          continue;
        }
      kept = kept != NULL ? kept : g_string_chunk_insert (layout->texts, text);
      label.text = kept;
      label.path_first = layout->path->len;
      label.path_count = path->len;
      g_array_append_vals (layout->path, path->data, path->len);
      g_array_append_val (layout->labels, label);
      start += width + SB_RIVER_LABEL_DISTANCE;
    }
}

static void
place_rivers (Placing *placing,
              SbBasemap *basemap)
{
  guint n_rivers;
  const SbBasemapRiver *rivers = _sb_basemap_get_rivers (basemap, &n_rivers);
  guint first = placing->layout->labels->len;

  for (guint i = 0; i < n_rivers; i++)
    if (rivers[i].min_zoom <= placing->layout->zoom)
      place_river (placing, &rivers[i], first);
}

static void
place_names (Placing *placing,
             SbBasemap *basemap,
             gboolean towns_of_note)
{
  guint n_names;
  const SbBasemapName *names = _sb_basemap_get_names (basemap, &n_names);
  double zoom = placing->layout->zoom;

  for (guint i = 0; i < n_names; i++)
    {
      gboolean of_note = names[i].kind != SB_BASEMAP_NAME_TOWN && names[i].kind != SB_BASEMAP_NAME_VILLAGE;

      if (of_note == towns_of_note && zoom >= names[i].min_zoom && zoom <= names[i].max_zoom)
        place_name (placing, &names[i]);
    }
}

/* Rivers come after the names of areas and seats, and before lesser towns. */
SbLabelLayout *
_sb_label_layout_new (SbBasemap *basemap,
                      SbLetterTable *letters,
                      double zoom,
                      SbLanguage language,
                      const SbRect *frame,
                      const SbRect *taken,
                      guint n_taken)
{
  SbLabelLayout *self = g_new0 (SbLabelLayout, 1);
  g_autoptr (SbLabelGrid) grid = sb_label_grid_new ();
  Placing placing = { self, letters, language, frame, sb_mercator_get_world_size (zoom), grid };

  g_atomic_ref_count_init (&self->ref_count);
  self->zoom = zoom;
  self->labels = g_array_new (FALSE, FALSE, sizeof (SbLabel));
  self->path = g_array_new (FALSE, FALSE, sizeof (SbPoint));
  self->texts = g_string_chunk_new (4096);

  for (guint i = 0; i < n_taken; i++)
    sb_label_grid_add (grid, &taken[i]);
  place_names (&placing, basemap, TRUE);
  place_rivers (&placing, basemap);
  place_names (&placing, basemap, FALSE);

  return self;
}

double
_sb_label_layout_get_zoom (const SbLabelLayout *self)
{
  return self->zoom;
}

const SbLabel *
_sb_label_layout_get_labels (const SbLabelLayout *self,
                             guint *n_labels)
{
  *n_labels = self->labels->len;

  return (const SbLabel *) self->labels->data;
}

const SbPoint *
_sb_label_layout_get_path (const SbLabelLayout *self,
                           const SbLabel *label)
{
  return &g_array_index (self->path, SbPoint, label->path_first);
}
