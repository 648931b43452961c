/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-graph-figure-private.h"

#include "sb-label-grid.h"
#include "sb-map-figure-private.h"

#include <pango/pangocairo.h>

/* Logical pixels. */
#define TEXT_SIZE  10.5
#define HUB_TEXT   11.5
#define MOST_WIDTH 130.0
#define GAP        2.0
#define HALO       2.6

/* How often farther away room is looked for for the name of an alliance. */
#define HUB_RINGS 4

/* Farther out, names are not written but of those with many ties, and letters are
 * somewhat smaller. */
#define SMALL_SCALE 0.5
#define SMALL_SHARE 0.88

/* Where a name may stand about its symbol, the best first, in parts of the free way. */
static const SbPoint sides[] = {
  { 0, 1 },
  { 1, 0 },
  { -1, 0 },
  { 0, -1 },
  { 0.8, 1 },
  { -0.8, 1 },
  { 0.8, -1 },
  { -0.8, -1 }
};

typedef struct
{
  guint node;
  guint rank; /* the more, the sooner it finds room */
} Name;

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const Name *one = a, *other = b;

  if (one->rank != other->rank)
    return one->rank > other->rank ? -1 : 1;
  return one->node < other->node ? -1 : 1;
}

/* Those whose names are written: the chosen one, alliances, then by their ties. */
static GArray *
list_names (const SbGraphFigure *self,
            const SbGraphFrame *frame,
            const SbGraphEmphasis *emphasis,
            const gboolean *is_pale)
{
  GArray *names = g_array_new (FALSE, FALSE, sizeof (Name));

  for (guint i = 0; i < sb_actor_graph_get_n_nodes (self->graph); i++)
    {
      SbPoint at = sb_graph_figure_get_point (self, frame, i);
      Name name = { i, 2 * sb_actor_graph_get_node (self->graph, i)->n_ties };

      if (at.x < 0 || at.y < 0 || at.x > frame->width || at.y > frame->height)
        continue;
      if (emphasis != NULL && emphasis->node == (int) i)
        name.rank = G_MAXUINT;
      else if (is_pale != NULL && is_pale[i])
        name.rank = 0;
      else if (sb_actor_graph_is_alliance (self->graph, i))
        name.rank += 100000;
      else if (emphasis != NULL && emphasis->paths != NULL && emphasis->paths->len > 0)
        name.rank += 200000;
      g_array_append_val (names, name);
    }

  g_array_sort (names, compare_names);
  return names;
}

static PangoLayout *
create_layout (const SbGraphFigure *self,
               cairo_t *cr,
               const SbGraphFrame *frame,
               guint node)
{
  gboolean is_hub = sb_actor_graph_is_alliance (self->graph, node);
  double share = frame->scale < SMALL_SCALE * frame->unit ? SMALL_SHARE : 1;
  PangoLayout *layout = _sb_map_text_new (cr, _sb_graph_figure_get_name (self, node), (is_hub ? HUB_TEXT : TEXT_SIZE) * share * frame->unit,
                                          is_hub ? PANGO_WEIGHT_SEMIBOLD : PANGO_WEIGHT_MEDIUM, MOST_WIDTH * frame->unit);

  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (layout, -2);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  return layout;
}

static void
write_name (cairo_t *cr,
            PangoLayout *layout,
            const SbRect *box,
            double unit,
            SbBasemapStyle style,
            const SbGraphColour *colour,
            double alpha)
{
  SbGraphColour paper = _sb_graph_get_paper_colour (style);
  PangoRectangle extents;

  /* A layout of a width has its text in the middle of it. */
  pango_layout_get_extents (layout, NULL, &extents);
  cairo_move_to (cr, box->x - pango_units_to_double (extents.x), box->y);
  if (style != SB_BASEMAP_STYLE_PRINT || alpha >= 1)
    {
      pango_cairo_layout_path (cr, layout);
      cairo_set_source_rgba (cr, paper.red, paper.green, paper.blue, 0.85);
      cairo_set_line_width (cr, HALO * unit);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
      cairo_stroke (cr);
      cairo_move_to (cr, box->x - pango_units_to_double (extents.x), box->y);
    }
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, alpha);
  pango_cairo_show_layout (cr, layout);
}

static gboolean
is_within (const SbGraphFrame *frame,
           const SbRect *box)
{
  double edge = GAP * frame->unit;

  return box->x >= edge && box->y >= edge && box->x + box->width <= frame->width - edge && box->y + box->height <= frame->height - edge;
}

/* The nearest place in the frame. */
static void
push_inside (const SbGraphFrame *frame,
             SbRect *box)
{
  double edge = GAP * frame->unit;

  box->x = CLAMP (box->x, edge, MAX (frame->width - box->width - edge, edge));
  box->y = CLAMP (box->y, edge, MAX (frame->height - box->height - edge, edge));
}

/* Writes one name where there is room for it: all of it in the frame, if there is such a
 * place; on paper, where nobody moves the graph, it is pushed there. */
static void
place_name (const SbGraphFigure *self,
            cairo_t *cr,
            const SbGraphFrame *frame,
            SbBasemapStyle style,
            SbLabelGrid *taken,
            guint node,
            double alpha,
            gboolean is_needed)
{
  g_autoptr (PangoLayout) layout = create_layout (self, cr, frame, node);
  SbPoint at = sb_graph_figure_get_point (self, frame, node);
  double room = sb_graph_figure_get_size (self, frame, node) * 0.56;
  gboolean is_hub = sb_actor_graph_is_alliance (self->graph, node);
  SbGraphColour colour = is_hub ? _sb_graph_get_stance_colour (SB_GRAPH_STANCE_SUPPORTS, style)
                                : _sb_graph_get_text_colour (style);
  guint n_sides = G_N_ELEMENTS (sides) * (is_hub ? HUB_RINGS : 1) + (is_hub ? 1 : 0);
  PangoRectangle extents;
  double width, height;

  pango_layout_get_extents (layout, NULL, &extents);
  width = pango_units_to_double (extents.width);
  height = pango_units_to_double (extents.height);
  /* The name of an alliance may stand farther away, on its ground. */
  for (guint place = 0; place < 2 * n_sides; place++)
    {
      guint i = place % n_sides;
      gboolean is_last = place >= n_sides;
      const SbPoint *side = &sides[i % G_N_ELEMENTS (sides)];
      double away = 12 * frame->unit * (double) (i / G_N_ELEMENTS (sides) % HUB_RINGS);
      double x = at.x + side->x * (room + away + GAP * 2 * frame->unit + width / 2);
      double y = at.y + side->y * (room + away + GAP * frame->unit + height / 2);
      SbRect box = { x - width / 2, y - height / 2, width, height };

      if (is_last && style == SB_BASEMAP_STYLE_PRINT)
        push_inside (frame, &box);
      else if (!is_last && !is_within (frame, &box))
        continue;
      /* What must be read is written over what is there, if need be. */
      if (!sb_label_grid_is_free (taken, &box) && !(is_needed && i == 0) && !(is_last && is_hub && i == n_sides - 1))
        continue;

      sb_label_grid_add (taken, &box);
      write_name (cr, layout, &box, frame->unit, style, &colour, alpha);
      return;
    }
}

void
_sb_graph_figure_draw_names (const SbGraphFigure *self,
                             cairo_t *cr,
                             const SbGraphFrame *frame,
                             SbBasemapStyle style,
                             const SbGraphEmphasis *emphasis,
                             const gboolean *is_pale)
{
  g_autoptr (SbLabelGrid) taken = sb_label_grid_new ();
  g_autoptr (GArray) names = list_names (self, frame, emphasis, is_pale);

  /* No name lies on a symbol. */
  for (guint i = 0; i < names->len; i++)
    {
      guint node = g_array_index (names, Name, i).node;
      SbPoint at = sb_graph_figure_get_point (self, frame, node);
      double size = sb_graph_figure_get_size (self, frame, node);
      SbRect box = { at.x - size / 2, at.y - size / 2, size, size };

      sb_label_grid_add (taken, &box);
    }

  for (guint i = 0; i < names->len; i++)
    {
      const Name *name = &g_array_index (names, Name, i);
      gboolean is_chosen = emphasis != NULL && emphasis->node == (int) name->node;

      place_name (self, cr, frame, style, taken, name->node, is_pale != NULL && is_pale[name->node] ? 0.35 : 1, is_chosen);
    }
}
