/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-record.h"

G_BEGIN_DECLS

/* What a record names, when two of these become one. Nothing here reads or
 * writes a catalogue. Any thread. */

/* The UUIDs that @record names, its list items included: keys of a table, each
 * the SbRef of one that names it. (element-type utf8 SbRef) */
GHashTable *_sb_record_list_refs (SbRecord *record) G_GNUC_WARN_UNUSED_RESULT;

/* @record with other references: @others has, by UUID, what to name instead, or
 * NULL to name nothing. Where that makes the record name itself, it names
 * nothing; an item that cannot be without what it named goes, and two items that
 * say the same of one actor or place by now become one. (element-type utf8 SbRef) */
SbRecord *_sb_record_replace_refs (SbRecord *record,
                                   GHashTable *others) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
