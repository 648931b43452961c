/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-event-model.h"

#include "sb-event-card.h"
#include "sb-event-pages.h"
#include "sb-event.h"
#include "sb-record-builder.h"
#include "sb-test-event-source.h"
#include "sb-test-screen.h"

#define FIRST 20000

/* @n events, one a day; every third one a protest, the deaths their number modulo
 * ten, every fourth one of actor 7. */
static SbTestEventSource *
create_source (guint n)
{
  SbTestEventSource *source = sb_test_event_source_new ();
  g_autoptr (SbRef) actor = sb_ref_new (SB_KIND_ACTOR, 7, NULL, NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *day = sb_day_to_string (FIRST + (int) i);
      g_autoptr (SbRecord) event = sb_test_event_new (i + 1, "Titre", "Title", day, 0, 15);
      SbRecordBuilder *builder = sb_record_builder_new_from (event);
      g_autoptr (SbRecord) built = NULL;

      sb_record_builder_set_term (builder, SB_EVENT_TYPE, i % 3 == 0 ? SB_EVENT_TYPE_PROTEST : SB_EVENT_TYPE_BATTLE);
      sb_record_builder_set_integer (builder, SB_EVENT_FATALITIES_HIGH, i % 10);
      if (i % 4 == 0)
        {
          SbRecordBuilder *item = sb_record_builder_new (&sb_event_actor_schema);

          sb_record_builder_set_ref (item, SB_EVENT_ACTOR_ACTOR, actor);
          sb_record_builder_take_item (builder, SB_EVENT_ACTORS, sb_record_builder_end (item));
        }

      built = sb_record_builder_end (builder);
      sb_test_event_source_add (source, built);
    }

  sb_test_event_source_publish (source);
  return source;
}

static guint
count (SbEventModel *model)
{
  return sb_event_index_count (sb_event_model_get_index (model), sb_event_model_get_filter (model));
}

static guint
sum_days (SbEventModel *model)
{
  int first;
  GArray *days = sb_event_model_get_days (model, &first);
  guint sum = 0;

  for (guint i = 0; i < days->len; i++)
    sum += g_array_index (days, guint, i);

  return sum;
}

static void
counted_cb (guint *n)
{
  (*n)++;
}

/* The filter is that of the session; the days are counted without the period. */
static void
test_follows_session (void)
{
  g_autoptr (SbTestEventSource) source = create_source (120);
  g_autoptr (SbSession) session = sb_session_new ();
  g_autoptr (SbEventModel) model = NULL;
  g_autoptr (SbRef) actor = sb_ref_new (SB_KIND_ACTOR, 7, NULL, NULL);
  guint n_changed = 0;
  guint n_days_changed = 0;

  sb_session_set_period (session, FIRST, FIRST + 59);
  sb_session_set_as_of (session, FIRST + 29);
  model = sb_event_model_new (SB_EVENT_SOURCE (source), session);
  g_signal_connect_swapped (model, "changed", G_CALLBACK (counted_cb), &n_changed);
  g_signal_connect_swapped (model, "days-changed", G_CALLBACK (counted_cb), &n_days_changed);
  g_assert_cmpuint (count (model), ==, 30);
  g_assert_cmpuint (sum_days (model), ==, 120);

  sb_session_set_as_of (session, FIRST + 59);
  g_assert_cmpuint (count (model), ==, 60);
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_cmpuint (n_days_changed, ==, 0);

  sb_session_set_event_types (session, 1u << SB_EVENT_TYPE_PROTEST);
  g_assert_cmpuint (count (model), ==, 20);
  g_assert_cmpuint (sum_days (model), ==, 40);
  g_assert_cmpuint (n_days_changed, ==, 1);

  sb_session_set_event_types (session, SB_EVENT_TYPES_ALL);
  sb_session_set_min_fatalities (session, 8);
  g_assert_cmpuint (count (model), ==, 12);
  sb_session_set_min_fatalities (session, 0);
  g_assert_false (sb_session_filters_events (session));

  sb_session_set_event_actor (session, actor);
  sb_test_run_main_loop ();
  g_assert_cmpuint (count (model), ==, 15);
  g_assert_cmpuint (sum_days (model), ==, 30);
  g_assert_true (sb_session_filters_events (session));
  sb_session_set_event_actor (session, NULL);
  g_assert_cmpuint (count (model), ==, 60);

  g_assert_finalize_object (g_steal_pointer (&model));
}

/* The model goes while the events of an actor are looked up. */
static void
test_goes_early (void)
{
  g_autoptr (SbTestEventSource) source = create_source (8);
  g_autoptr (SbSession) session = sb_session_new ();
  SbEventModel *model = sb_event_model_new (SB_EVENT_SOURCE (source), session);
  g_autoptr (SbRef) actor = sb_ref_new (SB_KIND_ACTOR, 7, NULL, NULL);

  sb_session_set_event_actor (session, actor);
  g_assert_finalize_object (model);
  sb_test_run_main_loop ();
}

/* Records are read a page at a time, those that are looked at. */
static void
test_pages (void)
{
  g_autoptr (SbTestEventSource) source = create_source (3 * SB_EVENT_PAGE + 5);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  SbEventPages *pages;
  g_autoptr (SbEventItem) first = NULL;
  g_autoptr (SbEventItem) last = NULL;

  for (gint64 id = 3 * SB_EVENT_PAGE + 5; id > 0; id--)
    g_array_append_val (ids, id);
  pages = sb_event_pages_new (SB_EVENT_SOURCE (source), ids);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (pages)), ==, ids->len);
  g_assert_cmpuint (sb_test_event_source_get_n_loaded (source), ==, 0);
  first = g_list_model_get_item (G_LIST_MODEL (pages), 3);
  g_assert_null (sb_event_item_get_record (first));
  sb_test_run_main_loop ();
  g_assert_cmpuint (sb_test_event_source_get_n_loaded (source), ==, SB_EVENT_PAGE);
  g_assert_cmpint (sb_record_get_id (sb_event_item_get_record (first)), ==, ids->len - 3);

  last = g_list_model_get_item (G_LIST_MODEL (pages), ids->len - 1);
  sb_test_run_main_loop ();
  g_assert_cmpuint (sb_test_event_source_get_n_loaded (source), ==, SB_EVENT_PAGE + 5);
  g_assert_cmpint (sb_record_get_id (sb_event_item_get_record (last)), ==, 1);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (pages), ids->len));
  g_assert_finalize_object (pages);
}

static void
test_card (void)
{
  static const struct
  {
    SbLanguage language;
    const char *says[4];
  } cases[] = {
    { SB_LANGUAGE_EN, { "<b>Raid &amp; fire</b>", "3 September 2025", "2 to 5 deaths", "and 3 other events here" } },
    { SB_LANGUAGE_FR, { "<b>Raid &amp; feu</b>", "3 septembre 2025", "2 à 5 morts", "et 3 autres événements ici" } },
  };
  g_autoptr (SbRecord) plain = sb_test_event_new (1, "Raid & feu", "Raid & fire", "2025-09-03", 0, 15);
  SbRecordBuilder *builder = sb_record_builder_new_from (plain);
  g_autoptr (SbRecord) event = NULL;

  sb_record_builder_set_integer (builder, SB_EVENT_FATALITIES_LOW, 2);
  sb_record_builder_set_integer (builder, SB_EVENT_FATALITIES_HIGH, 5);
  event = sb_record_builder_end (builder);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *markup = NULL;
      g_autofree char *text = NULL;

      sb_test_screen_set_language (cases[i].language);
      markup = sb_event_card_markup (event, NULL, 4, cases[i].language);
      text = sb_event_card_text (event, NULL, 1, cases[i].language);
      for (guint j = 0; j < G_N_ELEMENTS (cases[i].says); j++)
        {
          /* No-break spaces are spaces here. */
          g_autoptr (GString) spaced = g_string_new (markup);

          g_string_replace (spaced, "\302\240", " ", 0);
          g_string_replace (spaced, "\342\200\257", " ", 0);
          g_assert_nonnull (strstr (spaced->str, cases[i].says[j]));
        }

      g_assert_true (pango_parse_markup (markup, -1, 0, NULL, NULL, NULL, NULL));
      g_assert_null (strchr (text, '<'));
    }

  sb_test_screen_set_language (SB_LANGUAGE_EN);
}

int
main (int argc,
      char *argv[])
{
  sb_test_screen_init (&argc, &argv);

  g_test_add_func ("/widgets/event-model/follows-session", test_follows_session);
  g_test_add_func ("/widgets/event-model/goes-early", test_goes_early);
  g_test_add_func ("/widgets/event-model/pages", test_pages);
  g_test_add_func ("/widgets/event-model/card", test_card);

  return sb_test_screen_run ();
}
