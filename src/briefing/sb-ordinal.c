/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-ordinal-private.h"

#include <string.h>

static gboolean
is_ending (const char *at,
           gsize length)
{
  return length >= SB_ORDINAL_LENGTH && (strncmp (at, "er", SB_ORDINAL_LENGTH) == 0 || strncmp (at, "re", SB_ORDINAL_LENGTH) == 0) &&
         (length == SB_ORDINAL_LENGTH || !g_ascii_isalnum (at[SB_ORDINAL_LENGTH]));
}

const char *
_sb_ordinal_find (const char *text,
                  const char *end)
{
  const char *stop = end != NULL ? end : text + strlen (text);

  for (const char *at = memchr (text, '1', (gsize) (stop - text)); at != NULL; at = memchr (at + 1, '1', (gsize) (stop - at - 1)))
    if (!(at > text && g_ascii_isdigit (at[-1])) && is_ending (at + 1, (gsize) (stop - at - 1)))
      return at + 1;

  return NULL;
}
