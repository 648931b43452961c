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

static SbSearchRow
read_row (SbStatement *statement,
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
  return row;
}

/* Adds what the row is among all of them, or takes it away. */
static void
count_row (SbSearchRows *self,
           const SbSearchRow *row,
           int sign)
{
  self->n_words += sign * row->n_words;
  if (row->record == 0)
    return;

  self->n_live += sign;
  self->record_max = MAX (self->record_max, row->record);
}

double
_sb_search_rows_get_mean_words (const SbSearchRows *self)
{
  return self->rows->len > 0 ? MAX (self->n_words / self->rows->len, 1) : 1;
}

static gboolean
read_last_change (SbSearchRows *self,
                  SbStore *store,
                  GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (store, "search/get-change", error);
  g_autoptr (GError) failure = NULL;

  self->change = -1;
  if (statement == NULL)
    return FALSE;

  if (sb_statement_step (statement, &failure))
    {
      self->change = sb_statement_get_int (statement, "number");
      self->mark = sb_statement_get_int (statement, "mark");
    }

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
read_all (SbSearchRows *self,
          SbStore *store,
          GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (store, "search/list-rows", error);
  g_autoptr (GError) failure = NULL;
  SbKind kind = SB_KIND_NONE;

  if (statement == NULL || !read_last_change (self, store, error))
    return FALSE;

  g_array_set_size (self->rows, 0);
  self->n_words = 0;
  self->n_live = 0;
  self->record_max = 0;
  while (sb_statement_step (statement, &failure))
    {
      SbSearchRow row = read_row (statement, &kind);

      g_array_append_val (self->rows, row);
      count_row (self, &row, 1);
    }

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  gint64 first = ((const SbSearchRow *) a)->key;
  gint64 second = ((const SbSearchRow *) b)->key;

  return first < second ? -1 : first > second;
}

/* Puts @added, which are in no order and may be there twice, among the rows. */
static void
merge_rows (SbSearchRows *self,
            GArray *added)
{
  guint old = self->rows->len;
  guint n = 0;
  SbSearchRow *rows;

  g_array_sort (added, compare_rows);
  for (guint i = 0; i < added->len; i++)
    {
      const SbSearchRow *row = &g_array_index (added, SbSearchRow, i);

      if (i + 1 == added->len || row->key != g_array_index (added, SbSearchRow, i + 1).key)
        g_array_index (added, SbSearchRow, n++) = *row;
    }

  g_array_set_size (self->rows, old + n);
  rows = (SbSearchRow *) (gpointer) self->rows->data;
  /* From the end, where there is room. */
  for (guint to = old + n; n > 0; to--)
    {
      const SbSearchRow *row = &g_array_index (added, SbSearchRow, n - 1);

      if (old > 0 && rows[old - 1].key > row->key)
        rows[to - 1] = rows[--old];
      else
        {
          rows[to - 1] = *row;
          count_row (self, row, 1);
          n--;
        }
    }
}

/* Takes over a row that has changed; one that is not there yet into @added. */
static void
take_row (SbSearchRows *self,
          const SbSearchRow *row,
          GArray *added)
{
  guint position = _sb_search_rows_seek (self, 0, row->key);
  SbSearchRow *known;

  if (position >= self->rows->len || g_array_index (self->rows, SbSearchRow, position).key != row->key)
    {
      g_array_append_val (added, *row);
      return;
    }

  known = &g_array_index (self->rows, SbSearchRow, position);
  count_row (self, known, -1);
  *known = *row;
  count_row (self, known, 1);
}

/* Reads what has changed; *@is_known is FALSE when that cannot be told: so much
 * is new, it was too long ago, or the file is not the one it was. */
static gboolean
read_changes (SbSearchRows *self,
              SbStore *store,
              gboolean *is_known,
              GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (store, "search/list-changes", error);
  g_autoptr (GArray) added = g_array_new (FALSE, FALSE, sizeof (SbSearchRow));
  g_autoptr (GError) failure = NULL;
  SbKind kind = SB_KIND_NONE;

  *is_known = FALSE;
  if (statement == NULL)
    return FALSE;

  sb_statement_bind_int (statement, ":since", self->change);
  if (sb_statement_step (statement, &failure))
    *is_known = sb_statement_get_int (statement, "number") == self->change &&
                sb_statement_get_int (statement, "mark") == self->mark;

  while (*is_known && sb_statement_step (statement, &failure))
    {
      *is_known = !sb_statement_is_null (statement, "changed");
      self->change = sb_statement_get_int (statement, "number");
      self->mark = sb_statement_get_int (statement, "mark");
      if (*is_known && !sb_statement_is_null (statement, "key"))
        {
          SbSearchRow row = read_row (statement, &kind);

          take_row (self, &row, added);
        }
    }

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  if (*is_known)
    merge_rows (self, added);
  return TRUE;
}

gboolean
_sb_search_rows_refresh (SbSearchRows *self,
                         SbStore *store,
                         GError **error)
{
  sqlite3 *db = sb_connection_get_handle (store->connection);
  gint64 n_changes = sqlite3_total_changes64 (db);
  gboolean is_known = FALSE;
  gint64 version;

  if (!sb_connection_get_data_version (store->connection, &version, error))
    return FALSE;

  if (version == self->version && n_changes == self->n_changes)
    return TRUE;

  if (self->version >= 0 && !read_changes (self, store, &is_known, error))
    {
      self->version = -1;
      return FALSE;
    }

  self->version = -1;
  if (!is_known && !read_all (self, store, error))
    return FALSE;

  /* What may yet be taken back is not relied on. */
  if (sqlite3_txn_state (db, NULL) != SQLITE_TXN_WRITE)
    self->version = version;
  self->n_changes = n_changes;
  return TRUE;
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
