/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-table-event.h"

#include <string.h>

#include "sb-date.h"
#include "sb-table-error.h"

/* The rows are invented, in the shape of the services. */
#define ACLED                                                                                                         \
  "event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,actor2,country,admin1,location,latitude," \
  "longitude,geo_precision,source,notes,fatalities\n"
#define UCDP                                                                                                   \
  "id,type_of_violence,side_a,side_b,where_prec,where_coordinates,adm_1,latitude,longitude,country,date_prec," \
  "date_start,date_end,low,best,high\n"

#define GDELT_START "1200\t20260425\t202604\t2026\t2026.31\tNER\tNIGER\tNER\t\t\t\t\t\t\t\tREB\tREBEL\t\t\t\t\t\t\t\t\t1\t190\t190\t19\t4\t-10\t3\t1\t3\t-5.5\t"
#define GDELT_PLACE "4\tNiamey, Niamey, Niger\tNG\tNG08\t\t13.51\t2.1\t-100\t"

/* What is read of the first row, with "|" between; "!" when it is refused. */
static const struct
{
  const char *name;
  const char *text;
  const char *event; /* id, first and last day, country, location, lat, lon, type,
                        actors, deaths: low, best, high */
} cases[] = {
  { "acled", ACLED "MLI9,2025-09-03,1,Battles,Armed clash,JNIM: Group,Military Forces of Mali (2021-),Mali,Kayes,Diboli,14.46,-12.24,1,A; B,\"x, \"\"y\"\"\",7\n",
    "MLI9|2025-09-03|2025-09-03|Mali|Diboli|14.46|-12.24|Battles|JNIM: Group|Military Forces of Mali (2021-)|-1|7|-1" },
  { "acled-day-first", ACLED "MLI9,03-09-2025,1,Battles,,A,,Mali,,Diboli,14.46,-12.24,1,,,0\n",
    "MLI9|2025-09-03|2025-09-03|Mali|Diboli|14.46|-12.24|Battles|A||-1|0|-1" },
  { "ucdp", UCDP "5,3,JNIM,Civilians,1,Diboli town,Kayes region,14.46,-12.24,Mali,2,2025-09-03,2025-09-05,2,4,9\n",
    "5|2025-09-03|2025-09-05|Mali|Diboli town|14.46|-12.24|Violence against civilians|JNIM|Civilians|2|4|9" },
  { "gdelt", GDELT_START GDELT_PLACE GDELT_PLACE GDELT_PLACE "20260425120000\thttps://x.example/a\n",
    "1200|2026-04-25|2026-04-25|Niger|Niamey, Niamey, Niger|13.51|2.1|19|NIGER|REBEL|-1|-1|-1" },
  { "french", "Date;Pays;Localité;Latitude;Longitude;Type d’événement;Acteur 1;Nombre de morts\n3 sept. 2025;Mali;Kayes;14,45;-11,43;Attaque;JNIM;1 200\n",
    "|2025-09-03|2025-09-03|Mali|Kayes|14.45|-11.43|Attaque|JNIM||-1|1200|-1" },
  { "month-first", "Date,Location,Type\n04/05/2026,Kayes,x\n04/25/2026,Kayes,y\n", "|2026-04-05|2026-04-05||Kayes|||x|||-1|-1|-1" },
  { "tags", "#event+code,#date+start,#loc+name,#geo+lat,#geo+lon,#event+type,#affected+killed\n1,2025-09-03,Kayes,14.4,-11.4,x,3\n",
    "1|2025-09-03|2025-09-03||Kayes|14.4|-11.4|x|||-1|3|-1" },
  { "point", "date,location,type,coordinates\n2025-09-03,Kayes,x,\"14.4, -11.4\"\n", "|2025-09-03|2025-09-03||Kayes|14.4|-11.4|x|||-1|-1|-1" },
  { "json", "{\"data\":[{\"event_id_cnty\":\"MLI9\",\"event_date\":\"2025-09-03\",\"event_type\":\"Riots\",\"fatalities\":2,\"latitude\":\"14.4\",\"longitude\":\"-11.4\"}]}",
    "MLI9|2025-09-03|2025-09-03|||14.4|-11.4|Riots|||-1|2|-1" },
  { "no-date", ACLED "MLI9,,1,Battles,,A,,Mali,,Diboli,14.46,-12.24,1,,,0\n", "!There is no date." },
  { "bad-date", ACLED "MLI9,2025-02-31,1,Battles,,A,,Mali,,Diboli,14.46,-12.24,1,,,0\n", "!The date cannot be read." },
  { "latitude", ACLED "MLI9,2025-09-03,1,Battles,,A,,Mali,,Diboli,200,-12.24,1,,,0\n", "!The latitude is none." },
  { "longitude", ACLED "MLI9,2025-09-03,1,Battles,,A,,Mali,,Diboli,14,,1,,,0\n", "!The longitude is none." },
  { "nan", ACLED "MLI9,2025-09-03,1,Battles,,A,,Mali,,Diboli,14,-12,1,,,NaN\n", "!The number of deaths cannot be read." },
  { "huge", ACLED "MLI9,2025-09-03,1,Battles,,A,,Mali,,Diboli,14,-12,1,,,1e400\n", "!The number of deaths cannot be read." },
  { "range", UCDP "5,3,JNIM,Civilians,1,D,K,14.46,-12.24,Mali,2,2025-09-03,2025-09-05,9,4,2\n", "!The lowest number of deaths is above the highest." },
};

static char *
format_number (gboolean is_known,
               double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (is_known ? g_ascii_formatd (text, sizeof text, "%.6g", number) : "");
}

static char *
dump (const SbTableEvent *event)
{
  g_autofree char *first = sb_day_to_string (event->first_day);
  g_autofree char *last = sb_day_to_string (event->last_day);
  g_autofree char *latitude = format_number (event->has_position, event->latitude);
  g_autofree char *longitude = format_number (event->has_position, event->longitude);
  const char *texts[] = { event->id, first, last, event->country, event->location, latitude, longitude, event->type, event->actor1, event->actor2 };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", texts[i] != NULL ? texts[i] : "");
  g_string_append_printf (text, "|%d|%d|%d", (int) event->fatalities_low, (int) event->fatalities, (int) event->fatalities_high);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_events (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].text, strlen (cases[i].text));
      g_autoptr (GError) error = NULL;
      g_autoptr (SbTable) table = sb_table_new (bytes, NULL, &error);
      g_autoptr (SbEventReader) reader = table != NULL ? sb_event_reader_new (table, NULL, &error) : NULL;
      g_autofree char *text = NULL;
      SbTableEvent event;
      const char *reason;

      g_test_message ("%s", cases[i].name);
      g_assert_no_error (error);
      g_assert_true (sb_event_reader_next (reader, &event, &reason));
      text = reason != NULL ? g_strconcat ("!", reason, NULL) : dump (&event);
      g_assert_cmpstr (text, ==, cases[i].event);
    }
}

/* A bad row is told with its line; those around it are read. */
static void
test_lines (void)
{
  static const char text[] = ACLED "MLI1,2025-09-03,1,Battles,,A,,Mali,,D,14,-12,1,,\"a\nb\",0\nMLI2,soon,1,Battles,,A,,Mali,,D,14,-12,1,,,0\n"
                                   "MLI3,2025-09-04,1,Battles,,A,,Mali,,D,14,-12,1,,,0\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (SbTable) table = sb_table_new (bytes, NULL, NULL);
  g_autoptr (SbEventReader) reader = sb_event_reader_new (table, NULL, NULL);
  static const guint lines[] = { 2, 4, 5 };
  SbTableEvent event;
  const char *reason;

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_assert_true (sb_event_reader_next (reader, &event, &reason));
      g_assert_cmpuint (event.line, ==, lines[i]);
      g_assert_true ((reason != NULL) == (i == 1));
    }
  g_assert_false (sb_event_reader_next (reader, &event, &reason));
}

static void
test_no_date (void)
{
  static const char text[] = "location,type,actor1\nKayes,x,y\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (SbTable) table = sb_table_new (bytes, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SbEventReader) reader = sb_event_reader_new (table, NULL, &error);

  g_assert_null (reader);
  g_assert_error (error, SB_TABLE_ERROR, SB_TABLE_ERROR_COLUMNS);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tables/table-event/events", test_events);
  g_test_add_func ("/tables/table-event/lines", test_lines);
  g_test_add_func ("/tables/table-event/no-date", test_no_date);

  return g_test_run ();
}
