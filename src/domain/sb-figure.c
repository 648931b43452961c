/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-domain"

#include "config.h"

#include "sb-figure.h"

#include "sb-text.h"

#include <glib/gi18n.h>

/* Digits after the mark; the rest is trailing noise of what was converted. */
#define DECIMALS 2

static const SbTerm figure_kind_terms[] = {
  { SB_FIGURE_KIND_SHARE, "share", N_ ("Share") },
  { SB_FIGURE_KIND_VOLUME, "volume", N_ ("Volume") },
  { SB_FIGURE_KIND_MONEY, "money", N_ ("Money") },
  { SB_FIGURE_KIND_COUNT, "count", N_ ("Count") },
  { SB_FIGURE_KIND_MULTIPLE, "multiple", N_ ("Multiple") },
  { SB_FIGURE_KIND_RATE, "rate", N_ ("Rate") },
  { SB_FIGURE_KIND_DISTANCE, "distance", N_ ("Distance") },
};

const SbVocabulary sb_figure_kind_vocabulary = SB_VOCABULARY (figure_kind_terms);

static const SbField fields[] = {
  [SB_FIGURE_LABEL] = { .name = "label", .type = SB_FIELD_BILINGUAL, .flags = SB_FIELD_REQUIRED, .label = N_ ("What it counts") },
  [SB_FIGURE_KIND] = { .name = "kind", .type = SB_FIELD_TERM, .vocabulary = &sb_figure_kind_vocabulary, .label = N_ ("Kind") },
  [SB_FIGURE_LOW] = { .name = "low", .type = SB_FIELD_REAL, .flags = SB_FIELD_REQUIRED, .label = N_ ("Value") },
  [SB_FIGURE_HIGH] = { .name = "high", .type = SB_FIELD_REAL, .label = N_ ("Value, at most") },
  [SB_FIGURE_UNIT] = { .name = "unit", .type = SB_FIELD_BILINGUAL, .label = N_ ("Unit") },
  [SB_FIGURE_BASE] = { .name = "base", .type = SB_FIELD_BILINGUAL, .label = N_ ("Of what, or compared with what") },
  [SB_FIGURE_QUALIFIER] = { .name = "qualifier", .type = SB_FIELD_BILINGUAL, .label = N_ ("Qualifier") },
  [SB_FIGURE_PLACE] = { .name = "place", .type = SB_FIELD_REF, .target = SB_KIND_PLACE, .label = N_ ("Place") },
  [SB_FIGURE_ABOUT] = { .name = "about", .type = SB_FIELD_REF, .label = N_ ("About") },
  [SB_FIGURE_SOURCE] = { .name = "source", .type = SB_FIELD_REF, .target = SB_KIND_SOURCE, .label = N_ ("According to") },
  [SB_FIGURE_DATE] = { .name = "date", .type = SB_FIELD_DATE, .label = N_ ("When") },
  [SB_FIGURE_NOTE] = { .name = "note", .type = SB_FIELD_BILINGUAL, .label = N_ ("Note") },
};

const SbSchema sb_figure_schema = {
  .kind = SB_KIND_FIGURE,
  .name = "figure",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = SB_FIGURE_LABEL,
};

const char *
sb_figure_get_unit_gap (const char *unit,
                        SbLanguage language)
{
  g_return_val_if_fail (unit != NULL, "");

  return unit[0] == '\0' || (language == SB_LANGUAGE_EN && g_str_equal (unit, "%")) ? "" : "\302\240";
}

char *
sb_figure_dup_value (SbRecord *figure,
                     SbLanguage language)
{
  double low;
  double high;
  const char *unit;
  const char *qualifier;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  g_return_val_if_fail (sb_record_get_kind (figure) == SB_KIND_FIGURE, NULL);

  low = sb_record_get_real (figure, SB_FIGURE_LOW, 0);
  high = sb_record_get_real (figure, SB_FIGURE_HIGH, low);
  unit = sb_record_get_words (figure, SB_FIGURE_UNIT, language);
  qualifier = sb_record_get_words (figure, SB_FIGURE_QUALIFIER, language);
  from = sb_number_format (low, DECIMALS, language);
  to = sb_number_format (high, DECIMALS, language);

  return g_strdup_printf ("%s%s%s%s%s%s%s", qualifier, qualifier[0] != '\0' ? " " : "", from,
                          high > low ? "–" : "", high > low ? to : "", sb_figure_get_unit_gap (unit, language), unit);
}
