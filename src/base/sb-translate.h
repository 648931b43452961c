/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

#include "sb-language.h"

G_BEGIN_DECLS

/* Translation into a language that is named, whatever the locale: for what is
 * printed and exported, which has a language of its own. The messages are the
 * ones of po/, embedded in the program. English is the message itself. The
 * result is static. Any thread may call these. */
const char *sb_translate (SbLanguage language,
                          const char *message) G_GNUC_FORMAT (2);
const char *sb_translate_context (SbLanguage language,
                                  const char *context,
                                  const char *message) G_GNUC_FORMAT (3);
const char *sb_translate_plural (SbLanguage language,
                                 const char *singular,
                                 const char *plural,
                                 gulong n) G_GNUC_FORMAT (2) G_GNUC_FORMAT (3);

G_END_DECLS
