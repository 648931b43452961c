/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-token.h"

#include <string.h>

#include "sb-words.h"

/* A line that is shorter, in bytes, ends by itself: it was not broken because it
 * was full. */
#define FULL_LINE 55

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

  /* Most gaps are one space. */
  if (end - start == 1 && *p == ' ')
    return SB_GAP_SPACE;

  while (p < text + end)
    {
      guint mark = classify_mark (g_utf8_get_char (p));

      n_lines += *p == '\n';
      gap |= mark;
      p = g_utf8_next_char (p);
    }

  return n_lines > 1 ? gap | SB_GAP_BLANK_LINE : gap;
}

static guint
read_look (const char *text,
           gsize start,
           gsize end)
{
  guint flags = 0, n_letters = 0, n_capitals = 0, n_digits = 0, n_characters = 0;

  for (const char *p = text + start; p < text + end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      /* Most letters of most texts. */
      if (c >= 'a' && c <= 'z')
        {
          n_characters++;
          n_letters++;
          continue;
        }

      if (n_characters++ == 0 && (g_unichar_isupper (c) || g_unichar_istitle (c)))
        flags |= SB_TOKEN_CAPITAL;
      n_letters += g_unichar_isalpha (c) ? 1 : 0;
      n_capitals += g_unichar_isupper (c) ? 1 : 0;
      n_digits += g_unichar_isdigit (c) ? 1 : 0;
    }

  if (n_letters >= 2 && n_letters == n_capitals)
    flags |= SB_TOKEN_CAPITALS;
  if (n_digits > 0)
    flags |= SB_TOKEN_HAS_DIGIT;
  if (n_digits > 0 && n_digits == n_characters)
    flags |= SB_TOKEN_NUMBER;

  return flags;
}

static gboolean
is_listed (const char *word,
           const char *words)
{
  gsize length = strlen (word);

  /* From space to space; the list begins and ends with one. */
  for (const char *p = words; p[1] != '\0'; p = strchr (p + 1, ' '))
    if (p[1] == word[0] && strncmp (p + 1, word, length) == 0 && p[length + 1] == ' ')
      return TRUE;

  return FALSE;
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

  return before->length > 1 && !is_listed (before->word, ABBREVIATIONS);
}

/* Each word is kept once, with what is known of it. */
static void
look_up (SbTokens *self,
         const char *word,
         SbToken *token)
{
  gpointer kept, classes;

  if (!g_hash_table_lookup_extended (self->lexicon, word, &kept, &classes))
    {
      kept = g_string_chunk_insert (self->words, word);
      classes = GUINT_TO_POINTER (_sb_word_get_classes (word));
      g_hash_table_insert (self->lexicon, kept, classes);
    }
  token->word = kept;
  token->classes = GPOINTER_TO_UINT (classes);
}

SbTokens *
_sb_tokens_new (const char *text,
                gsize n_bytes)
{
  SbTokens *self = g_new0 (SbTokens, 1);
  gsize end = 0, line_start = 0;
  SbWords words;

  self->text = text;
  self->n_bytes = n_bytes;
  self->array = g_array_new (FALSE, FALSE, sizeof (SbToken));
  self->words = g_string_chunk_new (4096);
  self->lexicon = g_hash_table_new (g_str_hash, g_str_equal);

  sb_words_init (&words, text, n_bytes);
  while (sb_words_next (&words))
    {
      SbToken token = { .start = words.start, .end = words.end, .length = (guint) words.length };
      guint n = self->array->len;

      /* A character that is two words stands at one place. */
      if (n > 0 && token.start < end)
        continue;

      /* The accents of the last letter, where they are characters of their own. */
      while (token.end < n_bytes && g_unichar_type (g_utf8_get_char (text + token.end)) == G_UNICODE_NON_SPACING_MARK)
        token.end = (gsize) (g_utf8_next_char (text + token.end) - text);
      look_up (self, words.word, &token);
      token.gap = read_gap (text, end, token.start);
      token.flags = read_look (text, token.start, token.end);
      if (n == 0 || ends_sentence (token.gap, &g_array_index (self->array, SbToken, n - 1), end - line_start))
        token.flags |= SB_TOKEN_STARTS_SENTENCE;
      if (n == 0 || (token.gap & SB_GAP_NEWLINE) != 0)
        {
          token.flags |= SB_TOKEN_STARTS_LINE;
          line_start = token.start;
        }
      end = token.end;
      g_array_append_val (self->array, token);
    }

  self->tokens = (const SbToken *) (gpointer) self->array->data;
  self->n_tokens = self->array->len;
  return self;
}

void
_sb_tokens_free (SbTokens *self)
{
  g_array_unref (self->array);
  g_hash_table_unref (self->lexicon);
  g_string_chunk_free (self->words);
  g_free (self);
}

gboolean
_sb_tokens_is (const SbTokens *self,
               guint index,
               const char *word)
{
  return index < self->n_tokens && strcmp (self->tokens[index].word, word) == 0;
}

gboolean
_sb_tokens_is_any (const SbTokens *self,
                   guint index,
                   const char *words)
{
  return index < self->n_tokens && is_listed (self->tokens[index].word, words);
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
