/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Takes out of @blocks (element-type SbBlock) what a page sets between or
 * after the paragraphs to lead on to other pages: linked headlines with a
 * sentence below, "Read also: …", rows of links. */
void _sb_drop_teasers (GPtrArray *blocks);

G_END_DECLS
