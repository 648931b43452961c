/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-template-chart.h"

#include <glib/gi18n.h>

static const SbTerm measure_terms[] = {
  { SB_TEMPLATE_MEASURE_EVENTS, "events", N_ ("Events") },
  { SB_TEMPLATE_MEASURE_FATALITIES, "fatalities", N_ ("Fatalities") },
};

static const SbTerm by_terms[] = {
  { SB_TEMPLATE_BY_WEEK, "week", N_ ("Week") },
  { SB_TEMPLATE_BY_MONTH, "month", N_ ("Month") },
  { SB_TEMPLATE_BY_TYPE, "type", N_ ("Type of event") },
  { SB_TEMPLATE_BY_ACTOR, "actor", N_ ("Actor") },
};

const SbVocabulary sb_template_measures = SB_VOCABULARY (measure_terms);
const SbVocabulary sb_template_bys = SB_VOCABULARY (by_terms);

char *
sb_template_chart_read (SbTemplateChart *self,
                        GKeyFile *file,
                        const char *group,
                        const char **wrong_key)
{
  g_autofree char *measure = g_key_file_get_string (file, group, "Measure", NULL);
  g_autofree char *by = g_key_file_get_string (file, group, "By", NULL);
  g_autofree char *steps = g_key_file_get_string (file, group, "Steps", NULL);
  const SbTerm *term;
  guint64 number = 1;

  *self = (SbTemplateChart) { .steps = 1 };
  *wrong_key = "Measure";
  if (measure != NULL && (term = sb_vocabulary_find_name (&sb_template_measures, measure)) == NULL)
    return g_steal_pointer (&measure);
  self->measure = measure != NULL ? (SbTemplateMeasure) term->value : SB_TEMPLATE_MEASURE_EVENTS;

  *wrong_key = "By";
  if (by != NULL && (term = sb_vocabulary_find_name (&sb_template_bys, by)) == NULL)
    return g_steal_pointer (&by);
  self->by = by != NULL ? (SbTemplateBy) term->value : SB_TEMPLATE_BY_WEEK;

  *wrong_key = "Steps";
  if (steps != NULL && !g_ascii_string_to_unsigned (steps, 10, 1, SB_TEMPLATE_MAX_STEPS, &number, NULL))
    return g_steal_pointer (&steps);
  self->steps = (guint) number;
  self->focus = g_key_file_get_string (file, group, "Focus", NULL);

  return NULL;
}

void
sb_template_chart_clear (SbTemplateChart *self)
{
  g_clear_pointer (&self->focus, g_free);
}
