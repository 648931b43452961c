/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-catalogue.h"
#include "sb-form-dialog.h"

G_BEGIN_DECLS

/**
 * SbRecordDialog:
 *
 * Changes a record of any kind by the form of its fields, or makes a new one, as one unit
 * of work that can be undone.
 */
#define SB_TYPE_RECORD_DIALOG (sb_record_dialog_get_type ())

G_DECLARE_FINAL_TYPE (SbRecordDialog, sb_record_dialog, SB, RECORD_DIALOG, SbFormDialog)

/* Whether records of @kind are changed by a form; others have an editor of their own, or
 * are frozen. */
gboolean sb_record_dialog_can_edit (SbKind kind);

/* Reads the record that @ref is of, and shows its form. */
SbRecordDialog *sb_record_dialog_new (SbCatalogue *catalogue,
                                      SbRef *ref);

/* The form of a record that is not stored yet, with what @draft says of it already. */
SbRecordDialog *sb_record_dialog_new_for_draft (SbCatalogue *catalogue,
                                                SbRecord *draft);

G_END_DECLS
