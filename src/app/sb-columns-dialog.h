/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-form-dialog.h"
#include "sb-import-spec.h"

G_BEGIN_DECLS

/**
 * SbColumnsDialog:
 *
 * Says what the columns of a table hold, with the beginning of it in view, before it
 * is imported. What is said is kept for the next file with the same columns, and can
 * be saved as an import specification.
 *
 * Signal "accepted" (const char *file, SbImportSpec *spec): the file is to be imported
 * so; the dialog closes.
 */
#define SB_TYPE_COLUMNS_DIALOG (sb_columns_dialog_get_type ())

G_DECLARE_FINAL_TYPE (SbColumnsDialog, sb_columns_dialog, SB, COLUMNS_DIALOG, SbFormDialog)

/* Begins to read @file, a path or an address of GIO. @folder keeps what was said of
 * other tables. */
SbColumnsDialog *sb_columns_dialog_new (const char *file,
                                        const char *folder) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
