/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SbFetchBudget:
 *
 * How much memory the bodies of one fetcher may take together, from their first
 * byte until the last reference to them is given up. Who would go beyond asks
 * again later, but for one at a time, so that there is always one that gets to
 * its end: it is never more than the budget and one body. Private to this layer.
 *
 * Reference counted, safe to use from any thread.
 */
typedef struct _SbFetchBudget SbFetchBudget;

SbFetchBudget *_sb_fetch_budget_new (gsize max_bytes) G_GNUC_WARN_UNUSED_RESULT;
SbFetchBudget *_sb_fetch_budget_ref (SbFetchBudget *self);
void _sb_fetch_budget_unref (SbFetchBudget *self);

/* @body, which tells who asks, is to grow by @n_bytes. FALSE when it has to
 * wait. */
gboolean _sb_fetch_budget_take (SbFetchBudget *self,
                                GByteArray *body,
                                gsize n_bytes);
/* Takes whatever others have. */
void _sb_fetch_budget_force (SbFetchBudget *self,
                             gsize n_bytes);
/* Gives back all @n_bytes that @body took. */
void _sb_fetch_budget_give (SbFetchBudget *self,
                            GByteArray *body,
                            gsize n_bytes);

/* The bytes of @body (swallowed), which took @n_bytes: what it does not need is
 * given back now, the rest when the bytes are freed. */
GBytes *_sb_fetch_budget_wrap (SbFetchBudget *self,
                               GByteArray *body,
                               gsize n_bytes) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbFetchBudget, _sb_fetch_budget_unref)

G_END_DECLS
