/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-briefing-input.h"
#include "sb-record-builder.h"

G_BEGIN_DECLS

/* Made-up records that the tests of this folder share. The numbers of records
 * are those of the caller's counting; documents are numbered from 1. */

/* A briefing on 1–30 April 2026, as of 29 April. */
SbRecord *fixture_new_briefing (void) G_GNUC_WARN_UNUSED_RESULT;

/* An event at Bamako. */
SbRecord *fixture_new_event (gint64 id,
                             const char *edtf,
                             gboolean is_key) G_GNUC_WARN_UNUSED_RESULT;

/* Evidence of @record in document @document, whose group of republications
 * starts with document @origin. */
SbRecord *fixture_new_evidence (SbRecord *record,
                                gint64 document,
                                gint64 origin,
                                const char *language,
                                int stance) G_GNUC_WARN_UNUSED_RESULT;

/* @n_events events, each with a source, of which the first is a key fact; a
 * town held by two, a claim that is denied, restrictions, judgements and
 * recommendations. */
SbBriefingInput *fixture_new_input (guint n_events) G_GNUC_WARN_UNUSED_RESULT;

SbRef *fixture_new_ref (SbKind kind,
                        gint64 id,
                        const char *fr,
                        const char *en) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
