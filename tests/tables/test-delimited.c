/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-delimited.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *text;
  const char *rows; /* cells with "¦" between, rows with "¶" */
} Case;

static const Case cases[] = {
  { "plain", "a,b,c\nd,e,f\n", "a¦b¦c¶d¦e¦f" },
  { "no-end", "a,b\nc,d", "a¦b¶c¦d" },
  { "crlf", "a,b\r\nc,d\r\n", "a¦b¶c¦d" },
  { "cr", "a,b\rc,d\r", "a¦b¶c¦d" },
  { "cr-in-cell", "a,b\rb\nc,d\n", "a¦b\rb¶c¦d" },
  { "semicolon", "a;b;c\nd;e;f\n", "a¦b¦c¶d¦e¦f" },
  { "decimal-comma", "x;y;z\n1,5;2,5;3,5\n4,5;5,5;6,5\n", "x¦y¦z¶1,5¦2,5¦3,5¶4,5¦5,5¦6,5" },
  { "tab", "a\tb\nc, d\te\n", "a¦b¶c, d¦e" },
  { "pipe", "a|b\nc|d\n", "a¦b¶c¦d" },
  { "unit-separator", "a\037b\nc\037d\n", "a¦b¶c¦d" },
  { "sep-line", "sep=;\na;b,b;c,c\n", "a¦b,b¦c,c" },
  { "sep-line-quoted", "\"sep=|\"\r\na|b\r\n", "a¦b" },
  { "sep-line-tab", "sep=\t\na\tb\n", "a¦b" },
  { "quoted", "\"a,a\",\"b\"\n", "a,a¦b" },
  { "quoted-newline", "a,\"b\nb\"\nc,d\n", "a¦b\nb¶c¦d" },
  { "quoted-crlf", "a,\"b\r\nb\"\r\nc,d\r\n", "a¦b\r\nb¶c¦d" },
  { "doubled", "a,\"b\"\"b\"\n", "a¦b\"b" },
  { "doubled-at-ends", "\"\"\"a\"\"\",b\n", "\"a\"¦b" },
  { "bare-quote", "a,b \"b\" b,c\n", "a¦b \"b\" b¦c" },
  { "quote-inside-quoted", "a,\"b\"b\",c\n", "a¦b\"b¦c" },
  { "space-behind-quoted", "a,\"b\"  ,c\n", "a¦b¦c" },
  { "space-before-quoted", "a, \"b\" ,c\n", "a¦ \"b\" ¦c" },
  { "empty-quoted-at-end", "a,b,\"\"", "a¦b¦" },
  { "empty-cells", ",,\n,a,\n", "¦¦¶¦a¦" },
  { "ragged", "a,b,c\nd\ne,f,g,h\n", "a¦b¦c¶d¶e¦f¦g¦h" },
  { "empty-lines", "\n\na,b\n \n\nc,d\n\n", "a¦b¶c¦d" },
  { "one-column", "a\nb\nc\n", "a¶b¶c" },
  { "nothing", "", "" },
};

static char *
join_rows (SbDelimited *delimited)
{
  g_autoptr (GString) text = g_string_new (NULL);

  while (sb_delimited_next (delimited))
    {
      if (text->len > 0)
        g_string_append (text, "¶");
      for (guint i = 0; i < delimited->pointers->len; i++)
        g_string_append_printf (text, "%s%s", i > 0 ? "¦" : "", (char *) g_ptr_array_index (delimited->pointers, i));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *one = data;
  g_auto (SbDelimited) delimited = { 0 };
  g_autofree char *rows = NULL;

  sb_delimited_init (&delimited, one->text, strlen (one->text), '\0');
  rows = join_rows (&delimited);
  g_assert_cmpstr (rows, ==, one->rows);
}

/* Lines are those of the file, whatever stands in quotation marks. */
static void
test_lines (void)
{
  static const char text[] = "a,b\n\n\"x\ny\nz\",c\nd,e\n\"open,f\ng,h\n";
  static const guint lines[] = { 1, 3, 6, 7, 8 };
  g_auto (SbDelimited) delimited = { 0 };

  sb_delimited_init (&delimited, text, strlen (text), ',');
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_assert_true (sb_delimited_next (&delimited));
      g_assert_cmpuint (delimited.row_line, ==, lines[i]);
      /* What is never closed spoils its own row alone. */
      g_assert_true ((delimited.fault != NULL) == (lines[i] == 7));
    }
  g_assert_false (sb_delimited_next (&delimited));
}

static void
test_limits (void)
{
  g_autofree char *cells = g_strnfill (SB_DELIMITED_MAX_CELLS + 10, ',');
  g_autofree char *cell = g_strnfill (SB_DELIMITED_MAX_CELL + 10, 'x');
  g_autofree char *text = g_strconcat (cells, "\n", cell, ",b\nc,d\n", NULL);
  g_autofree char *endless = g_strnfill (SB_DELIMITED_MAX_ROW + 1, 'x');
  g_auto (SbDelimited) delimited = { 0 };

  sb_delimited_init (&delimited, text, strlen (text), ',');
  g_assert_true (sb_delimited_next (&delimited));
  g_assert_nonnull (delimited.fault);
  g_assert_true (sb_delimited_next (&delimited));
  g_assert_nonnull (delimited.fault);
  g_assert_true (sb_delimited_next (&delimited));
  g_assert_null (delimited.fault);
  g_assert_cmpstr (g_ptr_array_index (delimited.pointers, 0), ==, "c");

  g_assert_true (sb_delimited_has_endless_line (endless, strlen (endless)));
  g_assert_false (sb_delimited_has_endless_line (text, strlen (text)));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/tables/delimited/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/tables/delimited/lines", test_lines);
  g_test_add_func ("/tables/delimited/limits", test_limits);

  return g_test_run ();
}
