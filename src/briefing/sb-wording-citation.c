/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-wording-private.h"

#include "sb-evidence.h"
#include "sb-rich-text.h"
#include "sb-translate.h"

/* What one passage cites. */
typedef struct
{
  SbWording *wording; /* not owned */
  GPtrArray *records; /* (owned) (element-type SbRecord) */
  GPtrArray *evidence; /* (owned) (element-type GPtrArray) of each of them; NULL for none */
} Cited;

static gboolean
is_contradicted (GPtrArray *evidence)
{
  for (guint i = 0; evidence != NULL && i < evidence->len; i++)
    if (sb_record_get_term (g_ptr_array_index (evidence, i), SB_EVIDENCE_STANCE, SB_STANCE_SUPPORTS) == SB_STANCE_CONTRADICTS)
      return TRUE;

  return FALSE;
}

/* Whether another of the cited records answers the same question. */
static gboolean
has_rival (const Cited *self,
           SbRecord *record)
{
  const char *topic = sb_record_get_topic (record);

  for (guint i = 0; topic != NULL && i < self->records->len; i++)
    {
      SbRecord *other = g_ptr_array_index (self->records, i);

      if (other != record && g_strcmp0 (sb_record_get_topic (other), topic) == 0)
        return TRUE;
    }

  return FALSE;
}

/* All versions of who holds a place, whichever of them was cited. */
static char *
word_versions (SbWording *wording,
               GPtrArray *versions)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < versions->len; i++)
    {
      g_autofree char *version = _sb_wording_dup_version (wording, g_ptr_array_index (versions, i));

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", version);
    }

  return g_string_free (text, FALSE);
}

static char *
word_control (const Cited *self,
              SbRecord *control,
              GPtrArray *evidence)
{
  g_autoptr (GPtrArray) versions = _sb_wording_list_versions (self->wording->input, control);
  g_autofree char *names = NULL;
  g_autofree char *hold = NULL;

  if (versions->len > 1)
    return word_versions (self->wording, versions);
  if (!has_rival (self, control))
    return NULL;

  names = _sb_wording_dup_source_names (self->wording, evidence, SB_STANCE_SUPPORTS);
  hold = _sb_wording_dup_hold (self->wording, control);

  return names != NULL ? g_strdup_printf (sb_translate (self->wording->language, "according to %s, %s"), names, hold) : g_steal_pointer (&hold);
}

/* The claim has its marks behind who asserts and who denies. */
static char *
word_claim (const Cited *self,
            SbRecord *claim,
            GPtrArray *evidence)
{
  g_autofree char *positions = NULL;
  g_autoptr (GArray) numbers = NULL;

  if (!_sb_wording_is_disputed_claim (claim, sb_briefing_input_get_as_of (self->wording->input)))
    return NULL;

  positions = _sb_wording_dup_positions (self->wording, claim);
  numbers = _sb_wording_list_numbers (self->wording, evidence, SB_STANCE_SUPPORTS);

  return sb_citations_append_marks (positions, numbers, self->wording->language);
}

static char *
word_rival (const Cited *self,
            SbRecord *record,
            GPtrArray *evidence)
{
  SbLanguage language = self->wording->language;
  g_autofree char *names = _sb_wording_dup_source_names (self->wording, evidence, SB_STANCE_SUPPORTS);
  g_autofree char *title = sb_rich_text_escape (sb_record_get_title (record, language));
  g_autofree char *words = _sb_wording_strip_stop (title);

  return names != NULL ? g_strdup_printf (sb_translate (language, "according to %s, %s"), names, words) : g_steal_pointer (&words);
}

/* "according to A¹; contradicted by B²" */
static char *
word_stances (const Cited *self,
              GPtrArray *evidence)
{
  SbLanguage language = self->wording->language;
  g_autofree char *held = _sb_wording_dup_source_names (self->wording, evidence, SB_STANCE_SUPPORTS);
  g_autofree char *against = _sb_wording_dup_source_names (self->wording, evidence, SB_STANCE_CONTRADICTS);
  GString *text = g_string_new (NULL);

  if (held != NULL)
    g_string_append_printf (text, sb_translate (language, "according to %s"), held);
  if (against != NULL)
    {
      g_string_append (text, text->len > 0 ? "; " : "");
      g_string_append_printf (text, sb_translate (language, "contradicted by %s"), against);
    }

  return g_string_free (text, text->len == 0);
}

/* What is said of a record that others disagree with; NULL when none does. */
static char *
word_dispute (const Cited *self,
              guint position)
{
  SbRecord *record = g_ptr_array_index (self->records, position);
  GPtrArray *evidence = g_ptr_array_index (self->evidence, position);
  char *words = NULL;

  if (sb_record_get_kind (record) == SB_KIND_CONTROL)
    words = word_control (self, record, evidence);
  else if (sb_record_get_kind (record) == SB_KIND_CLAIM)
    words = word_claim (self, record, evidence);
  else if (has_rival (self, record))
    words = word_rival (self, record, evidence);
  if (words == NULL && is_contradicted (evidence))
    words = word_stances (self, evidence);

  return words;
}

static void
find_cited (Cited *self,
            GPtrArray *uuids,
            guint *n_unknown)
{
  for (guint i = 0; i < uuids->len; i++)
    {
      GPtrArray *evidence = NULL;
      SbRecord *record = sb_briefing_input_find_citation (self->wording->input, g_ptr_array_index (uuids, i), &evidence);

      if (record == NULL)
        (*n_unknown)++;
      else
        {
          g_ptr_array_add (self->records, g_object_ref (record));
          g_ptr_array_add (self->evidence, evidence);
        }
    }
}

GArray *
_sb_wording_cite (SbWording *self,
                  GPtrArray *uuids,
                  char **positions,
                  guint *n_unknown)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) evidence = g_ptr_array_new ();
  g_autoptr (GPtrArray) plain = g_ptr_array_new ();
  g_autoptr (GPtrArray) told = g_ptr_array_new_with_free_func (g_free);
  GString *text = g_string_new (NULL);
  Cited cited = { self, records, evidence };

  find_cited (&cited, uuids, n_unknown);
  for (guint i = 0; i < records->len; i++)
    {
      GPtrArray *own = g_ptr_array_index (evidence, i);
      g_autofree char *words = word_dispute (&cited, i);

      if (words != NULL && !g_ptr_array_find_with_equal_func (told, words, g_str_equal, NULL))
        {
          g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", words);
          g_ptr_array_add (told, g_steal_pointer (&words));
        }
      else if (words == NULL && own != NULL)
        for (guint k = 0; k < own->len; k++)
          g_ptr_array_add (plain, g_ptr_array_index (own, k));
      if (own == NULL || own->len == 0)
        _sb_wording_add_unsourced (self, g_ptr_array_index (records, i));
    }
  *positions = g_string_free (text, text->len == 0);

  return _sb_wording_list_numbers (self, plain, SB_STANCE_SUPPORTS);
}

static char *
source_in_turn (SbWording *self,
                GPtrArray *records,
                const char *markup)
{
  char *text = g_strdup (markup);

  for (guint i = 0; i < records->len; i++)
    {
      g_autofree char *before = text;

      text = _sb_wording_source (self, g_ptr_array_index (records, i), before);
    }

  return text;
}

char *
_sb_wording_source_all (SbWording *self,
                        GPtrArray *records,
                        const char *markup)
{
  g_autoptr (GPtrArray) evidence = g_ptr_array_new ();
  g_autoptr (GArray) numbers = NULL;

  /* A text that cites the records themselves has a mark for each. */
  if (self->citations == NULL || self->writes_uuids || records->len < 2)
    return source_in_turn (self, records, markup);

  for (guint i = 0; i < records->len; i++)
    {
      SbRecord *record = g_ptr_array_index (records, i);
      GPtrArray *own = sb_briefing_input_get_evidence (self->input, record);

      for (guint k = 0; own != NULL && k < own->len; k++)
        g_ptr_array_add (evidence, g_ptr_array_index (own, k));
      if (own == NULL || own->len == 0)
        _sb_wording_add_unsourced (self, record);
    }
  numbers = _sb_wording_list_numbers (self, evidence, SB_STANCE_SUPPORTS);

  return numbers->len > 0 ? sb_citations_append_marks (markup, numbers, self->language)
                          : g_strdup_printf ("%s [=%s=]", markup, sb_translate (self->language, "no source"));
}
