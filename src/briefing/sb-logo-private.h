/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-slab-private.h"

G_BEGIN_DECLS

/* The logo that a briefing has, a data: address (sb_logo_new_address()),
 * as a figure; @alternative says whose it is. NULL when there is none, or it cannot be
 * read or is larger than a logo has to be. */
SbPiece *_sb_logo_new_piece (const char *address,
                             const char *alternative) G_GNUC_WARN_UNUSED_RESULT;
/* That of a masthead or a cover, among what these hold; (nullable), borrowed. */
SbPiece *_sb_logo_find (const SbPiece *holder);
/* In points; 0 of NULL. */
double _sb_logo_get_width (const SbPiece *logo);
double _sb_logo_get_height (const SbPiece *logo);
/* Puts it on @slab with its right end at @right; of NULL nothing. */
void _sb_logo_add (SbSlab *slab,
                   SbPiece *logo,
                   double right,
                   double y);

G_END_DECLS
