/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-composition.h"

G_BEGIN_DECLS

/* How likelihood is worded in a document, by the rules of ICD 203. What is quoted is
 * somebody else's and is passed over. */
typedef struct
{
  guint n_off_scale; /* words of likelihood that are of no band of any scale */
  guint n_mixed; /* sentences with both a likelihood and a confidence */
} SbLikelihoodCheck;

SbLikelihoodCheck _sb_likelihood_check (const SbComposition *composition);

G_END_DECLS
