/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-basemap-painter.h"
#include "sb-briefing-input.h"
#include "sb-template.h"

G_BEGIN_DECLS

/**
 * SbFitMemory:
 *
 * Whether an edition kept to its pages with so many items dropped and figures so high, for
 * each language, as long as nothing changes that the edition of that language is made of.
 * Who types in one language does not have the other one set again for each letter. Belongs
 * to a typesetter, on whose paper that was tried, and to its thread.
 */
typedef struct _SbFitMemory SbFitMemory;

SbFitMemory *_sb_fit_memory_new (void) G_GNUC_WARN_UNUSED_RESULT;
void _sb_fit_memory_free (SbFitMemory *self);

/* Forgets what is not true any more of what @template makes of @input, with maps or without
 * (@painter is NULL as long as the base map is not there). Nothing is kept of
 * one that is not an edit of another (sb_briefing_input_new_edited()): it may come to have
 * more records. */
void _sb_fit_memory_begin (SbFitMemory *self,
                           const SbTemplate *template,
                           const SbBriefingInput *input,
                           const SbBasemapPainter *painter);
/* TRUE when it is known, and then @fits is the answer. */
gboolean _sb_fit_memory_find (const SbFitMemory *self,
                              SbLanguage language,
                              guint n_dropped,
                              double figure_ease,
                              gboolean *fits);
void _sb_fit_memory_note (SbFitMemory *self,
                          SbLanguage language,
                          guint n_dropped,
                          double figure_ease,
                          gboolean fits);

G_END_DECLS
