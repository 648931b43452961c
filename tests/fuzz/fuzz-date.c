/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-fuzz"

#include "config.h"

#include "sb-date.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize size);

/* What is read as a date has its days in order and is read again as
 * the same. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (SbDate) date = NULL;
  g_autoptr (SbDate) again = NULL;

  if (text == NULL || !(date = sb_date_new (text, NULL)))
    return 0;

  g_assert_cmpint (sb_date_get_first_day (date), <=, sb_date_get_last_day (date));
  g_assert_true (sb_date_overlaps (date, sb_date_get_first_day (date), sb_date_get_first_day (date)));
  again = sb_date_new (sb_date_get_edtf (date), NULL);
  g_assert_true (sb_date_equal (date, again));
  return 0;
}
