/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-extraction-private.h"

G_BEGIN_DECLS

/* Takes off the blocks before the first prose that only repeat the title, the
 * byline or the date, what of the first @n_lead blocks comes again in those
 * after it, and headings at the end that stand over nothing. */
void _sb_trim_article (SbExtraction *extraction,
                       guint n_lead);

G_END_DECLS
