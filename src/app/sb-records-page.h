/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-page.h"

G_BEGIN_DECLS

/**
 * SbRecordsPage:
 *
 * The records of one kind beside the sheet of the one that is selected: actors,
 * the chronology of events.
 *
 * Property: "kind" (int, SbKind), set when it is made.
 */
#define SB_TYPE_RECORDS_PAGE (sb_records_page_get_type ())

G_DECLARE_FINAL_TYPE (SbRecordsPage, sb_records_page, SB, RECORDS_PAGE, SbPage)

G_END_DECLS
