/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-token.h"

#include <string.h>

#include "sb-text-private.h"
#include "sb-word-hash.h"
#include "sb-words.h"

/* A line that is shorter, in bytes, ends by itself: it was not broken because it
 * was full. */
#define FULL_LINE 55

/* Words are kept in blocks of so many bytes at least. */
#define FIRST_BLOCK 1024

/* What is written with a point that ends no sentence. */
#define ABBREVIATIONS " dr m mm mr mrs ms gen col lt cdt capt cne maj prof st ste sgt jr sr mgr me no art etc al vs pr hon rev gal gov brig lt "

static guint
classify_mark (gunichar c)
{
  switch (c)
    {
    case '\n':
    case '\r':
      return SB_GAP_NEWLINE;
    case '-':
    case 0x2010:
    case 0x2011:
      return SB_GAP_HYPHEN;
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
      return SB_GAP_DASH;
    case '\'':
    case '`':
    case 0x00B4:
    case 0x02BC:
    case 0x2018:
    case 0x2019:
      return SB_GAP_APOSTROPHE;
    case ',':
      return SB_GAP_COMMA;
    case '.':
      return SB_GAP_DOT;
    case '!':
    case '?':
    case 0x2026:
      return SB_GAP_STOP;
    case ':':
    case ';':
      return SB_GAP_COLON;
    case '(':
    case '[':
      return SB_GAP_OPEN;
    case ')':
    case ']':
      return SB_GAP_CLOSE;
    case '"':
    case 0x00AB:
    case 0x00BB:
    case 0x201C:
    case 0x201D:
    case 0x201E:
      return SB_GAP_QUOTE;
    case '/':
      return SB_GAP_SLASH;
    case 0x00B0:
      return SB_GAP_DEGREE;
    default:
      return g_unichar_isspace (c) || c == 0x200B ? SB_GAP_SPACE : SB_GAP_OTHER;
    }
}

static guint
read_gap (const char *text,
          gsize start,
          gsize end)
{
  const char *p = text + start;
  guint gap = 0, n_lines = 0;

  while (p < text + end)
    {
      guint mark = classify_mark (g_utf8_get_char (p));

      n_lines += *p == '\n';
      gap |= mark;
      p = g_utf8_next_char (p);
    }

  return n_lines > 1 ? gap | SB_GAP_BLANK_LINE : gap;
}

/* What is counted of the characters of a word, 16 bits for each. */
#define COUNT_LETTER  G_GUINT64_CONSTANT (1)
#define COUNT_CAPITAL (COUNT_LETTER << 16)
#define COUNT_DIGIT   (COUNT_LETTER << 32)
#define COUNT_OTHER   (COUNT_LETTER << 48)
#define COUNT_MASK    0xFFFF

/* No more of a word is looked at, in bytes. */
#define LOOK_MAX 4096

static guint64
count_character (gunichar c)
{
  guint64 counts = 0;

  counts |= g_unichar_isalpha (c) ? COUNT_LETTER : 0;
  counts |= g_unichar_isupper (c) ? COUNT_CAPITAL : 0;
  counts |= g_unichar_isdigit (c) ? COUNT_DIGIT : COUNT_OTHER;
  return counts;
}

/* What a word looks like, by what was counted of it. */
static inline guint
tell_look (guint64 counts,
           gboolean begins_with_capital)
{
  guint64 n_letters = counts & COUNT_MASK, n_capitals = counts >> 16 & COUNT_MASK;
  guint flags = begins_with_capital ? SB_TOKEN_CAPITAL : 0;

  if (n_letters >= 2 && n_letters == n_capitals)
    flags |= SB_TOKEN_CAPITALS;
  if ((counts >> 32 & COUNT_MASK) != 0)
    flags |= (counts >> 48) == 0 ? SB_TOKEN_HAS_DIGIT | SB_TOKEN_NUMBER : SB_TOKEN_HAS_DIGIT;

  return flags;
}

static guint
read_look (const char *text,
           gsize start,
           gsize end)
{
  const char *p = text + start, *limit = text + MIN (end, start + LOOK_MAX);
  gunichar first = g_utf8_get_char (p);
  guint64 counts = 0;
  guint flags = 0;

  for (; p < limit; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      counts += count_character (c);
      flags |= classify_mark (c) == SB_GAP_APOSTROPHE ? SB_TOKEN_HAS_APOSTROPHE : 0;
    }

  return flags | tell_look (counts, g_unichar_isupper (first) || g_unichar_istitle (first));
}

static inline guint
get_sign (const char *word,
          gsize length)
{
  return length > 0 ? ((guint) (guchar) word[0] + 7 * (guint) (guchar) word[length - 1] + 26 * (guint) length) % 64 : 0;
}

const SbWordChoice *
_sb_word_choice_new (const char *words,
                     SbWordChoice **place)
{
  g_auto (GStrv) split = g_strsplit (words, " ", -1);
  SbWordChoice *self = g_malloc0 (sizeof *self + (g_strv_length (split) + 1) * sizeof (guint64));
  guint n = 0;

  for (guint i = 0; split[i] != NULL; i++)
    {
      gsize length = strlen (split[i]);

      if (length == 0)
        continue;
      self->signs |= G_GUINT64_CONSTANT (1) << get_sign (split[i], length);
      self->hashes[n++] = _sb_word_hash (split[i], length);
    }

  /* Another thread may have been first. */
  if (!g_atomic_pointer_compare_and_exchange (place, NULL, self))
    g_free (self);
  return g_atomic_pointer_get (place);
}

static gboolean
is_abbreviation (const SbToken *token)
{
  const SbTokens alone = { .tokens = (SbToken *) token, .n_tokens = 1 };

  return _sb_tokens_is_any (&alone, 0, ABBREVIATIONS);
}

/* Whether @gap behind the word @before ends a sentence, a line of its own or the
 * like; @line is the length of the line so far. */
static gboolean
ends_sentence (guint gap,
               const SbToken *before,
               gsize line)
{
  if ((gap & (SB_GAP_STOP | SB_GAP_BLANK_LINE | SB_GAP_OTHER | SB_GAP_QUOTE)) != 0)
    return TRUE;
  if ((gap & SB_GAP_NEWLINE) != 0 && (line < FULL_LINE || (gap & (SB_GAP_HYPHEN | SB_GAP_COLON | SB_GAP_DOT)) != 0))
    return TRUE;
  if ((gap & SB_GAP_DOT) == 0 || (gap & (SB_GAP_SPACE | SB_GAP_NEWLINE)) == 0)
    return FALSE;

  return before->length > 1 && !is_abbreviation (before);
}

/* What a character is to the words of a text. */
typedef enum
{
  PART_LETTER, /* one that is looked up: most */
  PART_GAP, /* ends a word */
  PART_APOSTROPHE, /* ends most words */
  PART_RARE, /* anything else */
} Part;

/* What is known of the characters that are looked up. */
typedef struct
{
  guint64 keys[0x80]; /* of the letters of ASCII, folded; 0 for what is no letter */
  guint64 counts[SB_FOLD_TABLE_SIZE];
  char letters[SB_FOLD_TABLE_SIZE][4]; /* folded */
  guint16 marks[SB_FOLD_TABLE_SIZE]; /* SbGap */
  guint8 parts[SB_FOLD_TABLE_SIZE]; /* Part */
} Characters;

static Part
classify_part (gunichar c,
               const char *folded)
{
  /* A NUL among the bytes is told by who reads characters one by one. */
  if (c == 0)
    return PART_RARE;
  if (classify_mark (c) == SB_GAP_APOSTROPHE)
    return PART_APOSTROPHE;
  if (strcmp (folded, " ") == 0)
    return PART_GAP;

  return folded[0] != '\0' && strchr (folded, ' ') == NULL ? PART_LETTER : PART_RARE;
}

static const Characters *
get_characters (void)
{
  static Characters characters;
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      const char (*folded)[4] = _sb_fold_get_table ();

      for (guint c = 0; c < SB_FOLD_TABLE_SIZE; c++)
        {
          characters.parts[c] = (guint8) classify_part (c, folded[c]);
          memcpy (characters.letters[c], folded[c], sizeof folded[c]);
          characters.marks[c] = (guint16) classify_mark (c);
          characters.counts[c] = count_character (c);
          if (c < G_N_ELEMENTS (characters.keys) && characters.parts[c] == PART_LETTER)
            characters.keys[c] = _sb_word_hash_make_key ((guchar) folded[c][0]);
        }
      g_once_init_leave (&ready, 1);
    }

  return &characters;
}

/* The work on one text. */
typedef struct
{
  SbTokens *tokens;
  const Characters *characters;
  const guint64 *keys;
  const SbWordBits *classes;
  gsize position; /* where to go on */
  gsize end; /* of the last token */
  gsize line_start;
} Reader;

/* The character at @position and its length; @c is 0 for one that is not looked up. */
static inline Part
peek (const Reader *self,
      gsize position,
      gunichar *c,
      gsize *length)
{
  const guchar *p = (const guchar *) self->tokens->text + position;

  *length = 1;
  *c = *p;
  if (*p < 0x80)
    return (Part) self->characters->parts[*p];

  /* The text is valid UTF-8. */
  if (*p < 0xE0)
    {
      *length = 2;
      *c = (gunichar) (*p & 0x1F) << 6 | (p[1] & 0x3F);
      if (*c < SB_FOLD_TABLE_SIZE)
        return (Part) self->characters->parts[*c];
    }
  /* The dashes, spaces, quotation marks and apostrophes of typography, but the marks
   * of U+2000 to U+203F that are nothing. */
  else if (*p == 0xE2 && p[1] == 0x80 && !(p[2] >= 0x8B && p[2] <= 0x8F) && !(p[2] >= 0xAA && p[2] <= 0xAE))
    {
      *length = 3;
      *c = 0x2000 + (p[2] & 0x3F);
      return *c == 0x2018 || *c == 0x2019 ? PART_APOSTROPHE : PART_GAP;
    }

  *c = 0;
  return PART_RARE;
}

/* Goes over what is between two words. Returns the marks there; the position is that of
 * the next word, or of a character that is not looked up. */
static guint
skip_gap (Reader *self)
{
  const SbTokens *tokens = self->tokens;
  guint gap = 0, n_lines = 0;

  while (self->position < tokens->n_bytes)
    {
      gsize length;
      gunichar c;
      Part part = peek (self, self->position, &c, &length);

      if (part == PART_LETTER || part == PART_RARE)
        break;
      gap |= c < SB_FOLD_TABLE_SIZE ? self->characters->marks[c] : classify_mark (c);
      n_lines += c == '\n';
      self->position += length;
    }

  return n_lines > 1 ? gap | SB_GAP_BLANK_LINE : gap;
}

/* Whether nothing but a look at all of the letters tells what the apostrophe at
 * @position is to the word of @n letters before it: "N'Djamena" is one word. */
static inline gboolean
is_odd_apostrophe (const Reader *self,
                   gsize position,
                   const char *letters,
                   gsize n)
{
  gunichar c;
  gsize length;
  Part part;

  if (n != 1 || strchr ("aeiouy", letters[0]) != NULL)
    return FALSE;

  peek (self, position, &c, &length);
  position += length;
  if (position >= self->tokens->n_bytes)
    return FALSE;

  /* What French elides before is a vowel or "h". */
  part = peek (self, position, &c, &length);
  return part == PART_RARE ||
         (part == PART_LETTER && strchr ("aeiouyh", self->characters->letters[c][0]) == NULL);
}

/* Room for one more word. */
static inline char *
get_room (SbTokens *self)
{
  if (self->n_left <= SB_WORD_MAX)
    {
      self->n_left = MAX (FIRST_BLOCK, self->n_bytes);
      self->word = g_malloc (self->n_left);
      g_ptr_array_add (self->blocks, self->word);
    }

  return self->word;
}

/* A word of a text that is being read. */
typedef struct
{
  char *letters;
  gsize n; /* of them */
  guint64 hash;
  guint64 counts;
} PlainWord;

/* Adds the letters of ASCII at @position, by far the most. Returns where they end. */
static inline gsize
add_plain_letters (const Reader *self,
                   gsize position,
                   PlainWord *word)
{
  const Characters *characters = self->characters;
  const guchar *text = (const guchar *) self->tokens->text, *p = text + position;
  const guchar *end = text + self->tokens->n_bytes;
  guint64 hash = word->hash, counts = word->counts, key;
  gsize n = word->n;

  for (; p < end && *p < 0x80 && (key = characters->keys[*p]) != 0; p++)
    {
      counts += characters->counts[*p];
      if (n == SB_WORD_MAX)
        continue;
      word->letters[n++] = characters->letters[*p][0];
      hash = _sb_word_hash_add (hash, key);
    }

  word->n = n;
  word->hash = hash;
  word->counts = counts;
  return (gsize) (p - text);
}

/* Adds what a character beyond ASCII becomes: of several letters all or none. */
static inline void
add_folded (const Reader *self,
            gunichar c,
            PlainWord *word)
{
  const char *letters = self->characters->letters[c];
  gsize n = strlen (letters);

  word->counts += self->characters->counts[c];
  if (word->n + n > SB_WORD_MAX)
    return;

  for (gsize i = 0; i < n; i++)
    {
      word->letters[word->n++] = letters[i];
      word->hash = _sb_word_hash_add (word->hash, self->keys[(guchar) letters[i]]);
    }
}

/* Reads the word at the position, one of letters that are looked up. FALSE when it is
 * not; then nothing is done. */
static gboolean
read_plain_word (Reader *self,
                 SbToken *token)
{
  PlainWord word = { .letters = get_room (self->tokens) };
  gsize position = self->position, length;
  gunichar first, c;

  peek (self, position, &first, &length);
  for (;;)
    {
      Part part;

      position = add_plain_letters (self, position, &word);
      if (position >= self->tokens->n_bytes)
        break;
      part = peek (self, position, &c, &length);
      if (part == PART_RARE ||
          (part == PART_APOSTROPHE && is_odd_apostrophe (self, position, word.letters, word.n)))
        return FALSE;
      if (part != PART_LETTER)
        break;
      add_folded (self, c, &word);
      position += length;
    }

  if (word.n == 0)
    return FALSE;

  token->start = self->position;
  token->end = self->position = position;
  token->length = (guint) word.n;
  token->hash = word.hash;
  token->flags = tell_look (word.counts, (self->characters->counts[first] & COUNT_CAPITAL) != 0);
  return TRUE;
}

/* Takes in the word whose letters stand in the last block. */
static void
add_token (Reader *self,
           SbToken *token)
{
  SbTokens *tokens = self->tokens;

  token->word = tokens->word;
  tokens->word[token->length] = '\0';
  tokens->word += token->length + 1;
  tokens->n_left -= token->length + 1;
  token->sign = get_sign (token->word, token->length);
  token->classes = _sb_word_bits_get (self->classes, token->hash);

  if (tokens->n_tokens == 0 ||
      ends_sentence (token->gap, &tokens->tokens[tokens->n_tokens - 1], self->end - self->line_start))
    token->flags |= SB_TOKEN_STARTS_SENTENCE;
  if (tokens->n_tokens == 0 || (token->gap & SB_GAP_NEWLINE) != 0)
    {
      token->flags |= SB_TOKEN_STARTS_LINE;
      self->line_start = token->start;
    }
  self->end = token->end;

  if (tokens->n_tokens == tokens->n_allocated)
    {
      tokens->n_allocated *= 2;
      tokens->tokens = g_renew (SbToken, tokens->tokens, tokens->n_allocated);
      tokens->cues = g_renew (guint, tokens->cues, tokens->n_allocated);
    }
  if ((token->flags & SB_TOKEN_CAPITAL) != 0 || (token->classes & SB_TOKENS_CUES) != 0)
    tokens->cues[tokens->n_cues++] = tokens->n_tokens;
  tokens->tokens[tokens->n_tokens++] = *token;
}

/* Behind the accents of the last letter, where they are characters of their own. */
static gsize
skip_accents (const SbTokens *tokens,
              gsize end)
{
  while (end < tokens->n_bytes &&
         g_unichar_type (g_utf8_get_char (tokens->text + end)) == G_UNICODE_NON_SPACING_MARK)
    end = (gsize) (g_utf8_next_char (tokens->text + end) - tokens->text);

  return end;
}

/* Reads the word at the position or after it, whatever it is made of, and those that
 * its last character is as well. */
static void
read_any_word (Reader *self)
{
  SbTokens *tokens = self->tokens;
  gsize position = 0;
  SbWords words;

  sb_words_init (&words, tokens->text, tokens->n_bytes);
  words.position = self->position;
  do
    {
      SbToken token = { 0 };

      if (!sb_words_next (&words))
        break;
      /* A character that is two words stands at one place. */
      if (tokens->n_tokens > 0 && words.start < self->end)
        {
          position = words.end;
          continue;
        }

      memcpy (get_room (tokens), words.word, words.length);
      token.start = words.start;
      token.end = skip_accents (tokens, words.end);
      token.length = (guint) words.length;
      token.hash = _sb_word_hash (words.word, words.length);
      token.flags = read_look (tokens->text, token.start, token.end);
      token.gap = read_gap (tokens->text, self->end, token.start);
      add_token (self, &token);
      position = token.end;
    }
  while (words.rest[0] != '\0');

  /* What ended the word is before the next one. */
  self->position = position != 0 ? position : words.position;
}

SbTokens *
_sb_tokens_new (const char *text,
                gsize n_bytes)
{
  SbTokens *self = g_new0 (SbTokens, 1);
  Reader reader = {
    .tokens = self,
    .characters = get_characters (),
    .keys = _sb_word_hash_get_keys (),
    .classes = _sb_word_get_classes (),
  };

  self->text = text;
  self->n_bytes = n_bytes;
  self->n_allocated = (guint) (n_bytes / 5) + 1;
  self->tokens = g_new (SbToken, self->n_allocated);
  self->cues = g_new (guint, self->n_allocated);
  self->blocks = g_ptr_array_new_with_free_func (g_free);
  while (reader.position < n_bytes)
    {
      SbToken token = { .gap = skip_gap (&reader) };

      if (reader.position == n_bytes)
        break;
      if (read_plain_word (&reader, &token))
        add_token (&reader, &token);
      else
        read_any_word (&reader);
    }

  return self;
}

void
_sb_tokens_free (SbTokens *self)
{
  g_free (self->tokens);
  g_free (self->cues);
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

gboolean
_sb_tokens_end_with (const SbTokens *self,
                     guint index,
                     const char *phrase)
{
  const char *end = phrase + strlen (phrase);

  if (index >= self->n_tokens)
    return FALSE;

  for (;;)
    {
      const char *space = g_strrstr_len (phrase, end - phrase, " ");
      const char *word = space != NULL ? space + 1 : phrase;
      const SbToken *token = &self->tokens[index];

      if (token->length != (gsize) (end - word) || memcmp (token->word, word, token->length) != 0)
        return FALSE;
      if (space == NULL)
        return TRUE;
      if (index-- == 0)
        return FALSE;
      end = space;
    }
}

gboolean
_sb_tokens_is_joined (const SbTokens *self,
                      guint index,
                      guint gaps)
{
  return index < self->n_tokens && (self->tokens[index].gap & ~(SB_GAP_SPACE | SB_GAP_NEWLINE | gaps)) == 0;
}

int
_sb_tokens_get_number (const SbTokens *self,
                       guint index,
                       guint max_digits)
{
  if (index >= self->n_tokens || (self->tokens[index].flags & SB_TOKEN_NUMBER) == 0 ||
      self->tokens[index].length > max_digits)
    return -1;

  return (int) g_ascii_strtoll (self->tokens[index].word, NULL, 10);
}
