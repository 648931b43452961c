/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Takes such blocks out of @blocks (element-type SbBlock), and everything
 * after the head of a comment form near the end. */
void _sb_drop_boilerplate (GPtrArray *blocks);

/* Takes off a last page of imprint and contact details: short pieces without
 * sentences, with addresses or telephone numbers among them. */
void _sb_drop_imprint (GPtrArray *blocks);

G_END_DECLS
