/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

#include "sb-form-aid.h"

G_BEGIN_DECLS

/**
 * SbRecordPicker:
 *
 * Chooses a record by typing the beginning of its name: what is found is listed below,
 * the arrows go through it and Enter takes one. A name that nothing bears can be made
 * a new record, where one of its kind needs nothing but a name; who keeps the form
 * stores it.
 *
 * Signal "changed": another record, or none, is chosen.
 */
#define SB_TYPE_RECORD_PICKER (sb_record_picker_get_type ())

G_DECLARE_FINAL_TYPE (SbRecordPicker, sb_record_picker, SB, RECORD_PICKER, GtkWidget)

/* @kind: %SB_KIND_NONE for any. @label names it to a screen reader. */
GtkWidget *sb_record_picker_new (SbFormAid *aid,
                                 SbKind kind,
                                 const char *label);

void sb_record_picker_set_ref (SbRecordPicker *self,
                               SbRef *ref); /* (nullable) */
/* Looks for what @text begins, as if it had been typed, once the picker is shown. */
void sb_record_picker_set_text (SbRecordPicker *self,
                                const char *text);
/* Whether only what the catalogue has can be chosen. */
void sb_record_picker_set_known_only (SbRecordPicker *self,
                                      gboolean is_known_only);
/* What stands there while nothing is chosen. */
void sb_record_picker_set_hint (SbRecordPicker *self,
                                const char *hint);
SbRef *sb_record_picker_get_ref (SbRecordPicker *self); /* (nullable) */

/* The record that was made of a new name, and is not stored; NULL for none. */
SbRecord *sb_record_picker_get_new (SbRecordPicker *self);

/* Whether there is a text that nothing was chosen for. */
gboolean sb_record_picker_is_undecided (SbRecordPicker *self);

G_END_DECLS
