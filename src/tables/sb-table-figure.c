/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-tables"

#include "config.h"

#include "sb-table-figure.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sb-table-date.h"
#include "sb-table-number.h"

/* The columns that hold numbers, of all tables of HAPI. */
static const char *const measures[] = {
  "events",
  "fatalities",
  "population",
  "population_in_phase",
  "price",
  "overall_risk",
  "hazard_exposure_risk",
  "vulnerability_risk",
  "coping_capacity_risk",
  "risk_class",
  "requirements_usd",
  "funding_usd",
  "funding_pct",
};

/* The columns that say what is counted. */
static const char *const categories[] = {
  "event_type",
  "ipc_phase",
  "ipc_type",
  "operation",
  "assessment_type",
  "reporting_round",
  "population_group",
  "population_status",
  "sector_name",
  "category",
  "gender",
  "age_range",
  "origin_location_name",
  "asylum_location_name",
  "market_name",
  "commodity_name",
  "price_flag",
  "price_type",
  "appeal_name",
};

struct _SbFigureReader
{
  SbTable *table; /* (owned) */
  SbFieldMap map;
  const SbTableRow *row; /* (nullable) the one that is being read */
  guint next_measure;
};

void
sb_table_figure_clear (SbTableFigure *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->category, g_free);
}

SbFigureReader *
sb_figure_reader_new (SbTable *table,
                      GError **error)
{
  g_autoptr (SbFigureReader) self = NULL;

  g_return_val_if_fail (table != NULL, NULL);

  self = g_new0 (SbFigureReader, 1);
  self->table = sb_table_ref (table);
  return sb_table_map_columns (table, SB_TABLE_FIGURES, NULL, &self->map, error) ? g_steal_pointer (&self) : NULL;
}

void
sb_figure_reader_free (SbFigureReader *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->table, sb_table_unref);
  g_free (self);
}

/* The cell of the row in the column called @name; NULL for none. */
static const char *
get_cell (SbFigureReader *self,
          const char *name)
{
  guint n_columns;
  const char *const *columns = sb_table_get_columns (self->table, &n_columns);

  for (guint i = 0; i < MIN (n_columns, self->row->n_cells); i++)
    if (g_ascii_strcasecmp (columns[i], name) == 0)
      return self->row->cells[i] != NULL && *self->row->cells[i] != '\0' ? self->row->cells[i] : NULL;

  return NULL;
}

static char *
dup_category (SbFigureReader *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (categories); i++)
    {
      const char *cell = get_cell (self, categories[i]);

      if (cell != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", cell);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static const char *
read_figure (SbFigureReader *self,
             const char *cell,
             SbTableFigure *figure)
{
  const char *date = sb_field_map_get (&self->map, self->row, SB_TABLE_FIELD_DATE);
  const char *end = sb_field_map_get (&self->map, self->row, SB_TABLE_FIELD_DATE_END);
  int first;
  int last;

  if (self->row->fault != NULL)
    return self->row->fault;
  if (!sb_table_number_parse (cell, FALSE, &figure->value))
    return N_ ("The number cannot be read.");
  if (!sb_table_date_parse (date, SB_TABLE_DATE_DAY_FIRST, &figure->first_day, &figure->last_day))
    return date != NULL ? N_ ("The date cannot be read.") : N_ ("There is no date.");

  if (sb_table_date_parse (end, SB_TABLE_DATE_DAY_FIRST, &first, &last) && last > figure->last_day)
    figure->last_day = last;
  figure->category = dup_category (self);
  figure->country = sb_field_map_get (&self->map, self->row, SB_TABLE_FIELD_COUNTRY);
  figure->country_code = sb_field_map_get (&self->map, self->row, SB_TABLE_FIELD_COUNTRY_CODE);
  figure->admin1 = sb_field_map_get (&self->map, self->row, SB_TABLE_FIELD_ADMIN1);
  figure->admin2 = sb_field_map_get (&self->map, self->row, SB_TABLE_FIELD_ADMIN2);
  figure->unit = g_str_equal (figure->measure, "price") ? get_cell (self, "currency_code") : NULL;
  return NULL;
}

gboolean
sb_figure_reader_next (SbFigureReader *self,
                       SbTableFigure *figure,
                       const char **reason)
{
  g_return_val_if_fail (self != NULL && figure != NULL && reason != NULL, FALSE);

  while (TRUE)
    {
      const char *cell = NULL;

      if (self->row == NULL || self->next_measure >= G_N_ELEMENTS (measures))
        {
          self->row = sb_table_next (self->table);
          self->next_measure = 0;
          if (self->row == NULL)
            return FALSE;
        }

      sb_field_map_update (&self->map, self->table);
      *figure = (SbTableFigure) { .line = self->row->line, .measure = measures[self->next_measure++] };
      if (self->row->fault != NULL)
        self->next_measure = G_N_ELEMENTS (measures);
      else
        cell = get_cell (self, figure->measure);
      if (cell == NULL && self->row->fault == NULL)
        continue;

      *reason = read_figure (self, cell, figure);
      return TRUE;
    }
}
