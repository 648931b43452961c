/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-record-names.h"

#include "sb-actor.h"
#include "sb-record-builder.h"

static void
test_actor (void)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_actor_schema);
  SbRecordBuilder *alias = sb_record_builder_new (&sb_actor_alias_schema);
  g_autoptr (SbRecord) actor = NULL;
  g_autofree char *names = NULL;

  sb_record_builder_set_words (builder, SB_ACTOR_NAME, "Groupe de soutien à l’islam", "Support Group");
  sb_record_builder_set_text (builder, SB_ACTOR_SHORT_NAME, "JNIM");
  sb_record_builder_set_text (alias, SB_ACTOR_ALIAS_NAME, "GSIM");
  sb_record_builder_take_item (builder, SB_ACTOR_ALIASES, sb_record_builder_end (alias));
  actor = sb_record_builder_end (builder);

  names = sb_record_fold_names (actor);
  g_assert_cmpstr (names, ==, "groupe de soutien a l islam\nsupport group\njnim\ngsim");
}

/* What is called alike in both languages is found by it all the same; what is called
 * nothing adds nothing. */
static void
test_bare (void)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_actor_schema);
  g_autoptr (SbRecord) actor = NULL;
  g_autofree char *names = NULL;

  sb_record_builder_set_words (builder, SB_ACTOR_NAME, "Togo", NULL);
  actor = sb_record_builder_end (builder);
  names = sb_record_fold_names (actor);
  g_assert_cmpstr (names, ==, "togo\ntogo");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/record-names/actor", test_actor);
  g_test_add_func ("/domain/record-names/bare", test_bare);
  return g_test_run ();
}
