/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-record.h"

G_BEGIN_DECLS

/* What was known on a day, whatever is known by now: a page whose data were cut off on
 * a day tells nothing that was published, said or done after it. Days are those of
 * sb-date.h; SB_DATE_DAY_MAX is no limit. What nobody dated was always known, and what
 * is dated by a month or a year from its first day on. Any thread. */

/* Those of @evidence (element-type SbRecord, of one record) whose documents are of @day
 * or before; NULL for NULL. */
GPtrArray *sb_evidence_list_known (GPtrArray *evidence,
                                   int day) G_GNUC_WARN_UNUSED_RESULT;

/* Whether @evidence (nullable) (element-type SbRecord) leaves the record that it is of
 * standing by @day: something that supports it is of that day or before, or nothing is
 * known to support it at all. */
gboolean sb_evidence_is_known (GPtrArray *evidence,
                               int day);

/* @record as it was known on @day: without the statements, signs, labels and traits that
 * are later or that an extract of @evidence (nullable) of a later document stands for,
 * without an end or a denial that was still to come. NULL when it was not known at all;
 * places, roads and actors, which others only name, always are. */
SbRecord *sb_record_dup_known (SbRecord *record,
                               GPtrArray *evidence,
                               int day) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
