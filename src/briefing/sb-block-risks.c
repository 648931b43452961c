/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-block-kind-private.h"

#include "sb-judgement.h"
#include "sb-likelihood.h"
#include "sb-translate.h"

/* The middle of the band in halves of a per cent; -1 when there is none, which comes
 * last and says so. */
static int
get_likelihood (SbRecord *judgement)
{
  int scale = sb_record_get_term (judgement, SB_JUDGEMENT_SCALE, -1);
  gint64 number = sb_record_get_integer (judgement, SB_JUDGEMENT_BAND, -1);
  const SbLikelihoodBand *band = scale >= 0 && number >= 0 ? sb_likelihood_get_band ((SbLikelihoodScale) scale, (guint) number) : NULL;

  return band != NULL ? band->low + band->high : -1;
}

static int
compare_likelihoods (gconstpointer a,
                     gconstpointer b)
{
  return get_likelihood (*(SbRecord *const *) b) - get_likelihood (*(SbRecord *const *) a);
}

static gboolean
is_any_graded (GPtrArray *judgements)
{
  for (guint i = 0; i < judgements->len; i++)
    if (get_likelihood (g_ptr_array_index (judgements, i)) >= 0)
      return TRUE;

  return FALSE;
}

/* Confidence stands in a column of its own, never in the sentence of a likelihood. What
 * has none says @without. */
static void
add_row (SbComposer *self,
         SbPiece *table,
         SbRecord *judgement,
         const char *without)
{
  g_autofree char *text = _sb_wording_strip_stop (sb_record_get_words (judgement, SB_JUDGEMENT_PROPOSITION, self->language));
  g_autofree char *sourced = sb_briefing_input_get_evidence (self->input, judgement) != NULL ? _sb_wording_source (&self->wording, judgement, text) : g_strdup (text);
  g_autofree char *likelihood = _sb_wording_dup_likelihood (&self->wording, judgement, SB_JUDGEMENT_SCALE, SB_JUDGEMENT_BAND);
  SbRef *place = sb_record_get_ref (judgement, SB_JUDGEMENT_PLACE);
  const char *horizon = sb_record_get_words (judgement, SB_JUDGEMENT_HORIZON, self->language);
  const char *confidence = sb_record_get_term_label (judgement, SB_JUDGEMENT_CONFIDENCE, self->language);

  _sb_composer_add_row (self, table, sourced, place != NULL ? sb_ref_get_name (place, self->language) : "–", horizon[0] != '\0' ? horizon : "–",
                        likelihood != NULL ? likelihood : without, confidence[0] != '\0' ? confidence : "–", NULL);
}

/* The scales that the likelihoods are of, in a quiet line; or that there are none. */
static void
take_scales (SbComposer *self,
             GPtrArray *judgements)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *text = NULL;
  guint64 done = 0;

  for (guint i = 0; i < judgements->len; i++)
    {
      SbRecord *judgement = g_ptr_array_index (judgements, i);
      int scale = get_likelihood (judgement) >= 0 ? sb_record_get_term (judgement, SB_JUDGEMENT_SCALE, 0) : -1;

      if (scale < 0 || (done & (G_GUINT64_CONSTANT (1) << scale)) != 0)
        continue;
      done |= G_GUINT64_CONSTANT (1) << scale;
      g_string_append_printf (line, "%s%s", line->len > 0 ? "; " : "", sb_record_get_term_label (judgement, SB_JUDGEMENT_SCALE, self->language));
    }

  if (line->len > 0)
    text = g_strdup_printf (sb_translate (self->language, "Scale of likelihood: %s."), line->str);
  else
    text = g_strdup (sb_translate (self->language, "No likelihood was put on any of these."));
  _sb_composer_take (self, sb_piece_new_for_role (SB_ROLE_LINE, sb_rich_text_new_from_markup (text, self->language)));
}

void
_sb_block_compose_risks (SbComposer *self,
                         const SbTemplateBlock *block)
{
  static const double shares[] = { 4.6, 1.8, 1.8, 2.2, 2.0 };
  g_autoptr (GPtrArray) judgements = _sb_composer_list (self, block);
  const char *without = is_any_graded (judgements) ? sb_translate (self->language, "not graded") : "–";
  SbPiece *table;

  if (_sb_composer_take_nothing (self, block, judgements->len))
    return;

  _sb_composer_take_heading (self, block);
  g_ptr_array_sort (judgements, compare_likelihoods);
  table = sb_piece_new (SB_PIECE_TABLE, 0, NULL);
  _sb_composer_add_row (self, table, sb_translate (self->language, "What may come"), sb_translate (self->language, "Place"), sb_translate (self->language, "Horizon"),
                        sb_translate (self->language, "Likelihood"), sb_translate (self->language, "Confidence"), NULL);
  for (guint i = 0; i < judgements->len; i++)
    add_row (self, table, g_ptr_array_index (judgements, i), without);
  _sb_composer_take (self, _sb_composer_finish_table (self, table, shares, G_N_ELEMENTS (shares)));
  take_scales (self, judgements);
}
