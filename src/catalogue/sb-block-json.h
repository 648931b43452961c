/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <json-glib/json-glib.h>

#include "sb-block.h"

G_BEGIN_DECLS

/* Blocks of text as JSON: {"kind","level","page","text","spans":[{"kind",
 * "start","end","target"}]}, members left out when they are 0 or empty. In the
 * catalogue the text of all blocks stands apart, and each block has its
 * "length" in characters in place of "text". */

void _sb_blocks_write_json (GPtrArray *blocks,
                            JsonBuilder *builder);

/* (element-type SbBlock) */
GPtrArray *_sb_blocks_from_json (JsonArray *array,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The JSON of the catalogue, without the text. */
char *_sb_blocks_to_layout (GPtrArray *blocks) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *_sb_blocks_from_layout (const char *layout,
                                   const char *text,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
