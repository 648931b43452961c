/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-record-error.h"

#include "sb-claim.h"
#include "sb-record-builder.h"

#define NO_ERROR -1

/* Sets the field called @name from a word, by its type. */
static void
set_field (SbRecordBuilder *builder,
           const char *name,
           const char *word)
{
  const SbSchema *schema = sb_record_builder_get_schema (builder);
  int field = sb_schema_find (schema, name);
  g_autoptr (SbDate) date = NULL;
  g_autoptr (SbRef) ref = NULL;

  g_assert_cmpint (field, >=, 0);
  switch (schema->fields[field].type)
    {
    case SB_FIELD_TEXT:
      sb_record_builder_set_text (builder, (guint) field, word);
      break;

    case SB_FIELD_BILINGUAL:
      sb_record_builder_set_words (builder, (guint) field, word, NULL);
      break;

    case SB_FIELD_DATE:
      date = sb_date_new (word, NULL);
      g_assert_nonnull (date);
      sb_record_builder_set_date (builder, (guint) field, date);
      break;

    case SB_FIELD_INTEGER:
      sb_record_builder_set_integer (builder, (guint) field, g_ascii_strtoll (word, NULL, 10));
      break;

    case SB_FIELD_REAL:
      sb_record_builder_set_real (builder, (guint) field, g_ascii_strtod (word, NULL));
      break;

    case SB_FIELD_TERM:
      sb_record_builder_set_term (builder, (guint) field, sb_vocabulary_find_name (schema->fields[field].vocabulary, word)->value);
      break;

    case SB_FIELD_REF:
      ref = sb_ref_new ((SbKind) schema->fields[field].target, g_ascii_strtoll (word, NULL, 10), NULL, NULL);
      sb_record_builder_set_ref (builder, (guint) field, ref);
      break;

    case SB_FIELD_TIME:
    case SB_FIELD_BOOLEAN:
    case SB_FIELD_LIST:
    default:
      g_assert_not_reached ();
    }
}

/* "title=x since=2025 …" */
static SbRecord *
make_record (const SbSchema *schema,
             const char *fields)
{
  SbRecordBuilder *builder = sb_record_builder_new (schema);
  g_auto (GStrv) words = g_strsplit (fields, " ", 0);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (words[i], "=", 2);

      set_field (builder, pair[0], pair[1]);
    }

  return sb_record_builder_end (builder);
}

static const struct
{
  SbKind kind;
  const char *fields;
  int code;
} cases[] = {
  { SB_KIND_EVENT, "title=x type=battle date=2026", NO_ERROR },
  { SB_KIND_EVENT, "title=x type=battle", SB_RECORD_ERROR_MISSING },
  { SB_KIND_EVENT, "title=x type=battle date=2026 fatalities_low=3 fatalities_high=3", NO_ERROR },
  { SB_KIND_EVENT, "title=x type=battle date=2026 fatalities_low=4 fatalities_high=3", SB_RECORD_ERROR_ORDER },
  { SB_KIND_EVENT, "title=x type=battle date=2026 fatalities_low=-1", SB_RECORD_ERROR_RANGE },
  { SB_KIND_EVENT, "title=x type=battle date=2026 fatalities_high=-1", SB_RECORD_ERROR_RANGE },

  { SB_KIND_FIGURE, "label=x low=30 high=40", NO_ERROR },
  { SB_KIND_FIGURE, "label=x low=30 high=29.5", SB_RECORD_ERROR_ORDER },
  { SB_KIND_FIGURE, "label=x low=-30", NO_ERROR },

  { SB_KIND_PLACE, "name=x latitude=-90 longitude=180", NO_ERROR },
  { SB_KIND_PLACE, "name=x latitude=90.1 longitude=0", SB_RECORD_ERROR_RANGE },
  { SB_KIND_PLACE, "name=x latitude=nan longitude=0", SB_RECORD_ERROR_RANGE },
  { SB_KIND_PLACE, "name=x latitude=0 longitude=-180.5", SB_RECORD_ERROR_RANGE },
  { SB_KIND_PLACE, "name=x latitude=12", SB_RECORD_ERROR_POSITION },
  { SB_KIND_PLACE, "name=x longitude=12", SB_RECORD_ERROR_POSITION },

  /* Only what cannot be is refused: June may be before the 15th of June. */
  { SB_KIND_RESTRICTION, "title=x kind=curfew since=2025-06-15 until=2025-06", NO_ERROR },
  { SB_KIND_RESTRICTION, "title=x kind=curfew since=2025-06-15 until=2025-06-15", NO_ERROR },
  { SB_KIND_RESTRICTION, "title=x kind=curfew since=2025-06-15 until=2025-06-14", SB_RECORD_ERROR_ORDER },
  { SB_KIND_RESTRICTION, "title=x kind=curfew since=2025-06-15/.. until=2026", NO_ERROR },
  { SB_KIND_DOSSIER, "title=x first=2026 last=2025", SB_RECORD_ERROR_ORDER },
  { SB_KIND_ACTOR, "name=x founded=2017-03 dissolved=2016", SB_RECORD_ERROR_ORDER },
  { SB_KIND_INSTRUMENT, "title=x date=2015 ended=2024-01", NO_ERROR },
  { SB_KIND_INSTRUMENT, "title=x date=2015 ended=2014", SB_RECORD_ERROR_ORDER },

  { SB_KIND_JUDGEMENT, "proposition=x", NO_ERROR },
  { SB_KIND_JUDGEMENT, "proposition=x scale=icd203 band=6", NO_ERROR },
  { SB_KIND_JUDGEMENT, "proposition=x scale=icd203 band=7", SB_RECORD_ERROR_SCALE },
  { SB_KIND_JUDGEMENT, "proposition=x scale=kent band=5", SB_RECORD_ERROR_SCALE },
  { SB_KIND_JUDGEMENT, "proposition=x scale=kent band=-1", SB_RECORD_ERROR_SCALE },
  { SB_KIND_JUDGEMENT, "proposition=x band=0", SB_RECORD_ERROR_SCALE },
  { SB_KIND_JUDGEMENT, "proposition=x scale=kent", NO_ERROR },
  { SB_KIND_JUDGEMENT, "proposition=x confidence=low", NO_ERROR },
  { SB_KIND_SCENARIO, "title=x band=0", SB_RECORD_ERROR_SCALE },

  { SB_KIND_EXTRACT, "document=1 start=5 end=4 quote=x", SB_RECORD_ERROR_ORDER },
  { SB_KIND_RELATION, "subject=1 kind=leads object=2", NO_ERROR },
  { SB_KIND_RELATION, "subject=1 kind=leads object=1", SB_RECORD_ERROR_REFERENCE },
};

static void
check (SbRecord *record,
       const char *fields,
       int code)
{
  g_autoptr (GError) error = NULL;
  gboolean is_valid = sb_record_validate (record, &error);

  g_test_message ("%s: %s", fields, error != NULL ? error->message : "valid");
  g_assert_cmpint (is_valid, ==, code == NO_ERROR);
  if (code != NO_ERROR)
    g_assert_error (error, SB_RECORD_ERROR, code);
}

static void
test_validate (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SbRecord) record = make_record (sb_kind_get_schema (cases[i].kind), cases[i].fields);

      check (record, cases[i].fields, cases[i].code);
    }
}

/* Somebody said it, named or described; the message says which statement. */
static void
test_statement (void)
{
  static const struct
  {
    const char *fields;
    int code;
  } statements[] = {
    { "speaker=1 stance=denies", NO_ERROR },
    { "attribution=un·diplomate stance=denies", NO_ERROR },
    { "speaker=1 attribution=x anonymity=x stance=denies credibility=6", NO_ERROR },
    { "stance=denies", SB_RECORD_ERROR_SPEAKER },
    { "anonymity=x stance=denies", SB_RECORD_ERROR_SPEAKER },
    { "speaker=1", SB_RECORD_ERROR_MISSING },
  };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      SbRecordBuilder *builder = sb_record_builder_new (&sb_claim_schema);
      g_autoptr (SbRecord) claim = NULL;

      sb_record_builder_set_words (builder, SB_CLAIM_PROPOSITION, "x", NULL);
      sb_record_builder_take_item (builder, SB_CLAIM_STATEMENTS, make_record (&sb_claim_statement_schema, statements[i].fields));
      claim = sb_record_builder_end (builder);
      check (claim, statements[i].fields, statements[i].code);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/record-error/validate", test_validate);
  g_test_add_func ("/domain/record-error/statement", test_statement);
  return g_test_run ();
}
