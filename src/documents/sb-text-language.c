/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-text-language.h"

#include "sb-block.h"

#include <string.h>

/* As much text as is looked at, in characters; more does not change the
 * answer. */
#define MAX_SAMPLE 20000

/* Fewer known small words than this prove nothing. */
#define MIN_HITS 3

/* A block is in another language than its document when it has this many small
 * words of the other one, and so many times as many as of its own; or so many
 * letters of another script, and most of its letters. */
#define MIN_BLOCK_HITS    4
#define MIN_BLOCK_RATIO   2
#define MIN_BLOCK_LETTERS 12

typedef struct
{
  const char *code;
  const char *words[34];
} Profile;

/* The small words by which languages in the Latin script are told apart;
 * those that several share count for each. */
static const Profile profiles[] = {
  { "fr", { "le", "la", "les", "de", "des", "du", "et", "est", "en", "un", "une", "que", "qui", "dans", "pour", "pas", "sur", "au", "aux", "par", "avec", "ce", "il", "sont", "plus", "cette", "ont", "été", "ses", "leur", "mais", "nous", NULL } },
  { "en", { "the", "of", "and", "to", "in", "is", "that", "for", "it", "was", "on", "with", "as", "are", "be", "this", "by", "from", "at", "have", "has", "not", "but", "they", "his", "an", "were", "which", "you", "will", "their", "or", NULL } },
  { "de", { "der", "die", "und", "das", "den", "von", "zu", "mit", "ist", "des", "im", "für", "auf", "nicht", "ein", "eine", "dem", "als", "auch", "es", "an", "werden", "aus", "sich", "sie", "er", "hat", "bei", "wird", "dass", "oder", "nach", NULL } },
  { "es", { "el", "la", "de", "que", "y", "los", "del", "se", "las", "por", "un", "para", "con", "una", "su", "al", "lo", "como", "más", "pero", "sus", "le", "ha", "este", "sí", "porque", "esta", "son", "entre", "está", "cuando", "en", NULL } },
  { "pt", { "o", "de", "que", "e", "do", "da", "em", "um", "para", "com", "não", "uma", "os", "no", "se", "na", "por", "mais", "as", "dos", "como", "mas", "ao", "das", "à", "seu", "sua", "ou", "são", "também", "foi", "pelo", NULL } },
  { "it", { "di", "che", "il", "la", "e", "in", "un", "per", "è", "una", "non", "sono", "con", "del", "le", "si", "da", "della", "i", "al", "dei", "nel", "gli", "come", "anche", "più", "ma", "ha", "alla", "lo", "questo", "delle", NULL } },
  { "nl", { "de", "het", "een", "van", "en", "in", "is", "dat", "op", "te", "zijn", "met", "voor", "niet", "die", "aan", "er", "om", "ook", "als", "dan", "maar", "bij", "uit", "nog", "naar", "worden", "wordt", "heeft", "hij", "door", "deze", NULL } },
  { "sv", { "och", "att", "det", "i", "en", "som", "på", "är", "av", "för", "med", "den", "till", "inte", "har", "de", "om", "ett", "var", "från", "men", "så", "vi", "kan", "eller", "sin", "också", "efter", "vid", "när", "nu", "jag", NULL } },
  { "da", { "og", "at", "det", "i", "en", "som", "på", "er", "af", "for", "med", "den", "til", "ikke", "har", "de", "om", "et", "var", "fra", "men", "så", "vi", "kan", "eller", "sin", "også", "efter", "ved", "når", "nu", "jeg", NULL } },
  { "no", { "og", "å", "det", "i", "en", "som", "på", "er", "av", "for", "med", "den", "til", "ikke", "har", "de", "om", "et", "var", "fra", "men", "så", "vi", "kan", "eller", "sin", "også", "etter", "ved", "når", "nå", "jeg", NULL } },
  { "fi", { "ja", "on", "ei", "että", "se", "oli", "hän", "ovat", "kun", "mutta", "myös", "ole", "tai", "sen", "kuin", "niin", "joka", "jos", "mitä", "vain", "voi", NULL } },
  { "pl", { "i", "w", "na", "z", "się", "nie", "do", "to", "że", "o", "jest", "jak", "za", "od", "po", "przez", "dla", "ale", "są", "co", "tym", "oraz", "był", "tego", "może", "które", "który", NULL } },
  { "cs", { "a", "se", "v", "na", "je", "že", "to", "s", "z", "do", "i", "o", "si", "ve", "ale", "jako", "za", "by", "pro", "které", "který", "jsou", "byl", "podle", "také", NULL } },
  { "ro", { "și", "de", "în", "a", "la", "că", "cu", "pe", "nu", "din", "să", "o", "un", "care", "pentru", "mai", "este", "au", "fost", "sau", "fi", "după", NULL } },
  { "hu", { "a", "az", "és", "hogy", "nem", "is", "egy", "ez", "meg", "van", "de", "volt", "csak", "már", "még", "ki", "mint", "vagy", "el", NULL } },
  { "tr", { "ve", "bir", "bu", "da", "de", "için", "ile", "olarak", "çok", "daha", "olan", "gibi", "en", "ne", "o", "ama", "kadar", "sonra", "var", NULL } },
  { "id", { "yang", "dan", "di", "itu", "dengan", "untuk", "tidak", "ini", "dari", "dalam", "akan", "pada", "juga", "saya", "ke", "karena", "tersebut", "bisa", "ada", "mereka", "lebih", NULL } },
  { "sw", { "na", "ya", "wa", "kwa", "ni", "za", "katika", "la", "kuwa", "hiyo", "huo", "cha", "kama", "hii", "pia", "baada", "watu", "lakini", "yake", NULL } },
  { "ha", { "da", "a", "na", "ta", "ya", "cewa", "wannan", "su", "ba", "kuma", "ga", "don", "sun", "shi", "yi", "cikin", "wani", "daga", "an", "ne", "ce", NULL } },
  { "bm", { "ka", "ye", "ni", "la", "ma", "bɛ", "na", "ko", "min", "tɛ", "cɛ", "mɔgɔ", "kɛ", "nin", "fɔ", "kɔnɔ", "bɔ", "i", "olu", "aw", NULL } },
};

/* Scripts that one language, for our purpose, is written in. */
static const struct
{
  GUnicodeScript script;
  const char *code;
} scripts[] = {
  { G_UNICODE_SCRIPT_ARABIC, "ar" },
  { G_UNICODE_SCRIPT_CYRILLIC, "ru" },
  { G_UNICODE_SCRIPT_GREEK, "el" },
  { G_UNICODE_SCRIPT_HEBREW, "he" },
  { G_UNICODE_SCRIPT_HAN, "zh" },
  { G_UNICODE_SCRIPT_HIRAGANA, "ja" },
  { G_UNICODE_SCRIPT_KATAKANA, "ja" },
  { G_UNICODE_SCRIPT_HANGUL, "ko" },
  { G_UNICODE_SCRIPT_THAI, "th" },
  { G_UNICODE_SCRIPT_DEVANAGARI, "hi" },
  { G_UNICODE_SCRIPT_BENGALI, "bn" },
  { G_UNICODE_SCRIPT_ETHIOPIC, "am" },
  { G_UNICODE_SCRIPT_TIFINAGH, "ber" },
  { G_UNICODE_SCRIPT_NKO, "nqo" },
  { G_UNICODE_SCRIPT_GEORGIAN, "ka" },
  { G_UNICODE_SCRIPT_ARMENIAN, "hy" },
};

typedef struct
{
  guint n_latin;
  guint n_by_script[G_N_ELEMENTS (scripts)];
  guint hits[G_N_ELEMENTS (profiles)];
  guint n_chars;
} Tally;

G_STATIC_ASSERT (G_N_ELEMENTS (profiles) <= 32);

/* The words of all profiles fit into half of these, a power of two. */
#define N_SLOTS 2048

/* A word in lower case, with NULs behind it; longer ones are no small words. */
typedef union
{
  char letters[16];
  guint64 halves[2];
} Word;

/* A word with the profiles that have it as bits; none for a slot without one. */
typedef struct
{
  Word word;
  guint32 profiles;
} Slot;

static inline Slot *
find_slot (Slot *slots,
           const Word *word)
{
  /* The golden ratio in 64 bits: its bits are as if by chance. */
  guint64 hash = (word->halves[0] ^ word->halves[1] * 31) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  guint position = (guint) (hash >> 32) & (N_SLOTS - 1);

  while (slots[position].profiles != 0 && (slots[position].word.halves[0] != word->halves[0] ||
                                           slots[position].word.halves[1] != word->halves[1]))
    position = (position + 1) & (N_SLOTS - 1);
  return &slots[position];
}

/* The words of all profiles. Made once and then only read, by any thread. */
static Slot *
get_words (void)
{
  static Slot *words = NULL;

  if (g_once_init_enter (&words))
    {
      Slot *slots = g_new0 (Slot, N_SLOTS);

      for (guint i = 0; i < G_N_ELEMENTS (profiles); i++)
        for (guint j = 0; profiles[i].words[j] != NULL; j++)
          {
            Word word = { 0 };
            Slot *slot;

            memcpy (word.letters, profiles[i].words[j], strlen (profiles[i].words[j]));
            slot = find_slot (slots, &word);
            slot->word = word;
            slot->profiles |= 1u << i;
          }
      g_once_init_leave (&words, slots);
    }

  return words;
}

static inline void
count_word (Tally *tally,
            Slot *words,
            const Word *word)
{
  guint32 bits = find_slot (words, word)->profiles;

  for (; bits != 0; bits &= bits - 1)
    tally->hits[__builtin_ctz (bits)]++;
}

static void
count_letter (Tally *tally,
              gunichar c)
{
  GUnicodeScript script = g_unichar_get_script (c);

  if (script == G_UNICODE_SCRIPT_LATIN)
    {
      tally->n_latin++;
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    if (scripts[i].script == script)
      tally->n_by_script[i]++;
}

/* The letter @c, which is not of ASCII, in lower case, counted for its script; 0 for
 * what is none. */
static inline gunichar
read_letter (Tally *tally,
             gunichar c)
{
  /* Letters of Latin end there, but for those of few languages. */
  if (c >= 0x0250)
    {
      if (!g_unichar_isalpha (c))
        return 0;
      count_letter (tally, c);
      return g_unichar_tolower (c);
    }

  if ((c < 0xc0 && c != 0xaa && c != 0xb5 && c != 0xba) || c == 0xd7 || c == 0xf7)
    return 0;

  tally->n_latin++;
  if (c >= 0x0100)
    return g_unichar_tolower (c);
  return c >= 0xc0 && c <= 0xde ? c + 0x20 : c;
}

/* Appends a letter. Returns the length then, more than fits when it does not. */
static gsize
append_letter (Word *word,
               gsize length,
               gunichar c)
{
  char letter[6];
  gsize n = (gsize) g_unichar_to_utf8 (c, letter);

  for (gsize i = 0; i < n && length + i < sizeof word->letters; i++)
    word->letters[length + i] = letter[i];
  return length + n;
}

/* The same with the letters of ASCII at @p, as many as there are. */
static inline gsize
append_ascii (Word *word,
              gsize length,
              const char *p)
{
  gsize n;

  for (n = 0; g_ascii_isalpha (p[n]); n++)
    if (length + n < sizeof word->letters)
      word->letters[length + n] = p[n] | 0x20;
  return length + n;
}

static void
count_text (Tally *tally,
            const char *text)
{
  Slot *words = get_words ();
  const char *p = text;

  while (tally->n_chars < MAX_SAMPLE)
    {
      Word word = { 0 };
      gsize length = 0;
      gunichar c;
      gunichar letter;

      do
        {
          gsize before = length;
          guint n;

          length = append_ascii (&word, length, p);
          n = (guint) (length - before);
          p += n;
          tally->n_latin += n;
          tally->n_chars += n;

          c = (guchar) *p < 0x80 ? (guchar) *p : g_utf8_get_char (p);
          letter = c < 0x80 ? 0 : read_letter (tally, c);
          if (letter != 0)
            length = append_letter (&word, length, letter);
          if (c == 0)
            break;
          p = g_utf8_next_char (p);
          tally->n_chars++;
        }
      while (letter != 0);

      if (length > 0 && length < sizeof word.letters)
        count_word (tally, words, &word);
      if (c == 0)
        return;
    }
}

static void
add_tally (Tally *sum,
           const Tally *tally)
{
  sum->n_latin += tally->n_latin;
  sum->n_chars += tally->n_chars;
  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    sum->n_by_script[i] += tally->n_by_script[i];
  for (guint i = 0; i < G_N_ELEMENTS (profiles); i++)
    sum->hits[i] += tally->hits[i];
}

/* Japanese mixes kana into Han, Ukrainian and others share Cyrillic; the first
 * is told apart, the second is not. */
static const char *
guess_by_script (const Tally *tally)
{
  const char *code = NULL;
  guint n_kana = 0;
  guint best = tally->n_latin;

  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      if (g_str_equal (scripts[i].code, "ja"))
        n_kana += tally->n_by_script[i];
      if (tally->n_by_script[i] > best)
        {
          best = tally->n_by_script[i];
          code = scripts[i].code;
        }
    }
  if (code != NULL && g_str_equal (code, "zh") && n_kana * 10 > best)
    return "ja";
  return code;
}

static guint
find_best_profile (const Tally *tally)
{
  guint best = 0;

  for (guint i = 1; i < G_N_ELEMENTS (profiles); i++)
    if (tally->hits[i] > tally->hits[best])
      best = i;
  return best;
}

/* NULL when there is too little text to tell. */
static const char *
guess_by_tally (const Tally *tally)
{
  const char *by_script = guess_by_script (tally);
  guint best;

  if (by_script != NULL)
    return by_script;
  best = find_best_profile (tally);
  return tally->hits[best] >= MIN_HITS ? profiles[best].code : NULL;
}

char *
_sb_guess_language (GPtrArray *blocks)
{
  Tally tally = { 0 };

  for (guint i = 0; i < blocks->len && tally.n_chars < MAX_SAMPLE; i++)
    count_text (&tally, sb_block_get_text (g_ptr_array_index (blocks, i)));
  return g_strdup (guess_by_tally (&tally));
}

/* TRUE when @code is the language of the tag, of whatever variety. */
static gboolean
is_language (const char *tag,
             const char *code)
{
  gsize n = strlen (code);

  return g_ascii_strncasecmp (tag, code, n) == 0 && !g_ascii_isalpha (tag[n]);
}

static guint
count_hits (const Tally *tally,
            const char *language)
{
  for (guint i = 0; i < G_N_ELEMENTS (profiles); i++)
    if (is_language (language, profiles[i].code))
      return tally->hits[i];
  return 0;
}

/* The language of a text where it is certain that it is not @language; NULL
 * where it is not. */
static const char *
find_other_language (const Tally *tally,
                     const char *language)
{
  const char *code = guess_by_script (tally);
  guint best;

  if (code != NULL)
    {
      guint n = 0;

      for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
        n += tally->n_by_script[i];
      return n >= MIN_BLOCK_LETTERS && !is_language (language, code) ? code : NULL;
    }
  best = find_best_profile (tally);
  if (tally->hits[best] < MAX (MIN_BLOCK_HITS, MIN_BLOCK_RATIO * count_hits (tally, language)) ||
      is_language (language, profiles[best].code))
    return NULL;
  return profiles[best].code;
}

static void
mark_language (GPtrArray *blocks,
               guint i,
               const Tally *tally,
               const char *language)
{
  SbBlock *block = g_ptr_array_index (blocks, i);
  const char *other = NULL;

  if (sb_block_get_kind (block) != SB_BLOCK_CODE)
    other = find_other_language (tally, language);
  if (other == NULL)
    return;
  blocks->pdata[i] = sb_block_new_in_language (block, other);
  sb_block_unref (block);
}

void
_sb_mark_languages (GPtrArray *blocks,
                    const char *language)
{
  for (guint i = 0; language != NULL && i < blocks->len; i++)
    {
      Tally tally = { 0 };

      count_text (&tally, sb_block_get_text (g_ptr_array_index (blocks, i)));
      mark_language (blocks, i, &tally, language);
    }
}

char *
_sb_find_languages (GPtrArray *blocks)
{
  g_autofree Tally *tallies = g_new0 (Tally, blocks->len);
  Tally sum = { 0 };
  const char *language;

  for (guint i = 0; i < blocks->len; i++)
    {
      count_text (&tallies[i], sb_block_get_text (g_ptr_array_index (blocks, i)));
      if (sum.n_chars < MAX_SAMPLE)
        add_tally (&sum, &tallies[i]);
    }
  language = guess_by_tally (&sum);
  for (guint i = 0; language != NULL && i < blocks->len; i++)
    mark_language (blocks, i, &tallies[i], language);
  return g_strdup (language);
}
