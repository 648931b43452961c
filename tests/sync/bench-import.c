/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-bench"

#include "config.h"

#include "sb-import.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/resource.h>

/* Rows of the shape of ACLED's, all of them invented. */
#define N_ROWS 20000

static const struct
{
  const char *admin1;
  const char *location;
  double latitude;
  double longitude;
} places[] = {
  { "Kayes", "Diboli", 14.46, -12.24 },
  { "Mopti", "Mopti", 14.48, -4.18 },
  { "Gao", "Gao", 16.27, -0.04 },
  { "Segou", "Farabougou", 14.87, -6.15 },
};

static void
append_row (GString *text,
            guint number)
{
  guint place = number % G_N_ELEMENTS (places);
  guint village = number % 3001;
  g_autofree char *name = number % 3 == 0 ? g_strdup_printf ("Village %u", village) : g_strdup (places[place].location);
  char latitude[G_ASCII_DTOSTR_BUF_SIZE];
  char longitude[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (latitude, sizeof latitude, "%.4f", places[place].latitude + (number % 3 == 0 ? village / 3001.0 : 0));
  g_ascii_formatd (longitude, sizeof longitude, "%.4f", places[place].longitude);
  g_string_append_printf (text,
                          "MLI%u,%u-%02u-%02u,1,Battles,Armed clash,JNIM: Group for Support of Islam and Muslims,Rebel "
                          "group,Military Forces of Mali (2021-),State forces,Mali,%s,%s,%s,%s,1,Radio Exemple,\"On that "
                          "day, an invented event took place at %s: fighters attacked a position and withdrew.\",%u\n",
                          number + 1, 2018 + number / 12 % 8, number % 12 + 1, number % 28 + 1, places[place].admin1, name,
                          latitude, longitude, name, number % 9);
}

static GBytes *
make_table (void)
{
  GString *text = g_string_new ("event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,inter1,actor2,"
                                "inter2,country,admin1,location,latitude,longitude,geo_precision,source,notes,fatalities\n");

  for (guint i = 0; i < N_ROWS; i++)
    append_row (text, i);

  return g_string_free_to_bytes (text);
}

/* The most that was in memory so far, in MB. */
static double
get_peak (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double) usage.ru_maxrss / 1024;
}

static void
import (SbStore *store,
        GBytes *bytes,
        const char *what)
{
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  g_autoptr (SbImportDraft) draft = sb_import_draft_new (bytes, "bench.csv", NULL, NULL, &error);
  g_autoptr (SbImportResult) result = draft != NULL ? sb_import_draft_store (draft, store, NULL, NULL, &error) : NULL;
  double seconds = (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;

  g_assert_no_error (error);
  g_print ("%s: %u new, %u unchanged in %.2f s, %.0f rows/s, %.0f MB at most, of which %.0f MB are the file\n", what,
           result->counts.added, result->counts.unchanged, seconds, N_ROWS / seconds, get_peak (),
           (double) g_bytes_get_size (bytes) / (1 << 20));
}

int
main (int argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("sb-bench-import-XXXXXX", &error);
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = make_table ();
  SbStore *store;

  g_assert_no_error (error);
  path = g_build_filename (folder, "catalogue.db", NULL);
  store = sb_store_open (path, SB_STORE_CREATE, &error);
  g_assert_no_error (error);

  import (store, bytes, "first import");
  import (store, bytes, "the same again");

  g_object_unref (store);
  g_remove (path);
  g_rmdir (folder);
  return EXIT_SUCCESS;
}
