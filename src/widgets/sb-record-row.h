/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

#include "sb-record.h"

G_BEGIN_DECLS

/**
 * SbRecordRow:
 *
 * One record in a list: its symbol, its title, a line that describes it, and
 * signs for what is unread, starred or unsourced.
 *
 * Property: "record" (SbRecord).
 */
#define SB_TYPE_RECORD_ROW (sb_record_row_get_type ())

G_DECLARE_FINAL_TYPE (SbRecordRow, sb_record_row, SB, RECORD_ROW, GtkWidget)

GtkWidget *sb_record_row_new (void);

void sb_record_row_set_record (SbRecordRow *self,
                               SbRecord *record);

G_END_DECLS
