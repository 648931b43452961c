/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-mention-intake.h"
#include "sb-operation.h"

G_BEGIN_DECLS

/* Does all at once what is done with documents behind their being stored: takes out the
 * texts that wait for it (sb-text-intake.h), compares what is out with the others
 * (sb-likeness-intake.h), and reads it for names (sb-mention-intake.h). To take texts out
 * keeps other threads busy, to compare them the one that writes: the texts of the next
 * documents are taken out while those of the last are compared. What comes of it is the
 * same as when the one is done after the other. Blocks, for some milliseconds a document.
 * @operation (nullable) is told how far it is, and cancels it. */
gboolean sb_reading_intake_run (SbMentionIntake *names,
                                SbStore *store,
                                SbOperation *operation,
                                GError **error);

G_END_DECLS
