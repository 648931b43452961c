/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-briefing-finding.h"
#include "sb-edition.h"

G_BEGIN_DECLS

/* What is checked before a briefing is issued. */

/* Looks through the @editions that were composed of @template and @input, in one language
 * or in both, and through the texts that they are made of; by their order on paper
 * (element-type SbBriefingFinding). No I/O; some tens of milliseconds: run in a worker
 * by the window. */
GPtrArray *sb_briefing_checks_run (SbTemplate *template,
                                   const SbBriefingInput *input,
                                   SbEdition *const *editions,
                                   guint n_editions) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
