/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-graph-view-private.h"

#include "sb-actor.h"
#include "sb-date-format.h"
#include "sb-record-description.h"
#include "sb-relation.h"

#include <glib/gi18n.h>

/* So many ties of a node are told, the others counted. */
#define MAX_TIES 6

static SbLanguage
get_language (SbGraphView *self)
{
  return self->session != NULL ? sb_session_get_language (self->session) : sb_language_get_interface ();
}

static gboolean
is_ringed (SbGraphView *self,
           SbRecord *actor)
{
  for (guint i = 0; i < self->ringed->len; i++)
    if (sb_ref_get_id (g_ptr_array_index (self->ringed, i)) == sb_record_get_id (actor))
      return TRUE;

  return FALSE;
}

char *
_sb_graph_view_describe_node (SbGraphView *self,
                              guint node)
{
  SbLanguage language = get_language (self);
  SbActorGraph *graph = sb_graph_figure_get_graph (self->figure);
  SbRecord *record = sb_actor_graph_get_node (graph, node)->record;
  g_autofree char *line = sb_record_describe (record, language);
  GString *text = g_string_new (sb_record_get_title (record, language));
  guint n_ties;
  const guint *ties = sb_actor_graph_get_ties_of (graph, node, &n_ties);

  if (line != NULL && *line != '\0')
    g_string_append_printf (text, "\n%s", line);
  if (self->ringed != NULL && is_ringed (self, record))
    g_string_append_printf (text, "\n%s", _ ("Took part in the selected event"));
  for (guint i = 0; i < MIN (n_ties, MAX_TIES); i++)
    {
      g_autofree char *tie = sb_graph_figure_describe_tie (self->figure, ties[i]);

      g_string_append_printf (text, "\n• %s", tie);
    }
  if (n_ties > MAX_TIES)
    {
      g_string_append (text, "\n");
      g_string_append_printf (text, ngettext ("and %u more", "and %u more", n_ties - MAX_TIES), n_ties - MAX_TIES);
    }

  return g_string_free (text, FALSE);
}

/* "since 2023, 2 sources": what is known of it beside who and whom. */
char *
_sb_graph_view_describe_tie (SbGraphView *self,
                             guint tie)
{
  SbLanguage language = get_language (self);
  const SbGraphTie *known = sb_actor_graph_get_tie (sb_graph_figure_get_graph (self->figure), tie);
  g_autofree char *words = sb_graph_figure_describe_tie (self->figure, tie);
  gboolean is_relation = known->kind < SB_GRAPH_TIE_PARTY;
  SbDate *since = is_relation ? sb_record_get_date (known->record, SB_RELATION_SINCE) : NULL;
  const char *basis = is_relation ? sb_record_get_words (known->record, SB_RELATION_BASIS, language) : "";
  GString *text = g_string_new (words);

  if (since != NULL)
    {
      g_autofree char *day = sb_date_format (since, language, SB_DATE_STYLE_LONG);

      g_string_append_printf (text, "\n%s%s%s", _ ("Since"), " ", day);
    }
  if (*basis != '\0')
    g_string_append_printf (text, "\n%s", basis);
  if (known->certainty != SB_CERTAINTY_SURE)
    g_string_append_printf (text, "\n%s", _ ("Possibly on this day"));

  g_string_append (text, "\n");
  if (known->n_sources == 0)
    g_string_append (text, _ ("Unsourced"));
  else
    g_string_append_printf (text, ngettext ("%u independent source", "%u independent sources", known->n_sources), known->n_sources);
  if (known->is_contradicted)
    g_string_append_printf (text, "\n%s", _ ("Contradicted by an extract"));

  return g_string_free (text, FALSE);
}
