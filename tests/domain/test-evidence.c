/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include <string.h>

#include "sb-evidence.h"
#include "sb-record-builder.h"

/* A piece of evidence in four letters: "+" or "-", the document, the origin, and
 * who published the origin; "." for unknown. */
static SbRecord *
make_evidence (const char *piece)
{
  static const guint fields[] = { SB_EVIDENCE_DOCUMENT, SB_EVIDENCE_ORIGIN, SB_EVIDENCE_ORIGIN_SOURCE };
  SbRecordBuilder *builder = sb_record_builder_new (&sb_evidence_schema);

  g_assert_cmpuint (strlen (piece), ==, 4);
  sb_record_builder_set_term (builder, SB_EVIDENCE_STANCE, piece[0] == '+' ? SB_STANCE_SUPPORTS : SB_STANCE_CONTRADICTS);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      SbKind kind = fields[i] == SB_EVIDENCE_ORIGIN_SOURCE ? SB_KIND_SOURCE : SB_KIND_DOCUMENT;
      g_autoptr (SbRef) ref = piece[i + 1] != '.' ? sb_ref_new (kind, piece[i + 1], NULL, NULL) : NULL;

      sb_record_builder_set_ref (builder, fields[i], ref);
    }

  return sb_record_builder_end (builder);
}

static void
test_count_sources (void)
{
  static const struct
  {
    const char *what;
    const char *evidence;
    guint supporting;
    guint contradicting;
  } cases[] = {
    { "nothing", "", 0, 0 },
    { "one text", "+aaS", 1, 0 },
    { "two passages of one text", "+aaS +aaS", 1, 0 },
    { "two texts of two sources", "+aaS +bbT", 2, 0 },
    { "two texts of one institute", "+aaS +bbS", 1, 0 },
    { "a text and its republication", "+aaS +baS", 1, 0 },
    { "two republications, without the original", "+baS +caS", 1, 0 },
    { "a text and its translation, of nobody known", "+aa. +ba.", 1, 0 },
    { "two texts of nobody known", "+aa. +bb.", 2, 0 },
    { "neither origin nor source", "+a.. +b.. +a..", 2, 0 },
    { "against", "+aaS -bbT -ccU", 1, 2 },
    { "a source that contradicts itself", "+aaS -bbS", 1, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) evidence = g_ptr_array_new_with_free_func (g_object_unref);
      g_auto (GStrv) pieces = g_strsplit (cases[i].evidence, " ", 0);
      SbSourceCounts counts;

      for (guint k = 0; pieces[k] != NULL; k++)
        g_ptr_array_add (evidence, make_evidence (pieces[k]));

      counts = sb_evidence_count_sources (evidence);
      g_test_message ("%s", cases[i].what);
      g_assert_cmpuint (counts.supporting, ==, cases[i].supporting);
      g_assert_cmpuint (counts.contradicting, ==, cases[i].contradicting);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/evidence/count-sources", test_count_sources);
  return g_test_run ();
}
