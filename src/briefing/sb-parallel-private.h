/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-composition.h"

G_BEGIN_DECLS

/* One document of two that say the same in two languages: what runs as text stands in
 * pairs, side by side; what needs the width of the page stands one under the other; a
 * picture stands once, under both of its titles. Pieces that only one of the two has stand
 * alone on their side. Its notes are those of @left, its properties those of both. */
SbComposition *_sb_parallel_compose (SbComposition *left,
                                     SbComposition *right) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
