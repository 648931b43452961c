/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-record-pages.h"

G_BEGIN_DECLS

/* @items (element-type gint64 SbRecordItem) is where it is found by its id as long as
 * anybody has it. */
SbRecordItem *_sb_record_item_new (gint64 id,
                                   GHashTable *items) G_GNUC_WARN_UNUSED_RESULT;

/* Tells of it when @record is shown otherwise than the one before. */
void _sb_record_item_set_record (SbRecordItem *self,
                                 SbRecord *record);

G_END_DECLS
