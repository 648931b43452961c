/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-charset.h"

#include <string.h>

/* How far into a page its character set may be named, in bytes. */
#define HEAD_SIZE 4096

/* As much as is looked at to tell UTF-16 by its zero bytes. */
#define SNIFF_SIZE 4096

/* Names that the web uses for something wider than what they say, see the
 * WHATWG Encoding Standard. */
static const struct
{
  const char *label;
  const char *charset;
} aliases[] = {
  { "iso-8859-1", "WINDOWS-1252" },
  { "iso8859-1", "WINDOWS-1252" },
  { "latin1", "WINDOWS-1252" },
  { "us-ascii", "WINDOWS-1252" },
  { "ascii", "WINDOWS-1252" },
  { "cp1252", "WINDOWS-1252" },
  { "x-sjis", "CP932" },
  { "shift_jis", "CP932" },
  { "shift-jis", "CP932" },
  { "gb2312", "GB18030" },
  { "gbk", "GB18030" },
  { "x-gbk", "GB18030" },
  { "ks_c_5601-1987", "UHC" },
  { "euc-kr", "UHC" },
  { "big5", "BIG5-HKSCS" },
  { "iso-8859-9", "WINDOWS-1254" },
  { "iso-8859-11", "CP874" },
};

static gboolean
is_utf8_name (const char *name)
{
  return g_ascii_strcasecmp (name, "utf-8") == 0 || g_ascii_strcasecmp (name, "utf8") == 0;
}

/* Takes out NUL and makes the text valid whatever it was. */
static char *
finish_text (GString *text,
             gsize *length)
{
  gsize kept = 0;

  for (gsize i = 0; i < text->len; i++)
    if (text->str[i] != '\0')
      text->str[kept++] = text->str[i];
  g_string_truncate (text, kept);
  if (!g_utf8_validate_len (text->str, text->len, NULL))
    {
      g_autofree char *valid = g_utf8_make_valid (text->str, (gssize) text->len);

      g_string_assign (text, valid);
    }
  *length = text->len;
  return g_string_free (text, FALSE);
}

/* Converts with iconv, a replacement character for each byte that it refuses;
 * returns NULL when there is no such character set. */
static GString *
convert (const guint8 *data,
         gsize size,
         const char *charset,
         gsize *n_refused)
{
  char buffer[8192];
  char *in = (char *) data;
  gsize in_left = size;
  GIConv cd = g_iconv_open ("UTF-8", charset);
  GString *text;

  if (cd == (GIConv) -1)
    return NULL;
  text = g_string_sized_new (size + size / 2);
  *n_refused = 0;
  while (in_left > 0)
    {
      char *out = buffer;
      gsize out_left = sizeof buffer;
      gsize result = g_iconv (cd, &in, &in_left, &out, &out_left);

      g_string_append_len (text, buffer, out - buffer);
      if (result != (gsize) -1 || out_left < 16 || in_left == 0)
        continue;
      g_string_append (text, "\357\277\275");
      (*n_refused)++;
      in++;
      in_left--;
    }
  g_iconv_close (cd);
  return text;
}

/* Text that is UTF-8 but for a few bytes, which are read as windows-1252: what
 * a page pasted together from two sources looks like. */
static GString *
repair_utf8 (const guint8 *data,
             gsize size)
{
  GString *text = g_string_sized_new (size + 64);
  const char *p = (const char *) data;
  const char *end = p + size;

  while (p < end)
    {
      const char *bad;

      if (g_utf8_validate_len (p, (gsize) (end - p), &bad))
        bad = end;
      g_string_append_len (text, p, bad - p);
      p = bad;
      if (p < end)
        {
          gsize refused;
          g_autoptr (GString) one = convert ((const guint8 *) p, 1, "WINDOWS-1252", &refused);

          if (one != NULL)
            g_string_append_len (text, one->str, (gssize) one->len);
          p++;
        }
    }
  return text;
}

/* TRUE when most characters beyond ASCII are whole UTF-8 sequences. */
static gboolean
is_mostly_utf8 (const guint8 *data,
                gsize size)
{
  const char *p = (const char *) data;
  const char *end = p + size;
  gsize bad = 0;
  gsize good = 0;

  while (p < end)
    {
      gunichar c = (guchar) *p < 0x80 ? 'a' : g_utf8_get_char_validated (p, end - p);

      if (c == (gunichar) -1 || c == (gunichar) -2)
        {
          bad++;
          p++;
          continue;
        }
      good += (guchar) *p >= 0x80 ? 1 : 0;
      p = (guchar) *p < 0x80 ? p + 1 : g_utf8_next_char (p);
    }
  return good > bad * 4;
}

/* Letters with accents in French text, as sets that are laid out otherwise than
 * windows-1252 have them: à â ç è é ê ë î ù û as far as that set has no quotation
 * marks, dots or ligatures there, which touch letters too. */
static const struct
{
  const char *charset;
  const char *letters;
} layouts[] = {
  { "WINDOWS-1252", "\340\342\347\350\351\352\353\356\371\373" },
  { "MACINTOSH", "\210\211\215\217\216\220\235\236" },
  { "CP850", "\203\207\212\202\210" },
};

/* The layout by which most bytes beyond ASCII that touch a letter are one of
 * those; NULL when there are none. */
static const char *
guess_layout (const guint8 *data,
              gsize size)
{
  gsize hits[G_N_ELEMENTS (layouts)] = { 0 };
  guint best = 0;

  for (gsize i = 0; i < size; i++)
    {
      gboolean touches = (i > 0 && g_ascii_isalpha (data[i - 1])) || (i + 1 < size && g_ascii_isalpha (data[i + 1]));

      for (guint j = 0; j < G_N_ELEMENTS (layouts) && touches && data[i] >= 0x80; j++)
        hits[j] += strchr (layouts[j].letters, data[i]) != NULL ? 1 : 0;
    }
  for (guint j = 1; j < G_N_ELEMENTS (layouts); j++)
    if (hits[j] > hits[best])
      best = j;
  return hits[best] > 0 ? layouts[best].charset : NULL;
}

/* Text of a script that has all its letters beyond ASCII. The commonest pair of
 * Arabic, alif and lam, tells its two sets apart; the last letters of Russian
 * are marks over Arabic ones, which are seldom written. */
static const char *
guess_other_script (const guint8 *data,
                    gsize size,
                    gsize n_high)
{
  gsize n_last = 0;
  gsize n_windows = 0;
  gsize n_iso = 0;

  for (gsize i = 0; i < size; i++)
    {
      n_last += data[i] >= 0xee ? 1 : 0;
      n_windows += data[i] == 0xc7 && i + 1 < size && data[i + 1] == 0xe1 ? 1 : 0;
      n_iso += data[i] == 0xc7 && i + 1 < size && data[i + 1] == 0xe4 ? 1 : 0;
    }
  if (n_last * 5 > n_high)
    return "WINDOWS-1251";
  return n_iso > n_windows ? "ISO-8859-6" : "WINDOWS-1256";
}

/* One-byte text of which the set is not named. Arabic and Russian have more
 * letters beyond ASCII than within. ISO 8859-15 has no printable 80–9F, and
 * its œ and ž stand where windows-1252 has fractions, which do not touch
 * letters. */
static const char *
guess_one_byte_charset (const guint8 *data,
                        gsize size)
{
  const char *layout;
  gsize n_ascii = 0;
  gsize n_high = 0;
  gsize n_c1 = 0;
  gsize n_latin9 = 0;

  for (gsize i = 0; i < size; i++)
    {
      guint8 c = data[i];

      n_ascii += g_ascii_isalpha (c) ? 1 : 0;
      n_high += c >= 0xc0 ? 1 : 0;
      n_c1 += c >= 0x80 && c <= 0x9f ? 1 : 0;
      if ((c == 0xbd || c == 0xbc || c == 0xa6 || c == 0xa8 || c == 0xb4 || c == 0xb8 || c == 0xbe) &&
          i + 1 < size && g_ascii_isalpha (data[i + 1]))
        n_latin9++;
    }
  if (n_high > n_ascii)
    return guess_other_script (data, size, n_high);
  layout = guess_layout (data, size);
  if (layout != NULL && !g_str_equal (layout, "WINDOWS-1252"))
    return layout;
  return n_c1 == 0 && n_latin9 > 0 ? "ISO-8859-15" : "WINDOWS-1252";
}

/* UTF-16 without a mark: text has its blanks and its line ends there as a zero
 * byte beside a plain one, always on the same side, and no other zero bytes.
 * NULL when it is none. */
static const char *
guess_utf16 (const guint8 *data,
             gsize size)
{
  gsize n_pairs = MIN (size, SNIFF_SIZE) / 2;
  gsize n_low = 0;
  gsize n_high = 0;
  gsize n_blank = 0;

  if (n_pairs < 2 || size % 2 != 0)
    return NULL;
  for (gsize i = 0; i < n_pairs; i++)
    {
      const guint8 *pair = data + 2 * i;
      guint8 other = pair[0] == 0 ? pair[1] : pair[0];

      n_low += pair[0] == 0 ? 1 : 0;
      n_high += pair[1] == 0 ? 1 : 0;
      n_blank += (pair[0] == 0 || pair[1] == 0) && other != 0 && strchr (" \n\r\t.,", other) != NULL ? 1 : 0;
    }
  if (MAX (n_low, n_high) < n_pairs / 2 && n_blank < n_pairs / 12 + 1)
    return NULL;
  if (n_high > 0 && n_low == 0)
    return "UTF-16LE";
  return n_low > 0 && n_high == 0 ? "UTF-16BE" : NULL;
}

static const char *
find_byte_order_mark (const guint8 *data,
                      gsize size,
                      gsize *skip)
{
  *skip = 0;
  if (size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      *skip = 3;
      return "UTF-8";
    }
  if (size >= 4 && (memcmp (data, "\xff\xfe\0\0", 4) == 0 || memcmp (data, "\0\0\xfe\xff", 4) == 0))
    {
      *skip = 4;
      return data[0] == 0xff ? "UTF-32LE" : "UTF-32BE";
    }
  if (size >= 2 && (memcmp (data, "\xff\xfe", 2) == 0 || memcmp (data, "\xfe\xff", 2) == 0))
    {
      *skip = 2;
      return data[0] == 0xff ? "UTF-16LE" : "UTF-16BE";
    }
  return guess_utf16 (data, size);
}

/* The text in the set that was declared; NULL when that cannot be right. */
static GString *
decode_as_declared (const guint8 *data,
                    gsize size,
                    const char *declared)
{
  g_autofree char *label = g_ascii_strdown (declared, -1);
  g_autoptr (GString) text = NULL;
  const char *charset = NULL;
  gsize n_refused = 0;

  g_strstrip (label);
  for (guint i = 0; i < G_N_ELEMENTS (aliases); i++)
    if (g_str_equal (aliases[i].label, label))
      charset = aliases[i].charset;
  text = convert (data, size, charset != NULL ? charset : label, &n_refused);
  if (text == NULL || n_refused > size / 50)
    return NULL;
  return g_steal_pointer (&text);
}

char *
_sb_decode (const guint8 *data,
            gsize size,
            const char *declared,
            gsize *length)
{
  gsize skip = 0;
  gsize n_refused;
  const char *marked = NULL;
  GString *text = NULL;

  /* No bytes may have no address. */
  if (size == 0)
    {
      *length = 0;
      return g_strdup ("");
    }

  marked = find_byte_order_mark (data, size, &skip);
  data += skip;
  size -= skip;
  if (marked != NULL && !is_utf8_name (marked))
    text = convert (data, size, marked, &n_refused);
  else if (g_utf8_validate_len ((const char *) data, size, NULL))
    text = g_string_new_len ((const char *) data, (gssize) size);
  else if (declared != NULL && !is_utf8_name (declared))
    text = decode_as_declared (data, size, declared);
  if (text == NULL && is_mostly_utf8 (data, size))
    text = repair_utf8 (data, size);
  if (text == NULL)
    text = convert (data, size, guess_one_byte_charset (data, size), &n_refused);
  if (text == NULL)
    text = repair_utf8 (data, size);
  return finish_text (text, length);
}

/* What stands after @name and an equals sign in one tag. */
static char *
dup_value_in_tag (const char *tag,
                  const char *name)
{
  g_autofree char *text = g_strndup (tag, strcspn (tag, ">"));
  const char *value = strstr (text, name);
  gsize n;

  if (value == NULL)
    return NULL;
  value += strlen (name);
  value += strspn (value, " \t\r\n=\"'");
  n = strcspn (value, " \t\r\n\"';/?");
  return n > 0 && n < 40 ? g_strndup (value, n) : NULL;
}

char *
_sb_charset_in_html (const guint8 *data,
                     gsize size)
{
  g_autofree char *head = NULL;
  char *charset = NULL;

  /* An empty file may come without an address. */
  if (size == 0)
    return NULL;

  head = g_ascii_strdown ((const char *) data, (gssize) MIN (size, HEAD_SIZE));
  for (const char *p = strstr (head, "<meta"); p != NULL && charset == NULL; p = strstr (p + 1, "<meta"))
    charset = dup_value_in_tag (p, "charset");
  if (charset == NULL && g_str_has_prefix (head, "<?xml"))
    charset = dup_value_in_tag (head, "encoding");
  return charset;
}
