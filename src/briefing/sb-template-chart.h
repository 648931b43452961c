/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-vocabulary.h"

G_BEGIN_DECLS

/* What a chart counts. */
typedef enum
{
  SB_TEMPLATE_MEASURE_EVENTS,
  SB_TEMPLATE_MEASURE_FATALITIES,
} SbTemplateMeasure;

/* What it has a bar for. */
typedef enum
{
  SB_TEMPLATE_BY_WEEK,
  SB_TEMPLATE_BY_MONTH,
  SB_TEMPLATE_BY_TYPE, /* of event */
  SB_TEMPLATE_BY_ACTOR,
} SbTemplateBy;

/* Their words in a template: "events", "week", … */
extern const SbVocabulary sb_template_measures;
extern const SbVocabulary sb_template_bys;

#define SB_TEMPLATE_MAX_STEPS 5

/* The focus that is the actor of the briefing. */
#define SB_TEMPLATE_FOCUS_OF_BRIEFING "actor"

/* The keys of a chart and of a graph. Part of their block. */
typedef struct
{
  SbTemplateMeasure measure;
  SbTemplateBy by;
  char *focus; /* (owned) (nullable) an actor that a graph is drawn around: "actor", or its name */
  guint steps; /* how far from there, in ties */
} SbTemplateChart;

/* Reads the keys of @group. On failure names the key that is wrong in *@wrong_key
 * (static) and returns what it holds; NULL when all is well. */
char *sb_template_chart_read (SbTemplateChart *self,
                              GKeyFile *file,
                              const char *group,
                              const char **wrong_key) G_GNUC_WARN_UNUSED_RESULT;
void sb_template_chart_clear (SbTemplateChart *self);

G_END_DECLS
