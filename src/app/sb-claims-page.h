/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-page.h"

G_BEGIN_DECLS

/**
 * SbClaimsPage:
 *
 * What is claimed and what is judged: propositions with who says what of them,
 * scenarios with their indicators, and scenarios as competing hypotheses.
 */
#define SB_TYPE_CLAIMS_PAGE (sb_claims_page_get_type ())

G_DECLARE_FINAL_TYPE (SbClaimsPage, sb_claims_page, SB, CLAIMS_PAGE, SbPage)

G_END_DECLS
