/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-bilingual.h"
#include "sb-briefing-input.h"
#include "sb-geometry.h"
#include "sb-map-layers.h"

G_BEGIN_DECLS

/* A day that a template names: one of the calendar, or one of the briefing that it
 * will make, and so many days after it. */
typedef enum
{
  SB_TEMPLATE_DAY_CALENDAR,
  SB_TEMPLATE_DAY_AS_OF,
  SB_TEMPLATE_DAY_FIRST, /* of the period */
  SB_TEMPLATE_DAY_LAST,
} SbTemplateDayKind;

typedef struct
{
  SbTemplateDayKind kind;
  int days; /* after the day that is meant; of the calendar, the day itself */
} SbTemplateDay;

/* What a map reaches at least. */
typedef enum
{
  SB_TEMPLATE_EXTENT_SHOWN, /* all that is drawn on it */
  SB_TEMPLATE_EXTENT_ROADS, /* the ways, and the roads that something lies on */
  SB_TEMPLATE_EXTENT_BOUNDS,
} SbTemplateExtent;

#define SB_TEMPLATE_MAX_DATES 6

/**
 * SbTemplateFrame:
 *
 * What a block keeps to, whatever the briefing around it is about: its extent, its
 * layers, its days and its title. Written in a template (the keys are explained in
 * docs/templates.md). Part of its block.
 */
typedef struct
{
  SbBilingual *title; /* (owned) (nullable) */
  SbMapLayers layers;
  SbTemplateExtent extent;
  SbBounds bounds;
  gboolean has_as_of;
  SbTemplateDay as_of;
  gboolean has_period; /* from first to last, which are open where they say nothing */
  gboolean has_first;
  gboolean has_last;
  SbTemplateDay first;
  SbTemplateDay last;
  guint n_days; /* 0, or the period: so many days up to the as-of day */
  SbTemplateDay dates[SB_TEMPLATE_MAX_DATES]; /* of several in one */
  guint n_dates;
} SbTemplateFrame;

/* Reads the keys of @group. On failure names the key that is wrong in *@wrong_key
 * (static) and returns what it holds; NULL when all is well. */
char *sb_template_frame_read (SbTemplateFrame *self,
                              GKeyFile *file,
                              const char *group,
                              const char **wrong_key) G_GNUC_WARN_UNUSED_RESULT;
void sb_template_frame_clear (SbTemplateFrame *self);

/* Whether it keeps to days of its own. */
gboolean sb_template_frame_has_moment (const SbTemplateFrame *self);

/* The days of it in a briefing of @input. */
SbBriefingMoment sb_template_frame_get_moment (const SbTemplateFrame *self,
                                               const SbBriefingInput *input);

/* Those of several in one (element-type SbBriefingMoment): of the days that were chosen for
 * this briefing (sb_briefing_input_set_days()), or else of those that the template
 * names; each with what happened in the days before it. */
GArray *sb_template_frame_list_moments (const SbTemplateFrame *self,
                                        const SbBriefingInput *input) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
