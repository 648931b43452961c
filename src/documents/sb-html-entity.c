/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-html-entity.h"

#include <string.h>

/* No name is longer. */
#define MAX_NAME 8

/* Sorted by the bytes of the names. */
static const struct
{
  char name[MAX_NAME];
  char text[4];
} entities[] = {
  { "AElig", "Æ" },
  { "Aacute", "Á" },
  { "Acirc", "Â" },
  { "Agrave", "À" },
  { "Aring", "Å" },
  { "Atilde", "Ã" },
  { "Auml", "Ä" },
  { "Ccedil", "Ç" },
  { "Dagger", "‡" },
  { "Eacute", "É" },
  { "Ecirc", "Ê" },
  { "Egrave", "È" },
  { "Euml", "Ë" },
  { "Iacute", "Í" },
  { "Icirc", "Î" },
  { "Igrave", "Ì" },
  { "Iuml", "Ï" },
  { "Ntilde", "Ñ" },
  { "OElig", "Œ" },
  { "Oacute", "Ó" },
  { "Ocirc", "Ô" },
  { "Ograve", "Ò" },
  { "Oslash", "Ø" },
  { "Otilde", "Õ" },
  { "Ouml", "Ö" },
  { "Scaron", "Š" },
  { "Uacute", "Ú" },
  { "Ucirc", "Û" },
  { "Ugrave", "Ù" },
  { "Uuml", "Ü" },
  { "Yacute", "Ý" },
  { "Yuml", "Ÿ" },
  { "aacute", "á" },
  { "acirc", "â" },
  { "acute", "´" },
  { "aelig", "æ" },
  { "agrave", "à" },
  { "amp", "&" },
  { "apos", "'" },
  { "aring", "å" },
  { "atilde", "ã" },
  { "auml", "ä" },
  { "bdquo", "„" },
  { "bull", "•" },
  { "ccedil", "ç" },
  { "cedil", "¸" },
  { "cent", "¢" },
  { "copy", "©" },
  { "dagger", "†" },
  { "deg", "°" },
  { "divide", "÷" },
  { "eacute", "é" },
  { "ecirc", "ê" },
  { "egrave", "è" },
  { "emsp", "\342\200\203" },
  { "ensp", "\342\200\202" },
  { "euml", "ë" },
  { "euro", "€" },
  { "frac12", "½" },
  { "frac14", "¼" },
  { "frac34", "¾" },
  { "gt", ">" },
  { "hellip", "…" },
  { "iacute", "í" },
  { "icirc", "î" },
  { "iexcl", "¡" },
  { "igrave", "ì" },
  { "iquest", "¿" },
  { "iuml", "ï" },
  { "laquo", "«" },
  { "larr", "←" },
  { "ldquo", "“" },
  { "lrm", "\342\200\216" },
  { "lsaquo", "‹" },
  { "lsquo", "‘" },
  { "lt", "<" },
  { "mdash", "—" },
  { "micro", "µ" },
  { "middot", "·" },
  { "minus", "−" },
  { "nbsp", "\302\240" },
  { "ndash", "–" },
  { "ntilde", "ñ" },
  { "oacute", "ó" },
  { "ocirc", "ô" },
  { "oelig", "œ" },
  { "ograve", "ò" },
  { "ordf", "ª" },
  { "ordm", "º" },
  { "oslash", "ø" },
  { "otilde", "õ" },
  { "ouml", "ö" },
  { "para", "¶" },
  { "permil", "‰" },
  { "plusmn", "±" },
  { "pound", "£" },
  { "quot", "\"" },
  { "raquo", "»" },
  { "rarr", "→" },
  { "rdquo", "”" },
  { "reg", "®" },
  { "rlm", "\342\200\217" },
  { "rsaquo", "›" },
  { "rsquo", "’" },
  { "sbquo", "‚" },
  { "scaron", "š" },
  { "sect", "§" },
  { "shy", "\302\255" },
  { "sup2", "²" },
  { "sup3", "³" },
  { "szlig", "ß" },
  { "thinsp", "\342\200\211" },
  { "times", "×" },
  { "trade", "™" },
  { "uacute", "ú" },
  { "ucirc", "û" },
  { "ugrave", "ù" },
  { "uuml", "ü" },
  { "yacute", "ý" },
  { "yen", "¥" },
  { "yuml", "ÿ" },
  { "zwj", "\342\200\215" },
  { "zwnj", "\342\200\214" },
};

const char *
_sb_html_find_entity (const char *p,
                      gsize *length)
{
  char name[MAX_NAME] = { 0 };
  guint low = 0;
  guint high = G_N_ELEMENTS (entities);
  gsize n;

  for (n = 0; n < MAX_NAME && g_ascii_isalnum (p[n + 1]); n++)
    name[n] = p[n + 1];
  if (n == MAX_NAME || p[n + 1] != ';')
    return NULL;

  *length = n + 2;
  while (low < high)
    {
      guint middle = (low + high) / 2;
      int order = memcmp (name, entities[middle].name, MAX_NAME);

      if (order == 0)
        return entities[middle].text;
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }
  return NULL;
}
