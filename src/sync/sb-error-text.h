/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gio/gio.h>

#include "sb-language.h"

G_BEGIN_DECLS

/* What went wrong, in one sentence for the reader in @language, and what can be
 * done where something can. The only place where errors are worded: the window
 * and the command line both end here. */
char *sb_error_text (const GError *error,
                     SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
