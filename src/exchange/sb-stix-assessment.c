/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-exchange"

#include "config.h"

#include "sb-stix-kinds.h"

#include "sb-indicator.h"
#include "sb-judgement.h"
#include "sb-likelihood.h"
#include "sb-recommendation.h"
#include "sb-scenario.h"
#include "sb-stix-object.h"

/* How sure one is, on the scale of 0 to 100 (STIX 2.1, appendix A, None / Low / Med
 * / High); -1 for what was not said. It is not how likely something is. */
static int
get_confidence (SbRecord *record,
                guint field)
{
  switch (sb_record_get_term (record, field, -1))
    {
    case SB_CONFIDENCE_LOW:
      return 15;

    case SB_CONFIDENCE_MODERATE:
      return 50;

    case SB_CONFIDENCE_HIGH:
      return 85;

    default:
      return -1;
    }
}

/* What the band of a scale says: the probabilities, in per cent, and its words. */
static void
add_likelihood (JsonBuilder *builder,
                SbRecord *record,
                guint scale_field,
                guint band_field)
{
  SbLikelihoodScale scale = (SbLikelihoodScale) sb_record_get_term (record, scale_field, 0);
  gint64 number = sb_record_get_integer (record, band_field, -1);
  const SbLikelihoodBand *band = NULL;

  if (sb_record_has (record, scale_field) && number >= 0 && number <= G_MAXUINT8)
    band = sb_likelihood_get_band (scale, (guint) number);
  if (band == NULL)
    return;

  _sb_json_add_integer (builder, "likelihood_low", band->low);
  _sb_json_add_integer (builder, "likelihood_high", band->high);
  _sb_json_add_text (builder, "likelihood_fr", sb_likelihood_get_words (scale, (guint) number, SB_LANGUAGE_FR));
  _sb_json_add_text (builder, "likelihood_en", sb_likelihood_get_words (scale, (guint) number, SB_LANGUAGE_EN));
}

gboolean
sb_stix_write_scenario (SbStixWriter *self,
                        SbRecord *scenario,
                        GError **error)
{
  static const guint fields[] = { SB_SCENARIO_HORIZON, SB_SCENARIO_SCALE, SB_SCENARIO_BAND, SB_SCENARIO_WORDING,
                                  SB_SCENARIO_DRIVERS };
  g_autofree char *id = sb_stix_dup_id (SB_STIX_SCENARIO, sb_record_get_uuid (scenario));
  JsonBuilder *builder = sb_stix_writer_begin (self, SB_STIX_SCENARIO, id, scenario);
  const SbStixWords words[] = {
    { "name", sb_record_get_bilingual (scenario, SB_SCENARIO_TITLE) },
    { "description", sb_record_get_bilingual (scenario, SB_SCENARIO_TEXT) },
    { NULL, NULL },
  };

  if (builder == NULL)
    return TRUE;

  sb_stix_add_new_type (builder);
  sb_stix_add_fields (builder, scenario, fields, G_N_ELEMENTS (fields));
  add_likelihood (builder, scenario, SB_SCENARIO_SCALE, SB_SCENARIO_BAND);
  return sb_stix_finish_assessed (self, builder, id, scenario, words, get_confidence (scenario, SB_SCENARIO_CONFIDENCE), error);
}

gboolean
sb_stix_need_scenario (SbStixWriter *self,
                       SbRef *ref,
                       char **id,
                       GError **error)
{
  SbRecord *scenario;

  *id = NULL;
  if (!sb_stix_look_up (self, ref, &scenario, error))
    return FALSE;
  if (scenario == NULL)
    return TRUE;

  *id = sb_stix_dup_id (SB_STIX_SCENARIO, sb_record_get_uuid (scenario));
  return sb_stix_write_scenario (self, scenario, error);
}

gboolean
sb_stix_write_indicator (SbStixWriter *self,
                         SbRecord *indicator,
                         GError **error)
{
  static const guint fields[] = { SB_INDICATOR_POLARITY, SB_INDICATOR_STATE, SB_INDICATOR_SIGNS };
  int polarity = sb_record_get_term (indicator, SB_INDICATOR_POLARITY, SB_INDICATOR_POLARITY_FOR);
  const char *tie = polarity == SB_INDICATOR_POLARITY_AGAINST ? "speaks-against" : "indicates";
  g_autofree char *id = sb_stix_dup_id (SB_STIX_INDICATOR, sb_record_get_uuid (indicator));
  g_autofree char *scenario = NULL;
  JsonBuilder *builder = sb_stix_writer_begin (self, SB_STIX_INDICATOR, id, indicator);
  const SbStixWords words[] = { { "name", sb_record_get_bilingual (indicator, SB_INDICATOR_STATEMENT) }, { NULL, NULL } };

  if (builder == NULL)
    return TRUE;

  sb_stix_add_new_type (builder);
  sb_stix_add_fields (builder, indicator, fields, G_N_ELEMENTS (fields));
  return sb_stix_finish (self, builder, id, indicator, words, error) &&
         sb_stix_need_scenario (self, sb_record_get_ref (indicator, SB_INDICATOR_SCENARIO), &scenario, error) &&
         sb_stix_write_tie (self, indicator, id, tie, scenario, error);
}

/* Who judges, as notes have their authors: by name. */
static void
add_author (JsonBuilder *builder,
            SbRef *source,
            SbLanguage language)
{
  const char *name = source != NULL ? sb_ref_get_name (source, language) : "";

  if (*name == '\0')
    return;

  sb_stix_begin_list (builder, "authors");
  json_builder_add_string_value (builder, name);
  json_builder_end_array (builder);
}

gboolean
sb_stix_write_judgement (SbStixWriter *self,
                         SbRecord *judgement,
                         GError **error)
{
  static const guint subjects[] = { SB_JUDGEMENT_SCENARIO, SB_JUDGEMENT_PLACE, SB_JUDGEMENT_HELD_BY, SB_JUDGEMENT_JUDGED_BY };
  static const guint fields[] = { SB_JUDGEMENT_TOPIC, SB_JUDGEMENT_DATE, SB_JUDGEMENT_HORIZON, SB_JUDGEMENT_SCALE,
                                  SB_JUDGEMENT_BAND, SB_JUDGEMENT_WORDING, SB_JUDGEMENT_REASONS, SB_JUDGEMENT_COMPARED,
                                  SB_JUDGEMENT_POINTS };
  g_autofree char *id = sb_stix_dup_id ("note", sb_record_get_uuid (judgement));
  g_autoptr (GPtrArray) refs = g_ptr_array_new_with_free_func (g_free);
  const SbStixWords words[] = { { "content", sb_record_get_bilingual (judgement, SB_JUDGEMENT_PROPOSITION) }, { NULL, NULL } };
  JsonBuilder *builder;

  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    if (!sb_stix_need_any (self, sb_record_get_ref (judgement, subjects[i]), refs, error))
      return FALSE;

  builder = sb_stix_writer_begin (self, "note", id, judgement);
  if (builder == NULL)
    return TRUE;

  sb_stix_add_label (builder, "judgement");
  add_author (builder, sb_record_get_ref (judgement, SB_JUDGEMENT_JUDGED_BY), self->exporter->request->language);
  sb_stix_add_subjects (builder, refs);
  sb_stix_begin_extension (builder);
  _sb_json_add_text (builder, "record_kind", "judgement");
  sb_stix_add_fields (builder, judgement, fields, G_N_ELEMENTS (fields));
  add_likelihood (builder, judgement, SB_JUDGEMENT_SCALE, SB_JUDGEMENT_BAND);
  sb_stix_end_extension (builder);
  return sb_stix_finish_assessed (self, builder, id, judgement, words, get_confidence (judgement, SB_JUDGEMENT_CONFIDENCE), error);
}

gboolean
sb_stix_write_recommendation (SbStixWriter *self,
                              SbRecord *recommendation,
                              GError **error)
{
  static const guint fields[] = { SB_RECOMMENDATION_ADDRESSEE, SB_RECOMMENDATION_DATE, SB_RECOMMENDATION_HORIZON,
                                  SB_RECOMMENDATION_PRIORITY, SB_RECOMMENDATION_AUDIENCE };
  g_autofree char *id = sb_stix_dup_id ("course-of-action", sb_record_get_uuid (recommendation));
  g_autofree char *adviser = NULL;
  JsonBuilder *builder = sb_stix_writer_begin (self, "course-of-action", id, recommendation);
  const SbStixWords words[] = { { "name", sb_record_get_bilingual (recommendation, SB_RECOMMENDATION_ACTION) }, { NULL, NULL } };

  if (builder == NULL)
    return TRUE;

  sb_stix_add_label (builder, "recommendation");
  sb_stix_begin_extension (builder);
  _sb_json_add_text (builder, "record_kind", "recommendation");
  sb_stix_add_fields (builder, recommendation, fields, G_N_ELEMENTS (fields));
  sb_stix_end_extension (builder);
  return sb_stix_finish (self, builder, id, recommendation, words, error) &&
         sb_stix_need_source (self, sb_record_get_ref (recommendation, SB_RECOMMENDATION_ADVISED_BY), &adviser, error) &&
         sb_stix_write_tie (self, recommendation, id, "advised-by", adviser, error);
}
