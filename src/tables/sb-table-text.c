/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-tables"

#include "config.h"

#include "sb-table-text.h"

#include <string.h>

#include "sb-feed-charset.h"

#define BYTE_ORDER_MARK "\357\273\277"

/* How far into a text it is looked for what it is. */
#define SNIFF_BYTES 4096

/* The mark that UTF-16 should have begun with: where every second byte is 0, it
 * is; NULL when that is not so. */
static const char *
find_missing_mark (const char *data,
                   gsize size)
{
  guint n_zeros[2] = { 0, 0 };
  gsize n_pairs = MIN (size, SNIFF_BYTES) / 2;

  for (gsize i = 0; i < n_pairs * 2; i++)
    n_zeros[i % 2] += data[i] == '\0' ? 1 : 0;

  if (n_zeros[1] > n_pairs / 2 && n_zeros[0] < n_pairs / 10 + 1)
    return "\xff\xfe";
  if (n_zeros[0] > n_pairs / 2 && n_zeros[1] < n_pairs / 10 + 1)
    return "\xfe\xff";

  return NULL;
}

static char *
decode_other (GBytes *bytes,
              gsize *length)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  const char *mark = find_missing_mark (data, size);
  g_autoptr (GBytes) marked = NULL;
  GByteArray *array;
  char *text;

  if (mark != NULL)
    {
      array = g_byte_array_sized_new ((guint) size + 2);
      g_byte_array_append (array, (const guint8 *) mark, 2);
      g_byte_array_append (array, (const guint8 *) data, (guint) size);
      marked = g_byte_array_free_to_bytes (array);
    }

  text = sb_feed_charset_decode (marked != NULL ? marked : bytes, NULL, length);
  for (char *nul = text; (nul = memchr (nul, '\0', (gsize) (text + *length - nul))) != NULL;)
    *nul = ' ';
  return text;
}

GBytes *
sb_table_text_decode (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  gsize start = size >= 3 && memcmp (data, BYTE_ORDER_MARK, 3) == 0 ? 3 : 0;
  gsize length = 0;
  char *text;

  if (size == start || g_utf8_validate_len (data + start, size - start, NULL))
    return g_bytes_new_from_bytes (bytes, start, size - start);

  text = decode_other (bytes, &length);
  return g_bytes_new_take (text, length);
}

gboolean
sb_table_text_is_html (const char *head)
{
  return g_ascii_strncasecmp (head, "<!doctype html", 14) == 0 || g_ascii_strncasecmp (head, "<html", 5) == 0;
}
