/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-cli"

#include "config.h"

#include "sb-cli-commands.h"

#include "sb-briefing-loader.h"
#include "sb-briefing.h"
#include "sb-dossier.h"
#include "sb-edition.h"
#include "sb-pdf-writer.h"
#include "sb-record-builder.h"
#include "sb-typesetter.h"

#include <glib/gi18n.h>
#include <string.h>

/* What is asked for; all nullable. */
typedef struct
{
  char *language;
  char *dossier;
  char *from;
  char *to;
  char *as_of;
  char *paper;
  char *output;
} BriefOptions;

static void
brief_options_clear (BriefOptions *options)
{
  g_free (options->language);
  g_free (options->dossier);
  g_free (options->from);
  g_free (options->to);
  g_free (options->as_of);
  g_free (options->paper);
  g_free (options->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BriefOptions, brief_options_clear)

/* All that the editions of one briefing share. */
typedef struct
{
  SbTemplate *template; /* (owned) */
  SbBriefingInput *input; /* (owned) */
  SbBasemapPainter *painter; /* (owned) */
  SbPaper paper;
} Press;

static void
press_clear (Press *press)
{
  g_clear_pointer (&press->template, sb_template_unref);
  g_clear_pointer (&press->input, sb_briefing_input_unref);
  g_clear_pointer (&press->painter, sb_basemap_painter_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Press, press_clear)

static gboolean
set_day (SbCli *self,
         SbRecordBuilder *builder,
         guint field,
         const char *text)
{
  g_autoptr (SbDate) date = NULL;
  g_autofree char *message = NULL;

  if (text == NULL)
    return TRUE;

  if ((date = sb_date_new (text, NULL)) != NULL)
    {
      sb_record_builder_set_date (builder, field, date);
      return TRUE;
    }

  message = g_strdup_printf (_ ("“%s” is no date; write it as 2026-04-25."), text);
  sb_cli_fail_usage (self, message);
  return FALSE;
}

static gboolean
set_dossier (SbCli *self,
             SbStore *store,
             SbRecordBuilder *builder,
             const char *text)
{
  g_autoptr (SbRecord) dossier = NULL;
  g_autoptr (SbRef) ref = NULL;
  g_autoptr (GError) error = NULL;

  if (text == NULL)
    return TRUE;

  dossier = sb_store_get (store, SB_KIND_DOSSIER, g_ascii_strtoll (text, NULL, 10), &error);
  if (error != NULL)
    {
      sb_cli_fail (self, error);
      return FALSE;
    }

  if (dossier == NULL)
    {
      sb_cli_fail_usage (self, _ ("There is no such dossier; “list dossiers” shows their numbers."));
      return FALSE;
    }

  ref = sb_record_dup_ref (dossier);
  sb_record_builder_set_ref (builder, SB_BRIEFING_DOSSIER, ref);
  return TRUE;
}

/* The briefing that is stored for the template, with what was asked for put in
 * its place; NULL when that is wrong, which has been said then. */
static SbRecord *
choose_briefing (SbCli *self,
                 SbStore *store,
                 const char *template,
                 const BriefOptions *given)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SbRecord) stored = sb_briefing_loader_choose (store, template, &error);
  g_autoptr (SbRecordBuilder) builder = NULL;

  if (stored == NULL)
    {
      sb_cli_fail (self, error);
      return NULL;
    }

  builder = sb_record_builder_new_from (stored);
  if (given->to != NULL && given->as_of == NULL && !set_day (self, builder, SB_BRIEFING_AS_OF, given->to))
    return NULL;

  if (!set_day (self, builder, SB_BRIEFING_FIRST, given->from) ||
      !set_day (self, builder, SB_BRIEFING_LAST, given->to) ||
      !set_day (self, builder, SB_BRIEFING_AS_OF, given->as_of) ||
      !set_dossier (self, store, builder, given->dossier))
    return NULL;

  return sb_record_builder_end (g_steal_pointer (&builder));
}

static gboolean
set_up_press (SbCli *self,
              Press *press,
              SbStore *store,
              SbRecord *briefing,
              GError **error)
{
  g_autoptr (SbBasemap) basemap = sb_basemap_new (error);

  if (basemap == NULL)
    return FALSE;

  press->painter = sb_basemap_painter_new (basemap);
  press->template = sb_template_new (sb_record_get_text (briefing, SB_BRIEFING_TEMPLATE), error);
  if (press->template == NULL)
    return FALSE;

  press->input = sb_briefing_loader_load (store, briefing, error);
  return press->input != NULL;
}

/* "report.pdf" becomes "report-fr.pdf" when both languages are printed. */
static char *
name_edition (const char *output,
              SbLanguage language,
              gboolean is_one_of_two)
{
  const char *dot = strrchr (output, '.');
  gsize stem = dot != NULL && strchr (dot, G_DIR_SEPARATOR) == NULL ? (gsize) (dot - output) : strlen (output);

  if (!is_one_of_two)
    return g_strdup (output);

  return g_strdup_printf ("%.*s-%s%s", (int) stem, output, sb_language_get_code (language), output + stem);
}

static void
add_member (JsonBuilder *builder,
            const char *name,
            guint value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
report (SbCli *self,
        SbEdition *edition,
        const char *path)
{
  guint n_left_out = sb_edition_get_left_out (edition)->len;
  guint n_pages = sb_sheets_get_n_sheets (sb_edition_get_sheets (edition));
  g_autoptr (JsonBuilder) builder = NULL;
  g_autoptr (JsonNode) node = NULL;

  if (n_left_out > 0)
    {
      g_printerr (ngettext ("%u item gave way for want of room.", "%u items gave way for want of room.", n_left_out), n_left_out);
      g_printerr ("\n");
    }

  if (!self->json)
    {
      sb_cli_print_line (path);
      return;
    }

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "file");
  json_builder_add_string_value (builder, path);
  add_member (builder, "pages", n_pages);
  add_member (builder, "words", sb_edition_get_n_words (edition));
  add_member (builder, "sources", sb_edition_get_n_sources (edition));
  add_member (builder, "unsourced", sb_edition_get_n_unsourced (edition));
  json_builder_end_object (builder);
  node = json_builder_get_root (builder);
  sb_cli_print_json (node);
}

static SbCliStatus
print_edition (SbCli *self,
               const Press *press,
               SbLanguage language,
               const char *path)
{
  g_autoptr (SbTypesetter) typesetter = sb_typesetter_new (press->paper);
  g_autoptr (SbEdition) edition = sb_edition_new (press->template, press->input, language, typesetter, press->painter);
  g_autoptr (GError) error = NULL;

  if (!sb_pdf_write (sb_edition_get_sheets (edition), path, &error))
    return sb_cli_fail (self, error);

  report (self, edition, path);
  return SB_CLI_DONE;
}

static SbCliStatus
print_editions (SbCli *self,
                const Press *press,
                const BriefOptions *given)
{
  gboolean both = g_str_equal (given->language, "both");

  for (SbLanguage language = SB_LANGUAGE_FR; language < SB_N_LANGUAGES; language++)
    {
      g_autofree char *path = name_edition (given->output, language, both);
      SbCliStatus status;

      if (!both && !g_str_equal (given->language, sb_language_get_code (language)))
        continue;

      status = print_edition (self, press, language, path);
      if (status != SB_CLI_DONE)
        return status;
    }

  return SB_CLI_DONE;
}

/* What is wrong with the options; NULL when nothing is. */
static const char *
find_fault (const BriefOptions *given,
            SbPaper *paper)
{
  SbLanguage language;

  if (given->output == NULL)
    return _ ("Say where to write: -o FILE.pdf.");

  if (!g_str_has_suffix (given->output, ".pdf"))
    return _ ("A briefing is written as PDF: the name must end in .pdf.");

  if (given->language == NULL || (!g_str_equal (given->language, "both") && !sb_language_parse (given->language, &language)))
    return _ ("Say in which language: --language fr, en or both.");

  *paper = SB_PAPER_A4;
  if (given->paper != NULL && !sb_paper_parse (given->paper, paper))
    return _ ("There are two papers: a4 and letter.");

  return NULL;
}

SbCliStatus
sb_cli_brief (SbCli *self,
              char **arguments)
{
  g_auto (BriefOptions) given = { 0 };
  const GOptionEntry options[] = {
    { "language", 0, 0, G_OPTION_ARG_STRING, &given.language, N_ ("The language: fr, en or both"), N_ ("LANGUAGE") },
    { "dossier", 0, 0, G_OPTION_ARG_STRING, &given.dossier, N_ ("The dossier it is about"), N_ ("ID") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &given.from, N_ ("The first day of its period"), N_ ("DAY") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &given.to, N_ ("The last day of its period"), N_ ("DAY") },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &given.as_of, N_ ("The day of the situation"), N_ ("DAY") },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &given.paper, N_ ("The paper: a4 or letter"), N_ ("PAPER") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &given.output, N_ ("The file to write"), N_ ("FILE") },
    { NULL }
  };
  g_auto (Press) press = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (SbStore) store = NULL;
  g_autoptr (SbRecord) briefing = NULL;
  g_auto (GStrv) left = NULL;
  const char *fault;
  SbCliStatus status;

  left = sb_cli_parse (self, "brief", options, arguments, 1, 1, &status);
  if (left == NULL)
    return status;

  if ((fault = find_fault (&given, &press.paper)) != NULL)
    return sb_cli_fail_usage (self, fault);

  if (!(store = sb_cli_open (self, SB_STORE_READ_ONLY)))
    return SB_CLI_FAILED;

  if (!(briefing = choose_briefing (self, store, left[0], &given)))
    return SB_CLI_FAILED;

  if (!set_up_press (self, &press, store, briefing, &error))
    return sb_cli_fail (self, error);

  return print_editions (self, &press, &given);
}
