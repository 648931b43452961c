/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-exchange"

#include "config.h"

#include "sb-stix-kinds.h"

#include "sb-stix-object.h"

/* The objects of other kinds than these are in the bundle or not: which of their
 * type there can be. */
static const struct
{
  SbKind kind;
  const char *type;
} types[] = {
  { SB_KIND_EVENT, "incident" },
  { SB_KIND_RESTRICTION, "incident" },
  { SB_KIND_ALLIANCE, "grouping" },
  { SB_KIND_RELATION, "relationship" },
  { SB_KIND_CONTROL, "relationship" },
  { SB_KIND_INSTRUMENT, SB_STIX_INSTRUMENT },
  { SB_KIND_INDICATOR, SB_STIX_INDICATOR },
  { SB_KIND_CLAIM, "note" },
  { SB_KIND_FIGURE, "note" },
  { SB_KIND_JUDGEMENT, "note" },
  { SB_KIND_RECOMMENDATION, "course-of-action" },
};

/* NULL when it is not in the bundle. */
static char *
find_written (SbStixWriter *self,
              SbRef *ref)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autofree char *id = NULL;

      if (types[i].kind != sb_ref_get_kind (ref))
        continue;

      id = sb_stix_dup_id (types[i].type, sb_ref_get_uuid (ref));
      return g_hash_table_contains (self->written, id) ? g_steal_pointer (&id) : NULL;
    }

  return NULL;
}

static gboolean
need_any (SbStixWriter *self,
          SbRef *ref,
          char **id,
          GError **error)
{
  switch ((int) sb_ref_get_kind (ref))
    {
    case SB_KIND_ACTOR:
      return sb_stix_need_actor (self, ref, id, error);

    case SB_KIND_PLACE:
      return sb_stix_need_place (self, ref, id, error);

    case SB_KIND_SOURCE:
      return sb_stix_need_source (self, ref, id, error);

    case SB_KIND_SCENARIO:
      return sb_stix_need_scenario (self, ref, id, error);

    default:
      *id = find_written (self, ref);
      return TRUE;
    }
}

gboolean
sb_stix_need_any (SbStixWriter *self,
                  SbRef *ref,
                  GPtrArray *ids,
                  GError **error)
{
  g_autofree char *id = NULL;

  if (ref == NULL)
    return TRUE;
  if (!need_any (self, ref, &id, error))
    return FALSE;

  if (id != NULL && !g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL))
    g_ptr_array_add (ids, g_steal_pointer (&id));
  return TRUE;
}
