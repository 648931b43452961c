/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-outline-private.h"
#include "sb-record-builder.h"

G_BEGIN_DECLS

/* What is changed of an outline, before it becomes a record again. */
typedef struct
{
  const SbOutline *outline; /* not owned */
  SbRecordBuilder *builder; /* (owned) */
  GPtrArray *sections; /* (owned) (element-type SbRecord) */
} SbOutlineEdit;

/* What was issued stays as it is: the edit is one of the next issue. */
SbOutlineEdit _sb_outline_edit_begin (const SbOutline *self);
/* The record that it comes to; frees what @edit holds. */
SbRecord *_sb_outline_edit_end (SbOutlineEdit *edit) G_GNUC_WARN_UNUSED_RESULT;
/* Gives a key of a block another value, NULL for none of the briefing's own. */
void _sb_outline_edit_set_key (SbOutlineEdit *edit,
                               const char *name,
                               const char *key,
                               const char *value);

/* @lines "Key=value" (nullable) with one key changed, or taken out where @value is NULL;
 * NULL when nothing is left. */
char *_sb_outline_change_line (const char *lines,
                               const char *key,
                               const char *value) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
