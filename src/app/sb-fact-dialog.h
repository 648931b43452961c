/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-catalogue.h"
#include "sb-form-dialog.h"

G_BEGIN_DECLS

/**
 * SbFactDialog:
 *
 * Lifts a passage out of a document and makes it a fact: a letter says which kind, the
 * form of it comes filled in from the passage, and Enter keeps it, with the extract that
 * it rests on, as one unit of work. Where the catalogue may have the fact already, that
 * record is offered, and the passage joins it.
 *
 * Signal "kept" (SbRef *record): it is stored, with its number.
 */
#define SB_TYPE_FACT_DIALOG (sb_fact_dialog_get_type ())

G_DECLARE_FINAL_TYPE (SbFactDialog, sb_fact_dialog, SB, FACT_DIALOG, SbFormDialog)

/* @start and @end in characters of the joined @blocks (element-type SbBlock). @extract:
 * (nullable) of that very passage, if it was lifted before. */
SbFactDialog *sb_fact_dialog_new (SbCatalogue *catalogue,
                                  SbRecord *document,
                                  GPtrArray *blocks,
                                  SbRecord *extract,
                                  int start,
                                  int end);

G_END_DECLS
