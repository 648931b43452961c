/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-analysis"

#include "config.h"

#include "sb-situation-private.h"

#include "sb-control.h"
#include "sb-evidence.h"

/* A statement of control that holds on the day, with what is compared again and
 * again: each is set beside all others of its place. */
typedef struct
{
  SbSituationLine *line; /* (owned) */
  SbRef *holder; /* (unowned) this and the others are those of the record */
  SbControlKind manner;
  SbDate *since; /* (unowned) (nullable) */
  SbDate *until; /* (unowned) (nullable) */
  const char *topic; /* (unowned) (nullable) */
  GPtrArray *evidence; /* (unowned) (nullable) (element-type SbRecord) */
} Statement;

/* All statements of control of one place that hold on the day. */
typedef struct
{
  SbRef *place; /* (unowned) */
  GArray *statements; /* (owned) (element-type Statement) */
} Group;

static void
clear_statement (gpointer data)
{
  Statement *statement = data;

  g_clear_pointer (&statement->line, sb_situation_line_free);
}

static void
group_free (gpointer data)
{
  Group *group = data;

  g_array_unref (group->statements);
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
  group->statements = g_array_new (FALSE, FALSE, sizeof (Statement));
  g_array_set_clear_func (group->statements, clear_statement);
  g_ptr_array_add (groups, group);
  g_hash_table_insert (by_place, g_memdup2 (&id, sizeof id), group);
  return group;
}

static void
add_statement (SbSituationInput *input,
               Group *group,
               SbRecord *control,
               SbCertainty certainty)
{
  Statement statement = {
    .line = sb_situation_line_new (control, -1, certainty),
    .holder = sb_record_get_ref (control, SB_CONTROL_HOLDER),
    .manner = sb_record_get_term (control, SB_CONTROL_KIND, SB_CONTROL_KIND_CONTROLS),
    .since = sb_record_get_date (control, SB_CONTROL_SINCE),
    .until = sb_record_get_date (control, SB_CONTROL_UNTIL),
    .topic = sb_record_get_topic (control),
    .evidence = sb_situation_input_get_evidence (input, sb_record_get_id (control)),
  };

  g_array_append_val (group->statements, statement);
}

/* Whether @a and @b cannot both be meant, whichever is the later. */
static gboolean
excludes (const Statement *later,
          const Statement *earlier)
{
  if (later->manner == earlier->manner && sb_ref_equal (later->holder, earlier->holder))
    return TRUE;

  if (later->manner != SB_CONTROL_KIND_CONTROLS)
    return FALSE;

  return earlier->manner == SB_CONTROL_KIND_CONTROLS ||
         (earlier->manner == SB_CONTROL_KIND_CONTESTS && sb_ref_equal (later->holder, earlier->holder));
}

/* What nobody dates is earlier than anything that is dated. */
static gboolean
began_after (const Statement *a,
             const Statement *b)
{
  return a->since != NULL && (b->since == NULL || sb_certainty_begins_after (a->since, b->since));
}

static SbStance
get_stance (SbRecord *evidence)
{
  return sb_record_get_term (evidence, SB_EVIDENCE_STANCE, SB_STANCE_SUPPORTS);
}

/* Whether they are set against each other: as versions of one question, or by an
 * extract that supports one of them and contradicts the other. */
static gboolean
are_opposed (const Statement *a,
             const Statement *b)
{
  if (a->topic != NULL && g_strcmp0 (a->topic, b->topic) == 0)
    return TRUE;

  for (guint i = 0; a->evidence != NULL && b->evidence != NULL && i < a->evidence->len; i++)
    for (guint j = 0; j < b->evidence->len; j++)
      {
        SbRecord *piece_a = g_ptr_array_index (a->evidence, i);
        SbRecord *piece_b = g_ptr_array_index (b->evidence, j);

        if (get_stance (piece_a) != get_stance (piece_b) &&
            sb_ref_equal (sb_record_get_ref (piece_a, SB_EVIDENCE_EXTRACT), sb_record_get_ref (piece_b, SB_EVIDENCE_EXTRACT)))
          return TRUE;
      }

  return FALSE;
}

static gboolean
supersedes (const Statement *later,
            const Statement *earlier)
{
  return later->line->certainty == SB_CERTAINTY_SURE &&
         earlier->until == NULL &&
         excludes (later, earlier) &&
         began_after (later, earlier) &&
         !are_opposed (later, earlier);
}

static gboolean
is_superseded (const Group *group,
               guint position)
{
  const Statement *statement = &g_array_index (group->statements, Statement, position);

  for (guint i = 0; i < group->statements->len; i++)
    if (i != position && supersedes (&g_array_index (group->statements, Statement, i), statement))
      return TRUE;

  return FALSE;
}

/* Two that stand disagree when they name different holders, or one holder both as
 * having the place and as still contesting it, or an extract sets them against
 * each other. */
static gboolean
disagree (const Statement *a,
          const Statement *b)
{
  gboolean have_same_holder = sb_ref_equal (a->holder, b->holder);

  if (a->manner == SB_CONTROL_KIND_CONTROLS && b->manner == SB_CONTROL_KIND_CONTROLS && !have_same_holder)
    return TRUE;
  if (have_same_holder && a->manner != b->manner && (excludes (a, b) || excludes (b, a)))
    return TRUE;

  return are_opposed (a, b);
}

/* @standing: (element-type Statement) those that stand, borrowed. */
static SbPlaceStatus
get_status (GPtrArray *standing)
{
  gboolean is_held = FALSE;
  gboolean is_contested = FALSE;

  for (guint i = 0; i < standing->len; i++)
    {
      const Statement *statement = g_ptr_array_index (standing, i);

      for (guint j = 0; j < i; j++)
        if (disagree (statement, g_ptr_array_index (standing, j)))
          return SB_PLACE_DISPUTED;

      is_held = is_held || statement->manner == SB_CONTROL_KIND_CONTROLS;
      is_contested = is_contested || statement->manner == SB_CONTROL_KIND_CONTESTS;
    }

  if (is_contested)
    return SB_PLACE_CONTESTED;

  return is_held ? SB_PLACE_HELD : SB_PLACE_INFLUENCED;
}

static SbPlaceState *
create_state (const Group *group)
{
  SbPlaceState *state = g_new0 (SbPlaceState, 1);
  g_autoptr (GPtrArray) standing = g_ptr_array_new ();

  state->place = sb_ref_ref (group->place);
  state->versions = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_situation_line_free);
  for (guint i = 0; i < group->statements->len; i++)
    if (!is_superseded (group, i))
      g_ptr_array_add (standing, &g_array_index (group->statements, Statement, i));

  state->status = get_status (standing);
  for (guint i = 0; i < standing->len; i++)
    g_ptr_array_add (state->versions, g_steal_pointer (&((Statement *) g_ptr_array_index (standing, i))->line));

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
        add_statement (input, get_group (groups, by_place, sb_record_get_ref (control, SB_CONTROL_PLACE)), control, certainty);
    }

  for (guint i = 0; i < groups->len; i++)
    g_ptr_array_add (places, create_state (g_ptr_array_index (groups, i)));

  return places;
}

const char *
sb_place_status_get_name (SbPlaceStatus status)
{
  static const char *const names[] = { "held", "contested", "influenced", "disputed" };

  return (guint) status < G_N_ELEMENTS (names) ? names[status] : NULL;
}
