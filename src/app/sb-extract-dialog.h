/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <adwaita.h>

#include "sb-catalogue.h"

G_BEGIN_DECLS

/**
 * SbExtractDialog:
 *
 * Lifts a passage out of a document and names it: a note, or an event with its
 * title, date, type, place and actor. What can be read off the passage is
 * filled in; Enter keeps it.
 */
#define SB_TYPE_EXTRACT_DIALOG (sb_extract_dialog_get_type ())

G_DECLARE_FINAL_TYPE (SbExtractDialog, sb_extract_dialog, SB, EXTRACT_DIALOG, AdwWindow)

/* @start and @end in characters of the joined @blocks. */
SbExtractDialog *sb_extract_dialog_new (SbCatalogue *catalogue,
                                        SbRecord *document,
                                        GPtrArray *blocks,
                                        int start,
                                        int end);

/* What the place and the actor of an event are chosen from. (element-type
 * SbRecord) */
void sb_extract_dialog_set_choices (SbExtractDialog *self,
                                    GListModel *places,
                                    GListModel *actors);

G_END_DECLS
