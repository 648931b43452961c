/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-paragraph-private.h"

G_BEGIN_DECLS

/* The head of the first page. @side is the width of the column at its left,
 * @gutter the space behind that. */
SbSlab *_sb_masthead_new_slab (SbSetting *setting,
                               SbPiece *masthead,
                               double width,
                               double side,
                               double gutter) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
