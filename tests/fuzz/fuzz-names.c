/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-fuzz"

#include "config.h"

#include <string.h>

#include "sb-recogniser.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize size);

/* What is found in any text stands in it, in order and without overlaps, and its
 * dates are dates. */
static void
check_mentions (const SbMentions *mentions,
                const char *text)
{
  guint n, end = 0;
  const SbMention *found = sb_mentions_get (mentions, &n);
  glong length = n > 0 ? g_utf8_strlen (text, -1) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpuint (found[i].start, >=, end);
      g_assert_cmpuint (found[i].end, >, found[i].start);
      end = found[i].end;
      if (found[i].kind == SB_MENTION_DATE && found[i].name != NULL)
        {
          g_autoptr (SbDate) date = sb_date_new (found[i].name, NULL);

          g_assert_nonnull (date);
        }
    }
  g_assert_cmpint (end, <=, length);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize size)
{
  static SbNameSet *names; /* (owned): for as long as the program runs */
  g_autofree char *text = size > 0 ? g_strndup ((const char *) data, size) : g_strdup ("");
  const SbTextFacts facts[] = { { "fr" }, { "en", TRUE, 20000 }, { NULL } };
  SbNameScan scan;
  SbNameMatch match;
  gsize end = 0;

  if (names == NULL)
    names = sb_name_set_new_shipped (NULL);
  g_assert_nonnull (names);

  /* Whatever the bytes are. */
  sb_name_scan_init (&scan, _sb_name_set_get_table (names), (const char *) data, size);
  while (sb_name_scan_next (&scan, &match))
    {
      g_assert_cmpuint (match.start, >=, end);
      g_assert_cmpuint (match.end, >, match.start);
      end = match.end;
    }
  g_assert_cmpuint (end, <=, size);

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (SbMentions) mentions = sb_recognise (names, text, strlen (text), &facts[i]);

      check_mentions (mentions, text);
    }
  return 0;
}
