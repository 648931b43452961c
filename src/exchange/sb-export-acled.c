/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-exchange"

#include "config.h"

#include "sb-export-private.h"

#include <string.h>

#include "sb-acled-codes.h"
#include "sb-csv-writer.h"
#include "sb-event.h"
#include "sb-evidence.h"
#include "sb-place.h"
#include "sb-source.h"

#define BYTE_ORDER_MARK "\357\273\277"

/* Names are those of ACLED, which is in English. */
#define NAMES SB_LANGUAGE_EN

/* A date that covers no more days is known to the week. */
#define DAYS_OF_A_WEEK 7

/* How far up the admin areas of a place are looked for. */
#define MAX_PARENTS 16

static const char *const columns[] = {
  "event_id_cnty",
  "event_date",
  "year",
  "time_precision",
  "disorder_type",
  "event_type",
  "sub_event_type",
  "actor1",
  "assoc_actor_1",
  "inter1",
  "actor2",
  "assoc_actor_2",
  "inter2",
  "interaction",
  "civilian_targeting",
  "iso",
  "region",
  "country",
  "admin1",
  "admin2",
  "admin3",
  "location",
  "latitude",
  "longitude",
  "geo_precision",
  "source",
  "source_scale",
  "notes",
  "fatalities",
  "tags",
  "timestamp",
};

/* One side of an event. */
typedef struct
{
  char *name; /* (owned) (nullable) the first actor */
  GString *others; /* (owned) */
  SbAcledInter inter;
} Side;

/* One event as it is written, once for each of its places. */
typedef struct
{
  SbRecord *event; /* (unowned) */
  SbRecord *place; /* (unowned) (nullable) */
  SbRecord *item; /* (unowned) (nullable) the place as the event has it */
  guint part; /* from 0 */
  guint n_parts;
  const char *country; /* (unowned) (nullable) ISO 3166-1 alpha-2 */
  Side sides[2];
} Row;

static void
row_clear (Row *row)
{
  for (guint i = 0; i < G_N_ELEMENTS (row->sides); i++)
    {
      g_free (row->sides[i].name);
      if (row->sides[i].others != NULL)
        g_string_free (row->sides[i].others, TRUE);
    }
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Row, row_clear)

static void
append_item (GString *list,
             const char *text)
{
  if (text == NULL || *text == '\0')
    return;

  if (list->len > 0)
    g_string_append (list, "; ");
  g_string_append (list, text);
}

static gboolean
look_up (SbExporter *self,
         SbRef *ref,
         SbRecord **record,
         GError **error)
{
  g_autoptr (GError) failure = NULL;

  *record = ref != NULL ? _sb_exporter_look_up (self, ref, &failure) : NULL;
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static const char *
get_name (SbRecord *record)
{
  return record != NULL ? sb_record_get_title (record, NAMES) : "";
}

/* Which side an actor is on: 0 who acts, 1 whom it is done to. Those who merely
 * take part fill the sides one after the other. */
static guint
choose_side (Row *row,
             int role)
{
  switch (role)
    {
    case SB_EVENT_ROLE_PERPETRATOR:
    case SB_EVENT_ROLE_CLAIMANT:
      return 0;

    case SB_EVENT_ROLE_TARGET:
    case SB_EVENT_ROLE_VICTIM:
      return 1;

    case SB_EVENT_ROLE_PARTICIPANT:
    default:
      return row->sides[0].name != NULL && row->sides[1].name == NULL ? 1 : 0;
    }
}

/* Who demonstrates is coded by that, whatever else it is. */
static SbAcledInter
get_inter (Row *row,
           SbRecord *actor,
           guint side)
{
  int type = sb_record_get_term (row->event, SB_EVENT_TYPE, -1);
  SbAcledInter inter = sb_acled_get_inter (actor, row->country);

  if (side == 0 && inter == SB_ACLED_INTER_CIVILIANS && type == SB_EVENT_TYPE_PROTEST)
    return SB_ACLED_INTER_PROTESTERS;
  if (side == 0 && inter == SB_ACLED_INTER_CIVILIANS && type == SB_EVENT_TYPE_RIOT)
    return SB_ACLED_INTER_RIOTERS;

  return inter;
}

static gboolean
fill_sides (SbExporter *self,
            Row *row,
            GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (row->sides); i++)
    row->sides[i].others = g_string_new (NULL);

  for (guint i = 0; i < sb_record_get_n_items (row->event, SB_EVENT_ACTORS); i++)
    {
      SbRecord *item = sb_record_get_item (row->event, SB_EVENT_ACTORS, i);
      guint number = choose_side (row, sb_record_get_term (item, SB_EVENT_ACTOR_ROLE, -1));
      Side *side = &row->sides[number];
      SbRecord *actor;

      if (!look_up (self, sb_record_get_ref (item, SB_EVENT_ACTOR_ACTOR), &actor, error))
        return FALSE;
      if (actor == NULL)
        continue;

      if (side->name != NULL)
        append_item (side->others, get_name (actor));
      else
        {
          side->name = g_strdup (get_name (actor));
          side->inter = get_inter (row, actor, number);
        }
    }

  return TRUE;
}

/* Violence against civilians has them on its other side, named or not. */
static void
fill_civilians (Row *row,
                const SbAcledCountry *country)
{
  if (sb_record_get_term (row->event, SB_EVENT_TYPE, -1) != SB_EVENT_TYPE_VIOLENCE_AGAINST_CIVILIANS ||
      row->sides[1].name != NULL)
    return;

  row->sides[1].name = country != NULL ? g_strdup_printf ("Civilians (%s)", country->name) : g_strdup ("Civilians");
  row->sides[1].inter = SB_ACLED_INTER_CIVILIANS;
}

static gboolean
is_acled_id (const char *text)
{
  return text != NULL && strlen (text) > 3 && g_ascii_isupper (text[0]) && g_ascii_isupper (text[1]) &&
         g_ascii_isupper (text[2]) && strspn (text + 3, "0123456789") == strlen (text + 3);
}

/* The key of ACLED if the event came from there; else a country and a number made
 * of the UUID, the same in every export. */
static void
add_id (SbCsvRow *csv,
        const Row *row,
        const SbAcledCountry *country)
{
  const char *external = sb_record_get_text (row->event, SB_EVENT_EXTERNAL_ID);
  g_autofree char *digits = NULL;
  g_autofree char *id = NULL;
  guint64 number;

  if (is_acled_id (external) && row->n_parts == 1)
    {
      sb_csv_row_add_text (csv, external);
      return;
    }

  digits = g_strndup (sb_record_get_uuid (row->event), strlen ("01234567-0123"));
  digits[8] = digits[9];
  memmove (digits + 9, digits + 10, strlen (digits + 10) + 1);
  number = g_ascii_strtoull (digits, NULL, 16) * 100 + row->part;
  id = g_strdup_printf ("%s%" G_GUINT64_FORMAT, country != NULL ? country->alpha3 : "XXX", number);
  sb_csv_row_add_text (csv, id);
}

/* 1 the day, 2 the week, 3 the month or less. */
static guint
get_time_precision (const SbDate *date)
{
  int n_days = sb_date_get_last_day (date) - sb_date_get_first_day (date) + 1;

  if (n_days > DAYS_OF_A_WEEK)
    return 3;

  return n_days == 1 && sb_date_get_qualifier (date) == SB_DATE_CERTAIN ? 1 : 2;
}

static void
add_date (SbCsvRow *csv,
          const SbDate *date)
{
  int day = date != NULL ? sb_date_get_first_day (date) : SB_DATE_DAY_MIN;
  g_autofree char *text = NULL;
  int year;
  int month;
  int month_day;

  /* Of what has no known beginning, the end is the only day there is. */
  if (date != NULL && day <= SB_DATE_DAY_MIN)
    day = sb_date_get_last_day (date);
  if (day <= SB_DATE_DAY_MIN || day >= SB_DATE_DAY_MAX)
    {
      sb_csv_row_add_text (csv, NULL);
      sb_csv_row_add_text (csv, NULL);
      sb_csv_row_add_integer (csv, 3);
      return;
    }

  text = sb_day_to_string (day);
  sb_day_to_ymd (day, &year, &month, &month_day);
  sb_csv_row_add_text (csv, text);
  sb_csv_row_add_integer (csv, year);
  sb_csv_row_add_integer (csv, get_time_precision (date));
}

static void
add_type (SbCsvRow *csv,
          const Row *row)
{
  SbAcledType type = sb_acled_get_type (row->event);

  sb_csv_row_add_text (csv, type.disorder_type);
  sb_csv_row_add_text (csv, type.event_type);
  sb_csv_row_add_text (csv, type.sub_event_type);
}

static void
add_sides (SbCsvRow *csv,
           const Row *row)
{
  g_autofree char *interaction = sb_acled_dup_interaction (row->sides[0].inter, row->sides[1].inter);
  int type = sb_record_get_term (row->event, SB_EVENT_TYPE, -1);
  int subtype = sb_record_get_term (row->event, SB_EVENT_SUBTYPE, -1);
  gboolean is_targeting =
    type == SB_EVENT_TYPE_VIOLENCE_AGAINST_CIVILIANS || subtype == SB_EVENT_SUBTYPE_EXCESSIVE_FORCE ||
    (type == SB_EVENT_TYPE_EXPLOSION && row->sides[1].inter == SB_ACLED_INTER_CIVILIANS);

  for (guint i = 0; i < G_N_ELEMENTS (row->sides); i++)
    {
      sb_csv_row_add_text (csv, row->sides[i].name);
      sb_csv_row_add_text (csv, row->sides[i].others->str);
      sb_csv_row_add_text (csv, sb_acled_inter_get_name (row->sides[i].inter));
    }
  sb_csv_row_add_text (csv, interaction);
  sb_csv_row_add_text (csv, is_targeting ? "Civilian targeting" : NULL);
}

/* The region and the district that a place is in, itself included. */
static gboolean
add_areas (SbExporter *self,
           SbCsvRow *csv,
           const Row *row,
           GError **error)
{
  SbRecord *area = row->place;
  SbRecord *region = NULL;
  SbRecord *district = NULL;

  for (guint i = 0; area != NULL && i < MAX_PARENTS; i++)
    {
      int kind = sb_record_get_term (area, SB_PLACE_KIND, -1);

      if (kind == SB_PLACE_KIND_REGION && region == NULL)
        region = area;
      if (kind == SB_PLACE_KIND_DISTRICT && district == NULL)
        district = area;
      if (!look_up (self, sb_record_get_ref (area, SB_PLACE_PARENT), &area, error))
        return FALSE;
    }

  /* A capital district is on the first level: no region is above it. */
  if (region == NULL)
    {
      region = district;
      district = NULL;
    }

  sb_csv_row_add_text (csv, get_name (region));
  sb_csv_row_add_text (csv, get_name (district));
  sb_csv_row_add_text (csv, NULL);
  return TRUE;
}

/* 1 the place, 2 near it, 3 a larger area. */
static guint
get_geo_precision (const Row *row)
{
  int precision = row->item != NULL ? sb_record_get_term (row->item, SB_EVENT_PLACE_PRECISION, -1) : -1;

  if (precision < 0 && row->place != NULL)
    precision = sb_record_get_term (row->place, SB_PLACE_PRECISION, -1);

  switch (precision)
    {
    case SB_PLACE_PRECISION_EXACT:
      return 1;

    case SB_PLACE_PRECISION_NEAR:
      return 2;

    default:
      return 3;
    }
}

static void
add_position (SbCsvRow *csv,
              const Row *row)
{
  sb_csv_row_add_text (csv, get_name (row->place));
  if (row->place != NULL && sb_record_has (row->place, SB_PLACE_LATITUDE) && sb_record_has (row->place, SB_PLACE_LONGITUDE))
    {
      sb_csv_row_add_real (csv, sb_record_get_real (row->place, SB_PLACE_LATITUDE, 0));
      sb_csv_row_add_real (csv, sb_record_get_real (row->place, SB_PLACE_LONGITUDE, 0));
    }
  else
    {
      sb_csv_row_add_text (csv, NULL);
      sb_csv_row_add_text (csv, NULL);
    }
  sb_csv_row_add_integer (csv, get_geo_precision (row));
}

/* How far the readers of a source are: of the country, or of others. */
static const char *
get_scale (SbRecord *source,
           const char *country)
{
  const char *home = sb_record_get_text (source, SB_SOURCE_COUNTRY);

  if (home == NULL || country == NULL)
    return "Other";

  return g_str_equal (home, country) ? "National" : "International";
}

static gboolean
add_sources (SbExporter *self,
             SbCsvRow *csv,
             const Row *row,
             GError **error)
{
  g_autoptr (GPtrArray) evidence = _sb_exporter_list_evidence (self, row->event, error);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) scales = g_string_new (NULL);

  if (evidence == NULL)
    return FALSE;

  for (guint i = 0; i < evidence->len; i++)
    {
      SbRecord *source;
      const char *scale;

      if (!look_up (self, sb_record_get_ref (g_ptr_array_index (evidence, i), SB_EVIDENCE_SOURCE), &source, error))
        return FALSE;
      if (source == NULL || !g_hash_table_add (seen, source))
        continue;

      append_item (names, get_name (source));
      scale = get_scale (source, row->country);
      if (strstr (scales->str, scale) == NULL)
        g_string_append_printf (scales, "%s%s", scales->len > 0 ? "-" : "", scale);
    }

  sb_csv_row_add_text (csv, names->str);
  sb_csv_row_add_text (csv, scales->str);
  return TRUE;
}

/* What happened, with the range of what ACLED has one number for. */
static void
add_notes (SbExporter *self,
           SbCsvRow *csv,
           const Row *row)
{
  SbLanguage language = self->request->language;
  g_autoptr (GString) notes = g_string_new (sb_record_get_words (row->event, SB_EVENT_SUMMARY, language));
  gint64 low = sb_record_get_integer (row->event, SB_EVENT_FATALITIES_LOW, -1);
  gint64 high = sb_record_get_integer (row->event, SB_EVENT_FATALITIES_HIGH, -1);

  if (notes->len == 0)
    g_string_append (notes, sb_record_get_title (row->event, language));
  if (low >= 0 && high > low)
    g_string_append_printf (notes, " [fatalities: %" G_GINT64_FORMAT "-%" G_GINT64_FORMAT "]", low, high);
  else if (high >= 0 && low < 0)
    g_string_append_printf (notes, " [fatalities: at most %" G_GINT64_FORMAT "]", high);
  if (row->n_parts > 1)
    g_string_append_printf (notes, " [place %u of %u of one event]", row->part + 1, row->n_parts);

  sb_csv_row_add_text (csv, notes->str);
}

static gboolean
write_row (SbExporter *self,
           SbCsvRow *csv,
           Row *row,
           GError **error)
{
  const SbAcledCountry *country = sb_acled_find_country (row->country);
  g_autofree char *tag = g_strconcat ("sahelbrief=", sb_record_get_uuid (row->event), NULL);

  if (!fill_sides (self, row, error))
    return FALSE;

  fill_civilians (row, country);
  add_id (csv, row, country);
  add_date (csv, sb_record_get_date (row->event, SB_EVENT_DATE));
  add_type (csv, row);
  add_sides (csv, row);
  if (country != NULL)
    sb_csv_row_add_integer (csv, country->numeric);
  else
    sb_csv_row_add_text (csv, NULL);
  sb_csv_row_add_text (csv, country != NULL ? country->region : NULL);
  sb_csv_row_add_text (csv, country != NULL ? country->name : row->country);
  if (!add_areas (self, csv, row, error))
    return FALSE;

  add_position (csv, row);
  if (!add_sources (self, csv, row, error))
    return FALSE;

  add_notes (self, csv, row);
  /* Once: rows are added up. */
  sb_csv_row_add_integer (csv, row->part == 0 ? sb_record_get_integer (row->event, SB_EVENT_FATALITIES_LOW, 0) : 0);
  sb_csv_row_add_text (csv, tag);
  sb_csv_row_add_integer (csv, sb_record_get_changed (row->event));
  self->n_records++;
  return _sb_exporter_write (self, sb_csv_row_end (csv), error);
}

/* ACLED has an event for each place. */
static gboolean
write_event (SbExporter *self,
             SbRecord *event,
             gpointer data,
             GError **error)
{
  guint n_places = sb_record_get_n_items (event, SB_EVENT_PLACES);

  for (guint i = 0; i < MAX (n_places, 1); i++)
    {
      g_auto (Row) row = { .event = event, .part = i, .n_parts = MAX (n_places, 1) };

      row.item = i < n_places ? sb_record_get_item (event, SB_EVENT_PLACES, i) : NULL;
      if (row.item != NULL &&
          !look_up (self, sb_record_get_ref (row.item, SB_EVENT_PLACE_PLACE), &row.place, error))
        return FALSE;

      row.country = row.place != NULL ? sb_record_get_text (row.place, SB_PLACE_COUNTRY) : NULL;
      if (!write_row (self, data, &row, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
_sb_export_acled (SbExporter *self,
                  GError **error)
{
  g_auto (SbCsvRow) csv = { 0 };

  sb_csv_row_init (&csv);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    sb_csv_row_add_text (&csv, columns[i]);

  return _sb_exporter_write (self, BYTE_ORDER_MARK, error) && _sb_exporter_write (self, sb_csv_row_end (&csv), error) &&
         _sb_exporter_each (self, SB_KIND_EVENT, write_event, &csv, error);
}
