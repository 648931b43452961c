/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-search-stems.h"

#include <libstemmer.h>
#include <stdlib.h>
#include <string.h>

#define LENGTH_MIN 4
#define STEM_MIN   3
#define STEM_BYTES 64

struct _SbStems
{
  struct sb_stemmer *stemmers[SB_N_LANGUAGES]; /* (owned) */
  char stem[STEM_BYTES];
};

/* Names of the field that a stemmer would give the stem of another word or of
 * another name ("Kaya" and "Kayes", "Alger" and "Algérie"); folded
 * and sorted. */
static const char *const names[] = {
  "alger",
  "algeria",
  "algerie",
  "ansar",
  "aqmi",
  "bamako",
  "banamba",
  "bandiagara",
  "barkhane",
  "benin",
  "boni",
  "boulkessi",
  "bourem",
  "cedeao",
  "conakry",
  "dakar",
  "dane",
  "diabaly",
  "diafarabe",
  "diboli",
  "diema",
  "dine",
  "diori",
  "dire",
  "djenne",
  "djibo",
  "dogo",
  "dori",
  "douna",
  "ecowas",
  "fama",
  "gambia",
  "gambie",
  "ghana",
  "gossi",
  "goundam",
  "gourma",
  "guinea",
  "guinee",
  "kala",
  "kati",
  "kaya",
  "kayes",
  "kita",
  "koro",
  "koufa",
  "koulikoro",
  "lere",
  "lome",
  "macina",
  "mali",
  "mauritania",
  "mauritanie",
  "menaka",
  "minusma",
  "mopti",
  "mora",
  "nara",
  "niger",
  "nigeria",
  "niono",
  "nioro",
  "nusrat",
  "ouaga",
  "segou",
  "senegal",
  "senou",
  "sevare",
  "tabankort",
  "tchad",
  "tema",
  "tera",
  "tessalit",
  "tiani",
  "togo",
  "touba",
  "wagner",
  "yelimane",
  "zinder",
};

/* In both languages at once: a word that is common in one is seldom looked for
 * in the other; sorted. */
static const char *const stop_words[] = {
  "about",
  "after",
  "ai",
  "also",
  "an",
  "and",
  "apres",
  "are",
  "as",
  "at",
  "au",
  "aussi",
  "autre",
  "autres",
  "aux",
  "avait",
  "avant",
  "avec",
  "avoir",
  "be",
  "been",
  "before",
  "but",
  "by",
  "car",
  "ce",
  "cela",
  "celle",
  "celui",
  "ces",
  "cet",
  "cette",
  "ceux",
  "chez",
  "comme",
  "contre",
  "could",
  "dans",
  "de",
  "depuis",
  "des",
  "dont",
  "du",
  "elle",
  "elles",
  "en",
  "encore",
  "entre",
  "est",
  "et",
  "etaient",
  "etait",
  "ete",
  "etre",
  "eux",
  "fait",
  "for",
  "from",
  "had",
  "has",
  "have",
  "he",
  "her",
  "his",
  "how",
  "if",
  "il",
  "ils",
  "in",
  "into",
  "is",
  "it",
  "its",
  "je",
  "la",
  "le",
  "les",
  "leur",
  "leurs",
  "lui",
  "mais",
  "me",
  "meme",
  "memes",
  "mes",
  "moi",
  "mon",
  "more",
  "ne",
  "no",
  "nos",
  "not",
  "notre",
  "nous",
  "of",
  "on",
  "ont",
  "or",
  "ou",
  "our",
  "par",
  "pas",
  "plus",
  "pour",
  "qu",
  "quand",
  "que",
  "qui",
  "quoi",
  "sa",
  "sans",
  "se",
  "sera",
  "ses",
  "she",
  "should",
  "si",
  "so",
  "some",
  "son",
  "sont",
  "sous",
  "sur",
  "ta",
  "te",
  "than",
  "that",
  "the",
  "their",
  "them",
  "then",
  "there",
  "these",
  "they",
  "this",
  "those",
  "to",
  "tous",
  "tout",
  "toute",
  "toutes",
  "tres",
  "tu",
  "un",
  "une",
  "up",
  "us",
  "vers",
  "vos",
  "votre",
  "vous",
  "was",
  "we",
  "were",
  "what",
  "when",
  "where",
  "which",
  "who",
  "will",
  "with",
  "would",
  "y",
  "you",
  "your",
};

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  return strcmp (a, *(const char *const *) b);
}

static gboolean
is_name (const char *word)
{
  return bsearch (word, names, G_N_ELEMENTS (names), sizeof names[0], compare_words) != NULL;
}

gboolean
_sb_stems_is_stop_word (const char *word)
{
  g_return_val_if_fail (word != NULL, FALSE);

  /* Single letters are initials at best. */
  return (g_ascii_isalpha (word[0]) && word[1] == '\0') ||
         bsearch (word, stop_words, G_N_ELEMENTS (stop_words), sizeof stop_words[0], compare_words) != NULL;
}

SbStems *
_sb_stems_new (void)
{
  static const char *const algorithms[SB_N_LANGUAGES] = {
    [SB_LANGUAGE_FR] = "french",
    [SB_LANGUAGE_EN] = "english",
  };
  SbStems *self = g_new0 (SbStems, 1);

  for (guint i = 0; i < SB_N_LANGUAGES; i++)
    self->stemmers[i] = sb_stemmer_new (algorithms[i], "UTF_8");

  return self;
}

void
_sb_stems_free (SbStems *self)
{
  for (guint i = 0; i < SB_N_LANGUAGES; i++)
    sb_stemmer_delete (self->stemmers[i]);
  g_free (self);
}

static gboolean
is_plain (const char *word,
          gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (word[i] < 'a' || word[i] > 'z')
      return FALSE;

  return TRUE;
}

/* "loi" and "feu" have the plurals "lois" and "feux"; other words as short have no
 * forms that are worth their mistakes. */
static gboolean
is_long_enough (const char *word,
                gsize length)
{
  return length >= LENGTH_MIN || (length == STEM_MIN && (g_str_equal (word + 1, "oi") || g_str_equal (word + 1, "eu")));
}

static gboolean
may_have_stem (const char *word,
               gsize length)
{
  return is_long_enough (word, length) && length < STEM_BYTES && is_plain (word, length) && !is_name (word) && !_sb_stems_is_stop_word (word);
}

/* A participle of the first group is known by its accent, which is folded away:
 * "attaquees" is to go with "attaque" and not to end as "attaque". */
static gsize
drop_feminine (const char *word,
               gsize length)
{
  if (length > LENGTH_MIN && memcmp (word + length - 3, "ees", 3) == 0)
    return length - 2;

  return length > LENGTH_MIN && memcmp (word + length - 2, "ee", 2) == 0 ? length - 1 : length;
}

/* The stemmer leaves these plurals as they are: "convois", "lois", "essais",
 * "lieux", "enjeux". */
static gsize
drop_plural (const char *stem,
             gsize length)
{
  static const char *const ends[] = { "ois", "ais", "eux" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (length > STEM_MIN && memcmp (stem + length - 3, ends[i], 3) == 0)
      return length - 1;

  return length;
}

/* Of feminines in "que", the ones whose masculine ends as it sounds; all others are
 * no forms of a word in "c" ("banque" and "banc"). NULL for these. */
static const char *
find_masculine (const char *word,
                gsize length)
{
  static const struct
  {
    const char *feminine;
    const char *masculine;
  } pairs[] = {
    { "grecque", "grec" },
    { "publique", "public" },
    { "turque", "turc" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      gsize n = strlen (pairs[i].feminine);

      if (strncmp (word, pairs[i].feminine, n) == 0 && (length == n || (length == n + 1 && word[n] == 's')))
        return pairs[i].masculine;
    }

  return NULL;
}

/* The stemmer takes "ais" and "ai" for the ends of verbs: "sénégalais" would go with
 * the name and not with "sénégalaise", "français" with "franc", "palais" with "pal",
 * and "délai" with neither. In what is written about others, "je parlais" is rare;
 * the future and the conditional, in "rai" and "rais", are left to it. */
static gboolean
is_noun_in_ai (const char *word,
               gsize length)
{
  gsize end = word[length - 1] == 's' ? length - 1 : length;

  return end > LENGTH_MIN && memcmp (word + end - 2, "ai", 2) == 0 && word[end - 3] != 'r';
}

/* Writes what the stemmer makes of a word to @stem. Returns how long it is, 0 for
 * none. */
static gsize
run_stemmer (SbStems *self,
             SbLanguage language,
             const char *word,
             gsize length)
{
  struct sb_stemmer *stemmer = self->stemmers[language];
  const sb_symbol *symbols = sb_stemmer_stem (stemmer, (const sb_symbol *) word, (int) length);
  gsize n_symbols = symbols != NULL ? (gsize) sb_stemmer_length (stemmer) : 0;

  if (n_symbols == 0 || n_symbols >= STEM_BYTES)
    return 0;

  memcpy (self->stem, symbols, n_symbols);
  return n_symbols;
}

static gsize
run_french (SbStems *self,
            const char *word,
            gsize length)
{
  const char *masculine = find_masculine (word, length);

  if (masculine != NULL)
    return g_strlcpy (self->stem, masculine, sizeof self->stem);

  if (!is_noun_in_ai (word, length))
    return drop_plural (self->stem, run_stemmer (self, SB_LANGUAGE_FR, word, drop_feminine (word, length)));

  memcpy (self->stem, word, length);
  return drop_plural (self->stem, length);
}

const char *
_sb_stems_get (SbStems *self,
               SbLanguage language,
               const char *word)
{
  gsize length = strlen (word);

  g_return_val_if_fail ((guint) language < SB_N_LANGUAGES, NULL);

  if (self->stemmers[language] == NULL || !may_have_stem (word, length))
    return NULL;

  length = language == SB_LANGUAGE_FR ? run_french (self, word, length) : run_stemmer (self, language, word, length);
  if (length < STEM_MIN)
    return NULL;

  self->stem[length] = '\0';
  return self->stem;
}
