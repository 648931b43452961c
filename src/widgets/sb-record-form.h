/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

#include "sb-form-aid.h"

G_BEGIN_DECLS

typedef enum
{
  SB_RECORD_FORM_DEFAULT = 0,
  SB_RECORD_FORM_ITEM = 1 << 0, /* of an item in a list */
} SbRecordFormFlags;

/**
 * SbRecordForm:
 *
 * The form of any record or item, made from the table of its fields: those that are
 * needed or filled in first, the others behind “More fields”. What the program keeps for
 * itself (hashes, keys, extracts) is not shown and stays as it is.
 *
 * Signal "changed": something was filled in.
 */
#define SB_TYPE_RECORD_FORM (sb_record_form_get_type ())

G_DECLARE_FINAL_TYPE (SbRecordForm, sb_record_form, SB, RECORD_FORM, GtkWidget)

GtkWidget *sb_record_form_new (SbFormAid *aid,
                               SbRecord *record,
                               SbRecordFormFlags flags);

/* Whether it is one line of an item. */
gboolean sb_record_form_is_compact (SbRecordForm *self);

/* Has the form stand on @record, of the same schema: what somebody typed stays, all else is
 * as it is there. Where that differs from what was typed it is told at the field, unless
 * @record is the one that the form was made for. */
void sb_record_form_rebase (SbRecordForm *self,
                            SbRecord *record);
/* Whether somebody typed something that is still there. */
gboolean sb_record_form_is_typed (SbRecordForm *self);
/* The item that a list begins with as it is typed by now; NULL when there is none, or it is
 * not right yet, which is not told. */
SbRecord *sb_record_form_dup_typed_item (SbRecordForm *self,
                                         guint list) G_GNUC_WARN_UNUSED_RESULT;

/* The record as it is filled in; NULL when something is wrong, which is said at its
 * field, to which the keyboard goes. */
SbRecord *sb_record_form_dup_record (SbRecordForm *self) G_GNUC_WARN_UNUSED_RESULT;

/* Adds the records that were made of new names, to be stored with it.
 * (element-type SbRecord) */
void sb_record_form_collect_new (SbRecordForm *self,
                                 GPtrArray *records);

G_END_DECLS
