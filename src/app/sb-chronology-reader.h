/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-catalogue.h"
#include "sb-chronology.h"
#include "sb-event-model.h"

G_BEGIN_DECLS

/**
 * SbChronologyReader:
 *
 * The chronology of a session: what its event model holds, put into lanes in a thread
 * and by a connection of its own, and anew when the catalogue or the filter changed.
 * The last one stays until there is another. Main thread.
 *
 * Signal "changed": there is another chronology, or it is known that there is none.
 */
#define SB_TYPE_CHRONOLOGY_READER (sb_chronology_reader_get_type ())

G_DECLARE_FINAL_TYPE (SbChronologyReader, sb_chronology_reader, SB, CHRONOLOGY_READER, GObject)

SbChronologyReader *sb_chronology_reader_new (SbCatalogue *catalogue,
                                              SbEventModel *model) G_GNUC_WARN_UNUSED_RESULT;

void sb_chronology_reader_set_order (SbChronologyReader *self,
                                     SbChronologyOrder order);
/* NULL before one was read. */
SbChronology *sb_chronology_reader_get_chronology (SbChronologyReader *self);
/* Why the last reading failed; NULL when it did not. */
const GError *sb_chronology_reader_get_error (SbChronologyReader *self);

G_END_DECLS
