/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-wording-private.h"

#include "sb-actor.h"
#include "sb-alliance.h"
#include "sb-denial.h"
#include "sb-event.h"
#include "sb-evidence.h"
#include "sb-judgement.h"
#include "sb-quotation-private.h"
#include "sb-recommendation.h"
#include "sb-record-dates.h"
#include "sb-restriction.h"
#include "sb-translate.h"

#include <string.h>

char *
_sb_wording_strip_stop (const char *text)
{
  gsize length = strlen (text);

  if (length > 1 && text[length - 1] == '.' && text[length - 2] != '.')
    length--;

  return g_strndup (text, length);
}

/* A record's names, dates and words are no markup: escaped. */
static char *
dup_date (SbWording *self,
          SbRecord *record,
          guint field)
{
  return sb_record_format_date (record, field, self->language, SB_DATE_STYLE_LONG);
}

const char *
_sb_wording_get_name (const SbWording *self,
                      const SbRef *actor)
{
  SbRecord *record = NULL;

  if (actor == NULL)
    return "";
  if (sb_ref_get_kind (actor) == SB_KIND_ACTOR)
    record = sb_briefing_input_find (self->input, actor);
  if (sb_record_has (record, SB_ACTOR_SHORT_NAME))
    return sb_record_get_text (record, SB_ACTOR_SHORT_NAME);

  return sb_ref_get_name (actor, self->language);
}

char *
_sb_wording_join (GPtrArray *names,
                  SbLanguage language)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < names->len; i++)
    {
      if (i > 0)
        g_string_append (joined, i + 1 < names->len ? ", " : sb_translate_context (language, "last of a list", " and "));
      g_string_append (joined, g_ptr_array_index (names, i));
    }

  return g_string_free (joined, FALSE);
}

static gboolean
contains_number (GArray *numbers,
                 guint number)
{
  for (guint i = 0; i < numbers->len; i++)
    if (g_array_index (numbers, guint, i) == number)
      return TRUE;

  return FALSE;
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  guint one = *(const guint *) a;
  guint other = *(const guint *) b;

  return one < other ? -1 : one > other;
}

/* The numbers of the sources of @evidence that take @stance, each once. */
GArray *
_sb_wording_list_numbers (SbWording *self,
                          GPtrArray *evidence,
                          int stance)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GPtrArray) noted = g_ptr_array_new ();

  for (guint i = 0; evidence != NULL && i < evidence->len; i++)
    {
      SbRecord *item = g_ptr_array_index (evidence, i);
      guint number;

      if (sb_record_get_term (item, SB_EVIDENCE_STANCE, SB_STANCE_SUPPORTS) != stance)
        continue;

      g_ptr_array_add (noted, item);
      if (sb_citations_are_at_foot (self->citations))
        continue;
      number = sb_citations_cite (self->citations, item);
      if (!contains_number (numbers, number))
        g_array_append_val (numbers, number);
    }
  g_array_sort (numbers, compare_numbers);

  if (sb_citations_are_at_foot (self->citations) && noted->len > 0)
    {
      guint number = sb_citations_note (self->citations, noted);

      g_array_append_val (numbers, number);
    }

  return numbers;
}

void
_sb_lack_free (gpointer lack)
{
  SbLack *self = lack;

  g_free (self->block);
  g_free (self->passage);
  g_object_unref (self->record);
  g_free (self);
}

/* A quotation is noted down once for each block; facts are each counted. */
static gboolean
has_lack (const SbWording *self,
          SbLackKind kind,
          const char *passage)
{
  for (guint i = 0; passage != NULL && i < self->lacks->len; i++)
    {
      const SbLack *lack = g_ptr_array_index (self->lacks, i);

      if (lack->kind == kind && g_strcmp0 (lack->block, self->block) == 0 && g_strcmp0 (lack->passage, passage) == 0)
        return TRUE;
    }

  return FALSE;
}

void
_sb_wording_add_lack (SbWording *self,
                      SbLackKind kind,
                      SbRecord *record,
                      const char *passage)
{
  SbLack *lack;

  if (self->lacks == NULL || has_lack (self, kind, passage))
    return;

  lack = g_new0 (SbLack, 1);
  lack->kind = kind;
  lack->block = g_strdup (self->block);
  lack->line = self->line;
  lack->record = g_object_ref (record);
  lack->passage = g_strdup (passage);
  g_ptr_array_add (self->lacks, lack);
}

void
_sb_wording_add_unsourced (SbWording *self,
                           SbRecord *record)
{
  self->n_unsourced++;
  _sb_wording_add_lack (self, SB_LACK_SOURCE, record, NULL);
}

/* Behind the last word and before the stop; who reads the text puts the mark where the
 * custom of its language has it. */
static char *
cite_uuid (const char *markup,
           const char *uuid)
{
  g_autofree char *bare = _sb_wording_strip_stop (markup);

  if (uuid == NULL)
    return g_strdup (markup);

  return g_strdup_printf ("%s [@%s]%s", bare, uuid, markup + strlen (bare));
}

char *
_sb_wording_source (SbWording *self,
                    SbRecord *record,
                    const char *markup)
{
  GPtrArray *evidence = sb_briefing_input_get_evidence (self->input, record);
  g_autofree char *marked = NULL;
  g_autoptr (GArray) numbers = NULL;

  /* The words of a claim are kept with its statements, with their translation. */
  marked = sb_record_get_kind (record) == SB_KIND_CLAIM ? g_strdup (markup) : _sb_quotation_mark_translations (markup, evidence, self->language);
  if (self->citations == NULL)
    return g_steal_pointer (&marked);
  if (self->writes_uuids)
    return cite_uuid (marked, sb_record_get_uuid (record));

  numbers = _sb_wording_list_numbers (self, evidence, SB_STANCE_SUPPORTS);
  if (numbers->len > 0)
    return sb_citations_append_marks (marked, numbers, self->language);

  _sb_wording_add_unsourced (self, record);

  return g_strdup_printf ("%s [=%s=]", marked, sb_translate (self->language, "no source"));
}

/* The numbers of the sources alone, whatever marks lead to. */
static GArray *
list_sources (SbWording *self,
              GPtrArray *evidence,
              int stance)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; evidence != NULL && i < evidence->len; i++)
    {
      SbRecord *item = g_ptr_array_index (evidence, i);
      guint number;

      if (sb_record_get_term (item, SB_EVIDENCE_STANCE, SB_STANCE_SUPPORTS) != stance)
        continue;
      number = sb_citations_cite (self->citations, item);
      g_array_append_val (numbers, number);
    }

  return numbers;
}

/* What the mark of one piece of evidence leads to. */
static guint
get_mark (SbWording *self,
          SbRecord *evidence,
          guint source)
{
  g_autoptr (GPtrArray) noted = NULL;

  if (!sb_citations_are_at_foot (self->citations))
    return source;

  noted = g_ptr_array_new ();
  g_ptr_array_add (noted, evidence);

  return sb_citations_note (self->citations, noted);
}

char *
_sb_wording_dup_source_names (SbWording *self,
                              GPtrArray *evidence,
                              int stance)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) done = NULL;

  if (self->citations == NULL)
    return NULL;

  /* A source that says both does not stand for it. */
  done = stance == SB_STANCE_SUPPORTS ? list_sources (self, evidence, SB_STANCE_CONTRADICTS) : g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; evidence != NULL && i < evidence->len; i++)
    {
      SbRecord *item = g_ptr_array_index (evidence, i);
      SbRef *publisher = sb_record_get_ref (item, SB_EVIDENCE_SOURCE);
      guint number;

      if (publisher == NULL || sb_record_get_term (item, SB_EVIDENCE_STANCE, SB_STANCE_SUPPORTS) != stance)
        continue;

      number = sb_citations_cite (self->citations, item);
      if (contains_number (done, number))
        continue;
      g_array_append_val (done, number);
      g_ptr_array_add (names, g_strdup_printf ("%s[^%u]", sb_ref_get_name (publisher, self->language), get_mark (self, item, number)));
    }

  return names->len > 0 ? _sb_wording_join (names, self->language) : NULL;
}

/* Behind a fact: who says otherwise. */
static void
append_contradiction (SbWording *self,
                      GString *text,
                      SbRecord *record)
{
  g_autofree char *names = _sb_wording_dup_source_names (self, sb_briefing_input_get_evidence (self->input, record), SB_STANCE_CONTRADICTS);

  /* A text that cites the fact says it there. */
  if (names == NULL || self->writes_uuids)
    return;

  g_string_append_c (text, ' ');
  g_string_append_printf (text, sb_translate (self->language, "Contradicted by %s."), names);
}

void
_sb_wording_append_sentence (GString *text,
                             const char *sentence)
{
  if (sentence == NULL || sentence[0] == '\0')
    return;
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
  if (strchr (".!?…", sentence[strlen (sentence) - 1]) == NULL)
    g_string_append_c (text, '.');
}

static char *
capitalise (const char *text)
{
  g_autofree char *first = NULL;
  const char *rest = text[0] != '\0' ? g_utf8_next_char (text) : text;

  first = g_utf8_strup (text, rest - text);

  return g_strconcat (first, rest, NULL);
}

/* "**25 April 2026 – Title.** Summary¹. Effects." Of a key fact the title is in bold,
 * "**25 April 2026** – Title. Summary¹." of any other: a summary alone may not say of whom
 * it speaks. */
static char *
word_event (SbWording *self,
            SbRecord *event)
{
  gboolean is_key = sb_record_get_boolean (event, SB_EVENT_KEY_FACT);
  const char *summary = sb_record_get_words (event, SB_EVENT_SUMMARY, self->language);
  g_autofree char *title = _sb_wording_strip_stop (sb_record_get_words (event, SB_EVENT_TITLE, self->language));
  g_autofree char *plain_date = dup_date (self, event, SB_EVENT_DATE);
  g_autofree char *date = capitalise (plain_date);
  g_autofree char *sourced = NULL;
  GString *body = g_string_new (NULL);
  GString *text = g_string_new (NULL);

  _sb_wording_append_sentence (body, summary[0] != '\0' ? summary : title);
  sourced = _sb_wording_source (self, event, body->str);

  if (summary[0] == '\0')
    g_string_append_printf (text, "**%s.** %s", date, sourced);
  else if (is_key)
    g_string_append_printf (text, "**%s – %s.** %s", date, title, sourced);
  else
    g_string_append_printf (text, "**%s** – %s. %s", date, title, sourced);
  if (is_key)
    _sb_wording_append_sentence (text, sb_record_get_words (event, SB_EVENT_EFFECTS, self->language));
  append_contradiction (self, text, event);
  g_string_free (body, TRUE);

  return g_string_free (text, FALSE);
}

char *
_sb_wording_for_event_sentence (SbWording *self,
                                SbRecord *event)
{
  const char *summary = sb_record_get_words (event, SB_EVENT_SUMMARY, self->language);
  g_autofree char *title = _sb_wording_strip_stop (sb_record_get_words (event, SB_EVENT_TITLE, self->language));
  g_autofree char *plain_date = dup_date (self, event, SB_EVENT_DATE);
  g_autofree char *date = capitalise (plain_date);
  g_autofree char *sourced = NULL;
  GString *body = g_string_new (NULL);
  GString *text = g_string_new (NULL);

  _sb_wording_append_sentence (body, summary[0] != '\0' ? summary : title);
  sourced = _sb_wording_source (self, event, body->str);
  g_string_append_printf (text, "*%s%s* – %s", date, date[0] != '\0' ? "" : "–", sourced);
  append_contradiction (self, text, event);
  g_string_free (body, TRUE);

  return g_string_free (text, FALSE);
}

char *
_sb_wording_dup_places (SbWording *self,
                        SbRecord *event)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < sb_record_get_n_items (event, SB_EVENT_PLACES); i++)
    {
      SbRef *place = sb_record_get_ref (sb_record_get_item (event, SB_EVENT_PLACES, i), SB_EVENT_PLACE_PLACE);

      if (place != NULL)
        g_ptr_array_add (names, (gpointer) sb_ref_get_name (place, self->language));
    }

  return _sb_wording_join (names, self->language);
}

/* "**Title** (since 28 April 2026). Terms¹. Exemptions." */
static char *
word_restriction (SbWording *self,
                  SbRecord *restriction)
{
  g_autofree char *title = _sb_wording_strip_stop (sb_record_get_words (restriction, SB_RESTRICTION_TITLE, self->language));
  g_autofree char *date = dup_date (self, restriction, SB_RESTRICTION_SINCE);
  g_autofree char *sourced = NULL;
  SbRef *denied_by = sb_denial_get_speaker (restriction, sb_briefing_input_get_as_of (self->input));
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "**%s** (%s).", title, date);
  _sb_wording_append_sentence (text, sb_record_get_words (restriction, SB_RESTRICTION_TERMS, self->language));
  sourced = _sb_wording_source (self, restriction, text->str);
  g_string_assign (text, sourced);
  _sb_wording_append_sentence (text, sb_record_get_words (restriction, SB_RESTRICTION_EXEMPTIONS, self->language));
  if (denied_by != NULL)
    {
      g_autofree char *agent = _sb_wording_dup_agent (self, denied_by);

      g_string_append_c (text, ' ');
      g_string_append_printf (text, sb_translate (self->language, "Denied by %s."), agent);
    }

  return g_string_free (text, FALSE);
}

/* "**Name** (held to be of low durability). Summary¹." */
static char *
word_alliance (SbWording *self,
               SbRecord *alliance)
{
  g_autofree char *name = _sb_wording_strip_stop (sb_record_get_words (alliance, SB_ALLIANCE_NAME, self->language));
  const char *durability = sb_record_get_term_label (alliance, SB_ALLIANCE_DURABILITY, self->language);
  g_autofree char *sourced = NULL;
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "**%s.**", name);
  _sb_wording_append_sentence (text, sb_record_get_words (alliance, SB_ALLIANCE_SUMMARY, self->language));
  sourced = _sb_wording_source (self, alliance, text->str);
  g_string_assign (text, sourced);
  if (durability[0] != '\0' && sb_record_get_term (alliance, SB_ALLIANCE_DURABILITY, SB_DURABILITY_UNKNOWN) != SB_DURABILITY_UNKNOWN)
    {
      g_autofree char *lower = g_utf8_strdown (durability, -1);

      g_string_append_c (text, ' ');
      g_string_append_printf (text, sb_translate (self->language, "Durability: %s."), lower);
    }

  return g_string_free (text, FALSE);
}

char *
_sb_wording_dup_likelihood (SbWording *self,
                            SbRecord *record,
                            guint scale_field,
                            guint band_field)
{
  int scale = sb_record_get_term (record, scale_field, -1);
  gint64 number = sb_record_get_integer (record, band_field, -1);
  const SbLikelihoodBand *band = scale >= 0 && number >= 0 && number < G_MAXUINT ? sb_likelihood_get_band ((SbLikelihoodScale) scale, (guint) number) : NULL;

  if (band == NULL)
    return NULL;

  return g_strdup_printf ("%s, %d–%d%s%%", sb_likelihood_get_words ((SbLikelihoodScale) scale, (guint) number, self->language), band->low, band->high,
                          self->language == SB_LANGUAGE_FR ? "\302\240" : "");
}

/* The band's words and numbers; confidence never shares a sentence with them
 * (ICD 203), and gets none when there is a likelihood. */
static void
append_likelihood (SbWording *self,
                   GString *text,
                   SbRecord *judgement)
{
  g_autofree char *likelihood = _sb_wording_dup_likelihood (self, judgement, SB_JUDGEMENT_SCALE, SB_JUDGEMENT_BAND);
  const char *confidence = sb_record_get_term_label (judgement, SB_JUDGEMENT_CONFIDENCE, self->language);

  if (likelihood != NULL)
    g_string_append_printf (text, " [=%s=]", likelihood);
  else if (confidence[0] != '\0')
    {
      g_autofree char *lower = g_utf8_strdown (confidence, -1);

      g_string_append_printf (text, " [=%s=]", lower);
    }
}

/* A judgement is somebody's: it has marks when it is someone else's, and is no
 * unsourced fact when it is the author's own. */
static char *
word_judgement (SbWording *self,
                SbRecord *judgement)
{
  GString *text = g_string_new (NULL);

  _sb_wording_append_sentence (text, sb_record_get_words (judgement, SB_JUDGEMENT_PROPOSITION, self->language));
  if (sb_briefing_input_get_evidence (self->input, judgement) != NULL)
    {
      g_autofree char *sourced = _sb_wording_source (self, judgement, text->str);

      g_string_assign (text, sourced);
    }
  append_likelihood (self, text, judgement);

  return g_string_free (text, FALSE);
}

/* What is advised is the author's, and no fact. */
static char *
word_recommendation (SbWording *self,
                     SbRecord *recommendation)
{
  GString *text = g_string_new (NULL);

  _sb_wording_append_sentence (text, sb_record_get_words (recommendation, SB_RECOMMENDATION_ACTION, self->language));
  if (self->citations != NULL && sb_briefing_input_get_evidence (self->input, recommendation) != NULL)
    {
      g_autofree char *sourced = _sb_wording_source (self, recommendation, text->str);

      g_string_assign (text, sourced);
    }

  return g_string_free (text, FALSE);
}

char *
_sb_wording_for_record (SbWording *self,
                        SbRecord *record)
{
  switch (sb_record_get_kind (record))
    {
    case SB_KIND_EVENT:
      return word_event (self, record);
    case SB_KIND_RESTRICTION:
      return word_restriction (self, record);
    case SB_KIND_ALLIANCE:
      return word_alliance (self, record);
    case SB_KIND_JUDGEMENT:
      return word_judgement (self, record);
    case SB_KIND_RECOMMENDATION:
      return word_recommendation (self, record);
    case SB_KIND_CLAIM:
      return _sb_wording_for_claim (self, record);
    case SB_KIND_CONTROL:
      return _sb_wording_for_control (self, record);
    default:
      return _sb_wording_source (self, record, sb_record_get_title (record, self->language));
    }
}

gboolean
_sb_wording_is_disputed (const SbBriefingInput *input,
                         SbRecord *record)
{
  GPtrArray *evidence = sb_briefing_input_get_evidence (input, record);

  if (sb_record_get_kind (record) == SB_KIND_CLAIM)
    return _sb_wording_is_disputed_claim (record, sb_briefing_input_get_as_of (input));
  if (sb_record_get_kind (record) == SB_KIND_RESTRICTION)
    return sb_denial_is_disputed (record, evidence, sb_briefing_input_get_as_of (input));

  if (sb_record_get_kind (record) == SB_KIND_CONTROL)
    {
      g_autoptr (GPtrArray) versions = _sb_wording_list_versions (input, record);

      if (versions->len > 1)
        return TRUE;
    }

  for (guint i = 0; evidence != NULL && i < evidence->len; i++)
    if (sb_record_get_term (g_ptr_array_index (evidence, i), SB_EVIDENCE_STANCE, SB_STANCE_SUPPORTS) == SB_STANCE_CONTRADICTS)
      return TRUE;

  return FALSE;
}
