/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-block-kind-private.h"

#include "sb-chart-private.h"
#include "sb-evidence.h"
#include "sb-text-citation.h"
#include "sb-translate.h"

#include <string.h>

/* More documents than this are counted, and not named in a note. */
#define MOST_NAMED 12

/* What stands behind the events that are shown: one piece of evidence for each document
 * (element-type SbRecord). */
static GPtrArray *
list_evidence (SbComposer *self,
               const SbChart *chart)
{
  GPtrArray *list = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < chart->events->len; i++)
    {
      GPtrArray *evidence = sb_briefing_input_get_evidence (self->input, g_ptr_array_index (chart->events, i));

      for (guint k = 0; evidence != NULL && k < evidence->len; k++)
        {
          SbRecord *item = g_ptr_array_index (evidence, k);
          SbRef *document = sb_record_get_ref (item, SB_EVIDENCE_DOCUMENT);
          gint64 id = document != NULL ? sb_ref_get_id (document) : 0;

          if (sb_record_get_term (item, SB_EVIDENCE_STANCE, SB_STANCE_SUPPORTS) == SB_STANCE_SUPPORTS && g_hash_table_add (seen, g_memdup2 (&id, sizeof id)))
            g_ptr_array_add (list, item);
        }
    }

  return list;
}

/* The same as a text that is to be edited cites: the extracts themselves, whatever other
 * blocks cite of their documents. */
static char *
cite_extracts (GPtrArray *evidence,
               const char *text)
{
  g_autoptr (GPtrArray) uuids = g_ptr_array_new ();
  g_autofree char *bare = _sb_wording_strip_stop (text);
  g_autofree char *citation = NULL;

  for (guint i = 0; i < evidence->len; i++)
    {
      SbRef *extract = sb_record_get_ref (g_ptr_array_index (evidence, i), SB_EVIDENCE_EXTRACT);

      if (extract != NULL && sb_ref_get_uuid (extract) != NULL)
        g_ptr_array_add (uuids, (gpointer) sb_ref_get_uuid (extract));
    }
  if (uuids->len == 0)
    return g_strdup (text);

  citation = sb_text_citation_format (uuids);
  return g_strdup_printf ("%s %s%s", bare, citation, text + strlen (bare));
}

/* @text with the marks of the documents, if they are few. */
static char *
mark_sources (SbComposer *self,
              GPtrArray *evidence,
              const char *text)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));

  if (evidence->len == 0 || evidence->len > MOST_NAMED)
    return g_strdup (text);
  if (self->writes_uuids)
    return cite_extracts (evidence, text);

  if (sb_citations_are_at_foot (self->citations))
    {
      guint number = sb_citations_note (self->citations, evidence);

      g_array_append_val (numbers, number);
    }
  else
    for (guint i = 0; i < evidence->len; i++)
      {
        guint number = sb_citations_cite (self->citations, g_ptr_array_index (evidence, i));
        gboolean is_new = TRUE;

        for (guint k = 0; k < numbers->len; k++)
          is_new = is_new && g_array_index (numbers, guint, k) != number;
        if (is_new)
          g_array_append_val (numbers, number);
      }

  return sb_citations_append_marks (text, numbers, self->language);
}

/* "14 events, from 3 documents¹. 2 events of an uncertain date are not shown." */
static char *
dup_source_line (SbComposer *self,
                 const SbChart *chart)
{
  g_autoptr (GPtrArray) evidence = list_evidence (self, chart);
  g_autofree char *events = g_strdup_printf (sb_translate_plural (self->language, "%u event", "%u events", chart->events->len), chart->events->len);
  g_autofree char *documents = g_strdup_printf (sb_translate_plural (self->language, "%u document", "%u documents", evidence->len), evidence->len);
  /* Translators: under a chart: how many events of the catalogue it shows, from how many documents. */
  g_autofree char *source = g_strdup_printf (sb_translate (self->language, "Source: %s on record, from %s."), events, documents);
  g_autofree char *marked = mark_sources (self, evidence, source);
  g_autofree char *left_out = NULL;

  if (chart->n_imprecise == 0)
    return g_steal_pointer (&marked);

  left_out = g_strdup_printf (sb_translate_plural (self->language, "%u event of an uncertain date is not shown.", "%u events of an uncertain date are not shown.", chart->n_imprecise),
                              chart->n_imprecise);

  return g_strdup_printf ("%s %s", marked, left_out);
}

void
_sb_block_compose_chart (SbComposer *self,
                         const SbTemplateBlock *block)
{
  SbBriefingMoment moment = sb_template_frame_get_moment (&block->frame, self->input);
  g_autoptr (SbBriefingInput) view = sb_briefing_input_new_view (self->input, &moment);
  SbChart *chart = _sb_chart_new (view, &block->chart, block->most, self->language);
  g_autofree char *alternative = NULL;
  g_autofree char *line = NULL;

  if (chart == NULL)
    return;

  alternative = _sb_chart_describe (chart);
  line = dup_source_line (self, chart);
  _sb_composer_take (self, sb_piece_new_figure (_sb_composer_new_figure_title (self, block, view), alternative,
                                                block->least_height + (block->height - block->least_height) * self->figure_ease,
                                                block->least_height, _sb_chart_draw, chart, (GDestroyNotify) _sb_chart_free));
  _sb_composer_take (self, sb_piece_new_for_role (SB_ROLE_LINE, sb_rich_text_new_from_markup (line, self->language)));
}
