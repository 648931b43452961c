/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-briefing-checks.h"

#include "sb-briefing.h"
#include "sb-date-format.h"
#include "sb-edition-private.h"
#include "sb-event.h"
#include "sb-filled-text.h"
#include "sb-likelihood-check-private.h"
#include "sb-logo.h"
#include "sb-record-known.h"
#include "sb-sheets-private.h"
#include "sb-text-facts-private.h"
#include "sb-wording-private.h"

/* Looking through one briefing. */
typedef struct
{
  const SbBriefingInput *input; /* not owned */
  SbEdition *const *editions; /* not owned */
  guint n_editions;
  SbOutline *outline; /* not owned */
  GPtrArray *findings; /* (owned) (element-type SbBriefingFinding) */
  GHashTable *names; /* (owned) of who and what is known */
  SbLanguage language; /* of what is being looked at */
} Checking;

/* A fact of the catalogue is one finding, though both editions have it. */
static SbBriefingFinding *
find_same (const Checking *self,
           SbBriefingFindingKind kind,
           const char *block,
           SbRecord *record)
{
  for (guint i = 0; record != NULL && i < self->findings->len; i++)
    {
      SbBriefingFinding *finding = g_ptr_array_index (self->findings, i);

      if (finding->kind == kind && finding->record == record && finding->passage == NULL && g_strcmp0 (finding->block, block) == 0)
        return finding;
    }

  return NULL;
}

static SbBriefingFinding *
add_finding (Checking *self,
             SbBriefingFindingKind kind,
             guint languages,
             const char *block,
             guint line)
{
  SbBriefingFinding *finding = g_new0 (SbBriefingFinding, 1);

  finding->kind = kind;
  finding->languages = languages;
  finding->block = g_strdup (block);
  finding->line = line;
  g_ptr_array_add (self->findings, finding);

  return finding;
}

static void
check_records (Checking *self,
               const SbEdition *edition)
{
  GPtrArray *lacks = _sb_edition_get_lacks (edition);

  for (guint i = 0; i < lacks->len; i++)
    {
      const SbLack *lack = g_ptr_array_index (lacks, i);
      SbBriefingFindingKind kind = lack->kind == SB_LACK_TRANSLATION ? SB_BRIEFING_FINDING_UNTRANSLATED : SB_BRIEFING_FINDING_UNSOURCED;
      SbBriefingFinding *finding = lack->passage == NULL ? find_same (self, kind, lack->block, lack->record) : NULL;

      if (finding == NULL)
        {
          finding = add_finding (self, kind, 0, lack->block, lack->line);
          finding->record = g_object_ref (lack->record);
          finding->passage = g_strdup (lack->passage);
        }
      finding->languages |= 1u << sb_edition_get_language (edition);
    }
}

static void
likelihood_found (const char *block,
                  guint line,
                  gboolean is_mixed,
                  const char *words,
                  gpointer data)
{
  Checking *self = data;
  SbBriefingFinding *finding = add_finding (self, is_mixed ? SB_BRIEFING_FINDING_MIXED : SB_BRIEFING_FINDING_OFF_SCALE, 1u << self->language, block, line);

  finding->passage = g_strdup (words);
}

static void
check_pages (Checking *self,
             const SbEdition *edition)
{
  SbSheets *columns = sb_edition_get_columns (edition);
  SbBriefingFinding *finding;

  if (!sb_edition_is_over_budget (edition))
    return;

  /* Sheets that both languages share are one finding. */
  for (guint i = 0; columns != NULL && i < self->findings->len; i++)
    {
      finding = g_ptr_array_index (self->findings, i);
      if (finding->kind != SB_BRIEFING_FINDING_PAGES)
        continue;
      finding->languages |= 1u << sb_edition_get_language (edition);
      return;
    }

  finding = add_finding (self, SB_BRIEFING_FINDING_PAGES, 1u << sb_edition_get_language (edition), NULL, 0);
  finding->n_pages = sb_sheets_get_n_sheets (columns != NULL ? columns : sb_edition_get_sheets (edition));
  finding->max_pages = sb_template_get_max_pages (sb_outline_get_template (self->outline));
}

/* What is judged or advised in the place of records of that kind is no fact. */
static gboolean
states_facts (const Checking *self,
              const SbOutlineEntry *entry)
{
  g_autofree char *records = sb_outline_dup_key (self->outline, entry->name, "Records");
  g_auto (GStrv) kinds = records != NULL ? g_strsplit (records, ";", -1) : NULL;

  if (entry->kind == SB_TEMPLATE_BLOCK_RISKS || entry->kind == SB_TEMPLATE_BLOCK_SCENARIOS ||
      entry->kind == SB_TEMPLATE_BLOCK_RECOMMENDATIONS || entry->kind == SB_TEMPLATE_BLOCK_QUOTE)
    return FALSE;

  for (guint i = 0; kinds != NULL && kinds[i] != NULL; i++)
    {
      SbKind kind = sb_kind_parse (g_strstrip (kinds[i]));

      if (kind != SB_KIND_NONE && kind != SB_KIND_JUDGEMENT && kind != SB_KIND_RECOMMENDATION)
        return TRUE;
    }

  return kinds == NULL;
}

/* As it is written in full where the year is known, else as it was found. */
static char *
dup_date (const SbTextDate *date,
          SbLanguage language)
{
  if (date->month == 0 && date->first == date->last)
    return sb_day_format (date->first, language, SB_DATE_STYLE_LONG);

  return g_strdup (date->words);
}

/* A sentence that names days, none of which is one of what it cites. */
static void
check_dates (Checking *self,
             const SbOutlineEntry *entry,
             const SbSentence *sentence,
             SbRecord *record)
{
  g_autoptr (GPtrArray) dates = _sb_text_dates_find (sentence->text, self->language);
  SbBriefingFinding *finding;

  if (sb_record_get_kind (record) == SB_KIND_EXTRACT || sb_record_get_kind (record) == SB_KIND_DOCUMENT)
    return;
  for (guint i = 0; i < dates->len; i++)
    if (_sb_text_date_agrees (g_ptr_array_index (dates, i), record))
      return;
  if (dates->len == 0)
    return;

  finding = add_finding (self, SB_BRIEFING_FINDING_DATE, 1u << self->language, entry->name, sentence->line);
  finding->passage = dup_date (g_ptr_array_index (dates, 0), self->language);
  finding->record = g_object_ref (record);
}

/* What a page may know of: the day of its data cutoff, or that as of which it is told. */
static int
get_last_known_day (const Checking *self)
{
  SbRecord *briefing = sb_briefing_input_get_briefing (self->input);
  int day = sb_briefing_get_cutoff_day (briefing);

  if (day == SB_DATE_DAY_MAX && sb_record_has (briefing, SB_BRIEFING_AS_OF))
    day = sb_briefing_input_get_as_of (self->input);

  return day;
}

static void
check_later (Checking *self,
             const SbOutlineEntry *entry,
             const SbSentence *sentence,
             SbRecord *record,
             GPtrArray *evidence)
{
  int day = get_last_known_day (self);
  g_autoptr (SbRecord) known = sb_record_dup_known (record, evidence, day);
  SbBriefingFinding *finding;

  if (known != NULL)
    return;

  finding = add_finding (self, SB_BRIEFING_FINDING_LATER, 1u << self->language, entry->name, sentence->line);
  finding->passage = g_strdup (sentence->text);
  finding->record = g_object_ref (record);
  finding->as_of = day;
  finding->has_cutoff = sb_record_has (sb_briefing_input_get_briefing (self->input), SB_BRIEFING_CUTOFF);
}

static void
check_sentence (Checking *self,
                const SbOutlineEntry *entry,
                const SbSentence *sentence,
                gboolean is_made)
{
  for (guint i = 0; i < sentence->uuids->len; i++)
    {
      const char *uuid = g_ptr_array_index (sentence->uuids, i);
      GPtrArray *evidence;
      SbRecord *record = sb_briefing_input_find_citation (self->input, uuid, &evidence);

      if (record != NULL)
        check_later (self, entry, sentence, record, evidence);
      if (record != NULL && !is_made)
        check_dates (self, entry, sentence, record);
      else if (record == NULL)
        add_finding (self, SB_BRIEFING_FINDING_UNKNOWN_SOURCE, 1u << self->language, entry->name, sentence->line)->passage = g_strdup (uuid);
    }

  if (!sentence->is_sourced && !is_made && states_facts (self, entry) && _sb_text_facts_is_claim (sentence->text, self->language, self->names))
    add_finding (self, SB_BRIEFING_FINDING_UNSOURCED, 1u << self->language, entry->name, sentence->line)->passage = g_strdup (sentence->text);
}

/* The author's own text: that of the template says nothing of the region. */
static void
check_text (Checking *self,
            const SbOutlineEntry *entry,
            SbLanguage language)
{
  const char *text = sb_bilingual_get (entry->text, language);
  SbBilingual *made_from = entry->section != NULL ? sb_record_get_bilingual (entry->section, SB_BRIEFING_SECTION_MADE_FROM) : NULL;
  const char *made_text = sb_bilingual_get (made_from, language);
  g_autoptr (GPtrArray) sentences = NULL;
  g_autoptr (GPtrArray) made = NULL;

  if (text == NULL || !sb_record_has (entry->section, SB_BRIEFING_SECTION_TEXT))
    return;

  self->language = language;
  made = made_text != NULL ? _sb_text_facts_list_sentences (made_text) : NULL;
  sentences = _sb_text_facts_list_sentences (text);
  for (guint i = 0; i < sentences->len; i++)
    {
      const SbSentence *sentence = g_ptr_array_index (sentences, i);

      check_sentence (self, entry, sentence, _sb_text_facts_is_made (made, sentence));
    }
}

static void
check_translation (Checking *self,
                   const SbOutlineEntry *entry)
{
  for (SbLanguage language = 0; language < SB_N_LANGUAGES; language++)
    {
      if ((entry->missing & (1u << language)) == 0)
        continue;
      if (sb_bilingual_get (entry->heading, language) == NULL && !sb_bilingual_is_empty (entry->heading))
        add_finding (self, SB_BRIEFING_FINDING_UNTRANSLATED, 1u << language, entry->name, 0);
      if (sb_bilingual_get (entry->text, language) == NULL && !sb_bilingual_is_empty (entry->text))
        add_finding (self, SB_BRIEFING_FINDING_UNTRANSLATED, 1u << language, entry->name, 1);
    }
}

static void
check_entry (Checking *self,
             const SbOutlineEntry *entry)
{
  if (entry->problem != NULL)
    add_finding (self, SB_BRIEFING_FINDING_SETTING, 0, entry->name, 0)->passage = g_strdup (entry->problem);
  if (entry->is_lost)
    add_finding (self, SB_BRIEFING_FINDING_LOST, 0, entry->name, 0);
  if (entry->is_hidden || entry->is_lost)
    return;

  check_translation (self, entry);
  for (guint i = 0; i < self->n_editions; i++)
    check_text (self, entry, sb_edition_get_language (self->editions[i]));
  if (entry->state == SB_OUTLINE_BY_HAND && sb_record_has (entry->section, SB_BRIEFING_SECTION_MADE_FROM))
    {
      g_autoptr (SbBilingual) now = sb_filled_text_new (self->outline, self->input, entry->name);

      if (sb_filled_text_is_stale (self->outline, entry->name, now))
        add_finding (self, SB_BRIEFING_FINDING_STALE, 0, entry->name, 0);
    }
}

static void
check_as_of (Checking *self)
{
  SbRecord *event = sb_briefing_input_get_newest (self->input);
  SbDate *date = event != NULL ? sb_record_get_date (event, SB_EVENT_DATE) : NULL;
  SbBriefingFinding *finding;

  if (date == NULL || sb_date_get_first_day (date) <= sb_briefing_input_get_as_of (self->input))
    return;

  finding = add_finding (self, SB_BRIEFING_FINDING_AS_OF, 0, NULL, 0);
  finding->as_of = sb_briefing_input_get_as_of (self->input);
  finding->record = g_object_ref (event);
}

/* What the period has, and the data cutoff leaves out, would otherwise be missed by nobody. */
static void
check_cutoff (Checking *self)
{
  SbBriefingFinding *finding;

  if (sb_briefing_input_get_n_later (self->input) == 0)
    return;

  finding = add_finding (self, SB_BRIEFING_FINDING_CUTOFF, 0, NULL, 0);
  finding->n_facts = sb_briefing_input_get_n_later (self->input);
  finding->as_of = get_last_known_day (self);
}

/* A page that says as of when it is told, and not until when it knew, knows all of today. */
static void
check_hindsight (Checking *self)
{
  SbBriefingFinding *finding;

  if (sb_briefing_input_get_n_hindsight (self->input) == 0)
    return;

  finding = add_finding (self, SB_BRIEFING_FINDING_HINDSIGHT, 0, NULL, 0);
  finding->n_facts = sb_briefing_input_get_n_hindsight (self->input);
  finding->as_of = sb_briefing_input_get_as_of (self->input);
}

static void
check_comments (Checking *self)
{
  SbRecord *briefing = sb_outline_get_briefing (self->outline);

  for (guint i = 0; i < sb_record_get_n_items (briefing, SB_BRIEFING_COMMENTS); i++)
    {
      SbRecord *comment = sb_record_get_item (briefing, SB_BRIEFING_COMMENTS, i);
      SbBriefingFinding *finding;

      if (sb_record_get_boolean (comment, SB_BRIEFING_COMMENT_DONE))
        continue;
      finding = add_finding (self, SB_BRIEFING_FINDING_COMMENT, 0, sb_record_get_text (comment, SB_BRIEFING_COMMENT_BLOCK), 0);
      finding->passage = g_strdup (sb_record_get_text (comment, SB_BRIEFING_COMMENT_TEXT));
      finding->record = g_object_ref (comment);
    }
}

/* In the first edition that has it; what is in no text is looked for in the first. */
static void
find_place (const Checking *self,
            SbBriefingFinding *finding)
{
  for (guint i = 0; finding->block != NULL && i < self->n_editions && !finding->is_on_paper; i++)
    {
      SbEdition *edition = self->editions[i];

      if (finding->languages == 0 || finding->kind == SB_BRIEFING_FINDING_UNTRANSLATED || (finding->languages & (1u << sb_edition_get_language (edition))) != 0)
        finding->is_on_paper = sb_sheets_find_block (sb_edition_get_sheets (edition), finding->block, finding->line, &finding->place);
    }
  if (finding->is_on_paper)
    finding->place.block = finding->block;
}

static int
compare_findings (gconstpointer a,
                  gconstpointer b)
{
  const SbBriefingFinding *one = *(SbBriefingFinding *const *) a;
  const SbBriefingFinding *other = *(SbBriefingFinding *const *) b;

  if (one->is_on_paper != other->is_on_paper)
    return one->is_on_paper ? 1 : -1;
  if (one->place.sheet != other->place.sheet)
    return one->place.sheet < other->place.sheet ? -1 : 1;
  if (one->place.y != other->place.y)
    return one->place.y < other->place.y ? -1 : 1;

  return (int) one->kind - (int) other->kind;
}

GPtrArray *
sb_briefing_checks_run (SbTemplate *template,
                        const SbBriefingInput *input,
                        SbEdition *const *editions,
                        guint n_editions)
{
  g_autoptr (SbOutline) outline = NULL;
  g_autoptr (GHashTable) names = NULL;
  Checking checking;

  g_return_val_if_fail (template != NULL && input != NULL, NULL);

  outline = sb_outline_new (template, sb_briefing_input_get_briefing (input));
  names = _sb_text_facts_list_names (input);
  checking = (Checking) { input, editions, n_editions, outline, g_ptr_array_new_with_free_func ((GDestroyNotify) sb_briefing_finding_free), names, 0 };

  if (sb_outline_get_problem (outline) != NULL)
    add_finding (&checking, SB_BRIEFING_FINDING_SETTING, 0, NULL, 0)->passage = g_strdup (sb_outline_get_problem (outline));
  if (!sb_logo_is_readable (sb_record_get_text (sb_outline_get_briefing (outline), SB_BRIEFING_LOGO)))
    add_finding (&checking, SB_BRIEFING_FINDING_SETTING, 0, NULL, 0)->passage = g_strdup ("logo");
  check_as_of (&checking);
  check_cutoff (&checking);
  check_hindsight (&checking);
  for (guint i = 0; i < n_editions; i++)
    {
      checking.language = sb_edition_get_language (editions[i]);
      check_pages (&checking, editions[i]);
      check_records (&checking, editions[i]);
      _sb_likelihood_check_each (_sb_sheets_get_composition (sb_edition_get_sheets (editions[i])), likelihood_found, &checking);
    }
  for (guint i = 0; i < sb_outline_get_n_entries (outline); i++)
    check_entry (&checking, sb_outline_get_entry (outline, i));
  check_comments (&checking);
  for (guint i = 0; i < checking.findings->len; i++)
    find_place (&checking, g_ptr_array_index (checking.findings, i));
  g_ptr_array_sort (checking.findings, compare_findings);

  return checking.findings;
}
