/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-base"

#include "config.h"

#include "sb-characters.h"

#include <string.h>

/* Each character has one byte that is its first; eight bytes at a time. */
gsize
sb_count_characters (const char *text,
                     gsize n_bytes)
{
  gsize n = 0;
  gsize i;

  g_return_val_if_fail (text != NULL || n_bytes == 0, 0);

  for (i = 0; i + sizeof (guint64) <= n_bytes; i += sizeof (guint64))
    {
      guint64 bytes;

      memcpy (&bytes, text + i, sizeof bytes);
      /* Bit 7 without bit 6 is a byte that goes on. */
      bytes &= ~(bytes << 1) & G_GUINT64_CONSTANT (0x8080808080808080);
      n += sizeof bytes - (gsize) ((bytes >> 7) * G_GUINT64_CONSTANT (0x0101010101010101) >> 56);
    }
  for (; i < n_bytes; i++)
    n += ((guchar) text[i] & 0xC0) != 0x80 ? 1 : 0;

  return n;
}
