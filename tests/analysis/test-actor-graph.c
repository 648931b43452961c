/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-actor-graph.h"

#include "sb-actor.h"
#include "sb-test-graph.h"

/* Who is tied to whom, told as text: "A!B? A-opposes-B!" is of the actors A, surely
 * there, and B, possibly, and a tie. Alliances are 1, 2, … */

static int
read_day (const char *text)
{
  int day;

  g_assert_true (sb_day_parse (text, &day));
  return day;
}

static char
get_name (const SbActorGraph *graph,
          guint node)
{
  gint64 id = sb_record_get_id (sb_actor_graph_get_node (graph, node)->record);

  return (char) (id > 200 ? '1' + id - 201 : 'A' + id - 1);
}

static char *
spell (const SbActorGraph *graph)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sb_actor_graph_get_n_nodes (graph); i++)
    g_string_append_printf (text, "%c%c", get_name (graph, i), " ?!"[sb_actor_graph_get_node (graph, i)->certainty]);
  for (guint i = 0; i < sb_actor_graph_get_n_ties (graph); i++)
    {
      const SbGraphTie *tie = sb_actor_graph_get_tie (graph, i);

      g_string_append_printf (text, " %c-%s-%c%c", get_name (graph, tie->from), sb_graph_tie_kind_get_name (tie->kind),
                              get_name (graph, tie->to), " ?!"[tie->certainty]);
    }

  return g_string_free (text, FALSE);
}

#define OPPOSES SB_RELATION_KIND_OPPOSES
#define ALLIED  SB_RELATION_KIND_ALLIED_WITH
#define PART    SB_RELATION_KIND_PART_OF
#define TALKS   SB_RELATION_KIND_NEGOTIATES_WITH
#define GROUP   SB_ACTOR_KIND_ARMED_GROUP
#define STATE   SB_ACTOR_KIND_STATE
#define PERSON  SB_ACTOR_KIND_PERSON

static void
test_day (void)
{
  static const struct
  {
    const char *day;
    SbTestActor actors[5];
    SbTestTie ties[4];
    SbTestAlliance alliances[3];
    const char *expected;
  } cases[] = {
    /* Who is tied to nobody is no node. */
    { "2026-04-30", { { "A" } }, { { 0 } }, { { 0 } }, "" },
    { "2026-04-30", { { "A" }, { "B" }, { "C" } }, { { "A", OPPOSES, "B", "2023" } }, { { 0 } }, "A!B! A-opposes-B!" },
    /* Of a tie that nobody has dated it is possible that it holds. */
    { "2026-04-30", { { "A" }, { "B" } }, { { "A", OPPOSES, "B" } }, { { 0 } }, "A!B! A-opposes-B?" },
    { "2022-04-30", { { "A" }, { "B" } }, { { "A", OPPOSES, "B", "2023" } }, { { 0 } }, "" },
    { "2023-04-30", { { "A" }, { "B" } }, { { "A", OPPOSES, "B", "2023" } }, { { 0 } }, "A!B! A-opposes-B?" },
    { "2026-04-30", { { "A" }, { "B" } }, { { "A", ALLIED, "B", "2023", "2025" } }, { { 0 } }, "" },
    /* An actor is there between its dates, and a tie no surer than its ends. */
    { "2026-04-30", { { "A", GROUP, "2027" }, { "B" } }, { { "A", ALLIED, "B", "2023" } }, { { 0 } }, "" },
    { "2026-04-30", { { "A", GROUP, "2026" }, { "B" } }, { { "A", ALLIED, "B", "2023" } }, { { 0 } }, "A?B! A-allied-with-B?" },
    { "2026-04-30", { { "A", GROUP, NULL, "2025" }, { "B" } }, { { "A", ALLIED, "B", "2023" } }, { { 0 } }, "" },
    { "2026-04-30", { { "A", GROUP, NULL, "2026" }, { "B" } }, { { "A", ALLIED, "B", "2023" } }, { { 0 } }, "A?B! A-allied-with-B?" },
    { "2026-04-25", { { "A", PERSON, NULL, "2026-04-25" }, { "B" } }, { { "A", ALLIED, "B", "2023" } }, { { 0 } }, "A!B! A-allied-with-B!" },
    { "2026-04-26", { { "A", PERSON, NULL, "2026-04-25" }, { "B" } }, { { "A", ALLIED, "B", "2023" } }, { { 0 } }, "" },
    /* What actors say themselves counts where no relation says it. */
    { "2026-04-30", { { "A", GROUP, .parent = "B" }, { "B" } }, { { 0 } }, { { 0 } }, "A!B! A-part-B!" },
    { "2026-04-30", { { "A", GROUP, .parent = "B" }, { "B" } }, { { "A", PART, "B", "2020" } }, { { 0 } }, "A!B! A-part-of-B!" },
    { "2026-04-30", { { "A", GROUP, .parent = "B" }, { "B" } }, { { "B", OPPOSES, "A", "2020" } }, { { 0 } }, "A!B! B-opposes-A! A-part-B!" },
    { "2026-04-30", { { "A", PERSON, .body = "B" }, { "B" } }, { { 0 } }, { { 0 } }, "A!B! A-office-B!" },
    { "2019-04-30", { { "A", PERSON, .body = "B" }, { "B" } }, { { 0 } }, { { 0 } }, "" },
    /* An alliance is tied to its parties and to whom it is against. */
    { "2026-04-30", { { "A" }, { "B" }, { "C" } }, { { 0 } }, { { "AB", "C", "2026-04-25" } }, "A!B!C!1! A-party-1! B-party-1! 1-adversary-C!" },
    { "2026-04-24", { { "A" }, { "B" }, { "C" } }, { { 0 } }, { { "AB", "C", "2026-04-25" } }, "" },
    { "2026-04-20", { { "A" }, { "B" }, { "C" } }, { { 0 } }, { { "AB", "C", "2026-04" } }, "A!B!C!1? A-party-1? B-party-1? 1-adversary-C?" },
    /* Who is not known is left out, and so is a tie to oneself. */
    { "2026-04-30", { { "A" }, { "B" } }, { { "A", OPPOSES, "B", "2023" }, { "A", OPPOSES, "Z", "2023" }, { "B", OPPOSES, "B", "2023" } }, { { "AZ", NULL, "2020" } }, "A!B!1! A-opposes-B! A-party-1!" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SbGraphInput) input = sb_test_graph_input_new (cases[i].actors, cases[i].ties, cases[i].alliances);
      g_autoptr (SbActorGraph) graph = sb_actor_graph_new (input, read_day (cases[i].day), NULL);
      g_autofree char *text = spell (graph);

      g_test_message ("case %u", i);
      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

/* Six actors: A allied with B and C, an alliance of C and D against E, F alone. */
static const SbTestActor six[] = {
  { "A", GROUP },
  { "B", GROUP },
  { "C", STATE },
  { "D", PERSON },
  { "E", STATE },
  { "F", GROUP },
  { NULL }
};
static const SbTestTie six_ties[] = {
  { "A", ALLIED, "B", "2020", NULL, 2 },
  { "A", TALKS, "C", "2020", NULL, 0 },
  { "A", OPPOSES, "C", NULL, NULL, 1 },
  { NULL }
};
static const SbTestAlliance six_alliances[] = {
  { "CD", "E", "2020" },
  { NULL }
};

static void
test_filter (void)
{
  static const struct
  {
    SbGraphFilter filter;
    const char *expected;
    guint n_lone;
  } cases[] = {
    { { 0 }, "A!B!C!D!E!1! A-allied-with-B! A-negotiates-with-C! A-opposes-C? C-party-1! D-party-1! 1-adversary-E!", 1 },
    { { .flags = SB_GRAPH_WITH_LONE }, "A!B!C!D!E!F!1! A-allied-with-B! A-negotiates-with-C! A-opposes-C? C-party-1! D-party-1! 1-adversary-E!", 0 },
    { { .flags = SB_GRAPH_SURE_ONLY }, "A!B!C!D!E!1! A-allied-with-B! A-negotiates-with-C! C-party-1! D-party-1! 1-adversary-E!", 1 },
    /* The alliance rests on nothing either. */
    { { .flags = SB_GRAPH_SOURCED_ONLY }, "A!B!C! A-allied-with-B! A-opposes-C?", 3 },
    { { .hidden_stances = 1u << SB_GRAPH_STANCE_OPPOSES }, "A!B!C!D!1! A-allied-with-B! A-negotiates-with-C! C-party-1! D-party-1!", 2 },
    /* A party is no tie of two actors. */
    { { .hidden_stances = 1u << SB_GRAPH_STANCE_SUPPORTS }, "A!C!D!E!1! A-negotiates-with-C! A-opposes-C? C-party-1! D-party-1! 1-adversary-E!", 2 },
    { { .hides_alliances = TRUE }, "A!B!C! A-allied-with-B! A-negotiates-with-C! A-opposes-C?", 3 },
    { { .hidden_actor_kinds = 1u << STATE }, "A!B!D!1! A-allied-with-B! D-party-1!", 1 },
    { { .focus = 2, .n_steps = 1 }, "A!B! A-allied-with-B!", 0 },
    { { .focus = 2, .n_steps = 2 }, "A!B!C! A-allied-with-B! A-negotiates-with-C! A-opposes-C?", 0 },
    /* From party to party is one step, from the alliance to either one as well. */
    { { .focus = 3, .n_steps = 1 }, "A!C!D!E!1! A-negotiates-with-C! A-opposes-C? C-party-1! D-party-1! 1-adversary-E!", 0 },
    { { .focus = 201, .n_steps = 1 }, "C!D!E!1! C-party-1! D-party-1! 1-adversary-E!", 0 },
    /* Who is alone is shown alone, who is not there is not shown. */
    { { .focus = 6, .n_steps = 3 }, "F!", 0 },
    { { .focus = 26, .n_steps = 3 }, "", 0 },
  };
  g_autoptr (SbGraphInput) input = sb_test_graph_input_new (six, six_ties, six_alliances);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SbActorGraph) graph = sb_actor_graph_new (input, read_day ("2026-04-30"), &cases[i].filter);
      g_autofree char *text = spell (graph);

      g_test_message ("case %u", i);
      g_assert_cmpstr (text, ==, cases[i].expected);
      g_assert_cmpuint (sb_actor_graph_get_n_lone (graph), ==, cases[i].n_lone);
    }
}

static void
test_paths (void)
{
  static const struct
  {
    char from;
    char to;
    guint limit;
    const char *expected;
  } cases[] = {
    { 'A', 'B', 9, "A-allied-with-B" },
    /* The tie that rests on more. */
    { 'C', 'A', 9, "C-opposes-A" },
    { 'B', 'D', 9, "B-allied-with-A-opposes-C-party-1-party-D" },
    { 'A', 'E', 9, "A-opposes-C-party-1-adversary-E" },
    { 'A', 'A', 9, "" },
    { 'A', 'F', 9, "" },
  };
  const SbGraphFilter filter = { .flags = SB_GRAPH_WITH_LONE };
  g_autoptr (SbGraphInput) input = sb_test_graph_input_new (six, six_ties, six_alliances);
  g_autoptr (SbActorGraph) graph = sb_actor_graph_new (input, read_day ("2026-04-30"), &filter);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int from = sb_actor_graph_find (graph, cases[i].from - 'A' + 1);
      int to = sb_actor_graph_find (graph, cases[i].to - 'A' + 1);
      g_autoptr (GPtrArray) paths = NULL;
      g_autoptr (GString) text = g_string_new (NULL);

      g_assert_cmpint (from, >=, 0);
      g_assert_cmpint (to, >=, 0);
      paths = sb_actor_graph_find_paths (graph, (guint) from, (guint) to, cases[i].limit);
      for (guint j = 0; j < paths->len; j++)
        {
          const SbGraphPath *path = g_ptr_array_index (paths, j);

          for (guint k = 0; k < path->n_nodes; k++)
            g_string_append_printf (text, "%s%s%s%c", j > 0 && k == 0 ? " " : k > 0 ? "-"
                                                                                    : "",
                                    k > 0 ? sb_graph_tie_kind_get_name (sb_actor_graph_get_tie (graph, path->ties[k - 1])->kind) : "",
                                    k > 0 ? "-" : "", get_name (graph, path->nodes[k]));
        }
      g_assert_cmpstr (text->str, ==, cases[i].expected);
    }
}

/* Two ways of the same length are both told, and no more than are wanted. */
static void
test_several_paths (void)
{
  static const SbTestActor actors[] = { { "A" }, { "B" }, { "C" }, { "D" }, { NULL } };
  static const SbTestTie ties[] = {
    { "A", ALLIED, "B", "2020" },
    { "A", ALLIED, "C", "2020" },
    { "B", ALLIED, "D", "2020" },
    { "C", ALLIED, "D", "2020" },
    { NULL }
  };
  g_autoptr (SbGraphInput) input = sb_test_graph_input_new (actors, ties, NULL);
  g_autoptr (SbActorGraph) graph = sb_actor_graph_new (input, read_day ("2026-04-30"), NULL);

  for (guint limit = 1; limit <= 3; limit++)
    {
      g_autoptr (GPtrArray) paths = sb_actor_graph_find_paths (graph, 0, 3, limit);

      g_assert_cmpuint (paths->len, ==, MIN (limit, 2));
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/actor-graph/day", test_day);
  g_test_add_func ("/analysis/actor-graph/filter", test_filter);
  g_test_add_func ("/analysis/actor-graph/paths", test_paths);
  g_test_add_func ("/analysis/actor-graph/several-paths", test_several_paths);
  return g_test_run ();
}
