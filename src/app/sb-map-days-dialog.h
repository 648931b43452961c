/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-form-aid.h"
#include "sb-form-dialog.h"

G_BEGIN_DECLS

/**
 * SbMapDaysDialog:
 *
 * Asks for the days of maps that are printed side by side: two to six, each a date in
 * words or in figures.
 *
 * Signal "chosen": they are chosen, and the dialog closes.
 */
#define SB_TYPE_MAP_DAYS_DIALOG (sb_map_days_dialog_get_type ())

G_DECLARE_FINAL_TYPE (SbMapDaysDialog, sb_map_days_dialog, SB, MAP_DAYS_DIALOG, SbFormDialog)

/* @day is the first of them that is proposed. */
SbMapDaysDialog *sb_map_days_dialog_new (SbFormAid *aid,
                                         int day) G_GNUC_WARN_UNUSED_RESULT;

/* The days that are typed, the earliest first, each of them once. (element-type int) */
GArray *sb_map_days_dialog_list_days (SbMapDaysDialog *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
