/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-json-reader.h"

#include <string.h>

/* One letter for each token, the text of those that have one behind it. */
static char *
spell (const char *text)
{
  static const char letters[] = "!.{}[]KSNTF0";
  g_autoptr (GString) spelt = g_string_new (NULL);
  g_auto (SbJsonReader) reader = { 0 };
  SbJsonToken token;

  sb_json_reader_init (&reader, text, strlen (text), 1);
  do
    {
      token = sb_json_reader_next (&reader);
      g_string_append_c (spelt, letters[token]);
      if (token == SB_JSON_KEY || token == SB_JSON_STRING || token == SB_JSON_NUMBER)
        g_string_append (spelt, reader.value->str);
    }
  while (token != SB_JSON_END && token != SB_JSON_ERROR);

  return g_string_free (g_steal_pointer (&spelt), FALSE);
}

static const struct
{
  const char *text;
  const char *tokens;
} cases[] = {
  { "null", "0." },
  { " [ ] ", "[]." },
  { "{}", "{}." },
  { "{\"a\":[1,-2.5e+3,true,false,null,\"x\"]}", "{Ka[N1N-2.5e+3TF0Sx]}." },
  { "[{\"a\":{}},[]]", "[{Ka{}}[]]." },
  { "\"\\u00e9\\n\\/\\\"\\ud83d\\ude00\"", "Sé\n/\"😀." },
  { "\"\\u0000\\ud800x\"", "S��x." },
  { "1e400", "N1e400." },
  { "", "!" },
  { "[1,]", "[N1!" },
  { "[,1]", "[!" },
  { "[1 2]", "[N1!" },
  { "{\"a\":1,}", "{KaN1!" },
  { "{a:1}", "{!" },
  { "{\"a\" 1}", "{!" },
  { "{\"a\":1]", "{KaN1!" },
  { "[01]", "[N0!" },
  { "[1.]", "[!" },
  { "[.5]", "[!" },
  { "[+1]", "[!" },
  { "[NaN]", "[!" },
  { "[-Infinity]", "[!" },
  { "['a']", "[!" },
  { "[\"a\nb\"]", "[!" },
  { "[\"\\x\"]", "[!" },
  { "[\"\\u12\"]", "[!" },
  { "[nul]", "[!" },
  { "[1] // no", "[N1]!" },
  { "[1][2]", "[N1]!" },
  { "[\"a", "[!" },
};

static void
test_tokens (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *tokens = spell (cases[i].text);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (tokens, ==, cases[i].tokens);
    }
}

static void
test_depth (void)
{
  g_autofree char *deep = g_strnfill (100000, '[');
  g_auto (SbJsonReader) reader = { 0 };

  sb_json_reader_init (&reader, deep, strlen (deep), 1);
  while (sb_json_reader_next (&reader) != SB_JSON_ERROR)
    ;
  g_assert_cmpint (reader.fault, ==, SB_JSON_FAULT_DEPTH);
  g_assert_cmpuint (reader.depth, ==, SB_JSON_MAX_DEPTH);
}

static void
test_skip (void)
{
  static const char text[] = "[{\"a\":[1,{\"b\":2}]},\n7]";
  g_auto (SbJsonReader) reader = { 0 };

  sb_json_reader_init (&reader, text, strlen (text), 1);
  g_assert_cmpint (sb_json_reader_next (&reader), ==, SB_JSON_ARRAY);
  g_assert_true (sb_json_reader_skip (&reader, sb_json_reader_next (&reader)));
  g_assert_cmpint (sb_json_reader_next (&reader), ==, SB_JSON_NUMBER);
  g_assert_cmpstr (reader.value->str, ==, "7");
  g_assert_cmpuint (reader.line, ==, 2);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tables/json-reader/tokens", test_tokens);
  g_test_add_func ("/tables/json-reader/depth", test_depth);
  g_test_add_func ("/tables/json-reader/skip", test_skip);

  return g_test_run ();
}
