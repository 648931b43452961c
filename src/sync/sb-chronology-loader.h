/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-chronology.h"
#include "sb-store.h"

G_BEGIN_DECLS

/* The chronology of what @index holds and @filter (nullable) meets, with the lanes of
 * @order: the restrictions and alliances and who and what is named are read, of the
 * events nothing more. With a @dossier above 0, the restrictions and alliances of it
 * alone; with a @moment (nullable), nothing that is not of it. In the thread of the store; blocks. */
SbChronology *sb_chronology_load (SbStore *store,
                                  SbChronologyOrder order,
                                  const SbEventIndex *index,
                                  const SbEventFilter *filter,
                                  gint64 dossier,
                                  const SbChronologyMoment *moment,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
