/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-field-row.h"

G_BEGIN_DECLS

struct _SbFieldRow
{
  GtkWidget parent_instance;

  SbFormAid *aid; /* (owned) */
  const SbField *field;
  SbDate *date; /* (owned) (nullable) as it was loaded: its wording is kept */
  gboolean is_loading;
  gboolean is_touched; /* since it was loaded */
  char *filled[SB_N_LANGUAGES]; /* (owned) (nullable) of a text in two languages, as the program filled it in */

  GtkWidget *label; /* (nullable) */
  GtkWidget *editor; /* of the type: an entry, a drop-down, a picker, a list, a switch */
  GtkWidget *second; /* (nullable) of a text in two languages, the English one */
  GtkWidget *hint; /* (nullable) how a date is understood */
  GtkWidget *note;
  GtkWidget *problem;
};

/* Says below a date how it is understood (sb-field-row-value.c). */
void _sb_field_row_update_hint (SbFieldRow *self);

G_END_DECLS
