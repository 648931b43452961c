/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "briefing-fixture.h"

#include "sb-briefing.h"
#include "sb-claim.h"
#include "sb-control.h"
#include "sb-event.h"
#include "sb-evidence.h"
#include "sb-judgement.h"
#include "sb-recommendation.h"
#include "sb-restriction.h"

#define BAMAKO 700
#define KIDAL  701
#define ARMY   800
#define REBELS 801

SbRef *
fixture_new_ref (SbKind kind,
                 gint64 id,
                 const char *fr,
                 const char *en)
{
  g_autoptr (SbBilingual) name = sb_bilingual_new (fr, en);

  return sb_ref_new (kind, id, NULL, name);
}

static void
set_ref (SbRecordBuilder *builder,
         guint field,
         SbKind kind,
         gint64 id,
         const char *name)
{
  g_autoptr (SbRef) ref = fixture_new_ref (kind, id, name, name);

  sb_record_builder_set_ref (builder, field, ref);
}

static void
set_date (SbRecordBuilder *builder,
          guint field,
          const char *edtf)
{
  g_autoptr (SbDate) date = sb_date_new (edtf, NULL);

  g_assert_nonnull (date);
  sb_record_builder_set_date (builder, field, date);
}

SbRecord *
fixture_new_briefing (void)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_briefing_schema);

  sb_record_builder_set_id (builder, 1);
  sb_record_builder_set_words (builder, SB_BRIEFING_TITLE, "L'épreuve d'avril", "The trial of April");
  sb_record_builder_set_text (builder, SB_BRIEFING_TEMPLATE, "situation");
  sb_record_builder_set_words (builder, SB_BRIEFING_TAG, "Mali", "Mali");
  sb_record_builder_set_text (builder, SB_BRIEFING_AUTHOR, "Awa Keïta");
  sb_record_builder_set_text (builder, SB_BRIEFING_INSTITUTION, "Atelier du Sahel");
  sb_record_builder_set_text (builder, SB_BRIEFING_MARKING, "TLP:GREEN");
  set_date (builder, SB_BRIEFING_FIRST, "2026-04-01");
  set_date (builder, SB_BRIEFING_LAST, "2026-04-30");
  set_date (builder, SB_BRIEFING_AS_OF, "2026-04-29");
  sb_record_builder_set_time (builder, SB_BRIEFING_CUTOFF, 1777485600); /* 29 April 2026, 18:00 UTC */

  return sb_record_builder_end (builder);
}

static SbRecord *
new_event_place (void)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_event_place_schema);

  set_ref (builder, SB_EVENT_PLACE_PLACE, SB_KIND_PLACE, BAMAKO, "Bamako");
  sb_record_builder_set_real (builder, SB_EVENT_PLACE_LATITUDE, 12.65);
  sb_record_builder_set_real (builder, SB_EVENT_PLACE_LONGITUDE, -8.0);

  return sb_record_builder_end (builder);
}

SbRecord *
fixture_new_event (gint64 id,
                   const char *edtf,
                   gboolean is_key)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_event_schema);
  g_autofree char *fr = g_strdup_printf ("Fait %d : l'armée riposte aux abords de la ville et rétablit la circulation, disent les habitants.", (int) id);
  g_autofree char *en = g_strdup_printf ("Fact %d: the army strikes back around the town and restores traffic, residents say.", (int) id);

  sb_record_builder_set_id (builder, id);
  sb_record_builder_set_words (builder, SB_EVENT_TITLE, "Riposte de l'armée", "The army strikes back");
  sb_record_builder_set_words (builder, SB_EVENT_SUMMARY, fr, en);
  sb_record_builder_set_term (builder, SB_EVENT_TYPE, SB_EVENT_TYPE_BATTLE);
  sb_record_builder_set_boolean (builder, SB_EVENT_KEY_FACT, is_key);
  set_date (builder, SB_EVENT_DATE, edtf);
  sb_record_builder_take_item (builder, SB_EVENT_PLACES, new_event_place ());

  return sb_record_builder_end (builder);
}

SbRecord *
fixture_new_evidence (SbRecord *record,
                      gint64 document,
                      gint64 origin,
                      const char *language,
                      int stance)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_evidence_schema);
  g_autoptr (SbRef) ref = sb_record_dup_ref (record);
  g_autofree char *title = g_strdup_printf ("Chronique no %d", (int) document);
  g_autofree char *publisher = g_strdup_printf ("Journal %d", (int) document);
  g_autofree char *url = g_strdup_printf ("https://example.org/%d?a='b'", (int) document);

  sb_record_builder_set_ref (builder, SB_EVIDENCE_RECORD, ref);
  sb_record_builder_set_term (builder, SB_EVIDENCE_STANCE, stance);
  set_ref (builder, SB_EVIDENCE_DOCUMENT, SB_KIND_DOCUMENT, 500 + document, title);
  set_ref (builder, SB_EVIDENCE_ORIGIN, SB_KIND_DOCUMENT, 500 + origin, title);
  set_ref (builder, SB_EVIDENCE_SOURCE, SB_KIND_SOURCE, 600 + document, publisher);
  sb_record_builder_set_text (builder, SB_EVIDENCE_BYLINE, "M. Traoré");
  sb_record_builder_set_text (builder, SB_EVIDENCE_LANGUAGE, language);
  sb_record_builder_set_text (builder, SB_EVIDENCE_URL, url);
  set_date (builder, SB_EVIDENCE_DATE, "2026-05-01");

  return sb_record_builder_end (builder);
}

static void
add (SbBriefingInput *input,
     SbRecord *taken,
     gint64 document)
{
  g_autoptr (SbRecord) record = taken;
  g_autoptr (SbRecord) evidence = fixture_new_evidence (record, document, document, "fr", SB_STANCE_SUPPORTS);

  sb_briefing_input_add (input, record);
  sb_briefing_input_add (input, evidence);
}

static SbRecord *
new_control (gint64 id,
             SbControlKind kind,
             gint64 holder,
             const char *name)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_control_schema);

  sb_record_builder_set_id (builder, id);
  set_ref (builder, SB_CONTROL_PLACE, SB_KIND_PLACE, KIDAL, "Kidal");
  set_ref (builder, SB_CONTROL_HOLDER, SB_KIND_ACTOR, holder, name);
  sb_record_builder_set_term (builder, SB_CONTROL_KIND, kind);
  set_date (builder, SB_CONTROL_SINCE, "2026-04-26");

  return sb_record_builder_end (builder);
}

static SbRecord *
new_statement (SbClaimStance stance,
               gint64 speaker,
               const char *name,
               const char *words)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_claim_statement_schema);

  set_ref (builder, SB_CLAIM_STATEMENT_SPEAKER, SB_KIND_ACTOR, speaker, name);
  sb_record_builder_set_term (builder, SB_CLAIM_STATEMENT_STANCE, stance);
  sb_record_builder_set_text (builder, SB_CLAIM_STATEMENT_WORDS, words);

  return sb_record_builder_end (builder);
}

static SbRecord *
new_claim (gint64 id)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_claim_schema);

  sb_record_builder_set_id (builder, id);
  sb_record_builder_set_words (builder, SB_CLAIM_PROPOSITION, "La route du nord est coupée.", "The northern road is cut.");
  set_date (builder, SB_CLAIM_DATE, "2026-04-20");
  sb_record_builder_take_item (builder, SB_CLAIM_STATEMENTS, new_statement (SB_CLAIM_STANCE_ASSERTS, REBELS, "Rebelles", NULL));
  sb_record_builder_take_item (builder, SB_CLAIM_STATEMENTS, new_statement (SB_CLAIM_STANCE_DENIES, ARMY, "Armée", "pure invention"));

  return sb_record_builder_end (builder);
}

static SbRecord *
new_restriction (gint64 id,
                 const char *since,
                 const char *until)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_restriction_schema);
  g_autofree char *fr = g_strdup_printf ("Couvre-feu %d", (int) id);
  g_autofree char *en = g_strdup_printf ("Curfew %d", (int) id);

  sb_record_builder_set_id (builder, id);
  sb_record_builder_set_words (builder, SB_RESTRICTION_TITLE, fr, en);
  sb_record_builder_set_term (builder, SB_RESTRICTION_KIND, SB_RESTRICTION_KIND_CURFEW);
  set_date (builder, SB_RESTRICTION_SINCE, since);
  if (until != NULL)
    set_date (builder, SB_RESTRICTION_UNTIL, until);

  return sb_record_builder_end (builder);
}

static SbRecord *
new_judgement (gint64 id,
               SbJudgementTopic topic)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_judgement_schema);

  sb_record_builder_set_id (builder, id);
  sb_record_builder_set_words (builder, SB_JUDGEMENT_PROPOSITION, "La pression va durer", "The pressure will last");
  sb_record_builder_set_term (builder, SB_JUDGEMENT_TOPIC, topic);
  sb_record_builder_set_term (builder, SB_JUDGEMENT_SCALE, SB_LIKELIHOOD_SCALE_ICD203);
  sb_record_builder_set_integer (builder, SB_JUDGEMENT_BAND, 4);
  sb_record_builder_set_term (builder, SB_JUDGEMENT_CONFIDENCE, SB_CONFIDENCE_HIGH);
  set_date (builder, SB_JUDGEMENT_DATE, "2026-04-29");

  return sb_record_builder_end (builder);
}

static SbRecord *
new_recommendation (gint64 id)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_recommendation_schema);

  sb_record_builder_set_id (builder, id);
  sb_record_builder_set_words (builder, SB_RECOMMENDATION_ACTION, "Différer les voyages", "Put off journeys");
  sb_record_builder_set_term (builder, SB_RECOMMENDATION_AUDIENCE, SB_RECOMMENDATION_AUDIENCE_TRAVELLERS);

  return sb_record_builder_end (builder);
}

SbBriefingInput *
fixture_new_input (guint n_events)
{
  g_autoptr (SbRecord) briefing = fixture_new_briefing ();
  SbBriefingInput *input = sb_briefing_input_new (briefing);

  for (guint i = 0; i < n_events; i++)
    {
      g_autofree char *day = g_strdup_printf ("2026-04-%02u", i % 28 + 1);

      add (input, fixture_new_event (100 + i, day, i == 0), i % 3 + 1);
    }
  add (input, new_control (300, SB_CONTROL_KIND_CONTROLS, REBELS, "Rebelles"), 1);
  add (input, new_control (301, SB_CONTROL_KIND_CONTESTS, ARMY, "Armée"), 2);
  add (input, new_claim (310), 3);
  add (input, new_restriction (320, "2026-04-10", NULL), 1);
  add (input, new_restriction (321, "2026-03-01", "2026-04-02"), 1);
  add (input, new_judgement (330, SB_JUDGEMENT_TOPIC_ANALYSIS), 2);
  add (input, new_judgement (331, SB_JUDGEMENT_TOPIC_RISK), 2);
  add (input, new_recommendation (340), 1);

  return input;
}
