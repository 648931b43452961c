/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-cli"

#include "config.h"

#include "sb-cli-commands.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sb-briefing-loader.h"
#include "sb-briefing.h"
#include "sb-cli-lookup.h"
#include "sb-date.h"
#include "sb-edition.h"
#include "sb-pdf-writer.h"
#include "sb-record-builder.h"

#define ENDING ".pdf"

/* What one call prints, in one language or in both. */
typedef struct
{
  SbTemplate *template; /* (owned) */
  SbBriefingInput *input; /* (owned) */
  SbTypesetter *typesetter; /* (owned) */
  SbBasemapPainter *painter; /* (owned) */
} Press;

static void
press_clear (Press *self)
{
  g_clear_pointer (&self->template, sb_template_unref);
  g_clear_pointer (&self->input, sb_briefing_input_unref);
  g_clear_pointer (&self->typesetter, sb_typesetter_free);
  g_clear_pointer (&self->painter, sb_basemap_painter_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Press, press_clear)

static gboolean
set_day (SbRecordBuilder *builder,
         guint field,
         const char *name,
         const char *text)
{
  g_autoptr (SbDate) date = NULL;
  int day;

  if (text == NULL)
    return TRUE;

  if (!sb_cli_read_day (name, text, &day))
    return FALSE;

  date = sb_date_new_for_day (day);
  sb_record_builder_set_date (builder, field, date);
  return TRUE;
}

static gboolean
is_of_same_days (SbRecord *a,
                 SbRecord *b)
{
  static const guint fields[] = { SB_BRIEFING_FIRST, SB_BRIEFING_LAST, SB_BRIEFING_AS_OF };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      SbDate *first = sb_record_get_date (a, fields[i]);
      SbDate *second = sb_record_get_date (b, fields[i]);

      if (first != second && (first == NULL || second == NULL || !sb_date_equal (first, second)))
        return FALSE;
    }

  return TRUE;
}

/* What was written for other days would be untrue of these: the headline, the
 * texts, the number. The page is then called by its dossier. */
static SbRecord *
forget_other_days (SbRecord *briefing)
{
  static const guint fields[] = { SB_BRIEFING_CUTOFF, SB_BRIEFING_NUMBER, SB_BRIEFING_ISSUED, SB_BRIEFING_SECTIONS };
  SbRecordBuilder *builder = sb_record_builder_new_from (briefing);
  SbRef *dossier = sb_record_get_ref (briefing, SB_BRIEFING_DOSSIER);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    sb_record_builder_clear (builder, fields[i]);

  if (dossier != NULL)
    sb_record_builder_set_words (builder, SB_BRIEFING_TITLE, sb_ref_get_name (dossier, SB_LANGUAGE_FR),
                                 sb_ref_get_name (dossier, SB_LANGUAGE_EN));
  else
    sb_briefing_loader_set_template (builder, sb_record_get_text (briefing, SB_BRIEFING_TEMPLATE));
  return sb_record_builder_end (builder);
}

/* The briefing to print: the one of the catalogue, with what the options say
 * put in its place. NULL when they are wrong; it was said. */
static SbRecord *
adapt_briefing (SbCli *self,
                SbStore *store,
                SbRecord *briefing)
{
  g_autoptr (SbRecordBuilder) builder = sb_record_builder_new_from (briefing);
  g_autoptr (SbRecord) adapted = NULL;

  if (self->dossier != NULL)
    {
      g_autoptr (SbRecord) dossier = sb_cli_find_record (store, SB_KIND_DOSSIER, self->dossier);
      g_autoptr (SbRef) ref = dossier != NULL ? sb_record_dup_ref (dossier) : NULL;

      if (ref == NULL)
        return NULL;
      sb_record_builder_set_ref (builder, SB_BRIEFING_DOSSIER, ref);
    }

  if (!set_day (builder, SB_BRIEFING_FIRST, "from", self->from) || !set_day (builder, SB_BRIEFING_LAST, "to", self->to))
    return NULL;

  /* A period that ends later than the briefing is as of its own end. */
  if (!set_day (builder, SB_BRIEFING_AS_OF, "to", self->to) || !set_day (builder, SB_BRIEFING_AS_OF, "as-of", self->as_of))
    return NULL;

  adapted = sb_record_builder_end (g_steal_pointer (&builder));
  return is_of_same_days (briefing, adapted) ? g_steal_pointer (&adapted) : forget_other_days (adapted);
}

static gboolean
open_press (Press *press,
            SbStore *store,
            SbRecord *briefing,
            const char *template,
            SbPaper paper,
            GError **error)
{
  g_autoptr (SbBasemap) basemap = NULL;

  press->template = sb_template_new (template, error);
  if (press->template == NULL)
    return FALSE;

  press->input = sb_briefing_loader_load (store, briefing, error);
  if (press->input == NULL)
    return FALSE;

  basemap = sb_basemap_new (error);
  if (basemap == NULL)
    return FALSE;

  press->painter = sb_basemap_painter_new (basemap);
  press->typesetter = sb_typesetter_new (paper);
  return TRUE;
}

static void
write_edition (SbEdition *edition,
               const char *path,
               JsonBuilder *builder)
{
  json_builder_begin_object (builder);
  sb_cli_add_text (builder, "file", path);
  sb_cli_add_text (builder, "language", sb_language_get_code (sb_edition_get_language (edition)));
  sb_cli_add_integer (builder, "pages", sb_sheets_get_n_sheets (sb_edition_get_sheets (edition)));
  sb_cli_add_integer (builder, "words", sb_edition_get_n_words (edition));
  sb_cli_add_integer (builder, "sources", sb_edition_get_n_sources (edition));
  sb_cli_add_integer (builder, "unsourced", sb_edition_get_n_unsourced (edition));
  sb_cli_add_integer (builder, "left_out", sb_edition_get_left_out (edition)->len);
  json_builder_end_object (builder);
}

static void
tell_edition (SbEdition *edition,
              const char *path)
{
  g_autofree char *name = g_filename_display_name (path);
  guint n_pages = sb_sheets_get_n_sheets (sb_edition_get_sheets (edition));
  guint n_left_out = sb_edition_get_left_out (edition)->len;

  sb_cli_print ("%s\n", path);
  sb_cli_tell (ngettext ("%s: %u page, %u words, %u sources, %u unsourced.",
                         "%s: %u pages, %u words, %u sources, %u unsourced.", n_pages),
               name, n_pages, sb_edition_get_n_words (edition), sb_edition_get_n_sources (edition),
               sb_edition_get_n_unsourced (edition));
  if (n_left_out > 0)
    sb_cli_tell (ngettext ("%u record had to give way to the page limit.",
                           "%u records had to give way to the page limit.", n_left_out),
                 n_left_out);
}

static gboolean
print_edition (SbCli *self,
               Press *press,
               SbLanguage language,
               const char *path,
               JsonBuilder *builder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SbEdition) edition =
    sb_edition_new (press->template, press->input, language, press->typesetter, press->painter);

  if (!sb_pdf_write (sb_edition_get_sheets (edition), path, &error))
    {
      sb_cli_fail (path, error);
      return FALSE;
    }

  if (self->wants_json)
    write_edition (edition, path, builder);
  else
    tell_edition (edition, path);
  return TRUE;
}

/* "F.pdf" as the file of one of two languages: "F-fr.pdf". */
static char *
add_language (const char *path,
              SbLanguage language)
{
  g_autofree char *stem = g_strndup (path, strlen (path) - strlen (ENDING));

  return g_strdup_printf ("%s-%s%s", stem, sb_language_get_code (language), ENDING);
}

static SbCliStatus
print_editions (SbCli *self,
                Press *press,
                gboolean is_both,
                SbLanguage language)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  gboolean is_printed = TRUE;

  if (!is_both)
    is_printed = print_edition (self, press, language, self->output, builder);
  else
    {
      json_builder_begin_array (builder);
      for (SbLanguage i = 0; i < SB_N_LANGUAGES && is_printed; i++)
        {
          g_autofree char *path = add_language (self->output, i);

          is_printed = print_edition (self, press, i, path, builder);
        }
      json_builder_end_array (builder);
    }

  if (is_printed && self->wants_json)
    sb_cli_print_json (json_builder_get_root (builder));
  return is_printed ? SB_CLI_DONE : SB_CLI_FAILED;
}

/* Reads what is not a matter of the catalogue. */
static SbCliStatus
read_options (SbCli *self,
              gboolean *is_both,
              SbLanguage *language,
              SbPaper *paper)
{
  if (self->output == NULL || !g_str_has_suffix (self->output, ENDING))
    return sb_cli_refuse ("%s", _ ("-o needs a file whose name ends in .pdf."));

  *is_both = g_strcmp0 (self->language, "both") == 0;
  if (!*is_both && !sb_language_parse (self->language, language))
    return sb_cli_refuse ("%s", _ ("--language needs fr, en or both."));

  if (self->paper != NULL && !sb_paper_parse (self->paper, paper))
    return sb_cli_refuse ("%s", _ ("--paper needs a4 or letter."));

  return sb_cli_check_period (self) ? SB_CLI_DONE : SB_CLI_WRONG_ARGUMENTS;
}

SbCliStatus
sb_cli_brief (SbCli *self)
{
  const char *template = self->arguments[0];
  g_auto (Press) press = { 0 };
  g_autoptr (SbStore) store = NULL;
  g_autoptr (SbRecord) found = NULL;
  g_autoptr (SbRecord) briefing = NULL;
  g_autoptr (GError) error = NULL;
  SbLanguage language = SB_LANGUAGE_FR;
  SbPaper paper = SB_PAPER_A4;
  gboolean is_both = FALSE;
  SbCliStatus status = read_options (self, &is_both, &language, &paper);

  if (status != SB_CLI_DONE)
    return status;

  if (!g_strv_contains (sb_template_list (), template))
    {
      g_autofree char *quoted = sb_cli_quote (template);

      return sb_cli_refuse (_ ("There is no template “%s”."), quoted);
    }

  store = sb_cli_open_store (self, SB_STORE_READ_ONLY);
  if (store == NULL)
    return SB_CLI_FAILED;

  found = sb_briefing_loader_choose (store, template, &error);
  if (found == NULL)
    return sb_cli_fail (self->catalogue, error);

  briefing = adapt_briefing (self, store, found);
  if (briefing == NULL)
    return SB_CLI_WRONG_ARGUMENTS;

  if (!open_press (&press, store, briefing, template, paper, &error))
    return sb_cli_fail (self->catalogue, error);

  return print_editions (self, &press, is_both, language);
}
