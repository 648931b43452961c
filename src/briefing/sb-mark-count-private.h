/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-composition.h"

G_BEGIN_DECLS

/* What a mark of a note leads to, and how often. */
typedef struct
{
  guint n_marks; /* in the document */
  guint n_written; /* by whoever writes it */
  gboolean has_target; /* a note, or a source that is listed */
} SbMarkCount;

/* By the number of the note or source; 0 is none (element-type SbMarkCount). */
GArray *_sb_mark_count_all (const SbComposition *composition) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
