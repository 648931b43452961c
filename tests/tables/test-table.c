/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-table-shape.h"

#include <string.h>

#include "sb-table-document.h"
#include "sb-table-error.h"
#include "sb-table-figure.h"
#include "sb-table-place.h"

static SbTable *
open_text (const char *text,
           gssize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, size < 0 ? strlen (text) : (gsize) size);
  g_autoptr (GError) error = NULL;
  SbTable *table = sb_table_new (bytes, NULL, &error);

  g_assert_no_error (error);
  return table;
}

/* The table as text: columns, then rows, each on a line. */
static char *
dump (SbTable *table)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autofree char *header = NULL;
  const SbTableRow *row;
  guint n_columns;
  const char *const *columns;

  while ((row = sb_table_next (table)) != NULL)
    {
      g_string_append_printf (rows, "\n%u:", row->line);
      if (row->fault != NULL)
        g_string_append (rows, "!");
      for (guint i = 0; row->fault == NULL && i < row->n_cells; i++)
        g_string_append_printf (rows, "%s%s", i > 0 ? "|" : "", row->cells[i] != NULL ? row->cells[i] : "-");
    }

  columns = sb_table_get_columns (table, &n_columns);
  header = n_columns > 0 ? g_strdup ("") : g_strdup ("none");
  for (guint i = 0; i < n_columns; i++)
    {
      char *longer = g_strconcat (header, i > 0 ? "|" : "", columns[i], NULL);

      g_free (header);
      header = longer;
    }

  return g_strconcat (header, rows->str, NULL);
}

static const struct
{
  const char *text;
  const char *dump;
} cases[] = {
  { "a,b\n1,2\n", "a|b\n2:1|2" },
  { "\357\273\277a,b\n1,2\n", "a|b\n2:1|2" },
  { "caf\xe9;b\n1;2\n", "café|b\n2:1|2" },
  { "Un titre\n\nDate,Lieu,Type,Morts\n2025-09-03,Kayes,attaque,2\n", "Date|Lieu|Type|Morts\n4:2025-09-03|Kayes|attaque|2" },
  { "event_date,location\n#date,#loc+name\n2025-09-03,Kayes\n", "event_date|location\n3:2025-09-03|Kayes" },
  { "[{\"a\":1,\"b\":\"x\"},{\"b\":null,\"c\":[true,2]}]", "a|b|c\n1:1|x\n1:-|-|true; 2" },
  { "{\"status\":200,\"data\":[\n{\"a\":{\"b\":1,\"c\":[{\"d\":\"x\"},{\"d\":\"y\"}]}}\n]}", "a.b|a.c.d\n2:1|x; y" },
  { "{\"TotalCount\":1,\"Result\":[{\"id\":7}],\"other\":[{\"x\":1},{\"x\":2}]}", "id\n1:7" },
  { "{\"count\":0,\"data\":[]}", "none" },
  { "{\"a\":1}", "a\n1:1" },
  { "{\"a\":1}\n{\"a\":\n{\"a\":3}\n", "a\n1:1\n2:!\n3:3" },
  { "[]", "none" },
  { "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"id\":1,\"geometry\":{\"type\":\"Point\",\"coordinates\":[-4.5,14.25]},\"properties\":{\"name\":\"Mopti\"}}]}",
    "type|id|geometry.type|properties.name|geometry.latitude|geometry.longitude\n1:Feature|1|Point|Mopti|14.25|-4.5" },
  { "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[0,10],[2,10],[2,14],[0,10]]]},\"properties\":{}}",
    "type|geometry.type|geometry.latitude|geometry.longitude\n1:Feature|Polygon|12|1" },
  { "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Folder><name>F</name>\n<Placemark><name>Mopti</name><ExtendedData><Data name=\"pop\"><value>9</value></Data></ExtendedData>"
    "<Point><coordinates>-4.5,14.25,0</coordinates></Point></Placemark></Folder></kml>",
    "name|pop|folder|geometry.latitude|geometry.longitude\n2:Mopti|9|F|14.25|-4.5" },
  { "<gpx version=\"1.1\"><wpt lat=\"14.25\" lon=\"-4.5\"><name>Mopti</name></wpt><trk><name>t</name></trk></gpx>",
    "latitude|longitude|name\n1:14.25|-4.5|Mopti" },
};

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SbTable) table = open_text (cases[i].text, -1);
      g_autofree char *text = dump (table);
      g_autofree char *again = NULL;

      g_test_message ("case %u", i);
      g_assert_cmpstr (text, ==, cases[i].dump);

      /* A table that is read again is the same. */
      sb_table_rewind (table);
      again = dump (table);
      if (sb_table_get_format (table) == SB_TABLE_FORMAT_DELIMITED)
        g_assert_cmpstr (again, ==, text);
    }
}

static void
test_utf16 (void)
{
  static const char text[] = "a\0;\0b\0\n\0\x31\0;\0\xe9\0\n";
  g_autoptr (SbTable) table = open_text (text, sizeof text);
  g_autofree char *dumped = dump (table);

  g_assert_cmpstr (dumped, ==, "a|b\n2:1|é");
}

static const struct
{
  const char *text;
  SbTableError code;
} bad[] = {
  { "", SB_TABLE_ERROR_EMPTY },
  { " \n\t", SB_TABLE_ERROR_EMPTY },
  { "<!DOCTYPE html><html><body>Rate limited</body></html>", SB_TABLE_ERROR_HTML },
  { "{\"data\":[{\"a\":1},", SB_TABLE_ERROR_MALFORMED },
  { "[1,2", SB_TABLE_ERROR_MALFORMED },
  { "<", SB_TABLE_ERROR_MALFORMED },
  { "<svg/>", SB_TABLE_ERROR_UNKNOWN },
  { "<!DOCTYPE k [<!ENTITY a \"x\"><!ENTITY b \"&a;&a;\">]><kml>&b;</kml>", SB_TABLE_ERROR_TOO_COMPLEX },
};

static void
test_bad (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (bad[i].text, strlen (bad[i].text));
      g_autoptr (GError) error = NULL;
      g_autoptr (SbTable) table = sb_table_new (bytes, NULL, &error);

      g_test_message ("%s", bad[i].text);
      g_assert_null (table);
      g_assert_error (error, SB_TABLE_ERROR, (int) bad[i].code);
    }
}

/* Longer than any table's, deeper than any: refused before it costs anything. */
static void
test_hostile (void)
{
  static const gsize size = 50 << 20;
  char *line = g_malloc (size);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SbTable) table = NULL;
  g_autoptr (GError) error = NULL;

  memset (line, 'x', size);
  bytes = g_bytes_new_take (line, size);
  table = sb_table_new (bytes, NULL, &error);
  g_assert_null (table);
  g_assert_error (error, SB_TABLE_ERROR, SB_TABLE_ERROR_TOO_LARGE);
  g_clear_error (&error);

  line[0] = '\xff';
  table = sb_table_new (bytes, NULL, &error);
  g_assert_error (error, SB_TABLE_ERROR, SB_TABLE_ERROR_TOO_LARGE);
  g_clear_error (&error);

  memset (line, '[', size);
  table = sb_table_new (bytes, NULL, &error);
  g_assert_error (error, SB_TABLE_ERROR, SB_TABLE_ERROR_TOO_COMPLEX);
}

#define GDELT_START "1200\t20260425\t202604\t2026\t2026.31\tMLI\tMALI\tMLI\t\t\t\t\t\t\t\tREB\tREBEL\t\t\t\t\t\t\t\t\t1\t190\t190\t19\t4\t-10\t3\t1\t3\t-5.5\t"
#define GDELT_PLACE "4\tGao, Gao, Mali\tML\tML07\t\t16.27\t-0.04\t-100\t"
#define GEONAMES    "2449893\tTonka\tTonka\tTanka,Tonké\t16.13\t-3.75\tP\tPPLA3\tML\t\t08\t\t\t\t37397\t\t271\tAfrica/Bamako\t2019-09-05\n"

static const struct
{
  const char *text;
  const char *shape;
} shapes[] = {
  { "event_id_cnty,event_date,event_type,location\nMLI1,2025-01-01,Battles,Gao\n", "acled" },
  { "event_id_cnty,deleted_timestamp\nMLI1,1700000000\n", "acled-deleted" },
  { "[{\"type_of_violence\":1,\"side_a\":\"x\",\"date_start\":\"2025-01-01\"}]", "ucdp" },
  { GDELT_START GDELT_PLACE GDELT_PLACE GDELT_PLACE "20260425120000\thttps://x.example/a\n", "gdelt" },
  { GEONAMES, "geonames" },
  { "{\"data\":[{\"id\":\"1\",\"fields\":{\"title\":\"x\"}}]}", "reliefweb" },
  { "location_code,reference_period_start,events\nMLI,2025-01-01,3\n", "hapi" },
  { "ADM1_FR,ADM1_PCODE,ADM0_PCODE\nGao,ML07,ML\n", "cod-ab" },
  { "admin1Name,admin1Pcod\nGao,ML07\n", "cod-ab" },
  { "Date,Lieu,Acteur 1,Morts\n03/09/2025,Kayes,JNIM,2\n", "events" },
  { "Titre,URL,Date\nx,https://x.example/,2025-09-03\n", "documents" },
  { "Nom,Latitude,Longitude\nKayes,14.4,-11.4\n", "places" },
  { "<gpx><wpt lat=\"14.25\" lon=\"-4.5\"><name>Mopti</name></wpt></gpx>", "places" },
  { "<rss><channel><item><title>a</title><link>https://x.example/</link></item></channel></rss>", "documents" },
  { "Date,Région,Type,Prix\n2025-09-03,Kayes,mil,300\n", "table" },
  { "x,y\n1,2\n", "table" },
};

static void
test_shapes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      g_autoptr (SbTable) table = open_text (shapes[i].text, -1);

      g_test_message ("%s", shapes[i].text);
      g_assert_cmpstr (sb_table_shape_get_name (sb_table_guess_shape (table)), ==, shapes[i].shape);
    }
}

static void
test_documents (void)
{
  g_autoptr (SbTable) table = open_text ("{\"totalCount\":2,\"data\":[{\"id\":42,\"fields\":{\"title\":\"Mali: point\",\"url\":\"https://x.example/node/42\","
                                         "\"date\":{\"created\":\"2025-09-05T10:00:00+00:00\",\"original\":\"2025-09-03T00:00:00+00:00\"},"
                                         "\"country\":[{\"name\":\"Niger\"},{\"name\":\"Mali\",\"primary\":true}],\"primary_country\":{\"name\":\"Mali\",\"iso3\":\"mli\"},"
                                         "\"source\":[{\"name\":\"OCHA\",\"shortname\":\"OCHA\"}],\"language\":[{\"code\":\"fr\"}],\"body\":\"Texte.\"}},{\"id\":43,\"fields\":{}}]}",
                                         -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (SbTableDocumentReader) reader = sb_table_document_reader_new (table, NULL, &error);
  SbTableDocument document;
  const char *reason;

  g_assert_no_error (error);
  g_assert_true (sb_table_document_reader_next (reader, &document, &reason));
  g_assert_null (reason);
  g_assert_cmpstr (document.id, ==, "42");
  g_assert_cmpstr (document.title, ==, "Mali: point");
  g_assert_cmpstr (document.url, ==, "https://x.example/node/42");
  g_assert_cmpstr (document.source, ==, "OCHA");
  g_assert_cmpstr (document.country, ==, "Mali");
  g_assert_cmpstr (document.language, ==, "fr");
  g_assert_cmpstr (document.text, ==, "Texte.");
  /* The day that its publisher gives, not that of its coming to the service. */
  g_assert_cmpint (document.day, ==, 20334);

  g_assert_true (sb_table_document_reader_next (reader, &document, &reason));
  g_assert_nonnull (reason);
  g_assert_false (sb_table_document_reader_next (reader, &document, &reason));
}

/* The RSS of ReliefWeb says in the text what is what. */
static void
test_reliefweb_rss (void)
{
  g_autoptr (SbTable) table = open_text ("<rss version=\"2.0\"><channel><item><title>Mali: Point</title><link>https://x.example/r/1</link><guid>https://x.example/node/1</guid>"
                                         "<pubDate>Fri, 05 Sep 2025 10:00:00 +0000</pubDate><description><![CDATA[<div class=\"tag country\">Countries: Mali, Niger</div>"
                                         "<div class=\"tag source\">Source: OCHA</div><div class=\"date created\">Originally published: 3 Sep 2025</div><p>Texte.</p>]]></description>"
                                         "<category>Mali</category><category>OCHA</category></item></channel></rss>",
                                         -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (SbTableDocumentReader) reader = sb_table_document_reader_new (table, NULL, &error);
  SbTableDocument document;
  const char *reason;

  g_assert_no_error (error);
  g_assert_true (sb_table_document_reader_next (reader, &document, &reason));
  g_assert_null (reason);
  g_assert_cmpstr (document.url, ==, "https://x.example/r/1");
  g_assert_cmpstr (document.country, ==, "Mali");
  g_assert_cmpstr (document.source, ==, "OCHA");
  g_assert_cmpint (document.day, ==, 20334);
}

static void
test_places (void)
{
  g_autoptr (SbTable) table = open_text (GEONAMES "1\tNowhere\t\t\t200\t0\tP\tPPL\tML\t\t\t\t\t\t0\t\t\t\t2019-09-05\n", -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (SbPlaceReader) reader = sb_place_reader_new (table, NULL, &error);
  SbTablePlace place;
  const char *reason;

  g_assert_no_error (error);
  g_assert_true (sb_place_reader_next (reader, &place, &reason));
  g_assert_null (reason);
  g_assert_cmpstr (place.id, ==, "2449893");
  g_assert_cmpstr (place.name, ==, "Tonka");
  g_assert_cmpstr (place.other_names, ==, "Tanka,Tonké");
  g_assert_cmpstr (place.kind, ==, "PPLA3");
  g_assert_cmpstr (place.country_code, ==, "ML");
  g_assert_cmpint (place.population, ==, 37397);
  g_assert_cmpfloat (place.latitude, ==, 16.13);
  g_assert_true (sb_place_reader_next (reader, &place, &reason));
  g_assert_cmpuint (place.line, ==, 2);
  g_assert_nonnull (reason);
}

static void
test_figures (void)
{
  g_autoptr (SbTable) table = open_text ("location_code,location_name,admin1_name,event_type,events,fatalities,reference_period_start,reference_period_end\n"
                                         "MLI,Mali,Gao,political_violence,12,,2025-01-01,2025-01-31\nMLI,Mali,Gao,demonstration,2,x,2025-01-01,2025-01-31\n",
                                         -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (SbFigureReader) reader = sb_figure_reader_new (table, &error);
  g_autoptr (GString) text = g_string_new (NULL);
  const char *reason;

  while (TRUE)
    {
      g_auto (SbTableFigure) figure = { 0 };

      if (!sb_figure_reader_next (reader, &figure, &reason))
        break;
      if (reason != NULL)
        g_string_append_printf (text, "%u! ", figure.line);
      else
        g_string_append_printf (text, "%u %s %s %g %s %d; ", figure.line, figure.measure, figure.category, figure.value, figure.admin1, figure.last_day - figure.first_day);
    }

  g_assert_cmpstr (text->str, ==, "2 events political_violence 12 Gao 30; 3 events demonstration 2 Gao 30; 3! ");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tables/table/rows", test_rows);
  g_test_add_func ("/tables/table/utf16", test_utf16);
  g_test_add_func ("/tables/table/bad", test_bad);
  g_test_add_func ("/tables/table/hostile", test_hostile);
  g_test_add_func ("/tables/table/shapes", test_shapes);
  g_test_add_func ("/tables/table/documents", test_documents);
  g_test_add_func ("/tables/table/reliefweb-rss", test_reliefweb_rss);
  g_test_add_func ("/tables/table/places", test_places);
  g_test_add_func ("/tables/table/figures", test_figures);

  return g_test_run ();
}
