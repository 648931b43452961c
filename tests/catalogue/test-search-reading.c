/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include <string.h>

#include "sb-search-reading.h"
#include "sb-search-tokenizer.h"
#include "sb-words.h"

#define FRENCH  (1 << SB_LANGUAGE_FR)
#define ENGLISH (1 << SB_LANGUAGE_EN)

/* Texts of a record, and the words that are met in them, by the alphabet, each as often as
 * it is there and with the languages that it was in. */
static const struct
{
  const char *title;
  const char *french; /* (nullable) of the body */
  const char *english; /* (nullable) of the body */
  const char *words;
} cases[] = {
  { "Kidal", "L’armée d’Azawad à Kidal", "The road to Kidal",
    "a 1 f, armee 1 f, azawad 1 f, kidal 3 fe, road 1 e, the 1 e, to 1 e" },
  { "", NULL, NULL, "" },
  { "…", "— !", NULL, "" },
  { "N’Djamena", NULL, "Mali’s œuvre", "mali 1 e, ndjamena 1, oeuvre 1 e" },
  { "Timbuktu", "anticonstitutionnellement anticonstitutionnellement", "internationalisation",
    "anticonstitutionnellement 2 f, internationalisation 1 e, timbuktu 1" },
  /* A word that is longer than one that is told apart. */
  { "x", "wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww", NULL,
    "wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww 1 f, x 1" },
};

static void
take_case (SbSearchReading *reading,
           guint i)
{
  g_auto (SbSearchText) text = { 0 };

  _sb_search_text_init (&text);
  _sb_search_text_add_title (&text, SB_TEXT_NAMES, cases[i].title);
  _sb_search_text_add_body (&text, SB_TEXT_FRENCH, cases[i].french);
  _sb_search_text_add_body (&text, SB_TEXT_ENGLISH, cases[i].english);
  _sb_search_reading_take (reading, &text);
}

static char *
describe (SbWordSet *words)
{
  GString *out = g_string_new (NULL);

  _sb_word_set_sort (words);
  for (guint32 i = 0; i < words->n_words; i++)
    {
      const SbMetWord *word = &words->slots[i];

      g_string_append_printf (out, "%s%s %u%s%s%s", i > 0 ? ", " : "", _sb_word_set_get_letters (words, word), word->n,
                              word->languages != 0 ? " " : "", (word->languages & FRENCH) != 0 ? "f" : "",
                              (word->languages & ENGLISH) != 0 ? "e" : "");
    }

  return g_string_free (out, FALSE);
}

static void
test_words (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SbSearchReading) reading = _sb_search_reading_new ();
      g_autofree char *words = NULL;

      take_case (reading, i);
      _sb_search_reading_run (reading);
      words = describe (reading->words);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* Words of what was read apart are met as often as of what was read together. */
static void
test_together (void)
{
  g_autoptr (SbSearchReading) all = _sb_search_reading_new ();
  g_autoptr (SbWordSet) together = _sb_word_set_new ();
  g_autofree char *words = NULL;
  g_autofree char *words_together = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SbSearchReading) one = _sb_search_reading_new ();

      take_case (all, i);
      take_case (one, i);
      _sb_search_reading_run (one);
      _sb_word_set_add_all (together, one->words);
    }

  _sb_search_reading_run (all);
  words = describe (all->words);
  words_together = describe (together);
  g_assert_cmpstr (words_together, ==, words);
}

static SbConnection *
open_index (void)
{
  g_autoptr (GError) error = NULL;
  SbConnection *connection = sb_connection_open (":memory:", SB_CONNECTION_CREATE, &error);

  g_assert_no_error (error);
  g_assert_true (_sb_tokenizer_register (connection, &error));
  g_assert_no_error (error);
  sb_connection_exec (connection,
                      "CREATE VIRTUAL TABLE search USING fts5 (title, body, content = '', columnsize = 0, tokenize = 'sahelbrief');"
                      "CREATE VIRTUAL TABLE instance USING fts5vocab (search, instance)",
                      &error);
  g_assert_no_error (error);
  return connection;
}

static void
add_to_index (SbConnection *connection,
              const SbReadRecord *record,
              gint64 key)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SbStatement) add =
    sb_connection_prepare (connection, "INSERT INTO search (rowid, title, body) VALUES (:key, :title, :body)", &error);

  g_assert_no_error (error);
  sb_statement_bind_int (add, ":key", key);
  sb_statement_bind_text (add, ":title", record->title->str);
  sb_statement_bind_text (add, ":body", record->body->str);
  sb_statement_run (add, &error);
  g_assert_no_error (error);
}

/* The words of @text, as SbWords has them, are those that the index has of the column, in
 * their order. */
static void
assert_column (SbConnection *connection,
               gint64 key,
               const char *column,
               const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SbStatement) list = sb_connection_prepare (
    connection, "SELECT term, offset FROM instance WHERE doc = :key AND col = :column ORDER BY offset", &error);
  SbWords words;
  int n = 0;

  g_assert_no_error (error);
  sb_statement_bind_int (list, ":key", key);
  sb_statement_bind_text (list, ":column", column);
  sb_words_init (&words, text, strlen (text));
  while (sb_words_next (&words))
    {
      if (words.is_elided)
        continue;

      g_assert_true (sb_statement_step (list, &error));
      g_assert_cmpstr (sb_statement_get_text (list, "term"), ==, words.word);
      g_assert_cmpint (sb_statement_get_int (list, "offset"), ==, n++);
    }

  g_assert_false (sb_statement_step (list, &error));
  g_assert_no_error (error);
}

/* What was read ahead makes the same index as reading it word by word. */
static void
test_index (void)
{
  g_autoptr (SbConnection) connection = open_index ();
  g_autoptr (SbSearchReading) reading = _sb_search_reading_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    take_case (reading, i);
  _sb_search_reading_run (reading);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *body = g_strjoin ("\n", cases[i].french != NULL ? cases[i].french : "",
                                         cases[i].english != NULL ? cases[i].english : "", NULL);

      add_to_index (connection, &g_array_index (reading->records, SbReadRecord, i), i + 1);
      assert_column (connection, i + 1, "title", cases[i].title);
      assert_column (connection, i + 1, "body", body);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/catalogue/search-reading/words", test_words);
  g_test_add_func ("/catalogue/search-reading/together", test_together);
  g_test_add_func ("/catalogue/search-reading/index", test_index);

  return g_test_run ();
}
