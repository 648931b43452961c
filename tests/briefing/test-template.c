/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-briefing-error.h"
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

  return g_test_run ();
}
