/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-analysis"

#include "config.h"

#include "sb-situation-private.h"

#include "sb-control.h"
#include "sb-evidence.h"

/* All statements of control of one place that hold on the day. */
typedef struct
{
  SbRef *place; /* (unowned) */
  GPtrArray *lines; /* (owned) (element-type SbSituationLine) */
} Group;

static void
group_free (gpointer data)
{
  Group *group = data;

  g_ptr_array_unref (group->lines);
  g_free (group);
}

static void
place_state_free (gpointer data)
{
  SbPlaceState *state = data;

  sb_ref_unref (state->place);
  g_ptr_array_unref (state->versions);
  g_free (state);
}

static Group *
get_group (GPtrArray *groups,
           GHashTable *by_place,
           SbRef *place)
{
  gint64 id = sb_ref_get_id (place);
  Group *group = g_hash_table_lookup (by_place, &id);

  if (group != NULL)
    return group;

  group = g_new0 (Group, 1);
  group->place = place;
  group->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_situation_line_free);
  g_ptr_array_add (groups, group);
  g_hash_table_insert (by_place, g_memdup2 (&id, sizeof id), group);
  return group;
}

static SbControlKind
get_manner (SbRecord *control)
{
  return sb_record_get_term (control, SB_CONTROL_KIND, SB_CONTROL_KIND_CONTROLS);
}

static gboolean
has_same_holder (SbRecord *a,
                 SbRecord *b)
{
  return sb_ref_equal (sb_record_get_ref (a, SB_CONTROL_HOLDER), sb_record_get_ref (b, SB_CONTROL_HOLDER));
}

/* Whether @a and @b cannot both be meant, whichever is the later. */
static gboolean
excludes (SbRecord *later,
          SbRecord *earlier)
{
  if (has_same_holder (later, earlier) && get_manner (later) == get_manner (earlier))
    return TRUE;

  if (get_manner (later) != SB_CONTROL_KIND_CONTROLS)
    return FALSE;

  return get_manner (earlier) == SB_CONTROL_KIND_CONTROLS ||
         (get_manner (earlier) == SB_CONTROL_KIND_CONTESTS && has_same_holder (later, earlier));
}

/* What nobody dates is earlier than anything that is dated. */
static gboolean
began_after (SbRecord *a,
             SbRecord *b)
{
  SbDate *since_a = sb_record_get_date (a, SB_CONTROL_SINCE);
  SbDate *since_b = sb_record_get_date (b, SB_CONTROL_SINCE);

  return since_a != NULL && (since_b == NULL || sb_certainty_begins_after (since_a, since_b));
}

static SbStance
get_stance (SbRecord *evidence)
{
  return sb_record_get_term (evidence, SB_EVIDENCE_STANCE, SB_STANCE_SUPPORTS);
}

/* Whether they are set against each other: as versions of one question, or by an
 * extract that supports one of them and contradicts the other. */
static gboolean
are_opposed (SbSituationInput *input,
             SbRecord *a,
             SbRecord *b)
{
  GPtrArray *of_a = sb_situation_input_get_evidence (input, sb_record_get_id (a));
  GPtrArray *of_b = sb_situation_input_get_evidence (input, sb_record_get_id (b));

  if (sb_record_get_topic (a) != NULL && g_strcmp0 (sb_record_get_topic (a), sb_record_get_topic (b)) == 0)
    return TRUE;

  for (guint i = 0; of_a != NULL && of_b != NULL && i < of_a->len; i++)
    for (guint j = 0; j < of_b->len; j++)
      {
        SbRecord *piece_a = g_ptr_array_index (of_a, i);
        SbRecord *piece_b = g_ptr_array_index (of_b, j);

        if (get_stance (piece_a) != get_stance (piece_b) &&
            sb_ref_equal (sb_record_get_ref (piece_a, SB_EVIDENCE_EXTRACT), sb_record_get_ref (piece_b, SB_EVIDENCE_EXTRACT)))
          return TRUE;
      }

  return FALSE;
}

static gboolean
supersedes (SbSituationInput *input,
            const SbSituationLine *later,
            const SbSituationLine *earlier)
{
  return later->certainty == SB_CERTAINTY_SURE &&
         sb_record_get_date (earlier->record, SB_CONTROL_UNTIL) == NULL &&
         excludes (later->record, earlier->record) &&
         began_after (later->record, earlier->record) &&
         !are_opposed (input, later->record, earlier->record);
}

static gboolean
is_superseded (SbSituationInput *input,
               GPtrArray *lines,
               const SbSituationLine *line)
{
  for (guint i = 0; i < lines->len; i++)
    if (g_ptr_array_index (lines, i) != line && supersedes (input, g_ptr_array_index (lines, i), line))
      return TRUE;

  return FALSE;
}

/* Two that stand disagree when they name different holders, or one holder both as
 * having the place and as still contesting it, or an extract sets them against
 * each other. */
static gboolean
disagree (SbSituationInput *input,
          SbRecord *a,
          SbRecord *b)
{
  gboolean both_control = get_manner (a) == SB_CONTROL_KIND_CONTROLS && get_manner (b) == SB_CONTROL_KIND_CONTROLS;

  if (both_control && !has_same_holder (a, b))
    return TRUE;
  if (has_same_holder (a, b) && (excludes (a, b) || excludes (b, a)) && get_manner (a) != get_manner (b))
    return TRUE;

  return are_opposed (input, a, b);
}

static SbPlaceStatus
get_status (SbSituationInput *input,
            GPtrArray *versions)
{
  gboolean is_held = FALSE;
  gboolean is_contested = FALSE;

  for (guint i = 0; i < versions->len; i++)
    {
      SbRecord *record = ((SbSituationLine *) g_ptr_array_index (versions, i))->record;

      for (guint j = 0; j < i; j++)
        if (disagree (input, record, ((SbSituationLine *) g_ptr_array_index (versions, j))->record))
          return SB_PLACE_DISPUTED;

      is_held = is_held || get_manner (record) == SB_CONTROL_KIND_CONTROLS;
      is_contested = is_contested || get_manner (record) == SB_CONTROL_KIND_CONTESTS;
    }

  if (is_contested)
    return SB_PLACE_CONTESTED;

  return is_held ? SB_PLACE_HELD : SB_PLACE_INFLUENCED;
}

static SbPlaceState *
create_state (SbSituationInput *input,
              const Group *group)
{
  SbPlaceState *state = g_new0 (SbPlaceState, 1);

  state->place = sb_ref_ref (group->place);
  state->versions = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_situation_line_free);
  for (guint i = 0; i < group->lines->len; i++)
    {
      const SbSituationLine *line = g_ptr_array_index (group->lines, i);

      if (!is_superseded (input, group->lines, line))
        g_ptr_array_add (state->versions, sb_situation_line_new (line->record, -1, line->certainty));
    }

  state->status = get_status (input, state->versions);
  return state;
}

GPtrArray *
_sb_situation_find_places (SbSituationInput *input,
                           int as_of)
{
  GPtrArray *controls = sb_situation_input_get_records (input, SB_KIND_CONTROL);
  GPtrArray *places = g_ptr_array_new_with_free_func (place_state_free);
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (group_free);
  g_autoptr (GHashTable) by_place = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < controls->len; i++)
    {
      SbRecord *control = g_ptr_array_index (controls, i);
      SbCertainty certainty = sb_certainty_of_holding (sb_record_get_date (control, SB_CONTROL_SINCE),
                                                       sb_record_get_date (control, SB_CONTROL_UNTIL), as_of);

      if (certainty != SB_CERTAINTY_NO)
        g_ptr_array_add (get_group (groups, by_place, sb_record_get_ref (control, SB_CONTROL_PLACE))->lines,
                         sb_situation_line_new (control, -1, certainty));
    }

  for (guint i = 0; i < groups->len; i++)
    g_ptr_array_add (places, create_state (input, g_ptr_array_index (groups, i)));

  return places;
}

const char *
sb_place_status_get_name (SbPlaceStatus status)
{
  static const char *const names[] = { "held", "contested", "influenced", "disputed" };

  return (guint) status < G_N_ELEMENTS (names) ? names[status] : NULL;
}
