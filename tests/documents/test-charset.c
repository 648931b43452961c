/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-charset.h"

#include <string.h>

static const struct
{
  const char *name;
  const char *bytes;
  gssize size; /* -1: up to NUL */
  const char *declared;
  const char *text;
} cases[] = {
  { "empty", "", -1, NULL, "" },
  { "utf-8", "d\303\251j\303\240", -1, NULL, "déjà" },
  { "utf-8 declared as latin 1", "d\303\251j\303\240", -1, "iso-8859-1", "déjà" },
  { "byte order mark", "\357\273\277d\303\251", -1, "windows-1252", "dé" },
  { "utf-16le", "\377\376d\0\351\0", 6, NULL, "dé" },
  { "utf-16be", "\376\377\0d\0\351", 6, NULL, "dé" },
  { "utf-16le without mark", "d\0e\0\351\0", 6, NULL, "deé" },
  { "windows-1252", "l\222arm\351e \226 \253 oui \273 \200", -1, NULL, "l’armée – « oui » €" },
  { "windows-1252 without accents", "\223yes\224 he said\205 \221no\222 \214uvre", -1, NULL, "“yes” he said… ‘no’ Œuvre" },
  { "latin 1 means windows-1252", "\223a\224", -1, "ISO-8859-1", "“a”" },
  { "iso-8859-15", "c\275ur et \274uvre", -1, NULL, "cœur et Œuvre" },
  { "windows-1256", "\343\307\341\355 \335\355 \307\341\323\307\315\341", -1, NULL, "مالي في الساحل" },
  { "mac roman", "Le blocus de Kayes a \216t\216 lev\216 pr\217s de la fronti\217re, \307 d\217s l\325\216t\216 \310", -1, NULL, "Le blocus de Kayes a été levé près de la frontière, « dès l’été »" },
  { "dos", "Le blocus de Kayes a \202t\202 lev\202 pr\212s de la fronti\212re", -1, NULL, "Le blocus de Kayes a été levé près de la frontière" },
  { "iso-8859-6", "\307\344\314\352\324 \341\352 \345\307\344\352", -1, NULL, "الجيش في مالي" },
  { "windows-1251", "\300\364\360\350\352\340\355\361\352\350\351 \352\356\360\357\363\361 \342 \314\340\353\350", -1, NULL, "Африканский корпус в Мали" },
  { "arabic in utf-16le without mark", "\055\006\061\006\103\006\051\006\040\000\043\006\062\006\110\006\047\006\057\006\040\000\101\006\112\006\040\000\105\006\047\006\104\006\112\006", 36, NULL, "حركة أزواد في مالي" },
  { "arabic in utf-16be without mark", "\006\055\006\061\006\103\006\051\000\040\006\043\006\062\006\110\006\047\006\057\000\040\006\101\006\112\000\040\006\105\006\047\006\104\006\112", 36, NULL, "حركة أزواد في مالي" },
  { "declared", "\317\360\340\342\344\340", -1, "windows-1251", "Правда" },
  { "unknown name", "d\351j\340", -1, "x-nothing", "déjà" },
  { "false utf-8", "d\351j\340 vu", -1, "utf-8", "déjà vu" },
  { "utf-8 with a stray byte", "\303\251\303\251\303\251\303\251\303\251 l\222eau", -1, "utf-8", "ééééé l’eau" },
  { "NUL", "a\0b", 3, NULL, "ab" },
};

static void
test_decode (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize size = cases[i].size < 0 ? strlen (cases[i].bytes) : (gsize) cases[i].size;
      gsize length;
      g_autofree char *text = _sb_decode ((const guint8 *) cases[i].bytes, size, cases[i].declared, &length);

      g_test_message ("%s", cases[i].name);
      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpuint (length, ==, strlen (text));
    }
}

static const struct
{
  const char *html;
  const char *charset;
} heads[] = {
  { "<html><meta charset=utf-8>", "utf-8" },
  { "<META CHARSET = 'ISO-8859-1' />", "iso-8859-1" },
  { "<meta http-equiv=Content-Type content=\"text/html; charset=windows-1252\">", "windows-1252" },
  { "<script charset=x></script><meta name=a><meta charset=\"koi8-r\">", "koi8-r" },
  { "<?xml version='1.0' encoding='iso-8859-15'?><html>", "iso-8859-15" },
  { "<meta charset=>", NULL },
  { "charset=utf-8", NULL },
  { "", NULL },
};

static void
test_html_head (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      g_autofree char *charset = _sb_charset_in_html ((const guint8 *) heads[i].html, strlen (heads[i].html));

      g_assert_cmpstr (charset, ==, heads[i].charset);
    }
}

/* g_bytes_get_data() is NULL for no bytes. */
static void
test_nothing (void)
{
  gsize length = 1;
  g_autofree char *text = _sb_decode (NULL, 0, NULL, &length);

  g_assert_cmpstr (text, ==, "");
  g_assert_cmpuint (length, ==, 0);
  g_assert_null (_sb_charset_in_html (NULL, 0));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documents/charset/decode", test_decode);
  g_test_add_func ("/documents/charset/html-head", test_html_head);
  g_test_add_func ("/documents/charset/nothing", test_nothing);
  return g_test_run ();
}
