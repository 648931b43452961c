/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-basemap-painter.h"
#include "sb-briefing-input.h"
#include "sb-outline.h"
#include "sb-sheets.h"
#include "sb-template.h"
#include "sb-typesetter.h"

G_BEGIN_DECLS

/**
 * SbEdition:
 *
 * A briefing in one language, composed by a template, set on sheets, and cut to
 * the pages that the template allows: what is not a key fact, and old, gives way
 * first, within each block from its end. It is the same in every language that the
 * briefing is printed in: what has no room in one is in none. Nothing goes silently: the
 * edition tells what was left out, and so does the paper. Immutable and reference
 * counted.
 */
typedef struct _SbEdition SbEdition;

/* How the editions of a briefing in two languages stand to each other. */
typedef enum
{
  SB_EDITIONS_APART, /* each on sheets of its own */
  SB_EDITIONS_IN_COLUMNS, /* side by side */
} SbEditionsManner;

#define SB_TYPE_EDITION (sb_edition_get_type ())

GType sb_edition_get_type (void);

/* Composes by the outline that the briefing of @input makes of @template, and sets.
 * @painter draws the maps; without one there are none. No
 * I/O; some tens of milliseconds: run in a worker by the window. */
SbEdition *sb_edition_new (SbTemplate *template,
                           const SbBriefingInput *input,
                           SbLanguage language,
                           SbTypesetter *typesetter,
                           SbBasemapPainter *painter) G_GNUC_WARN_UNUSED_RESULT;
/* Both editions, French first (element-type SbEdition), and the sheets on which they stand
 * side by side, which sb_edition_get_columns() of each gives: it is these that are cut to
 * the pages of the template. The rest is as above. */
GPtrArray *sb_edition_new_columns (SbTemplate *template,
                                   const SbBriefingInput *input,
                                   SbTypesetter *typesetter,
                                   SbBasemapPainter *painter) G_GNUC_WARN_UNUSED_RESULT;
SbEdition *sb_edition_ref (SbEdition *self);
void sb_edition_unref (SbEdition *self);

/* The outline that it was composed by; where its blocks stand is told by the sheets. */
SbOutline *sb_edition_get_outline (const SbEdition *self);
SbSheets *sb_edition_get_sheets (const SbEdition *self);
/* (nullable) Borrowed. */
SbSheets *sb_edition_get_columns (const SbEdition *self);
SbLanguage sb_edition_get_language (const SbEdition *self);
guint sb_edition_get_n_words (const SbEdition *self);
/* Sources cited; two documents of one origin are one. */
guint sb_edition_get_n_sources (const SbEdition *self);
/* Facts printed that have no source, and are marked so. */
guint sb_edition_get_n_unsourced (const SbEdition *self);
/* What is said of likelihood against the rules of ICD 203, outside of quotations: in
 * words that no scale has, and in sentences that have a confidence as well. */
guint sb_edition_get_n_off_scale (const SbEdition *self);
guint sb_edition_get_n_mixed (const SbEdition *self);
/* Records that had to give way (element-type SbRecord), borrowed. */
GPtrArray *sb_edition_get_left_out (const SbEdition *self);
/* What the strip of key figures @block has, in its order (element-type SbRecord), borrowed;
 * NULL of a block that is none, or does not print. */
GPtrArray *sb_edition_get_key_figures (const SbEdition *self,
                                       const char *block);
/* TRUE when even the least that the template keeps is more than its pages. */
gboolean sb_edition_is_over_budget (const SbEdition *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbEdition, sb_edition_unref)

G_END_DECLS
