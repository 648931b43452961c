/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sync"

#include "config.h"

#include "sb-table-intake-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sb-event-words.h"
#include "sb-figure.h"
#include "sb-table-country.h"
#include "sb-table-figure.h"
#include "sb-translate.h"

/* What the columns of HDX HAPI count. */
static const struct
{
  const char *measure;
  const char *label; /* translatable */
  SbFigureKind kind;
  const char *note; /* (nullable) translatable */
} measures[] = {
  { "events", N_ ("Conflict events"), SB_FIGURE_KIND_COUNT, N_ ("The categories overlap: they are never added up.") },
  { "fatalities", N_ ("Deaths in conflict events"), SB_FIGURE_KIND_COUNT, N_ ("The categories overlap: they are never added up.") },
  { "population", N_ ("Number of people"), SB_FIGURE_KIND_COUNT, NULL },
  { "population_in_phase", N_ ("People in a phase of food insecurity"), SB_FIGURE_KIND_COUNT, NULL },
  { "price", N_ ("Price"), SB_FIGURE_KIND_MONEY, NULL },
  { "overall_risk", N_ ("Overall risk"), SB_FIGURE_KIND_RATE, NULL },
  { "hazard_exposure_risk", N_ ("Risk of hazards and exposure"), SB_FIGURE_KIND_RATE, NULL },
  { "vulnerability_risk", N_ ("Risk of vulnerability"), SB_FIGURE_KIND_RATE, NULL },
  { "coping_capacity_risk", N_ ("Risk of a lack of coping capacity"), SB_FIGURE_KIND_RATE, NULL },
  { "risk_class", N_ ("Class of risk, 1 to 5"), SB_FIGURE_KIND_RATE, NULL },
  { "requirements_usd", N_ ("Funding required"), SB_FIGURE_KIND_MONEY, NULL },
  { "funding_usd", N_ ("Funding received"), SB_FIGURE_KIND_MONEY, NULL },
  { "funding_pct", N_ ("Share of the required funding that was received"), SB_FIGURE_KIND_SHARE, NULL },
};

static guint
find_measure (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    if (g_str_equal (measures[i].measure, name))
      return i;

  g_return_val_if_reached (0);
}

static void
set_label (SbRecordBuilder *builder,
           guint measure,
           const char *category)
{
  const char *fr = sb_translate (SB_LANGUAGE_FR, measures[measure].label);
  const char *en = sb_translate (SB_LANGUAGE_EN, measures[measure].label);
  g_autofree char *label_fr = *category != '\0' ? g_strdup_printf ("%s (%s)", fr, category) : g_strdup (fr);
  g_autofree char *label_en = *category != '\0' ? g_strdup_printf ("%s (%s)", en, category) : g_strdup (en);

  sb_record_builder_set_words (builder, SB_FIGURE_LABEL, label_fr, label_en);
  if (measures[measure].note != NULL)
    sb_record_builder_set_words (builder, SB_FIGURE_NOTE, sb_translate (SB_LANGUAGE_FR, measures[measure].note),
                                 sb_translate (SB_LANGUAGE_EN, measures[measure].note));
}

static SbRef *
find_place (SbIntake *self,
            const SbTableFigure *figure)
{
  const SbTableCountry *country = sb_table_country_find (figure->country_code);
  const SbSoughtPlace sought = {
    .admin1 = figure->admin1,
    .admin2 = figure->admin2,
    .country = country != NULL ? country->alpha2 : NULL,
    .precision = SB_PLACE_PRECISION_REGION,
  };

  return _sb_place_book_find (self->places, &sought, self->changes);
}

static const char *
get_unit (const SbTableFigure *figure)
{
  if (figure->unit != NULL)
    return figure->unit;
  if (g_str_has_suffix (figure->measure, "_usd"))
    return "USD";

  return g_str_has_suffix (figure->measure, "_pct") ? "%" : NULL;
}

static char *
make_uuid (const SbTableFigure *figure)
{
  g_autofree char *key = g_strdup_printf ("%s|%s|%s|%s|%s|%d", figure->measure, figure->category,
                                          figure->country_code != NULL ? figure->country_code : "",
                                          figure->admin1 != NULL ? figure->admin1 : "",
                                          figure->admin2 != NULL ? figure->admin2 : "", figure->first_day);

  return _sb_intake_make_uuid ("figure:hapi", key);
}

static gboolean
take_figure (SbIntake *self,
             const SbTableFigure *figure,
             GError **error)
{
  guint measure = find_measure (figure->measure);
  const SbTableEvent days = { .first_day = figure->first_day, .last_day = figure->last_day };
  g_autofree char *uuid = make_uuid (figure);
  g_autoptr (SbDate) date = sb_event_words_make_date (&days, SB_TABLE_SHAPE_HAPI);
  g_autoptr (SbRef) place = find_place (self, figure);
  g_autoptr (GError) failure = NULL;
  g_autoptr (SbRecord) stored = sb_store_get_by_uuid (self->store, SB_KIND_FIGURE, uuid, &failure);
  g_autoptr (SbRecordBuilder) builder = NULL;
  g_autoptr (SbRecord) record = NULL;
  const char *unit = get_unit (figure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (!g_hash_table_add (self->seen, g_strdup (uuid)))
    {
      _sb_intake_reject (self, figure->line, N_ ("The same figure stands in the file before."));
      return TRUE;
    }

  builder = stored != NULL ? sb_record_builder_new_from (stored) : sb_record_builder_new (&sb_figure_schema);
  sb_record_builder_set_uuid (builder, uuid);
  set_label (builder, measure, figure->category);
  sb_record_builder_set_term (builder, SB_FIGURE_KIND, (int) measures[measure].kind);
  sb_record_builder_set_real (builder, SB_FIGURE_LOW, figure->value);
  if (unit != NULL)
    sb_record_builder_set_words (builder, SB_FIGURE_UNIT, unit, unit);
  sb_record_builder_set_ref (builder, SB_FIGURE_PLACE, place);
  sb_record_builder_set_ref (builder, SB_FIGURE_SOURCE, self->publisher);
  sb_record_builder_set_date (builder, SB_FIGURE_DATE, date);
  record = sb_record_builder_end (g_steal_pointer (&builder));
  _sb_intake_put (self, record, stored);
  return TRUE;
}

gboolean
_sb_intake_figures (SbIntake *self,
                    GError **error)
{
  g_autoptr (SbFigureReader) reader = sb_figure_reader_new (self->request->table, error);
  const char *reason;

  if (reader == NULL)
    return FALSE;

  while (TRUE)
    {
      g_auto (SbTableFigure) figure = { 0 };

      if (!sb_figure_reader_next (reader, &figure, &reason))
        return TRUE;

      if (reason != NULL)
        _sb_intake_reject (self, figure.line, reason);
      else if (!take_figure (self, &figure, error))
        return FALSE;
      if (!_sb_intake_flush (self, FALSE, error))
        return FALSE;
    }
}
