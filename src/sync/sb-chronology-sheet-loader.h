/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-chronology-sheet.h"
#include "sb-store.h"

G_BEGIN_DECLS

/* What is to be printed of a catalogue. */
typedef struct
{
  SbChronologyOrder order;
  SbLanguage language;
  SbChronologyMoment moment;
  gint64 dossier; /* 0 for all */
  const SbEventFilter *filter; /* (nullable) its period does not count; without a dossier */
  const char *title; /* (nullable) */
  double width; /* of the sheet, in points */
} SbChronologySheetRequest;

/* In the thread of the store; blocks. */
SbChronologySheet *sb_chronology_sheet_load (SbStore *store,
                                             const SbChronologySheetRequest *request,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
