/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-likelihood-check-private.h"

#include "sb-likelihood.h"
#include "sb-text.h"

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

/* How often @word stands in the folded text, as whole words. */
static guint
count_word (const char *text,
            const char *word)
{
  gsize length = strlen (word);
  guint n_found = 0;

  for (const char *at = strstr (text, word); at != NULL; at = strstr (at + length, word))
    if ((at == text || at[-1] == ' ') && (at[length] == '\0' || at[length] == ' '))
      n_found++;

  return n_found;
}

static gboolean
has_any (const char *text,
         const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (count_word (text, words[i]) > 0)
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

        if (count_word (folded, words) > 0)
          return TRUE;
      }

  return FALSE;
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
check_text (const Check *self,
            const char *text,
            const char *block,
            guint line)
{
  g_autofree char *unquoted = dup_unquoted (text);
  g_auto (GStrv) sentences = g_strsplit_set (unquoted, ".!?", -1);

  for (guint i = 0; sentences[i] != NULL; i++)
    {
      g_autofree char *folded = sb_fold (sentences[i]);

      for (guint k = 0; off_scale[self->language][k] != NULL; k++)
        for (guint n = count_word (folded, off_scale[self->language][k]); n > 0; n--)
          self->func (block, line, FALSE, off_scale[self->language][k], self->data);
      if (has_any (folded, confidences[self->language]) && has_likelihood (folded, self->language))
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
_sb_likelihood_is_worded (const char *folded,
                          SbLanguage language)
{
  return has_any (folded, off_scale[language]) || has_any (folded, confidences[language]) || has_likelihood (folded, language);
}
