/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-bench"

#include "config.h"

#include "sb-made-documents.h"

#include <math.h>

#include "sb-actor.h"
#include "sb-block.h"
#include "sb-change-set.h"
#include "sb-document.h"
#include "sb-place.h"
#include "sb-record-builder.h"
#include "sb-source.h"

#define UNIT         1000
#define SPAN_DAYS    3650
#define N_SOURCES    200
#define N_WORDS      30000 /* of each language */
#define N_PARAGRAPHS 5
#define WORDS_MIN    60 /* of a paragraph */
#define WORDS_MAX    104
#define TITLE_WORDS  9
#define SENTENCE_MAX 22
#define N_TOPICS     3

/* Of a hundred words, names; and of these, the ones that the text is about. */
#define NAME_SHARE  6
#define TOPIC_SHARE 60

/* The exponent of Zipf's law, for running text. */
#define EXPONENT 1.05

/* The commonest words first, as in texts; then such as news of the Sahel are
 * made of. */
static const char *const french_words[] = {
  "de",
  "la",
  "le",
  "et",
  "les",
  "des",
  "en",
  "à",
  "du",
  "une",
  "un",
  "que",
  "dans",
  "pour",
  "par",
  "au",
  "qui",
  "sur",
  "est",
  "a",
  "ne",
  "pas",
  "plus",
  "ce",
  "il",
  "avec",
  "son",
  "aux",
  "sont",
  "cette",
  "ses",
  "mais",
  "ont",
  "comme",
  "été",
  "se",
  "leur",
  "être",
  "entre",
  "ou",
  "depuis",
  "après",
  "contre",
  "ces",
  "deux",
  "fait",
  "même",
  "aussi",
  "leurs",
  "dont",
  "où",
  "l’armée",
  "l’État",
  "attaque",
  "attaques",
  "sécurité",
  "groupe",
  "groupes",
  "forces",
  "armés",
  "région",
  "villes",
  "population",
  "populations",
  "ministre",
  "président",
  "gouvernement",
  "militaires",
  "junte",
  "blocus",
  "carburant",
  "défense",
  "nord",
  "centre",
  "terroristes",
  "jihadistes",
  "routes",
  "convoi",
  "camions-citernes",
  "civils",
  "morts",
  "blessés",
  "drones",
  "accord",
  "rebelles",
  "séparatistes",
  "transition",
  "élections",
  "frontière",
  "d’assaut",
  "embuscade",
  "déplacés",
  "crise",
  "humanitaire",
  "marchés",
  "prix",
  "pénurie",
  "carburants",
  "carburateur",
  "alliance",
  "offensive",
  "mercenaires",
};

static const char *const english_words[] = {
  "the",
  "of",
  "and",
  "to",
  "in",
  "a",
  "that",
  "for",
  "is",
  "was",
  "on",
  "by",
  "with",
  "as",
  "at",
  "from",
  "it",
  "has",
  "have",
  "be",
  "are",
  "its",
  "an",
  "were",
  "which",
  "their",
  "this",
  "had",
  "but",
  "not",
  "they",
  "his",
  "who",
  "been",
  "more",
  "after",
  "also",
  "or",
  "between",
  "against",
  "two",
  "other",
  "over",
  "than",
  "into",
  "when",
  "there",
  "about",
  "all",
  "since",
  "army",
  "state",
  "attack",
  "attacks",
  "security",
  "group",
  "groups",
  "forces",
  "armed",
  "region",
  "towns",
  "population",
  "minister",
  "president",
  "government",
  "soldiers",
  "junta",
  "blockade",
  "fuel",
  "defence",
  "north",
  "centre",
  "terrorists",
  "jihadists",
  "roads",
  "convoy",
  "tankers",
  "civilians",
  "killed",
  "wounded",
  "drones",
  "agreement",
  "rebels",
  "separatists",
  "transition",
  "elections",
  "border",
  "assault",
  "ambush",
  "displaced",
  "crisis",
  "humanitarian",
  "markets",
  "prices",
  "shortage",
  "carburettor",
  "alliance",
  "offensive",
  "mercenaries",
};

/* In both languages, the ones that are in the news most often first. */
static const char *const names[] = {
  "Mali",
  "Bamako",
  "JNIM",
  "Niger",
  "Burkina Faso",
  "Sahel",
  "Sénégal",
  "Africa Corps",
  "GSIM",
  "Azawad",
  "Kidal",
  "FLA",
  "Gao",
  "Tombouctou",
  "Ménaka",
  "Niamey",
  "Ouagadougou",
  "AES",
  "CEDEAO",
  "Russie",
  "Wagner",
  "Kayes",
  "Ségou",
  "Mopti",
  "Sévaré",
  "Assimi Goïta",
  "Algérie",
  "Mauritanie",
  "Côte d’Ivoire",
  "Dakar",
  "Nioro",
  "Kati",
  "Sikasso",
  "Tessalit",
  "Iyad Ag Ghaly",
  "État islamique",
  "Diboli",
  "Nampala",
  "Farabougou",
  "Léré",
  "Djibo",
  "Fada N’Gourma",
  "Tillabéri",
  "Diafarabé",
  "Kouyesnou",
};

static const struct
{
  const char *name;
  const char *short_name;
  const char *aliases[3];
} actors[] = {
  { "Groupe de soutien à l’islam et aux musulmans", "JNIM", { "GSIM", "Jama’at Nusrat al-Islam wal-Muslimin" } },
  { "Front de libération de l’Azawad", "FLA", { "Azawad Liberation Front" } },
  { "Alliance des États du Sahel", "AES", { "Alliance of Sahel States" } },
  { "Africa Corps", NULL, { "Wagner" } },
};

typedef struct
{
  char **words; /* (owned) */
  guint n_words;
  double *sums; /* (owned) of the shares of the words up to each */
} Vocabulary;

typedef struct
{
  SbStore *store; /* (unowned) */
  GRand *rand; /* (owned) */
  GPtrArray *sources; /* (owned) (element-type SbRef) */
  Vocabulary languages[SB_N_LANGUAGES];
  Vocabulary names;
} Maker;

static void
vocabulary_clear (Vocabulary *self)
{
  g_strfreev (self->words);
  g_free (self->sums);
}

static void
maker_clear (Maker *maker)
{
  for (guint i = 0; i < SB_N_LANGUAGES; i++)
    vocabulary_clear (&maker->languages[i]);
  vocabulary_clear (&maker->names);
  g_clear_pointer (&maker->sources, g_ptr_array_unref);
  g_clear_pointer (&maker->rand, g_rand_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Maker, maker_clear)

/* A word that nobody knows, as it would be spelt. */
static char *
make_word (Maker *maker,
           SbLanguage language)
{
  static const char *const onsets[] = { "b", "c", "d", "f", "g", "l", "m", "n", "p", "r", "s", "t", "v", "br", "tr", "pl", "st" };
  static const char *const french_ends[] = { "é", "er", "ement", "ation", "ité", "eur", "euse", "es", "ée", "ant", "on", "ique" };
  static const char *const english_ends[] = { "ed", "ing", "ment", "ation", "ity", "er", "ly", "es", "ness", "ant", "on", "ic" };
  static const char vowels[] = "aeiou";
  GString *word = g_string_new (NULL);
  guint n_syllables = (guint) g_rand_int_range (maker->rand, 1, 4);

  for (guint i = 0; i < n_syllables; i++)
    {
      g_string_append (word, onsets[g_rand_int_range (maker->rand, 0, G_N_ELEMENTS (onsets))]);
      g_string_append_c (word, vowels[g_rand_int_range (maker->rand, 0, 5)]);
    }
  g_string_append (word, onsets[g_rand_int_range (maker->rand, 0, G_N_ELEMENTS (onsets))]);
  g_string_append (word, (language == SB_LANGUAGE_FR ? french_ends : english_ends)[g_rand_int_range (maker->rand, 0, G_N_ELEMENTS (french_ends))]);
  return g_string_free (word, FALSE);
}

/* The word at rank n has a share of 1/n^EXPONENT. */
static void
set_shares (Vocabulary *self)
{
  double sum = 0;

  self->sums = g_new (double, self->n_words);
  for (guint i = 0; i < self->n_words; i++)
    {
      sum += pow (i + 1, -EXPONENT);
      self->sums[i] = sum;
    }
}

static void
fill_vocabulary (Maker *maker,
                 SbLanguage language)
{
  const char *const *known = language == SB_LANGUAGE_FR ? french_words : english_words;
  guint n_known = language == SB_LANGUAGE_FR ? G_N_ELEMENTS (french_words) : G_N_ELEMENTS (english_words);
  Vocabulary *self = &maker->languages[language];

  self->n_words = N_WORDS;
  self->words = g_new0 (char *, N_WORDS + 1);
  for (guint i = 0; i < N_WORDS; i++)
    self->words[i] = i < n_known ? g_strdup (known[i]) : make_word (maker, language);
  set_shares (self);
}

static const char *
pick (Maker *maker,
      const Vocabulary *vocabulary)
{
  double x = g_rand_double (maker->rand) * vocabulary->sums[vocabulary->n_words - 1];
  guint low = 0;
  guint high = vocabulary->n_words - 1;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (vocabulary->sums[middle] < x)
        low = middle + 1;
      else
        high = middle;
    }

  return vocabulary->words[low];
}

static void
append_words (Maker *maker,
              GString *out,
              SbLanguage language,
              const char *const *topics,
              guint n_words)
{
  guint in_sentence = 0;

  for (guint i = 0; i < n_words; i++)
    {
      const char *word;

      if (g_rand_int_range (maker->rand, 0, 100) >= NAME_SHARE)
        word = pick (maker, &maker->languages[language]);
      else if (g_rand_int_range (maker->rand, 0, 100) < TOPIC_SHARE)
        word = topics[g_rand_int_range (maker->rand, 0, N_TOPICS)];
      else
        word = pick (maker, &maker->names);

      if (i > 0)
        g_string_append (out, in_sentence == 0 ? ". " : " ");
      if (in_sentence == 0)
        g_string_append_unichar (out, g_unichar_totitle (g_utf8_get_char (word)));
      else
        g_string_append_unichar (out, g_utf8_get_char (word));
      g_string_append (out, g_utf8_next_char (word));
      in_sentence = in_sentence < SENTENCE_MAX && g_rand_int_range (maker->rand, 0, SENTENCE_MAX) > 0 ? in_sentence + 1 : 0;
    }
}

static void
add_document (Maker *maker,
              SbChangeSet *changes,
              guint number)
{
  SbLanguage language = number % 2 == 0 ? SB_LANGUAGE_FR : SB_LANGUAGE_EN;
  SbRecordBuilder *builder = sb_record_builder_new (&sb_document_schema);
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_block_unref);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (SbRecord) document = NULL;
  g_autoptr (SbDate) date = sb_date_new_for_day (SB_MADE_LAST_DAY - g_rand_int_range (maker->rand, 0, SPAN_DAYS));
  const char *topics[N_TOPICS];

  for (guint i = 0; i < N_TOPICS; i++)
    topics[i] = pick (maker, &maker->names);

  append_words (maker, text, language, topics, TITLE_WORDS);
  sb_record_builder_set_text (builder, SB_DOCUMENT_TITLE, text->str);
  sb_record_builder_set_text (builder, SB_DOCUMENT_LANGUAGE, sb_language_get_code (language));
  sb_record_builder_set_date (builder, SB_DOCUMENT_DATE, date);
  sb_record_builder_set_ref (builder, SB_DOCUMENT_SOURCE, g_ptr_array_index (maker->sources, number % N_SOURCES));
  for (guint i = 0; i < N_PARAGRAPHS; i++)
    {
      g_string_truncate (text, 0);
      append_words (maker, text, language, topics, (guint) g_rand_int_range (maker->rand, WORDS_MIN, WORDS_MAX));
      g_string_append_c (text, '.');
      g_ptr_array_add (blocks, sb_block_new (SB_BLOCK_PARAGRAPH, 0, 0, text->str, NULL));
    }

  document = sb_record_builder_end (builder);
  sb_change_set_put_document (changes, document, blocks, NULL);
}

static void
add_sources (Maker *maker,
             SbChangeSet *changes)
{
  maker->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_ref_unref);
  for (guint i = 0; i < N_SOURCES; i++)
    {
      SbRecordBuilder *builder = sb_record_builder_new (&sb_source_schema);
      g_autofree char *name = g_strdup_printf ("Agence n° %u", i + 1);
      g_autoptr (SbRecord) source = NULL;

      sb_record_builder_set_words (builder, SB_SOURCE_NAME, name, NULL);
      source = sb_record_builder_end (builder);
      sb_change_set_put (changes, source);
      g_ptr_array_add (maker->sources, sb_record_dup_ref (source));
    }
}

static void
add_actors (SbChangeSet *changes)
{
  for (guint i = 0; i < G_N_ELEMENTS (actors); i++)
    {
      SbRecordBuilder *builder = sb_record_builder_new (&sb_actor_schema);
      g_autoptr (SbRecord) actor = NULL;

      sb_record_builder_set_words (builder, SB_ACTOR_NAME, actors[i].name, NULL);
      sb_record_builder_set_text (builder, SB_ACTOR_SHORT_NAME, actors[i].short_name);
      for (guint j = 0; j < G_N_ELEMENTS (actors[i].aliases) && actors[i].aliases[j] != NULL; j++)
        {
          SbRecordBuilder *alias = sb_record_builder_new (&sb_actor_alias_schema);

          sb_record_builder_set_text (alias, SB_ACTOR_ALIAS_NAME, actors[i].aliases[j]);
          sb_record_builder_set_term (alias, SB_ACTOR_ALIAS_KIND, SB_NAME_KIND_FULL);
          sb_record_builder_take_item (builder, SB_ACTOR_ALIASES, sb_record_builder_end (alias));
        }
      actor = sb_record_builder_end (builder);
      sb_change_set_put (changes, actor);
    }
}

static gboolean
add_documents (Maker *maker,
               guint n_documents,
               GError **error)
{
  for (guint first = 0; first < n_documents; first += UNIT)
    {
      g_autoptr (SbChangeSet) changes = sb_change_set_new (NULL);

      for (guint i = first; i < MIN (first + UNIT, n_documents); i++)
        add_document (maker, changes, i);
      if (sb_store_apply (maker->store, changes, error) < 0)
        return FALSE;
    }

  return TRUE;
}

gboolean
sb_made_documents_add (SbStore *store,
                       guint32 seed,
                       guint n_documents,
                       GError **error)
{
  g_auto (Maker) maker = { .store = store, .rand = g_rand_new_with_seed (seed) };
  g_autoptr (SbChangeSet) changes = sb_change_set_new (NULL);

  for (SbLanguage language = 0; language < SB_N_LANGUAGES; language++)
    fill_vocabulary (&maker, language);
  maker.names.n_words = G_N_ELEMENTS (names);
  maker.names.words = g_new0 (char *, G_N_ELEMENTS (names) + 1);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    maker.names.words[i] = g_strdup (names[i]);
  set_shares (&maker.names);

  add_sources (&maker, changes);
  add_actors (changes);
  return sb_store_apply (store, changes, error) >= 0 && add_documents (&maker, n_documents, error);
}
