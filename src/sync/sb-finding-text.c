/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sync"

#include "config.h"

#include "sb-finding-text.h"

#include <glib/gi18n.h>

#include "sb-translate.h"

/* "%u" is the number. */
static const struct
{
  const char *one;
  const char *many;
} texts[SB_N_FINDINGS] = {
  [SB_FINDING_PAGES] = {
    N_ ("The file is damaged in %u place."),
    N_ ("The file is damaged in %u places."),
  },
  [SB_FINDING_REFERENCE] = {
    N_ ("%u entry belongs to a record that is not there."),
    N_ ("%u entries belong to records that are not there."),
  },
  [SB_FINDING_SEARCH_INDEX] = {
    N_ ("The search index misses %u record."),
    N_ ("The search index misses %u records."),
  },
  [SB_FINDING_NO_FIELDS] = {
    N_ ("%u record has lost its fields."),
    N_ ("%u records have lost their fields."),
  },
  [SB_FINDING_KIND] = {
    N_ ("%u record has the fields of another kind."),
    N_ ("%u records have the fields of another kind."),
  },
  [SB_FINDING_UUID] = {
    N_ ("%u record has an identifier that is not valid."),
    N_ ("%u records have identifiers that are not valid."),
  },
  [SB_FINDING_DATE] = {
    N_ ("%u date is filed under other days than its own."),
    N_ ("%u dates are filed under other days than their own."),
  },
  [SB_FINDING_TEXT] = {
    N_ ("The text of %u document is not the one that was stored."),
    N_ ("The texts of %u documents are not those that were stored."),
  },
  [SB_FINDING_BLOCKS] = {
    N_ ("The paragraphs of %u document do not fit its text."),
    N_ ("The paragraphs of %u documents do not fit their texts."),
  },
  [SB_FINDING_EXTRACT] = {
    N_ ("%u extract is not where it says in its document."),
    N_ ("%u extracts are not where they say in their documents."),
  },
  [SB_FINDING_ORIGINAL] = {
    N_ ("%u original file is not the one that was stored."),
    N_ ("%u original files are not those that were stored."),
  },
  [SB_FINDING_ORPHAN] = {
    N_ ("%u original file belongs to no document."),
    N_ ("%u original files belong to no document."),
  },
  [SB_FINDING_ISSUE] = {
    N_ ("%u issue of a briefing is not what it was when it was issued."),
    N_ ("%u issues of briefings are not what they were when they were issued."),
  },
  [SB_FINDING_HISTORY] = {
    N_ ("%u change of the history cannot be read, and so not be undone."),
    N_ ("%u changes of the history cannot be read, and so not be undone."),
  },
};

/* "12, 15, 31" */
static char *
list_records (const SbFinding *finding)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < finding->records->len; i++)
    g_string_append_printf (list, "%s%" G_GINT64_FORMAT, i > 0 ? ", " : "", g_array_index (finding->records, gint64, i));
  if (finding->records->len < finding->count)
    g_string_append (list, ", …");

  return g_string_free (g_steal_pointer (&list), FALSE);
}

/* @format with its first "%u" or "%s" replaced: what is translated is no format
 * that a compiler can check. */
static char *
fill_in (const char *format,
         const char *mark,
         const char *value)
{
  g_auto (GStrv) parts = g_strsplit (format, mark, 2);

  return g_strjoinv (value, parts);
}

char *
sb_finding_text (const SbFinding *finding,
                 SbLanguage language)
{
  const char *format;
  g_autofree char *number = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *records = NULL;
  g_autofree char *whole = NULL;

  g_return_val_if_fail (finding != NULL, NULL);

  /* In both languages one is one. */
  format = sb_translate (language, finding->count == 1 ? texts[finding->code].one : texts[finding->code].many);
  number = g_strdup_printf ("%" G_GUINT64_FORMAT, finding->count);
  sentence = fill_in (format, "%u", number);
  if (finding->records->len == 0)
    return g_steal_pointer (&sentence);

  /* Translators: a sentence, and the numbers of the records that it is about. */
  format = sb_translate (language, N_ ("%s Records: %s"));
  records = list_records (finding);
  whole = fill_in (format, "%s", sentence);
  return fill_in (whole, "%s", records);
}
