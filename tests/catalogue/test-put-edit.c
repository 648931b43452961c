/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-briefing.h"
#include "sb-record-builder.h"
#include "sb-test-records.h"

/* Two windows have a briefing open, and both change it: what one of them stored stays when
 * the other one stores what was made of an older state. */

#define UUID "2a0d6c5e-3b0e-4d53-9d1a-7f5a1c2b3d4e"

typedef struct
{
  char *folder; /* (owned) */
  SbStore *store; /* (owned) */
  SbRecord *before; /* (owned) as both windows read it */
} Fixture;

static void
take_section (SbRecordBuilder *builder,
              const char *block,
              const char *text)
{
  SbRecordBuilder *section = sb_record_builder_new (&sb_briefing_section_schema);

  sb_record_builder_set_text (section, SB_BRIEFING_SECTION_BLOCK, block);
  sb_record_builder_set_words (section, SB_BRIEFING_SECTION_TEXT, text, NULL);
  sb_record_builder_take_item (builder, SB_BRIEFING_SECTIONS, sb_record_builder_end (section));
}

/* The briefing with another title and other texts. */
static SbRecord *
make (SbRecord *of,
      const char *title,
      const char *situation,
      const char *outlook)
{
  SbRecordBuilder *builder = of != NULL ? sb_record_builder_new_from (of) : sb_record_builder_new (&sb_briefing_schema);

  sb_record_builder_set_uuid (builder, UUID);
  sb_record_builder_set_words (builder, SB_BRIEFING_TITLE, title, NULL);
  sb_record_builder_set_text (builder, SB_BRIEFING_TEMPLATE, "sitrep");
  sb_record_builder_clear (builder, SB_BRIEFING_SECTIONS);
  take_section (builder, "situation", situation);
  take_section (builder, "outlook", outlook);
  return sb_record_builder_end (builder);
}

static SbRecord *
read_briefing (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  SbRecord *briefing = sb_store_get_by_uuid (fixture->store, SB_KIND_BRIEFING, UUID, &error);

  g_assert_no_error (error);
  return briefing;
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (SbRecord) briefing = make (NULL, "Point", "Un", "Deux");

  fixture->folder = sb_test_make_folder ();
  fixture->store = sb_test_open_store (fixture->folder);
  sb_test_put (fixture->store, briefing, "Add");
  fixture->before = read_briefing (fixture);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_clear_object (&fixture->before);
  g_clear_object (&fixture->store);
  sb_test_remove_folder (fixture->folder);
}

static void
put (Fixture *fixture,
     const char *title,
     const char *situation,
     const char *outlook)
{
  g_autoptr (SbChangeSet) changes = sb_change_set_new ("Edit");
  g_autoptr (SbRecord) edited = make (fixture->before, title, situation, outlook);
  g_autoptr (GError) error = NULL;

  sb_change_set_put_edit (changes, fixture->before, edited);
  g_assert_cmpint (sb_store_apply (fixture->store, changes, &error), >=, 0);
  g_assert_no_error (error);
}

/* "title|text of each section" */
static void
check (Fixture *fixture,
       const char *expected)
{
  g_autoptr (SbRecord) briefing = read_briefing (fixture);
  g_autoptr (GString) text = g_string_new (sb_record_get_title (briefing, SB_LANGUAGE_FR));

  for (guint i = 0; i < sb_record_get_n_items (briefing, SB_BRIEFING_SECTIONS); i++)
    {
      SbRecord *section = sb_record_get_item (briefing, SB_BRIEFING_SECTIONS, i);

      g_string_append_printf (text, "|%s", sb_bilingual_get (sb_record_get_bilingual (section, SB_BRIEFING_SECTION_TEXT), SB_LANGUAGE_FR));
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static const struct
{
  const char *name;
  const char *theirs[3]; /* title and two texts */
  const char *mine[3];
  const char *expected;
} cases[] = {
  { "nothing else", { "Point", "Un", "Deux" }, { "Point", "Un de plus", "Deux" }, "Point|Un de plus|Deux" },
  { "another field", { "Autre", "Un", "Deux" }, { "Point", "Un de plus", "Deux" }, "Autre|Un de plus|Deux" },
  { "another section", { "Point", "Un", "Deux ici" }, { "Point", "Un de plus", "Deux" }, "Point|Un de plus|Deux ici" },
  { "the same field", { "Autre", "Un", "Deux" }, { "Le mien", "Un", "Deux" }, "Le mien|Un|Deux" },
  { "the same section", { "Point", "Un d’eux", "Deux" }, { "Point", "Un à moi", "Deux" }, "Point|Un à moi|Deux" },
};

static void
test_cases (Fixture *fixture,
            gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].name);
      put (fixture, cases[i].theirs[0], cases[i].theirs[1], cases[i].theirs[2]);
      put (fixture, cases[i].mine[0], cases[i].mine[1], cases[i].mine[2]);
      check (fixture, cases[i].expected);

      /* As it was, for the next one. */
      g_clear_object (&fixture->before);
      fixture->before = read_briefing (fixture);
      put (fixture, "Point", "Un", "Deux");
      g_clear_object (&fixture->before);
      fixture->before = read_briefing (fixture);
    }
}

/* Each of them is a unit of work of its own, of what it changed. */
static void
test_undo (Fixture *fixture,
           gconstpointer data)
{
  g_autofree char *label = NULL;

  put (fixture, "Autre", "Un", "Deux");
  put (fixture, "Point", "Un de plus", "Deux");
  label = sb_store_undo (fixture->store, NULL);
  g_assert_nonnull (label);
  check (fixture, "Autre|Un|Deux");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/catalogue/put-edit/cases", Fixture, NULL, set_up, test_cases, tear_down);
  g_test_add ("/catalogue/put-edit/undo", Fixture, NULL, set_up, test_undo, tear_down);
  return g_test_run ();
}
