/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-record-description.h"

#include "sb-actor.h"
#include "sb-alliance.h"
#include "sb-briefing.h"
#include "sb-claim.h"
#include "sb-code-names.h"
#include "sb-control.h"
#include "sb-corridor.h"
#include "sb-document.h"
#include "sb-event.h"
#include "sb-extract.h"
#include "sb-figure.h"
#include "sb-grade.h"
#include "sb-hypothesis-matrix.h"
#include "sb-indicator.h"
#include "sb-instrument.h"
#include "sb-judgement.h"
#include "sb-place.h"
#include "sb-recommendation.h"
#include "sb-record-dates.h"
#include "sb-relation.h"
#include "sb-restriction.h"
#include "sb-scenario.h"
#include "sb-source.h"
#include "sb-zone.h"

/* How many names a line shows before it says how many more there are. */
#define MAX_NAMES 3

/* How many speakers of a claim: each comes with what they say of it. */
#define MAX_SPEAKERS 2

#define MAX_PARTS 4

static void
append_part (GString *line,
             const char *part)
{
  if (part == NULL || *part == '\0')
    return;

  g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", part);
}

/* How many more there are than are shown. */
static void
append_rest (GString *names,
             guint n_items,
             guint n_shown)
{
  if (n_items > n_shown)
    g_string_append_printf (names, " +%u", n_items - n_shown);
}

/* The names that the items of a list refer to by their first field. */
static void
append_names (GString *line,
              SbRecord *record,
              guint list,
              SbLanguage language)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n_items = sb_record_get_n_items (record, list);

  for (guint i = 0; i < MIN (n_items, MAX_NAMES); i++)
    {
      SbRef *ref = sb_record_get_ref (sb_record_get_item (record, list, i), 0);

      if (ref != NULL)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", sb_ref_get_name (ref, language));
    }

  append_rest (names, n_items, MAX_NAMES);
  append_part (line, names->str);
}

static void
append_date (GString *line,
             SbRecord *record,
             guint field,
             SbLanguage language)
{
  g_autofree char *date = sb_record_format_date (record, field, language, SB_DATE_STYLE_MEDIUM);

  append_part (line, date);
}

static void
append_ref (GString *line,
            SbRecord *record,
            guint field,
            SbLanguage language)
{
  SbRef *ref = sb_record_get_ref (record, field);

  append_part (line, ref != NULL ? sb_ref_get_name (ref, language) : NULL);
}

static void
append_value (GString *line,
              SbRecord *figure,
              guint field,
              SbLanguage language)
{
  g_autofree char *value = sb_record_has (figure, field) ? sb_figure_dup_value (figure, language) : NULL;

  append_part (line, value);
}

static void
append_text (GString *line,
             SbRecord *record,
             guint field,
             SbLanguage language)
{
  append_part (line, sb_record_get_text (record, field));
}

static void
append_term (GString *line,
             SbRecord *record,
             guint field,
             SbLanguage language)
{
  append_part (line, sb_record_get_term_label (record, field, language));
}

/* Countries. */
static void
append_codes (GString *line,
              SbRecord *record,
              guint field,
              SbLanguage language)
{
  g_autofree char *names = sb_record_format_codes (record, field, language);

  append_part (line, names);
}

/* "JNIM claims responsibility, FAMa denies". */
static void
append_speakers (GString *line,
                 SbRecord *claim,
                 guint field,
                 SbLanguage language)
{
  g_autoptr (GString) speakers = g_string_new (NULL);
  guint n_items = sb_record_get_n_items (claim, field);

  for (guint i = 0; i < MIN (n_items, MAX_SPEAKERS); i++)
    {
      SbRecord *statement = sb_record_get_item (claim, field, i);

      const char *speaker = sb_claim_statement_get_speaker (statement, language);

      g_string_append_printf (speakers, "%s%s%s%s", speakers->len > 0 ? ", " : "", speaker, *speaker != '\0' ? " " : "",
                              sb_record_get_term_label (statement, SB_CLAIM_STATEMENT_STANCE, language));
    }

  append_rest (speakers, n_items, MAX_SPEAKERS);
  append_part (line, speakers->str);
}

static void
append_grade (GString *line,
              SbRecord *source,
              guint field,
              SbLanguage language)
{
  g_autofree char *grade = sb_grade_format (sb_record_get_term (source, field, SB_RELIABILITY_NONE), SB_CREDIBILITY_NONE);

  append_part (line, grade);
}

static void
append_likelihood (GString *line,
                   SbRecord *scenario,
                   guint field,
                   SbLanguage language)
{
  g_autofree char *likelihood = sb_scenario_format_likelihood (scenario, language);

  append_part (line, likelihood);
}

/* What is said of each kind, in this order. */
typedef struct
{
  void (*append) (GString *line,
                  SbRecord *record,
                  guint field,
                  SbLanguage language); /* NULL after the last */
  guint field;
} Part;

static const Part parts[SB_N_KINDS][MAX_PARTS + 1] = {
  [SB_KIND_SOURCE] = { { append_term, SB_SOURCE_KIND }, { append_codes, SB_SOURCE_COUNTRY }, { append_grade, SB_SOURCE_RELIABILITY } },
  [SB_KIND_DOCUMENT] = { { append_ref, SB_DOCUMENT_SOURCE }, { append_date, SB_DOCUMENT_DATE } },
  [SB_KIND_EXTRACT] = { { append_ref, SB_EXTRACT_DOCUMENT } },
  [SB_KIND_PLACE] = { { append_term, SB_PLACE_KIND }, { append_codes, SB_PLACE_COUNTRY } },
  [SB_KIND_CORRIDOR] = { { append_text, SB_CORRIDOR_CODE }, { append_codes, SB_CORRIDOR_COUNTRY } },
  [SB_KIND_ACTOR] = { { append_text, SB_ACTOR_SHORT_NAME }, { append_term, SB_ACTOR_KIND }, { append_ref, SB_ACTOR_PARENT } },
  [SB_KIND_RELATION] = { { append_ref, SB_RELATION_SUBJECT }, { append_term, SB_RELATION_KIND }, { append_ref, SB_RELATION_OBJECT } },
  [SB_KIND_ALLIANCE] = { { append_names, SB_ALLIANCE_PARTIES }, { append_date, SB_ALLIANCE_SINCE } },
  [SB_KIND_EVENT] = { { append_date, SB_EVENT_DATE }, { append_names, SB_EVENT_PLACES } },
  [SB_KIND_RESTRICTION] = { { append_term, SB_RESTRICTION_KIND }, { append_date, SB_RESTRICTION_SINCE }, { append_ref, SB_RESTRICTION_IMPOSED_BY } },
  [SB_KIND_CONTROL] = { { append_ref, SB_CONTROL_HOLDER }, { append_term, SB_CONTROL_KIND }, { append_ref, SB_CONTROL_PLACE }, { append_date, SB_CONTROL_SINCE } },
  [SB_KIND_ZONE] = { { append_term, SB_ZONE_LEVEL }, { append_ref, SB_ZONE_PLACE }, { append_ref, SB_ZONE_ISSUER }, { append_date, SB_ZONE_SINCE } },
  [SB_KIND_CLAIM] = { { append_date, SB_CLAIM_DATE }, { append_speakers, SB_CLAIM_STATEMENTS } },
  [SB_KIND_INSTRUMENT] = { { append_term, SB_INSTRUMENT_KIND }, { append_date, SB_INSTRUMENT_DATE }, { append_term, SB_INSTRUMENT_STATUS } },
  [SB_KIND_FIGURE] = { { append_value, SB_FIGURE_LOW }, { append_date, SB_FIGURE_DATE } },
  [SB_KIND_INDICATOR] = { { append_term, SB_INDICATOR_STATE }, { append_ref, SB_INDICATOR_SCENARIO } },
  [SB_KIND_SCENARIO] = { { append_likelihood, SB_SCENARIO_BAND } },
  [SB_KIND_JUDGEMENT] = { { append_ref, SB_JUDGEMENT_JUDGED_BY }, { append_date, SB_JUDGEMENT_DATE } },
  [SB_KIND_RECOMMENDATION] = { { append_ref, SB_RECOMMENDATION_ADVISED_BY }, { append_date, SB_RECOMMENDATION_DATE } },
  [SB_KIND_BRIEFING] = { { append_date, SB_BRIEFING_AS_OF } },
};

char *
sb_record_describe (SbRecord *record,
                    SbLanguage language)
{
  GString *line;
  SbKind kind;

  g_return_val_if_fail (SB_IS_RECORD (record), NULL);

  line = g_string_new (NULL);
  kind = sb_record_get_kind (record);
  for (const Part *part = parts[kind]; part->append != NULL; part++)
    part->append (line, record, part->field, language);
  if (line->len == 0)
    append_part (line, sb_kind_get_label (kind, language));

  return g_string_free (line, FALSE);
}

char *
sb_record_dup_name (SbRecord *record,
                    SbLanguage language)
{
  const char *title = sb_record_get_title (record, language);

  return *title != '\0' ? g_strdup (title) : sb_record_describe (record, language);
}
