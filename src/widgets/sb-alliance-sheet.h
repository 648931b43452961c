/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

#include "sb-session.h"
#include "sb-situation-changes.h"

G_BEGIN_DECLS

/**
 * SbAllianceSheet:
 *
 * One alliance as an analyst weighs it: who is in it, what each source calls it, what
 * holds it together against what divides it, each with its passage, the common adversary,
 * the first joint act, the instrument behind it, how long it is judged to last and by
 * whom, and what changed since a day. It shows what it is given and looks nothing up.
 */
#define SB_TYPE_ALLIANCE_SHEET (sb_alliance_sheet_get_type ())

G_DECLARE_FINAL_TYPE (SbAllianceSheet, sb_alliance_sheet, SB, ALLIANCE_SHEET, GtkWidget)

/* What is known of it, borrowed for the call. */
typedef struct
{
  SbRecord *alliance;
  GPtrArray *evidence; /* (element-type SbRecord) of sb_evidence_schema */
  SbRecord *instrument; /* (nullable) that it rests on */
  SbSituationChanges *changes; /* (nullable) of it, its parties and the ties among them */
  int as_of; /* day */
} SbAllianceFacts;

GtkWidget *sb_alliance_sheet_new (SbSession *session);

void sb_alliance_sheet_show (SbAllianceSheet *self,
                             const SbAllianceFacts *facts);

G_END_DECLS
