/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-record-description.h"
#include "sb-record-markup.h"

#include "sb-actor.h"
#include "sb-claim.h"
#include "sb-document.h"
#include "sb-event.h"
#include "sb-record-builder.h"
#include "sb-test-screen.h"

#include <string.h>

static SbRef *
create_ref (SbKind kind,
            gint64 id,
            const char *fr,
            const char *en)
{
  g_autoptr (SbBilingual) name = sb_bilingual_new (fr, en);

  return sb_ref_new (kind, id, "11111111-2222-4333-8444-555555555555", name);
}

static void
test_bilingual (void)
{
  static const struct
  {
    const char *fr;
    const char *en;
    SbLanguage language;
    const char *shown; /* as text, markup aside */
  } cases[] = {
    { "Attaque", "Attack", SB_LANGUAGE_FR, "Attaque" },
    { "Attaque", "Attack", SB_LANGUAGE_EN, "Attack" },
    { "Attaque", NULL, SB_LANGUAGE_EN, "Attaque [fr]" },
    { NULL, "Attack", SB_LANGUAGE_FR, "Attack [en]" },
    { "a < b & « c »", NULL, SB_LANGUAGE_FR, "a < b & « c »" },
    { "<b>gras</b>", NULL, SB_LANGUAGE_EN, "<b>gras</b> [fr]" },
    { "&amp;", NULL, SB_LANGUAGE_FR, "&amp;" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SbRecordBuilder *builder = sb_record_builder_new (&sb_event_schema);
      g_autoptr (SbRecord) record = NULL;
      g_autofree char *markup = NULL;
      g_autofree char *text = NULL;
      g_autoptr (GError) error = NULL;

      sb_record_builder_set_words (builder, SB_EVENT_SUMMARY, cases[i].fr, cases[i].en);
      record = sb_record_builder_end (builder);
      markup = sb_record_markup_field (record, SB_EVENT_SUMMARY, cases[i].language);
      pango_parse_markup (markup, -1, 0, NULL, &text, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (text, ==, cases[i].shown);
    }
}

static void
test_unset (void)
{
  g_autoptr (SbRecord) record = sb_record_builder_end (sb_record_builder_new (&sb_event_schema));

  for (guint field = 0; field < sb_event_schema.n_fields; field++)
    {
      g_autofree char *markup = sb_record_markup_field (record, field, SB_LANGUAGE_FR);

      g_assert_null (markup);
    }
}

static void
test_date (void)
{
  static const struct
  {
    const char *edtf;
    const char *wording;
    SbLanguage language;
    const char *shown;
  } cases[] = {
    { "2025-09-03", NULL, SB_LANGUAGE_EN, "3 September 2025" },
    { "2025-09-01", NULL, SB_LANGUAGE_FR, "1er septembre 2025" },
    { "2025-09-05/2025-09-06", "nuit du 5 au 6 septembre", SB_LANGUAGE_EN, "(nuit du 5 au 6 septembre)" },
    { "2025-09", "<début> & fin", SB_LANGUAGE_FR, "(<début> & fin)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SbRecordBuilder *builder = sb_record_builder_new (&sb_event_schema);
      g_autoptr (SbDate) date = sb_date_new (cases[i].edtf, cases[i].wording);
      g_autoptr (SbRecord) record = NULL;
      g_autofree char *markup = NULL;
      g_autofree char *text = NULL;
      g_autoptr (GError) error = NULL;

      sb_record_builder_set_date (builder, SB_EVENT_DATE, date);
      record = sb_record_builder_end (builder);
      markup = sb_record_markup_field (record, SB_EVENT_DATE, cases[i].language);
      pango_parse_markup (markup, -1, 0, NULL, &text, NULL, &error);
      g_assert_no_error (error);
      g_strdelimit (text, "\302\240", ' ');
      g_assert_nonnull (strstr (text, cases[i].wording != NULL ? cases[i].shown : "2025"));
      g_assert_cmpint (strchr (text, '(') != NULL, ==, cases[i].wording != NULL);
    }
}

/* What stands in the source as we write it is not said twice. */
static void
test_date_wording_once (void)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_event_schema);
  g_autoptr (SbDate) plain = sb_date_new ("2025-09-03", NULL);
  g_autoptr (SbDate) date = NULL;
  g_autoptr (SbRecord) record = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  sb_record_builder_set_date (builder, SB_EVENT_DATE, plain);
  record = sb_record_builder_end (builder);
  first = sb_record_markup_field (record, SB_EVENT_DATE, SB_LANGUAGE_FR);
  date = sb_date_new ("2025-09-03", first);

  builder = sb_record_builder_new_from (record);
  sb_record_builder_set_date (builder, SB_EVENT_DATE, date);
  g_clear_object (&record);
  record = sb_record_builder_end (builder);
  second = sb_record_markup_field (record, SB_EVENT_DATE, SB_LANGUAGE_FR);
  g_assert_cmpstr (first, ==, second);
}

static void
test_refs (void)
{
  static const struct
  {
    SbKind kind;
    gint64 id;
    const char *markup;
  } cases[] = {
    { SB_KIND_ACTOR, 42, "<a href=\"record:actor/42\">Groupe &lt;A&amp;B&gt;</a>" },
    { SB_KIND_PLACE, 7, "<a href=\"record:place/7\">Groupe &lt;A&amp;B&gt;</a>" },
    { SB_KIND_ACTOR, 0, "Groupe &lt;A&amp;B&gt;" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SbRef) ref = create_ref (cases[i].kind, cases[i].id, "Groupe <A&B>", NULL);
      g_autofree char *markup = sb_record_markup_ref (ref, SB_LANGUAGE_EN);

      g_assert_cmpstr (markup, ==, cases[i].markup);
    }
}

static void
test_parse_link (void)
{
  static const struct
  {
    const char *address;
    SbKind kind; /* SB_KIND_NONE: no link of ours */
    gint64 id;
  } cases[] = {
    { "record:actor/42", SB_KIND_ACTOR, 42 },
    { "record:extract/9000000000", SB_KIND_EXTRACT, G_GINT64_CONSTANT (9000000000) },
    { "record:actor/0", SB_KIND_NONE, 0 },
    { "record:actor/-3", SB_KIND_NONE, 0 },
    { "record:actor/", SB_KIND_NONE, 0 },
    { "record:actor", SB_KIND_NONE, 0 },
    { "record:", SB_KIND_NONE, 0 },
    { "record:dragon/42", SB_KIND_NONE, 0 },
    { "record:/42", SB_KIND_NONE, 0 },
    { "https://www.example.org/actor/42", SB_KIND_NONE, 0 },
    { "file:///etc/passwd", SB_KIND_NONE, 0 },
    { "", SB_KIND_NONE, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SbRef) ref = sb_record_markup_parse_link (cases[i].address);

      g_test_message ("address %s", cases[i].address);
      g_assert_cmpint (ref != NULL, ==, cases[i].kind != SB_KIND_NONE);
      if (ref == NULL)
        continue;

      g_assert_cmpint (sb_ref_get_kind (ref), ==, cases[i].kind);
      g_assert_cmpint (sb_ref_get_id (ref), ==, cases[i].id);
    }
}

static void
add_actor (SbRecordBuilder *event,
           gint64 id,
           const char *name)
{
  SbRecordBuilder *item = sb_record_builder_new (&sb_event_actor_schema);
  g_autoptr (SbRef) ref = create_ref (SB_KIND_ACTOR, id, name, name);

  sb_record_builder_set_ref (item, SB_EVENT_ACTOR_ACTOR, ref);
  sb_record_builder_set_term (item, SB_EVENT_ACTOR_ROLE, SB_EVENT_ROLE_TARGET);
  sb_record_builder_take_item (event, SB_EVENT_ACTORS, sb_record_builder_end (item));
}

static void
add_place (SbRecordBuilder *event,
           gint64 id,
           const char *name)
{
  SbRecordBuilder *item = sb_record_builder_new (&sb_event_place_schema);
  g_autoptr (SbRef) ref = create_ref (SB_KIND_PLACE, id, name, name);

  sb_record_builder_set_ref (item, SB_EVENT_PLACE_PLACE, ref);
  sb_record_builder_set_real (item, SB_EVENT_PLACE_LATITUDE, 14.45);
  sb_record_builder_set_real (item, SB_EVENT_PLACE_LONGITUDE, -11.44);
  sb_record_builder_take_item (event, SB_EVENT_PLACES, sb_record_builder_end (item));
}

static void
test_lists (void)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_event_schema);
  g_autoptr (SbRecord) record = NULL;
  g_autofree char *actors = NULL;
  g_autofree char *places = NULL;

  add_actor (builder, 1, "JNIM");
  add_actor (builder, 2, "FLA");
  add_place (builder, 3, "Kayes");
  record = sb_record_builder_end (builder);

  actors = sb_record_markup_field (record, SB_EVENT_ACTORS, SB_LANGUAGE_FR);
  g_assert_cmpstr (actors, ==,
                   "<a href=\"record:actor/1\">JNIM</a> · Cible\n"
                   "<a href=\"record:actor/2\">FLA</a> · Cible");

  /* What was looked up elsewhere is not said here. */
  places = sb_record_markup_field (record, SB_EVENT_PLACES, SB_LANGUAGE_FR);
  g_assert_cmpstr (places, ==, "<a href=\"record:place/3\">Kayes</a>");
}

static void
test_describe_event (void)
{
  static const char *names[] = { "Kayes", "Nioro", "Diboli", "Kita", "Ségou" };
  static const struct
  {
    guint n_places;
    const char *end;
  } cases[] = {
    { 0, "2025" },
    { 1, "2025 · Kayes" },
    { 3, "2025 · Kayes, Nioro, Diboli" },
    { 5, "2025 · Kayes, Nioro, Diboli +2" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SbRecordBuilder *builder = sb_record_builder_new (&sb_event_schema);
      g_autoptr (SbDate) date = sb_date_new ("2025-09", NULL);
      g_autoptr (SbRecord) record = NULL;
      g_autofree char *line = NULL;

      sb_record_builder_set_date (builder, SB_EVENT_DATE, date);
      for (guint j = 0; j < cases[i].n_places; j++)
        add_place (builder, j + 1, names[j]);

      record = sb_record_builder_end (builder);
      line = sb_record_describe (record, SB_LANGUAGE_EN);
      g_assert_true (g_str_has_suffix (line, cases[i].end));
    }
}

static void
add_statement (SbRecordBuilder *claim,
               SbClaimStance stance,
               SbRef *speaker,
               const char *attribution)
{
  SbRecordBuilder *item = sb_record_builder_new (&sb_claim_statement_schema);

  if (speaker != NULL)
    sb_record_builder_set_ref (item, SB_CLAIM_STATEMENT_SPEAKER, speaker);
  if (attribution != NULL)
    sb_record_builder_set_words (item, SB_CLAIM_STATEMENT_ATTRIBUTION, attribution, NULL);
  sb_record_builder_set_term (item, SB_CLAIM_STATEMENT_STANCE, stance);
  sb_record_builder_take_item (claim, SB_CLAIM_STATEMENTS, sb_record_builder_end (item));
}

/* Claims are told from each other by who says what of them. */
static void
test_describe_claim (void)
{
  g_autoptr (SbRef) group = create_ref (SB_KIND_ACTOR, 1, "JNIM", "JNIM");
  SbRecordBuilder *builder = sb_record_builder_new (&sb_claim_schema);
  g_autoptr (SbDate) date = sb_date_new ("2025-09", NULL);
  g_autoptr (SbRecord) record = NULL;
  g_autofree char *line = NULL;

  sb_record_builder_set_date (builder, SB_CLAIM_DATE, date);
  add_statement (builder, SB_CLAIM_STANCE_CLAIMS, group, NULL);
  add_statement (builder, SB_CLAIM_STANCE_DENIES, NULL, "une source militaire");
  add_statement (builder, SB_CLAIM_STANCE_CONTESTS, group, NULL);
  record = sb_record_builder_end (builder);

  line = sb_record_describe (record, SB_LANGUAGE_FR);
  g_assert_cmpstr (line, ==, "sept. 2025 · JNIM revendique, une source militaire dément +1");
}

/* A record of which nothing is known is described by its kind. */
static void
test_describe_bare (void)
{
  for (SbKind kind = SB_KIND_NONE + 1; kind < SB_N_KINDS; kind++)
    {
      const SbSchema *schema = sb_kind_get_schema (kind);
      g_autoptr (SbRecord) record = NULL;
      g_autofree char *line = NULL;

      if (schema == NULL)
        continue;

      record = sb_record_builder_end (sb_record_builder_new (schema));
      line = sb_record_describe (record, SB_LANGUAGE_FR);
      g_assert_cmpstr (line, ==, sb_kind_get_label (kind, SB_LANGUAGE_FR));
    }
}

int
main (int argc,
      char *argv[])
{
  sb_test_screen_init (&argc, &argv);

  g_test_add_func ("/widgets/record-markup/bilingual", test_bilingual);
  g_test_add_func ("/widgets/record-markup/unset", test_unset);
  g_test_add_func ("/widgets/record-markup/date", test_date);
  g_test_add_func ("/widgets/record-markup/date-wording-once", test_date_wording_once);
  g_test_add_func ("/widgets/record-markup/refs", test_refs);
  g_test_add_func ("/widgets/record-markup/parse-link", test_parse_link);
  g_test_add_func ("/widgets/record-markup/lists", test_lists);
  g_test_add_func ("/widgets/record-markup/describe-event", test_describe_event);
  g_test_add_func ("/widgets/record-markup/describe-claim", test_describe_claim);
  g_test_add_func ("/widgets/record-markup/describe-bare", test_describe_bare);

  return g_test_run ();
}
