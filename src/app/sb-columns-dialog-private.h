/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-columns-dialog.h"
#include "sb-table-reading.h"

G_BEGIN_DECLS

struct _SbColumnsDialog
{
  SbFormDialog parent_instance;

  char *file; /* (owned) */
  SbTableReading *reading; /* (owned) */
  SbTableSample *sample; /* (owned) (nullable) as it was read last */
  SbImportSpec *accepted; /* (owned) (nullable) what is to be imported by */
  GPtrArray *drop_downs; /* (owned) (element-type GtkDropDown) of the columns, borrowed from their rows */
  GArray *fields; /* (owned) (element-type SbTableField) what a column can hold, behind "not taken" */
  char *date_format; /* (owned) (nullable) of the specification, when it is none of the list */
  GCancellable *trial; /* (owned) (nullable) while what was said is tried */
  gboolean is_filling; /* the form follows the sample, not the person */
  GtkFileChooserNative *chooser; /* (owned) (nullable) while it is shown */

  GtkDropDown *subject;
  GtkEditable *source;
  GtkDropDown *date_format_list;
  GtkSwitch *no_header;
  GtkListBox *columns;
  GtkLabel *verdict;
};

/* What the form says; NULL before the file is read. */
SbImportSpec *_sb_columns_dialog_make_spec (SbColumnsDialog *self) G_GNUC_WARN_UNUSED_RESULT;
/* Reads the table anew as @spec says, and shows that in the form. */
void _sb_columns_dialog_follow (SbColumnsDialog *self,
                                SbImportSpec *spec);

/* The actions about specifications; sb-columns-dialog-files.c. */
void _sb_columns_dialog_class_install_files (SbColumnsDialogClass *klass);

G_END_DECLS
