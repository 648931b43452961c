/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-event-index.h"

G_BEGIN_DECLS

/* What the files that go through the columns share. */

struct _SbEventIndex
{
  guint n_rows;
  guint n_placed; /* those with a position, which come first */
  guint n_events;
  guint8 *block; /* (owned) all columns */

  /* Into the block. */
  guint32 *x;
  guint32 *y;
  gint32 *first_day;
  gint32 *last_day;
  guint32 *id;
  guint16 *fatalities;
  guint16 *traits;

  GArray *shared; /* (owned) (element-type SbSharedRow) the placed rows of events that have several, event by event */
};

typedef struct
{
  guint32 id;
  guint32 row;
} SbSharedRow;

/* The bits of the traits. */
#define TRAIT_TYPE_MASK       0x7u
#define TRAIT_SUBTYPE_SHIFT   3
#define TRAIT_SUBTYPE_MASK    0x1fu
#define TRAIT_PRECISION_SHIFT 8
#define TRAIT_PRECISION_MASK  0x7u
#define TRAIT_UNSOURCED       (1u << 11)
#define TRAIT_FURTHER         (1u << 12)
#define TRAIT_QUALIFIED       (1u << 13)

#define NO_SUBTYPE 31u

/* So many rows are looked at together: what is found out of them stays near. */
#define SB_EVENT_RUN 2048

/* Writes which of @n rows (at most SB_EVENT_RUN) from @row on meet @filter to
 * @is_met, a byte each; returns their number. */
guint _sb_event_index_match (const SbEventIndex *self,
                             guint row,
                             guint n,
                             const SbEventFilter *filter,
                             guint8 *is_met);

/* The bits of x and y by turns, those of x the lower ones. */
guint64 _sb_morton_key (guint32 x,
                        guint32 y);

/* The first of the rows from @begin up to @end whose key is @key or more; @end when
 * there is none. Rows with a position. */
guint _sb_event_index_seek (const SbEventIndex *self,
                            guint begin,
                            guint end,
                            guint64 key);

G_END_DECLS
