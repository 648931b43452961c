/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-briefing-finding.h"

#include "sb-briefing.h"
#include "sb-date-format.h"
#include "sb-translate.h"

#include <glib/gi18n.h>

/* A sentence that is quoted in another one is cut there. */
#define MAX_PASSAGE 120

static const char *const codes[SB_N_BRIEFING_FINDINGS] = {
  [SB_BRIEFING_FINDING_UNSOURCED] = "unsourced",
  [SB_BRIEFING_FINDING_UNKNOWN_SOURCE] = "unknown-source",
  [SB_BRIEFING_FINDING_OFF_SCALE] = "off-scale",
  [SB_BRIEFING_FINDING_MIXED] = "mixed",
  [SB_BRIEFING_FINDING_DATE] = "date",
  [SB_BRIEFING_FINDING_UNTRANSLATED] = "untranslated",
  [SB_BRIEFING_FINDING_PAGES] = "pages",
  [SB_BRIEFING_FINDING_AS_OF] = "as-of",
  [SB_BRIEFING_FINDING_STALE] = "stale",
  [SB_BRIEFING_FINDING_COMMENT] = "comment",
  [SB_BRIEFING_FINDING_LOST] = "lost",
  [SB_BRIEFING_FINDING_SETTING] = "setting",
  [SB_BRIEFING_FINDING_LATER] = "later",
  [SB_BRIEFING_FINDING_CUTOFF] = "cutoff",
  [SB_BRIEFING_FINDING_HINDSIGHT] = "hindsight",
  [SB_BRIEFING_FINDING_DAMAGED] = "damaged-issue",
};

const char *
sb_briefing_finding_get_code (const SbBriefingFinding *self)
{
  g_return_val_if_fail (self != NULL, "");

  return codes[self->kind];
}

static char *
dup_passage (const SbBriefingFinding *self,
             SbLanguage language)
{
  const char *text = self->passage;

  if (text == NULL)
    text = self->record != NULL ? sb_record_get_title (self->record, language) : "";

  if (g_utf8_strlen (text, -1) > MAX_PASSAGE)
    {
      g_autofree char *cut = g_utf8_substring (text, 0, MAX_PASSAGE - 1);

      return g_strdup_printf ("%s…", cut);
    }

  return g_strdup (text);
}

/* The first date of a record; "" for none. */
static char *
dup_date (SbRecord *record,
          SbLanguage language)
{
  const SbSchema *schema = sb_record_get_schema (record);

  for (guint i = 0; i < schema->n_fields; i++)
    if (schema->fields[i].type == SB_FIELD_DATE && sb_record_get_date (record, i) != NULL)
      return sb_date_format (sb_record_get_date (record, i), language, SB_DATE_STYLE_LONG);

  return g_strdup ("");
}

static char *
dup_comment (const SbBriefingFinding *self,
             const char *passage,
             SbLanguage language)
{
  const char *author = self->record != NULL ? sb_record_get_text (self->record, SB_BRIEFING_COMMENT_AUTHOR) : NULL;

  if (author == NULL)
    return g_strdup_printf (sb_translate (language, "A comment is open: “%s”"), passage);

  return g_strdup_printf (sb_translate (language, "A comment of %s is open: “%s”"), author, passage);
}

static char *
dup_untranslated (const SbBriefingFinding *self,
                  const char *passage,
                  SbLanguage language)
{
  gboolean is_french = (self->languages & (1u << SB_LANGUAGE_FR)) != 0;

  if (self->passage != NULL)
    return g_strdup_printf (is_french ? sb_translate (language, "A quotation has no French translation: “%s”") : sb_translate (language, "A quotation has no English translation: “%s”"), passage);
  if (self->line > 0)
    return g_strdup (is_french ? sb_translate (language, "Its text is missing in French") : sb_translate (language, "Its text is missing in English"));

  return g_strdup (is_french ? sb_translate (language, "Its heading is missing in French") : sb_translate (language, "Its heading is missing in English"));
}

static char *
dup_damaged (const SbBriefingFinding *self,
             SbLanguage language)
{
  if (self->languages == 0)
    return g_strdup_printf (sb_translate (language, "Issue %u is damaged: its record is not the one that was issued"), self->issue);
  if ((self->languages & (1u << SB_LANGUAGE_FR)) != 0)
    return g_strdup_printf (sb_translate (language, "Issue %u is damaged: its pages in French are not those that were issued"), self->issue);

  return g_strdup_printf (sb_translate (language, "Issue %u is damaged: its pages in English are not those that were issued"), self->issue);
}

static char *
dup_as_of (const SbBriefingFinding *self,
           const char *passage,
           SbLanguage language)
{
  g_autofree char *day = sb_day_format (self->as_of, language, SB_DATE_STYLE_LONG);
  g_autofree char *date = dup_date (self->record, language);

  /* Translators: a day, the title of an event, and its date. */
  return g_strdup_printf (sb_translate (language, "It is told as of %s, but there is a newer event: “%s” (%s)"), day, passage, date);
}

static char *
dup_contradiction (const SbBriefingFinding *self,
                   const char *passage,
                   SbLanguage language)
{
  g_autofree char *date = dup_date (self->record, language);

  /* Translators: a sentence, the title of the record that it cites, and its date. */
  return g_strdup_printf (sb_translate (language, "“%s” has another date than “%s” (%s)"), passage, sb_record_get_title (self->record, language), date);
}

static char *
dup_later (const SbBriefingFinding *self,
           const char *passage,
           SbLanguage language)
{
  g_autofree char *day = sb_day_format (self->as_of, language, SB_DATE_STYLE_LONG);
  const char *title = sb_record_get_title (self->record, language);

  /* Translators: a sentence, the title of the record that it cites, and a day. */
  if (!self->has_cutoff)
    return g_strdup_printf (sb_translate (language, "“%s” cites what came later than the as-of day: “%s” was not known on %s"), passage, title, day);

  return g_strdup_printf (sb_translate (language, "“%s” cites what came later than the data cutoff: “%s” was not known on %s"), passage, title, day);
}

static char *
dup_hindsight (const SbBriefingFinding *self,
               SbLanguage language)
{
  g_autofree char *day = sb_day_format (self->as_of, language, SB_DATE_STYLE_LONG);

  /* Translators: a day. */
  return g_strdup_printf (sb_translate_plural (language, "There is no data cutoff: %u fact is told that nobody had written of by the as-of day (%s)",
                                               "There is no data cutoff: %u facts are told that nobody had written of by the as-of day (%s)", self->n_facts),
                          self->n_facts, day);
}

static char *
dup_cutoff (const SbBriefingFinding *self,
            SbLanguage language)
{
  g_autofree char *day = sb_day_format (self->as_of, language, SB_DATE_STYLE_LONG);

  /* Translators: a day. */
  return g_strdup_printf (sb_translate_plural (language, "%u fact was left out because it was known only after the data cutoff (%s)",
                                               "%u facts were left out because they were known only after the data cutoff (%s)", self->n_facts),
                          self->n_facts, day);
}

char *
sb_briefing_finding_dup_sentence (const SbBriefingFinding *self,
                                  SbLanguage language)
{
  g_autofree char *passage = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  passage = dup_passage (self, language);
  switch (self->kind)
    {
    case SB_BRIEFING_FINDING_UNKNOWN_SOURCE:
      return g_strdup_printf (sb_translate (language, "It cites what the catalogue does not have: %s"), passage);
    case SB_BRIEFING_FINDING_OFF_SCALE:
      return g_strdup_printf (sb_translate (language, "“%s” is on no scale of likelihood"), passage);
    case SB_BRIEFING_FINDING_MIXED:
      return g_strdup_printf (sb_translate (language, "A likelihood and a confidence share a sentence: “%s”"), passage);
    case SB_BRIEFING_FINDING_DATE:
      return dup_contradiction (self, passage, language);
    case SB_BRIEFING_FINDING_UNTRANSLATED:
      return dup_untranslated (self, passage, language);
    case SB_BRIEFING_FINDING_PAGES:
      return g_strdup_printf (sb_translate_plural (language, "It has %u pages, of which %u is allowed", "It has %u pages, of which %u are allowed", self->max_pages), self->n_pages, self->max_pages);
    case SB_BRIEFING_FINDING_AS_OF:
      return dup_as_of (self, passage, language);
    case SB_BRIEFING_FINDING_STALE:
      return g_strdup (sb_translate (language, "The catalogue has changed since its text was taken over"));
    case SB_BRIEFING_FINDING_COMMENT:
      return dup_comment (self, passage, language);
    case SB_BRIEFING_FINDING_LOST:
      return g_strdup (sb_translate (language, "Its text does not print: the template has no such block"));
    case SB_BRIEFING_FINDING_SETTING:
      return g_strdup_printf (sb_translate (language, "A setting cannot be read: %s"), passage);
    case SB_BRIEFING_FINDING_LATER:
      return dup_later (self, passage, language);
    case SB_BRIEFING_FINDING_CUTOFF:
      return dup_cutoff (self, language);
    case SB_BRIEFING_FINDING_HINDSIGHT:
      return dup_hindsight (self, language);
    case SB_BRIEFING_FINDING_DAMAGED:
      return dup_damaged (self, language);
    case SB_BRIEFING_FINDING_UNSOURCED:
    default:
      return g_strdup_printf (sb_translate (language, "No source: “%s”"), passage);
    }
}

gboolean
sb_briefing_finding_is_of_imprint (const SbBriefingFinding *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->kind == SB_BRIEFING_FINDING_AS_OF || self->kind == SB_BRIEFING_FINDING_CUTOFF || self->kind == SB_BRIEFING_FINDING_HINDSIGHT;
}

void
sb_briefing_finding_free (SbBriefingFinding *self)
{
  if (self == NULL)
    return;

  g_free (self->block);
  g_free (self->passage);
  g_clear_object (&self->record);
  g_free (self);
}
