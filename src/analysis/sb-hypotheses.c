/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-analysis"

#include "config.h"

#include "sb-hypotheses.h"

#include "sb-evidence.h"
#include "sb-indicator.h"

typedef struct
{
  SbRecord *record; /* (owned) */
  guint position; /* in the order in which they came */
  GArray *cells; /* (owned) (element-type SbConsistency) by the number of the scenario */
} Row;

struct _SbHypotheses
{
  GPtrArray *scenarios; /* (owned) (element-type SbRecord) as they came */
  GPtrArray *rows; /* (owned) (element-type Row) */
  GArray *columns; /* (owned) (element-type guint) the numbers of the scenarios, in order */
};

static void
row_free (gpointer data)
{
  Row *row = data;

  g_object_unref (row->record);
  g_array_unref (row->cells);
  g_free (row);
}

static Row *
add_row (SbHypotheses *self,
         SbRecord *record)
{
  Row *row = g_new0 (Row, 1);

  row->record = g_object_ref (record);
  row->position = self->rows->len;
  row->cells = g_array_new (FALSE, TRUE, sizeof (SbConsistency));
  g_array_set_size (row->cells, self->scenarios->len);
  g_ptr_array_add (self->rows, row);
  return row;
}

static SbConsistency *
get_cell (const Row *row,
          guint scenario)
{
  return &g_array_index (row->cells, SbConsistency, scenario);
}

/* One extract is one row, however many scenarios it speaks of. */
static void
add_evidence (SbHypotheses *self,
              GHashTable *rows,
              guint scenario,
              SbRecord *piece)
{
  SbRef *extract = sb_record_get_ref (piece, SB_EVIDENCE_EXTRACT);
  gint64 id = extract != NULL ? sb_ref_get_id (extract) : 0;
  Row *row = g_hash_table_lookup (rows, &id);

  if (row == NULL)
    {
      row = add_row (self, piece);
      g_hash_table_insert (rows, g_memdup2 (&id, sizeof id), row);
    }

  *get_cell (row, scenario) = sb_record_get_term (piece, SB_EVIDENCE_STANCE, SB_STANCE_SUPPORTS) == SB_STANCE_SUPPORTS
                                ? SB_CONSISTENCY_FOR
                                : SB_CONSISTENCY_AGAINST;
}

/* What was not seen yet says nothing. */
static void
add_indicator (SbHypotheses *self,
               SbRecord *indicator)
{
  SbRef *scenario = sb_record_get_ref (indicator, SB_INDICATOR_SCENARIO);

  if (scenario == NULL ||
      sb_record_get_term (indicator, SB_INDICATOR_STATE, SB_INDICATOR_STATE_NOT_SEEN) == SB_INDICATOR_STATE_NOT_SEEN)
    return;

  for (guint i = 0; i < self->scenarios->len; i++)
    if (sb_record_get_id (g_ptr_array_index (self->scenarios, i)) == sb_ref_get_id (scenario))
      *get_cell (add_row (self, indicator), i) =
        sb_record_get_term (indicator, SB_INDICATOR_POLARITY, SB_INDICATOR_POLARITY_FOR) == SB_INDICATOR_POLARITY_FOR
          ? SB_CONSISTENCY_FOR
          : SB_CONSISTENCY_AGAINST;
}

static guint
count_in_row (const Row *row,
              SbConsistency consistency)
{
  guint n = 0;

  for (guint i = 0; i < row->cells->len; i++)
    n += *get_cell (row, i) == consistency ? 1 : 0;

  return n;
}

static guint
count_of_scenario (const SbHypotheses *self,
                   guint scenario,
                   SbConsistency consistency)
{
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    n += *get_cell (g_ptr_array_index (self->rows, i), scenario) == consistency ? 1 : 0;

  return n;
}

/* How many pairs of scenarios a row tells apart. */
static guint
get_weight (const Row *row)
{
  guint n_for = count_in_row (row, SB_CONSISTENCY_FOR);
  guint n_against = count_in_row (row, SB_CONSISTENCY_AGAINST);

  return n_for * n_against + (n_for + n_against) * (row->cells->len - n_for - n_against);
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const Row *first = *(const Row *const *) a;
  const Row *second = *(const Row *const *) b;
  guint weights[] = { get_weight (first), get_weight (second) };

  if (weights[0] != weights[1])
    return weights[0] > weights[1] ? -1 : 1;

  return (int) first->position - (int) second->position;
}

static int
compare_columns (gconstpointer a,
                 gconstpointer b,
                 gpointer data)
{
  guint first = *(const guint *) a;
  guint second = *(const guint *) b;
  guint against[] = { count_of_scenario (data, first, SB_CONSISTENCY_AGAINST), count_of_scenario (data, second, SB_CONSISTENCY_AGAINST) };
  guint support[] = { count_of_scenario (data, first, SB_CONSISTENCY_FOR), count_of_scenario (data, second, SB_CONSISTENCY_FOR) };

  if (against[0] != against[1])
    return against[0] < against[1] ? -1 : 1;
  if (support[0] != support[1])
    return support[0] > support[1] ? -1 : 1;

  return (int) first - (int) second;
}

SbHypotheses *
sb_hypotheses_new (GPtrArray *scenarios,
                   GPtrArray *evidence,
                   GPtrArray *indicators,
                   SbLanguage language)
{
  SbHypotheses *self;
  g_autoptr (GHashTable) rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  g_return_val_if_fail (scenarios != NULL && evidence != NULL && indicators != NULL, NULL);
  g_return_val_if_fail (evidence->len == scenarios->len, NULL);

  self = g_new0 (SbHypotheses, 1);
  self->scenarios = g_ptr_array_copy (scenarios, (GCopyFunc) (void (*) (void)) g_object_ref, NULL);
  g_ptr_array_set_free_func (self->scenarios, g_object_unref);
  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->columns = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < scenarios->len; i++)
    {
      GPtrArray *pieces = g_ptr_array_index (evidence, i);

      g_array_append_val (self->columns, i);
      for (guint j = 0; j < pieces->len; j++)
        if (!sb_evidence_is_told_in (pieces, j, language))
          add_evidence (self, rows, i, g_ptr_array_index (pieces, j));
    }
  for (guint i = 0; i < indicators->len; i++)
    add_indicator (self, g_ptr_array_index (indicators, i));

  g_ptr_array_sort (self->rows, compare_rows);
  g_array_sort_with_data (self->columns, compare_columns, self);
  return self;
}

void
sb_hypotheses_free (SbHypotheses *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->scenarios);
  g_ptr_array_unref (self->rows);
  g_array_unref (self->columns);
  g_free (self);
}

guint
sb_hypotheses_get_n_scenarios (const SbHypotheses *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->scenarios->len;
}

SbRecord *
sb_hypotheses_get_scenario (const SbHypotheses *self,
                            guint column)
{
  g_return_val_if_fail (self != NULL && column < self->columns->len, NULL);

  return g_ptr_array_index (self->scenarios, g_array_index (self->columns, guint, column));
}

guint
sb_hypotheses_count (const SbHypotheses *self,
                     guint column,
                     SbConsistency consistency)
{
  g_return_val_if_fail (self != NULL && column < self->columns->len, 0);

  return count_of_scenario (self, g_array_index (self->columns, guint, column), consistency);
}

guint
sb_hypotheses_get_n_rows (const SbHypotheses *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->rows->len;
}

SbRecord *
sb_hypotheses_get_row (const SbHypotheses *self,
                       guint row)
{
  g_return_val_if_fail (self != NULL && row < self->rows->len, NULL);

  return ((Row *) g_ptr_array_index (self->rows, row))->record;
}

SbConsistency
sb_hypotheses_get_consistency (const SbHypotheses *self,
                               guint row,
                               guint column)
{
  g_return_val_if_fail (self != NULL && row < self->rows->len && column < self->columns->len, SB_CONSISTENCY_UNKNOWN);

  return *get_cell (g_ptr_array_index (self->rows, row), g_array_index (self->columns, guint, column));
}
