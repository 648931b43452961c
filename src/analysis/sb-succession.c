/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-analysis"

#include "config.h"

#include "sb-succession.h"

#include "sb-relation.h"

/* What is said in circles ends. */
#define MAX_DEPTH 12

typedef struct
{
  GPtrArray *ties; /* (unowned) (element-type SbRecord) those that are successions, by date */
  GPtrArray *steps; /* (owned) (element-type SbSuccessionStep) */
} Building;

static void
step_free (gpointer data)
{
  SbSuccessionStep *step = data;

  sb_ref_unref (step->actor);
  g_clear_object (&step->relation);
  g_free (step);
}

gboolean
sb_succession_read (SbRecord *relation,
                    SbRef **before,
                    SbRef **after)
{
  SbRef *subject = sb_record_get_ref (relation, SB_RELATION_SUBJECT);
  SbRef *object = sb_record_get_ref (relation, SB_RELATION_OBJECT);

  if (subject == NULL || object == NULL)
    return FALSE;

  switch (sb_record_get_term (relation, SB_RELATION_KIND, -1))
    {
    case SB_RELATION_KIND_SPLIT_FROM:
    case SB_RELATION_KIND_SUCCEEDS:
      *before = object;
      *after = subject;
      return TRUE;

    case SB_RELATION_KIND_MERGED_INTO:
      *before = subject;
      *after = object;
      return TRUE;

    default:
      return FALSE;
    }
}

static int
get_day (SbRecord *relation)
{
  SbDate *since = sb_record_get_date (relation, SB_RELATION_SINCE);

  return since != NULL ? sb_date_get_first_day (since) : SB_DATE_DAY_MAX;
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  int first = get_day (*(SbRecord **) a);
  int second = get_day (*(SbRecord **) b);

  return (first > second) - (first < second);
}

static gboolean
is_shown (Building *self,
          SbRef *actor)
{
  for (guint i = 0; i < self->steps->len; i++)
    if (sb_ref_equal (((SbSuccessionStep *) g_ptr_array_index (self->steps, i))->actor, actor))
      return TRUE;

  return FALSE;
}

static void
add_step (Building *self,
          SbRef *actor,
          SbRecord *relation, /* (nullable) */
          guint depth)
{
  gboolean was_shown = is_shown (self, actor);
  SbSuccessionStep *step = g_new0 (SbSuccessionStep, 1);

  step->actor = sb_ref_ref (actor);
  step->relation = relation != NULL ? g_object_ref (relation) : NULL;
  step->depth = depth;
  g_ptr_array_add (self->steps, step);
  if (was_shown || depth == MAX_DEPTH)
    return;

  for (guint i = 0; i < self->ties->len; i++)
    {
      SbRef *before;
      SbRef *after;

      if (sb_succession_read (g_ptr_array_index (self->ties, i), &before, &after) && sb_ref_equal (before, actor))
        add_step (self, after, g_ptr_array_index (self->ties, i), depth + 1);
    }
}

/* Those that came of nothing and that @actor comes of, or itself. */
static void
collect_roots (Building *self,
               SbRef *actor,
               guint depth,
               GPtrArray *roots)
{
  gboolean has_before = FALSE;

  for (guint i = 0; depth < MAX_DEPTH && i < self->ties->len; i++)
    {
      SbRef *before;
      SbRef *after;

      if (!sb_succession_read (g_ptr_array_index (self->ties, i), &before, &after) || !sb_ref_equal (after, actor))
        continue;

      has_before = TRUE;
      collect_roots (self, before, depth + 1, roots);
    }

  for (guint i = 0; i < roots->len && !has_before; i++)
    has_before = sb_ref_equal (g_ptr_array_index (roots, i), actor);
  if (!has_before)
    g_ptr_array_add (roots, actor);
}

GPtrArray *
sb_succession_build (SbRef *actor,
                     GPtrArray *relations)
{
  g_autoptr (GPtrArray) ties = g_ptr_array_new ();
  g_autoptr (GPtrArray) roots = g_ptr_array_new ();
  Building self = { ties, g_ptr_array_new_with_free_func (step_free) };
  SbRef *before;
  SbRef *after;

  for (guint i = 0; i < relations->len; i++)
    if (sb_succession_read (g_ptr_array_index (relations, i), &before, &after))
      g_ptr_array_add (ties, g_ptr_array_index (relations, i));
  g_ptr_array_sort (ties, compare_days);

  collect_roots (&self, actor, 0, roots);
  /* A circle has no root. */
  if (roots->len == 0)
    g_ptr_array_add (roots, actor);
  for (guint i = 0; i < roots->len; i++)
    add_step (&self, g_ptr_array_index (roots, i), NULL, 0);
  if (self.steps->len == 1)
    g_ptr_array_set_size (self.steps, 0);

  return self.steps;
}
