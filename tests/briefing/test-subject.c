/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "briefing-fixture.h"
#include "sb-actor.h"
#include "sb-briefing.h"
#include "sb-focus-private.h"
#include "sb-outline.h"
#include "sb-place.h"

#include <string.h>

#define KAYES_UUID "0192f3a4-0000-7000-8000-000000000001"
#define GAO_UUID   "0192f3a4-0000-7000-8000-000000000002"
#define JNIM_UUID  "0192f3a4-0000-7000-8000-000000000003"

static SbTemplate *
new_template (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  SbTemplate *template = sb_template_new_from_bytes (bytes, &error);

  g_assert_no_error (error);
  return template;
}

static void
add_place (SbBriefingInput *input,
           gint64 id,
           const char *uuid,
           const char *key,
           const char *name)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_place_schema);
  g_autoptr (SbRecord) place = NULL;

  sb_record_builder_set_id (builder, id);
  sb_record_builder_set_uuid (builder, uuid);
  sb_record_builder_set_words (builder, SB_PLACE_NAME, name, name);
  sb_record_builder_set_text (builder, SB_PLACE_KEY, key);
  sb_record_builder_set_term (builder, SB_PLACE_KIND, SB_PLACE_KIND_REGION);
  place = sb_record_builder_end (builder);
  sb_briefing_input_add (input, place);
}

static void
add_actor (SbBriefingInput *input)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_actor_schema);
  g_autoptr (SbRecord) actor = NULL;

  sb_record_builder_set_id (builder, 93);
  sb_record_builder_set_uuid (builder, JNIM_UUID);
  sb_record_builder_set_words (builder, SB_ACTOR_NAME, "Groupe de soutien", "Support group");
  sb_record_builder_set_text (builder, SB_ACTOR_SHORT_NAME, "JNIM");
  sb_record_builder_set_term (builder, SB_ACTOR_KIND, SB_ACTOR_KIND_ARMED_GROUP);
  actor = sb_record_builder_end (builder);
  sb_briefing_input_add (input, actor);
}

static SbBriefingInput *
new_input (void)
{
  g_autoptr (SbRecord) briefing = fixture_new_briefing ();
  SbBriefingInput *input = sb_briefing_input_new (briefing);

  add_place (input, 91, KAYES_UUID, "ml-region-kayes", "Kayes");
  add_place (input, 92, GAO_UUID, "ml-region-gao", "Gao");
  add_actor (input);
  return input;
}

/* What a template calls its subject by, and what that is. */
static const struct
{
  SbKind kind;
  const char *word;
  gint64 id; /* 0 for none */
} words[] = {
  { SB_KIND_PLACE, GAO_UUID, 92 },
  { SB_KIND_PLACE, "ml-region-kayes", 91 },
  { SB_KIND_PLACE, "Gao", 92 },
  { SB_KIND_PLACE, "Atlantis", 0 },
  { SB_KIND_PLACE, JNIM_UUID, 0 },
  { SB_KIND_ACTOR, JNIM_UUID, 93 },
  { SB_KIND_ACTOR, "JNIM", 93 },
  { SB_KIND_ACTOR, "Groupe de soutien", 93 },
  { SB_KIND_ACTOR, "Gao", 0 },
};

static void
test_words (void)
{
  g_autoptr (SbBriefingInput) input = new_input ();

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *text = g_strdup_printf ("[Template]\nName=x\n%s=%s\nBlocks=a\n[a]\nKind=region\n",
                                               sb_template_get_subject_key (words[i].kind), words[i].word);
      g_autoptr (SbTemplate) template = new_template (text);
      g_autoptr (SbRecord) found = words[i].kind == SB_KIND_PLACE ? _sb_focus_find_place (template, input)
                                                                  : _sb_focus_find_actor (template, input);

      g_assert_cmpstr (sb_template_get_subject (template, words[i].kind), ==, words[i].word);
      g_assert_cmpint (found != NULL ? sb_record_get_id (found) : 0, ==, words[i].id);
    }
}

/* What a briefing says in its settings goes before its template, and what whoever asks
 * for it says before both. */
static void
test_order (void)
{
  g_autoptr (SbBriefingInput) input = new_input ();
  g_autoptr (SbTemplate) template = new_template ("[Template]\nName=x\nPlace=Kayes\nBlocks=a\n[a]\nKind=region\n");
  g_autoptr (SbOutline) outline = sb_outline_new (template, sb_briefing_input_get_briefing (input));
  g_autoptr (SbRecord) edited = sb_outline_set_setting (outline, "Place", GAO_UUID);
  g_autoptr (SbOutline) changed = sb_outline_new (template, edited);
  g_autoptr (SbRecord) back = sb_outline_set_setting (changed, "Place", NULL);
  g_autoptr (SbRecord) own = _sb_focus_find_place (template, input);
  g_autoptr (SbRecord) set = _sb_focus_find_place (sb_outline_get_template (changed), input);
  g_autoptr (SbRecord) told = NULL;

  g_assert_cmpint (sb_record_get_id (own), ==, 91);
  g_assert_cmpint (sb_record_get_id (set), ==, 92);
  g_assert_true (sb_record_equal (back, sb_briefing_input_get_briefing (input)));
  sb_briefing_input_set_place (input, own);
  told = _sb_focus_find_place (sb_outline_get_template (changed), input);
  g_assert_cmpint (sb_record_get_id (told), ==, 91);
}

/* The blocks tell whether there is a region or an actor to choose. */
static const struct
{
  const char *block;
  gboolean has_place;
  gboolean has_actor;
} blocks[] = {
  { "Kind=region\n", TRUE, FALSE },
  { "Kind=figures\nOnly=place\n", TRUE, FALSE },
  { "Kind=figures\n", FALSE, FALSE },
  { "Kind=actor\n", FALSE, TRUE },
  { "Kind=relations\n", FALSE, TRUE },
  { "Kind=claims\nOnly=actor\n", FALSE, TRUE },
  { "Kind=graph\nFocus=actor\n", FALSE, TRUE },
  { "Kind=graph\nFocus=JNIM\n", FALSE, FALSE },
  { "Kind=columns\nBlocks=b\n[b]\nKind=region\n", TRUE, FALSE },
};

static void
test_blocks (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    {
      g_autofree char *text = g_strdup_printf ("[Template]\nName=x\nBlocks=a\n[a]\n%s", blocks[i].block);
      g_autoptr (SbTemplate) template = new_template (text);

      g_assert_cmpint (sb_template_has_subject (template, SB_KIND_PLACE), ==, blocks[i].has_place);
      g_assert_cmpint (sb_template_has_subject (template, SB_KIND_ACTOR), ==, blocks[i].has_actor);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/briefing/subject/words", test_words);
  g_test_add_func ("/briefing/subject/order", test_order);
  g_test_add_func ("/briefing/subject/blocks", test_blocks);

  return g_test_run ();
}
