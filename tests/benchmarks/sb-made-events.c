/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-bench"

#include "config.h"

#include "sb-made-events.h"

#include <math.h>

#include "sb-actor.h"
#include "sb-claim.h"
#include "sb-control.h"
#include "sb-document.h"
#include "sb-dossier.h"
#include "sb-event.h"
#include "sb-evidence.h"
#include "sb-extract.h"
#include "sb-place.h"
#include "sb-record-builder.h"
#include "sb-relation.h"
#include "sb-restriction.h"
#include "sb-source.h"

#define UNIT              4000 /* records of a unit of work */
#define N_SOURCES         40
#define EXTRACTS_PER_TEXT 20

typedef struct
{
  SbStore *store; /* (unowned) */
  GRand *rand; /* (owned) */
  SbChangeSet *changes; /* (owned) what is not stored yet */
  guint n_pending;
  GError *error; /* (owned) (nullable) the first one */
  GPtrArray *actors; /* (owned) (element-type SbRef) */
  GPtrArray *places; /* (owned) (element-type SbRef) */
  GPtrArray *sources; /* (owned) (element-type SbRef) */
  GPtrArray *documents; /* (owned) (element-type SbRef) */
  GPtrArray *extracts; /* (owned) (element-type SbRef) */
  SbRef *large_dossier; /* (owned) */
  SbRef *small_dossier; /* (owned) */
} Maker;

static const struct
{
  SbEventType type;
  SbEventSubtype subtype;
  const char *fr;
  const char *en;
} plots[] = {
  { SB_EVENT_TYPE_BATTLE, SB_EVENT_SUBTYPE_ARMED_CLASH, "Accrochage près de", "Clash near" },
  { SB_EVENT_TYPE_VIOLENCE_AGAINST_CIVILIANS, SB_EVENT_SUBTYPE_ATTACK, "Attaque contre le village de", "Attack on the village of" },
  { SB_EVENT_TYPE_EXPLOSION, SB_EVENT_SUBTYPE_REMOTE_EXPLOSIVE, "Engin explosif sur la route de", "Explosive device on the road to" },
  { SB_EVENT_TYPE_VIOLENCE_AGAINST_CIVILIANS, SB_EVENT_SUBTYPE_ABDUCTION, "Enlèvements à", "Abductions in" },
  { SB_EVENT_TYPE_EXPLOSION, SB_EVENT_SUBTYPE_AIR_DRONE_STRIKE, "Frappe de drone à", "Drone strike at" },
  { SB_EVENT_TYPE_STRATEGIC_DEVELOPMENT, SB_EVENT_SUBTYPE_LOOTING, "Citernes incendiées à", "Tankers set on fire at" },
  { SB_EVENT_TYPE_PROTEST, SB_EVENT_SUBTYPE_PEACEFUL_PROTEST, "Marche à", "March in" },
  { SB_EVENT_TYPE_BATTLE, SB_EVENT_SUBTYPE_NON_STATE_ACTOR_OVERTAKES_TERRITORY, "Prise du camp de", "Capture of the camp of" },
};

static const char *const syllables[] = { "Ba", "Dia", "Far", "Gou", "Ka", "Kou", "Ma", "Mo", "Nio", "Sé", "Sik", "Tom",
                                         "bou", "dou", "fa", "go", "kan", "la", "ma", "na", "ra", "ro", "sso", "ti" };

static void
flush (Maker *maker)
{
  if (maker->error == NULL)
    sb_store_apply (maker->store, maker->changes, &maker->error);

  sb_change_set_unref (maker->changes);
  maker->changes = sb_change_set_new (NULL);
  maker->n_pending = 0;
}

/* Takes over the builder; returns what refers to the record. */
static SbRef *
put (Maker *maker,
     SbRecordBuilder *builder)
{
  g_autoptr (SbRecord) record = sb_record_builder_end (builder);

  sb_change_set_put (maker->changes, record);
  maker->n_pending++;
  return sb_record_dup_ref (record);
}

static void
put_away (Maker *maker,
          SbRecordBuilder *builder)
{
  g_autoptr (SbRef) ref = put (maker, builder);
}

static void
flush_when_full (Maker *maker)
{
  if (maker->n_pending >= UNIT)
    flush (maker);
}

/* Zipf's law with exponent 1: rank r with a chance of about 1/r. */
static SbRef *
pick (Maker *maker,
      GPtrArray *refs)
{
  double rank = exp (g_rand_double (maker->rand) * log (refs->len + 1.0));

  return g_ptr_array_index (refs, MIN ((guint) rank - 1, refs->len - 1));
}

static SbRef *
pick_any (Maker *maker,
          GPtrArray *refs)
{
  return g_ptr_array_index (refs, g_rand_int_range (maker->rand, 0, (gint32) refs->len));
}

static char *
make_name (Maker *maker,
           guint number)
{
  guint first = (guint) g_rand_int_range (maker->rand, 0, 12);

  return g_strdup_printf ("%s%s%s %u", syllables[first], syllables[g_rand_int_range (maker->rand, 12, 24)],
                          syllables[g_rand_int_range (maker->rand, 12, 24)], number);
}

/* Denser towards the end: twice as many in the last year as on average. */
static int
pick_day (Maker *maker)
{
  return SB_MADE_FIRST_DAY + (int) (sqrt (g_rand_double (maker->rand)) * (SB_MADE_LAST_DAY - SB_MADE_FIRST_DAY));
}

/* Most are known to the day; some to the month, a season, the year; some are a
 * night or several days; a few go on. */
static void
set_date (Maker *maker,
          SbRecordBuilder *builder,
          guint field)
{
  int day = pick_day (maker);
  gint32 chance = g_rand_int_range (maker->rand, 0, 1000);
  g_autofree char *first = sb_day_to_string (day);
  g_autofree char *last = sb_day_to_string (day + g_rand_int_range (maker->rand, 1, 4));
  g_autofree char *edtf = NULL;
  g_autoptr (SbDate) date = NULL;

  if (chance < 880)
    edtf = g_steal_pointer (&first);
  else if (chance < 920)
    edtf = g_strdup_printf ("%s/%s", first, last);
  else if (chance < 970)
    edtf = g_strndup (first, strlen ("2025-09"));
  else if (chance < 990)
    edtf = g_strdup_printf ("%s~", first);
  else if (chance < 994)
    edtf = g_strdup_printf ("%.4s-%d", first, 21 + chance % 4);
  else if (chance < 999)
    edtf = g_strndup (first, strlen ("2025"));
  else
    edtf = g_strdup_printf ("%s/..", first);

  date = sb_date_new (edtf, NULL);
  sb_record_builder_set_date (builder, field, date);
}

/* A beginning, and in @n_ended of ten cases an end up to two years later. */
static void
set_span (Maker *maker,
          SbRecordBuilder *builder,
          guint since,
          guint until,
          int n_ended)
{
  int day = pick_day (maker);
  g_autoptr (SbDate) first = sb_date_new_for_day (day);
  g_autoptr (SbDate) last = sb_date_new_for_day (day + g_rand_int_range (maker->rand, 1, 730));

  sb_record_builder_set_date (builder, since, first);
  if (g_rand_int_range (maker->rand, 0, 10) < n_ended)
    sb_record_builder_set_date (builder, until, last);
}

static void
make_sources (Maker *maker)
{
  for (guint i = 0; i < N_SOURCES; i++)
    {
      SbRecordBuilder *builder = sb_record_builder_new (&sb_source_schema);
      g_autofree char *name = g_strdup_printf ("Source %u", i + 1);

      sb_record_builder_set_words (builder, SB_SOURCE_NAME, name, NULL);
      g_ptr_array_add (maker->sources, put (maker, builder));
    }
}

static void
make_actors (Maker *maker,
             guint n_actors)
{
  for (guint i = 0; i < n_actors; i++)
    {
      SbRecordBuilder *builder = sb_record_builder_new (&sb_actor_schema);
      SbRecordBuilder *role = i % 4 == 0 ? sb_record_builder_new (&sb_actor_role_schema) : NULL;
      g_autofree char *name = make_name (maker, i + 1);

      sb_record_builder_set_words (builder, SB_ACTOR_NAME, name, name);
      sb_record_builder_set_term (builder, SB_ACTOR_FAMILY, (int) (i % 6));
      if (role != NULL)
        {
          sb_record_builder_set_words (role, SB_ACTOR_ROLE_TITLE, "Chef", "Head");
          set_span (maker, role, SB_ACTOR_ROLE_SINCE, SB_ACTOR_ROLE_UNTIL, 5);
          sb_record_builder_take_item (builder, SB_ACTOR_ROLES, sb_record_builder_end (role));
        }
      g_ptr_array_add (maker->actors, put (maker, builder));
    }
}

static void
make_places (Maker *maker,
             guint n_places)
{
  for (guint i = 0; i < n_places; i++)
    {
      SbRecordBuilder *builder = sb_record_builder_new (&sb_place_schema);
      g_autofree char *name = make_name (maker, i + 1);

      sb_record_builder_set_words (builder, SB_PLACE_NAME, name, NULL);
      sb_record_builder_set_real (builder, SB_PLACE_LATITUDE, g_rand_double_range (maker->rand, 9, 25));
      sb_record_builder_set_real (builder, SB_PLACE_LONGITUDE, g_rand_double_range (maker->rand, -17, 24));
      g_ptr_array_add (maker->places, put (maker, builder));
      flush_when_full (maker);
    }
}

/* Texts without their text: what is measured here are the records about them. */
static void
make_documents (Maker *maker,
                guint n_documents)
{
  for (guint i = 0; i < n_documents; i++)
    {
      SbRecordBuilder *builder = sb_record_builder_new (&sb_document_schema);
      g_autofree char *title = g_strdup_printf ("Dépêche n° %u", i + 1);
      g_autoptr (SbRef) document = NULL;

      sb_record_builder_set_text (builder, SB_DOCUMENT_TITLE, title);
      sb_record_builder_set_ref (builder, SB_DOCUMENT_SOURCE, pick (maker, maker->sources));
      set_date (maker, builder, SB_DOCUMENT_DATE);
      document = put (maker, builder);
      for (guint j = 0; j < EXTRACTS_PER_TEXT; j++)
        {
          SbRecordBuilder *extract = sb_record_builder_new (&sb_extract_schema);

          sb_record_builder_set_ref (extract, SB_EXTRACT_DOCUMENT, document);
          sb_record_builder_set_integer (extract, SB_EXTRACT_START, j * 100);
          sb_record_builder_set_integer (extract, SB_EXTRACT_END, j * 100 + 50);
          sb_record_builder_set_text (extract, SB_EXTRACT_QUOTE, "Des hommes armés ont attaqué la localité.");
          g_ptr_array_add (maker->extracts, put (maker, extract));
        }
      g_ptr_array_add (maker->documents, g_steal_pointer (&document));
      flush_when_full (maker);
    }
}

static void
make_dossiers (Maker *maker)
{
  SbRef **const dossiers[] = { &maker->large_dossier, &maker->small_dossier };

  for (guint i = 0; i < G_N_ELEMENTS (dossiers); i++)
    {
      SbRecordBuilder *builder = sb_record_builder_new (&sb_dossier_schema);

      sb_record_builder_set_words (builder, SB_DOSSIER_TITLE, i == 0 ? "Tout le Sahel" : "Une affaire", NULL);
      *dossiers[i] = put (maker, builder);
    }
}

static void
make_event (Maker *maker)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_event_schema);
  SbRecordBuilder *place = sb_record_builder_new (&sb_event_place_schema);
  guint plot = (guint) g_rand_int_range (maker->rand, 0, G_N_ELEMENTS (plots));
  gint32 chance = g_rand_int_range (maker->rand, 0, 1000);
  guint where = (guint) g_rand_int_range (maker->rand, 0, 12);
  g_autofree char *fr = g_strdup_printf ("%s %s%s", plots[plot].fr, syllables[where], syllables[12 + where]);
  g_autofree char *en = g_strdup_printf ("%s %s%s", plots[plot].en, syllables[where], syllables[12 + where]);
  g_autoptr (SbRef) event = NULL;

  sb_record_builder_set_words (builder, SB_EVENT_TITLE, fr, en);
  sb_record_builder_set_words (builder, SB_EVENT_SUMMARY, "Des hommes armés ont attaqué la localité avant de se replier.", NULL);
  sb_record_builder_set_term (builder, SB_EVENT_TYPE, (int) plots[plot].type);
  sb_record_builder_set_term (builder, SB_EVENT_SUBTYPE, (int) plots[plot].subtype);
  set_date (maker, builder, SB_EVENT_DATE);
  if (chance % 3 == 0)
    {
      sb_record_builder_set_integer (builder, SB_EVENT_FATALITIES_LOW, chance % 12);
      sb_record_builder_set_integer (builder, SB_EVENT_FATALITIES_HIGH, chance % 12 + chance % 5);
    }
  sb_record_builder_set_boolean (builder, SB_EVENT_KEY_FACT, chance < 5);
  sb_record_builder_set_withdrawn (builder, chance == 7);
  sb_record_builder_set_ref (place, SB_EVENT_PLACE_PLACE, pick (maker, maker->places));
  sb_record_builder_take_item (builder, SB_EVENT_PLACES, sb_record_builder_end (place));
  for (guint i = 0; i < 2; i++)
    {
      SbRecordBuilder *actor = sb_record_builder_new (&sb_event_actor_schema);

      sb_record_builder_set_ref (actor, SB_EVENT_ACTOR_ACTOR, pick (maker, maker->actors));
      sb_record_builder_set_term (actor, SB_EVENT_ACTOR_ROLE, (int) i);
      sb_record_builder_take_item (builder, SB_EVENT_ACTORS, sb_record_builder_end (actor));
    }

  event = put (maker, builder);
  if (chance < 700)
    sb_change_set_put_evidence (maker->changes, event, pick_any (maker, maker->extracts), SB_STANCE_SUPPORTS, 0);
  if (chance % 3 == 1)
    sb_change_set_add_member (maker->changes, maker->large_dossier, event);
  if (chance == 500)
    sb_change_set_add_member (maker->changes, maker->small_dossier, event);
}

static void
make_restriction (Maker *maker)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_restriction_schema);
  SbRecordBuilder *place = sb_record_builder_new (&sb_restriction_place_schema);

  sb_record_builder_set_words (builder, SB_RESTRICTION_TITLE, "Blocus d’une route", "Blockade of a road");
  sb_record_builder_set_term (builder, SB_RESTRICTION_KIND, SB_RESTRICTION_KIND_BLOCKADE);
  sb_record_builder_set_ref (builder, SB_RESTRICTION_IMPOSED_BY, pick (maker, maker->actors));
  sb_record_builder_set_ref (place, SB_RESTRICTION_PLACE_PLACE, pick (maker, maker->places));
  sb_record_builder_take_item (builder, SB_RESTRICTION_PLACES, sb_record_builder_end (place));
  set_span (maker, builder, SB_RESTRICTION_SINCE, SB_RESTRICTION_UNTIL, 9);
  put_away (maker, builder);
}

static void
make_control (Maker *maker)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_control_schema);

  sb_record_builder_set_ref (builder, SB_CONTROL_PLACE, pick (maker, maker->places));
  sb_record_builder_set_ref (builder, SB_CONTROL_HOLDER, pick (maker, maker->actors));
  sb_record_builder_set_term (builder, SB_CONTROL_KIND, g_rand_int_range (maker->rand, 0, 3));
  set_span (maker, builder, SB_CONTROL_SINCE, SB_CONTROL_UNTIL, 5);
  put_away (maker, builder);
}

static void
make_relation (Maker *maker)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_relation_schema);
  SbRef *subject = pick (maker, maker->actors);
  SbRef *object = pick_any (maker, maker->actors);

  /* Nobody opposes himself. */
  while (object == subject)
    object = pick_any (maker, maker->actors);

  sb_record_builder_set_ref (builder, SB_RELATION_SUBJECT, subject);
  sb_record_builder_set_ref (builder, SB_RELATION_OBJECT, object);
  sb_record_builder_set_term (builder, SB_RELATION_KIND, SB_RELATION_KIND_OPPOSES);
  set_span (maker, builder, SB_RELATION_SINCE, SB_RELATION_UNTIL, 7);
  put_away (maker, builder);
}

static void
make_claim (Maker *maker)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_claim_schema);
  guint n_statements = 1 + (guint) g_rand_int_range (maker->rand, 0, 2);

  sb_record_builder_set_words (builder, SB_CLAIM_PROPOSITION, "La route est sous blocus.", "The road is under blockade.");
  set_date (maker, builder, SB_CLAIM_DATE);
  for (guint i = 0; i < n_statements; i++)
    {
      SbRecordBuilder *statement = sb_record_builder_new (&sb_claim_statement_schema);

      sb_record_builder_set_ref (statement, SB_CLAIM_STATEMENT_SPEAKER, pick (maker, maker->actors));
      sb_record_builder_set_term (statement, SB_CLAIM_STATEMENT_STANCE, i == 0 ? SB_CLAIM_STANCE_ASSERTS : SB_CLAIM_STANCE_DENIES);
      sb_record_builder_take_item (builder, SB_CLAIM_STATEMENTS, sb_record_builder_end (statement));
    }
  put_away (maker, builder);
}

static void
make_some (Maker *maker,
           guint n_records,
           void (*make) (Maker *maker))
{
  for (guint i = 0; i < n_records; i++)
    {
      make (maker);
      flush_when_full (maker);
    }
  flush (maker);
}

static gint64
find_id (Maker *maker,
         SbRef *ref)
{
  g_autoptr (SbRecord) record = sb_store_get_by_uuid (maker->store, sb_ref_get_kind (ref), sb_ref_get_uuid (ref), NULL);

  return sb_record_get_id (record);
}

static GArray *
find_ids (Maker *maker,
          GPtrArray *refs)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < refs->len; i++)
    {
      gint64 id = find_id (maker, g_ptr_array_index (refs, i));

      g_array_append_val (ids, id);
    }

  return ids;
}

static void
maker_init (Maker *maker,
            SbStore *store,
            guint seed)
{
  GPtrArray **const lists[] = { &maker->actors, &maker->places, &maker->sources, &maker->documents, &maker->extracts };

  maker->store = store;
  maker->rand = g_rand_new_with_seed (seed);
  maker->changes = sb_change_set_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    *lists[i] = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_ref_unref);
}

static void
maker_clear (Maker *maker)
{
  GPtrArray *const lists[] = { maker->actors, maker->places, maker->sources, maker->documents, maker->extracts };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    g_ptr_array_unref (lists[i]);

  g_clear_pointer (&maker->large_dossier, sb_ref_unref);
  g_clear_pointer (&maker->small_dossier, sb_ref_unref);
  sb_change_set_unref (maker->changes);
  g_rand_free (maker->rand);
}

static void
make_all (Maker *maker,
          SbMadeEvents *made)
{
  gint64 start;

  make_sources (maker);
  make_dossiers (maker);
  make_actors (maker, MAX (20, made->n_events / 500));
  make_places (maker, MAX (100, made->n_events / 50));
  make_documents (maker, MAX (10, made->n_events / 100));
  flush (maker);

  start = g_get_monotonic_time ();
  make_some (maker, made->n_events, make_event);
  made->events_per_second = made->n_events * (double) G_USEC_PER_SEC / (double) MAX (1, g_get_monotonic_time () - start);

  make_some (maker, made->n_events / 200, make_restriction);
  make_some (maker, made->n_events / 20, make_control);
  make_some (maker, made->n_events / 100, make_relation);
  make_some (maker, made->n_events / 10, make_claim);
}

SbMadeEvents *
sb_made_events_new (SbStore *store,
                    guint n_events,
                    guint seed,
                    GError **error)
{
  g_autoptr (SbMadeEvents) self = g_new0 (SbMadeEvents, 1);
  Maker maker = { 0 };

  maker_init (&maker, store, seed);
  self->n_events = n_events;
  make_all (&maker, self);
  self->actors = find_ids (&maker, maker.actors);
  self->places = find_ids (&maker, maker.places);
  self->sources = find_ids (&maker, maker.sources);
  self->documents = find_ids (&maker, maker.documents);
  self->large_dossier = find_id (&maker, maker.large_dossier);
  self->small_dossier = find_id (&maker, maker.small_dossier);
  maker_clear (&maker);

  if (maker.error == NULL)
    return g_steal_pointer (&self);

  g_propagate_error (error, maker.error);
  return NULL;
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return first < second ? -1 : first > second;
}

/* The ids of all records of a kind, in the order in which they were made. */
static GArray *
list_ids (SbStore *store,
          SbKind kind,
          GError **error)
{
  g_autoptr (SbQuery) query = sb_query_new (kind);
  g_autoptr (GPtrArray) records = sb_store_list (store, query, error);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      gint64 id = sb_record_get_id (g_ptr_array_index (records, i));

      g_array_append_val (ids, id);
    }

  g_array_sort (ids, compare_ids);
  return ids;
}

SbMadeEvents *
sb_made_events_new_again (SbStore *store,
                          GError **error)
{
  g_autoptr (SbMadeEvents) self = g_new0 (SbMadeEvents, 1);
  g_autoptr (SbQuery) all = sb_query_new (SB_KIND_EVENT);
  g_autoptr (GArray) dossiers = list_ids (store, SB_KIND_DOSSIER, error);
  gint64 n_events = sb_store_count (store, all, error);

  if (n_events < 0)
    return NULL;

  if (dossiers->len != 2)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "not a catalogue that was made for measuring");
      return NULL;
    }

  self->n_events = (guint) n_events;
  self->actors = list_ids (store, SB_KIND_ACTOR, error);
  self->places = list_ids (store, SB_KIND_PLACE, error);
  self->sources = list_ids (store, SB_KIND_SOURCE, error);
  self->documents = list_ids (store, SB_KIND_DOCUMENT, error);
  self->large_dossier = g_array_index (dossiers, gint64, 0);
  self->small_dossier = g_array_index (dossiers, gint64, 1);
  return g_steal_pointer (&self);
}

void
sb_made_events_free (SbMadeEvents *self)
{
  g_clear_pointer (&self->actors, g_array_unref);
  g_clear_pointer (&self->places, g_array_unref);
  g_clear_pointer (&self->sources, g_array_unref);
  g_clear_pointer (&self->documents, g_array_unref);
  g_free (self);
}
