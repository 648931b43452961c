/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include <string.h>

#include "sb-actor.h"
#include "sb-dossier-reader.h"
#include "sb-event.h"
#include "sb-record-builder.h"
#include "sb-search.h"
#include "sb-test-records.h"
#include "sb-test-search.h"

/* What a search finds, in which order, and that it is what the records say. */

/* The titles of what is found, a bar after each. */
static char *
list_titles (SbStore *store,
             const char *text,
             SbSearchOrder order)
{
  SbSearchRequest request = { .text = text, .order = order };
  g_autoptr (SbSearchAnswer) answer = sb_test_search_as (store, &request);
  GString *titles = g_string_new (NULL);

  for (guint i = 0; i < answer->results->len; i++)
    g_string_append_printf (titles, "%s|", ((SbSearchResult *) g_ptr_array_index (answer->results, i))->title);

  return g_string_free (titles, FALSE);
}

static void
check_titles (SbStore *store,
              const char *text,
              SbSearchOrder order,
              const char *expected)
{
  g_autofree char *titles = list_titles (store, text, order);

  g_test_message ("%s", text);
  g_assert_cmpstr (titles, ==, expected);
}

static void
add_alias (SbRecordBuilder *builder,
           const char *name,
           SbNameKind kind)
{
  SbRecordBuilder *alias = sb_record_builder_new (&sb_actor_alias_schema);

  sb_record_builder_set_text (alias, SB_ACTOR_ALIAS_NAME, name);
  sb_record_builder_set_term (alias, SB_ACTOR_ALIAS_KIND, kind);
  sb_record_builder_take_item (builder, SB_ACTOR_ALIASES, sb_record_builder_end (alias));
}

static SbRecord *
make_group (void)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_actor_schema);

  sb_record_builder_set_words (builder, SB_ACTOR_NAME, "Groupe de soutien à l’islam et aux musulmans", "Group for the Support of Islam");
  sb_record_builder_set_text (builder, SB_ACTOR_SHORT_NAME, "JNIM");
  add_alias (builder, "GSIM", SB_NAME_KIND_SHORT);
  add_alias (builder, "Ansar Dine", SB_NAME_KIND_FORMER);
  add_alias (builder, "les hommes du désert", SB_NAME_KIND_WEAK);
  return sb_record_builder_end (builder);
}

static void
test_forms (SbTestSearch *fixture,
            gconstpointer data)
{
  static const struct
  {
    const char *text;
    const char *titles;
  } cases[] = {
    { "attaque", "fr|" },
    { "ATTAQUER", "fr|" },
    { "attacking", "en|" },
    { "cities", "en|" },
    { "sécurité", "fr|" },
    { "securite", "fr|" },
    { "azawad", "fr|en|" },
    { "l’Azawad", "fr|en|" },
    { "d'azawad", "fr|en|" },
    { "aujourd’hui", "fr|" },
    { "aujourd", "fr|" },
    { "camions-citernes", "fr|" },
    { "citernes", "fr|" },
    { "\"camions citernes\"", "fr|" },
    { "\"citernes camions\"", "" },
    { "\"l'armée de l'État\"", "fr|" },
    { "mal", "other|" },
    { "Mali", "fr|" },
    { "carbur*", "fr|" },
    { "attaqua*", "fr|" },
    { "cœur", "fr|" },
    { "coeur", "fr|" },
    { "يشكر", "other|" },
    { "état attaques -armée", "" },
    { "lang:en", "en|" },
    { "azawad lang:en", "en|" },
  };

  sb_test_search_add (fixture->store, "fr", "fr", "2026-04-25",
                      "Les attaques dans l’Azawad et au Mali : attaquantes, aujourd’hui. Sécurité des camions-citernes de carburant, au cœur de l’armée de l’État.");
  sb_test_search_add (fixture->store, "en", "en", "2026-04-24", "They attacked the city in Azawad.");
  sb_test_search_add (fixture->store, "other", "ar", "2026-04-23", "يشكر mal");
  sb_test_search_index (fixture->store);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check_titles (fixture->store, cases[i].text, SB_SEARCH_NEWEST, cases[i].titles);
}

static void
test_order (SbTestSearch *fixture,
            gconstpointer data)
{
  g_autofree char *newest = NULL;

  sb_test_search_add (fixture->store, "ancien", "fr", "2019-01-01", "Le blocus de la ville dure encore ici même.");
  sb_test_search_add (fixture->store, "récent", "fr", "2026-04-01", "Le blocus de la ville dure encore ici même.");
  sb_test_search_add (fixture->store, "Blocus", "fr", "2022-01-01", "La ville est toujours encerclée par eux.");
  sb_test_search_add (fixture->store, "formes", "fr", "2026-04-01", "Ces villes sont prises une à une hier.");
  sb_test_search_add (fixture->store, "sans date", "fr", NULL, "Une autre chose, un blocus.");
  sb_test_search_index (fixture->store);

  /* A title is worth more than a text, what is new more than what is old. */
  newest = list_titles (fixture->store, "blocus", SB_SEARCH_NEWEST);
  g_assert_cmpstr (newest, ==, "récent|Blocus|ancien|sans date|");
  check_titles (fixture->store, "blocus lang:fr since:2000", SB_SEARCH_RELEVANCE, "Blocus|récent|ancien|");

  /* The word as it was typed is worth more than another form of it. */
  check_titles (fixture->store, "villes since:2026", SB_SEARCH_RELEVANCE, "formes|récent|");
  check_titles (fixture->store, "ville since:2026", SB_SEARCH_RELEVANCE, "récent|formes|");
}

static void
test_names (SbTestSearch *fixture,
            gconstpointer data)
{
  static const struct
  {
    const char *text;
    const char *titles;
  } cases[] = {
    { "JNIM kind:document", "un|deux|trois|quatre|" },
    { "gsim kind:document", "deux|un|trois|quatre|" },
    { "\"Ansar Dine\" kind:document", "quatre|un|deux|trois|" },
    { "groupe de soutien à l'islam et aux musulmans kind:document", "trois|un|deux|quatre|" },
    { "\"Group for the Support of Islam\" -un kind:document", "deux|trois|quatre|" },
    { "dîner kind:document", "" },
    { "hommes kind:document", "cinq|" },
    { "actor:GSIM kind:document", "un|deux|trois|quatre|" },
    { "actor:\"groupe de soutien à l’islam et aux musulmans\" kind:document -trois", "un|deux|quatre|" },
  };
  g_autoptr (SbRecord) group = make_group ();
  g_autoptr (SbSearchAnswer) answer = NULL;

  sb_test_put (fixture->store, group, NULL);
  sb_test_search_add (fixture->store, "un", "fr", "2026-04-25", "Le JNIM un.");
  sb_test_search_add (fixture->store, "deux", "fr", "2026-04-24", "Le GSIM deux.");
  sb_test_search_add (fixture->store, "trois", "fr", "2026-04-23", "Le Groupe de soutien à l'islam et aux musulmans trois.");
  sb_test_search_add (fixture->store, "quatre", "en", "2026-04-22", "Ansar Dine.");
  sb_test_search_add (fixture->store, "cinq", "fr", "2026-04-21", "Les hommes du désert.");
  sb_test_search_index (fixture->store);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      /* What scores the same is in the order of its days. */
      g_autofree char *titles = list_titles (fixture->store, cases[i].text, SB_SEARCH_NEWEST);
      g_autofree char *ranked = list_titles (fixture->store, cases[i].text, SB_SEARCH_RELEVANCE);

      g_test_message ("%s: %s", cases[i].text, ranked);
      g_assert_cmpuint (strlen (titles), ==, strlen (cases[i].titles));
      g_assert_cmpuint (strlen (ranked), ==, strlen (cases[i].titles));
    }

  /* It says so, and the actor itself comes first. */
  answer = sb_test_search_for (fixture->store, "GSIM");
  g_assert_cmpuint (answer->names->len, ==, 4);
  g_assert_true (g_ptr_array_find_with_equal_func (answer->names, "JNIM", g_str_equal, NULL));
  g_assert_false (g_ptr_array_find_with_equal_func (answer->names, "les hommes du désert", g_str_equal, NULL));
  g_assert_cmpint (((SbSearchResult *) g_ptr_array_index (answer->results, 0))->kind, ==, SB_KIND_ACTOR);
}

static void
test_changes (SbTestSearch *fixture,
              gconstpointer data)
{
  g_autoptr (SbRecord) actor = sb_test_make_actor ("Katiba du Macina");
  g_autoptr (SbRecord) document = sb_test_search_put (fixture->store, "essai", "fr", "2026-04-25", "Une embuscade.");
  g_autoptr (SbRef) ref = sb_record_dup_ref (document);
  g_autoptr (SbRef) actor_ref = sb_record_dup_ref (actor);
  g_autoptr (SbRecord) event = sb_test_make_event ("Assaut", "2026-04-25");
  SbRecordBuilder *builder = sb_record_builder_new_from (event);
  SbRecordBuilder *item = sb_record_builder_new (&sb_event_actor_schema);
  g_autoptr (SbRecord) renamed = NULL;
  g_autoptr (SbChangeSet) remove = sb_change_set_new ("Remove");
  g_autoptr (SbChangeSet) remove_actor = sb_change_set_new (NULL);
  g_autofree char *label = NULL;
  g_autoptr (SbSearchAnswer) early = sb_test_search_for (fixture->store, "embuscade");

  /* What is not indexed yet is not found, and it is said how much that is. */
  g_assert_cmpint (early->total, ==, 0);
  g_assert_cmpint (early->n_unindexed, ==, 1);

  sb_test_put (fixture->store, actor, NULL);
  sb_record_builder_set_ref (item, SB_EVENT_ACTOR_ACTOR, actor_ref);
  sb_record_builder_take_item (builder, SB_EVENT_ACTORS, sb_record_builder_end (item));
  g_clear_object (&event);
  event = sb_record_builder_end (builder);
  sb_test_put (fixture->store, event, NULL);
  sb_test_search_index (fixture->store);
  g_assert_cmpint (sb_test_search_count (fixture->store, "embuscade"), ==, 1);
  g_assert_cmpint (sb_test_search_count (fixture->store, "macina"), ==, 2);

  /* Removed, it is gone at once; undone, it is back when it is indexed. */
  sb_change_set_remove (remove, ref);
  g_assert_cmpint (sb_store_apply (fixture->store, remove, NULL), >, 0);
  g_assert_cmpint (sb_test_search_count (fixture->store, "embuscade"), ==, 0);
  label = sb_store_undo (fixture->store, NULL);
  g_assert_cmpstr (label, ==, "Remove");
  sb_test_search_index (fixture->store);
  g_assert_cmpint (sb_test_search_count (fixture->store, "embuscade"), ==, 1);
  g_free (label);
  label = sb_store_redo (fixture->store, NULL);
  sb_test_search_index (fixture->store);
  g_assert_cmpint (sb_test_search_count (fixture->store, "embuscade"), ==, 0);

  /* Renamed, it is found by the new name, and so is what names it. */
  builder = sb_record_builder_new_from (actor);
  sb_record_builder_set_words (builder, SB_ACTOR_NAME, "Front de libération", NULL);
  renamed = sb_record_builder_end (builder);
  sb_test_put (fixture->store, renamed, NULL);
  sb_test_search_index (fixture->store);
  g_assert_cmpint (sb_test_search_count (fixture->store, "macina"), ==, 0);
  g_assert_cmpint (sb_test_search_count (fixture->store, "libération"), ==, 2);

  /* Gone, it is no longer in what named it. */
  sb_change_set_remove (remove_actor, actor_ref);
  g_assert_cmpint (sb_store_apply (fixture->store, remove_actor, NULL), >, 0);
  sb_test_search_index (fixture->store);
  g_assert_cmpint (sb_test_search_count (fixture->store, "libération"), ==, 0);
  g_assert_cmpint (sb_test_search_count (fixture->store, "assaut"), ==, 1);
}

/* What begins with a word, how names with an apostrophe meet, and periods. */
static void
test_beginnings (SbTestSearch *fixture,
                 gconstpointer data)
{
  static const struct
  {
    const char *text;
    const char *titles;
  } cases[] = {
    { "Ndjamena", "un|deux|" },
    { "N’Djamena", "un|deux|" },
    { "ndja*", "un|deux|" },
    { "Bama*", "deux|trois|" },
    { "202*", "trois|" },
    { "zz*", "" },
    { "يش*", "quatre|" },
    { "carbur* -bama*", "un|" },
    { "ét*", "un|" },
    { "since:2026-04-24 until:2026-04-24", "deux|" },
    { "type : document depuis : 2026-04-25", "un|" },
  };

  sb_test_search_add (fixture->store, "un", "fr", "2026-04-25", "Le carburant de N’Djamena, et l’été.");
  sb_test_search_add (fixture->store, "deux", "fr", "2026-04-24", "De Ndjamena à Bamako, des carburants.");
  sb_test_search_add (fixture->store, "trois", "en", "2026-04-23", "Bamako, 2026.");
  sb_test_search_add (fixture->store, "quatre", "ar", "2026-04-22", "يشكر");
  sb_test_search_index (fixture->store);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *ranked = list_titles (fixture->store, cases[i].text, SB_SEARCH_RELEVANCE);

      check_titles (fixture->store, cases[i].text, SB_SEARCH_NEWEST, cases[i].titles);
      g_assert_cmpuint (strlen (ranked), ==, strlen (cases[i].titles));
    }
}

/* A beginning that stands for very many words: the commonest are looked for. */
static void
test_shortened (SbTestSearch *fixture,
                gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("malou ");
  g_autoptr (SbSearchAnswer) all = NULL;
  g_autoptr (SbSearchAnswer) some = NULL;

  for (guint i = 0; i < 200; i++)
    g_string_append_printf (text, "mal%03u mal%03u ", i, i);
  sb_test_search_add (fixture->store, "beaucoup", "fr", "2026-04-25", text->str);
  sb_test_search_add (fixture->store, "un seul", "fr", "2026-04-25", "malou malou malou malou");
  sb_test_search_index (fixture->store);

  all = sb_test_search_for (fixture->store, "mal00*");
  g_assert_cmpuint (all->shortened->len, ==, 0);
  g_assert_cmpint (all->total, ==, 1);

  some = sb_test_search_for (fixture->store, "mal* -rien");
  g_assert_cmpuint (some->shortened->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (some->shortened, 0), ==, "mal*");
  g_assert_cmpint (some->total, ==, 2);
}

static void
test_snippets (SbTestSearch *fixture,
               gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (SbSearchAnswer) answer = NULL;
  const SbSearchResult *result;

  for (guint i = 0; i < 200; i++)
    g_string_append (text, "Rien de tel ici. ");
  g_string_append (text, "Puis\nl’attaque d’État à Gao, ");
  for (guint i = 0; i < 200; i++)
    g_string_append (text, "et rien encore. ");
  sb_test_search_add (fixture->store, "long", "fr", "2026-04-25", text->str);
  sb_test_search_index (fixture->store);

  answer = sb_test_search_for (fixture->store, "attaques gao");
  g_assert_cmpint (answer->total, ==, 1);
  result = g_ptr_array_index (answer->results, 0);
  g_assert_nonnull (strstr (result->snippet, "Puis l’attaque d’État à Gao, et"));
  g_assert_true (g_str_has_prefix (result->snippet, "… "));
  g_assert_true (g_str_has_suffix (result->snippet, " …"));
  g_assert_cmpuint (result->marks->len, ==, 2);
  for (guint i = 0; i < result->marks->len; i++)
    {
      static const char *const marked[] = { "attaque", "Gao" };
      const SbSearchMark *mark = &g_array_index (result->marks, SbSearchMark, i);
      g_autofree char *part = g_utf8_substring (result->snippet, mark->start, mark->end);

      g_assert_cmpstr (part, ==, marked[i]);
    }
}

/* Pages of a list are the list. */
static void
test_pages (SbTestSearch *fixture,
            gconstpointer data)
{
  static const SbSearchOrder orders[] = { SB_SEARCH_RELEVANCE, SB_SEARCH_NEWEST };

  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *title = g_strdup_printf ("n%02u", i);
      g_autofree char *date = g_strdup_printf ("2026-03-%02u", i + 1);

      sb_test_search_add (fixture->store, title, "fr", date, i % 3 == 0 ? "blocus blocus" : "un blocus et bien d’autres mots");
    }
  sb_test_search_index (fixture->store);

  for (guint o = 0; o < G_N_ELEMENTS (orders); o++)
    {
      g_autofree char *all = list_titles (fixture->store, "blocus", orders[o]);
      g_autoptr (GString) pages = g_string_new (NULL);

      for (guint offset = 0; offset < 40; offset += 7)
        {
          SbSearchRequest request = { .text = "blocus", .order = orders[o], .limit = 7, .offset = offset };
          g_autoptr (SbSearchAnswer) answer = sb_test_search_as (fixture->store, &request);

          g_assert_cmpint (answer->total, ==, 30);
          for (guint i = 0; i < answer->results->len; i++)
            g_string_append_printf (pages, "%s|", ((SbSearchResult *) g_ptr_array_index (answer->results, i))->title);
        }
      g_assert_cmpstr (pages->str, ==, all);
    }

  {
    SbSearchRequest request = { .text = "blocus", .order = SB_SEARCH_NEWEST, .limit = 5, .count_max = 3 };
    g_autoptr (SbSearchAnswer) answer = sb_test_search_as (fixture->store, &request);

    g_assert_cmpint (answer->total, ==, 8);
    g_assert_false (answer->is_total_exact);
  }
}

/* Counting stops by what it takes: to go through the rows of hundreds of words, or
 * through those of one. */
static void
test_count (SbTestSearch *fixture,
            gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("\"");
  const struct
  {
    const char *text; /* NULL for all of the words as a phrase */
    guint count_max;
    gint64 least;
    gint64 most;
    gboolean is_exact;
  } cases[] = {
    { "w7", 1000, 80, 80, TRUE },
    { "w7", 20, 25, 25, FALSE },
    { "w7 w8", 1000, 80, 80, TRUE },
    { NULL, 1000, 5, 79, FALSE },
    { NULL, 0, 80, 80, TRUE },
  };

  for (guint i = 0; i < 400; i++)
    g_string_append_printf (text, "w%u ", i);
  g_string_append_c (text, '"');
  for (guint i = 0; i < 80; i++)
    sb_test_search_add (fixture->store, "long", "fr", "2026-04-25", text->str);
  sb_test_search_index (fixture->store);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SbSearchRequest request = { .text = cases[i].text != NULL ? cases[i].text : text->str, .order = SB_SEARCH_NEWEST, .limit = 5, .count_max = cases[i].count_max };
      g_autoptr (SbSearchAnswer) answer = sb_test_search_as (fixture->store, &request);

      g_test_message ("case %u", i);
      g_assert_cmpuint (answer->results->len, ==, 5);
      g_assert_cmpint (answer->total, >=, cases[i].least);
      g_assert_cmpint (answer->total, <=, cases[i].most);
      g_assert_cmpint (answer->is_total_exact, ==, cases[i].is_exact);
    }
}

/* What must hold of any two searches, on what the sample dossier says. */
static void
test_sample (SbTestSearch *fixture,
             gconstpointer data)
{
  static const char *const same[][2] = {
    { "JNIM", "GSIM" },
    { "azawad", "l’Azawad" },
    { "attaque", "attaque attaque" },
    { "securite", "SÉCURITÉ" },
    { "kind:event", "type:événement" },
    { "blocus kind:event,restriction", "blocus (kind:event OU kind:restriction)" },
    { "place:Kidal", "lieu:Kidal" },
    { "since:2026-04 until:2026-04", "depuis:2026-04-01 jusqu:2026-04-30" },
    { "la", "le AND la OR la" },
  };
  static const char *const pairs[][2] = {
    { "blocus", "bamako" },
    { "kidal", "armée" },
    { "fla", "jnim" },
    { "\"africa corps\"", "kidal" },
    { "carbur*", "mali" },
  };
  g_autoptr (GError) error = NULL;
  SbImportCounts counts;

  g_assert_true (sb_dossier_read_sample (fixture->store, &counts, &error));
  sb_test_search_index (fixture->store);

  for (guint i = 0; i < G_N_ELEMENTS (same) - 1; i++)
    {
      g_test_message ("%s = %s", same[i][0], same[i][1]);
      g_assert_cmpint (sb_test_search_count (fixture->store, same[i][0]), >, 0);
      g_assert_cmpint (sb_test_search_count (fixture->store, same[i][0]), ==, sb_test_search_count (fixture->store, same[i][1]));
    }

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *both = g_strdup_printf ("%s %s", pairs[i][0], pairs[i][1]);
      g_autofree char *either = g_strdup_printf ("%s OR %s", pairs[i][0], pairs[i][1]);
      g_autofree char *first = g_strdup_printf ("%s -%s", pairs[i][0], pairs[i][1]);
      gint64 n_first = sb_test_search_count (fixture->store, pairs[i][0]);
      gint64 n_second = sb_test_search_count (fixture->store, pairs[i][1]);
      gint64 n_both = sb_test_search_count (fixture->store, both);

      g_test_message ("%s: %" G_GINT64_FORMAT ", %s: %" G_GINT64_FORMAT ", both: %" G_GINT64_FORMAT, pairs[i][0], n_first, pairs[i][1], n_second, n_both);
      g_assert_cmpint (n_first, >, 0);
      g_assert_cmpint (n_second, >, 0);
      g_assert_cmpint (sb_test_search_count (fixture->store, either), ==, n_first + n_second - n_both);
      g_assert_cmpint (sb_test_search_count (fixture->store, first), ==, n_first - n_both);
    }

  g_assert_cmpint (sb_test_search_count (fixture->store, "kind:event -blocus"), ==, sb_test_search_count (fixture->store, "kind:event") - sb_test_search_count (fixture->store, "kind:event blocus"));
  g_assert_cmpint (sb_test_search_count (fixture->store, "actor:JNIM kind:event"), >, 0);
  g_assert_cmpint (sb_test_search_count (fixture->store, "actor:JNIM kind:document"), >, 0);
  g_assert_cmpint (sb_test_search_count (fixture->store, "actor:JNIM kind:extract"), >, 0);
  g_assert_cmpint (sb_test_search_count (fixture->store, "place:Mali kind:event"), >, sb_test_search_count (fixture->store, "place:Kidal kind:event"));
}

static void
test_faults (SbTestSearch *fixture,
             gconstpointer data)
{
  static const struct
  {
    const char *text;
    SbSearchError code;
  } faults[] = {
    { "-mali", SB_SEARCH_ERROR_ONLY_NOT },
    { "mali OR -niger", SB_SEARCH_ERROR_ONLY_NOT },
    { "mali OR actor:x", SB_SEARCH_ERROR_MIXED },
    { "-(mali kind:event)", SB_SEARCH_ERROR_MIXED },
    { "kind:chose", SB_SEARCH_ERROR_KIND },
    { "lang:de", SB_SEARCH_ERROR_LANGUAGE },
    { "since:hier", SB_SEARCH_ERROR_DATE },
    { "since:2026-13", SB_SEARCH_ERROR_DATE },
    { "until:2026-01/2026-02", SB_SEARCH_ERROR_DATE },
    { "since:2025,2026", SB_SEARCH_ERROR_DATE },
    { "since:2025-06 until:2025-01", SB_SEARCH_ERROR_PERIOD },
    { "mali until:2024 since:2025", SB_SEARCH_ERROR_PERIOD },
    { "actor:personne", SB_SEARCH_ERROR_NO_ACTOR },
    { "place:nulle", SB_SEARCH_ERROR_NO_PLACE },
    { "source:aucune", SB_SEARCH_ERROR_NO_SOURCE },
    { "source:%", SB_SEARCH_ERROR_NO_SOURCE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      SbSearchRequest request = { .text = faults[i].text };
      g_autoptr (GError) error = NULL;
      g_autoptr (SbSearchAnswer) answer = sb_store_search (fixture->store, &request, &error);

      g_test_message ("%s", faults[i].text);
      g_assert_null (answer);
      g_assert_error (error, SB_SEARCH_ERROR, (int) faults[i].code);
    }
}

/* Whatever is typed is understood or refused; SQLite never complains. */
static void
test_hostile (SbTestSearch *fixture,
              gconstpointer data)
{
  static const char *const pieces[] = {
    "mali",
    "-",
    "(",
    ")",
    "\"",
    "OR ",
    "ET ",
    "*",
    "kind:",
    "event ",
    "actor:",
    "JNIM ",
    " ",
    "é",
    "«",
    "»",
    "~",
    "'",
    "x",
    "NEAR(",
    "{title}:",
    "^",
    "\\",
    ":",
    "%",
    "a b c ",
    "\n",
    "OU",
    "\xc3",
    "+",
    "since:",
    "2026 ",
    "'; DROP TABLE record --",
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260425);
  g_autoptr (SbRecord) group = make_group ();

  sb_test_put (fixture->store, group, NULL);
  sb_test_search_add (fixture->store, "un", "fr", "2026-04-25", "mali x a b c \"'; DROP TABLE record -- \x01\x02 jnim");
  sb_test_search_index (fixture->store);
  for (guint i = 0; i < 4000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      guint n_pieces = (guint) g_rand_int_range (rand, 1, 12);
      g_autoptr (SbSearchAnswer) answer = NULL;
      g_autoptr (GError) error = NULL;
      SbSearchRequest request = { .order = i % 2 };

      for (guint j = 0; j < n_pieces; j++)
        g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      request.text = text->str;
      answer = sb_store_search (fixture->store, &request, &error);
      if (answer != NULL)
        continue;

      g_test_message ("%s: %s", text->str, error->message);
      g_assert_true (error->domain == SB_SEARCH_ERROR);
    }
}

int
main (int argc,
      char *argv[])
{
  static const struct
  {
    const char *name;
    void (*func) (SbTestSearch *, gconstpointer);
  } tests[] = {
    { "forms", test_forms },
    { "order", test_order },
    { "names", test_names },
    { "changes", test_changes },
    { "beginnings", test_beginnings },
    { "shortened", test_shortened },
    { "snippets", test_snippets },
    { "count", test_count },
    { "pages", test_pages },
    { "sample", test_sample },
    { "faults", test_faults },
    { "hostile", test_hostile },
  };

  g_setenv ("SB_CLOCK", "2026-05-01T09:00:00Z", TRUE);
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/catalogue/search/", tests[i].name, NULL);

      g_test_add (path, SbTestSearch, NULL, sb_test_search_open, tests[i].func, sb_test_search_close);
    }

  return g_test_run ();
}
