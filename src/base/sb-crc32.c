/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-base"

#include "config.h"

#include "sb-crc32.h"

#define POLYNOMIAL 0xedb88320u
#define N_VALUES   256

static const guint32 *
get_table (void)
{
  static guint32 table[N_VALUES];
  static gsize is_made = 0;

  if (g_once_init_enter (&is_made))
    {
      for (guint i = 0; i < N_VALUES; i++)
        {
          guint32 value = i;

          for (guint bit = 0; bit < 8; bit++)
            value = (value & 1) != 0 ? POLYNOMIAL ^ (value >> 1) : value >> 1;
          table[i] = value;
        }
      g_once_init_leave (&is_made, 1);
    }

  return table;
}

guint32
sb_crc32_update (guint32 crc,
                 gconstpointer data,
                 gsize length)
{
  const guint32 *table = get_table ();
  const guint8 *bytes = data;

  crc = ~crc;
  for (gsize i = 0; i < length; i++)
    crc = table[(crc ^ bytes[i]) & 0xff] ^ (crc >> 8);
  return ~crc;
}
