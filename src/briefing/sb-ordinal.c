/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-ordinal-private.h"

#include <string.h>

const char *
_sb_ordinal_find_ending (const char *text,
                         const char *from)
{
  for (const char *at = strchr (from, '1'); at != NULL; at = strchr (at + 1, '1'))
    {
      const char *ending = at + 1;
      gboolean is_ordinal = g_str_has_prefix (ending, "er") || g_str_has_prefix (ending, "re");

      if (is_ordinal && !g_ascii_isalnum (ending[SB_ORDINAL_ENDING]) && (at == text || !g_ascii_isdigit (at[-1])))
        return ending;
    }

  return NULL;
}
