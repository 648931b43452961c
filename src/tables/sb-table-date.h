/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Private to this layer: days as tables write them. */

/* Which of two numbers that could both be a month is the day. */
typedef enum
{
  SB_TABLE_DATE_DAY_FIRST, /* 03/09/2025 is in September; the rule outside of
                              America */
  SB_TABLE_DATE_MONTH_FIRST,
} SbTableDateOrder;

/* Reads "2025-09-03", with or without a time; "20250903"; "03/09/2025",
 * "3-9-2025", "03.09.25"; "3 September 2025", "September 3, 2025", "3 sept. 2025",
 * "1er août 2025"; seconds or milliseconds since 1970; and "2025-09" and "2025",
 * of which @last is the last day. Days are counted from 1970. */
gboolean sb_table_date_parse (const char *text,
                              SbTableDateOrder order,
                              int *first,
                              int *last);
/* Reads a day in a @format of an import specification: letters of strftime, of
 * which %d, %m, %Y, %y, %B, %b, %H, %M and %S are known. */
gboolean sb_table_date_parse_format (const char *text,
                                     const char *format,
                                     int *day);
/* Whether @format can be read. */
gboolean sb_table_date_format_is_valid (const char *format);

/* What @text says of the order of its file: 1 that the day is first, -1 that the
 * month is, 0 nothing. */
int sb_table_date_tell_order (const char *text);

G_END_DECLS
