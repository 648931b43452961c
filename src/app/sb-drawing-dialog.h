/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-catalogue.h"
#include "sb-form-dialog.h"

G_BEGIN_DECLS

/**
 * SbDrawingDialog:
 *
 * Asks for what a drawing is called in both languages, from when to when it stands,
 * its style, what it rests on and which dossier it belongs to, and stores it as one
 * unit of work. What rests on a document as a whole rests on the beginning of its
 * text, which is lifted as an extract.
 */
#define SB_TYPE_DRAWING_DIALOG (sb_drawing_dialog_get_type ())

G_DECLARE_FINAL_TYPE (SbDrawingDialog, sb_drawing_dialog, SB, DRAWING_DIALOG, SbFormDialog)

/* @drawing: what was drawn, without a title, or a record that is stored. A new one is
 * proposed to begin on @day, in days since 1970. */
SbDrawingDialog *sb_drawing_dialog_new (SbCatalogue *catalogue,
                                        SbRecord *drawing,
                                        int day) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
