/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-basemap-painter.h"
#include "sb-citations.h"
#include "sb-composition.h"
#include "sb-map-figure-private.h"
#include "sb-selection-private.h"
#include "sb-wording-private.h"

G_BEGIN_DECLS

/* Composing one edition: the blocks of the template, filled. */
typedef struct
{
  const SbTemplate *template; /* not owned */
  const SbBriefingInput *input; /* not owned */
  const SbSelection *selection; /* not owned */
  SbBasemapPainter *painter; /* not owned; (nullable): no maps */
  SbLanguage language;
  guint n_dropped;
  double figure_ease; /* from 0, figures as low as may be, to 1 */
  SbCitations *citations; /* (owned) */
  SbWording wording;
} SbComposer;

/* Composes; afterwards @self tells of sources and what had none. */
SbComposition *_sb_composer_run (SbComposer *self) G_GNUC_WARN_UNUSED_RESULT;

SbPiece *_sb_composer_new_masthead (SbComposer *self) G_GNUC_WARN_UNUSED_RESULT;
SbPiece *_sb_composer_new_restriction_table (SbComposer *self,
                                             GPtrArray *restrictions) G_GNUC_WARN_UNUSED_RESULT;
/* Key figures side by side; NULL when there are none. */
SbPiece *_sb_composer_new_strip (SbComposer *self,
                                 const SbTemplateBlock *block) G_GNUC_WARN_UNUSED_RESULT;
/* The ways that the block asks for, with their state; NULL when the roads are not
 * known, or none of the places is on one. */
SbPiece *_sb_composer_new_road_table (SbComposer *self,
                                      const SbTemplateBlock *block) G_GNUC_WARN_UNUSED_RESULT;
/* Draws the ways that a block with a map asks for. */
void _sb_composer_draw_ways (SbComposer *self,
                             const SbTemplateBlock *block,
                             SbMapFigure *figure);
/* NULL when nothing can be drawn. */
SbPiece *_sb_composer_new_map (SbComposer *self,
                               const SbTemplateBlock *block) G_GNUC_WARN_UNUSED_RESULT;

/* "Situation as of 29 April 2026" */
char *_sb_composer_dup_as_of (const SbComposer *self) G_GNUC_WARN_UNUSED_RESULT;

SbPiece *_sb_composer_new_text (const SbComposer *self,
                                SbPieceKind kind,
                                guint level,
                                const char *markup) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
