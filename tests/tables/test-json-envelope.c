/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-json-envelope.h"

#include <string.h>

#include "sb-table-error.h"

typedef struct
{
  const char *text;
  int code; /* of SB_TABLE_ERROR; -1 when it is an envelope */
  const char *member;
  const char *value; /* (nullable) of it */
  const char *list;
  int n_items;
} Case;

static const Case cases[] = {
  { "{\"status\":200,\"data\":[{\"a\":1},{\"a\":2}]}", -1, "status", "200", "data", 2 },
  { "\357\273\277 {\"data\":[]}", -1, "status", NULL, "data", 0 },
  { "{\"links\":{\"next\":{\"href\":\"x\"}},\"ok\":true,\"n\":null}", -1, "links.next.href", "x", "data", -1 },
  { "{\"ok\":false}", -1, "ok", "false", "links", -1 },
  { "{\"a\":{\"data\":[1,[2],{\"b\":3},null]}}", -1, "n", NULL, "a.data", 4 },
  /* What is inside of records is none of the envelope's. */
  { "{\"data\":[{\"status\":403}]}", -1, "status", NULL, "data", 1 },
  { "{\"a\":{\"b\":{\"c\":{\"d\":{\"e\":1}}}},\"z\":\"deep\"}", -1, "z", "deep", "data", -1 },
  { "", SB_TABLE_ERROR_EMPTY, NULL, NULL, NULL, 0 },
  { "[1]", SB_TABLE_ERROR_MALFORMED, NULL, NULL, NULL, 0 },
  { "{\"data\":[{\"a\":1},{\"a\"", SB_TABLE_ERROR_MALFORMED, NULL, NULL, NULL, 0 },
  { "{\"data\":[]} x", SB_TABLE_ERROR_MALFORMED, NULL, NULL, NULL, 0 },
  { "{\"data\":NaN}", SB_TABLE_ERROR_MALFORMED, NULL, NULL, NULL, 0 },
  { "{\"a\":\"\xff\"}", SB_TABLE_ERROR_MALFORMED, NULL, NULL, NULL, 0 },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *test = &cases[i];
      g_autoptr (GBytes) bytes = g_bytes_new_static (test->text, strlen (test->text));
      g_autoptr (GError) error = NULL;
      g_autoptr (SbJsonEnvelope) envelope = sb_json_envelope_new (bytes, &error);

      if (test->code >= 0)
        {
          g_assert_null (envelope);
          g_assert_error (error, SB_TABLE_ERROR, test->code);
          continue;
        }

      g_assert_no_error (error);
      g_assert_cmpstr (sb_json_envelope_get (envelope, test->member), ==, test->value);
      g_assert_cmpint (sb_json_envelope_count (envelope, test->list), ==, test->n_items);
    }
}

/* As deep and as wide as can be sent: it ends, and little of it is kept. */
static void
test_hostile (void)
{
  g_autoptr (GString) deep = g_string_new (NULL);
  g_autoptr (GString) wide = g_string_new ("{");
  g_autoptr (GBytes) deep_bytes = NULL;
  g_autoptr (GBytes) wide_bytes = NULL;
  g_autoptr (SbJsonEnvelope) envelope = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 100 * 1000; i++)
    g_string_append (deep, "{\"a\":");
  deep_bytes = g_bytes_new (deep->str, deep->len);
  g_assert_null (sb_json_envelope_new (deep_bytes, &error));
  g_assert_error (error, SB_TABLE_ERROR, SB_TABLE_ERROR_MALFORMED);

  for (guint i = 0; i < 100 * 1000; i++)
    g_string_append_printf (wide, "\"m%u\":%u,", i, i);
  g_string_append (wide, "\"data\":[]}");
  wide_bytes = g_bytes_new (wide->str, wide->len);
  envelope = sb_json_envelope_new (wide_bytes, NULL);
  g_assert_cmpint (sb_json_envelope_count (envelope, "data"), ==, 0);
  g_assert_cmpstr (sb_json_envelope_get (envelope, "m7"), ==, "7");
  g_assert_null (sb_json_envelope_get (envelope, "m99999"));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tables/json-envelope/cases", test_cases);
  g_test_add_func ("/tables/json-envelope/hostile", test_hostile);

  return g_test_run ();
}
