/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "briefing-fixture.h"
#include "sb-briefing-error.h"
#include "sb-date.h"
#include "sb-template.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#define HEAD "[Template]\nName=x\nBlocks=a\n[a]\n"

/* What is wrong, and what the message must name. */
static const struct
{
  const char *text;
  const char *named;
} broken[] = {
  { "", "Name" },
  { "not a key file", "" },
  { "[Template]\nName=x\n", "Blocks" },
  { "[Template]\nName=x\nBlocks=a\n", "[a]" },
  { HEAD "Kind=poem\n", "poem" },
  { HEAD "Kind=items\n", "Records" },
  { HEAD "Kind=items\nRecords=dossier\n", "dossier" },
  { HEAD "Kind=table\nRecords=event\n", "event" },
  { HEAD "Kind=items\nRecords=event\nLevel=9\n", "Level" },
  { HEAD "Kind=items\nRecords=event\nMost=-1\n", "Most" },
  { HEAD "Kind=items\nRecords=judgement\nTopic=weather\n", "weather" },
  { HEAD "Kind=roads\nWays=sn-dakar>ml-bamako;ml-gao\n", "ml-gao" },
  { HEAD "Kind=roads\nWays=>ml-bamako\n", "Ways" },
  { HEAD "Kind=cover\nWays=a>b\n", "Ways" }, /* a key that the kind does not read */
  { HEAD "Kind=text\nRecords=event\n", "Records" },
  { HEAD "Kind=items\nRecords=event\nForm=verse\n", "verse" },
  { "[Template]\nName=x\nLayout=scroll\nBlocks=a\n[a]\nKind=masthead\n", "scroll" },
  { HEAD "Kind=map\nExtent=ml-region-atlantide\n", "6: [a] Extent: “ml-region-atlantide”" },
  { HEAD "Kind=map\n\n# A comment.\nExtent=1,2,3\n", "8: [a] Extent" },
  { HEAD "Kind=map\nExtent=5,2,3,4\n", "6: [a] Extent" },
  { HEAD "Kind=map\nExtent=1,2,3,nan\n", "Extent" },
  { HEAD "Kind=map\nExtent=ml;roads\n", "roads" },
  { HEAD "Kind=map\nLayers=events;weather\n", "6: [a] Layers: “weather”" },
  { HEAD "Kind=map\nLayers=\n", "Layers" },
  { HEAD "Kind=map\nAsOf=yesterday\n", "6: [a] AsOf: “yesterday”" },
  { HEAD "Kind=map\nAsOf=2025-02-30\n", "AsOf" },
  { HEAD "Kind=map\nAsOf=first*2\n", "AsOf" },
  { HEAD "Kind=map\nPeriod=0\n", "6: [a] Period" },
  { HEAD "Kind=map\nPeriod=2025-08-01\n", "Period" },
  { HEAD "Kind=map\nPeriod=2025-08-01/as-of/last\n", "Period" },
  { HEAD "Kind=maps\n", "4: [a] Dates: ?" },
  { HEAD "Kind=maps\nDates=2025-06-01;soon\n", "soon" },
  { HEAD "Kind=maps\nDates=first;as-of;last;first;as-of;last;first\n", "first" },
  { HEAD "Kind=columns\n", "Blocks" },
  { HEAD "Kind=columns\nBlocks=a\n", "columns" },
  { "[Template]\nName=x\nPages=many\nBlocks=a\n[a]\nKind=masthead\n", "Pages" },
};

static SbTemplate *
read_text (const char *text,
           GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return sb_template_new_from_bytes (bytes, error);
}

static void
test_built_in (void)
{
  for (const char *const *name = sb_template_list (); *name != NULL; name++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SbTemplate) template = sb_template_new (*name, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (sb_template_get_name (template), ==, *name);
      g_assert_cmpuint (sb_template_get_n_blocks (template), >, 0);
    }
}

static void
test_situation (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SbTemplate) template = sb_template_new ("situation", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (sb_template_get_max_pages (template), ==, 2);
  g_assert_cmpstr (sb_template_get_product (template, SB_LANGUAGE_FR), ==, "Point de situation politico-sécuritaire et recommandations");
  g_assert_cmpstr (sb_template_get_product (template, SB_LANGUAGE_EN), ==, "Political and security situation report and recommendations");
}

static void
test_broken (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SbTemplate) template = read_text (broken[i].text, &error);

      g_assert_null (template);
      g_assert_error (error, SB_BRIEFING_ERROR, SB_BRIEFING_ERROR_TEMPLATE);
      g_assert_nonnull (strstr (error->message, broken[i].named));
    }
}

static void
test_missing (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (sb_template_new ("sonnet", &error));
  g_assert_error (error, SB_BRIEFING_ERROR, SB_BRIEFING_ERROR_NO_TEMPLATE);
  g_clear_error (&error);

  g_assert_null (sb_template_new_from_file ("/nonexistent/x.template", &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

/* A copy that a person has changed. */
static void
test_copy (void)
{
  static const char text[] = HEAD "Kind=items\nHeading=Facts\nHeading[fr]=Faits\nRecords=event;claim\nOnly=disputed\nLeast=2\nMost=5\n";
  g_autofree char *folder = g_dir_make_tmp ("sb-template-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "mine.template", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SbTemplate) template = NULL;
  const SbTemplateBlock *block;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  template = sb_template_new_from_file (path, &error);
  g_assert_no_error (error);

  block = sb_template_get_block (template, 0);
  g_assert_cmpint (block->kind, ==, SB_TEMPLATE_BLOCK_ITEMS);
  g_assert_cmpstr (sb_bilingual_get (block->heading, SB_LANGUAGE_FR), ==, "Faits");
  g_assert_cmpuint (block->n_records, ==, 2);
  g_assert_cmpint (block->records[1], ==, SB_KIND_CLAIM);
  g_assert_true (block->filter == SB_TEMPLATE_FILTER_DISPUTED);
  g_assert_cmpuint (block->least, ==, 2);
  g_assert_cmpuint (block->most, ==, 5);

  g_unlink (path);
  g_rmdir (folder);
}

/* The page of the documentation has a row for each kind of block, as the table of the
 * program has it. */
static void
test_documented (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("SB_SOURCE_ROOT"), "docs", "templates.md", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < SB_N_TEMPLATE_BLOCKS; i++)
    {
      SbTemplateBlockKind kind = (SbTemplateBlockKind) i;
      g_autofree char *keys = sb_template_dup_block_keys (kind);
      g_auto (GStrv) names = g_strsplit (keys, " ", -1);
      g_autofree char *row = g_strdup_printf ("| `%s` | %s |", sb_template_get_block_name (kind), sb_template_get_block_summary (kind));

      g_test_message ("%s", row);
      g_assert_nonnull (strstr (text, row));
      for (guint k = 0; names[k] != NULL; k++)
        {
          g_autofree char *named = g_strdup_printf ("`%s`", names[k]);

          g_assert_nonnull (strstr (text, named));
        }
    }
}

/* What a block keeps to, in a briefing of April 2026 as of the 29th. */
static void
test_frame (void)
{
  static const char text[] =
    HEAD "Kind=map\nTitle=North\nTitle[fr]=Nord\nExtent=ml-region-kidal;ml-region-gao\nLayers=control;zones\nAsOf=as-of-19\nPeriod=first-30/..\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (SbTemplate) template = read_text (text, &error);
  g_autoptr (SbBriefingInput) input = fixture_new_input (0);
  const SbPosition kidal = { 1.41, 18.44 };
  const SbPosition bamako = { -8, 12.65 };
  const SbTemplateFrame *frame;
  SbBriefingMoment moment;

  g_assert_no_error (error);
  frame = &sb_template_get_block (template, 0)->frame;
  g_assert_cmpstr (sb_bilingual_get (frame->title, SB_LANGUAGE_FR), ==, "Nord");
  g_assert_cmpuint (frame->layers, ==, SB_MAP_LAYER_CONTROL | SB_MAP_LAYER_ZONES);
  g_assert_cmpint (frame->extent, ==, SB_TEMPLATE_EXTENT_BOUNDS);
  g_assert_true (sb_bounds_contains (&frame->bounds, kidal));
  g_assert_false (sb_bounds_contains (&frame->bounds, bamako));
  moment = sb_template_frame_get_moment (frame, input);
  g_assert_cmpint (moment.as_of, ==, sb_day_from_ymd (2026, 4, 10));
  g_assert_cmpint (moment.first, ==, sb_day_from_ymd (2026, 3, 2));
  g_assert_cmpint (moment.last, ==, SB_DATE_DAY_MAX);
}

/* Days that were chosen stand in the place of those of the template. */
static void
test_dates (void)
{
  static const char text[] = HEAD "Kind=maps\nDates=first-1;as-of\nPeriod=7\n";
  const int chosen[] = { sb_day_from_ymd (2025, 6, 1), sb_day_from_ymd (2025, 9, 10), sb_day_from_ymd (2026, 4, 29) };
  g_autoptr (GError) error = NULL;
  g_autoptr (SbTemplate) template = read_text (text, &error);
  g_autoptr (SbBriefingInput) input = fixture_new_input (0);
  g_autoptr (GArray) own = NULL;
  g_autoptr (GArray) other = NULL;

  g_assert_no_error (error);
  own = sb_template_list_moments (template, input);
  g_assert_cmpuint (own->len, ==, 2);
  g_assert_cmpint (g_array_index (own, SbBriefingMoment, 0).as_of, ==, sb_day_from_ymd (2026, 3, 31));
  g_assert_cmpint (g_array_index (own, SbBriefingMoment, 0).first, ==, sb_day_from_ymd (2026, 3, 25));

  sb_briefing_input_set_days (input, chosen, G_N_ELEMENTS (chosen));
  other = sb_template_frame_list_moments (&sb_template_get_block (template, 0)->frame, input);
  g_assert_cmpuint (other->len, ==, G_N_ELEMENTS (chosen));
  for (guint i = 0; i < other->len; i++)
    g_assert_cmpint (g_array_index (other, SbBriefingMoment, i).as_of, ==, chosen[i]);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/briefing/template/built-in", test_built_in);
  g_test_add_func ("/briefing/template/situation", test_situation);
  g_test_add_func ("/briefing/template/broken", test_broken);
  g_test_add_func ("/briefing/template/missing", test_missing);
  g_test_add_func ("/briefing/template/copy", test_copy);
  g_test_add_func ("/briefing/template/documented", test_documented);
  g_test_add_func ("/briefing/template/frame", test_frame);
  g_test_add_func ("/briefing/template/dates", test_dates);

  return g_test_run ();
}
