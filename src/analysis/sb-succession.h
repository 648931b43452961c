/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-record.h"

G_BEGIN_DECLS

/* Who came of whom: what split from, was merged into or succeeds another. */

/**
 * SbSuccessionStep:
 * @actor: (owned)
 * @relation: (owned) (nullable) what makes it come of the one that it stands below; NULL
 *   for those at the root
 * @depth: 0 for the oldest
 *
 * One line of the tree. One that comes of two stands below the first and is not shown
 * again below the other with all that follows: its children are with its first line.
 */
typedef struct
{
  SbRef *actor;
  SbRecord *relation;
  guint depth;
} SbSuccessionStep;

/* Whether the relation is such a tie, and which end came of which. Borrowed. */
gboolean sb_succession_read (SbRecord *relation,
                             SbRef **before,
                             SbRef **after);

/* The tree that @actor stands in, from the oldest of those that it comes of, in the order
 * of the dates; empty when nothing came of it or it of nothing. @relations: (element-type
 * SbRecord) of any kind. Any thread. (element-type SbSuccessionStep) */
GPtrArray *sb_succession_build (SbRef *actor,
                                GPtrArray *relations) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
