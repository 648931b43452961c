/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <cairo.h>

#include "sb-briefing-input.h"
#include "sb-event.h"
#include "sb-template-chart.h"

G_BEGIN_DECLS

/**
 * SbChart:
 *
 * Bars of what events of a briefing come to: counted here, drawn by
 * sb-chart-figure.c. Its words are in one language. Built by one thread, then left alone.
 */

/* A part of a bar for each type of event, or the least and what the most adds to it. */
#define SB_CHART_MAX_SERIES (SB_EVENT_TYPE_POLITICS + 1)

typedef struct
{
  char *label; /* (owned) */
  char *words; /* (owned) the same for a reader who does not see the chart */
  double values[SB_CHART_MAX_SERIES];
} SbChartBar;

typedef struct
{
  SbLanguage language;
  gboolean is_upright; /* bars stand along time; otherwise they lie under each other */
  GArray *bars; /* (owned) (element-type SbChartBar) */
  gboolean is_used[SB_CHART_MAX_SERIES];
  const char *names[SB_CHART_MAX_SERIES]; /* (unowned) of the parts; all NULL when there is one */
  guint patterns[SB_CHART_MAX_SERIES];
  const char *title; /* (unowned) "Events by week" */
  GPtrArray *events; /* (owned) (element-type SbRecord) that it shows */
  guint n_imprecise; /* events whose date is too wide for a bar */
} SbChart;

/* Of the events of @input, at most @most bars of actors. NULL when there is nothing to
 * show. */
SbChart *_sb_chart_new (const SbBriefingInput *input,
                        const SbTemplateChart *wanted,
                        guint most,
                        SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;
void _sb_chart_free (SbChart *self);

/* The sum of the parts of a bar. */
double _sb_chart_bar_get_total (const SbChartBar *bar);

/* What it shows in words, for readers that do not see it. */
char *_sb_chart_describe (const SbChart *self) G_GNUC_WARN_UNUSED_RESULT;

/* An #SbFigureFunc; @data is the chart. */
void _sb_chart_draw (cairo_t *cr,
                     double width,
                     double height,
                     gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbChart, _sb_chart_free)

G_END_DECLS
