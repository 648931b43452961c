/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-block-builder.h"

G_BEGIN_DECLS

/* Appends @text with the marks that Markdown leaves in plain text turned into
 * spans: **strong**, *emphasis*, [words](address). A mark without its partner
 * is text. */
void _sb_append_marked (SbBlockBuilder *builder,
                        const char *text);

G_END_DECLS
