/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The language that the text is most likely in, by its script and its most
 * frequent small words: an ISO 639-1 code, or NULL when there is too little
 * text to tell. @blocks: (element-type SbBlock). */
char *_sb_guess_language (GPtrArray *blocks) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
