/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-key-field.h"

G_BEGIN_DECLS

/**
 * SbKeySetField:
 *
 * A key that is several of a few: the layers of a map, the kinds of record that fill a
 * block. What is chosen already keeps its order, what is chosen besides comes last. One
 * of them stays.
 */
#define SB_TYPE_KEY_SET_FIELD (sb_key_set_field_get_type ())

G_DECLARE_FINAL_TYPE (SbKeySetField, sb_key_set_field, SB, KEY_SET_FIELD, SbKeyField)

/* @kind: of the block, which says which records there are to choose from. */
GtkWidget *sb_key_set_field_new (const SbBlockKey *key,
                                 SbTemplateBlockKind kind);

G_END_DECLS
