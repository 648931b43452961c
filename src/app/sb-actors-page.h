/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-page.h"

G_BEGIN_DECLS

/**
 * SbActorsPage:
 *
 * All actors, by kind and family, beside the dossier of the one that is selected; a
 * second dossier can be kept beside it, to compare the two.
 */
#define SB_TYPE_ACTORS_PAGE (sb_actors_page_get_type ())

G_DECLARE_FINAL_TYPE (SbActorsPage, sb_actors_page, SB, ACTORS_PAGE, SbPage)

G_END_DECLS
