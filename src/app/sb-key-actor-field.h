/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-catalogue.h"
#include "sb-key-field.h"

G_BEGIN_DECLS

/**
 * SbKeyActorField:
 *
 * A key that is an actor: none, that of the briefing, or one of the catalogue.
 */
#define SB_TYPE_KEY_ACTOR_FIELD (sb_key_actor_field_get_type ())

G_DECLARE_FINAL_TYPE (SbKeyActorField, sb_key_actor_field, SB, KEY_ACTOR_FIELD, SbKeyField)

GtkWidget *sb_key_actor_field_new (const SbBlockKey *key,
                                   SbCatalogue *catalogue);

G_END_DECLS
