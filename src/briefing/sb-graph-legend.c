/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-graph-figure-private.h"

#include "sb-actor.h"
#include "sb-map-figure-private.h"
#include "sb-symbol.h"
#include "sb-translate.h"

#include <glib/gi18n.h>
#include <pango/pangocairo.h>

/* Logical pixels. */
#define TEXT_SIZE     9.5
#define SYMBOL_COLUMN 40.0
#define SYMBOL_SIZE   11.0
#define ENTRY_GAP     5.0
#define PART_GAP      7.0

/* What is used of the signs. */
typedef struct
{
  gboolean has_family[SB_ACTOR_FAMILY_ORGANISATION + 1];
  gboolean has_others; /* actors of no family */
  gboolean has_persons;
  gboolean has_alliances;
  gboolean has_stance[SB_N_GRAPH_STANCES];
  gboolean has_unsourced;
  gboolean has_possible;
  gboolean has_contradicted;
  gboolean has_wide;
} Used;

typedef struct
{
  cairo_t *cr;
  double width;
  double unit;
  double y;
  SbBasemapStyle style;
  SbLanguage language;
  gboolean is_pair; /* both languages, @language first */
} Pen;

static Used
find_used (const SbActorGraph *graph)
{
  Used used = { { 0 } };

  for (guint i = 0; i < sb_actor_graph_get_n_nodes (graph); i++)
    {
      SbRecord *record = sb_actor_graph_get_node (graph, i)->record;
      int family;

      if (sb_actor_graph_is_alliance (graph, i))
        {
          used.has_alliances = TRUE;
          continue;
        }
      family = sb_record_get_term (record, SB_ACTOR_FAMILY, -1);
      if (family >= 0 && family <= SB_ACTOR_FAMILY_ORGANISATION)
        used.has_family[family] = TRUE;
      else
        used.has_others = TRUE;
      if (sb_record_get_term (record, SB_ACTOR_KIND, -1) == SB_ACTOR_KIND_PERSON)
        used.has_persons = TRUE;
    }

  for (guint i = 0; i < sb_actor_graph_get_n_ties (graph); i++)
    {
      const SbGraphTie *tie = sb_actor_graph_get_tie (graph, i);

      used.has_stance[tie->stance] = TRUE;
      used.has_unsourced = used.has_unsourced || tie->n_sources == 0;
      used.has_possible = used.has_possible || tie->certainty != SB_CERTAINTY_SURE;
      used.has_contradicted = used.has_contradicted || tie->is_contradicted;
      used.has_wide = used.has_wide || tie->n_sources > 1;
    }

  return used;
}

/* What is said of a sign: @text in the language of the legend, or in both. */
static char *
dup_words (const Pen *pen,
           const char *text)
{
  const char *own = sb_translate (pen->language, text);
  const char *other = sb_translate (!pen->language, text);

  return pen->is_pair && !g_str_equal (own, other) ? g_strdup_printf ("%s · %s", own, other) : g_strdup (own);
}

/* Writes what a sign means, by the message that says it; returns the middle of the first
 * line, where it is drawn. */
static double
write_entry (Pen *pen,
             const char *text)
{
  g_autofree char *words = dup_words (pen, text);
  SbGraphColour colour = _sb_graph_get_text_colour (pen->style);
  double x = SYMBOL_COLUMN * pen->unit;
  double middle = pen->y + TEXT_SIZE * 0.62 * pen->unit;
  g_autoptr (PangoLayout) layout = _sb_map_text_new (pen->cr, words, TEXT_SIZE * pen->unit, PANGO_WEIGHT_NORMAL, MAX (pen->width - x, 1));

  cairo_set_source_rgb (pen->cr, colour.red, colour.green, colour.blue);
  cairo_move_to (pen->cr, x, pen->y);
  pango_cairo_show_layout (pen->cr, layout);
  pen->y += _sb_map_text_get_height (layout) + ENTRY_GAP * pen->unit;
  return middle;
}

static void
add_symbol (Pen *pen,
            int family,
            double size,
            const char *text)
{
  double y = write_entry (pen, text);

  sb_symbol_draw_actor (pen->cr, (SbActorFamily) family, (SYMBOL_COLUMN - 8) / 2 * pen->unit, y, size * pen->unit, pen->style, SB_SYMBOL_DEFAULT);
}

static void
add_line (Pen *pen,
          const SbGraphTie *tie,
          const char *text)
{
  double y = write_entry (pen, text);
  const SbGraphLine line = { { 0, y }, { (SYMBOL_COLUMN - 8) / 2 * pen->unit, y }, { (SYMBOL_COLUMN - 8) * pen->unit, y } };

  /* Marks and arrows are left off short lines; this one is to show them. */
  cairo_save (pen->cr);
  _sb_graph_draw_tie (pen->cr, tie, &line, pen->unit * 0.8, pen->style, 1, FALSE);
  cairo_restore (pen->cr);
}

static void
add_ground (Pen *pen,
            const char *text)
{
  double y = write_entry (pen, text);
  const SbPoint points[] = { { 7 * pen->unit, y }, { (SYMBOL_COLUMN - 15) * pen->unit, y } };

  _sb_graph_draw_ground (pen->cr, points, 2, 6 * pen->unit, pen->unit, pen->style, SB_CERTAINTY_SURE, 1);
}

static void
add_actors (Pen *pen,
            const Used *used)
{
  for (guint i = 0; i < G_N_ELEMENTS (used->has_family); i++)
    if (used->has_family[i])
      add_symbol (pen, (int) i, SYMBOL_SIZE, sb_vocabulary_find (&sb_actor_family_vocabulary, (int) i)->label);
  if (used->has_others)
    add_symbol (pen, -1, SYMBOL_SIZE, N_ ("Others"));
  if (used->has_persons)
    add_symbol (pen, -1, SYMBOL_SIZE * 0.72, N_ ("Persons: smaller"));
  if (used->has_alliances)
    add_ground (pen, N_ ("Alliance, around its parties"));
}

static void
add_ties (Pen *pen,
          const Used *used)
{
  static const struct
  {
    SbGraphStance stance;
    guint kind;
    const char *text;
  } stances[] = {
    { SB_GRAPH_STANCE_SUPPORTS, SB_RELATION_KIND_ALLIED_WITH, N_ ("Alliance or support") },
    { SB_GRAPH_STANCE_OPPOSES, SB_RELATION_KIND_OPPOSES, N_ ("Opposition or rivalry") },
    { SB_GRAPH_STANCE_TALKS, SB_RELATION_KIND_NEGOTIATES_WITH, N_ ("Talks or kinship") },
    { SB_GRAPH_STANCE_BELONGS, SB_RELATION_KIND_PART_OF, N_ ("Belonging, command, descent") },
  };
  SbGraphTie sample = { .kind = SB_RELATION_KIND_ALLIED_WITH, .certainty = SB_CERTAINTY_SURE, .n_sources = 1 };

  for (guint i = 0; i < G_N_ELEMENTS (stances); i++)
    {
      SbGraphTie tie = { .kind = stances[i].kind, .stance = stances[i].stance, .certainty = SB_CERTAINTY_SURE, .n_sources = 1 };

      if (used->has_stance[stances[i].stance])
        add_line (pen, &tie, stances[i].text);
    }

  if (used->has_wide)
    {
      sample.n_sources = 4;
      add_line (pen, &sample, N_ ("The wider, the more independent sources"));
    }
  sample.n_sources = 0;
  if (used->has_unsourced)
    add_line (pen, &sample, N_ ("Dotted: without a source"));
  sample.n_sources = 1;
  sample.certainty = SB_CERTAINTY_POSSIBLE;
  if (used->has_possible)
    add_line (pen, &sample, N_ ("Pale: possibly on that day"));
  sample.certainty = SB_CERTAINTY_SURE;
  sample.is_contradicted = TRUE;
  if (used->has_contradicted)
    add_line (pen, &sample, N_ ("Ring: contradicted by an extract"));
}

static double
draw_legend (const SbGraphFigure *self,
             Pen *pen)
{
  Used used = find_used (self->graph);

  pen->language = self->language;
  cairo_save (pen->cr);
  add_actors (pen, &used);
  pen->y += PART_GAP * pen->unit;
  add_ties (pen, &used);
  cairo_restore (pen->cr);
  return pen->y;
}

double
sb_graph_figure_draw_legend (const SbGraphFigure *self,
                             cairo_t *cr,
                             double width,
                             double unit,
                             SbBasemapStyle style)
{
  Pen pen = { .cr = cr, .width = width, .unit = unit, .style = style };

  g_return_val_if_fail (self != NULL && cr != NULL && style < SB_N_BASEMAP_STYLES, 0);

  return draw_legend (self, &pen);
}

double
_sb_graph_figure_draw_legend_pair (const SbGraphFigure *self,
                                   cairo_t *cr,
                                   double width,
                                   double unit,
                                   SbBasemapStyle style)
{
  Pen pen = { .cr = cr, .width = width, .unit = unit, .style = style, .is_pair = TRUE };

  return draw_legend (self, &pen);
}
