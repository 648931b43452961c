/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-key-field.h"

G_BEGIN_DECLS

/**
 * SbKeyValueField:
 *
 * A key that is one word of a vocabulary, yes or no, a number or a text.
 */
#define SB_TYPE_KEY_VALUE_FIELD (sb_key_value_field_get_type ())

G_DECLARE_FINAL_TYPE (SbKeyValueField, sb_key_value_field, SB, KEY_VALUE_FIELD, SbKeyField)

GtkWidget *sb_key_value_field_new (const SbBlockKey *key);

G_END_DECLS
