/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-block-kind-private.h"

#include "sb-actor.h"
#include "sb-date-format.h"
#include "sb-evidence.h"
#include "sb-focus-private.h"
#include "sb-graph-figure-private.h"
#include "sb-translate.h"

#include <string.h>

/* In points. */
#define LEGEND_WIDTH  112.0
#define LEGEND_GUTTER 8.0
#define PAIR_NAMES    36.0 /* the same where the graph is smaller */
#define PAIR_WIDTH    130.0 /* of a legend in two languages, */
#define PAIR_SHARE    0.36 /* but no more than this of a narrow page */
#define UNIT          0.72 /* of a logical pixel */
#define NAME_WIDTH    24.0 /* left at the sides for long names of the outermost, beside what is */

#define MOST_TOLD 24 /* ties, in words */

/* The actor that the block asks for; NULL when it is not known. */
static SbRecord *
find_focus (SbComposer *self,
            const char *focus)
{
  if (g_str_equal (focus, SB_TEMPLATE_FOCUS_OF_BRIEFING))
    return _sb_selection_get_actor (self->selection);

  return _sb_focus_find_named (self->input, SB_KIND_ACTOR, focus);
}

static SbGraphInput *
new_input (SbComposer *self)
{
  static const SbKind kinds[] = { SB_KIND_ACTOR, SB_KIND_RELATION, SB_KIND_ALLIANCE };
  SbGraphInput *input = sb_graph_input_new ();

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      GPtrArray *records = sb_briefing_input_get_all (self->input, kinds[i]);

      for (guint k = 0; records != NULL && k < records->len; k++)
        {
          SbRecord *record = g_ptr_array_index (records, k);
          GPtrArray *evidence = sb_briefing_input_get_evidence (self->input, record);

          if (sb_record_get_id (record) == 0)
            continue;
          sb_graph_input_add (input, record);
          if (evidence != NULL)
            sb_graph_input_set_sources (input, sb_record_get_id (record), sb_evidence_count_sources (evidence));
        }
    }

  return input;
}

/* Takes some tens of milliseconds; pages are set many times over until they fit, so it is
 * done once. NULL when nothing is known of any ties. */
static SbGraphFigure *
new_graph (SbComposer *self,
           const SbTemplateBlock *block,
           int as_of)
{
  SbRecord *focus = block->chart.focus != NULL ? find_focus (self, block->chart.focus) : NULL;
  SbGraphFilter filter = { .focus = focus != NULL ? sb_record_get_id (focus) : 0, .n_steps = block->chart.steps };
  g_autoptr (SbGraphInput) input = NULL;
  g_autoptr (SbActorGraph) graph = NULL;
  g_autoptr (SbGraphLayout) layout = NULL;

  if (block->chart.focus != NULL && focus == NULL)
    return NULL;

  input = new_input (self);
  graph = sb_actor_graph_new (input, as_of, &filter);
  if (sb_actor_graph_get_n_ties (graph) == 0)
    return NULL;

  layout = sb_graph_layout_new (graph, NULL, NULL, NULL);
  return layout != NULL ? sb_graph_figure_new (graph, layout, self->language) : NULL;
}

static SbGraphFigure *
find_graph (SbComposer *self,
            const SbTemplateBlock *block,
            int as_of)
{
  SbGraphFigure *figure;

  if (self->graphs == NULL)
    self->graphs = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) sb_graph_figure_unref);
  figure = g_hash_table_lookup (self->graphs, block);
  if (figure == NULL && (figure = new_graph (self, block, as_of)) != NULL)
    g_hash_table_insert (self->graphs, (gpointer) block, figure);

  return figure;
}

/* The legend, and the graph at its right. */
static void
draw_with_legend (cairo_t *cr,
                  double width,
                  double height,
                  const SbGraphFigure *figure,
                  gboolean is_pair)
{
  double legend_width = is_pair ? MAX (MIN (PAIR_WIDTH, width * PAIR_SHARE), LEGEND_WIDTH) : LEGEND_WIDTH;
  double left = legend_width + LEGEND_GUTTER;
  double name_width = is_pair ? PAIR_NAMES : NAME_WIDTH;
  double inner_width = MAX (width - left - 2 * name_width, 1);
  SbGraphFrame frame = sb_graph_figure_fit (figure, inner_width, MAX (height, 1), UNIT);

  /* The frame grows by the room for names, around the same middle. */
  frame.origin.x -= name_width / frame.scale;
  frame.width = inner_width + 2 * name_width;

  if (is_pair)
    _sb_graph_figure_draw_legend_pair (figure, cr, legend_width, UNIT, SB_BASEMAP_STYLE_PRINT);
  else
    sb_graph_figure_draw_legend (figure, cr, legend_width, UNIT, SB_BASEMAP_STYLE_PRINT);
  cairo_translate (cr, left, 0);
  sb_graph_figure_draw (figure, cr, &frame, SB_BASEMAP_STYLE_PRINT, NULL);
}

/* An #SbFigureFunc; @data is the figure. */
static void
draw_graph (cairo_t *cr,
            double width,
            double height,
            gpointer data)
{
  draw_with_legend (cr, width, height, data, FALSE);
}

/* An #SbFigurePairFunc: the names in the graph are those of @data. */
static void
draw_graph_pair (cairo_t *cr,
                 double width,
                 double height,
                 gpointer data,
                 gpointer other)
{
  draw_with_legend (cr, width, height, data, TRUE);
}

static char *
describe (SbComposer *self,
          const SbGraphFigure *figure,
          const char *as_of)
{
  SbActorGraph *graph = sb_graph_figure_get_graph (figure);
  guint n_ties = sb_actor_graph_get_n_ties (graph);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, sb_translate (self->language, "Graph. %s."), as_of);
  for (guint i = 0; i < MIN (n_ties, MOST_TOLD); i++)
    {
      g_autofree char *tie = sb_graph_figure_describe_tie (figure, i);

      g_string_append_printf (text, " %s%s", tie, i + 1 < MIN (n_ties, MOST_TOLD) ? ";" : ".");
    }

  return g_string_free (text, FALSE);
}

void
_sb_block_compose_graph (SbComposer *self,
                         const SbTemplateBlock *block)
{
  SbBriefingMoment moment = sb_template_frame_get_moment (&block->frame, self->input);
  SbGraphFigure *figure = find_graph (self, block, moment.as_of);
  g_autofree char *day = sb_day_format (moment.as_of, self->language, SB_DATE_STYLE_LONG);
  g_autofree char *as_of = g_strdup_printf (sb_translate (self->language, "As of %s"), day);
  g_autofree char *alternative = NULL;
  g_autoptr (SbRichText) title = NULL;
  g_autofree char *line = NULL;
  SbPiece *piece;

  if (figure == NULL)
    return;

  alternative = describe (self, figure, as_of);
  title = _sb_composer_new_figure_title (self, block, NULL);
  line = g_strdup_printf ("%s%s%s", sb_rich_text_get_text (title), sb_rich_text_is_empty (title) ? "" : " – ", as_of);
  piece = sb_piece_new_figure (sb_rich_text_new_plain (line), alternative,
                               block->least_height + (block->height - block->least_height) * self->figure_ease,
                               block->least_height, draw_graph, sb_graph_figure_ref (figure), (GDestroyNotify) sb_graph_figure_unref);
  sb_piece_set_pair_func (piece, draw_graph_pair);
  _sb_composer_take (self, piece);
}
