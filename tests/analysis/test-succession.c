/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-record-builder.h"
#include "sb-relation.h"
#include "sb-succession.h"

static SbRef *
make_actor (int number)
{
  g_autofree char *text = g_strdup_printf ("%c", 'A' + number);
  g_autoptr (SbBilingual) name = sb_bilingual_new (text, NULL);

  return sb_ref_new (SB_KIND_ACTOR, number + 1, NULL, name);
}

/* "B<A" split from, "B=A" succeeds, "A>B" merged into, "A-B" is no succession; then the
 * year. */
static SbRecord *
make_tie (const char *tie)
{
  static const struct
  {
    char sign;
    SbRelationKind kind;
  } kinds[] = { { '<', SB_RELATION_KIND_SPLIT_FROM }, { '=', SB_RELATION_KIND_SUCCEEDS }, { '>', SB_RELATION_KIND_MERGED_INTO }, { '-', SB_RELATION_KIND_OPPOSES } };
  SbRecordBuilder *builder = sb_record_builder_new (&sb_relation_schema);
  g_autoptr (SbRef) subject = make_actor (tie[0] - 'A');
  g_autoptr (SbRef) object = make_actor (tie[2] - 'A');
  g_autoptr (SbDate) since = sb_date_new (tie + 3, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].sign == tie[1])
      sb_record_builder_set_term (builder, SB_RELATION_KIND, (int) kinds[i].kind);
  sb_record_builder_set_ref (builder, SB_RELATION_SUBJECT, subject);
  sb_record_builder_set_ref (builder, SB_RELATION_OBJECT, object);
  sb_record_builder_set_date (builder, SB_RELATION_SINCE, since);
  return sb_record_builder_end (builder);
}

static void
test_build (void)
{
  static const struct
  {
    const char *ties;
    char actor;
    const char *tree; /* depth and name of each line */
  } cases[] = {
    { "A-B2012", 'A', "" },
    { "B<A2012 C=B2017", 'B', "0A 1B 2C" },
    { "B<A2012 C=B2017", 'C', "0A 1B 2C" },
    { "C<A2017 B<A2012", 'A', "0A 1B 1C" },
    { "A>C2017 B>C2017 D<C2020", 'C', "0A 1C 2D 0B 1C" },
    { "A>C2017 B>C2017 D<C2020", 'A', "0A 1C 2D" },
    { "B=A2012 A=B2017", 'A', "0A 1B 2A" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) ties = g_strsplit (cases[i].ties, " ", -1);
      g_autoptr (GPtrArray) relations = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr (SbRef) actor = make_actor (cases[i].actor - 'A');
      g_autoptr (GPtrArray) steps = NULL;
      g_autoptr (GString) tree = g_string_new (NULL);

      g_test_message ("%s from %c", cases[i].ties, cases[i].actor);
      for (guint j = 0; ties[j] != NULL; j++)
        g_ptr_array_add (relations, make_tie (ties[j]));
      steps = sb_succession_build (actor, relations);
      for (guint j = 0; j < steps->len; j++)
        {
          const SbSuccessionStep *step = g_ptr_array_index (steps, j);

          g_string_append_printf (tree, "%s%u%s", j > 0 ? " " : "", step->depth, sb_ref_get_name (step->actor, SB_LANGUAGE_FR));
          g_assert_true ((step->relation == NULL) == (step->depth == 0));
        }
      g_assert_cmpstr (tree->str, ==, cases[i].tree);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/succession/build", test_build);
  return g_test_run ();
}
