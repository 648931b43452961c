/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

#include "sb-record.h"
#include "sb-session.h"

G_BEGIN_DECLS

/**
 * SbRecordView:
 *
 * A list of records, with a field that narrows it by title, and a sentence that
 * says what to do when it is empty. Its selection and the session's follow each
 * other.
 *
 * Properties: "session", "model" (GListModel of SbRecord), "empty-title",
 * "empty-description", "empty-icon-name", "search-hint" (strings), "label"
 * (string, for screen readers).
 * Signal "record-chosen" (SbRecord): a row was selected by the user;
 * "record-activated" (SbRecord): it was activated.
 */
#define SB_TYPE_RECORD_VIEW (sb_record_view_get_type ())

G_DECLARE_FINAL_TYPE (SbRecordView, sb_record_view, SB, RECORD_VIEW, GtkWidget)

GtkWidget *sb_record_view_new (void);

void sb_record_view_set_session (SbRecordView *self,
                                 SbSession *session);
/* (nullable) (element-type SbRecord) */
void sb_record_view_set_model (SbRecordView *self,
                               GListModel *model);

/* Selects the row after (or before) the selected one, as by the keyboard. */
void sb_record_view_step (SbRecordView *self,
                          int step);
/* Selects the next row, behind the selected one, whose record @is_sought; FALSE when none of
 * the next rows does, of which as many are looked at as a person might page through. */
typedef gboolean (*SbRecordMatchFunc) (SbRecord *record);

gboolean sb_record_view_step_to (SbRecordView *self,
                                 SbRecordMatchFunc is_sought);
SbRecord *sb_record_view_get_selected (SbRecordView *self); /* (nullable) */
void sb_record_view_focus_list (SbRecordView *self);

G_END_DECLS
