/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-fit-memory-private.h"
#include "sb-typesetter.h"

G_BEGIN_DECLS

/* What was tried on its paper. Borrowed. */
SbFitMemory *_sb_typesetter_get_fit_memory (SbTypesetter *self);

G_END_DECLS
