/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-record.h"

G_BEGIN_DECLS

typedef enum
{
  SB_REVERT_DEFAULT = 0,
  SB_REVERT_KEEP_LATER = 1 << 0, /* a value that was changed since stays */
  SB_REVERT_OVER_LATER = 1 << 1, /* none does, within items of lists neither */
} SbRevertFlags;

/* @current with what differs between @from and @to as it is in @to: what others
 * changed meanwhile stays. Lists go item by item, texts language by language. Bookkeeping (see
 * %SB_FIELD_BOOKKEEPING) stays as it is. All three are of one schema, with
 * references that can be compared: by id, or by UUID. Any thread. */
SbRecord *_sb_record_revert (SbRecord *current,
                             SbRecord *from,
                             SbRecord *to,
                             SbRevertFlags flags) G_GNUC_WARN_UNUSED_RESULT;

/* Whether, with %SB_REVERT_KEEP_LATER, something in the field stays although
 * @from and @to differ in it: somebody has changed it since, to what neither of
 * them is. Any thread. */
gboolean _sb_record_keeps_later (SbRecord *current,
                                 SbRecord *from,
                                 SbRecord *to,
                                 guint field);

G_END_DECLS
