/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-basemap-painter.h"
#include "sb-citations.h"
#include "sb-composition.h"
#include "sb-map-sheet-private.h"
#include "sb-road-route.h"
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
  GHashTable *sheets; /* (owned) (nullable) #SbTemplateBlock → (owned) its maps */
  GHashTable *graphs; /* (owned) (nullable) the same of its graph */
  SbWording wording;
  SbComposition *composition; /* not owned; while it is being composed */
  SbPiece *holder; /* not owned; (nullable) what holds the pieces that are taken */
  SbPiece *masthead; /* not owned; (nullable) what tells the time of reading */
  SbPiece *plan; /* not owned; (nullable) the paragraph that announces the sections */
  const char *block; /* not owned; (nullable) the name of the one that is being composed */
  guint line; /* of its Markdown, from 1; 0 outside of a text */
  SbPiece *logo; /* (owned) (nullable) read by the first run that wants it */
  gboolean writes_uuids; /* for a text to edit: citations in the place of marks */
  GPtrArray *lacks; /* (owned) (element-type SbLack) of the last run */
  GHashTable *strips; /* not owned; (nullable) (owned) name of a block → (owned) its key figures */
  GHashTable *quoted; /* (owned) (nullable) the words that were quoted, while composing */
} SbComposer;

/* Composes; afterwards @self tells of sources and what had none. */
SbComposition *_sb_composer_run (SbComposer *self) G_GNUC_WARN_UNUSED_RESULT;

/* Puts @piece where pieces go; takes it over. NULL is none. */
void _sb_composer_take (SbComposer *self,
                        SbPiece *piece);
/* The heading of @block, if it has one. */
void _sb_composer_take_heading (SbComposer *self,
                                const SbTemplateBlock *block);
/* A heading below that of @block. */
void _sb_composer_take_subheading (SbComposer *self,
                                   const SbTemplateBlock *block,
                                   const char *markup);
void _sb_composer_take_text (SbComposer *self,
                             SbPieceKind kind,
                             guint level,
                             const char *markup);
/* What a block without records says; one of a lesser level says nothing. Returns
 * TRUE when there are none. */
gboolean _sb_composer_take_nothing (SbComposer *self,
                                    const SbTemplateBlock *block,
                                    guint n_records);
/* The records of @block, without those that had to give way (element-type SbRecord). */
GPtrArray *_sb_composer_list (SbComposer *self,
                              const SbTemplateBlock *block) G_GNUC_WARN_UNUSED_RESULT;
/* Appends a row of as many cells as texts follow, up to NULL; the row. */
SbPiece *_sb_composer_add_row (SbComposer *self,
                               SbPiece *table,
                               ...) G_GNUC_NULL_TERMINATED;
/* @table, which has @n_columns in each row, without those that say nothing in any row
 * below the head; the others have their @shares of the width, or what takes fewer lines.
 * Takes @table over. */
SbPiece *_sb_composer_finish_table (const SbComposer *self,
                                    SbPiece *table,
                                    const double *shares,
                                    guint n_columns) G_GNUC_WARN_UNUSED_RESULT;
/* Appends a label and what it is to a card; nothing when that is "". */
void _sb_composer_add_line (SbComposer *self,
                            SbPiece *card,
                            const char *label,
                            const char *markup);

/* Pieces of a text in Markdown; its headings stand below @level. */
void _sb_composer_take_markdown (SbComposer *self,
                                 const char *text,
                                 guint level);

/* Leaves out headings that nothing follows, numbers the others, and makes them places
 * for the contents. */
void _sb_composer_finish_headings (SbComposer *self);

/* Writes the plan, of the sections that are there. */
void _sb_composer_finish_plan (SbComposer *self);

/* Words of the briefing, else of whoever asked for it, else of the template. */
const char *_sb_composer_get_words (const SbComposer *self,
                                    SbTemplateWords words);
/* What was written under the name of a block that keeps its own shape, as the
 * subtitle of a cover; "" for none. */
const char *_sb_composer_get_section_text (const SbComposer *self,
                                           const SbTemplateBlock *block);

SbPiece *_sb_composer_new_strip (SbComposer *self,
                                 guint most,
                                 SbTemplateFilter filter) G_GNUC_WARN_UNUSED_RESULT;
/* The ways that the block asks for, with their state; NULL when the roads are not
 * known, or none of the places is on one. */
SbPiece *_sb_composer_new_road_table (SbComposer *self,
                                      const SbTemplateBlock *block) G_GNUC_WARN_UNUSED_RESULT;
/* What its table is made of: the routes that a block asks for, on the day of @input,
 * as far as their places are on a road (element-type SbRoadRoute): those that it names,
 * or those of the region of the briefing, or else from each port to the first landlocked
 * capital (sb-composer-ways.c); the state of a verdict with the marks of what it rests
 * on; and whether a verdict comes to something else than the one before it. */
GPtrArray *_sb_composer_list_routes (const SbComposer *self,
                                     const SbBriefingInput *input,
                                     const SbTemplateBlock *block) G_GNUC_WARN_UNUSED_RESULT;
char *_sb_composer_word_state (SbComposer *self,
                               const SbRoadRoute *route,
                               const SbRoadVerdict *verdict) G_GNUC_WARN_UNUSED_RESULT;
/* Below the table: the figures of its roads that are touched, with their sources; NULL for
 * none. */
SbPiece *_sb_composer_new_road_shares (SbComposer *self,
                                       const SbTemplateBlock *block) G_GNUC_WARN_UNUSED_RESULT;
/* Appends what is touched as @input has it, a space before each sentence; FALSE when
 * nothing is. */
gboolean _sb_composer_append_shares (SbComposer *self,
                                     const SbBriefingInput *input,
                                     const SbTemplateBlock *block,
                                     GString *text);
/* The paragraph of these sentences; NULL when there are none. */
SbPiece *_sb_composer_new_shares_text (SbComposer *self,
                                       const GString *sentences) G_GNUC_WARN_UNUSED_RESULT;
gboolean _sb_composer_is_other_verdict (const SbRoadRoute *route,
                                        guint index);

/* Tables whose columns are the days of the block, or its one day: the state of its
 * ways, and who holds its places. NULL when nothing is known of any
 * (sb-composer-days.c). */
SbPiece *_sb_composer_new_road_days (SbComposer *self,
                                     const SbTemplateBlock *block) G_GNUC_WARN_UNUSED_RESULT;
/* Below the table of ways: what is touched on which of the days. */
SbPiece *_sb_composer_new_road_days_shares (SbComposer *self,
                                            const SbTemplateBlock *block) G_GNUC_WARN_UNUSED_RESULT;
SbPiece *_sb_composer_new_control_days (SbComposer *self,
                                        const SbTemplateBlock *block) G_GNUC_WARN_UNUSED_RESULT;

void _sb_composer_append_cell (SbComposer *self,
                               SbPiece *row,
                               const char *markup);

/* Draws the ways that a block with a map asks for, on the day of @input. */
void _sb_composer_draw_ways (SbComposer *self,
                             const SbTemplateBlock *block,
                             const SbBriefingInput *input,
                             SbMapFigure *figure);
/* What stands over the figure of @block, with the period of @input (nullable). */
SbRichText *_sb_composer_new_figure_title (SbComposer *self,
                                           const SbTemplateBlock *block,
                                           const SbBriefingInput *input) G_GNUC_WARN_UNUSED_RESULT;
/* NULL when nothing can be drawn. */
SbPiece *_sb_composer_new_map (SbComposer *self,
                               const SbTemplateBlock *block) G_GNUC_WARN_UNUSED_RESULT;
/* Maps of several days, side by side. */
SbPiece *_sb_composer_new_maps (SbComposer *self,
                                const SbTemplateBlock *block) G_GNUC_WARN_UNUSED_RESULT;

/* "Situation as of 29 April 2026" */
char *_sb_composer_dup_as_of (const SbComposer *self) G_GNUC_WARN_UNUSED_RESULT;
/* "May 2026" */
char *_sb_composer_dup_month (const SbComposer *self) G_GNUC_WARN_UNUSED_RESULT;
void _sb_composer_append_role (SbComposer *self,
                               SbPiece *holder,
                               SbRole role,
                               const char *markup);

SbPiece *_sb_composer_new_text (const SbComposer *self,
                                SbPieceKind kind,
                                guint level,
                                const char *markup) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
