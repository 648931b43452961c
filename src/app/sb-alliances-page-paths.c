/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-alliances-page-private.h"

#include "sb-actor.h"

#include <glib/gi18n.h>

/* So many ways are shown at most. */
#define MAX_PATHS 12

static const char *
get_name (SbAlliancesPage *self,
          SbRecord *record)
{
  const char *name = sb_record_get_kind (record) == SB_KIND_ACTOR ? sb_record_get_text (record, SB_ACTOR_SHORT_NAME) : NULL;

  return name != NULL ? name : sb_record_get_title (record, sb_session_get_language (sb_page_get_session (SB_PAGE (self))));
}

/* The ways of the graph that is shown; NULL when one of the ends is not in it. */
static GPtrArray *
find_paths (SbAlliancesPage *self,
            SbActorGraph *graph)
{
  int nodes[2];

  for (guint i = 0; i < 2; i++)
    {
      nodes[i] = sb_actor_graph_find (graph, sb_record_get_id (self->ends[i]));
      if (nodes[i] < 0)
        return NULL;
    }

  return sb_actor_graph_find_paths (graph, (guint) nodes[0], (guint) nodes[1], MAX_PATHS);
}

/* "JNIM → FLA: 2 ways, 1 step" */
static char *
word_paths (SbAlliancesPage *self,
            SbActorGraph *graph,
            GPtrArray *paths)
{
  const char *from = get_name (self, self->ends[0]);
  const char *to = get_name (self, self->ends[1]);
  const SbGraphPath *first = paths != NULL && paths->len > 0 ? g_ptr_array_index (paths, 0) : NULL;
  g_autofree guint *steps = NULL;
  g_autofree char *ways = NULL;
  guint n_steps;

  if (first == NULL)
    /* Translators: two actors. */
    return g_strdup_printf (_ ("Nothing leads from %s to %s on this day"), from, to);

  steps = sb_actor_graph_measure (graph, first->nodes[0]);
  n_steps = steps[first->nodes[first->n_nodes - 1]];
  ways = g_strdup_printf (ngettext ("%u shortest way", "%u shortest ways", paths->len), paths->len);
  /* Translators: from an actor to another one, "2 shortest ways", in so many steps. */
  return g_strdup_printf (ngettext ("%s → %s: %s, %u step", "%s → %s: %s, %u steps", n_steps), from, to, ways, n_steps);
}

void
_sb_alliances_page_show_paths (SbAlliancesPage *self)
{
  SbGraphFigure *figure = sb_graph_view_get_figure (self->view);
  SbActorGraph *graph = figure != NULL ? sb_graph_figure_get_graph (figure) : NULL;
  g_autoptr (GPtrArray) paths = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->path_bar, self->ends[0] != NULL || self->ends[1] != NULL);
  if (self->ends[0] == NULL && self->ends[1] == NULL)
    {
      sb_graph_view_set_paths (self->view, NULL);
      return;
    }

  if (self->ends[0] == NULL || self->ends[1] == NULL || graph == NULL)
    {
      SbRecord *known = self->ends[0] != NULL ? self->ends[0] : self->ends[1];

      /* Translators: an actor; the way to another one is to be asked for. */
      text = g_strdup_printf (self->ends[0] != NULL ? _ ("Ways from %s: choose where to by the menu of another actor")
                                                    : _ ("Ways to %s: choose where from by the menu of another actor"),
                              get_name (self, known));
    }
  else
    {
      paths = find_paths (self, graph);
      text = word_paths (self, graph, paths);
    }

  gtk_label_set_text (self->path_label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->path_label), text);
  sb_graph_view_set_paths (self->view, paths);
}

void
_sb_alliances_page_set_end (SbAlliancesPage *self,
                            guint end,
                            SbRecord *record)
{
  g_set_object (&self->ends[end], record);
  _sb_alliances_page_show_paths (self);
}
