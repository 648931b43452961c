/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-correction.h"
#include "sb-edition.h"

G_BEGIN_DECLS

/* What is different between two issues of a briefing, by what they print. */

/* What one block prints. */
typedef struct
{
  char *block; /* (owned) its name in the outline */
  char *heading; /* (owned) "" for none */
  char *text; /* (owned) a line for each paragraph, item or row, without the marks of
                 sources */
} SbPrintedBlock;

SbPrintedBlock *sb_printed_block_new (const char *block,
                                      const char *heading,
                                      const char *text) G_GNUC_WARN_UNUSED_RESULT;
void sb_printed_block_free (SbPrintedBlock *self);

/* The blocks of an edition that print text, in their order; pictures, contents and the
 * list of sources are none (element-type SbPrintedBlock). */
GPtrArray *sb_printed_block_list (const SbEdition *edition) G_GNUC_WARN_UNUSED_RESULT;

/* The lines that differ between two lists of SbPrintedBlock, in the order of the later
 * one; a line that was changed is told from one that is gone and another that is new by
 * the words that both have (element-type SbIssueDifference). */
GPtrArray *sb_issue_difference_list (GPtrArray *before,
                                     GPtrArray *after) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
