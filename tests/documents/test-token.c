/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-token.h"
#include "sb-word-hash.h"
#include "sb-words.h"

/* What words are made of and stand between, in every script and combination that the
 * quick way through a text and the other one part at. */
static const char *const pieces[] = {
  "a",
  "le",
  "N",
  "L",
  "d",
  "mali",
  "GAO",
  "é",
  "É",
  "œ",
  "ß",
  "ı",
  "5",
  "n°",
  "ʼ",
  "'",
  "’",
  "`",
  "´",
  "-",
  "–",
  " ",
  "\u00A0",
  "\u202F",
  "\n",
  ".",
  ",",
  "(",
  ")",
  "«",
  "»",
  "½",
  "ﷺ",
  "ﬁ",
  "e\u0301",
  "\u00AD",
  "\u200B",
  "\u200D",
  "م",
  "Ɓ",
  "ẖ",
  "漢",
  "😀",
  "€",
  "…",
  "_",
  "$",
  "\t",
  "Z",
  "y",
  "h",
  "s",
};

#define N_TEXTS  4000
#define N_PIECES 24

static char *
make_text (GRand *random)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < N_PIECES; i++)
    g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
  return g_string_free (text, FALSE);
}

static void
compare (const char *text,
         gsize n_bytes)
{
  g_autoptr (SbTokens) tokens = _sb_tokens_new (text, n_bytes);
  gsize end = 0;
  guint n = 0;
  SbWords words;

  sb_words_init (&words, text, n_bytes);
  while (sb_words_next (&words))
    {
      const SbToken *token;

      /* Characters that are two words are one place. */
      if (n > 0 && words.start < end)
        continue;
      if (n >= tokens->n_tokens)
        g_error ("too few words in “%s”", text);
      token = &tokens->tokens[n++];
      if (token->start != words.start || token->end < words.end || g_strcmp0 (token->word, words.word) != 0 ||
          token->length != words.length || token->hash != _sb_word_hash (words.word, words.length))
        g_error ("“%s” at %" G_GSIZE_FORMAT " and not “%s” at %" G_GSIZE_FORMAT " in “%s”", token->word, token->start,
                 words.word, words.start, text);
      end = token->end;
    }

  g_assert_cmpuint (n, ==, tokens->n_tokens);
}

/* A token is a word of sb_words_next(), whichever way it was read. */
static void
test_words (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed ((guint32) g_test_rand_int ());

  for (guint i = 0; i < N_TEXTS; i++)
    {
      g_autofree char *text = make_text (random);

      compare (text, strlen (text));
    }
}

/* Words of more letters than are kept, and of more than one block. */
static void
test_long (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 1; i < 200; i++)
    {
      for (guint j = 0; j < i; j++)
        g_string_append (text, j % 7 == 3 ? "œ" : "a");
      g_string_append_c (text, ' ');
    }
  compare (text->str, text->len);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documents/token/words", test_words);
  g_test_add_func ("/documents/token/long", test_long);
  return g_test_run ();
}
