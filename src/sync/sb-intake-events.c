/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sync"

#include "config.h"

#include "sb-table-intake-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sb-acled-codes.h"
#include "sb-event-words.h"
#include "sb-event.h"
#include "sb-table-country.h"
#include "sb-table-event.h"

/* The dates of a whole file, and its countries: what it is complete for. */
typedef struct
{
  gboolean has_days;
  int first_day;
  int last_day;
  GHashTable *countries; /* (owned) alpha-2 */
} Scope;

static void
scope_clear (Scope *self)
{
  g_clear_pointer (&self->countries, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Scope, scope_clear)

/* What tells events of one source from those of another that have the same key. */
static const char *
get_key_space (SbIntake *self)
{
  SbTableShape shape = self->request->shape;

  if (shape == SB_TABLE_SHAPE_ACLED_DELETED)
    shape = SB_TABLE_SHAPE_ACLED;
  if (shape == SB_TABLE_SHAPE_ACLED || shape == SB_TABLE_SHAPE_UCDP || shape == SB_TABLE_SHAPE_GDELT)
    return sb_table_shape_get_name (shape);

  return self->publisher != NULL ? sb_ref_get_name (self->publisher, SB_LANGUAGE_EN) : "events";
}

static char *
make_event_uuid (SbIntake *self,
                 const char *id)
{
  g_autofree char *kind = g_strconcat ("event:", get_key_space (self), NULL);

  return _sb_intake_make_uuid (kind, id);
}

/* An event without a key is known by when, where, what and who. */
static char *
dup_key (const SbTableEvent *event)
{
  if (event->id != NULL)
    return g_strchomp (g_strdup (event->id));

  return g_strdup_printf ("%d|%s|%s|%.4f|%.4f|%s|%s|%s|%s", event->first_day, event->country != NULL ? event->country : "",
                          event->location != NULL ? event->location : "", event->latitude, event->longitude,
                          event->type != NULL ? event->type : "", event->actor1 != NULL ? event->actor1 : "",
                          event->actor2 != NULL ? event->actor2 : "", event->notes != NULL ? event->notes : "");
}

static const SbTableCountry *
find_country (const SbTableEvent *event)
{
  const SbTableCountry *country = sb_table_country_find (event->country);

  return country != NULL ? country : sb_table_country_find (event->country_code);
}

/* As precise as the source says: ACLED counts 1 the place, 2 near it, 3 a larger
 * area; UCDP 1 exact, 2 within 25 km, 3 a district, 4 a region, 5 an area, 6 a
 * country, 7 water or air; GDELT 1 a country, 2 and 5 a region, 3 and 4 a town. */
static SbPlacePrecision
get_place_precision (SbTableShape shape,
                     const SbTableEvent *event)
{
  static const SbPlacePrecision acled[] = { SB_PLACE_PRECISION_NEAR, SB_PLACE_PRECISION_EXACT, SB_PLACE_PRECISION_NEAR, SB_PLACE_PRECISION_REGION };
  static const SbPlacePrecision ucdp[] = { SB_PLACE_PRECISION_NEAR, SB_PLACE_PRECISION_EXACT, SB_PLACE_PRECISION_NEAR, SB_PLACE_PRECISION_AREA,
                                           SB_PLACE_PRECISION_REGION, SB_PLACE_PRECISION_AREA, SB_PLACE_PRECISION_COUNTRY, SB_PLACE_PRECISION_AREA };
  static const SbPlacePrecision gdelt[] = { SB_PLACE_PRECISION_NEAR, SB_PLACE_PRECISION_COUNTRY, SB_PLACE_PRECISION_REGION, SB_PLACE_PRECISION_NEAR,
                                            SB_PLACE_PRECISION_NEAR, SB_PLACE_PRECISION_REGION };
  guint precision = event->place_precision;

  if (shape == SB_TABLE_SHAPE_UCDP)
    return precision < G_N_ELEMENTS (ucdp) ? ucdp[precision] : SB_PLACE_PRECISION_AREA;
  if (shape == SB_TABLE_SHAPE_GDELT)
    return precision < G_N_ELEMENTS (gdelt) ? gdelt[precision] : SB_PLACE_PRECISION_AREA;
  if (precision > 0)
    return precision < G_N_ELEMENTS (acled) ? acled[precision] : SB_PLACE_PRECISION_REGION;
  if (event->location == NULL)
    return SB_PLACE_PRECISION_REGION;

  return event->has_position ? SB_PLACE_PRECISION_NEAR : SB_PLACE_PRECISION_EXACT;
}

/* "Gao, Gao, Mali" of GDELT: the town is what comes first. */
static char *
dup_location (SbTableShape shape,
              const SbTableEvent *event)
{
  char *location = g_strdup (event->location);

  if (location != NULL && shape == SB_TABLE_SHAPE_GDELT && strchr (location, ',') != NULL)
    *strchr (location, ',') = '\0';
  return location;
}

static SbRef *
get_place (SbRecord *event)
{
  SbRecord *item = sb_record_get_n_items (event, SB_EVENT_PLACES) > 0 ? sb_record_get_item (event, SB_EVENT_PLACES, 0) : NULL;

  return item != NULL ? sb_record_get_ref (item, SB_EVENT_PLACE_PLACE) : NULL;
}

static void
set_place (SbIntake *self,
           SbRecordBuilder *builder,
           const SbTableEvent *event,
           SbRecord *stored)
{
  const SbTableCountry *country = find_country (event);
  g_autofree char *location = dup_location (self->request->shape, event);
  const SbSoughtPlace sought = {
    .name = location,
    .admin1 = event->admin1,
    .admin2 = event->admin2,
    .country = country != NULL ? country->alpha2 : NULL,
    .has_position = event->has_position,
    .position = { .latitude = event->latitude, .longitude = event->longitude },
    .precision = get_place_precision (self->request->shape, event),
    .preferred = get_place (stored),
  };
  g_autoptr (SbRef) place = _sb_place_book_find (self->places, &sought, self->changes);
  SbRecordBuilder *item;

  sb_record_builder_clear (builder, SB_EVENT_PLACES);
  if (place == NULL)
    return;

  item = sb_record_builder_new (&sb_event_place_schema);
  sb_record_builder_set_ref (item, SB_EVENT_PLACE_PLACE, place);
  sb_record_builder_set_term (item, SB_EVENT_PLACE_PRECISION, (int) sought.precision);
  sb_record_builder_take_item (builder, SB_EVENT_PLACES, sb_record_builder_end (item));
}

/* ACLED says that actor 1 and 2 are no attacker and no victim; but who suffers
 * violence against civilians is the second. */
static SbEventRole
get_role (int type,
          guint side,
          gboolean is_associate)
{
  if (type != SB_EVENT_TYPE_VIOLENCE_AGAINST_CIVILIANS || is_associate)
    return SB_EVENT_ROLE_PARTICIPANT;

  return side == 0 ? SB_EVENT_ROLE_PERPETRATOR : SB_EVENT_ROLE_VICTIM;
}

static void
add_actor (SbIntake *self,
           SbRecordBuilder *builder,
           GPtrArray *refs,
           const char *name,
           const char *inter,
           SbEventRole role)
{
  g_autoptr (SbRef) actor = NULL;
  SbRecordBuilder *item;

  if (name == NULL || *name == '\0')
    return;

  /* "REBEL" and "POLICE" of a machine are nobody, unless somebody is called so. */
  actor = _sb_actor_book_find (self->actors, name, inter,
                               self->request->shape == SB_TABLE_SHAPE_GDELT ? NULL : self->changes);
  if (actor == NULL)
    return;

  for (guint i = 0; i < refs->len; i++)
    if (sb_ref_equal (g_ptr_array_index (refs, i), actor))
      return;

  g_ptr_array_add (refs, sb_ref_ref (actor));
  item = sb_record_builder_new (&sb_event_actor_schema);
  sb_record_builder_set_ref (item, SB_EVENT_ACTOR_ACTOR, actor);
  sb_record_builder_set_term (item, SB_EVENT_ACTOR_ROLE, (int) role);
  sb_record_builder_take_item (builder, SB_EVENT_ACTORS, sb_record_builder_end (item));
}

static void
add_associates (SbIntake *self,
                SbRecordBuilder *builder,
                GPtrArray *refs,
                const char *names,
                int type,
                guint side)
{
  g_auto (GStrv) parts = names != NULL ? g_strsplit (names, ";", 40) : NULL;

  for (guint i = 0; parts != NULL && parts[i] != NULL; i++)
    add_actor (self, builder, refs, g_strstrip (parts[i]), NULL, get_role (type, side, TRUE));
}

static void
set_actors (SbIntake *self,
            SbRecordBuilder *builder,
            const SbTableEvent *event,
            int type)
{
  g_autoptr (GPtrArray) refs = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_ref_unref);

  sb_record_builder_clear (builder, SB_EVENT_ACTORS);
  add_actor (self, builder, refs, event->actor1, event->inter1, get_role (type, 0, FALSE));
  add_actor (self, builder, refs, event->actor2, event->inter2, get_role (type, 1, FALSE));
  add_associates (self, builder, refs, event->associates1, type, 0);
  add_associates (self, builder, refs, event->associates2, type, 1);
}

/* UCDP has a best estimate between the lowest and the highest; ACLED has one
 * number. */
static void
set_fatalities (SbRecordBuilder *builder,
                const SbTableEvent *event)
{
  gint64 low = event->fatalities_low >= 0 ? event->fatalities_low : event->fatalities;
  gint64 high = event->fatalities_high >= 0 ? event->fatalities_high : event->fatalities;

  sb_record_builder_clear (builder, SB_EVENT_FATALITIES_LOW);
  sb_record_builder_clear (builder, SB_EVENT_FATALITIES_HIGH);
  sb_record_builder_clear (builder, SB_EVENT_FATALITIES_NOTE);
  if (low >= 0)
    sb_record_builder_set_integer (builder, SB_EVENT_FATALITIES_LOW, low);
  if (high >= 0)
    sb_record_builder_set_integer (builder, SB_EVENT_FATALITIES_HIGH, high);
  if (event->fatalities >= 0 && low < high)
    {
      g_autofree char *fr = g_strdup_printf ("meilleure estimation\u00a0: %" G_GINT64_FORMAT, event->fatalities);
      g_autofree char *en = g_strdup_printf ("best estimate: %" G_GINT64_FORMAT, event->fatalities);

      sb_record_builder_set_words (builder, SB_EVENT_FATALITIES_NOTE, fr, en);
    }
}

/* The record of @event, on top of @stored (nullable): what an analyst added to it
 * stays. */
static SbRecord *
make_record (SbIntake *self,
             const SbTableEvent *event,
             const char *uuid,
             SbRecord *stored)
{
  SbRecordBuilder *builder = stored != NULL ? sb_record_builder_new_from (stored) : sb_record_builder_new (&sb_event_schema);
  g_autoptr (SbDate) date = sb_event_words_make_date (event, self->request->shape);
  gboolean has_own_title = stored != NULL && !sb_event_words_is_made_title (stored);
  g_autoptr (SbRecord) record = NULL;
  int type;
  int subtype;

  sb_event_words_find_type (event, self->request->shape, &type, &subtype);
  sb_record_builder_set_uuid (builder, uuid);
  sb_record_builder_set_withdrawn (builder, FALSE);
  sb_record_builder_set_term (builder, SB_EVENT_TYPE, type);
  sb_record_builder_clear (builder, SB_EVENT_SUBTYPE);
  if (subtype >= 0)
    sb_record_builder_set_term (builder, SB_EVENT_SUBTYPE, subtype);
  sb_record_builder_set_date (builder, SB_EVENT_DATE, date);
  set_place (self, builder, event, stored);
  set_actors (self, builder, event, type);
  set_fatalities (builder, event);
  if (event->notes != NULL)
    sb_event_words_set_summary (builder, event);
  sb_record_builder_set_text (builder, SB_EVENT_EXTERNAL_ID, event->id);
  record = sb_record_builder_end (builder);
  if (has_own_title)
    return g_steal_pointer (&record);

  return sb_event_words_add_title (record, event->title);
}

/* The passages of the same source that the event rested on speak of what it was
 * before. */
static gboolean
drop_old_evidence (SbIntake *self,
                   SbRecord *stored,
                   GError **error)
{
  g_autoptr (GPtrArray) evidence = sb_store_list_evidence (self->store, sb_record_get_id (stored), error);
  g_autoptr (SbRef) event = sb_record_dup_ref (stored);

  if (evidence == NULL)
    return FALSE;

  for (guint i = 0; i < evidence->len; i++)
    {
      SbRecord *tie = g_ptr_array_index (evidence, i);
      SbRef *source = sb_record_get_ref (tie, SB_EVIDENCE_SOURCE);

      if (source != NULL && self->publisher != NULL && sb_ref_equal (source, self->publisher))
        sb_change_set_remove_evidence (self->changes, event, sb_record_get_ref (tie, SB_EVIDENCE_EXTRACT));
    }

  return TRUE;
}

/* What the extract of an event says. */
static void
add_passage (SbIntake *self,
             const SbTableEvent *event,
             SbRecord *record)
{
  const char *title = sb_record_get_title (record, SB_LANGUAGE_EN);
  g_autofree char *day = sb_day_to_string (event->first_day);
  g_autofree char *head = g_strdup_printf ("%s · %s · %s", event->id != NULL ? event->id : "–", day,
                                           event->location != NULL ? event->location : "–");
  g_autofree char *words = g_utf8_make_valid (event->notes != NULL ? event->notes : title, -1);
  g_autofree char *paragraph = NULL;
  g_autofree char *note = NULL;

  g_strstrip (words);
  /* A blank line would part the block. */
  g_strdelimit (words, "\r\n", ' ');
  if (*words == '\0')
    return;

  paragraph = g_strconcat (head, " — ", words, NULL);
  if (event->source != NULL || event->url != NULL)
    note = g_strdup (event->source != NULL ? event->source : event->url);
  _sb_intake_text_add (&self->text, paragraph, (guint) (g_utf8_strlen (head, -1) + 3), sb_record_get_uuid (record), note,
                       event->tags, event->line);
}

/* A file of GDELT is about all of the world: only that part of it is taken that
 * this program is about. */
static gboolean
is_far_away (SbIntake *self,
             const SbTableCountry *country)
{
  g_autofree char *key = country != NULL ? g_ascii_strdown (country->alpha2, -1) : NULL;

  return self->request->shape == SB_TABLE_SHAPE_GDELT &&
         (key == NULL || sb_gazetteer_find_key (self->gazetteer, key) == NULL);
}

static gboolean
take_event (SbIntake *self,
            const SbTableEvent *event,
            Scope *scope,
            GError **error)
{
  g_autofree char *key = dup_key (event);
  g_autofree char *uuid = make_event_uuid (self, key);
  const SbTableCountry *country = find_country (event);
  g_autoptr (GError) failure = NULL;
  g_autoptr (SbRecord) stored = NULL;
  g_autoptr (SbRecord) record = NULL;

  if (is_far_away (self, country))
    {
      _sb_intake_reject (self, event->line, N_ ("The event is in none of the countries of the gazetteer."));
      return TRUE;
    }
  if (!g_hash_table_add (self->seen, g_strdup (uuid)))
    {
      _sb_intake_reject (self, event->line, N_ ("The same event stands in the file before."));
      return TRUE;
    }

  scope->first_day = scope->has_days ? MIN (scope->first_day, event->first_day) : event->first_day;
  scope->last_day = scope->has_days ? MAX (scope->last_day, event->last_day) : event->last_day;
  scope->has_days = TRUE;
  if (country != NULL)
    g_hash_table_add (scope->countries, g_strdup (country->alpha2));

  stored = sb_store_get_by_uuid (self->store, SB_KIND_EVENT, uuid, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  record = make_record (self, event, uuid, stored);
  if (!_sb_intake_put (self, record, stored))
    return TRUE;

  if (stored != NULL && event->notes != NULL &&
      g_str_equal (sb_record_get_words (stored, SB_EVENT_SUMMARY, SB_LANGUAGE_EN),
                   sb_record_get_words (record, SB_EVENT_SUMMARY, SB_LANGUAGE_EN)))
    return TRUE;
  if (stored != NULL && !drop_old_evidence (self, stored, error))
    return FALSE;

  add_passage (self, event, record);
  return TRUE;
}

static void
withdraw (SbIntake *self,
          SbRecord *stored)
{
  SbRecordBuilder *builder = sb_record_builder_new_from (stored);
  g_autoptr (SbRecord) record = NULL;

  sb_record_builder_set_withdrawn (builder, TRUE);
  record = sb_record_builder_end (builder);
  sb_change_set_put (self->changes, record);
  self->n_changes++;
  self->result->n_withdrawn++;
}

/* A row of a list of what its source took back. */
static gboolean
take_deleted (SbIntake *self,
              const SbTableEvent *event,
              GError **error)
{
  g_autofree char *key = dup_key (event);
  g_autofree char *uuid = make_event_uuid (self, key);
  g_autoptr (GError) failure = NULL;
  g_autoptr (SbRecord) stored = sb_store_get_by_uuid (self->store, SB_KIND_EVENT, uuid, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  if (stored != NULL && !sb_record_is_withdrawn (stored) && g_hash_table_add (self->seen, g_strdup (uuid)))
    withdraw (self, stored);
  else
    self->result->counts.unchanged++;
  return TRUE;
}

static gboolean
lies_in (SbIntake *self,
         SbRecord *event,
         GHashTable *countries)
{
  SbRef *ref = get_place (event);
  g_autoptr (SbRecord) place = ref != NULL ? sb_store_get (self->store, SB_KIND_PLACE, sb_ref_get_id (ref), NULL) : NULL;
  const char *country = place != NULL ? sb_record_get_text (place, SB_PLACE_COUNTRY) : NULL;

  return country != NULL && g_hash_table_contains (countries, country);
}

/* Of a file that is said to be complete: events of its source, its days and its
 * countries that are not in it. */
static gboolean
withdraw_missing (SbIntake *self,
                  const Scope *scope,
                  GError **error)
{
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_EVENT);
  g_autoptr (GPtrArray) events = NULL;

  /* What is new has to be there before it is looked for. */
  if (!scope->has_days || !_sb_intake_flush (self, TRUE, error))
    return scope->has_days ? FALSE : TRUE;

  query->has_period = TRUE;
  query->first_day = scope->first_day;
  query->last_day = scope->last_day;
  events = sb_store_list (self->store, query, error);
  for (guint i = 0; events != NULL && i < events->len; i++)
    {
      SbRecord *event = g_ptr_array_index (events, i);
      const char *id = sb_record_get_text (event, SB_EVENT_EXTERNAL_ID);
      g_autofree char *uuid = id != NULL ? make_event_uuid (self, id) : NULL;

      /* The UUID tells that it came from here, and by this key. */
      if (uuid != NULL && g_str_equal (uuid, sb_record_get_uuid (event)) && !g_hash_table_contains (self->seen, uuid) &&
          lies_in (self, event, scope->countries))
        withdraw (self, event);
      if (!_sb_intake_flush (self, FALSE, error))
        return FALSE;
    }

  return events != NULL;
}

gboolean
_sb_intake_events (SbIntake *self,
                   GError **error)
{
  SbImportSpec *spec = self->request->spec;
  g_autoptr (SbEventReader) reader = sb_event_reader_new (self->request->table, spec, error);
  g_auto (Scope) scope = { .countries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };
  SbTableEvent event;
  const char *reason;

  if (reader == NULL)
    return FALSE;

  while (sb_event_reader_next (reader, &event, &reason))
    {
      if (reason != NULL)
        _sb_intake_reject (self, event.line, reason);
      else if (event.deleted != 0 ? !take_deleted (self, &event, error) : !take_event (self, &event, &scope, error))
        return FALSE;
      if (!_sb_intake_flush (self, FALSE, error))
        return FALSE;
    }

  return spec == NULL || !sb_import_spec_is_complete (spec) || withdraw_missing (self, &scope, error);
}
