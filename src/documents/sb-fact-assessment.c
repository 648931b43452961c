/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-fact-private.h"

#include "sb-figure.h"
#include "sb-indicator.h"
#include "sb-recommendation.h"

/* What a figure counts is said in so many words behind it, at most. */
#define MAX_LABEL_WORDS 9

typedef struct
{
  const char *patterns;
  SbFigureKind kind;
  const char *units[SB_N_LANGUAGES]; /* in the order of SbLanguage, see below; NULL: as it stands */
} Unit;

/* The first that is found behind the number. */
static const Unit units[] = {
  { "pour_cent per_cent percent", SB_FIGURE_KIND_SHARE, { [SB_LANGUAGE_FR] = "%", [SB_LANGUAGE_EN] = "%" } },
  { "km kilometre* kilometer*", SB_FIGURE_KIND_DISTANCE, { [SB_LANGUAGE_FR] = "km", [SB_LANGUAGE_EN] = "km" } },
  { "francs_cfa fcfa cfa_francs cfa", SB_FIGURE_KIND_MONEY, { [SB_LANGUAGE_FR] = "FCFA", [SB_LANGUAGE_EN] = "CFA francs" } },
  { "d_euros euro euros", SB_FIGURE_KIND_MONEY, { [SB_LANGUAGE_FR] = "euros", [SB_LANGUAGE_EN] = "euros" } },
  { "de_dollars dollar dollars", SB_FIGURE_KIND_MONEY, { [SB_LANGUAGE_FR] = "dollars", [SB_LANGUAGE_EN] = "dollars" } },
  { "fois times", SB_FIGURE_KIND_MULTIPLE, { [SB_LANGUAGE_FR] = "fois", [SB_LANGUAGE_EN] = "times" } },
  { "litres liters de_litres", SB_FIGURE_KIND_VOLUME, { [SB_LANGUAGE_FR] = "litres", [SB_LANGUAGE_EN] = "litres" } },
  { "barils barrels de_barils", SB_FIGURE_KIND_VOLUME, { [SB_LANGUAGE_FR] = "barils", [SB_LANGUAGE_EN] = "barrels" } },
  { "tonnes tons", SB_FIGURE_KIND_VOLUME, { [SB_LANGUAGE_FR] = "tonnes", [SB_LANGUAGE_EN] = "tonnes" } },
};

static gboolean
find_number (const SbFactReading *self,
             SbNumberPhrase *number)
{
  for (guint i = 0; i < self->tokens->n_tokens; i++)
    {
      if (_sb_fact_is_in_date (self, i) || !_sb_number_phrase_read (self->tokens, i, self->language, number))
        continue;
      if (!number->is_article)
        return TRUE;

      i = number->end - 1;
    }

  return FALSE;
}

/* Whether "%", "€" or "$" stands beside the number, which are no words. */
static const char *
find_sign (const SbFactReading *self,
           const SbNumberPhrase *number,
           SbFigureKind *kind)
{
  const char *at = self->text + self->tokens->tokens[number->end - 1].end;

  while (*at == ' ' || g_str_has_prefix (at, "\u00a0") || g_str_has_prefix (at, "\u202f"))
    at = g_utf8_next_char (at);

  *kind = SB_FIGURE_KIND_MONEY;
  if (*at == '%')
    {
      *kind = SB_FIGURE_KIND_SHARE;
      return "%";
    }
  if (g_str_has_prefix (at, "€"))
    return "€";
  if (*at == '$' || (self->tokens->tokens[number->first].start > 0 && self->text[self->tokens->tokens[number->first].start - 1] == '$'))
    return "$";

  return NULL;
}

static void
set_unit (const SbFactReading *self,
          SbRecordBuilder *figure,
          const SbNumberPhrase *number,
          guint *label_start)
{
  SbFigureKind kind;
  const char *sign = find_sign (self, number, &kind);
  g_autofree char *noun = NULL;

  *label_start = number->end;
  if (sign != NULL)
    {
      sb_record_builder_set_words (figure, SB_FIGURE_UNIT, sign, sign);
      sb_record_builder_set_term (figure, SB_FIGURE_KIND, (int) kind);
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      /* “1,5 milliard de francs CFA”: a “de” may stand before the unit. */
      guint skipped = _sb_tokens_is (self->tokens, number->end, "de") ? 1 : 0;
      guint n = _sb_fact_match_any (self->tokens, number->end, units[i].patterns);

      if (n == 0 && skipped > 0 && (n = _sb_fact_match_any (self->tokens, number->end + 1, units[i].patterns)) > 0)
        n++;
      if (n == 0)
        continue;

      *label_start = number->end + n;
      sb_record_builder_set_words (figure, SB_FIGURE_UNIT, units[i].units[SB_LANGUAGE_FR], units[i].units[SB_LANGUAGE_EN]);
      sb_record_builder_set_term (figure, SB_FIGURE_KIND, (int) units[i].kind);
      return;
    }

  /* What is counted stands behind the number. */
  sb_record_builder_set_term (figure, SB_FIGURE_KIND, SB_FIGURE_KIND_COUNT);
  if (number->end < self->tokens->n_tokens && _sb_tokens_is_joined (self->tokens, number->end, SB_GAP_APOSTROPHE) &&
      (self->tokens->tokens[number->end].classes & SB_WORD_STOP) == 0)
    {
      noun = _sb_fact_dup_words (self, number->end, number->end + 1);
      _sb_fact_set_words (self, figure, SB_FIGURE_UNIT, noun);
    }
}

/* “camions-citernes incendiés depuis septembre”, up to a comma or a stop. */
static char *
dup_label (const SbFactReading *self,
           guint start)
{
  guint end = start;

  if (start < self->tokens->n_tokens && _sb_fact_match_any (self->tokens, start, "par per a in en au au since depuis") > 0)
    return _sb_fact_dup_headline (self);

  while (end < self->tokens->n_tokens && end < start + MAX_LABEL_WORDS && !_sb_fact_is_in_date (self, end) &&
         _sb_tokens_is_joined (self->tokens, end, SB_GAP_HYPHEN | SB_GAP_APOSTROPHE))
    end++;

  /* “incendiés entre”: what led to the date goes with it. */
  while (end > start && (self->tokens->tokens[end - 1].classes & SB_WORD_STOP) != 0)
    end--;

  return end > start ? _sb_fact_dup_words (self, start, end) : _sb_fact_dup_headline (self);
}

SbRecord *
_sb_fact_draft_figure (const SbFactReading *self)
{
  SbRecordBuilder *figure = sb_record_builder_new (&sb_figure_schema);
  const SbFactName *place = _sb_fact_find_record (self, SB_KIND_PLACE, 0);
  g_autofree char *label = NULL;
  g_autofree char *qualifier = NULL;
  g_autoptr (SbDate) date = _sb_fact_dup_date (self, SB_FACT_DATE_SAID);
  SbNumberPhrase number;

  _sb_fact_set_ref (figure, SB_FIGURE_PLACE, place != NULL ? place->record : NULL);
  _sb_fact_set_ref (figure, SB_FIGURE_SOURCE, self->passage->source);
  sb_record_builder_set_date (figure, SB_FIGURE_DATE, date);
  if (!find_number (self, &number))
    {
      label = _sb_fact_dup_headline (self);
      _sb_fact_set_words (self, figure, SB_FIGURE_LABEL, label);
    }
  else
    {
      guint start;

      sb_record_builder_set_real (figure, SB_FIGURE_LOW, number.low);
      if (number.high > number.low)
        sb_record_builder_set_real (figure, SB_FIGURE_HIGH, number.high);
      set_unit (self, figure, &number, &start);
      label = dup_label (self, start);
      _sb_fact_set_words (self, figure, SB_FIGURE_LABEL, label);
      if (number.qualifier < number.first && number.high <= number.low)
        qualifier = _sb_fact_dup_words (self, number.qualifier, number.first);
      else if (number.bound == SB_NUMBER_ABOUT)
        qualifier = g_strdup (self->language == SB_LANGUAGE_FR ? "environ" : "about");
      _sb_fact_set_words (self, figure, SB_FIGURE_QUALIFIER, qualifier);
    }

  return sb_record_builder_end (figure);
}

/* What may come and is to be watched, as opposed to what was seen. */
#define TO_COME                                                                                                     \
  "surveiller a_surveiller pourrait pourraient devrait risque risquent si to_watch watch could might would should " \
  "if signe_avant"

SbRecord *
_sb_fact_draft_indicator (const SbFactReading *self)
{
  SbRecordBuilder *indicator = sb_record_builder_new (&sb_indicator_schema);
  gboolean is_to_come = _sb_fact_find (self->tokens, TO_COME) != G_MAXUINT;
  g_autofree char *text = _sb_fact_dup_headline (self);
  g_autoptr (SbDate) date = _sb_fact_dup_date (self, SB_FACT_DATE_SAID);

  _sb_fact_set_words (self, indicator, SB_INDICATOR_STATEMENT, text);
  sb_record_builder_set_term (indicator, SB_INDICATOR_STATE, is_to_come ? SB_INDICATOR_STATE_NOT_SEEN : SB_INDICATOR_STATE_SEEN);
  if (!is_to_come)
    {
      SbRecordBuilder *sign = sb_record_builder_new (&sb_indicator_sign_schema);

      sb_record_builder_set_date (sign, SB_INDICATOR_SIGN_DATE, date);
      _sb_fact_set_words (self, sign, SB_INDICATOR_SIGN_TEXT, text);
      sb_record_builder_take_item (indicator, SB_INDICATOR_SIGNS, sb_record_builder_end (sign));
    }

  return sb_record_builder_end (indicator);
}

static const SbFactWord audience_words[] = {
  { "voyageur* ressortissant* deplacement* travel* citizens nationals", SB_RECOMMENDATION_AUDIENCE_TRAVELLERS },
  { "autorites gouvernement* etat authorities government*", SB_RECOMMENDATION_AUDIENCE_AUTHORITIES },
  { "partenaire* bailleur* donateur* partner* donor*", SB_RECOMMENDATION_AUDIENCE_PARTNERS },
};

SbRecord *
_sb_fact_draft_recommendation (const SbFactReading *self)
{
  SbRecordBuilder *recommendation = sb_record_builder_new (&sb_recommendation_schema);
  int audience = _sb_fact_choose (self, audience_words, G_N_ELEMENTS (audience_words), -1);
  g_autofree char *action = _sb_fact_dup_headline (self);
  g_autoptr (SbDate) date = _sb_fact_dup_date (self, SB_FACT_DATE_SAID);

  _sb_fact_set_words (self, recommendation, SB_RECOMMENDATION_ACTION, action);
  _sb_fact_set_ref (recommendation, SB_RECOMMENDATION_ADVISED_BY, self->passage->source);
  sb_record_builder_set_date (recommendation, SB_RECOMMENDATION_DATE, date);
  if (audience >= 0)
    sb_record_builder_set_term (recommendation, SB_RECOMMENDATION_AUDIENCE, audience);

  return sb_record_builder_end (recommendation);
}
