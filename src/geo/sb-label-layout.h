/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-map-lettering.h"

G_BEGIN_DECLS

/**
 * SbLabel:
 *
 * One name in its place, in logical pixels of the world at the layout's zoom.
 */
typedef struct
{
  guint kind; /* SbBasemapNameKind or SB_MAP_LETTERING_RIVER */
  guint size;
  const char *text; /* as prepared; lives as long as the layout */
  SbRect box; /* what it covers, its dot included */
  SbPoint middle; /* of the text; not of a river */
  SbPoint dot; /* of a town */
  double dot_radius; /* 0: no dot */
  guint path_first; /* of a river: the line that its letters stand on */
  guint path_count;
} SbLabel;

/**
 * SbLabelLayout:
 *
 * The names that are shown at one zoom in one language, and where: placed one
 * after another, the most important first, each where it covers no other one.
 * Immutable and reference counted, safe to share between threads.
 */
typedef struct _SbLabelLayout SbLabelLayout;

/* @frame (nullable) is the part of the world, in logical pixels at @zoom, that
 * names must lie in; without it the whole world is laid out. @taken (nullable)
 * are rectangles of the same plane that names keep off. The caller locks
 * @letters. */
SbLabelLayout *_sb_label_layout_new (SbBasemap *basemap,
                                     SbLetterTable *letters,
                                     double zoom,
                                     SbLanguage language,
                                     const SbRect *frame,
                                     const SbRect *taken,
                                     guint n_taken) G_GNUC_WARN_UNUSED_RESULT;
SbLabelLayout *_sb_label_layout_ref (SbLabelLayout *self);
void _sb_label_layout_unref (SbLabelLayout *self);

double _sb_label_layout_get_zoom (const SbLabelLayout *self);
const SbLabel *_sb_label_layout_get_labels (const SbLabelLayout *self,
                                            guint *n_labels);
const SbPoint *_sb_label_layout_get_path (const SbLabelLayout *self,
                                          const SbLabel *label);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbLabelLayout, _sb_label_layout_unref)

G_END_DECLS
