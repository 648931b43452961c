/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-analysis-error.h"
#include "sb-briefing-error.h"
#include "sb-catalogue-error.h"
#include "sb-document-error.h"
#include "sb-error-text.h"
#include "sb-exchange-error.h"
#include "sb-feeds-error.h"
#include "sb-geo-error.h"
#include "sb-record-error.h"
#include "sb-search-error.h"
#include "sb-services-error.h"
#include "sb-sqlite-error.h"
#include "sb-sync-error.h"
#include "sb-sync-illustration.h"
#include "sb-table-error.h"
#include "sb-web-picture.h"

#define RAW_MESSAGE "raw message 42"

typedef struct
{
  const char *name;
  GQuark (*get_quark) (void);
  int first;
  int last;
} Domain;

static const Domain domains[] = {
  { "io", g_io_error_quark, G_IO_ERROR_NOT_FOUND, G_IO_ERROR_NO_SUCH_DEVICE },
  { "sqlite", sb_sqlite_error_quark, 0, SB_SQLITE_ERROR_TOO_BIG },
  { "catalogue", sb_catalogue_error_quark, 0, SB_CATALOGUE_ERROR_FOREIGN },
  { "record", sb_record_error_quark, 0, SB_RECORD_ERROR_REFERENCE },
  { "search", sb_search_error_quark, 0, SB_SEARCH_ERROR_NO_SOURCE },
  { "feeds", sb_feeds_error_quark, 0, SB_FEEDS_ERROR_TOO_COMPLEX },
  { "illustration", sb_illustration_error_quark, 0, SB_FEEDS_ERROR_TOO_COMPLEX },
  { "web-picture", sb_web_picture_error_quark, 0, SB_WEB_PICTURE_ERROR_HELPER },
  { "document", sb_document_error_quark, 0, SB_DOCUMENT_ERROR_HELPER },
  { "geo", sb_geo_error_quark, 0, SB_GEO_ERROR_VERSION },
  { "exchange", sb_exchange_error_quark, 0, SB_EXCHANGE_ERROR_TOO_LARGE },
  { "services", sb_services_error_quark, 0, SB_N_SERVICES_ERRORS - 1 },
  { "sync", sb_sync_error_quark, 0, SB_SYNC_ERROR_NOT_OF_SERVICE },
  { "table", sb_table_error_quark, 0, SB_TABLE_ERROR_SPECIFICATION },
  { "analysis", sb_analysis_error_quark, 0, SB_ANALYSIS_ERROR_LAYOUT },
  { "briefing", sb_briefing_error_quark, 0, SB_BRIEFING_ERROR_DRAWING },
};

/* Every code has a sentence of its own words in both languages. */
static void
test_domain (gconstpointer data)
{
  const Domain *domain = data;

  for (int code = domain->first; code <= domain->last; code++)
    {
      g_autoptr (GError) error = g_error_new_literal (domain->get_quark (), code, RAW_MESSAGE);
      g_autofree char *english = sb_error_text (error, SB_LANGUAGE_EN);
      g_autofree char *french = sb_error_text (error, SB_LANGUAGE_FR);

      g_test_message ("%s %d: %s | %s", domain->name, code, english, french);
      g_assert_cmpstr (english, !=, RAW_MESSAGE);
      g_assert_cmpstr (french, !=, RAW_MESSAGE);
      g_assert_cmpstr (french, !=, english);
      g_assert_true (g_str_has_suffix (english, "."));
      g_assert_true (g_str_has_suffix (french, "."));
    }
}

static void
test_file_error (void)
{
  g_autoptr (GError) error = g_error_new_literal (G_FILE_ERROR, G_FILE_ERROR_NOSPC, RAW_MESSAGE);
  g_autofree char *text = sb_error_text (error, SB_LANGUAGE_FR);

  g_assert_true (g_str_has_prefix (text, "Le disque est plein"));
}

/* What has no sentence of ours keeps its message: of other domains, and of
 * codes that say nothing by themselves. */
static void
test_fallback (void)
{
  const GQuark quarks[] = { g_quark_from_static_string ("other"), G_IO_ERROR, G_FILE_ERROR, SB_FEEDS_ERROR };
  const int codes[] = { 3, G_IO_ERROR_FAILED, G_FILE_ERROR_FAILED, 5000 };

  for (guint i = 0; i < G_N_ELEMENTS (quarks); i++)
    {
      g_autoptr (GError) error = g_error_new_literal (quarks[i], codes[i], RAW_MESSAGE);
      g_autofree char *text = sb_error_text (error, SB_LANGUAGE_FR);

      g_assert_cmpstr (text, ==, RAW_MESSAGE);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (domains); i++)
    {
      g_autofree char *path = g_strdup_printf ("/sync/error-text/%s", domains[i].name);

      g_test_add_data_func (path, &domains[i], test_domain);
    }
  g_test_add_func ("/sync/error-text/file", test_file_error);
  g_test_add_func ("/sync/error-text/fallback", test_fallback);

  return g_test_run ();
}
