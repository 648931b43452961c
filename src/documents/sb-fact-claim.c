/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-fact-private.h"

#include "sb-actor.h"
#include "sb-claim.h"

/* Who denies says something as well, so that the strongest word goes first. */
static const SbFactWord stance_words[] = {
  { "dement dementi* dementent dementait a_dementi nie nient nier nie_avoir a_nie denies deny denied denial* refut* rejette rejettent rejected "
    "n_a_pas did_not",
    SB_CLAIM_STANCE_DENIES },
  { "minimis* relativis* downplay* minimiz* played_down", SB_CLAIM_STANCE_MINIMISES },
  { "contest* remet_en_cause remis_en_cause disput* questioned", SB_CLAIM_STANCE_CONTESTS },
  { "revendiqu* claimed_responsibility claims_responsibility claim_responsibility claimed_the", SB_CLAIM_STANCE_CLAIMS },
  { "confirm*", SB_CLAIM_STANCE_CONFIRMS },
};

#define SPEECH                                                                                                         \
  "a_declare a_affirme a_annonce a_indique a_assure a_precise a_dementi a_nie a_revendique ont_revendique a_confirme " \
  "declare affirme annonce assure indique estime dement nie revendique minimise confirme conteste soutient rejette "   \
  "said says denied denies claimed claims confirmed stated announced downplayed disputed according_to selon told"

/* Of the actors named, who speaks: the nearest to a word of speech, before it as its
 * subject or behind “selon”. Where nothing is said to speak, the first is who is quoted;
 * of a claim it is who something is told of. */
static const SbFactName *
find_speaker (const SbFactReading *self,
              gboolean is_quote)
{
  const SbFactName *best = NULL;
  guint best_distance = G_MAXUINT;
  const SbFactName *name;

  for (guint i = 0; (name = _sb_fact_find_record (self, SB_KIND_ACTOR, i)) != NULL; i++)
    for (guint at = 0; at < self->tokens->n_tokens; at++)
      {
        guint n = _sb_fact_match_any (self->tokens, at, SPEECH);
        guint distance;

        if (n == 0)
          continue;

        distance = at >= name->end ? at - name->end : (name->first >= at + n ? name->first - at - n : 0);
        if (distance < best_distance)
          {
            best = name;
            best_distance = distance;
          }
      }

  return best == NULL && is_quote ? _sb_fact_find_record (self, SB_KIND_ACTOR, 0) : best;
}

/* “selon une source sécuritaire, …”: who is described and not named. */
static char *
dup_attribution (const SbFactReading *self)
{
  for (guint i = 0; i < self->tokens->n_tokens; i++)
    {
      guint n = _sb_fact_match_any (self->tokens, i, "selon d_apres according_to");
      guint end = i + n;

      if (n == 0)
        continue;

      while (end < self->tokens->n_tokens && end < i + n + 8 &&
             (end == i + n || _sb_tokens_is_joined (self->tokens, end, SB_GAP_APOSTROPHE | SB_GAP_HYPHEN)))
        end++;
      return end > i + n ? _sb_fact_dup_words (self, i + n, end) : NULL;
    }

  return NULL;
}

static SbRecord *
draft_statement (const SbFactReading *self,
                 SbDate *date,
                 const char *words,
                 gboolean is_quote)
{
  SbRecordBuilder *statement = sb_record_builder_new (&sb_claim_statement_schema);
  const SbFactName *speaker = find_speaker (self, is_quote);
  int stance = _sb_fact_choose (self, stance_words, G_N_ELEMENTS (stance_words), SB_CLAIM_STANCE_ASSERTS);
  g_autofree char *attribution = speaker == NULL ? dup_attribution (self) : NULL;

  if (speaker != NULL)
    {
      SbRecord *role = sb_actor_find_role (speaker->record, date);

      _sb_fact_set_ref (statement, SB_CLAIM_STATEMENT_SPEAKER, speaker->record);
      if (role != NULL)
        sb_record_builder_set_bilingual (statement, SB_CLAIM_STATEMENT_ROLE, sb_record_get_bilingual (role, SB_ACTOR_ROLE_TITLE));
    }

  _sb_fact_set_words (self, statement, SB_CLAIM_STATEMENT_ATTRIBUTION, attribution);
  sb_record_builder_set_term (statement, SB_CLAIM_STATEMENT_STANCE, stance);
  sb_record_builder_set_date (statement, SB_CLAIM_STATEMENT_DATE, date);
  sb_record_builder_set_text (statement, SB_CLAIM_STATEMENT_WORDS, words);
  sb_record_builder_set_text (statement, SB_CLAIM_STATEMENT_LANGUAGE, words != NULL ? sb_language_get_code (self->language) : NULL);
  return sb_record_builder_end (statement);
}

SbRecord *
_sb_fact_draft_claim (const SbFactReading *self,
                      gboolean is_quote)
{
  SbRecordBuilder *claim = sb_record_builder_new (&sb_claim_schema);
  g_autofree char *quotation = _sb_fact_dup_quotation (self);
  g_autofree char *whole = _sb_fact_dup_line (self);
  g_autofree char *headline = _sb_fact_dup_headline (self);
  g_autoptr (SbDate) date = _sb_fact_dup_date (self, SB_FACT_DATE_SAID);
  const char *words = is_quote && quotation == NULL ? whole : quotation;

  _sb_fact_set_words (self, claim, SB_CLAIM_PROPOSITION, headline);
  sb_record_builder_set_date (claim, SB_CLAIM_DATE, date);
  sb_record_builder_take_item (claim, SB_CLAIM_STATEMENTS, draft_statement (self, date, words, is_quote));
  return sb_record_builder_end (claim);
}
