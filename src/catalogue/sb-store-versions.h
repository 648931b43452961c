/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-store.h"

G_BEGIN_DECLS

/* States that @records (element-type SbRecord), two or more, answer one question
 * differently: a unit of work that is called @label. When some of them are versions
 * of other questions already, these are one question from now on, with all of
 * their versions. One version stays retained: that of the first of them whose
 * question has one. Blocks.
 *
 * %SB_CATALOGUE_ERROR_VERSIONS for what cannot be: the same record twice, records
 * of several kinds; %SB_CATALOGUE_ERROR_VERSIONS_PLACE for controls of several
 * places, and restrictions that lie on no place and no road in common.
 *
 * Returns: the records that were retained and are no longer (element-type
 * SbRecord); %NULL on error. */
GPtrArray *sb_store_state_versions (SbStore *self,
                                    GPtrArray *records,
                                    const char *label,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
