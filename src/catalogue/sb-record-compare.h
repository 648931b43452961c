/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-record-builder.h"

G_BEGIN_DECLS

/* Whether storing @b over @a would change nothing: the values of the stored
 * fields and the withdrawal. What is derived, the names in references and the
 * identity do not count. */
gboolean _sb_record_stores_same (SbRecord *a,
                                 SbRecord *b);

/* Whether @a and @b would be shown alike: sb_record_equal(), and the names in
 * references, and the number of extracts. */
gboolean _sb_record_shows_same (SbRecord *a,
                                SbRecord *b);

/* The same value in a field of two records of one schema, as it is stored. */
gboolean _sb_record_field_stores_same (SbRecord *a,
                                       SbRecord *b,
                                       guint field);

/* Sets a field to the value that it has in @record. */
void _sb_record_copy_value (SbRecordBuilder *builder,
                            SbRecord *record,
                            guint field);

G_END_DECLS
