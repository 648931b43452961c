/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <adwaita.h>

#include "sb-find-item.h"
#include "sb-finder.h"

G_BEGIN_DECLS

/**
 * SbFindDialog:
 *
 * Finds everything, as one types: an entry and what is meant by it below. The arrows
 * choose while the keyboard stays in the entry; Enter opens, Ctrl+Enter shows it on the
 * map, Escape closes.
 *
 * Signal "chosen" (SbFindItem, gboolean on_map): it is to be opened; the dialog
 * closes.
 */
#define SB_TYPE_FIND_DIALOG (sb_find_dialog_get_type ())

G_DECLARE_FINAL_TYPE (SbFindDialog, sb_find_dialog, SB, FIND_DIALOG, AdwWindow)

SbFindDialog *sb_find_dialog_new (SbFinder *finder,
                                  GtkWindow *parent);

G_END_DECLS
