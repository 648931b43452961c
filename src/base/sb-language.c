/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-base"

#include "config.h"

#include "sb-language.h"

#include <libintl.h>
#include <string.h>

static const char *const codes[SB_N_LANGUAGES] = {
  [SB_LANGUAGE_FR] = "fr",
  [SB_LANGUAGE_EN] = "en",
};

const char *
sb_language_get_code (SbLanguage language)
{
  g_return_val_if_fail ((guint) language < SB_N_LANGUAGES, "en");

  return codes[language];
}

gboolean
sb_language_parse (const char *code,
                   SbLanguage *language)
{
  g_return_val_if_fail (language != NULL, FALSE);

  if (code == NULL)
    return FALSE;

  for (guint i = 0; i < SB_N_LANGUAGES; i++)
    {
      if (g_ascii_strncasecmp (code, codes[i], 2) == 0 && !g_ascii_isalpha (code[2]))
        {
          *language = i;
          return TRUE;
        }
    }

  return FALSE;
}

SbLanguage
sb_language_get_interface (void)
{
  SbLanguage language = SB_LANGUAGE_EN;
  const char *header, *field;

  /* The translation of "" is the header of the catalogue that gettext found
   * for the user, or "" itself when it found none. Asking the catalogue is the
   * only way that never disagrees with what the window says. */
  header = dgettext (GETTEXT_PACKAGE, "");
  field = strstr (header, "\nLanguage: ");
  if (field != NULL)
    sb_language_parse (field + strlen ("\nLanguage: "), &language);

  return language;
}
