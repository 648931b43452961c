/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-likelihood-check-private.h"

#include "sb-likelihood.h"
#include "sb-text.h"
#include "sb-words.h"

#include <string.h>

/* Words that say how likely something is, and that no scale has a band for; folded
 * (sb_fold). */
static const char *const off_scale[SB_N_LANGUAGES][32] = {
  [SB_LANGUAGE_FR] = { "peut etre", "sans doute", "plausible", "plausibles", "envisageable", "pas exclu", "n est pas a exclure", "certainement", "assurement", "a coup sur", "sans aucun doute", "douteux", "hypothetique", "possiblement", "bonnes chances", "fortes chances", "grandes chances", "peu de chances", "faibles chances", "une chance sur", "forte probabilite", "faible probabilite", "reelle possibilite", NULL },
  [SB_LANGUAGE_EN] = { "perhaps", "maybe", "plausible", "conceivable", "conceivably", "cannot be ruled out", "not ruled out", "certainly", "undoubtedly", "no doubt", "doubtful", "chances are", "in all probability", "in all likelihood", "possibly", "fair chance", "good chance", "strong chance", "high chance", "real chance", "slight chance", "slim chance", "small chance", "low chance", "serious possibility", "distinct possibility", "strong possibility", NULL },
};

static const char *const confidences[SB_N_LANGUAGES][8] = {
  [SB_LANGUAGE_FR] = { "confiance elevee", "confiance moyenne", "confiance faible", NULL },
  [SB_LANGUAGE_EN] = { "high confidence", "moderate confidence", "low confidence", NULL },
};

/* The first place from @at on where @word stands in the folded text, as whole words;
 * NULL for none. */
static const char *
find_word (const char *text,
           const char *at,
           const char *word)
{
  gsize length = strlen (word);

  for (at = strstr (at, word); at != NULL; at = strstr (at + length, word))
    if ((at == text || at[-1] == ' ') && (at[length] == '\0' || at[length] == ' '))
      return at;

  return NULL;
}

static gboolean
has_any (const char *text,
         const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (find_word (text, text, words[i]) != NULL)
      return TRUE;

  return FALSE;
}

/* Whether the sentence has the words of a band of any scale. */
static gboolean
has_likelihood (const char *folded,
                SbLanguage language)
{
  for (SbLikelihoodScale scale = SB_LIKELIHOOD_SCALE_ICD203; scale <= SB_LIKELIHOOD_SCALE_ICD203_ODDS; scale++)
    for (guint band = 0; band < sb_likelihood_get_n_bands (scale); band++)
      {
        g_autofree char *words = sb_fold (sb_likelihood_get_words (scale, band, language));

        if (find_word (folded, folded, words) != NULL)
          return TRUE;
      }

  return FALSE;
}

/* Where a folded word stands in its sentence, in bytes. */
typedef struct
{
  gsize folded;
  gsize start;
  gsize end;
} Word;

/* A sentence, folded as by sb_fold(), and where its words are from. */
typedef struct
{
  GString *text; /* (owned) */
  GArray *words; /* (owned) (element-type Word) */
} FoldedSentence;

static void
folded_sentence_clear (FoldedSentence *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->words);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FoldedSentence, folded_sentence_clear)

/* What parts the words "peut" and "être" of a verb is space and no hyphen. */
static gboolean
is_space (const char *start,
          const char *end)
{
  for (const char *at = start; at < end; at = g_utf8_next_char (at))
    if (!g_unichar_isspace (g_utf8_get_char (at)))
      return FALSE;

  return TRUE;
}

/* "Peut être", which is a verb, becomes something that no table has. */
static FoldedSentence
fold_sentence (const char *sentence)
{
  FoldedSentence self = { g_string_new (NULL), g_array_new (FALSE, FALSE, sizeof (Word)) };
  gboolean is_after_can = FALSE;
  gsize last_end = 0;
  SbWords words;

  sb_words_init (&words, sentence, strlen (sentence));
  while (sb_words_next (&words))
    {
      Word word = { 0, words.start, words.end };

      if (self.text->len > 0)
        g_string_append_c (self.text, ' ');
      if (is_after_can && g_str_equal (words.word, "etre") && is_space (sentence + last_end, sentence + words.start))
        g_string_append_c (self.text, ' ');
      word.folded = self.text->len;
      g_string_append (self.text, words.word);
      g_array_append_val (self.words, word);
      is_after_can = g_str_equal (words.word, "peut");
      last_end = words.end;
    }

  return self;
}

/* What was written there, as it was written. */
static char *
dup_written (const FoldedSentence *self,
             const char *sentence,
             gsize folded,
             gsize length)
{
  gsize start = 0;
  gsize end = 0;

  for (guint i = 0; i < self->words->len; i++)
    {
      const Word *word = &g_array_index (self->words, Word, i);

      if (word->folded <= folded)
        start = word->start;
      if (word->folded < folded + length)
        end = word->end;
    }

  return g_strndup (sentence + start, end - start);
}

/* The text without what stands in quotation marks. */
static char *
dup_unquoted (const char *text)
{
  GString *unquoted = g_string_new (NULL);
  guint depth = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == 0xab || c == 0x201c)
        depth++;
      else if ((c == 0xbb || c == 0x201d) && depth > 0)
        depth--;
      else if (depth == 0)
        g_string_append_unichar (unquoted, c);
    }

  return g_string_free (unquoted, FALSE);
}

typedef struct
{
  SbLanguage language;
  SbLikelihoodFunc func;
  gpointer data;
} Check;

static void
check_scale (const Check *self,
             const FoldedSentence *folded,
             const char *sentence,
             const char *block,
             guint line)
{
  const char *text = folded->text->str;

  for (guint i = 0; off_scale[self->language][i] != NULL; i++)
    {
      const char *word = off_scale[self->language][i];
      gsize length = strlen (word);

      for (const char *at = find_word (text, text, word); at != NULL; at = find_word (text, at + length, word))
        {
          g_autofree char *written = dup_written (folded, sentence, (gsize) (at - text), length);

          self->func (block, line, FALSE, written, self->data);
        }
    }
}

static void
check_text (const Check *self,
            const char *text,
            const char *block,
            guint line)
{
  g_autofree char *unquoted = dup_unquoted (text);
  g_auto (GStrv) sentences = g_strsplit_set (unquoted, ".!?", -1);

  for (guint i = 0; sentences[i] != NULL; i++)
    {
      g_auto (FoldedSentence) folded = fold_sentence (sentences[i]);

      check_scale (self, &folded, sentences[i], block, line);
      if (has_any (folded.text->str, confidences[self->language]) && has_likelihood (folded.text->str, self->language))
        self->func (block, line, TRUE, g_strstrip (sentences[i]), self->data);
    }
}

/* A piece that says nothing of its block is of that of its holder. */
static void
check_piece (const Check *self,
             const SbPiece *piece,
             const char *block,
             guint line)
{
  SbPieceKind kind = sb_piece_get_kind (piece);
  SbRichText *text = sb_piece_get_text (piece);

  /* Titles of documents and words that were said are not the author's. */
  if (kind == SB_PIECE_REFERENCES || kind == SB_PIECE_QUOTE)
    return;

  if (sb_piece_get_block (piece) != NULL)
    {
      block = sb_piece_get_block (piece);
      line = sb_piece_get_line (piece);
    }
  if (text != NULL)
    check_text (self, sb_rich_text_get_text (text), block, line);
  for (guint i = 0; i < sb_piece_get_n_children (piece); i++)
    check_piece (self, sb_piece_get_child (piece, i), block, line);
}

void
_sb_likelihood_check_each (const SbComposition *composition,
                           SbLikelihoodFunc func,
                           gpointer data)
{
  Check check = { sb_composition_get_language (composition), func, data };

  for (guint i = 0; i < sb_composition_get_n_pieces (composition); i++)
    check_piece (&check, sb_composition_get_piece (composition, i), NULL, 0);
}

static void
count (const char *block,
       guint line,
       gboolean is_mixed,
       const char *words,
       gpointer data)
{
  SbLikelihoodCheck *check = data;

  if (is_mixed)
    check->n_mixed++;
  else
    check->n_off_scale++;
}

SbLikelihoodCheck
_sb_likelihood_check (const SbComposition *composition)
{
  SbLikelihoodCheck check = { 0, 0 };

  _sb_likelihood_check_each (composition, count, &check);

  return check;
}

gboolean
_sb_likelihood_is_worded (const char *sentence,
                          SbLanguage language)
{
  g_auto (FoldedSentence) folded = fold_sentence (sentence);
  const char *text = folded.text->str;

  return has_any (text, off_scale[language]) || has_any (text, confidences[language]) || has_likelihood (text, language);
}
