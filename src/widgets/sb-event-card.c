/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-event-card.h"

#include "sb-event.h"
#include "sb-evidence.h"
#include "sb-grade.h"
#include "sb-record-dates.h"

#include <glib/gi18n.h>

/* A card is looked at in passing. */
#define MAX_NAMES 4

/* The names of the records that the items of a list refer to by their first
 * field. */
static char *
dup_names (SbRecord *event,
           guint list,
           SbLanguage language)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n_items = sb_record_get_n_items (event, list);

  for (guint i = 0; i < MIN (n_items, MAX_NAMES); i++)
    {
      SbRef *ref = sb_record_get_ref (sb_record_get_item (event, list, i), 0);

      if (ref != NULL)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", sb_ref_get_name (ref, language));
    }

  if (n_items > MAX_NAMES)
    g_string_append_printf (names, " +%u", n_items - MAX_NAMES);

  return g_strdup (names->str);
}

static char *
dup_fatalities (SbRecord *event)
{
  gint64 low = sb_record_get_integer (event, SB_EVENT_FATALITIES_LOW, -1);
  gint64 high = sb_record_get_integer (event, SB_EVENT_FATALITIES_HIGH, low);

  if (low < 0 && high < 0)
    return NULL;
  if (low == high || low < 0)
    return g_strdup_printf (ngettext ("%u death", "%u deaths", (gulong) high), (guint) high);

  /* Translators: at least and at most so many people died. */
  return g_strdup_printf (_ ("%u to %u deaths"), (guint) low, (guint) high);
}

/* The best grade of what supports it, as "Jeune Afrique, B2". */
static char *
dup_grade (GPtrArray *evidence,
           SbLanguage language)
{
  SbRecord *best = NULL;
  g_autofree char *grade = NULL;
  SbRef *source;

  for (guint i = 0; i < evidence->len; i++)
    {
      SbRecord *item = g_ptr_array_index (evidence, i);

      if (sb_record_get_term (item, SB_EVIDENCE_STANCE, SB_STANCE_SUPPORTS) != SB_STANCE_SUPPORTS)
        continue;

      if (best == NULL ||
          sb_grade_compare (sb_record_get_term (item, SB_EVIDENCE_RELIABILITY, SB_RELIABILITY_NONE),
                            sb_record_get_term (item, SB_EVIDENCE_CREDIBILITY, SB_CREDIBILITY_NONE),
                            sb_record_get_term (best, SB_EVIDENCE_RELIABILITY, SB_RELIABILITY_NONE),
                            sb_record_get_term (best, SB_EVIDENCE_CREDIBILITY, SB_CREDIBILITY_NONE)) < 0)
        best = item;
    }

  if (best == NULL)
    return g_strdup (_ ("Unsourced"));

  grade = sb_grade_format (sb_record_get_term (best, SB_EVIDENCE_RELIABILITY, SB_RELIABILITY_NONE),
                           sb_record_get_term (best, SB_EVIDENCE_CREDIBILITY, SB_CREDIBILITY_NONE));
  source = sb_record_get_ref (best, SB_EVIDENCE_SOURCE);
  if (source == NULL)
    return *grade != '\0' ? g_steal_pointer (&grade) : NULL;

  return *grade != '\0' ? g_strdup_printf ("%s, %s", sb_ref_get_name (source, language), grade)
                        : g_strdup (sb_ref_get_name (source, language));
}

/* What there is to say, a line each; nothing of what is not known. */
static GPtrArray *
list_lines (SbRecord *event,
            GPtrArray *evidence,
            guint n_events,
            SbLanguage language)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *date = sb_record_format_date (event, SB_EVENT_DATE, language, SB_DATE_STYLE_LONG);

  g_ptr_array_add (lines, g_strdup_printf ("%s · %s", date, sb_record_get_term_label (event, SB_EVENT_TYPE, language)));
  g_ptr_array_add (lines, dup_names (event, SB_EVENT_PLACES, language));
  g_ptr_array_add (lines, dup_names (event, SB_EVENT_ACTORS, language));
  g_ptr_array_add (lines, dup_fatalities (event));
  if (evidence != NULL)
    g_ptr_array_add (lines, dup_grade (evidence, language));
  if (n_events > 1)
    g_ptr_array_add (lines, g_strdup_printf (ngettext ("and %u other event here", "and %u other events here", n_events - 1),
                                             n_events - 1));

  for (guint i = lines->len; i > 0; i--)
    {
      const char *line = g_ptr_array_index (lines, i - 1);

      if (line == NULL || *line == '\0')
        g_ptr_array_remove_index (lines, i - 1);
    }

  return lines;
}

char *
sb_event_card_markup (SbRecord *event,
                      GPtrArray *evidence,
                      guint n_events,
                      SbLanguage language)
{
  g_autoptr (GPtrArray) lines = NULL;
  GString *markup = g_string_new (NULL);

  g_return_val_if_fail (SB_IS_RECORD (event), NULL);

  lines = list_lines (event, evidence, n_events, language);
  for (guint i = 0; i < lines->len; i++)
    {
      g_autofree char *line = g_markup_escape_text (g_ptr_array_index (lines, i), -1);

      if (i == 0)
        {
          g_autofree char *title = g_markup_escape_text (sb_record_get_title (event, language), -1);

          g_string_append_printf (markup, "<small>%s</small>\n<b>%s</b>", line, title);
          continue;
        }

      g_string_append_printf (markup, "\n<small>%s</small>", line);
    }

  return g_string_free (markup, FALSE);
}

char *
sb_event_card_text (SbRecord *event,
                    GPtrArray *evidence,
                    guint n_events,
                    SbLanguage language)
{
  g_autoptr (GPtrArray) lines = NULL;
  GString *text;

  g_return_val_if_fail (SB_IS_RECORD (event), NULL);

  lines = list_lines (event, evidence, n_events, language);
  text = g_string_new (sb_record_get_title (event, language));
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, ". %s", (char *) g_ptr_array_index (lines, i));

  return g_string_free (text, FALSE);
}
