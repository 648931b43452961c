/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-table-words.h"

#include "sb-error-text.h"
#include "sb-table-error.h"
#include "sb-translate.h"

#include <glib/gi18n.h>

static const char *const fields[SB_N_TABLE_FIELDS] = {
  [SB_TABLE_FIELD_ID] = N_ ("Identifier"),
  [SB_TABLE_FIELD_DATE] = N_ ("Date"),
  [SB_TABLE_FIELD_DATE_END] = N_ ("Last day"),
  [SB_TABLE_FIELD_DATE_PRECISION] = N_ ("Precision of the date"),
  [SB_TABLE_FIELD_YEAR] = N_ ("Year"),
  [SB_TABLE_FIELD_COUNTRY] = N_ ("Country"),
  [SB_TABLE_FIELD_COUNTRY_CODE] = N_ ("Country code"),
  [SB_TABLE_FIELD_ADMIN1] = N_ ("Region"),
  [SB_TABLE_FIELD_ADMIN2] = N_ ("Second level (cercle, department)"),
  [SB_TABLE_FIELD_ADMIN3] = N_ ("Third level (commune)"),
  [SB_TABLE_FIELD_LOCATION] = N_ ("Place"),
  [SB_TABLE_FIELD_LATITUDE] = N_ ("Latitude"),
  [SB_TABLE_FIELD_LONGITUDE] = N_ ("Longitude"),
  [SB_TABLE_FIELD_POINT] = N_ ("Latitude and longitude"),
  [SB_TABLE_FIELD_PLACE_PRECISION] = N_ ("Precision of the place"),
  [SB_TABLE_FIELD_TYPE] = N_ ("Type"),
  [SB_TABLE_FIELD_SUBTYPE] = N_ ("Subtype"),
  [SB_TABLE_FIELD_VIOLENCE] = N_ ("Type of violence (UCDP)"),
  [SB_TABLE_FIELD_ACTOR1] = N_ ("First actor"),
  [SB_TABLE_FIELD_ASSOCIATES1] = N_ ("With the first actor"),
  [SB_TABLE_FIELD_INTER1] = N_ ("Kind of the first actor"),
  [SB_TABLE_FIELD_ACTOR2] = N_ ("Second actor"),
  [SB_TABLE_FIELD_ASSOCIATES2] = N_ ("With the second actor"),
  [SB_TABLE_FIELD_INTER2] = N_ ("Kind of the second actor"),
  [SB_TABLE_FIELD_TARGETING] = N_ ("Civilians targeted"),
  [SB_TABLE_FIELD_FATALITIES] = N_ ("Deaths"),
  [SB_TABLE_FIELD_FATALITIES_LOW] = N_ ("Deaths, lowest estimate"),
  [SB_TABLE_FIELD_FATALITIES_HIGH] = N_ ("Deaths, highest estimate"),
  [SB_TABLE_FIELD_NOTES] = N_ ("Account"),
  [SB_TABLE_FIELD_SOURCE] = N_ ("Source"),
  [SB_TABLE_FIELD_TAGS] = N_ ("Tags"),
  [SB_TABLE_FIELD_TIMESTAMP] = N_ ("Last change"),
  [SB_TABLE_FIELD_URL] = N_ ("Web address"),
  [SB_TABLE_FIELD_TITLE] = N_ ("Title"),
  [SB_TABLE_FIELD_TEXT] = N_ ("Text"),
  [SB_TABLE_FIELD_LANGUAGE] = N_ ("Language"),
  [SB_TABLE_FIELD_FILES] = N_ ("Files"),
  [SB_TABLE_FIELD_NAME_FR] = N_ ("Name in French"),
  [SB_TABLE_FIELD_OTHER_NAMES] = N_ ("Other names"),
  [SB_TABLE_FIELD_KIND] = N_ ("Kind"),
  [SB_TABLE_FIELD_POPULATION] = N_ ("Population"),
  [SB_TABLE_FIELD_PCODE] = N_ ("P-code"),
  [SB_TABLE_FIELD_DELETED] = N_ ("When it was taken back"),
};

const char *
sb_table_words_get_field (SbTableField field,
                          SbTableSubject subject)
{
  g_return_val_if_fail ((guint) field < SB_N_TABLE_FIELDS, "");

  if (field == SB_TABLE_FIELD_TITLE && subject == SB_TABLE_PLACES)
    return _ ("Name");

  return _ (fields[field]);
}

const char *
sb_table_words_get_subject (SbTableSubject subject)
{
  switch (subject)
    {
    case SB_TABLE_EVENTS:
      return _ ("Events");
    case SB_TABLE_DOCUMENTS:
      return _ ("Documents");
    case SB_TABLE_PLACES:
      return _ ("Places");
    case SB_TABLE_FIGURES:
      return _ ("Figures");
    case SB_N_TABLE_SUBJECTS:
    default:
      g_return_val_if_reached ("");
    }
}

/* A column that cannot be done without is told by the name of its field; places call
 * their title a name. */
static char *
describe_error (const SbTableSample *sample)
{
  SbTableSubject subject = sb_import_spec_get_subject (sample->spec);
  SbTableField field = SB_TABLE_FIELD_TITLE;

  if (!g_error_matches (sample->error, SB_TABLE_ERROR, SB_TABLE_ERROR_COLUMNS) ||
      (!sb_table_field_parse (sample->error->message, &field) && g_strcmp0 (sample->error->message, "name") != 0))
    return sb_error_text (sample->error, sb_language_get_interface ());

  /* Translators: %s is what a column holds: "Date", "Title". */
  return g_strdup_printf (_ ("Say which column holds “%s”: nothing can be taken without it."),
                          sb_table_words_get_field (field, subject));
}

static char *
describe_rows (const SbTableSample *sample)
{
  if (sample->n_usable < sample->n_rows)
    /* Translators: how many of how many lines. */
    return g_strdup_printf (ngettext ("%u of %u line can be taken.", "%u of %u lines can be taken.", sample->n_rows),
                            sample->n_usable, sample->n_rows);

  if (sample->is_whole)
    return g_strdup_printf (ngettext ("The only line can be taken.", "All %u lines can be taken.", sample->n_rows), sample->n_rows);

  return g_strdup_printf (ngettext ("The first line can be taken.", "The first %u lines can all be taken.", sample->n_rows),
                          sample->n_rows);
}

char *
sb_table_words_judge (const SbTableSample *sample)
{
  g_autofree char *rows = NULL;

  g_return_val_if_fail (sample != NULL, NULL);

  if (sample->error != NULL)
    return describe_error (sample);

  if (sample->n_rows == 0)
    return g_strdup (_ ("There are no lines in this table."));

  rows = describe_rows (sample);
  if (sample->reason == NULL)
    return g_steal_pointer (&rows);

  /* Translators: a sentence, a number, and another sentence that says why. */
  return g_strdup_printf (_ ("%s Line %u: %s"), rows, sample->refused_line,
                          sb_translate (sb_language_get_interface (), sample->reason));
}
