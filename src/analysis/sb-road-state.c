/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-analysis"

#include "config.h"

#include "sb-road-state.h"

#include "sb-corridor.h"
#include "sb-restriction.h"

static guint
find_stop (SbRecord *corridor,
           SbRef *place,
           guint fallback)
{
  for (guint i = 0; place != NULL && i < sb_record_get_n_items (corridor, SB_CORRIDOR_STOPS); i++)
    {
      SbRecord *stop = sb_record_get_item (corridor, SB_CORRIDOR_STOPS, i);

      if (sb_ref_equal (sb_record_get_ref (stop, SB_CORRIDOR_STOP_PLACE), place))
        return i;
    }

  return fallback;
}

gboolean
sb_road_stretch_get_stops (SbRecord *stretch,
                           SbRecord *corridor,
                           guint *first,
                           guint *last)
{
  g_autoptr (SbRef) self = NULL;
  guint n_stops;
  guint origin;
  guint destination;

  g_return_val_if_fail (SB_IS_RECORD (stretch), FALSE);
  g_return_val_if_fail (SB_IS_RECORD (corridor), FALSE);

  self = sb_record_dup_ref (corridor);
  n_stops = sb_record_get_n_items (corridor, SB_CORRIDOR_STOPS);
  if (n_stops == 0 || !sb_ref_equal (sb_record_get_ref (stretch, SB_RESTRICTION_STRETCH_CORRIDOR), self))
    return FALSE;

  origin = find_stop (corridor, sb_record_get_ref (stretch, SB_RESTRICTION_STRETCH_ORIGIN), 0);
  destination = find_stop (corridor, sb_record_get_ref (stretch, SB_RESTRICTION_STRETCH_DESTINATION), n_stops - 1);
  *first = MIN (origin, destination);
  *last = MAX (origin, destination);
  return TRUE;
}

const char *
sb_road_state_get_name (SbRoadState self)
{
  static const char *const names[SB_N_ROAD_STATES] = { "open", "limited", "threatened", "cut" };

  return (guint) self < G_N_ELEMENTS (names) ? names[self] : NULL;
}

static SbRoadState
get_severity (SbRecord *restriction)
{
  switch (sb_record_get_term (restriction, SB_RESTRICTION_SEVERITY, SB_RESTRICTION_SEVERITY_CUT))
    {
    case SB_RESTRICTION_SEVERITY_LIMITED:
      return SB_ROAD_LIMITED;

    case SB_RESTRICTION_SEVERITY_THREATENED:
      return SB_ROAD_THREATENED;

    case SB_RESTRICTION_SEVERITY_CUT:
    default:
      return SB_ROAD_CUT;
    }
}

SbRoadState
sb_road_state_of_road (SbRecord *restriction)
{
  g_return_val_if_fail (SB_IS_RECORD (restriction), SB_ROAD_OPEN);

  switch (sb_record_get_term (restriction, SB_RESTRICTION_KIND, SB_RESTRICTION_KIND_BLOCKADE))
    {
    case SB_RESTRICTION_KIND_BLOCKADE:
    case SB_RESTRICTION_KIND_EMBARGO:
    case SB_RESTRICTION_KIND_CLOSURE:
      return get_severity (restriction);

    default:
      return SB_ROAD_LIMITED;
    }
}

SbRoadState
sb_road_state_of_place (SbRecord *restriction)
{
  g_return_val_if_fail (SB_IS_RECORD (restriction), SB_ROAD_OPEN);

  switch (sb_record_get_term (restriction, SB_RESTRICTION_KIND, SB_RESTRICTION_KIND_BLOCKADE))
    {
    case SB_RESTRICTION_KIND_SUSPENSION:
    case SB_RESTRICTION_KIND_COMPANY_BAN:
    case SB_RESTRICTION_KIND_RULE:
      return SB_ROAD_OPEN;

    default:
      return sb_road_state_of_road (restriction);
    }
}

static void
lay_restriction (SbRecord *restriction,
                 SbRecord *corridor,
                 GArray *states)
{
  SbRoadState state = sb_road_state_of_road (restriction);

  for (guint i = 0; i < sb_record_get_n_items (restriction, SB_RESTRICTION_STRETCHES); i++)
    {
      guint first;
      guint last;

      if (!sb_road_stretch_get_stops (sb_record_get_item (restriction, SB_RESTRICTION_STRETCHES, i), corridor, &first, &last))
        continue;

      for (guint leg = first; leg < last; leg++)
        {
          SbRoadState *worst = &g_array_index (states, SbRoadState, leg);

          *worst = MAX (*worst, state);
        }
    }
}

GArray *
sb_road_get_leg_states (SbRecord *corridor,
                        GPtrArray *restrictions)
{
  guint n_stops;
  GArray *states;

  g_return_val_if_fail (SB_IS_RECORD (corridor), NULL);
  g_return_val_if_fail (restrictions != NULL, NULL);

  n_stops = sb_record_get_n_items (corridor, SB_CORRIDOR_STOPS);
  states = g_array_new (FALSE, TRUE, sizeof (SbRoadState));
  g_array_set_size (states, n_stops > 0 ? n_stops - 1 : 0);
  for (guint i = 0; i < restrictions->len; i++)
    lay_restriction (g_ptr_array_index (restrictions, i), corridor, states);

  return states;
}
