/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-form-dialog.h"
#include "sb-sync.h"

G_BEGIN_DECLS

/**
 * SbSignInDialog:
 *
 * Asks who asks a data service, and says in place what is wrong. Nothing that is
 * typed is kept by it. Closes when the service has accepted it.
 *
 * The message of its signal "done" says so, or that the sign-in could not be kept for
 * longer than the program runs.
 */
#define SB_TYPE_SIGN_IN_DIALOG (sb_sign_in_dialog_get_type ())

G_DECLARE_FINAL_TYPE (SbSignInDialog, sb_sign_in_dialog, SB, SIGN_IN_DIALOG, SbFormDialog)

/* @service is one that has a form (sb_service_get_sign_in_form()). */
SbSignInDialog *sb_sign_in_dialog_new (SbSync *sync,
                                       const SbService *service);

G_END_DECLS
