/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-actor.h"
#include "sb-record-builder.h"

static const struct
{
  const char *title;
  const char *since; /* EDTF, NULL when it is not known */
  const char *until;
} roles[] = {
  { "minister", "2020-10", "2026-04-25" },
  { "deputy", "2012", "2013-06-30" },
  { "chair", "2013-06-30", NULL },
  { "elder", NULL, "1999" },
  { "consul", "1985", "1986/" },
  { "envoy", "2030-01", "2030-01" },
};

static SbRecord *
make_person (void)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_actor_schema);

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      SbRecordBuilder *role = sb_record_builder_new (&sb_actor_role_schema);
      g_autoptr (SbDate) since = roles[i].since != NULL ? sb_date_new (roles[i].since, NULL) : NULL;
      g_autoptr (SbDate) until = roles[i].until != NULL ? sb_date_new (roles[i].until, NULL) : NULL;

      sb_record_builder_set_words (role, SB_ACTOR_ROLE_TITLE, NULL, roles[i].title);
      sb_record_builder_set_date (role, SB_ACTOR_ROLE_SINCE, since);
      sb_record_builder_set_date (role, SB_ACTOR_ROLE_UNTIL, until);
      sb_record_builder_take_item (builder, SB_ACTOR_ROLES, sb_record_builder_end (role));
    }

  return sb_record_builder_end (builder);
}

static void
test_find_role (void)
{
  static const struct
  {
    const char *date;
    const char *title; /* NULL for none */
  } cases[] = {
    { "1985-06", "consul" },
    { "1986-06", "consul" }, /* perhaps: no one says until when */
    { "1988", "elder" }, /* it is not for ever */
    { "1990", "elder" }, /* and surely nothing else */
    { "2005", NULL },
    { "2012-05", "deputy" }, /* in its first year, perhaps */
    { "2013-03-01", "deputy" },
    { "2013-06-30", "chair" }, /* both that day: the later one */
    { "2013-08", "chair" },
    { "2020-10-15", "chair" }, /* the other began some day of that month */
    { "2021", "minister" },
    { "2026-04-25", "minister" },
    { "2026-04-26", "chair" },
    { "2026-04", "chair" }, /* all of the month, where the other was until the 25th */
    { "2030-01-10", "chair" },
    { NULL, NULL },
  };
  g_autoptr (SbRecord) person = make_person ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SbDate) date = cases[i].date != NULL ? sb_date_new (cases[i].date, NULL) : NULL;
      SbRecord *role = sb_actor_find_role (person, date);

      g_test_message ("%s", cases[i].date != NULL ? cases[i].date : "no date");
      g_assert_cmpstr (role != NULL ? sb_record_get_words (role, SB_ACTOR_ROLE_TITLE, SB_LANGUAGE_EN) : NULL, ==, cases[i].title);
    }

  g_assert_null (sb_actor_find_role (NULL, NULL));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/actor/find-role", test_find_role);
  return g_test_run ();
}
