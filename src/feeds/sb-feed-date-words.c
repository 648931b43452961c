/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-feeds"

#include "config.h"

#include "sb-feed-date-words.h"

typedef struct
{
  const char *start; /* the first letters of the word */
  int month;
} MonthStart;

typedef struct
{
  const char *name;
  int offset; /* minutes east */
} Zone;

/* French, English, Spanish, Portuguese, German, Italian, Dutch, then Hungarian,
 * Greek, Russian and Arabic where their letters differ. */
static const MonthStart month_starts[] = {
  { "jan", 1 },
  { "ene", 1 },
  { "gen", 1 },
  { "feb", 2 },
  { "fev", 2 },
  { "mar", 3 },
  { "mrz", 3 },
  { "maerz", 3 },
  { "mrt", 3 },
  { "maart", 3 },
  { "apr", 4 },
  { "avr", 4 },
  { "abr", 4 },
  { "may", 5 },
  { "mai", 5 },
  { "mag", 5 },
  { "mei", 5 },
  { "maj", 5 },
  { "juin", 6 },
  { "jun", 6 },
  { "giu", 6 },
  { "juil", 7 },
  { "jul", 7 },
  { "lug", 7 },
  { "aug", 8 },
  { "aou", 8 },
  { "ago", 8 },
  { "sep", 9 },
  { "set", 9 },
  { "szept", 9 },
  { "oct", 10 },
  { "okt", 10 },
  { "out", 10 },
  { "ott", 10 },
  { "nov", 11 },
  { "dec", 12 },
  { "dez", 12 },
  { "des", 12 },
  { "dic", 12 },
  { "ιαν", 1 },
  { "φεβ", 2 },
  { "μαρ", 3 },
  { "μαω", 3 },
  { "απρ", 4 },
  { "μαι", 5 },
  { "μαϊ", 5 },
  { "ιουν", 6 },
  { "ιον", 6 },
  { "ιουλ", 7 },
  { "ιολ", 7 },
  { "αυγ", 8 },
  { "σεπ", 9 },
  { "οκτ", 10 },
  { "νοε", 11 },
  { "δεκ", 12 },
  { "янв", 1 },
  { "фев", 2 },
  { "мар", 3 },
  { "апр", 4 },
  { "мая", 5 },
  { "маи", 5 },
  { "июн", 6 },
  { "июл", 7 },
  { "авг", 8 },
  { "сен", 9 },
  { "окт", 10 },
  { "ноя", 11 },
  { "дек", 12 },
  { "يناير", 1 },
  { "جانفي", 1 },
  { "فبراير", 2 },
  { "فيفري", 2 },
  { "مارس", 3 },
  { "ابريل", 4 },
  { "افريل", 4 },
  { "مايو", 5 },
  { "ماي", 5 },
  { "يونيو", 6 },
  { "جوان", 6 },
  { "يوليو", 7 },
  { "جويلية", 7 },
  { "اغسطس", 8 },
  { "اوت", 8 },
  { "سبتمبر", 9 },
  { "اكتوبر", 10 },
  { "نوفمبر", 11 },
  { "ديسمبر", 12 },
};

/* Days of the week that start like a month. */
static const char *const weekday_starts[] = { "mardi", "marte", "marti" };

/* RFC 822, and the zones of Europe, Africa and some more. Where a name is used
 * twice, the one of RFC 822 or of the region is meant. */
static const Zone zones[] = {
  { "z", 0 },
  { "ut", 0 },
  { "utc", 0 },
  { "gmt", 0 },
  { "tu", 0 },
  { "wet", 0 },
  { "west", 60 },
  { "bst", 60 },
  { "ist", 330 },
  { "cet", 60 },
  { "cest", 120 },
  { "mez", 60 },
  { "mesz", 120 },
  { "met", 60 },
  { "mest", 120 },
  { "hnec", 60 },
  { "heec", 120 },
  { "wat", 60 },
  { "cat", 120 },
  { "sast", 120 },
  { "eet", 120 },
  { "eest", 180 },
  { "eat", 180 },
  { "msk", 180 },
  { "msd", 240 },
  { "trt", 180 },
  { "gst", 240 },
  { "pkt", 300 },
  { "ict", 420 },
  { "hkt", 480 },
  { "sgt", 480 },
  { "awst", 480 },
  { "jst", 540 },
  { "kst", 540 },
  { "acst", 570 },
  { "aest", 600 },
  { "aedt", 660 },
  { "nzst", 720 },
  { "nzdt", 780 },
  { "nst", -210 },
  { "ndt", -150 },
  { "ast", -240 },
  { "adt", -180 },
  { "brt", -180 },
  { "brst", -120 },
  { "art", -180 },
  { "est", -300 },
  { "edt", -240 },
  { "et", -300 },
  { "cst", -360 },
  { "cdt", -300 },
  { "ct", -360 },
  { "mst", -420 },
  { "mdt", -360 },
  { "mt", -420 },
  { "pst", -480 },
  { "pdt", -420 },
  { "pt", -480 },
  { "akst", -540 },
  { "akdt", -480 },
  { "hst", -600 },
};

int
sb_feed_date_month_from_word (const char *word,
                              gboolean *certain)
{
  *certain = !g_str_equal (word, "mar");
  for (gsize i = 0; i < G_N_ELEMENTS (weekday_starts); i++)
    {
      if (g_str_has_prefix (word, weekday_starts[i]))
        return 0;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (month_starts); i++)
    {
      if (g_str_has_prefix (word, month_starts[i].start))
        return month_starts[i].month;
    }

  return 0;
}

gboolean
sb_feed_date_zone_from_word (const char *word,
                             int *offset)
{
  for (gsize i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      if (g_str_equal (zones[i].name, word))
        {
          *offset = zones[i].offset;
          return TRUE;
        }
    }

  return FALSE;
}
