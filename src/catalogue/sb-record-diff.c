/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-record-diff.h"

#include "sb-record-compare.h"

/* More changes than this, or of more rows, are told as one: each of them costs
 * the main loop and the views work. */
#define MAX_SPLICES      64
#define MAX_SPLICED_ROWS 500

typedef struct
{
  GArray *splices; /* (owned) (element-type SbSplice) */
  guint position; /* in the list as it is after the changes so far */
  gboolean is_open; /* the last change goes on here */
} Changes;

static SbSplice *
get_open_splice (Changes *changes)
{
  if (!changes->is_open)
    {
      const SbSplice splice = { .position = changes->position };

      g_array_append_val (changes->splices, splice);
      changes->is_open = TRUE;
    }

  return &g_array_index (changes->splices, SbSplice, changes->splices->len - 1);
}

static void
keep_row (Changes *changes)
{
  changes->is_open = FALSE;
  changes->position++;
}

static void
remove_row (Changes *changes)
{
  get_open_splice (changes)->n_removed++;
}

static void
add_row (Changes *changes)
{
  get_open_splice (changes)->n_added++;
  changes->position++;
}

static SbRecord *
get_row (GPtrArray *rows,
         guint position)
{
  return position < rows->len ? g_ptr_array_index (rows, position) : NULL;
}

/* Where each record is. Positions are stored plus one. */
static GHashTable *
index_rows (GPtrArray *rows)
{
  GHashTable *index = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      gint64 id = sb_record_get_id (g_ptr_array_index (rows, i));

      g_hash_table_insert (index, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (i + 1));
    }

  return index;
}

static guint
find_row (GHashTable *index,
          SbRecord *record)
{
  gint64 id = sb_record_get_id (record);

  return GPOINTER_TO_UINT (g_hash_table_lookup (index, &id));
}

static void
keep_old_object (GPtrArray *old,
                 guint i,
                 GPtrArray *new,
                 guint j)
{
  g_object_unref (g_ptr_array_index (new, j));
  g_ptr_array_index (new, j) = g_object_ref (g_ptr_array_index (old, i));
}

/* One change from the first to the last of them. */
static void
join_splices (GArray *splices,
              guint n_old,
              guint n_new)
{
  const SbSplice *last = &g_array_index (splices, SbSplice, splices->len - 1);
  guint first = g_array_index (splices, SbSplice, 0).position;
  guint n_kept_after = n_new - last->position - last->n_added;
  const SbSplice all = { first, n_old - first - n_kept_after, n_new - first - n_kept_after };

  g_array_set_size (splices, 0);
  g_array_append_val (splices, all);
}

static guint
count_rows (GArray *splices)
{
  guint count = 0;

  for (guint i = 0; i < splices->len; i++)
    count += g_array_index (splices, SbSplice, i).n_removed + g_array_index (splices, SbSplice, i).n_added;

  return count;
}

GArray *
_sb_record_diff (GPtrArray *old,
                 GPtrArray *new)
{
  g_autoptr (GHashTable) old_index = index_rows (old);
  g_autoptr (GHashTable) new_index = index_rows (new);
  Changes changes = { .splices = g_array_new (FALSE, FALSE, sizeof (SbSplice)) };
  guint i = 0;
  guint j = 0;

  while (i < old->len || j < new->len)
    {
      SbRecord *before = get_row (old, i);
      SbRecord *after = get_row (new, j);

      if (before != NULL && after != NULL && sb_record_get_id (before) == sb_record_get_id (after))
        {
          if (_sb_record_shows_same (before, after))
            {
              keep_old_object (old, i, new, j);
              keep_row (&changes);
            }
          else
            {
              remove_row (&changes);
              add_row (&changes);
            }
          i++;
          j++;
        }
      else if (after == NULL || (before != NULL && find_row (new_index, before) <= j))
        {
          /* It is gone, or was put in further up already. */
          remove_row (&changes);
          i++;
        }
      else if (before == NULL || find_row (old_index, after) <= i)
        {
          /* It is new, or was taken out further up already. */
          add_row (&changes);
          j++;
        }
      else
        {
          /* Both are still to come: the one here moves down. */
          remove_row (&changes);
          i++;
        }
    }

  if (changes.splices->len > MAX_SPLICES || (changes.splices->len > 1 && count_rows (changes.splices) > MAX_SPLICED_ROWS))
    join_splices (changes.splices, old->len, new->len);
  return changes.splices;
}

/* Where each id of @ids is, from @first to before @end. Positions are stored plus one. */
static GHashTable *
index_ids (GArray *ids,
           guint first,
           guint end)
{
  GHashTable *index = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = first; i < end; i++)
    g_hash_table_insert (index, &g_array_index (ids, gint64, i), GUINT_TO_POINTER (i + 1));

  return index;
}

/* How many ids are the same at the beginning, and then at the end. */
static guint
count_same_first (GArray *old,
                  GArray *new)
{
  guint n_min = MIN (old->len, new->len);
  guint n = 0;

  while (n < n_min && g_array_index (old, gint64, n) == g_array_index (new, gint64, n))
    n++;
  return n;
}

static guint
count_same_last (GArray *old,
                 GArray *new,
                 guint n_first)
{
  guint n_max = MIN (old->len, new->len) - n_first;
  guint n = 0;

  while (n < n_max && g_array_index (old, gint64, old->len - 1 - n) == g_array_index (new, gint64, new->len - 1 - n))
    n++;
  return n;
}

GArray *
_sb_id_diff (GArray *old,
             GArray *new)
{
  Changes changes = { .splices = g_array_new (FALSE, FALSE, sizeof (SbSplice)) };
  guint n_first = count_same_first (old, new);
  guint n_last = count_same_last (old, new, n_first);
  guint old_end = old->len - n_last;
  guint new_end = new->len - n_last;
  g_autoptr (GHashTable) old_index = index_ids (old, n_first, old_end);
  g_autoptr (GHashTable) new_index = index_ids (new, n_first, new_end);
  guint i = n_first;
  guint j = n_first;

  changes.position = n_first;
  while (i < old_end || j < new_end)
    {
      const gint64 *before = i < old_end ? &g_array_index (old, gint64, i) : NULL;
      const gint64 *after = j < new_end ? &g_array_index (new, gint64, j) : NULL;

      if (before != NULL && after != NULL && *before == *after)
        {
          keep_row (&changes);
          i++;
          j++;
        }
      else if (before != NULL && (after == NULL || GPOINTER_TO_UINT (g_hash_table_lookup (new_index, before)) <= j ||
                                  GPOINTER_TO_UINT (g_hash_table_lookup (old_index, after)) > i))
        {
          /* It is gone, was put in further up already, or moves down. */
          remove_row (&changes);
          i++;
        }
      else
        {
          add_row (&changes);
          j++;
        }
    }

  if (changes.splices->len > MAX_SPLICES)
    join_splices (changes.splices, old->len, new->len);
  return changes.splices;
}
