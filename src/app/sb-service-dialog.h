/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-form-dialog.h"
#include "sb-sync.h"

G_BEGIN_DECLS

/**
 * SbServiceDialog:
 *
 * Subscribes to a data service: asks which, and what it is to be asked for, and says in
 * place what is wrong. Closes when the feed is there, although nobody may have signed
 * in to the service yet.
 *
 * The message of its signal "done" says what came of it.
 */
#define SB_TYPE_SERVICE_DIALOG (sb_service_dialog_get_type ())

G_DECLARE_FINAL_TYPE (SbServiceDialog, sb_service_dialog, SB, SERVICE_DIALOG, SbFormDialog)

SbServiceDialog *sb_service_dialog_new (SbSync *sync);

G_END_DECLS
