/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-item-match.h"

#include "sb-record-compare.h"

/* What a field that two items share tells of them being the same. */
#define WEIGHT_REF   4
#define WEIGHT_VALUE 2

/* Longer lists are compared for equal items only. */
#define MAX_COMPARED 1000

typedef struct
{
  SbRecord *a; /* (unowned) */
  SbRecord *b; /* (unowned) */
  guint field;
  GArray *pairs; /* (owned) (element-type int) */
  gboolean *is_taken; /* (owned) which items of @b have a counterpart */
} Match;

static void
pair (Match *match,
      guint i,
      guint j)
{
  g_array_index (match->pairs, int, i) = (int) j;
  match->is_taken[j] = TRUE;
}

static gboolean
is_free (Match *match,
         guint i)
{
  return g_array_index (match->pairs, int, i) < 0;
}

static void
pair_equal (Match *match)
{
  guint n_b = sb_record_get_n_items (match->b, match->field);

  for (guint i = 0; i < match->pairs->len; i++)
    {
      SbRecord *item = sb_record_get_item (match->a, match->field, i);

      for (guint j = 0; j < n_b && is_free (match, i); j++)
        if (!match->is_taken[j] && _sb_record_stores_same (item, sb_record_get_item (match->b, match->field, j)))
          pair (match, i, j);
    }
}

static guint
get_likeness (SbRecord *a,
              SbRecord *b)
{
  const SbSchema *schema = sb_record_get_schema (a);
  guint likeness = 0;

  for (guint i = 0; i < schema->n_fields; i++)
    if ((schema->fields[i].flags & SB_FIELD_DERIVED) == 0 && sb_record_has (a, i) && _sb_record_field_stores_same (a, b, i))
      likeness += schema->fields[i].type == SB_FIELD_REF ? WEIGHT_REF : WEIGHT_VALUE;

  return likeness;
}

/* Pairs the two that are the most alike of those that are left. */
static gboolean
pair_most_alike (Match *match)
{
  guint n_b = sb_record_get_n_items (match->b, match->field);
  guint best = 0;
  guint best_i = 0;
  guint best_j = 0;

  for (guint i = 0; i < match->pairs->len; i++)
    for (guint j = 0; j < n_b && is_free (match, i); j++)
      {
        guint likeness;

        if (match->is_taken[j])
          continue;

        likeness = get_likeness (sb_record_get_item (match->a, match->field, i), sb_record_get_item (match->b, match->field, j));
        if (likeness > best)
          {
            best = likeness;
            best_i = i;
            best_j = j;
          }
      }

  if (best > 0)
    pair (match, best_i, best_j);
  return best > 0;
}

GArray *
_sb_items_match (SbRecord *a,
                 SbRecord *b,
                 guint field)
{
  guint n_a = sb_record_get_n_items (a, field);
  guint n_b = sb_record_get_n_items (b, field);
  g_autofree gboolean *is_taken = g_new0 (gboolean, n_b + 1);
  Match match = { a, b, field, g_array_sized_new (FALSE, FALSE, sizeof (int), n_a), is_taken };
  const int none = -1;

  for (guint i = 0; i < n_a; i++)
    g_array_append_val (match.pairs, none);

  pair_equal (&match);
  while (MAX (n_a, n_b) <= MAX_COMPARED && pair_most_alike (&match))
    continue;

  for (guint i = 0; i < MIN (n_a, n_b); i++)
    if (is_free (&match, i) && !match.is_taken[i])
      pair (&match, i, i);

  return match.pairs;
}
