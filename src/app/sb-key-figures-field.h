/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-catalogue.h"
#include "sb-key-field.h"

G_BEGIN_DECLS

/**
 * SbKeyFiguresField:
 *
 * Which figures a strip of key figures has, and in which order: those that it prints are
 * checked and come first, each to be moved up and down; the others follow. Until one is
 * taken out, added or moved, the strip chooses itself.
 */
#define SB_TYPE_KEY_FIGURES_FIELD (sb_key_figures_field_get_type ())

G_DECLARE_FINAL_TYPE (SbKeyFiguresField, sb_key_figures_field, SB, KEY_FIGURES_FIELD, SbKeyField)

/* @dossier: (nullable) what the figures are a part of. */
GtkWidget *sb_key_figures_field_new (const SbBlockKey *key,
                                     SbCatalogue *catalogue,
                                     SbRef *dossier);

/* What the strip prints now, (nullable) (element-type SbRecord): what is checked while it
 * chooses itself. */
void sb_key_figures_field_set_printed (SbKeyFiguresField *self,
                                       GPtrArray *figures);

/* The value with @uuid behind all that is checked. */
char *sb_key_figures_field_dup_with (SbKeyFiguresField *self,
                                     const char *uuid) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
