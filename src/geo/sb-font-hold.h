/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/* Keeps the files of all fonts of @layout open until the program ends. Whoever lays text
 * out in another thread than the main one calls it before the text is drawn; any thread.
 *
 * Cairo 1.16 has ten files of fonts open for all threads of a program, and when it opens
 * another one closes any that it takes for unused. It looks whether one is used without
 * the lock by which a thread takes it into use, so that the file can be closed while a
 * glyph is being read from it. What is held counts as used always. */
void sb_font_hold_layout (PangoLayout *layout);

G_END_DECLS
