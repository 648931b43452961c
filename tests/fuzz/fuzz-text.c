/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-fuzz"

#include "config.h"

#include "sb-text.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize size);

/* Any bytes are folded and set as UTF-8; to fold what is folded does nothing. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize size)
{
  g_autofree char *text = size > 0 ? g_strndup ((const char *) data, size) : g_strdup ("");
  g_autofree char *folded = sb_fold (text);
  g_autofree char *again = sb_fold (folded);

  g_assert_true (g_utf8_validate (folded, -1, NULL));
  g_assert_cmpstr (folded, ==, again);

  for (guint language = 0; language < SB_N_LANGUAGES; language++)
    {
      g_autofree char *set = sb_typeset (text, (SbLanguage) language);

      g_assert_true (g_utf8_validate (set, -1, NULL));
    }
  return 0;
}
