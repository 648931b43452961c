/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-composition.h"
#include "sb-sheets.h"

G_BEGIN_DECLS

/**
 * SbTypesetter:
 *
 * Sets a composed document on sheets of paper with Pango. It keeps the fonts
 * that it has read, so that setting a document again is quick. Belongs to one
 * thread at a time; its sheets share its fonts, so that who draws them in another
 * thread waits until it has set what it is setting. Needs no display.
 */
typedef struct _SbTypesetter SbTypesetter;

SbTypesetter *sb_typesetter_new (SbPaper paper) G_GNUC_WARN_UNUSED_RESULT;
void sb_typesetter_free (SbTypesetter *self);

SbSheets *sb_typesetter_set (SbTypesetter *self,
                             SbComposition *composition) G_GNUC_WARN_UNUSED_RESULT;

/* The documents of @left and @right, which say the same in two languages, on sheets of
 * their own: side by side, what belongs together at one height; tables and pictures over
 * both columns; notes of both at the foot. Heads, feet and outline are those of @left. */
SbSheets *sb_typesetter_set_columns (SbTypesetter *self,
                                     SbSheets *left,
                                     SbSheets *right) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbTypesetter, sb_typesetter_free)

G_END_DECLS
