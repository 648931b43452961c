/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/**
 * SbTypeCase:
 *
 * The fonts of one typesetter, which all of its sheets are set in, and the lock by which
 * one thread at a time has them: Pango keeps no order among threads that set in a font,
 * draw with it and let go of it. Reference counted.
 */
typedef struct _SbTypeCase SbTypeCase;

SbTypeCase *_sb_type_case_new (double resolution) G_GNUC_WARN_UNUSED_RESULT;
SbTypeCase *_sb_type_case_ref (SbTypeCase *self);
void _sb_type_case_unref (SbTypeCase *self);

PangoFontMap *_sb_type_case_get_fonts (SbTypeCase *self);

/* May be taken again by the thread that has it. */
void _sb_type_case_lock (SbTypeCase *self);
void _sb_type_case_unlock (SbTypeCase *self);

G_END_DECLS
