/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-search-rows.h"

#include <sqlite3.h>
#include <string.h>

#include "sb-date.h"

/* Days that a key can tell apart: some thousands of years to both sides of 1970.
 * Others are as the nearest of them, one without a day as the first. */
#define DAY_RANGE (1 << 21)

/* Rows of one day, before their numbers begin anew. */
#define NUMBER_BITS 24
#define NUMBER_MASK ((1 << NUMBER_BITS) - 1)

SbSearchRows *
_sb_search_rows_new (void)
{
  SbSearchRows *self = g_new0 (SbSearchRows, 1);

  self->rows = g_array_new (FALSE, FALSE, sizeof (SbSearchRow));
  self->version = -1;
  self->mean_words = 1;
  return self;
}

void
_sb_search_rows_free (SbSearchRows *self)
{
  g_array_unref (self->rows);
  g_free (self);
}

/* The kinds of neighbouring rows are mostly the same. */
static SbKind
parse_kind (const char *name,
            SbKind last)
{
  if (name != NULL && last != SB_KIND_NONE && strcmp (name, sb_kind_get_name (last)) == 0)
    return last;

  return sb_kind_parse (name);
}

static int
get_day (SbStatement *statement,
         const char *column,
         int fallback)
{
  if (sb_statement_is_null (statement, column))
    return fallback;

  return (int) CLAMP (sb_statement_get_int (statement, column), SB_DATE_DAY_MIN, SB_DATE_DAY_MAX);
}

static void
read_row (SbSearchRows *self,
          SbStatement *statement,
          SbKind *kind)
{
  SbSearchRow row = { .key = sb_statement_get_int (statement, "key") };

  row.record = sb_statement_get_int (statement, "record");
  *kind = parse_kind (sb_statement_get_text (statement, "kind"), *kind);
  row.kind = (guint8) *kind;
  row.n_words = (guint16) CLAMP (sb_statement_get_int (statement, "words"), 0, G_MAXUINT16);
  row.languages = (guint8) sb_statement_get_int (statement, "languages");
  row.first_day = get_day (statement, "first_day", SB_DATE_DAY_MIN);
  row.last_day = get_day (statement, "last_day", row.first_day);
  g_array_append_val (self->rows, row);

  if (row.record == 0)
    return;

  self->n_live++;
  self->record_max = MAX (self->record_max, row.record);
}

static void
compute_mean (SbSearchRows *self)
{
  double n_words = 0;

  for (guint i = 0; i < self->rows->len; i++)
    n_words += g_array_index (self->rows, SbSearchRow, i).n_words;

  self->mean_words = self->rows->len > 0 ? MAX (n_words / self->rows->len, 1) : 1;
}

static gboolean
read_all (SbSearchRows *self,
          SbStore *store,
          GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (store, "list-search-rows", error);
  g_autoptr (GError) failure = NULL;
  SbKind kind = SB_KIND_NONE;

  if (statement == NULL)
    return FALSE;

  g_array_set_size (self->rows, 0);
  self->n_live = 0;
  self->record_max = 0;
  while (sb_statement_step (statement, &failure))
    read_row (self, statement, &kind);
  compute_mean (self);
  if (failure == NULL)
    return TRUE;

  self->version = -1;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

gboolean
_sb_search_rows_refresh (SbSearchRows *self,
                         SbStore *store,
                         GError **error)
{
  gint64 n_changes = sqlite3_total_changes64 (sb_connection_get_handle (store->connection));
  gint64 version;

  if (!sb_connection_get_data_version (store->connection, &version, error))
    return FALSE;

  if (version == self->version && n_changes == self->n_changes)
    return TRUE;

  self->version = version;
  self->n_changes = n_changes;
  return read_all (self, store, error);
}

guint
_sb_search_rows_seek (const SbSearchRows *self,
                      guint position,
                      gint64 key)
{
  const SbSearchRow *rows = (const SbSearchRow *) (gpointer) self->rows->data;
  guint n_rows = self->rows->len;
  guint step = 1;
  guint low = position;
  guint high;

  /* The next hit is mostly near: go on in steps that double, then halve. */
  while (position < n_rows && rows[position].key < key)
    {
      low = position + 1;
      position = n_rows - position > step ? position + step : n_rows;
      step *= 2;
    }

  high = MIN (position, n_rows);
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (rows[middle].key < key)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

gint64
_sb_search_key_new (int day,
                    gint64 number)
{
  gint64 before = DAY_RANGE - (gint64) CLAMP (day, -DAY_RANGE, DAY_RANGE);

  return before << NUMBER_BITS | (NUMBER_MASK - (number & NUMBER_MASK));
}
