/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-form-aid.h"
#include "sb-key-field.h"

G_BEGIN_DECLS

/**
 * SbKeyTimeField:
 *
 * A key that is a day, several days, or a period: those of the briefing, or others, which
 * are typed as a date is worded, or as a template has them ("last+7").
 */
#define SB_TYPE_KEY_TIME_FIELD (sb_key_time_field_get_type ())

G_DECLARE_FINAL_TYPE (SbKeyTimeField, sb_key_time_field, SB, KEY_TIME_FIELD, SbKeyField)

/* @aid reads dates. */
GtkWidget *sb_key_time_field_new (const SbBlockKey *key,
                                  SbFormAid *aid);

G_END_DECLS
