/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

#include "sb-record.h"
#include "sb-session.h"

G_BEGIN_DECLS

/**
 * SbClaimBoard:
 *
 * One proposition and who says what of it: those who assert, claim and confirm it
 * beside those who deny, minimise and contest it, each with the role of the day, the
 * words, the grade and the passage that it is known from; and the version that the
 * analyst retained, which can be written here.
 *
 * Signals: "retained" (string fr, string en): that is to be the version retained, ""
 * for none. "version-retained" (SbRecord): that record is to be the version of its
 * question.
 */
#define SB_TYPE_CLAIM_BOARD (sb_claim_board_get_type ())

G_DECLARE_FINAL_TYPE (SbClaimBoard, sb_claim_board, SB, CLAIM_BOARD, GtkWidget)

GtkWidget *sb_claim_board_new (void);

void sb_claim_board_set_session (SbClaimBoard *self,
                                 SbSession *session);
/* @claim: (nullable). @evidence: records of sb_evidence_schema. @versions:
 * (element-type SbRecord) all that answer the same question, or none. */
void sb_claim_board_set_claim (SbClaimBoard *self,
                               SbRecord *claim,
                               GPtrArray *evidence,
                               GPtrArray *versions);

G_END_DECLS
