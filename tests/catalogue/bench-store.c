/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-bench"

#include "config.h"

#include <stdlib.h>

#include "sb-actor.h"
#include "sb-control.h"
#include "sb-event.h"
#include "sb-record-builder.h"
#include "sb-relation.h"
#include "sb-restriction.h"
#include "sb-test-records.h"

/* How long the catalogue takes over what the window asks of it all the time,
 * with as many events as the first argument says. The same catalogue each time:
 * the generator has a seed. Prints medians and 95th percentiles. */

#define SEED             20260425
#define DEFAULT_N_EVENTS 100000
#define N_ACTORS         200
#define N_PLACES         500
#define N_RELATIONS      1000
#define N_RESTRICTIONS   300
#define N_CONTROLS       1500
#define UNIT             5000
#define N_RUNS           101

/* Events are spread over ten years, which end on this day. */
#define LAST_DAY  20568
#define SPAN_DAYS 3650

typedef struct
{
  SbStore *store; /* (owned) */
  GRand *rand; /* (owned) */
  GPtrArray *actors; /* (owned) (element-type SbRef) */
  GPtrArray *places; /* (owned) (element-type SbRef) */
} Bench;

static void
apply (Bench *bench,
       SbChangeSet *changes)
{
  g_autoptr (GError) error = NULL;

  if (sb_store_apply (bench->store, changes, &error) < 0)
    g_critical ("%s", error->message);
}

/* The few first ones are named much more often than the others. */
static SbRef *
pick (Bench *bench,
      GPtrArray *refs)
{
  double x = g_rand_double (bench->rand);

  return g_ptr_array_index (refs, (guint) (x * x * x * refs->len));
}

static void
set_random_date (Bench *bench,
                 SbRecordBuilder *builder,
                 guint field)
{
  int day = LAST_DAY - g_rand_int_range (bench->rand, 0, SPAN_DAYS);
  g_autofree char *text = sb_day_to_string (day);
  g_autoptr (SbDate) date = NULL;

  /* One in twenty is known by its month. */
  if (g_rand_int_range (bench->rand, 0, 20) == 0)
    text[7] = '\0';
  date = sb_date_new (text, NULL);
  sb_record_builder_set_date (builder, field, date);
}

static void
add_names (Bench *bench)
{
  g_autoptr (SbChangeSet) changes = sb_change_set_new (NULL);

  for (guint i = 0; i < N_ACTORS; i++)
    {
      g_autofree char *name = g_strdup_printf ("Acteur n° %u", i);
      g_autoptr (SbRecord) actor = sb_test_make_actor (name);

      sb_change_set_put (changes, actor);
      g_ptr_array_add (bench->actors, sb_record_dup_ref (actor));
    }

  for (guint i = 0; i < N_PLACES; i++)
    {
      SbRecordBuilder *builder = sb_record_builder_new (&sb_place_schema);
      g_autofree char *name = g_strdup_printf ("Localité n° %u", i);
      g_autoptr (SbRecord) place = NULL;

      sb_record_builder_set_words (builder, SB_PLACE_NAME, name, NULL);
      sb_record_builder_set_real (builder, SB_PLACE_LATITUDE, g_rand_double_range (bench->rand, 9, 25));
      sb_record_builder_set_real (builder, SB_PLACE_LONGITUDE, g_rand_double_range (bench->rand, -17, 24));
      place = sb_record_builder_end (builder);
      sb_change_set_put (changes, place);
      g_ptr_array_add (bench->places, sb_record_dup_ref (place));
    }

  apply (bench, changes);
}

static SbRecord *
make_event (Bench *bench,
            guint number)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_event_schema);
  g_autofree char *title = g_strdup_printf ("Événement n° %u", number);
  SbRecordBuilder *place = sb_record_builder_new (&sb_event_place_schema);

  sb_record_builder_set_words (builder, SB_EVENT_TITLE, title, "Event");
  sb_record_builder_set_words (builder, SB_EVENT_SUMMARY, "Des hommes armés ont attaqué la localité avant de se replier.", NULL);
  sb_record_builder_set_term (builder, SB_EVENT_TYPE, (int) (number % 7));
  set_random_date (bench, builder, SB_EVENT_DATE);
  sb_record_builder_set_ref (place, SB_EVENT_PLACE_PLACE, pick (bench, bench->places));
  sb_record_builder_take_item (builder, SB_EVENT_PLACES, sb_record_builder_end (place));
  for (guint i = 0; i < 2; i++)
    {
      SbRecordBuilder *actor = sb_record_builder_new (&sb_event_actor_schema);

      sb_record_builder_set_ref (actor, SB_EVENT_ACTOR_ACTOR, pick (bench, bench->actors));
      sb_record_builder_set_term (actor, SB_EVENT_ACTOR_ROLE, (int) i);
      sb_record_builder_take_item (builder, SB_EVENT_ACTORS, sb_record_builder_end (actor));
    }

  return sb_record_builder_end (builder);
}

static void
add_events (Bench *bench,
            guint n_events)
{
  for (guint first = 0; first < n_events; first += UNIT)
    {
      g_autoptr (SbChangeSet) changes = sb_change_set_new (NULL);

      for (guint i = first; i < MIN (first + UNIT, n_events); i++)
        {
          g_autoptr (SbRecord) event = make_event (bench, i);

          sb_change_set_put (changes, event);
        }
      apply (bench, changes);
    }
}

static SbRecord *
make_state (Bench *bench,
            SbKind kind,
            guint number)
{
  SbRecordBuilder *builder = sb_record_builder_new (sb_kind_get_schema (kind));
  guint shift = number % (N_ACTORS - 1);

  switch (kind)
    {
    case SB_KIND_RELATION:
      sb_record_builder_set_ref (builder, SB_RELATION_SUBJECT, g_ptr_array_index (bench->actors, shift));
      sb_record_builder_set_ref (builder, SB_RELATION_OBJECT, g_ptr_array_index (bench->actors, shift + 1));
      sb_record_builder_set_term (builder, SB_RELATION_KIND, SB_RELATION_KIND_OPPOSES);
      set_random_date (bench, builder, SB_RELATION_SINCE);
      break;

    case SB_KIND_CONTROL:
      sb_record_builder_set_ref (builder, SB_CONTROL_PLACE, pick (bench, bench->places));
      sb_record_builder_set_ref (builder, SB_CONTROL_HOLDER, pick (bench, bench->actors));
      sb_record_builder_set_term (builder, SB_CONTROL_KIND, SB_CONTROL_KIND_CONTROLS);
      set_random_date (bench, builder, SB_CONTROL_SINCE);
      break;

    default:
      sb_record_builder_set_words (builder, SB_RESTRICTION_TITLE, "Blocus", "Blockade");
      sb_record_builder_set_term (builder, SB_RESTRICTION_KIND, SB_RESTRICTION_KIND_BLOCKADE);
      sb_record_builder_set_ref (builder, SB_RESTRICTION_IMPOSED_BY, pick (bench, bench->actors));
      set_random_date (bench, builder, SB_RESTRICTION_SINCE);
    }

  return sb_record_builder_end (builder);
}

static void
add_state (Bench *bench)
{
  static const struct
  {
    SbKind kind;
    guint n_records;
  } parts[] = {
    { SB_KIND_RELATION, N_RELATIONS },
    { SB_KIND_CONTROL, N_CONTROLS },
    { SB_KIND_RESTRICTION, N_RESTRICTIONS },
  };
  g_autoptr (SbChangeSet) changes = sb_change_set_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    for (guint j = 0; j < parts[i].n_records; j++)
      {
        g_autoptr (SbRecord) record = make_state (bench, parts[i].kind, j);

        sb_change_set_put (changes, record);
      }

  apply (bench, changes);
}

static guint
run_query (Bench *bench,
           const SbQuery *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = sb_store_list (bench->store, query, &error);

  if (records == NULL)
    g_critical ("%s", error->message);
  return records != NULL ? records->len : 0;
}

static guint
open_again (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SbStore) store = sb_store_open (sb_store_get_path (bench->store), SB_STORE_DEFAULT, &error);
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_EVENT);
  g_autoptr (GPtrArray) records = NULL;

  query->limit = 1;
  records = store != NULL ? sb_store_list (store, query, &error) : NULL;
  if (records == NULL)
    g_critical ("%s", error->message);
  return records != NULL ? records->len : 0;
}

static guint
list_newest (Bench *bench)
{
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_EVENT);

  query->limit = 50;
  return run_query (bench, query);
}

static guint
list_deep_page (Bench *bench)
{
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_EVENT);

  query->limit = 50;
  query->offset = (guint) g_rand_int_range (bench->rand, 0, 50000);
  return run_query (bench, query);
}

static guint
list_month (Bench *bench)
{
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_EVENT);

  query->has_period = TRUE;
  query->first_day = LAST_DAY - g_rand_int_range (bench->rand, 31, SPAN_DAYS);
  query->last_day = query->first_day + 30;
  query->limit = 200;
  return run_query (bench, query);
}

static guint
list_of_actor (Bench *bench)
{
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_EVENT);

  query->actor = 1 + g_rand_int_range (bench->rand, 0, N_ACTORS);
  query->limit = 50;
  return run_query (bench, query);
}

static guint
list_of_place (Bench *bench)
{
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_EVENT);

  query->place = 1 + N_ACTORS + g_rand_int_range (bench->rand, 0, N_PLACES);
  query->limit = 50;
  return run_query (bench, query);
}

static guint
list_state (Bench *bench)
{
  static const SbKind kinds[] = { SB_KIND_CONTROL, SB_KIND_RESTRICTION, SB_KIND_ALLIANCE };
  int day = LAST_DAY - g_rand_int_range (bench->rand, 0, SPAN_DAYS);
  guint n_records = 0;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (SbQuery) query = sb_query_new (kinds[i]);

      query->has_as_of = TRUE;
      query->as_of = day;
      n_records += run_query (bench, query);
    }

  return n_records;
}

static guint
count_by_day (Bench *bench)
{
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_EVENT);
  g_autoptr (GArray) counts = NULL;

  query->has_period = TRUE;
  query->first_day = LAST_DAY - 365;
  query->last_day = LAST_DAY;
  counts = sb_store_count_events_by_day (bench->store, query, NULL);
  return counts != NULL ? counts->len : 0;
}

static guint
list_all (Bench *bench)
{
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_EVENT);

  return run_query (bench, query);
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  double difference = *(const double *) a - *(const double *) b;

  return difference < 0 ? -1 : difference > 0;
}

static void
measure (Bench *bench,
         const char *what,
         guint (*func) (Bench *),
         guint n_runs)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  guint n_rows = 0;

  for (guint i = 0; i < n_runs; i++)
    {
      gint64 start = g_get_monotonic_time ();
      double ms;

      n_rows = func (bench);
      ms = (double) (g_get_monotonic_time () - start) / 1000;
      g_array_append_val (times, ms);
    }

  g_array_sort (times, compare_times);
  g_print ("%-28s %8.2f ms   p95 %8.2f ms   %u rows\n", what,
           g_array_index (times, double, n_runs / 2), g_array_index (times, double, n_runs * 95 / 100), n_rows);
}

static void
measure_adding (Bench *bench,
                guint n_events)
{
  gint64 start = g_get_monotonic_time ();
  double seconds;

  add_names (bench);
  add_state (bench);
  add_events (bench, n_events);
  seconds = (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
  g_print ("%-28s %8.2f s    %.0f events a second\n", "adding all", seconds, n_events / seconds);
}

int
main (int argc,
      char *argv[])
{
  guint n_events = argc > 1 ? (guint) strtoul (argv[1], NULL, 10) : DEFAULT_N_EVENTS;
  char *folder = sb_test_make_folder ();
  Bench bench = { .store = sb_test_open_store (folder), .rand = g_rand_new_with_seed (SEED) };

  bench.actors = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_ref_unref);
  bench.places = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_ref_unref);
  g_print ("%u events\n", n_events);
  measure_adding (&bench, n_events);
  measure (&bench, "opening, first row", open_again, N_RUNS);
  measure (&bench, "newest 50", list_newest, N_RUNS);
  measure (&bench, "50 further down", list_deep_page, N_RUNS);
  measure (&bench, "first 200 of a month", list_month, N_RUNS);
  measure (&bench, "newest 50 of an actor", list_of_actor, N_RUNS);
  measure (&bench, "newest 50 of a place", list_of_place, N_RUNS);
  measure (&bench, "state on a day", list_state, N_RUNS);
  measure (&bench, "events a day, one year", count_by_day, N_RUNS);
  measure (&bench, "all events", list_all, 3);

  g_ptr_array_unref (bench.actors);
  g_ptr_array_unref (bench.places);
  g_rand_free (bench.rand);
  g_object_unref (bench.store);
  sb_test_remove_folder (folder);
  return 0;
}
