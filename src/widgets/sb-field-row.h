/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

#include "sb-form-aid.h"
#include "sb-record-builder.h"

G_BEGIN_DECLS

typedef enum
{
  SB_FIELD_ROW_DEFAULT = 0,
  SB_FIELD_ROW_COMPACT = 1 << 0, /* its label is told to screen readers alone */
} SbFieldRowFlags;

/**
 * SbFieldRow:
 *
 * One field of a record to be filled in, made from its description: its label, the
 * widget of its type, and below it what is wrong with what is there.
 *
 * Signal "changed": something was filled in.
 */
#define SB_TYPE_FIELD_ROW (sb_field_row_get_type ())

G_DECLARE_FINAL_TYPE (SbFieldRow, sb_field_row, SB, FIELD_ROW, GtkWidget)

GtkWidget *sb_field_row_new (SbFormAid *aid,
                             const SbField *field,
                             SbFieldRowFlags flags);

/* Shows what @record has in the field numbered @index. */
void sb_field_row_load (SbFieldRow *self,
                        SbRecord *record,
                        guint index);
/* Puts what is there into @builder, or says in place why it cannot: FALSE then. */
gboolean sb_field_row_store (SbFieldRow *self,
                             SbRecordBuilder *builder,
                             guint index);

/* Whether something was filled in since it was loaded, and is there still. */
gboolean sb_field_row_is_typed (SbFieldRow *self);
/* Has what nobody typed beside what somebody did, the other language of a text, as it is in
 * @record. */
void sb_field_row_complete (SbFieldRow *self,
                            SbRecord *record,
                            guint index);

/* Says below the field what else is known of it; NULL for nothing. */
void sb_field_row_set_note (SbFieldRow *self,
                            const char *note);

/* Says below the field what is wrong with it; NULL for nothing. */
void sb_field_row_set_problem (SbFieldRow *self,
                               const char *problem);
gboolean sb_field_row_has_problem (SbFieldRow *self);

/* Adds the records that were made of new names. (element-type SbRecord) */
void sb_field_row_collect_new (SbFieldRow *self,
                               GPtrArray *records);

G_END_DECLS
