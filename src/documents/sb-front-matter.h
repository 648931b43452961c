/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-extraction-private.h"

G_BEGIN_DECLS

/* Reads the lines of "key: value" between two lines of "---" at the start of
 * @text, of which title, author, date, language and description are taken into
 * @extraction. Returns where the text after them starts; @text where there are
 * none. */
const char *_sb_front_matter_read (const char *text,
                                   SbExtraction *extraction);

G_END_DECLS
