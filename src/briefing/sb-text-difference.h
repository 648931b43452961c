/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is different between two texts, word by word. */

typedef enum
{
  SB_TEXT_RUN_KEPT,
  SB_TEXT_RUN_REMOVED,
  SB_TEXT_RUN_ADDED,
} SbTextRunKind;

/* A run, in bytes: of the text before, or where it was added of that after. */
typedef struct
{
  SbTextRunKind kind;
  gsize start;
  gsize length;
} SbTextRun;

/* The runs that lead from @before to @after, in order; what is kept and removed make
 * up @before, what is kept and added @after (element-type SbTextRun). A NULL text is "".
 * Where more than some thousand words differ, all of those between the first and the
 * last of them are one run. */
GArray *sb_text_difference_new (const char *before,
                                const char *after) G_GNUC_WARN_UNUSED_RESULT;
/* Whether anything is removed or added. */
gboolean sb_text_difference_is_empty (GArray *runs);

G_END_DECLS
