/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-record.h"

G_BEGIN_DECLS

/**
 * SbFieldChange:
 *
 * What differs in one field between two states of a record. A list has one
 * change for each item that is new, gone or not what it was.
 */
typedef struct
{
  guint field;
  SbRecord *before; /* (owned) (nullable) the item as it was; NULL for a new one,
                       and for what is not a list */
  SbRecord *after; /* (owned) (nullable) the item as it is */
} SbFieldChange;

/* What differs between @before and @after, of one schema, in the order of the
 * schema. Bookkeeping and what is derived do not count, nor does the order of a
 * list. Any thread. (element-type SbFieldChange) */
GPtrArray *sb_record_list_changes (SbRecord *before,
                                   SbRecord *after) G_GNUC_WARN_UNUSED_RESULT;

/* Whether there is anything that sb_record_list_changes() leaves out although
 * storing it would change the record: only bookkeeping differs. */
gboolean sb_record_differs_in_bookkeeping_only (SbRecord *before,
                                                SbRecord *after);

G_END_DECLS
