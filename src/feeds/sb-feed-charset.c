/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-feeds"

#include "config.h"

#include "sb-feed-charset.h"

#include "sb-html-text.h"

#include <errno.h>
#include <string.h>

/* How far into the file the XML declaration is looked for, in bytes. */
#define DECLARATION_WINDOW 1024
#define REPLACEMENT        "\xef\xbf\xbd"

typedef struct
{
  const char *data;
  gsize size;
} Slice;

typedef struct
{
  const char *bytes;
  gsize n_bytes;
  const char *charset;
} Signature;

/* Longest first: the mark of UTF-32 starts with that of UTF-16. */
static const Signature byte_order_marks[] = {
  { "\0\0\xfe\xff", 4, "UTF-32BE" },
  { "\xff\xfe\0\0", 4, "UTF-32LE" },
  { "\xef\xbb\xbf", 3, "UTF-8" },
  { "\xfe\xff", 2, "UTF-16BE" },
  { "\xff\xfe", 2, "UTF-16LE" },
};

static const Signature unmarked_starts[] = {
  { "\0\0\0<", 4, "UTF-32BE" },
  { "<\0\0\0", 4, "UTF-32LE" },
  { "\0<\0", 3, "UTF-16BE" },
  { "<\0", 2, "UTF-16LE" },
};

static const Signature *
find_signature (const Signature *signatures,
                gsize n_signatures,
                Slice slice)
{
  for (gsize i = 0; i < n_signatures; i++)
    {
      if (slice.size >= signatures[i].n_bytes &&
          memcmp (slice.data, signatures[i].bytes, signatures[i].n_bytes) == 0)
        return &signatures[i];
    }

  return NULL;
}

/* The encoding that the XML declaration names, read as ASCII. */
static char *
read_declaration (Slice slice)
{
  g_autofree char *start = g_strndup (slice.data, MIN (slice.size, DECLARATION_WINDOW));
  char *declaration = strstr (start, "<?xml");
  char *name;
  char quote;

  if (declaration == NULL || strstr (declaration, "?>") == NULL)
    return NULL;
  *strstr (declaration, "?>") = '\0';
  name = strstr (declaration, "encoding");
  if (name == NULL)
    return NULL;

  name += strlen ("encoding");
  name += strspn (name, " \t\r\n=");
  quote = *name;
  if (quote != '"' && quote != '\'')
    return NULL;
  name++;
  name[strcspn (name, "\"'")] = '\0';

  return g_strdup (g_strstrip (name));
}

static gboolean
is_single_byte (const char *charset)
{
  return g_ascii_strncasecmp (charset, "iso-8859", 8) == 0 ||
         g_ascii_strncasecmp (charset, "iso8859", 7) == 0 ||
         g_ascii_strncasecmp (charset, "windows-125", 11) == 0 ||
         g_ascii_strncasecmp (charset, "cp125", 5) == 0 ||
         g_ascii_strncasecmp (charset, "latin", 5) == 0 ||
         g_ascii_strcasecmp (charset, "us-ascii") == 0 ||
         g_ascii_strcasecmp (charset, "ascii") == 0;
}

/* What a label means to browsers, which is what publishers test with; UTF-16
 * without the bytes for it is a label that was forgotten there. */
static const char *
correct_label (const char *label)
{
  static const char *const windows_1252[] = { "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1",
                                              "latin-1", "us-ascii", "ascii", "l1", "cp1252" };
  static const char *const others[][2] = {
    { "utf8", "UTF-8" },
    { "gb2312", "GB18030" },
    { "gbk", "GB18030" },
    { "shift_jis", "CP932" },
    { "shift-jis", "CP932" },
    { "x-sjis", "CP932" },
    { "ks_c_5601-1987", "CP949" },
    { "euc-kr", "CP949" },
    { "iso-8859-9", "windows-1254" },
    { "x-mac-roman", "MACINTOSH" },
    { "tis-620", "windows-874" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (windows_1252); i++)
    {
      if (g_ascii_strcasecmp (label, windows_1252[i]) == 0)
        return "windows-1252";
    }
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      if (g_ascii_strcasecmp (label, others[i][0]) == 0)
        return others[i][1];
    }
  if (g_ascii_strncasecmp (label, "utf-16", 6) == 0 || g_ascii_strncasecmp (label, "utf-32", 6) == 0 ||
      g_ascii_strncasecmp (label, "ucs-", 4) == 0)
    return "UTF-8";

  return label;
}

/* TRUE when most of what is not ASCII is UTF-8: then it is UTF-8 with accidents,
 * and otherwise a single-byte set in which some pairs look like UTF-8. */
static gboolean
is_mostly_utf8 (Slice slice)
{
  const guchar *p = (const guchar *) slice.data;
  const guchar *end = p + slice.size;
  gsize n_sequences = 0;
  gsize n_strays = 0;

  while (p < end)
    {
      gunichar character;

      if (*p < 0x80)
        {
          p++;
          continue;
        }
      character = g_utf8_get_char_validated ((const char *) p, end - p);
      if (character == (gunichar) -1 || character == (gunichar) -2)
        {
          n_strays++;
          p++;
          continue;
        }
      n_sequences++;
      p += g_utf8_skip[*p];
    }

  return n_sequences > n_strays;
}

/* Keeps what is UTF-8 and reads every other byte as windows-1252. */
static GString *
decode_bytes (Slice slice)
{
  const char *p = slice.data;
  const char *end = slice.data + slice.size;
  gboolean mixed;
  GString *out;

  if (g_utf8_validate_len (p, slice.size, NULL))
    return g_string_new_len (p, (gssize) slice.size);

  out = g_string_sized_new (slice.size + 64);
  mixed = is_mostly_utf8 (slice);

  while (p < end)
    {
      const char *bad = p;

      if (mixed)
        g_utf8_validate_len (p, end - p, &bad);
      else
        while (bad < end && (guchar) *bad < 0x80)
          bad++;
      g_string_append_len (out, p, bad - p);
      if (bad < end)
        g_string_append_unichar (out, sb_html_number_to_character ((guchar) *bad++));
      p = bad;
    }

  return out;
}

/* Returns NULL when @charset is not known; bytes that are not of it become
 * U+FFFD. */
static GString *
decode_charset (Slice slice,
                const char *charset)
{
  GIConv converter = g_iconv_open ("UTF-8", charset);
  GString *out;
  char *in = (char *) slice.data;
  gsize n_in = slice.size;

  if (converter == (GIConv) -1)
    return NULL;

  out = g_string_sized_new (slice.size + slice.size / 4 + 64);
  while (n_in > 0)
    {
      char buffer[4096];
      char *next = buffer;
      gsize n_next = sizeof buffer;
      gsize result = g_iconv (converter, &in, &n_in, &next, &n_next);

      g_string_append_len (out, buffer, next - buffer);
      if (result != (gsize) -1 || errno == E2BIG)
        continue;
      g_string_append (out, REPLACEMENT);
      in++;
      n_in--;
    }
  g_iconv_close (converter);

  return out;
}

/* Returns NULL when the label is not known. */
static GString *
decode_labelled (Slice slice,
                 const char *label)
{
  const char *charset = correct_label (label);

  if (g_ascii_strcasecmp (charset, "UTF-8") == 0)
    return decode_bytes (slice);
  if (is_single_byte (label) && g_utf8_validate_len (slice.data, slice.size, NULL))
    return g_string_new_len (slice.data, slice.size);

  return decode_charset (slice, charset);
}

/* Returns NULL when nothing in the bytes says it. */
static GString *
decode_signed (Slice slice)
{
  const Signature *mark = find_signature (byte_order_marks, G_N_ELEMENTS (byte_order_marks), slice);
  const Signature *start = find_signature (unmarked_starts, G_N_ELEMENTS (unmarked_starts), slice);

  if (mark == NULL)
    return start != NULL ? decode_charset (slice, start->charset) : NULL;

  slice.data += mark->n_bytes;
  slice.size -= mark->n_bytes;
  if (g_str_equal (mark->charset, "UTF-8"))
    return decode_bytes (slice);

  return decode_charset (slice, mark->charset);
}

char *
sb_feed_charset_decode (GBytes *bytes,
                        const char *http_charset,
                        gsize *length)
{
  Slice slice = { NULL, 0 };
  GString *text = NULL;

  slice.data = g_bytes_get_data (bytes, &slice.size);
  *length = 0;

  /* No bytes may have no address. */
  if (slice.size == 0)
    return g_strdup ("");

  text = decode_signed (slice);
  if (text == NULL && http_charset != NULL)
    text = decode_labelled (slice, http_charset);
  if (text == NULL)
    {
      g_autofree char *declared = read_declaration (slice);

      if (declared != NULL)
        text = decode_labelled (slice, declared);
    }
  if (text == NULL)
    text = decode_bytes (slice);

  *length = text->len;
  return g_string_free (text, FALSE);
}

char *
sb_feed_charset_from_content_type (const char *content_type)
{
  g_auto (GStrv) parts = g_strsplit (content_type, ";", 8);

  for (guint i = 1; parts[0] != NULL && parts[i] != NULL; i++)
    {
      char *part = g_strstrip (parts[i]);
      g_autofree char *charset = NULL;

      if (g_ascii_strncasecmp (part, "charset=", 8) != 0)
        continue;
      charset = g_strdup (part + 8);
      g_strdelimit (charset, "\"'", ' ');
      g_strstrip (charset);
      return *charset != '\0' ? g_steal_pointer (&charset) : NULL;
    }

  return NULL;
}
