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

/* The same for @families (NULL-terminated), from normal to the boldest, upright and
 * slanted: for those that the main thread itself writes with, whose files another thread
 * would close. To be called by the main thread before there is another one that draws
 * text. Takes some milliseconds. */
void sb_font_hold_families (const char *const *families);

G_END_DECLS
