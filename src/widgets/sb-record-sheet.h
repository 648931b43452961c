/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

#include "sb-record.h"
#include "sb-session.h"

G_BEGIN_DECLS

/**
 * SbRecordSheet:
 *
 * All that is known of one record: its fields, the records around it, and the
 * extracts that it rests on, with their grade. References select what they
 * point at; an extract opens its document at its place. It shows what it is
 * given and looks nothing up.
 */
#define SB_TYPE_RECORD_SHEET (sb_record_sheet_get_type ())

G_DECLARE_FINAL_TYPE (SbRecordSheet, sb_record_sheet, SB, RECORD_SHEET, GtkWidget)

typedef struct
{
  char *markup; /* (owned) */
  guint depth;
} SbSheetLine;

void sb_sheet_line_free (SbSheetLine *self);

GtkWidget *sb_record_sheet_new (void);

void sb_record_sheet_set_session (SbRecordSheet *self,
                                  SbSession *session);

/* Shows @record, NULL for none. @evidence: records of sb_evidence_schema
 * (nullable). */
void sb_record_sheet_set_record (SbRecordSheet *self,
                                 SbRecord *record,
                                 GPtrArray *evidence);

/* Adds what is said of the record beside its fields: @text under the name @label. */
void sb_record_sheet_add_note (SbRecordSheet *self,
                               const char *label,
                               const char *text);

/* Adds a section with a widget of its own below the fields. */
void sb_record_sheet_add_section (SbRecordSheet *self,
                                  const char *title,
                                  GtkWidget *section);

/* Adds a section of lines of markup, with links to records, each as far in as its depth;
 * nothing when there are none. (element-type SbSheetLine) */
void sb_record_sheet_add_lines (SbRecordSheet *self,
                                const char *title,
                                GPtrArray *lines);

/* Adds a section of related records below the fields; nothing when @records is
 * empty. (element-type SbRecord) */
void sb_record_sheet_add_related (SbRecordSheet *self,
                                  const char *title,
                                  GPtrArray *records);

G_END_DECLS
