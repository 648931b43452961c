/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include <string.h>

#include "sb-search-node.h"

/* What a search means. */
static const struct
{
  const char *text;
  const char *tree;
} trees[] = {
  { "Mali", "mali" },
  { "  Mali  ", "mali" },
  { "Mali Niger", "(and mali niger)" },
  { "Mali AND Niger", "(and mali niger)" },
  { "Mali ET Niger", "(and mali niger)" },
  { "Mali et Niger", "(and mali et niger)" },
  { "Mali OR Niger Tchad", "(or mali (and niger tchad))" },
  { "Mali OU Niger", "(or mali niger)" },
  { "ou est Kidal", "(and ou est kidal)" },
  { "(Mali OR Niger) blocus", "(and (or mali niger) blocus)" },
  { "Mali -Niger", "(and mali (not niger))" },
  { "Mali NOT Niger", "(and mali (not niger))" },
  { "Mali SAUF (Niger OU Tchad)", "(and mali (not (or niger tchad)))" },
  { "Mali - Niger", "(and mali niger)" },
  { "Mali – Niger", "(and mali niger)" },
  { "Sévaré-Mopti", "sevare mopti" },
  { "l’Azawad", "azawad" },
  { "l'", "l" },
  { "\"Burkina Faso\"", "\"burkina faso\"" },
  { "« Burkina Faso »", "\"burkina faso\"" },
  { "“Burkina Faso”", "\"burkina faso\"" },
  { "-\"Burkina Faso\" Mali", "(and (not \"burkina faso\") mali)" },
  { "carbur*", "carbur*" },
  { "actor:JNIM", "actor:[JNIM]" },
  { "acteur: JNIM", "actor:[JNIM]" },
  { "Acteur:\"Front de libération\"", "actor:[Front de libération]" },
  { "acteur : JNIM", "actor:[JNIM]" },
  { "type : lieu Mali", "(and kind:[lieu] mali)" },
  { "Mali type : lieu", "(and mali kind:[lieu])" },
  { "depuis : 2025 jusqu’à : 2026", "(and since:[2025] until:[2026])" },
  { "bilan : Mali", "(and bilan mali)" },
  { "type d'attaque", "(and type attaque)" },
  { "lieu:Kidal source:RFI", "(and place:[Kidal] source:[RFI])" },
  { "kind:event,actor type:lieu", "(and kind:[event|actor] kind:[lieu])" },
  { "depuis:2025 jusqu:2026-04", "(and since:[2025] until:[2026-04])" },
  { "jusqu'à:2025 jusqu’a: 2026", "(and until:[2025] until:[2026])" },
  { "l'actor:x", "actor x" },
  { "since:2025-09-03 until:2026 lang:fr langue:en", "(and since:[2025-09-03] until:[2026] lang:[fr] lang:[en])" },
  { "-kind:document", "(not kind:[document])" },
  { "kind:event OR kind:actor", "(or kind:[event] kind:[actor])" },
  { "22:30 https://example.org/x", "(and 22 30 https example org x)" },
  { "Mali) ", NULL },
  { "((Mali))", "mali" },
  { "Mali (–) x", NULL },
  { "» Mali", "mali" },
};

/* What is malformed, by what, and where. */
static const struct
{
  const char *text;
  SbSearchError code;
  const char *where;
} faults[] = {
  { "", SB_SEARCH_ERROR_EMPTY, "" },
  { "  ", SB_SEARCH_ERROR_EMPTY, "" },
  { "!!!", SB_SEARCH_ERROR_EMPTY, "!!!" },
  { "*", SB_SEARCH_ERROR_STAR, "*" },
  { "a*", SB_SEARCH_ERROR_STAR, "a*" },
  { "Mali car*burant", SB_SEARCH_ERROR_STAR, "car*burant" },
  { "\"Mali\"*", SB_SEARCH_ERROR_STAR, "\"Mali\"*" },
  { "Mali \"Burkina Faso", SB_SEARCH_ERROR_QUOTE, "\"Burkina Faso" },
  { "« Mali", SB_SEARCH_ERROR_QUOTE, "« Mali" },
  { "actor:\"JNIM", SB_SEARCH_ERROR_QUOTE, "\"JNIM" },
  { "Mali (Niger", SB_SEARCH_ERROR_GROUP, "(Niger" },
  { "(", SB_SEARCH_ERROR_GROUP, "(" },
  { "Mali ( ", SB_SEARCH_ERROR_GROUP, "(" },
  { "((Mali)", SB_SEARCH_ERROR_GROUP, "((Mali)" },
  { "Mali) Niger", SB_SEARCH_ERROR_GROUP_END, ") Niger" },
  { ")", SB_SEARCH_ERROR_GROUP_END, ")" },
  { "Mali ()", SB_SEARCH_ERROR_EMPTY_GROUP, "()" },
  { "Mali (–)", SB_SEARCH_ERROR_EMPTY_GROUP, "–)" },
  { "OR Mali", SB_SEARCH_ERROR_OPERATOR, "OR Mali" },
  { "Mali OR", SB_SEARCH_ERROR_OPERATOR, "OR" },
  { "Mali OU OU Niger", SB_SEARCH_ERROR_OPERATOR, "OU OU Niger" },
  { "AND", SB_SEARCH_ERROR_OPERATOR, "AND" },
  { "Mali ET", SB_SEARCH_ERROR_OPERATOR, "ET" },
  { "Mali AND OR Niger", SB_SEARCH_ERROR_OPERATOR, "AND OR Niger" },
  { "Mali (OR Niger)", SB_SEARCH_ERROR_OPERATOR, "OR Niger)" },
  { "Mali NOT", SB_SEARCH_ERROR_NOT, "NOT" },
  { "Mali (SAUF)", SB_SEARCH_ERROR_NOT, "SAUF)" },
  { "Mali -!", SB_SEARCH_ERROR_NOT, "-!" },
  { "NOT OR", SB_SEARCH_ERROR_OPERATOR, "OR" },
  { "groupe:JNIM", SB_SEARCH_ERROR_FIELD, "groupe:JNIM" },
  { "actor:", SB_SEARCH_ERROR_FIELD_EMPTY, "actor:" },
  { "Mali acteur :", SB_SEARCH_ERROR_FIELD_EMPTY, "acteur :" },
  { "actor:\"\"", SB_SEARCH_ERROR_FIELD_EMPTY, "actor:\"\"" },
  { "kind:,", SB_SEARCH_ERROR_FIELD_EMPTY, "kind:," },
  { "\xff", SB_SEARCH_ERROR_ENCODING, "" },
};

static void
test_trees (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (trees); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SbSearchNode) node = _sb_search_node_parse (trees[i].text, &error);
      g_autofree char *tree = node != NULL ? _sb_search_node_to_string (node) : NULL;

      if (g_strcmp0 (tree, trees[i].tree) != 0)
        g_test_message ("%s: %s", trees[i].text, error != NULL ? error->message : "");
      g_assert_cmpstr (tree, ==, trees[i].tree);
      g_assert_true ((node == NULL) == (error != NULL));
    }
}

static void
test_faults (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SbSearchNode) node = _sb_search_node_parse (faults[i].text, &error);

      g_test_message ("%s", faults[i].text);
      g_assert_null (node);
      g_assert_error (error, SB_SEARCH_ERROR, (int) faults[i].code);
      g_assert_cmpstr (error->message, ==, faults[i].where);
    }
}

/* More of everything than anybody types. */
static void
test_hostile (void)
{
  static const char *const pieces[] = { "(", "-", "NOT ", "a OR ", "actor:x ", "\"a\" ", "(a ", "* ", "é", "mali " };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    for (guint n = 10; n <= 100000; n *= 100)
      {
        g_autoptr (GString) text = g_string_new (NULL);
        g_autoptr (GError) error = NULL;
        g_autoptr (SbSearchNode) node = NULL;

        for (guint j = 0; j < n; j++)
          g_string_append (text, pieces[i]);
        node = _sb_search_node_parse (text->str, &error);
        g_assert_true ((node == NULL) == (error != NULL));
        if (n == 100000)
          g_assert_error (error, SB_SEARCH_ERROR, SB_SEARCH_ERROR_TOO_LONG);
      }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/catalogue/search-node/trees", test_trees);
  g_test_add_func ("/catalogue/search-node/faults", test_faults);
  g_test_add_func ("/catalogue/search-node/hostile", test_hostile);

  return g_test_run ();
}
