/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-cli"

#include "config.h"

#include "sb-cli-state-json.h"

#include "sb-cli-route.h"
#include "sb-cli.h"
#include "sb-record-json.h"

static void
add_day (JsonBuilder *builder,
         const char *name,
         int day)
{
  g_autofree char *text = sb_day_to_string (day);

  sb_cli_add_text (builder, name, text);
}

static void
add_grades (JsonBuilder *builder,
            SbSituationInput *input,
            gint64 record)
{
  g_autofree char *joined = sb_situation_input_format_grades (input, record);
  g_auto (GStrv) grades = joined[0] != '\0' ? g_strsplit (joined, ", ", -1) : g_new0 (char *, 1);

  json_builder_set_member_name (builder, "grades");
  json_builder_begin_array (builder);
  for (guint i = 0; grades[i] != NULL; i++)
    json_builder_add_string_value (builder, grades[i]);
  json_builder_end_array (builder);
}

/* The members of a line; the object is open. */
static void
add_line (JsonBuilder *builder,
          SbSituationInput *input,
          const SbSituationLine *line)
{
  gint64 id = sb_record_get_id (line->record);
  int n_sources = sb_situation_input_count_sources (input, id);

  sb_cli_add_text (builder, "kind", sb_kind_get_name (sb_record_get_kind (line->record)));
  sb_cli_add_integer (builder, "id", id);
  sb_cli_add_text (builder, "certainty", sb_certainty_get_name (line->certainty));
  json_builder_set_member_name (builder, "retained");
  json_builder_add_boolean_value (builder, line->is_retained);
  sb_cli_add_integer (builder, "extracts", sb_record_get_n_extracts (line->record));
  sb_cli_add_integer (builder, "sources", MAX (n_sources, 0));
  add_grades (builder, input, id);
  if (line->item >= 0)
    sb_cli_add_integer (builder, "item", line->item);
  json_builder_set_member_name (builder, "record");
  sb_record_write_json (line->record, builder, SB_RECORD_JSON_FULL);
}

static void
add_lines (JsonBuilder *builder,
           const char *name,
           SbSituationInput *input,
           GPtrArray *lines)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < lines->len; i++)
    {
      json_builder_begin_object (builder);
      add_line (builder, input, g_ptr_array_index (lines, i));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_place (JsonBuilder *builder,
           SbRef *place)
{
  json_builder_set_member_name (builder, "place");
  json_builder_begin_object (builder);
  sb_cli_add_integer (builder, "id", sb_ref_get_id (place));
  sb_cli_add_text (builder, "kind", sb_kind_get_name (SB_KIND_PLACE));
  sb_cli_add_text (builder, "uuid", sb_ref_get_uuid (place));
  sb_cli_add_text (builder, "fr", sb_ref_get_name (place, SB_LANGUAGE_FR));
  sb_cli_add_text (builder, "en", sb_ref_get_name (place, SB_LANGUAGE_EN));
  json_builder_end_object (builder);
}

static void
add_places (JsonBuilder *builder,
            SbSituationInput *input,
            GPtrArray *places)
{
  json_builder_set_member_name (builder, "control");
  json_builder_begin_array (builder);
  for (guint i = 0; i < places->len; i++)
    {
      const SbPlaceState *state = g_ptr_array_index (places, i);

      json_builder_begin_object (builder);
      add_place (builder, state->place);
      sb_cli_add_text (builder, "status", sb_place_status_get_name (state->status));
      add_lines (builder, "versions", input, state->versions);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_truncated (JsonBuilder *builder,
               SbSituationInput *input)
{
  json_builder_set_member_name (builder, "truncated");
  json_builder_begin_array (builder);
  for (SbKind kind = SB_KIND_NONE + 1; kind < SB_N_KINDS; kind++)
    if (sb_situation_input_is_truncated (input, kind))
      json_builder_add_string_value (builder, sb_kind_get_name (kind));
  json_builder_end_array (builder);
}

static void
add_turn (JsonBuilder *builder,
          SbSituationInput *input,
          const SbSituationTurn *turn)
{
  json_builder_begin_object (builder);
  sb_cli_add_text (builder, "turn", sb_turn_get_name (turn->turn));
  sb_cli_add_text (builder, "date", sb_date_get_edtf (turn->date));
  add_line (builder, input, turn->line);
  json_builder_end_object (builder);
}

static void
add_changes (JsonBuilder *builder,
             SbSituationInput *input,
             SbSituationChanges *changes)
{
  json_builder_set_member_name (builder, "changes");
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "turns");
  json_builder_begin_array (builder);
  for (guint i = 0; i < changes->turns->len; i++)
    add_turn (builder, input, g_ptr_array_index (changes->turns, i));
  json_builder_end_array (builder);

  json_builder_set_member_name (builder, "control");
  json_builder_begin_array (builder);
  for (guint i = 0; i < changes->places->len; i++)
    {
      const SbPlaceTurn *turn = g_ptr_array_index (changes->places, i);

      json_builder_begin_object (builder);
      add_place (builder, turn->place);
      add_lines (builder, "lost", input, turn->lost);
      add_lines (builder, "won", input, turn->won);
      add_lines (builder, "passing", input, turn->passing);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

JsonNode *
sb_cli_state_to_json (SbSituationInput *input,
                      SbSituation *situation,
                      SbSituationChanges *changes,
                      const SbRoadPicture *roads)
{
  static const char *const names[SB_N_SITUATION_SECTIONS] = {
    [SB_SITUATION_RESTRICTIONS] = "restrictions",
    [SB_SITUATION_ALLIANCES] = "alliances",
    [SB_SITUATION_RELATIONS] = "relations",
    [SB_SITUATION_ROLES] = "roles",
    [SB_SITUATION_CLAIMS] = "claims",
    [SB_SITUATION_INSTRUMENTS] = "instruments",
    [SB_SITUATION_ZONES] = "zones",
  };
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_day (builder, "as_of", situation->as_of);
  if (changes != NULL)
    add_day (builder, "since", changes->since);
  add_truncated (builder, input);
  add_places (builder, input, situation->places);
  for (guint i = 0; i < SB_N_SITUATION_SECTIONS; i++)
    add_lines (builder, names[i], input, situation->sections[i]);

  if (roads != NULL)
    {
      json_builder_set_member_name (builder, "roads");
      sb_cli_add_roads (builder, roads);
    }
  if (changes != NULL)
    add_changes (builder, input, changes);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}
