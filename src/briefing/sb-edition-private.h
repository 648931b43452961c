/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-edition.h"

G_BEGIN_DECLS

/* What is missing of what it prints of the catalogue: sources, translations
 * (element-type SbLack). */
GPtrArray *_sb_edition_get_lacks (const SbEdition *self);

G_END_DECLS
