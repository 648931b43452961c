/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-record.h"

G_BEGIN_DECLS

/* Who says otherwise, as of a day. What is denied in November was not denied in
 * September: roads, maps, tables and prose of a day all ask here. A denial counts from
 * the first day that its date can be; one that nobody dated counts on each day. Days
 * are those of sb-date.h. Any thread. */

/* Whether what was said on @date (nullable) had been said by @day. */
gboolean sb_denial_is_said_by (const SbDate *date,
                               int day);

/* Who had denied @restriction by @day; NULL when nobody had. Borrowed. */
SbRef *sb_denial_get_speaker (SbRecord *restriction,
                              int day);

/* Whether a document of @evidence (element-type SbRecord) (nullable), of one record,
 * spoke against that record by @day. */
gboolean sb_denial_is_contradicted (GPtrArray *evidence,
                                    int day);

/* Whether somebody is named who had denied @restriction by @day, or its @evidence
 * (nullable) spoke against it. */
gboolean sb_denial_is_disputed (SbRecord *restriction,
                                GPtrArray *evidence,
                                int day);

/* The day of a @statement of @claim: one without a date of its own was made when the
 * claim was; NULL when that is not known either. Borrowed. */
SbDate *sb_denial_get_statement_date (SbRecord *claim,
                                      SbRecord *statement);

G_END_DECLS
