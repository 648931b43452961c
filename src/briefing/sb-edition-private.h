/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-edition.h"

G_BEGIN_DECLS

/* The facts of the catalogue that it prints without a source (element-type SbUnsourced). */
GPtrArray *_sb_edition_get_unsourced (const SbEdition *self);

G_END_DECLS
