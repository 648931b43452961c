/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-cli"

#include "config.h"

#include "sb-cli-state-text.h"

#include <glib/gi18n.h>

#include "sb-actor.h"
#include "sb-alliance.h"
#include "sb-claim.h"
#include "sb-cli-record-text.h"
#include "sb-cli.h"
#include "sb-control.h"
#include "sb-date-format.h"
#include "sb-record-dates.h"
#include "sb-relation.h"
#include "sb-restriction.h"
#include "sb-translate.h"
#include "sb-zone.h"

#define SEPARATOR " · "

/* What a line is made of, as it grows. */
typedef struct
{
  SbSituationInput *input; /* (unowned) */
  SbLanguage language;
  GString *text; /* (owned) */
} Line;

static const char *const section_titles[SB_N_SITUATION_SECTIONS] = {
  [SB_SITUATION_RESTRICTIONS] = N_ ("Restrictions in force"),
  [SB_SITUATION_ALLIANCES] = N_ ("Alliances"),
  [SB_SITUATION_RELATIONS] = N_ ("Relations"),
  [SB_SITUATION_ROLES] = N_ ("Offices"),
  [SB_SITUATION_CLAIMS] = N_ ("Disputed claims"),
  [SB_SITUATION_INSTRUMENTS] = N_ ("Instruments in force"),
  [SB_SITUATION_ZONES] = N_ ("Zones of travel advice"),
};

static const SbKind section_kinds[SB_N_SITUATION_SECTIONS] = {
  [SB_SITUATION_RESTRICTIONS] = SB_KIND_RESTRICTION,
  [SB_SITUATION_ALLIANCES] = SB_KIND_ALLIANCE,
  [SB_SITUATION_RELATIONS] = SB_KIND_RELATION,
  [SB_SITUATION_ROLES] = SB_KIND_ACTOR,
  [SB_SITUATION_CLAIMS] = SB_KIND_CLAIM,
  [SB_SITUATION_INSTRUMENTS] = SB_KIND_INSTRUMENT,
  [SB_SITUATION_ZONES] = SB_KIND_ZONE,
};

static const char *const status_titles[] = {
  [SB_PLACE_HELD] = N_ ("held"),
  [SB_PLACE_CONTESTED] = N_ ("contested"),
  [SB_PLACE_INFLUENCED] = N_ ("under influence"),
  [SB_PLACE_DISPUTED] = N_ ("versions disagree"),
};

static void
begin_line (Line *line,
            SbSituationInput *input)
{
  line->input = input;
  line->language = sb_language_get_interface ();
  line->text = g_string_new (NULL);
}

static void
add_part (Line *line,
          const char *part)
{
  if (part[0] != '\0')
    g_string_append_printf (line->text, "%s%s", line->text->len > 0 ? SEPARATOR : "", part);
}

/* A part that is a label and a value of the record, if it has one. */
static void
add_field (Line *line,
           SbRecord *record,
           guint field)
{
  g_autofree char *value = sb_cli_format_field (record, field, line->language);
  g_autofree char *part = NULL;

  if (value[0] == '\0')
    return;

  part = g_strdup_printf (_ ("%s: %s"), sb_translate (line->language, sb_record_get_schema (record)->fields[field].label), value);
  add_part (line, part);
}

static const char *
get_name (Line *line,
          SbRecord *record,
          guint field)
{
  SbRef *ref = sb_record_get_ref (record, field);

  return ref != NULL ? sb_ref_get_name (ref, line->language) : "";
}

/* The names that the items of a list refer to. */
static void
add_names (Line *line,
           SbRecord *record,
           guint field,
           guint item_field)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < sb_record_get_n_items (record, field); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", get_name (line, sb_record_get_item (record, field, i), item_field));

  if (names->len > 0)
    {
      g_autofree char *part = g_strdup_printf (_ ("%s: %s"),
                                               sb_translate (line->language, sb_record_get_schema (record)->fields[field].label), names->str);

      add_part (line, part);
    }
}

static void
add_dates (Line *line,
           SbRecord *record)
{
  g_autofree char *lasting = sb_record_format_lasting (record, line->language, SB_DATE_STYLE_MEDIUM);

  add_part (line, lasting[0] != '\0' ? lasting : _ ("undated"));
}

/* How sure it is, what it rests on, and where it leads. */
static void
end_line (Line *line,
          const SbSituationLine *what,
          const char *indent)
{
  gint64 id = sb_record_get_id (what->record);
  guint n_extracts = sb_record_get_n_extracts (what->record);
  int n_sources = sb_situation_input_count_sources (line->input, id);
  g_autofree char *grades = sb_situation_input_format_grades (line->input, id);
  g_autofree char *extracts = g_strdup_printf (ngettext ("%u extract", "%u extracts", n_extracts), n_extracts);
  g_autofree char *sources = g_strdup_printf (ngettext ("%d independent source", "%d independent sources", MAX (n_sources, 0)), n_sources);
  g_autofree char *target = g_strdup_printf ("%s %" G_GINT64_FORMAT, sb_kind_get_label (sb_record_get_kind (what->record), line->language), id);

  if (what->certainty == SB_CERTAINTY_POSSIBLE)
    add_part (line, _ ("possibly"));
  if (what->is_retained)
    add_part (line, _ ("version retained"));
  add_part (line, grades);
  add_part (line, n_extracts > 0 ? extracts : _ ("unsourced"));
  if (n_extracts > 0 && n_sources >= 0)
    add_part (line, sources);
  add_part (line, target);
  sb_cli_print ("%s%s\n", indent, line->text->str);
  g_string_free (line->text, TRUE);
}

static void
print_title (const char *title)
{
  sb_cli_print ("\n%s\n", title);
}

/* @lead, which may be NULL, says when it was so. */
static void
print_version (SbSituationInput *input,
               const SbSituationLine *version,
               const char *lead)
{
  SbRecord *control = version->record;
  Line line;
  g_autofree char *head = NULL;
  g_autofree char *labelled = NULL;

  begin_line (&line, input);
  head = g_strdup_printf ("%s, %s", get_name (&line, control, SB_CONTROL_HOLDER),
                          sb_record_get_term_label (control, SB_CONTROL_KIND, line.language));
  labelled = lead != NULL ? g_strdup_printf (_ ("%s: %s"), lead, head) : g_strdup (head);
  add_part (&line, labelled);
  add_dates (&line, control);
  end_line (&line, version, "    ");
}

static void
print_places (SbSituationInput *input,
              GPtrArray *places)
{
  SbLanguage language = sb_language_get_interface ();

  if (places->len == 0)
    return;

  print_title (_ ("Control of places"));
  for (guint i = 0; i < places->len; i++)
    {
      const SbPlaceState *state = g_ptr_array_index (places, i);

      sb_cli_print ("  %s" SEPARATOR "%s\n", sb_ref_get_name (state->place, language), _ (status_titles[state->status]));
      for (guint j = 0; j < state->versions->len; j++)
        print_version (input, g_ptr_array_index (state->versions, j), NULL);
    }
}

static void
add_restriction (Line *line,
                 SbRecord *record)
{
  add_part (line, sb_record_get_title (record, line->language));
  add_dates (line, record);
  add_field (line, record, SB_RESTRICTION_IMPOSED_BY);
  add_field (line, record, SB_RESTRICTION_DENIED_BY);
  add_names (line, record, SB_RESTRICTION_STRETCHES, SB_RESTRICTION_STRETCH_CORRIDOR);
  add_names (line, record, SB_RESTRICTION_PLACES, SB_RESTRICTION_PLACE_PLACE);
  add_field (line, record, SB_RESTRICTION_TERMS);
  add_field (line, record, SB_RESTRICTION_EXEMPTIONS);
  add_field (line, record, SB_RESTRICTION_SEVERITY);
}

static void
add_alliance (Line *line,
              SbRecord *record)
{
  add_part (line, sb_record_get_title (record, line->language));
  add_dates (line, record);
  add_names (line, record, SB_ALLIANCE_PARTIES, SB_ALLIANCE_PARTY_ACTOR);
  add_field (line, record, SB_ALLIANCE_ADVERSARY);
  add_field (line, record, SB_ALLIANCE_DURABILITY);
}

static void
add_relation (Line *line,
              SbRecord *record)
{
  g_autofree char *tie = g_strdup_printf ("%s %s %s", get_name (line, record, SB_RELATION_SUBJECT),
                                          sb_record_get_term_label (record, SB_RELATION_KIND, line->language),
                                          get_name (line, record, SB_RELATION_OBJECT));

  add_part (line, tie);
  add_dates (line, record);
}

static void
add_role (Line *line,
          SbRecord *actor,
          guint item)
{
  SbRecord *role = sb_record_get_item (actor, SB_ACTOR_ROLES, item);
  const char *body = get_name (line, role, SB_ACTOR_ROLE_BODY);
  g_autofree char *office = g_strdup_printf ("%s, %s%s%s%s", sb_record_get_title (actor, line->language),
                                             sb_record_get_words (role, SB_ACTOR_ROLE_TITLE, line->language),
                                             body[0] != '\0' ? " (" : "", body, body[0] != '\0' ? ")" : "");

  add_part (line, office);
  add_dates (line, role);
}

static void
add_statement (Line *line,
               SbRecord *claim,
               guint item)
{
  SbRecord *statement = sb_record_get_item (claim, SB_CLAIM_STATEMENTS, item);
  const char *speaker = sb_claim_statement_get_speaker (statement, line->language);
  g_autofree char *part = g_strdup_printf (_ ("%s: %s"), speaker[0] != '\0' ? speaker : _ ("someone unnamed"),
                                           sb_record_get_term_label (statement, SB_CLAIM_STATEMENT_STANCE, line->language));

  add_part (line, part);
}

static void
add_claim (Line *line,
           SbRecord *claim,
           int item)
{
  add_part (line, sb_record_get_title (claim, line->language));
  for (guint i = 0; i < sb_record_get_n_items (claim, SB_CLAIM_STATEMENTS); i++)
    if (item < 0 || (int) i == item)
      add_statement (line, claim, i);

  if (item < 0)
    add_part (line, sb_record_get_words (claim, SB_CLAIM_RETAINED, line->language));
}

/* What the zone says of the place, and who says it: not who holds it. */
static void
add_zone (Line *line,
          SbRecord *zone)
{
  g_autofree char *level = g_strdup_printf (_ ("%s: %s"), get_name (line, zone, SB_ZONE_PLACE),
                                            sb_record_get_term_label (zone, SB_ZONE_LEVEL, line->language));

  add_part (line, level);
  add_dates (line, zone);
  add_field (line, zone, SB_ZONE_ISSUER);
  add_field (line, zone, SB_ZONE_SUMMARY);
}

/* What the record of @what says of itself. */
static void
add_record (Line *line,
            const SbSituationLine *what)
{
  switch (sb_record_get_kind (what->record))
    {
    case SB_KIND_RESTRICTION:
      add_restriction (line, what->record);
      break;

    case SB_KIND_ALLIANCE:
      add_alliance (line, what->record);
      break;

    case SB_KIND_RELATION:
      add_relation (line, what->record);
      break;

    case SB_KIND_ACTOR:
      add_role (line, what->record, (guint) what->item);
      break;

    case SB_KIND_CLAIM:
      add_claim (line, what->record, what->item);
      break;

    case SB_KIND_ZONE:
      add_zone (line, what->record);
      break;

    default:
      {
        g_autofree char *title = sb_cli_format_title (what->record, line->language);
        g_autofree char *date = sb_cli_format_date (what->record, line->language);

        add_part (line, title);
        add_part (line, date);
      }
    }
}

static void
print_lines (SbSituationInput *input,
             const char *title,
             GPtrArray *lines)
{
  if (lines->len == 0)
    return;

  print_title (title);
  for (guint i = 0; i < lines->len; i++)
    {
      const SbSituationLine *what = g_ptr_array_index (lines, i);
      Line line;

      begin_line (&line, input);
      add_record (&line, what);
      end_line (&line, what, "  ");
    }
}

/* The party, or the label of a source, that a turn of an alliance is about; else
 * no more than the title: the rest is said above. */
static void
add_turned (Line *line,
            const SbSituationTurn *turn)
{
  SbRecord *record = turn->line->record;

  switch (turn->turn)
    {
    case SB_TURN_PARTY_JOINED:
    case SB_TURN_PARTY_LEFT:
      add_part (line, sb_record_get_title (record, line->language));
      add_part (line, get_name (line, sb_record_get_item (record, SB_ALLIANCE_PARTIES, (guint) turn->line->item), SB_ALLIANCE_PARTY_ACTOR));
      break;

    case SB_TURN_ALLIANCE_LABELLED:
      {
        SbRecord *label = sb_record_get_item (record, SB_ALLIANCE_LABELS, (guint) turn->line->item);

        add_part (line, sb_record_get_title (record, line->language));
        add_part (line, sb_record_get_words (label, SB_ALLIANCE_LABEL_LABEL, line->language));
        add_part (line, get_name (line, label, SB_ALLIANCE_LABEL_SOURCE));
        break;
      }

    case SB_TURN_ALLIANCE_JUDGED:
      add_part (line, sb_record_get_title (record, line->language));
      add_field (line, record, SB_ALLIANCE_DURABILITY);
      break;

    case SB_TURN_ROLE_TAKEN:
    case SB_TURN_ROLE_LEFT:
    case SB_TURN_CLAIM_ANSWERED:
      add_record (line, turn->line);
      break;

    case SB_TURN_RELATION_BEGUN:
    case SB_TURN_RELATION_ENDED:
      add_relation (line, record);
      break;

    default:
      add_part (line, sb_record_get_title (record, line->language));
    }
}

static char *
format_turn_date (const SbSituationTurn *turn,
                  SbLanguage language)
{
  switch (turn->turn)
    {
    case SB_TURN_RESTRICTION_LAID:
    case SB_TURN_ALLIANCE_FORMED:
    case SB_TURN_PARTY_JOINED:
    case SB_TURN_RELATION_BEGUN:
    case SB_TURN_ROLE_TAKEN:
      return sb_date_format_beginning (turn->date, language, SB_DATE_STYLE_LONG);

    case SB_TURN_RESTRICTION_LIFTED:
    case SB_TURN_ALLIANCE_ENDED:
    case SB_TURN_PARTY_LEFT:
    case SB_TURN_RELATION_ENDED:
    case SB_TURN_ROLE_LEFT:
    case SB_TURN_INSTRUMENT_ENDED:
      return sb_date_format_ending (turn->date, language, SB_DATE_STYLE_LONG);

    default:
      return sb_date_format (turn->date, language, SB_DATE_STYLE_LONG);
    }
}

static void
print_turn (SbSituationInput *input,
            const SbSituationTurn *turn)
{
  g_autofree char *date = NULL;
  Line line;

  begin_line (&line, input);
  date = format_turn_date (turn, line.language);
  add_part (&line, date);
  add_part (&line, sb_turn_get_label (turn->turn, line.language));
  add_turned (&line, turn);
  end_line (&line, turn->line, "  ");
}

static void
print_versions (SbSituationInput *input,
                GPtrArray *versions,
                const char *lead)
{
  for (guint i = 0; i < versions->len; i++)
    print_version (input, g_ptr_array_index (versions, i), lead);
}

static void
print_changes (SbSituationInput *input,
               SbSituationChanges *changes)
{
  SbLanguage language = sb_language_get_interface ();
  g_autofree char *day = sb_day_format (changes->since, language, SB_DATE_STYLE_LONG);
  g_autofree char *title = g_strdup_printf (_ ("What changed after %s"), day);

  print_title (title);
  if (changes->turns->len + changes->places->len == 0)
    sb_cli_print ("  %s\n", _ ("Nothing is known to have changed."));

  for (guint i = 0; i < changes->turns->len; i++)
    print_turn (input, g_ptr_array_index (changes->turns, i));

  for (guint i = 0; i < changes->places->len; i++)
    {
      const SbPlaceTurn *turn = g_ptr_array_index (changes->places, i);

      sb_cli_print ("  %s\n", sb_ref_get_name (turn->place, language));
      print_versions (input, turn->lost, _ ("Before"));
      print_versions (input, turn->passing, _ ("In between"));
      print_versions (input, turn->won, _ ("Now"));
    }
}

static void
print_truncated (SbSituationInput *input,
                 SbKind kind)
{
  if (sb_situation_input_is_truncated (input, kind))
    sb_cli_print ("  %s\n", _ ("… and more: --limit says how many are shown."));
}

static gboolean
is_empty (SbSituation *situation)
{
  for (guint i = 0; i < SB_N_SITUATION_SECTIONS; i++)
    if (situation->sections[i]->len > 0)
      return FALSE;

  return situation->places->len == 0;
}

void
sb_cli_state_print (SbSituationInput *input,
                    SbSituation *situation,
                    SbSituationChanges *changes)
{
  g_autofree char *day = sb_day_format (situation->as_of, sb_language_get_interface (), SB_DATE_STYLE_LONG);
  g_autofree char *title = g_strdup_printf (_ ("Situation on %s"), day);

  sb_cli_print ("%s\n", title);
  if (is_empty (situation))
    sb_cli_print ("  %s\n", _ ("Nothing is known of that day."));

  print_places (input, situation->places);
  print_truncated (input, SB_KIND_CONTROL);
  for (guint i = 0; i < SB_N_SITUATION_SECTIONS; i++)
    {
      print_lines (input, _ (section_titles[i]), situation->sections[i]);
      print_truncated (input, section_kinds[i]);
    }

  if (changes == NULL)
    return;

  print_changes (input, changes);
  print_truncated (input, SB_KIND_EVENT);
}
