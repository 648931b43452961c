/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-clock.h"
#include "sb-error-text.h"
#include "sb-feed-words.h"
#include "sb-feed.h"
#include "sb-import-words.h"
#include "sb-record-builder.h"
#include "sb-test-screen.h"

#include <string.h>

#define DAY  86400
#define NBSP "\302\240"

static SbRecord *
feed_new (const char *title,
          SbFeedState state,
          gint64 last_good,
          const char *code,
          gint64 n_failures)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_feed_schema);

  sb_record_builder_set_text (builder, SB_FEED_URL, "https://presse.example/fil");
  sb_record_builder_set_text (builder, SB_FEED_TITLE, title);
  sb_record_builder_set_term (builder, SB_FEED_STATE, (int) state);
  if (last_good != 0)
    sb_record_builder_set_time (builder, SB_FEED_LAST_GOOD, last_good);

  sb_record_builder_set_text (builder, SB_FEED_ERROR_CODE, code);
  sb_record_builder_set_integer (builder, SB_FEED_FAILURES, n_failures);
  return sb_record_builder_end (builder);
}

static void
test_title (void)
{
  g_autoptr (SbRecord) named = feed_new ("Le fil", SB_FEED_STATE_NEW, 0, NULL, 0);
  g_autoptr (SbRecord) nameless = feed_new (NULL, SB_FEED_STATE_NEW, 0, NULL, 0);

  g_assert_cmpstr (sb_feed_words_get_title (named), ==, "Le fil");
  g_assert_cmpstr (sb_feed_words_get_title (nameless), ==, "https://presse.example/fil");
}

static void
test_describe (void)
{
  static const struct
  {
    SbFeedState state;
    int days_ago; /* of the last good answer; -1 for none */
    SbFeedCount count;
    const char *en;
    const char *fr;
    SbSignInState sign_in;
  } cases[] = {
    { SB_FEED_STATE_NEW, -1, { -1, 0, 0 }, "Not yet fetched", NULL },
    { SB_FEED_STATE_UPDATED, 4, { 1, 1, 0 }, "Updated · Last good answer: 16" NBSP "May" NBSP "2026 · 1 new this week · 1 document", NULL },
    { SB_FEED_STATE_UPDATED, 4, { 9, 2, 3 }, NULL, "Mis à jour · Dernière réponse valable" NBSP ": 16" NBSP "mai" NBSP "2026 · 2 nouveaux cette semaine · 3 mis à jour · 9 documents" },
    { SB_FEED_STATE_UNCHANGED, 4, { 9, 0, 0 }, "Unchanged · Last good answer: 16" NBSP "May" NBSP "2026 · Nothing new this week · 9 documents", NULL },
    { SB_FEED_STATE_FAILED, -1, { 0, 0, 0 }, "Failed · No good answer yet · 0 documents", NULL },
    { SB_FEED_STATE_NEW, -1, { -1, 0, 0, 1200, 3 }, "Not yet fetched · 1200 new events this week · 3 events updated", NULL },
    { SB_FEED_STATE_NEW, -1, { -1, 0, 0 }, "Not yet fetched · Signed in", NULL, SB_SIGN_IN_DONE },
    { SB_FEED_STATE_NEW, -1, { -1, 0, 0 }, NULL, "Jamais relevé · Non connecté", SB_SIGN_IN_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 noon = sb_clock_now () + DAY / 2;
      gint64 last_good = cases[i].days_ago >= 0 ? noon - cases[i].days_ago * DAY : 0;
      g_autoptr (SbRecord) feed = feed_new ("Le fil", cases[i].state, last_good, NULL, 0);
      g_autofree char *text = NULL;

      sb_test_screen_set_language (cases[i].en != NULL ? SB_LANGUAGE_EN : SB_LANGUAGE_FR);
      text = sb_feed_words_describe (feed, cases[i].count, cases[i].sign_in);
      g_assert_cmpstr (text, ==, cases[i].en != NULL ? cases[i].en : cases[i].fr);
    }

  sb_test_screen_set_language (SB_LANGUAGE_EN);
}

/* When it is asked again; not when it is not. */
static void
test_announce (void)
{
  static const struct
  {
    int minutes; /* from now on; 0 for no time at all */
    gboolean is_paused;
    const char *expected; /* NULL: nothing */
  } cases[] = {
    { 0, FALSE, NULL },
    { -5, FALSE, "Due now" },
    { 3 * 24 * 60, FALSE, "Next attempt: 23" NBSP "May" NBSP "2026" },
    { 3 * 24 * 60, TRUE, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SbRecordBuilder *builder = sb_record_builder_new (&sb_feed_schema);
      g_autoptr (SbRecord) feed = NULL;
      g_autofree char *text = NULL;

      sb_record_builder_set_text (builder, SB_FEED_URL, "https://presse.example/fil");
      sb_record_builder_set_boolean (builder, SB_FEED_PAUSED, cases[i].is_paused);
      if (cases[i].minutes != 0)
        sb_record_builder_set_time (builder, SB_FEED_NEXT_DUE, sb_clock_now () + cases[i].minutes * 60);

      feed = sb_record_builder_end (builder);
      text = sb_feed_words_announce (feed);
      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

/* Each state has a symbol of its own where it matters, and those that bring
 * nothing say why. */
static void
test_explain (void)
{
  static const struct
  {
    SbFeedState state;
    const char *code;
    gint64 n_failures;
    gboolean has_reason;
    const char *ending;
  } cases[] = {
    { SB_FEED_STATE_NEW, NULL, 0, FALSE, NULL },
    { SB_FEED_STATE_UPDATED, NULL, 0, FALSE, NULL },
    { SB_FEED_STATE_UNCHANGED, NULL, 0, FALSE, NULL },
    { SB_FEED_STATE_EMPTY, NULL, 0, TRUE, "." },
    { SB_FEED_STATE_FAILED, "not-found", 1, TRUE, "." },
    { SB_FEED_STATE_FAILED, "timeout", 3, TRUE, " It failed 3 times in a row." },
    { SB_FEED_STATE_REFUSED, "refused", 1, TRUE, "." },
    { SB_FEED_STATE_GONE, "gone", 1, TRUE, "." },
    { SB_FEED_STATE_FAILED, NULL, 1, TRUE, "The reason is not known." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SbRecord) feed = feed_new ("Le fil", cases[i].state, 0, cases[i].code, cases[i].n_failures);
      g_autofree char *text = sb_feed_words_explain (feed);

      g_assert_nonnull (sb_feed_words_get_icon_name (feed));
      g_assert_cmpint (text != NULL, ==, cases[i].has_reason);
      if (text != NULL)
        g_assert_true (g_str_has_suffix (text, cases[i].ending));
    }
}

static void
add_result (GPtrArray *results,
            const char *file,
            const char *kind,
            guint added,
            GError *error)
{
  SbImportResult *result = g_new0 (SbImportResult, 1);

  result->file = g_strdup (file);
  result->kind = kind;
  result->counts.added = added;
  result->rejections = g_ptr_array_new ();
  result->error = error;
  g_ptr_array_add (results, result);
}

static char *
sum_up (GPtrArray *results)
{
  SbImportTotals totals = sb_import_words_add_up (results);

  return sb_import_words_sum_up (&totals);
}

static void
test_import_sums (void)
{
  g_autoptr (GPtrArray) results = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_import_result_free);
  g_autofree char *known = NULL;
  g_autofree char *files = NULL;
  g_autofree char *feeds = NULL;

  add_result (results, "/a/known.pdf", "pdf", 0, NULL);
  known = sum_up (results);
  g_assert_cmpstr (known, ==, "All of it was there already");

  add_result (results, "/a/one.pdf", "pdf", 1, NULL);
  add_result (results, "/a/two.html", "html", 1, NULL);
  files = sum_up (results);
  g_assert_cmpstr (files, ==, "2 files imported");

  add_result (results, "/a/list.opml", "opml", 12, NULL);
  feeds = sum_up (results);
  g_assert_cmpstr (feeds, ==, "12 feeds added");
}

/* Of data the rows are counted, and lines that were not taken are named. */
static void
test_import_data (void)
{
  g_autoptr (GPtrArray) results = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_import_result_free);
  SbImportResult *result;
  SbImportRejection rejection = { .line = 4, .reason = (char *) "There is no date." };
  g_autofree char *sum = NULL;
  g_autofree char *text = NULL;

  add_result (results, "/a/events.csv", "events", 120, NULL);
  result = g_ptr_array_index (results, 0);
  result->is_data = TRUE;
  result->counts.updated = 3;
  for (guint i = 0; i < 9; i++)
    g_ptr_array_add (result->rejections, &rejection);

  sum = sum_up (results);
  g_assert_cmpstr (sum, ==, "123 records added or updated");
  text = sb_import_words_list_rejections (results);
  g_assert_true (g_str_has_prefix (text, "events.csv, line 4: There is no date.\n"));
  g_assert_true (g_str_has_suffix (text, "And 1 more line."));
}

/* However many fail, the dialog stays a dialog. */
static void
test_import_failures (void)
{
  g_autoptr (GPtrArray) results = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_import_result_free);
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "no");
  g_autofree char *reason = sb_error_text (error, SB_LANGUAGE_EN);
  g_autofree char *first = g_strconcat ("bad-0.pdf: ", reason, NULL);
  g_autofree char *text = NULL;

  add_result (results, "/a/good.pdf", "pdf", 1, NULL);
  for (guint i = 0; i < 11; i++)
    {
      g_autofree char *name = g_strdup_printf ("/a/bad-%u.pdf", i);

      add_result (results, name, NULL, 0, g_error_copy (error));
    }

  text = sb_import_words_list_failures (results);
  g_assert_null (strstr (text, "good.pdf"));
  g_assert_null (strstr (text, "/a/"));
  g_assert_nonnull (strstr (text, first));
  g_assert_null (strstr (text, "bad-8.pdf"));
  g_assert_true (g_str_has_suffix (text, "And 3 more files."));
}

int
main (int argc,
      char *argv[])
{
  sb_test_screen_init (&argc, &argv);

  g_test_add_func ("/app/feed-words/title", test_title);
  g_test_add_func ("/app/feed-words/describe", test_describe);
  g_test_add_func ("/app/feed-words/announce", test_announce);
  g_test_add_func ("/app/feed-words/explain", test_explain);
  g_test_add_func ("/app/import-words/sums", test_import_sums);
  g_test_add_func ("/app/import-words/data", test_import_data);
  g_test_add_func ("/app/import-words/failures", test_import_failures);

  return g_test_run ();
}
