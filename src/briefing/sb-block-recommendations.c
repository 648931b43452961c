/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-block-kind-private.h"

#include "sb-recommendation.h"

/* "**Malian authorities** (immediate) – Action¹." */
static char *
word_advice (SbComposer *self,
             SbRecord *recommendation)
{
  g_autofree char *markup = _sb_wording_for_record (&self->wording, recommendation);
  const char *addressee = sb_record_get_words (recommendation, SB_RECOMMENDATION_ADDRESSEE, self->language);
  const char *horizon = sb_record_get_words (recommendation, SB_RECOMMENDATION_HORIZON, self->language);
  g_autofree char *lower = g_utf8_strdown (horizon, -1);

  if (addressee[0] == '\0')
    return g_steal_pointer (&markup);

  return g_strdup_printf ("**%s**%s%s%s – %s", addressee, horizon[0] != '\0' ? " (" : "", lower, horizon[0] != '\0' ? ")" : "", markup);
}

static void
take_audience (SbComposer *self,
               const SbTemplateBlock *block,
               GPtrArray *recommendations,
               const SbTerm *audience)
{
  SbPiece *list = sb_piece_new (SB_PIECE_LIST, 0, NULL);

  for (guint i = 0; i < recommendations->len; i++)
    {
      SbRecord *recommendation = g_ptr_array_index (recommendations, i);
      g_autofree char *markup = NULL;

      if (sb_record_get_term (recommendation, SB_RECOMMENDATION_AUDIENCE, SB_RECOMMENDATION_AUDIENCE_GENERAL) != audience->value)
        continue;

      markup = word_advice (self, recommendation);
      if (sb_piece_get_n_children (list) == 0)
        {
          const char *label = sb_vocabulary_get_label (&sb_recommendation_audience_vocabulary, audience->value, self->language);

          _sb_composer_take_subheading (self, block, label);
        }
      sb_piece_append (list, _sb_composer_new_text (self, SB_PIECE_ITEM, 1, markup));
    }

  if (sb_piece_get_n_children (list) > 0)
    _sb_composer_take (self, list);
  else
    sb_piece_unref (list);
}

/* Within an audience they come by their priority, as the selection has them. */
void
_sb_block_compose_recommendations (SbComposer *self,
                                   const SbTemplateBlock *block)
{
  g_autoptr (GPtrArray) recommendations = _sb_composer_list (self, block);

  if (_sb_composer_take_nothing (self, block, recommendations->len))
    return;

  _sb_composer_take_heading (self, block);
  for (guint i = 0; i < sb_recommendation_audience_vocabulary.n_terms; i++)
    take_audience (self, block, recommendations, &sb_recommendation_audience_vocabulary.terms[i]);
}
