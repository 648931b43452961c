/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SbLanguage:
 *
 * The two languages in which the program speaks, names things and prints.
 * The language of a document may be any other: that is a BCP 47 tag, a string.
 */
typedef enum
{
  SB_LANGUAGE_FR,
  SB_LANGUAGE_EN,
} SbLanguage;

#define SB_N_LANGUAGES 2

/* The ISO 639-1 code, "fr" or "en"; static. */
const char *sb_language_get_code (SbLanguage language);

/* Reads "fr", "en" or a tag that starts so ("fr-ML", "en_GB.UTF-8"); returns
 * FALSE and leaves @language alone for anything else. */
gboolean sb_language_parse (const char *code,
                            SbLanguage *language);

/* The language of the interface: what gettext shows messages in. Only the
 * interface may ask; what is printed takes its language as an argument. */
SbLanguage sb_language_get_interface (void);

G_END_DECLS
