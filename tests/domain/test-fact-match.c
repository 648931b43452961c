/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-event.h"
#include "sb-fact-match.h"
#include "sb-figure.h"
#include "sb-record-builder.h"
#include "sb-relation.h"

static SbRef *
create_ref (SbKind kind,
            gint64 id)
{
  return sb_ref_new (kind, id, NULL, NULL);
}

static SbRecord *
create_event (const char *title,
              const char *edtf,
              gint64 place,
              gint64 actor,
              int type)
{
  SbRecordBuilder *event = sb_record_builder_new (&sb_event_schema);
  g_autoptr (SbDate) date = sb_date_new (edtf, NULL);

  sb_record_builder_set_words (event, SB_EVENT_TITLE, title, NULL);
  sb_record_builder_set_date (event, SB_EVENT_DATE, date);
  sb_record_builder_set_term (event, SB_EVENT_TYPE, type);
  if (place != 0)
    {
      g_autoptr (SbRef) ref = create_ref (SB_KIND_PLACE, place);
      SbRecordBuilder *item = sb_record_builder_new (&sb_event_place_schema);

      sb_record_builder_set_ref (item, SB_EVENT_PLACE_PLACE, ref);
      sb_record_builder_take_item (event, SB_EVENT_PLACES, sb_record_builder_end (item));
    }
  if (actor != 0)
    {
      g_autoptr (SbRef) ref = create_ref (SB_KIND_ACTOR, actor);
      SbRecordBuilder *item = sb_record_builder_new (&sb_event_actor_schema);

      sb_record_builder_set_ref (item, SB_EVENT_ACTOR_ACTOR, ref);
      sb_record_builder_take_item (event, SB_EVENT_ACTORS, sb_record_builder_end (item));
    }
  return sb_record_builder_end (event);
}

static void
test_events (void)
{
  static const struct
  {
    const char *title;
    const char *date;
    gint64 place;
    gint64 actor;
    int type;
    gboolean is_likely;
  } cases[] = {
    /* The same day, place and actor, whatever it is called. */
    { "Embuscade", "2025-09-06", 1, 2, SB_EVENT_TYPE_BATTLE, TRUE },
    /* Another source has it a day later. */
    { "Embuscade", "2025-09-07", 1, 2, SB_EVENT_TYPE_BATTLE, TRUE },
    { "Embuscade", "2025-09-05/2025-09-06", 1, 2, SB_EVENT_TYPE_BATTLE, TRUE },
    /* Nobody says who it was. */
    { "Embuscade", "2025-09-06", 1, 0, SB_EVENT_TYPE_BATTLE, TRUE },
    { "Attaque d’un convoi", "2025-09-20", 1, 2, SB_EVENT_TYPE_BATTLE, FALSE },
    { "Attaque d’un convoi", "2025-09-06", 9, 2, SB_EVENT_TYPE_BATTLE, FALSE },
    { "Réunion", "2025-09-06", 0, 9, SB_EVENT_TYPE_POLITICS, FALSE },
  };
  g_autoptr (SbRecord) draft = create_event ("Attaque d’un convoi", "2025-09-06", 1, 2, SB_EVENT_TYPE_BATTLE);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SbRecord) other = create_event (cases[i].title, cases[i].date, cases[i].place, cases[i].actor, cases[i].type);
      guint score = sb_fact_match (draft, other);

      g_test_message ("%u: %u", i, score);
      g_assert_cmpint (score >= SB_FACT_MATCH_LIKELY, ==, cases[i].is_likely);
    }

  g_assert_cmpuint (sb_fact_match (draft, draft), ==, 100);
}

static SbRecord *
create_relation (gint64 subject,
                 int kind,
                 gint64 object)
{
  SbRecordBuilder *relation = sb_record_builder_new (&sb_relation_schema);
  g_autoptr (SbRef) one = create_ref (SB_KIND_ACTOR, subject);
  g_autoptr (SbRef) other = create_ref (SB_KIND_ACTOR, object);

  sb_record_builder_set_ref (relation, SB_RELATION_SUBJECT, one);
  sb_record_builder_set_term (relation, SB_RELATION_KIND, kind);
  sb_record_builder_set_ref (relation, SB_RELATION_OBJECT, other);
  return sb_record_builder_end (relation);
}

/* An ally of an ally is one either way round; a leader is not led. */
static void
test_relations (void)
{
  g_autoptr (SbRecord) allies = create_relation (1, SB_RELATION_KIND_ALLIED_WITH, 2);
  g_autoptr (SbRecord) turned = create_relation (2, SB_RELATION_KIND_ALLIED_WITH, 1);
  g_autoptr (SbRecord) leads = create_relation (1, SB_RELATION_KIND_LEADS, 2);
  g_autoptr (SbRecord) led = create_relation (2, SB_RELATION_KIND_LEADS, 1);

  g_assert_cmpuint (sb_fact_match (allies, turned), >=, SB_FACT_MATCH_LIKELY);
  g_assert_cmpuint (sb_fact_match (leads, led), <, SB_FACT_MATCH_LIKELY);
  g_assert_cmpuint (sb_fact_match (leads, allies), <, SB_FACT_MATCH_LIKELY);
}

static SbRecord *
create_figure (double value,
               const char *label)
{
  SbRecordBuilder *figure = sb_record_builder_new (&sb_figure_schema);

  sb_record_builder_set_real (figure, SB_FIGURE_LOW, value);
  sb_record_builder_set_words (figure, SB_FIGURE_LABEL, label, NULL);
  return sb_record_builder_end (figure);
}

static void
test_figures (void)
{
  g_autoptr (SbRecord) figure = create_figure (300, "camions-citernes incendiés");
  g_autoptr (SbRecord) same = create_figure (300, "camions-citernes incendiés depuis septembre");
  g_autoptr (SbRecord) other_value = create_figure (310, "camions-citernes incendiés");
  g_autoptr (SbRecord) other_thing = create_figure (300, "écoles fermées");

  g_assert_cmpuint (sb_fact_match (figure, same), >=, SB_FACT_MATCH_LIKELY);
  g_assert_cmpuint (sb_fact_match (figure, other_value), ==, 0);
  g_assert_cmpuint (sb_fact_match (figure, other_thing), <, SB_FACT_MATCH_LIKELY);
}

static void
test_kinds (void)
{
  for (guint i = 0; i < SB_N_FACT_KINDS; i++)
    {
      SbFactKind kind = (SbFactKind) i;
      SbFactKind found;
      int list = sb_fact_kind_get_list (kind);

      g_assert_true (sb_fact_kind_parse (sb_fact_kind_get_name (kind), &found));
      g_assert_cmpint (found, ==, kind);
      /* No two have one key. */
      g_assert_true (sb_fact_kind_find_key ((guint32) sb_fact_kind_get_key (kind), &found));
      g_assert_cmpint (found, ==, kind);
      if (list >= 0)
        {
          const SbField *field = &sb_kind_get_schema (sb_fact_kind_get_record_kind (kind))->fields[list];

          g_assert_cmpint (field->type, ==, SB_FIELD_LIST);
          g_assert_cmpint (field->item->fields[sb_fact_kind_get_extract_field (kind)].target, ==, SB_KIND_EXTRACT);
        }
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/fact-match/events", test_events);
  g_test_add_func ("/domain/fact-match/relations", test_relations);
  g_test_add_func ("/domain/fact-match/figures", test_figures);
  g_test_add_func ("/domain/fact-match/kinds", test_kinds);
  return g_test_run ();
}
