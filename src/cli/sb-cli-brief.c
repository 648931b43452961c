/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-cli"

#include "config.h"

#include "sb-cli-commands.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sb-briefing-checks.h"
#include "sb-briefing-loader.h"
#include "sb-briefing.h"
#include "sb-cli-lookup.h"
#include "sb-cli-press.h"
#include "sb-date.h"
#include "sb-edition.h"
#include "sb-record-builder.h"

/* What one call prints, in one language or in both. */
typedef struct
{
  SbTemplate *template; /* (owned) */
  SbBriefingInput *input; /* (owned) */
  SbTypesetter *typesetter; /* (owned) */
  SbBasemapPainter *painter; /* (owned) */
} Press;

/* As what, and in which languages. */
typedef struct
{
  SbBriefingFormat format;
  SbPaper paper;
  SbCliLanguages languages;
} Manner;

/* The days that are compared, in the place of those of the template. */
typedef struct
{
  int days[SB_BRIEFING_MAX_DAYS];
  guint n_days;
} Days;

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

/* Which blocks there are, and how they are filled, holds for any days; their texts do not. */
static void
keep_outline (SbRecordBuilder *builder,
              SbRecord *briefing)
{
  static const guint texts[] = { SB_BRIEFING_SECTION_TITLE, SB_BRIEFING_SECTION_TEXT, SB_BRIEFING_SECTION_MANUAL, SB_BRIEFING_SECTION_MADE_FROM };

  sb_record_builder_clear (builder, SB_BRIEFING_SECTIONS);
  for (guint i = 0; i < sb_record_get_n_items (briefing, SB_BRIEFING_SECTIONS); i++)
    {
      SbRecordBuilder *section = sb_record_builder_new_from (sb_record_get_item (briefing, SB_BRIEFING_SECTIONS, i));

      for (guint k = 0; k < G_N_ELEMENTS (texts); k++)
        sb_record_builder_clear (section, texts[k]);
      sb_record_builder_take_item (builder, SB_BRIEFING_SECTIONS, sb_record_builder_end (section));
    }
}

/* What was written for other days would be untrue of these: the headline, the
 * texts, the number. The page is then called by its dossier. */
static SbRecord *
forget_other_days (SbRecord *briefing)
{
  static const guint fields[] = { SB_BRIEFING_CUTOFF, SB_BRIEFING_NUMBER, SB_BRIEFING_ISSUED, SB_BRIEFING_COMMENTS };
  SbRecordBuilder *builder = sb_record_builder_new_from (briefing);
  SbRef *dossier = sb_record_get_ref (briefing, SB_BRIEFING_DOSSIER);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    sb_record_builder_clear (builder, fields[i]);
  keep_outline (builder, briefing);

  if (dossier != NULL)
    sb_record_builder_set_words (builder, SB_BRIEFING_TITLE, sb_ref_get_name (dossier, SB_LANGUAGE_FR),
                                 sb_ref_get_name (dossier, SB_LANGUAGE_EN));
  else
    sb_briefing_loader_set_template (builder, sb_record_get_text (briefing, SB_BRIEFING_TEMPLATE));
  return sb_record_builder_end (builder);
}

/* Days that are compared are what the briefing is about, unless it is said otherwise. */
static void
set_days (SbCli *self,
          SbRecordBuilder *builder,
          const Days *days)
{
  int first = G_MAXINT;
  int last = G_MININT;
  g_autoptr (SbDate) start = NULL;
  g_autoptr (SbDate) end = NULL;

  if (days->n_days == 0 || self->from != NULL || self->to != NULL || self->as_of != NULL)
    return;

  for (guint i = 0; i < days->n_days; i++)
    {
      first = MIN (first, days->days[i]);
      last = MAX (last, days->days[i]);
    }

  start = sb_date_new_for_day (first);
  end = sb_date_new_for_day (last);
  sb_record_builder_set_date (builder, SB_BRIEFING_FIRST, start);
  sb_record_builder_set_date (builder, SB_BRIEFING_LAST, end);
  sb_record_builder_set_date (builder, SB_BRIEFING_AS_OF, end);
}

/* The briefing to print: the one of the catalogue, with what the options say
 * put in its place. NULL when they are wrong; it was said. */
static SbRecord *
adapt_briefing (SbCli *self,
                SbStore *store,
                SbRecord *briefing,
                const Days *days)
{
  g_autoptr (SbRecordBuilder) builder = sb_record_builder_new_from (briefing);
  g_autoptr (SbRecord) adapted = NULL;

  if (!sb_cli_fill_briefing (self, store, briefing, builder))
    return NULL;

  set_days (self, builder, days);
  adapted = sb_record_builder_end (g_steal_pointer (&builder));
  return is_of_same_days (briefing, adapted) ? g_steal_pointer (&adapted) : forget_other_days (adapted);
}

/* A marking of the Traffic Light Protocol is written as that has it, whatever the case
 * it was typed in; any other is left alone. */
static char *
dup_marking (const char *marking)
{
  static const char *const tlp[] = { "TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED" };

  for (guint i = 0; i < G_N_ELEMENTS (tlp); i++)
    if (g_ascii_strcasecmp (marking, tlp[i]) == 0)
      return g_strdup (tlp[i]);

  return g_strdup (marking);
}

/* What the options say of the briefing goes before what the record and the template
 * do. */
static void
set_imprint (SbCli *self,
             SbBriefingInput *input)
{
  g_autofree char *marking = self->marking != NULL ? dup_marking (self->marking) : NULL;
  const struct
  {
    SbTemplateWords words;
    const char *text;
  } texts[] = {
    { SB_TEMPLATE_WORDS_AUTHOR, self->author },
    { SB_TEMPLATE_WORDS_INSTITUTION, self->institution },
    { SB_TEMPLATE_WORDS_SERIES, self->series },
    { SB_TEMPLATE_WORDS_THEME, self->theme },
    { SB_TEMPLATE_WORDS_CONTACTS, self->contacts },
    { SB_TEMPLATE_WORDS_DISTRIBUTION, self->distribution },
    { SB_TEMPLATE_WORDS_MARKING, marking },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i].text != NULL)
      sb_briefing_input_set_words (input, texts[i].words, texts[i].text);
}

/* Whom and what the briefing is about, and since when changes are told. FALSE when an
 * option is wrong; it was said. */
static gboolean
set_subject (SbCli *self,
             SbStore *store,
             SbBriefingInput *input)
{
  g_autoptr (SbRecord) actor = self->actor != NULL ? sb_cli_find_record (store, SB_KIND_ACTOR, self->actor) : NULL;
  g_autoptr (SbRecord) place = self->place != NULL ? sb_cli_find_record (store, SB_KIND_PLACE, self->place) : NULL;
  g_autoptr (GError) error = NULL;
  int since;

  if ((self->actor != NULL && actor == NULL) || (self->place != NULL && place == NULL))
    return FALSE;

  sb_briefing_input_set_actor (input, actor);
  sb_briefing_input_set_place (input, place);
  if (self->since == NULL)
    return TRUE;
  if (!sb_cli_read_day ("since", self->since, &since))
    return FALSE;
  if (!sb_briefing_loader_load_changes (store, input, since, &error))
    {
      sb_cli_fail (self->catalogue, error);
      return FALSE;
    }

  return TRUE;
}

static gboolean
open_press (Press *press,
            SbStore *store,
            SbRecord *briefing,
            const Days *days,
            SbPaper paper,
            GError **error)
{
  g_autoptr (SbBasemap) basemap = NULL;

  press->input = sb_briefing_loader_load_days (store, briefing, press->template, days->days, days->n_days, error);
  if (press->input == NULL)
    return FALSE;

  basemap = sb_basemap_new (error);
  if (basemap == NULL)
    return FALSE;

  press->painter = sb_basemap_painter_new (basemap);
  press->typesetter = sb_typesetter_new (paper);
  return TRUE;
}

/* Both editions go into one file: French first, each with its own pages and notes, or
 * French left and English right. */
static SbCliStatus
print_editions (SbCli *self,
                Press *press,
                const Manner *manner)
{
  g_autoptr (GPtrArray) editions = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  if (manner->languages.manner == SB_EDITIONS_IN_COLUMNS)
    editions = sb_edition_new_columns (press->template, press->input, press->typesetter, press->painter);
  else
    editions = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_edition_unref);
  for (SbLanguage i = 0; i < SB_N_LANGUAGES && manner->languages.manner == SB_EDITIONS_APART; i++)
    if (manner->languages.is_wanted[i])
      g_ptr_array_add (editions, sb_edition_new (press->template, press->input, i, press->typesetter, press->painter));
  if (self->wants_check)
    findings = sb_briefing_checks_run (press->template, press->input, (SbEdition *const *) editions->pdata, editions->len);

  return sb_cli_print_editions (self, editions, findings, manner->format);
}

/* Reads what is not a matter of the catalogue. */
static SbCliStatus
read_manner (SbCli *self,
             Manner *manner)
{
  SbCliStatus status = sb_cli_read_sheets (self, &manner->format, &manner->paper);

  if (status != SB_CLI_DONE)
    return status;

  if (self->language == NULL)
    return sb_cli_refuse ("%s", _ ("--language needs fr, en, both or columns."));
  status = sb_cli_read_languages (self, manner->format, &manner->languages);
  if (status != SB_CLI_DONE)
    return status;

  return sb_cli_check_period (self) ? SB_CLI_DONE : SB_CLI_WRONG_ARGUMENTS;
}

static SbCliStatus
read_days (SbCli *self,
           Days *days)
{
  g_auto (GStrv) parts = self->dates != NULL ? g_strsplit (self->dates, ",", -1) : NULL;
  guint n_parts = parts != NULL ? g_strv_length (parts) : 0;

  if (n_parts > SB_BRIEFING_MAX_DAYS)
    return sb_cli_refuse (_ ("--dates takes %d days at most."), SB_BRIEFING_MAX_DAYS);

  for (guint i = 0; i < n_parts; i++)
    if (!sb_cli_read_day ("dates", parts[i], &days->days[i]))
      return SB_CLI_WRONG_ARGUMENTS;

  days->n_days = n_parts;
  return SB_CLI_DONE;
}

/* The briefing with the headline, the number and the cutoff of the options. NULL when
 * one is wrong; it was said. */
static SbRecord *
set_issue (SbCli *self,
           SbRecord *briefing)
{
  g_autoptr (SbRecordBuilder) builder = sb_record_builder_new_from (briefing);
  gint64 number;

  if (self->title != NULL)
    sb_record_builder_set_words (builder, SB_BRIEFING_TITLE, self->title, self->title);
  if (self->number_text != NULL)
    {
      if (!g_ascii_string_to_signed (self->number_text, 10, 1, G_MAXINT, &number, NULL))
        {
          sb_cli_refuse ("%s", _ ("--number needs a whole number, from 1."));
          return NULL;
        }
      sb_record_builder_set_integer (builder, SB_BRIEFING_NUMBER, number);
    }
  if (self->cutoff_text != NULL)
    {
      g_autoptr (GDateTime) time = sb_briefing_parse_cutoff (self->cutoff_text);

      if (time == NULL)
        {
          sb_cli_refuse ("%s", _ ("--cutoff needs a time such as 2026-04-29T18:00."));
          return NULL;
        }
      sb_record_builder_set_time (builder, SB_BRIEFING_CUTOFF, g_date_time_to_unix (time));
    }

  return sb_record_builder_end (g_steal_pointer (&builder));
}

SbCliStatus
sb_cli_brief (SbCli *self)
{
  g_auto (Press) press = { 0 };
  Days days = { 0 };
  g_autoptr (SbStore) store = NULL;
  g_autoptr (SbRecord) found = NULL;
  g_autoptr (SbRecord) adapted = NULL;
  g_autoptr (SbRecord) briefing = NULL;
  g_autoptr (GError) error = NULL;
  Manner manner = { SB_BRIEFING_FORMAT_PDF, SB_PAPER_A4, { { FALSE }, SB_EDITIONS_APART } };
  SbCliStatus status = read_manner (self, &manner);

  if (status != SB_CLI_DONE)
    return status;

  status = read_days (self, &days);
  if (status != SB_CLI_DONE)
    return status;

  press.template = sb_cli_open_template (self->arguments[0], &status);
  if (press.template == NULL)
    return status;

  store = sb_cli_open_store (self, SB_STORE_READ_ONLY);
  if (store == NULL)
    return SB_CLI_FAILED;

  found = sb_briefing_loader_choose (store, sb_template_get_name (press.template), &error);
  if (found == NULL)
    return sb_cli_fail (self->catalogue, error);

  adapted = adapt_briefing (self, store, found, &days);
  briefing = adapted != NULL ? set_issue (self, adapted) : NULL;
  if (briefing == NULL)
    return SB_CLI_WRONG_ARGUMENTS;

  if (!open_press (&press, store, briefing, &days, manner.paper, &error))
    return sb_cli_fail (self->catalogue, error);
  if (!set_subject (self, store, press.input))
    return SB_CLI_WRONG_ARGUMENTS;
  set_imprint (self, press.input);

  return print_editions (self, &press, &manner);
}
