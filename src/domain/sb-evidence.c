/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-domain"

#include "config.h"

#include "sb-evidence.h"

#include "sb-grade.h"

#include <glib/gi18n.h>

static const SbTerm stance_terms[] = {
  { SB_STANCE_SUPPORTS, "supports", N_ ("supports") },
  { SB_STANCE_CONTRADICTS, "contradicts", N_ ("contradicts") },
};

const SbVocabulary sb_stance_vocabulary = SB_VOCABULARY (stance_terms);

static const SbField fields[] = {
  [SB_EVIDENCE_RECORD] = { .name = "record", .type = SB_FIELD_REF },
  [SB_EVIDENCE_EXTRACT] = { .name = "extract", .type = SB_FIELD_REF, .target = SB_KIND_EXTRACT, .label = N_ ("Extract") },
  [SB_EVIDENCE_STANCE] = { .name = "stance", .type = SB_FIELD_TERM, .vocabulary = &sb_stance_vocabulary, .label = N_ ("Stance") },
  [SB_EVIDENCE_CREDIBILITY] = { .name = "credibility", .type = SB_FIELD_TERM, .vocabulary = &sb_credibility_vocabulary, .label = N_ ("Credibility") },
  [SB_EVIDENCE_QUOTE] = { .name = "quote", .type = SB_FIELD_TEXT, .label = N_ ("Quotation") },
  [SB_EVIDENCE_PAGE] = { .name = "page", .type = SB_FIELD_INTEGER, .label = N_ ("Page") },
  [SB_EVIDENCE_START] = { .name = "start", .type = SB_FIELD_INTEGER, .label = N_ ("Start") },
  [SB_EVIDENCE_DOCUMENT] = { .name = "document", .type = SB_FIELD_REF, .target = SB_KIND_DOCUMENT, .label = N_ ("Document") },
  [SB_EVIDENCE_BYLINE] = { .name = "byline", .type = SB_FIELD_TEXT, .label = N_ ("Author") },
  [SB_EVIDENCE_DATE] = { .name = "date", .type = SB_FIELD_DATE, .label = N_ ("Date") },
  [SB_EVIDENCE_LANGUAGE] = { .name = "language", .type = SB_FIELD_TEXT, .label = N_ ("Language") },
  [SB_EVIDENCE_URL] = { .name = "url", .type = SB_FIELD_TEXT, .label = N_ ("Address") },
  [SB_EVIDENCE_FETCHED] = { .name = "fetched", .type = SB_FIELD_TIME, .label = N_ ("Fetched") },
  [SB_EVIDENCE_REFERENCE] = { .name = "reference", .type = SB_FIELD_BILINGUAL, .label = N_ ("Bibliographic reference") },
  [SB_EVIDENCE_SOURCE] = { .name = "source", .type = SB_FIELD_REF, .target = SB_KIND_SOURCE, .label = N_ ("Source") },
  [SB_EVIDENCE_RELIABILITY] = { .name = "reliability", .type = SB_FIELD_TERM, .vocabulary = &sb_reliability_vocabulary, .label = N_ ("Reliability") },
  [SB_EVIDENCE_ORIGIN] = { .name = "origin", .type = SB_FIELD_REF, .target = SB_KIND_DOCUMENT, .label = N_ ("Origin") },
  [SB_EVIDENCE_ORIGIN_SOURCE] = { .name = "origin_source", .type = SB_FIELD_REF, .target = SB_KIND_SOURCE, .label = N_ ("Source of the origin") },
};

const SbSchema sb_evidence_schema = {
  .kind = SB_KIND_NONE,
  .name = "evidence",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = SB_EVIDENCE_QUOTE,
};

/* Who is behind a piece of evidence, as far back as that is known. */
static SbRef *
get_voice (SbRecord *evidence)
{
  static const guint candidates[] = { SB_EVIDENCE_ORIGIN_SOURCE, SB_EVIDENCE_ORIGIN, SB_EVIDENCE_SOURCE, SB_EVIDENCE_DOCUMENT };

  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    if (sb_record_has (evidence, candidates[i]))
      return sb_record_get_ref (evidence, candidates[i]);

  return sb_record_get_ref (evidence, SB_EVIDENCE_EXTRACT);
}

static gboolean
contains (GPtrArray *voices,
          SbRef *voice)
{
  for (guint i = 0; i < voices->len; i++)
    if (sb_ref_equal (g_ptr_array_index (voices, i), voice))
      return TRUE;

  return FALSE;
}

static guint
count_voices (GPtrArray *evidence,
              SbStance stance)
{
  g_autoptr (GPtrArray) voices = g_ptr_array_new ();

  for (guint i = 0; i < evidence->len; i++)
    {
      SbRecord *record = g_ptr_array_index (evidence, i);
      SbRef *voice = get_voice (record);

      if (sb_record_get_term (record, SB_EVIDENCE_STANCE, SB_STANCE_SUPPORTS) == (int) stance &&
          voice != NULL && !contains (voices, voice))
        g_ptr_array_add (voices, voice);
    }

  return voices->len;
}

SbSourceCounts
sb_evidence_count_sources (GPtrArray *evidence)
{
  SbSourceCounts counts = { 0 };

  g_return_val_if_fail (evidence != NULL, counts);

  counts.supporting = count_voices (evidence, SB_STANCE_SUPPORTS);
  counts.contradicting = count_voices (evidence, SB_STANCE_CONTRADICTS);
  return counts;
}

gboolean
sb_evidence_is_told_in (GPtrArray *evidence,
                        guint index,
                        SbLanguage language)
{
  const char *code = sb_language_get_code (language);
  SbRecord *record;
  SbRef *origin;

  g_return_val_if_fail (evidence != NULL && index < evidence->len, FALSE);

  record = g_ptr_array_index (evidence, index);
  origin = sb_record_get_ref (record, SB_EVIDENCE_ORIGIN);
  if (origin == NULL || g_strcmp0 (sb_record_get_text (record, SB_EVIDENCE_LANGUAGE), code) == 0)
    return FALSE;

  for (guint i = 0; i < evidence->len; i++)
    {
      SbRecord *other = g_ptr_array_index (evidence, i);
      SbRef *other_origin = sb_record_get_ref (other, SB_EVIDENCE_ORIGIN);

      if (other_origin != NULL && sb_ref_equal (other_origin, origin) &&
          g_strcmp0 (sb_record_get_text (other, SB_EVIDENCE_LANGUAGE), code) == 0)
        return TRUE;
    }

  return FALSE;
}
