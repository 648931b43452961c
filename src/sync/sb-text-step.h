/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-store.h"

G_BEGIN_DECLS

/**
 * SbTextStep:
 *
 * sb_text_intake_step() in its two halves, for who does other work while the texts are
 * taken out.
 */
typedef struct _SbTextStep SbTextStep;

/* Has other threads take out the next @n_documents texts, at the most. */
SbTextStep *_sb_text_step_begin (SbStore *store,
                                 guint n_documents,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
void _sb_text_step_free (SbTextStep *self);

guint _sb_text_step_get_n_texts (const SbTextStep *self);

/* Stores them, in transactions of its own. */
gboolean _sb_text_step_finish (SbTextStep *self,
                               GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbTextStep, _sb_text_step_free)

G_END_DECLS
