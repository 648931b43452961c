/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-cli"

#include "config.h"

#include "sb-cli-commands.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sb-briefing-issuing.h"
#include "sb-briefing.h"
#include "sb-cli-lookup.h"
#include "sb-cli-press.h"
#include "sb-cli-table.h"
#include "sb-date-format.h"
#include "sb-issue-difference.h"

/* Of a hash, what people are shown. */
#define SHORT_HASH 12

static void
add_issue (JsonBuilder *builder,
           const SbIssue *issue)
{
  json_builder_begin_object (builder);
  sb_cli_add_integer (builder, "number", issue->number);
  sb_cli_add_time (builder, "time", issue->time);
  sb_cli_add_text (builder, "hash", issue->hash);
  sb_cli_add_integer (builder, "history", issue->history);
  sb_cli_add_text (builder, "reason", sb_bilingual_get_any (issue->reason, sb_language_get_interface ()));
  json_builder_set_member_name (builder, "findings");
  json_builder_add_value (builder, issue->findings != NULL ? json_from_string (issue->findings, NULL) : json_node_new (JSON_NODE_NULL));
  json_builder_set_member_name (builder, "editions");
  json_builder_begin_array (builder);
  for (guint i = 0; i < issue->editions->len; i++)
    {
      const SbIssueEdition *edition = g_ptr_array_index (issue->editions, i);
      SbPaper paper;

      json_builder_begin_object (builder);
      sb_cli_add_text (builder, "language", sb_language_get_code (edition->language));
      sb_cli_add_integer (builder, "pages", edition->n_sheets);
      sb_cli_add_text (builder, "paper", sb_paper_find (edition->page_width, edition->page_height, &paper) ? sb_paper_get_name (paper) : NULL);
      sb_cli_add_integer (builder, "bytes", (gint64) edition->size);
      sb_cli_add_text (builder, "hash", edition->hash);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
tell_issue (const SbIssue *issue)
{
  sb_cli_print ("%u\n", issue->number);
  for (guint i = 0; i < issue->editions->len; i++)
    {
      const SbIssueEdition *edition = g_ptr_array_index (issue->editions, i);
      g_autofree char *language = g_ascii_strup (sb_language_get_code (edition->language), -1);

      sb_cli_tell (ngettext ("%s: %u page, SHA-256 %s", "%s: %u pages, SHA-256 %s", edition->n_sheets), language, edition->n_sheets, edition->hash);
    }
}

/* Whether it may be issued: nothing was found, or nobody minds. */
static gboolean
may_issue (SbCli *self,
           SbStore *store,
           SbRecord *briefing,
           SbTemplate *template,
           SbPaper paper,
           SbBasemapPainter *painter,
           SbCliStatus *status)
{
  g_autoptr (GPtrArray) editions = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  if (self->wants_anyway)
    return TRUE;

  editions = sb_briefing_issuing_compose (store, briefing, template, SB_EDITIONS_APART, paper, painter, &findings, &error);
  if (editions == NULL)
    {
      *status = sb_cli_fail (self->catalogue, error);
      return FALSE;
    }
  if (findings->len == 0)
    return TRUE;

  sb_cli_print_findings (findings);
  sb_cli_tell ("%s", _ ("It was not issued: put these right, or say --anyway."));
  *status = SB_CLI_FAILED;

  return FALSE;
}

static SbCliStatus
issue_briefing (SbCli *self,
                gboolean is_again)
{
  SbCliStatus status = SB_CLI_DONE;
  SbPaper paper = SB_PAPER_A4;
  g_autoptr (SbStore) store = NULL;
  g_autoptr (SbRecord) briefing = NULL;
  g_autoptr (SbTemplate) template = NULL;
  g_autoptr (SbBasemap) basemap = NULL;
  g_autoptr (SbBasemapPainter) painter = NULL;
  g_autoptr (SbBilingual) reason = NULL;
  g_autoptr (SbIssue) issue = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GError) error = NULL;

  if (self->paper != NULL && !sb_paper_parse (self->paper, &paper))
    return sb_cli_refuse ("%s", _ ("--paper needs a4 or letter."));
  if (is_again && self->reason == NULL)
    return sb_cli_refuse ("%s", _ ("To issue it again, --reason has to say why."));
  store = sb_cli_open_store (self, SB_STORE_DEFAULT);
  if (store == NULL)
    return SB_CLI_FAILED;
  if (!sb_cli_open_briefing (self, store, &briefing, &template, &status))
    return status;
  if (!is_again && sb_record_has (briefing, SB_BRIEFING_ISSUED))
    {
      sb_cli_tell (_ ("It was issued as no. %d and has not been changed since; “briefing reissue” issues it again."), (int) sb_record_get_integer (briefing, SB_BRIEFING_NUMBER, 1));
      return SB_CLI_FAILED;
    }

  basemap = sb_basemap_new (&error);
  if (basemap == NULL)
    return sb_cli_fail (NULL, error);
  painter = sb_basemap_painter_new (basemap);
  if (!may_issue (self, store, briefing, template, paper, painter, &status))
    return status;

  reason = self->reason != NULL ? sb_bilingual_new (self->reason, self->reason) : NULL;
  issue = sb_briefing_issuing_run (store, briefing, template, paper, painter, reason, &error);
  if (issue == NULL)
    return sb_cli_fail (self->catalogue, error);

  add_issue (builder, issue);
  if (self->wants_json)
    sb_cli_print_json (json_builder_get_root (builder));
  else
    tell_issue (issue);

  return SB_CLI_DONE;
}

SbCliStatus
sb_cli_briefing_issue (SbCli *self)
{
  return issue_briefing (self, FALSE);
}

SbCliStatus
sb_cli_briefing_reissue (SbCli *self)
{
  return issue_briefing (self, TRUE);
}

/* The issues of the briefing that the first argument names; NULL when there is no such
 * briefing, which was said. */
static GPtrArray *
list_issues (SbCli *self,
             SbStore *store,
             SbRecord **briefing)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *issues;

  *briefing = sb_cli_find_record (store, SB_KIND_BRIEFING, self->arguments[0]);
  if (*briefing == NULL)
    return NULL;

  issues = sb_issue_store_list (store, sb_record_get_uuid (*briefing), &error);
  if (issues == NULL)
    sb_cli_fail (self->catalogue, error);

  return issues;
}

/* "fr 2, en 2" */
static char *
dup_pages (const SbIssue *issue)
{
  GString *pages = g_string_new (NULL);

  for (guint i = 0; i < issue->editions->len; i++)
    {
      const SbIssueEdition *edition = g_ptr_array_index (issue->editions, i);

      g_string_append_printf (pages, "%s%s %u", i > 0 ? ", " : "", sb_language_get_code (edition->language), edition->n_sheets);
    }

  return g_string_free (pages, FALSE);
}

static void
print_issues (GPtrArray *issues)
{
  g_autoptr (SbCliTable) table = sb_cli_table_new (_ ("No."), _ ("Issued"), _ ("Pages"), _ ("SHA-256"), _ ("Reason"), NULL);

  for (guint i = 0; i < issues->len; i++)
    {
      const SbIssue *issue = g_ptr_array_index (issues, i);
      g_autofree char *number = g_strdup_printf ("%u", issue->number);
      g_autofree char *day = sb_day_format (sb_day_from_time (issue->time), sb_language_get_interface (), SB_DATE_STYLE_MEDIUM);
      g_autofree char *pages = dup_pages (issue);
      g_autofree char *hash = g_strndup (issue->hash, SHORT_HASH);
      const char *cells[] = { number, day, pages, hash, sb_bilingual_get_any (issue->reason, sb_language_get_interface ()) };

      sb_cli_table_add (table, cells);
    }
  sb_cli_table_print (table);
}

SbCliStatus
sb_cli_briefing_issues (SbCli *self)
{
  g_autoptr (SbStore) store = sb_cli_open_store (self, SB_STORE_READ_ONLY);
  g_autoptr (SbRecord) briefing = NULL;
  g_autoptr (GPtrArray) issues = store != NULL ? list_issues (self, store, &briefing) : NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (issues == NULL)
    return SB_CLI_FAILED;

  json_builder_begin_array (builder);
  for (guint i = 0; i < issues->len; i++)
    add_issue (builder, g_ptr_array_index (issues, i));
  json_builder_end_array (builder);
  if (self->wants_json)
    sb_cli_print_json (json_builder_get_root (builder));
  else if (issues->len > 0)
    print_issues (issues);
  else
    sb_cli_tell ("%s", _ ("It was not issued yet."));

  return SB_CLI_DONE;
}

/* The issue that @word numbers; NULL when there is none, which was said. */
static const SbIssue *
find_issue (GPtrArray *issues,
            const char *word)
{
  gint64 number = 0;
  g_autofree char *quoted = sb_cli_quote (word);

  for (guint i = 0; sb_cli_read_id (word, &number) && i < issues->len; i++)
    if (((SbIssue *) g_ptr_array_index (issues, i))->number == number)
      return g_ptr_array_index (issues, i);

  sb_cli_tell (_ ("There is no issue “%s”."), quoted);

  return NULL;
}

SbCliStatus
sb_cli_briefing_pages (SbCli *self)
{
  SbLanguage language = SB_LANGUAGE_FR;
  g_autoptr (SbStore) store = NULL;
  g_autoptr (SbRecord) briefing = NULL;
  g_autoptr (GPtrArray) issues = NULL;
  const SbIssue *issue;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;
  gconstpointer data;

  if (self->output == NULL || !g_str_has_suffix (self->output, ".pdf"))
    return sb_cli_refuse ("%s", _ ("-o needs a file whose name ends in .pdf."));
  if (!sb_language_parse (self->language, &language))
    return sb_cli_refuse ("%s", _ ("--language needs fr or en."));
  store = sb_cli_open_store (self, SB_STORE_READ_ONLY);
  issues = store != NULL ? list_issues (self, store, &briefing) : NULL;
  issue = issues != NULL ? find_issue (issues, self->arguments[1]) : NULL;
  if (issue == NULL)
    return SB_CLI_FAILED;

  pdf = sb_issue_store_get_pdf (store, sb_record_get_uuid (briefing), issue->number, language, &error);
  if (pdf == NULL && error == NULL)
    {
      sb_cli_tell ("%s", _ ("It was not issued in this language."));
      return SB_CLI_FAILED;
    }
  data = pdf != NULL ? g_bytes_get_data (pdf, &size) : NULL;
  if (pdf == NULL || !g_file_set_contents (self->output, data, (gssize) size, &error))
    return sb_cli_fail (self->output, error);
  sb_cli_print ("%s\n", self->output);

  return SB_CLI_DONE;
}

static void
add_difference (JsonBuilder *builder,
                const SbIssueDifference *difference)
{
  json_builder_begin_object (builder);
  sb_cli_add_text (builder, "block", difference->block);
  sb_cli_add_text (builder, "heading", difference->heading);
  sb_cli_add_text (builder, "before", difference->before);
  sb_cli_add_text (builder, "after", difference->after);
  json_builder_end_object (builder);
}

static void
print_difference (const SbIssueDifference *difference)
{
  sb_cli_print ("[%s] %s\n", difference->block, difference->heading);
  if (difference->before != NULL)
    sb_cli_print ("  - %s\n", difference->before);
  if (difference->after != NULL)
    sb_cli_print ("  + %s\n", difference->after);
}

SbCliStatus
sb_cli_briefing_compare (SbCli *self)
{
  SbLanguage language = SB_LANGUAGE_FR;
  g_autoptr (SbStore) store = NULL;
  g_autoptr (SbRecord) briefing = NULL;
  g_autoptr (GPtrArray) issues = NULL;
  g_autoptr (GPtrArray) differences = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const SbIssue *before;
  const SbIssue *after;

  if (!sb_language_parse (self->language, &language))
    return sb_cli_refuse ("%s", _ ("--language needs fr or en."));
  store = sb_cli_open_store (self, SB_STORE_READ_ONLY);
  issues = store != NULL ? list_issues (self, store, &briefing) : NULL;
  before = issues != NULL ? find_issue (issues, self->arguments[1]) : NULL;
  after = before != NULL ? find_issue (issues, self->arguments[2]) : NULL;
  if (after == NULL)
    return SB_CLI_FAILED;

  differences = sb_issue_list_differences (before, after, language);
  json_builder_begin_array (builder);
  for (guint i = 0; i < differences->len; i++)
    add_difference (builder, g_ptr_array_index (differences, i));
  json_builder_end_array (builder);
  if (self->wants_json)
    {
      sb_cli_print_json (json_builder_get_root (builder));
      return SB_CLI_DONE;
    }

  for (guint i = 0; i < differences->len; i++)
    print_difference (g_ptr_array_index (differences, i));
  if (differences->len == 0)
    sb_cli_tell ("%s", _ ("Their texts are the same."));

  return SB_CLI_DONE;
}

/* Without a number the last issue but one. */
SbCliStatus
sb_cli_briefing_correction (SbCli *self)
{
  SbBriefingFormat format = SB_BRIEFING_FORMAT_PDF;
  SbPaper paper = SB_PAPER_A4;
  SbCliLanguages languages = { { FALSE }, SB_EDITIONS_APART };
  SbCliStatus status = sb_cli_read_sheets (self, &format, &paper);
  g_autoptr (SbStore) store = NULL;
  g_autoptr (SbRecord) briefing = NULL;
  g_autoptr (GPtrArray) issues = NULL;
  g_autoptr (GPtrArray) editions = NULL;
  g_autoptr (GError) error = NULL;
  const SbIssue *before;
  const SbIssue *after;

  if (status == SB_CLI_DONE)
    status = sb_cli_read_languages (self, format, &languages);
  if (status != SB_CLI_DONE)
    return status;
  store = sb_cli_open_store (self, SB_STORE_READ_ONLY);
  issues = store != NULL ? list_issues (self, store, &briefing) : NULL;
  if (issues == NULL)
    return SB_CLI_FAILED;
  if (issues->len < 2)
    {
      sb_cli_tell ("%s", _ ("A correction needs two issues: the one that is wrong, and the one that replaces it."));
      return SB_CLI_FAILED;
    }

  after = g_ptr_array_index (issues, issues->len - 1);
  before = self->n_arguments > 1 ? find_issue (issues, self->arguments[1]) : g_ptr_array_index (issues, issues->len - 2);
  if (before == NULL)
    return SB_CLI_FAILED;

  editions = sb_issue_compose_correction (before, after, languages.manner, paper, &error);
  if (editions == NULL)
    return sb_cli_fail (self->output, error);

  sb_cli_keep_languages (editions, &languages);
  if (editions->len == 0)
    return sb_cli_refuse ("%s", _ ("The briefing is not printed in this language."));

  return sb_cli_print_editions (self, editions, NULL, format);
}
