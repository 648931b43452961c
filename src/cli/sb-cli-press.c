/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-cli"

#include "config.h"

#include "sb-cli-press.h"

#include <glib/gi18n.h>

#include "sb-briefing-issuing.h"
#include "sb-briefing.h"
#include "sb-cli-lookup.h"
#include "sb-date.h"

#define TEMPLATE_ENDING ".template"

SbTemplate *
sb_cli_open_template (const char *name,
                      SbCliStatus *status)
{
  g_autoptr (GError) error = NULL;
  SbTemplate *template = NULL;

  if (g_str_has_suffix (name, TEMPLATE_ENDING))
    {
      template = sb_template_new_from_file (name, &error);
      if (template == NULL)
        *status = sb_cli_fail (name, error);
    }
  else if (g_strv_contains (sb_template_list (), name))
    {
      template = sb_template_new (name, &error);
      if (template == NULL)
        *status = sb_cli_fail (name, error);
    }
  else
    {
      g_autofree char *quoted = sb_cli_quote (name);

      *status = sb_cli_refuse (_ ("There is no template “%s”."), quoted);
    }

  return template;
}

static void
put_day (SbRecordBuilder *builder,
         guint field,
         int day)
{
  g_autoptr (SbDate) date = sb_date_new_for_day (day);

  sb_record_builder_set_date (builder, field, date);
}

static gboolean
set_day (SbRecordBuilder *builder,
         guint field,
         const char *name,
         const char *text)
{
  int day;

  if (text == NULL)
    return TRUE;
  if (!sb_cli_read_day (name, text, &day))
    return FALSE;

  put_day (builder, field, day);
  return TRUE;
}

/* A day before the end of the period moves that to it; the period is as long as it was,
 * unless it is said when it begins. */
static gboolean
end_period (SbCli *self,
            SbRecord *briefing,
            SbRecordBuilder *builder)
{
  SbDate *first = sb_record_get_date (briefing, SB_BRIEFING_FIRST);
  SbDate *last = sb_record_get_date (briefing, SB_BRIEFING_LAST);
  int as_of;

  if (self->as_of == NULL || self->to != NULL || last == NULL)
    return TRUE;
  if (!sb_cli_read_day ("as-of", self->as_of, &as_of))
    return FALSE;
  if (as_of >= sb_date_get_last_day (last))
    return TRUE;

  put_day (builder, SB_BRIEFING_LAST, as_of);
  if (self->from == NULL && first != NULL)
    put_day (builder, SB_BRIEFING_FIRST, sb_date_get_first_day (first) - (sb_date_get_last_day (last) - as_of));
  return TRUE;
}

gboolean
sb_cli_fill_briefing (SbCli *self,
                      SbStore *store,
                      SbRecord *briefing,
                      SbRecordBuilder *builder)
{
  if (self->dossier != NULL)
    {
      g_autoptr (SbRecord) dossier = sb_cli_find_record (store, SB_KIND_DOSSIER, self->dossier);
      g_autoptr (SbRef) ref = dossier != NULL ? sb_record_dup_ref (dossier) : NULL;

      if (ref == NULL)
        return FALSE;
      sb_record_builder_set_ref (builder, SB_BRIEFING_DOSSIER, ref);
    }

  /* A period that ends later than the briefing is as of its own end. */
  return set_day (builder, SB_BRIEFING_FIRST, "from", self->from) && set_day (builder, SB_BRIEFING_LAST, "to", self->to) &&
         set_day (builder, SB_BRIEFING_AS_OF, "to", self->to) && set_day (builder, SB_BRIEFING_AS_OF, "as-of", self->as_of) &&
         end_period (self, briefing, builder);
}

SbCliStatus
sb_cli_read_sheets (SbCli *self,
                    SbBriefingFormat *format,
                    SbPaper *paper)
{
  if (self->format != NULL && !sb_briefing_format_parse (self->format, format))
    return sb_cli_refuse ("%s", _ ("--format needs pdf, odt, html or text."));

  if (self->output == NULL ? !self->wants_check : self->format == NULL && !sb_briefing_format_guess (self->output, format))
    return sb_cli_refuse ("%s", _ ("-o needs a file whose name ends in .pdf, .odt, .html or .txt."));

  if (self->paper != NULL && !sb_paper_parse (self->paper, paper))
    return sb_cli_refuse ("%s", _ ("--paper needs a4 or letter."));

  return SB_CLI_DONE;
}

SbCliStatus
sb_cli_read_languages (SbCli *self,
                       SbBriefingFormat format,
                       SbCliLanguages *languages)
{
  gboolean is_parallel = g_strcmp0 (self->language, "columns") == 0;
  gboolean is_both = is_parallel || self->language == NULL || g_str_equal (self->language, "both");
  SbLanguage language = SB_LANGUAGE_FR;

  if (!is_both && !sb_language_parse (self->language, &language))
    return sb_cli_refuse ("%s", _ ("--language needs fr, en, both or columns."));
  if (is_parallel && format != SB_BRIEFING_FORMAT_PDF)
    return sb_cli_refuse ("%s", _ ("--language columns is for PDF files."));

  languages->manner = is_parallel ? SB_EDITIONS_IN_COLUMNS : SB_EDITIONS_APART;
  for (SbLanguage i = 0; i < SB_N_LANGUAGES; i++)
    languages->is_wanted[i] = is_both || i == language;

  return SB_CLI_DONE;
}

void
sb_cli_keep_languages (GPtrArray *editions,
                       const SbCliLanguages *languages)
{
  for (guint i = editions->len; i > 0; i--)
    if (!languages->is_wanted[sb_edition_get_language (g_ptr_array_index (editions, i - 1))])
      g_ptr_array_remove_index (editions, i - 1);
}

static void
write_edition (SbEdition *edition,
               JsonBuilder *builder)
{
  sb_cli_add_text (builder, "language", sb_language_get_code (sb_edition_get_language (edition)));
  sb_cli_add_integer (builder, "pages", sb_sheets_get_n_sheets (sb_edition_get_sheets (edition)));
  sb_cli_add_integer (builder, "words", sb_edition_get_n_words (edition));
  sb_cli_add_integer (builder, "sources", sb_edition_get_n_sources (edition));
  sb_cli_add_integer (builder, "unsourced", sb_edition_get_n_unsourced (edition));
  sb_cli_add_integer (builder, "left_out", sb_edition_get_left_out (edition)->len);
  sb_cli_add_integer (builder, "off_scale", sb_edition_get_n_off_scale (edition));
  sb_cli_add_integer (builder, "mixed", sb_edition_get_n_mixed (edition));
}

/* One edition is the answer; of two, their sums are, and each under "editions". @columns
 * (nullable) are the sheets on which both stand side by side. */
static void
write_editions (GPtrArray *editions,
                SbSheets *columns,
                GPtrArray *findings,
                const char *path,
                JsonBuilder *builder)
{
  gint64 n_pages = 0, n_words = 0, n_sources = 0, n_unsourced = 0;

  json_builder_begin_object (builder);
  sb_cli_add_text (builder, "file", path);
  if (editions->len == 1)
    write_edition (g_ptr_array_index (editions, 0), builder);
  else
    {
      for (guint i = 0; i < editions->len; i++)
        {
          SbEdition *edition = g_ptr_array_index (editions, i);

          n_pages += sb_sheets_get_n_sheets (sb_edition_get_sheets (edition));
          n_words += sb_edition_get_n_words (edition);
          n_sources = MAX (n_sources, sb_edition_get_n_sources (edition));
          n_unsourced += sb_edition_get_n_unsourced (edition);
        }
      sb_cli_add_text (builder, "language", columns != NULL ? "columns" : "both");
      sb_cli_add_integer (builder, "pages", columns != NULL ? sb_sheets_get_n_sheets (columns) : n_pages);
      sb_cli_add_integer (builder, "words", n_words);
      sb_cli_add_integer (builder, "sources", n_sources);
      sb_cli_add_integer (builder, "unsourced", n_unsourced);
      json_builder_set_member_name (builder, "editions");
      json_builder_begin_array (builder);
      for (guint i = 0; i < editions->len; i++)
        {
          json_builder_begin_object (builder);
          write_edition (g_ptr_array_index (editions, i), builder);
          json_builder_end_object (builder);
        }
      json_builder_end_array (builder);
    }
  if (findings != NULL)
    {
      json_builder_set_member_name (builder, "findings");
      json_builder_add_value (builder, sb_briefing_findings_to_json (findings, sb_language_get_interface ()));
    }
  json_builder_end_object (builder);
}

static void
tell_edition (SbEdition *edition,
              SbSheets *sheets,
              const char *path)
{
  g_autofree char *name = g_filename_display_name (path);
  guint n_pages = sb_sheets_get_n_sheets (sheets);
  guint n_left_out = sb_edition_get_left_out (edition)->len;

  sb_cli_tell (ngettext ("%s: %u page, %u words, %u sources, %u unsourced.",
                         "%s: %u pages, %u words, %u sources, %u unsourced.", n_pages),
               name, n_pages, sb_edition_get_n_words (edition), sb_edition_get_n_sources (edition),
               sb_edition_get_n_unsourced (edition));
  if (sb_edition_is_over_budget (edition))
    sb_cli_tell ("%s", _ ("It has more pages than the template allows."));
  if (sb_edition_get_n_off_scale (edition) > 0)
    sb_cli_tell (ngettext ("%u word of likelihood is of no scale.", "%u words of likelihood are of no scale.", sb_edition_get_n_off_scale (edition)),
                 sb_edition_get_n_off_scale (edition));
  if (sb_edition_get_n_mixed (edition) > 0)
    sb_cli_tell (ngettext ("%u sentence holds a likelihood and a confidence.", "%u sentences hold a likelihood and a confidence.", sb_edition_get_n_mixed (edition)),
                 sb_edition_get_n_mixed (edition));
  if (n_left_out > 0 && sb_template_get_max_pages (sb_outline_get_template (sb_edition_get_outline (edition))) > 0)
    sb_cli_tell (ngettext ("%u record had to give way to the page limit.",
                           "%u records had to give way to the page limit.", n_left_out),
                 n_left_out);
}

/* "FR EN · p. 2 · situation, line 3" */
static char *
dup_where (const SbBriefingFinding *finding)
{
  GString *where = g_string_new (NULL);

  for (SbLanguage language = 0; language < SB_N_LANGUAGES; language++)
    if ((finding->languages & (1u << language)) != 0)
      {
        g_autofree char *code = g_ascii_strup (sb_language_get_code (language), -1);

        g_string_append_printf (where, "%s%s", where->len > 0 ? " " : "", code);
      }
  if (finding->is_on_paper)
    {
      g_string_append (where, where->len > 0 ? " · " : "");
      g_string_append_printf (where, _ ("p. %u"), finding->place.sheet + 1);
    }
  if (finding->block != NULL)
    g_string_append_printf (where, "%s%s", where->len > 0 ? " · " : "", finding->block);
  if (finding->line > 0)
    g_string_append_printf (where, ":%u", finding->line);

  return g_string_free (where, FALSE);
}

void
sb_cli_print_findings (GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const SbBriefingFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *where = dup_where (finding);
      g_autofree char *sentence = sb_briefing_finding_dup_sentence (finding, sb_language_get_interface ());

      if (where[0] != '\0')
        sb_cli_print ("[%s] %s\n", where, sentence);
      else
        sb_cli_print ("%s\n", sentence);
    }
  if (findings->len == 0)
    sb_cli_tell ("%s", _ ("Nothing was found."));
  else
    sb_cli_tell (ngettext ("%u thing to look at.", "%u things to look at.", findings->len), findings->len);
}

SbCliStatus
sb_cli_print_editions (SbCli *self,
                       GPtrArray *editions,
                       GPtrArray *findings,
                       SbBriefingFormat format)
{
  SbSheets *columns = editions->len > 0 ? sb_edition_get_columns (g_ptr_array_index (editions, 0)) : NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GPtrArray) sheets = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  if (columns != NULL)
    g_ptr_array_add (sheets, columns);
  for (guint i = 0; columns == NULL && i < editions->len; i++)
    g_ptr_array_add (sheets, sb_edition_get_sheets (g_ptr_array_index (editions, i)));
  if (self->output != NULL && !sb_briefing_write ((SbSheets *const *) sheets->pdata, sheets->len, format, self->output, &error))
    return sb_cli_fail (self->output, error);

  if (self->wants_json)
    {
      write_editions (editions, columns, findings, self->output, builder);
      sb_cli_print_json (json_builder_get_root (builder));
      return SB_CLI_DONE;
    }

  if (self->output != NULL)
    {
      sb_cli_print ("%s\n", self->output);
      for (guint i = 0; i < editions->len; i++)
        tell_edition (g_ptr_array_index (editions, i), columns != NULL ? columns : g_ptr_array_index (sheets, i), self->output);
    }
  if (findings != NULL)
    sb_cli_print_findings (findings);

  return SB_CLI_DONE;
}
