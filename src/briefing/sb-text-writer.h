/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-sheets.h"

G_BEGIN_DECLS

/* The documents as plain text, one after the other: UTF-8, lines of 74 columns at most
 * (an address may be longer), the typography of their language kept, marks of notes as
 * "[3]" and the notes behind the text, tables in columns, and what figures show in
 * words. Any thread. */
GBytes *sb_text_render (SbSheets *const *sheets,
                        guint n_sheets) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
