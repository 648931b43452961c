/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-document.h"
#include "sb-event.h"
#include "sb-record-builder.h"
#include "sb-record-change.h"
#include "sb-record-compare.h"
#include "sb-record-revert.h"
#include "sb-test-records.h"

/* Lists are written as words: "a1" is the actor a in the role 1, "a" without a
 * role. */

static SbRecord *
make_event (const char *list)
{
  g_auto (GStrv) words = g_strsplit (list, " ", 0);
  g_autoptr (SbRecord) plain = sb_test_make_event ("Attaque", "2026-04-25");
  SbRecordBuilder *builder = sb_record_builder_new_from (plain);

  for (guint i = 0; words[i] != NULL && words[i][0] != '\0'; i++)
    {
      SbRecordBuilder *item = sb_record_builder_new (&sb_event_actor_schema);
      g_autofree char *uuid = sb_test_make_uuid (SB_KIND_ACTOR, (guint) words[i][0]);
      g_autoptr (SbRef) ref = sb_ref_new (SB_KIND_ACTOR, words[i][0], uuid, NULL);

      sb_record_builder_set_ref (item, SB_EVENT_ACTOR_ACTOR, ref);
      if (words[i][1] != '\0')
        sb_record_builder_set_term (item, SB_EVENT_ACTOR_ROLE, words[i][1] - '0');
      sb_record_builder_take_item (builder, SB_EVENT_ACTORS, sb_record_builder_end (item));
    }

  return sb_record_builder_end (builder);
}

static char *
write_item (SbRecord *item)
{
  if (item == NULL)
    return g_strdup ("");
  if (!sb_record_has (item, SB_EVENT_ACTOR_ROLE))
    return g_strdup_printf ("%c", (char) sb_ref_get_id (sb_record_get_ref (item, SB_EVENT_ACTOR_ACTOR)));

  return g_strdup_printf ("%c%d", (char) sb_ref_get_id (sb_record_get_ref (item, SB_EVENT_ACTOR_ACTOR)),
                          sb_record_get_term (item, SB_EVENT_ACTOR_ROLE, 0));
}

static char *
write_list (SbRecord *event)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < sb_record_get_n_items (event, SB_EVENT_ACTORS); i++)
    {
      g_autofree char *word = write_item (sb_record_get_item (event, SB_EVENT_ACTORS, i));

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", word);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_lists (void)
{
  static const struct
  {
    const char *before; /* what the work found */
    const char *after; /* what it left */
    const char *now;
    const char *expected;
  } cases[] = {
    /* Nobody was there since: all as it was, the order too. */
    { "a1 b2", "b2", "b2", "a1 b2" },
    { "a1", "a1 b2", "a1 b2", "a1" },
    { "a1 b2", "b2 a1", "b2 a1", "a1 b2" },
    /* What was added since stays, and where it is. */
    { "a1 b2", "b2", "b2 c3", "a1 b2 c3" },
    { "a1 b2", "a1", "a1 c3", "a1 b2 c3" },
    { "a1", "a1 b2", "a1 b2 c3", "a1 c3" },
    { "a1", "a1 b2", "c3 a1 b2", "c3 a1" },
    { "", "a1", "a1 b1", "b1" },
    /* What was taken out since stays out. */
    { "a1 b2", "a2 b2", "b2", "b2" },
    { "a1 b2 c3", "b2 c3", "c3", "a1 c3" },
    /* Both worked on one item: each keeps what it changed. */
    { "a1", "b1", "b2", "a2" },
    { "a1 c3", "b1 c3", "b2 c3 d1", "a2 c3 d1" },
    { "a1", "b1", "c1", "c1" },
    /* What the work added and others have changed since is theirs. */
    { "a1", "a1 b2", "a1 b3", "a1 b3" },
    /* It is there again already. */
    { "a1 b2", "b2", "b2 a1", "b2 a1" },
    /* Two that became one are two again. */
    { "a1 b1 c2", "b1 c2", "b1 c2 d2", "a1 b1 c2 d2" },
    { "a1 b2", "b1 b2", "b1 b2 d1", "a1 b2 d1" },
    { "a b", "b", "b c", "a b c" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SbRecord) before = make_event (cases[i].before);
      g_autoptr (SbRecord) after = make_event (cases[i].after);
      g_autoptr (SbRecord) now = make_event (cases[i].now);
      g_autoptr (SbRecord) reverted = _sb_record_revert (now, after, before, SB_REVERT_KEEP_LATER);
      g_autofree char *list = write_list (reverted);

      g_test_message ("%s → %s, now %s", cases[i].before, cases[i].after, cases[i].now);
      g_assert_cmpstr (list, ==, cases[i].expected);
    }
}

static SbRecord *
with_summary (const char *summary)
{
  g_autoptr (SbRecord) event = sb_test_make_event ("Attaque", "2026-04-25");
  SbRecordBuilder *builder = sb_record_builder_new_from (event);

  sb_record_builder_set_words (builder, SB_EVENT_SUMMARY, summary, NULL);
  return sb_record_builder_end (builder);
}

static void
test_values (void)
{
  static const struct
  {
    const char *before;
    const char *after;
    const char *now;
    SbRevertFlags flags;
    const char *expected;
  } cases[] = {
    { "x", "y", "y", SB_REVERT_DEFAULT, "x" },
    { "x", "y", "z", SB_REVERT_DEFAULT, "x" },
    { "x", "y", "z", SB_REVERT_KEEP_LATER, "z" },
    { NULL, "y", "y", SB_REVERT_KEEP_LATER, "" },
    { NULL, "y", "z", SB_REVERT_KEEP_LATER, "z" },
    { "x", "x", "z", SB_REVERT_DEFAULT, "z" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SbRecord) before = with_summary (cases[i].before);
      g_autoptr (SbRecord) after = with_summary (cases[i].after);
      g_autoptr (SbRecord) now = with_summary (cases[i].now);
      g_autoptr (SbRecord) reverted = _sb_record_revert (now, after, before, cases[i].flags);

      g_test_message ("%u", i);
      g_assert_cmpstr (sb_record_get_words (reverted, SB_EVENT_SUMMARY, SB_LANGUAGE_FR), ==, cases[i].expected);
    }
}

/* "fr/en", each of which may be empty. */
static void
test_languages (void)
{
  static const struct
  {
    const char *before;
    const char *after;
    const char *now;
    SbRevertFlags flags;
    const char *expected;
    gboolean keeps_later;
  } cases[] = {
    { "x/", "x/y", "x/y", SB_REVERT_KEEP_LATER, "x/", FALSE },
    { "x/", "x/y", "z/y", SB_REVERT_KEEP_LATER, "z/", FALSE },
    { "x/", "x/y", "x/z", SB_REVERT_KEEP_LATER, "x/z", TRUE },
    { "x/", "x/y", "x/z", SB_REVERT_DEFAULT, "x/", TRUE },
    { "x/y", "z/y", "z/w", SB_REVERT_DEFAULT, "x/w", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *texts[] = { cases[i].before, cases[i].after, cases[i].now };
      SbRecord *records[3];
      g_autoptr (SbRecord) reverted = NULL;
      g_autofree char *text = NULL;
      SbBilingual *words;

      for (guint j = 0; j < 3; j++)
        {
          g_auto (GStrv) parts = g_strsplit (texts[j], "/", 2);
          g_autoptr (SbRecord) event = sb_test_make_event ("Attaque", "2026-04-25");
          SbRecordBuilder *builder = sb_record_builder_new_from (event);

          sb_record_builder_set_words (builder, SB_EVENT_SUMMARY, parts[0], parts[1]);
          records[j] = sb_record_builder_end (builder);
        }

      g_test_message ("%s → %s, now %s", texts[0], texts[1], texts[2]);
      reverted = _sb_record_revert (records[2], records[1], records[0], cases[i].flags);
      words = sb_record_get_bilingual (reverted, SB_EVENT_SUMMARY);
      text = g_strdup_printf ("%s/%s", sb_bilingual_get (words, SB_LANGUAGE_FR) != NULL ? sb_bilingual_get (words, SB_LANGUAGE_FR) : "",
                              sb_bilingual_get (words, SB_LANGUAGE_EN) != NULL ? sb_bilingual_get (words, SB_LANGUAGE_EN) : "");
      g_assert_cmpstr (text, ==, cases[i].expected);
      g_assert_cmpint (_sb_record_keeps_later (records[2], records[1], records[0], SB_EVENT_SUMMARY), ==, cases[i].keeps_later);
      for (guint j = 0; j < 3; j++)
        g_object_unref (records[j]);
    }
}

static SbRecord *
with_marks (const char *title,
            gint64 read,
            gboolean is_withdrawn)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_document_schema);

  sb_record_builder_set_text (builder, SB_DOCUMENT_TITLE, title);
  sb_record_builder_set_time (builder, SB_DOCUMENT_READ, read);
  sb_record_builder_set_withdrawn (builder, is_withdrawn);
  return sb_record_builder_end (builder);
}

static void
test_bookkeeping (void)
{
  g_autoptr (SbRecord) before = with_marks ("A", 0, FALSE);
  g_autoptr (SbRecord) after = with_marks ("B", 7, TRUE);
  g_autoptr (SbRecord) read = with_marks ("A", 7, FALSE);
  g_autoptr (SbRecord) reverted = _sb_record_revert (after, after, before, SB_REVERT_DEFAULT);

  g_assert_cmpstr (sb_record_get_text (reverted, SB_DOCUMENT_TITLE), ==, "A");
  g_assert_cmpint (sb_record_get_time (reverted, SB_DOCUMENT_READ), ==, 7);
  g_assert_false (sb_record_is_withdrawn (reverted));

  g_assert_true (sb_record_differs_in_bookkeeping_only (before, read));
  g_assert_false (sb_record_differs_in_bookkeeping_only (before, after));
}

static void
test_changes (void)
{
  static const struct
  {
    const char *before;
    const char *after;
    const char *expected; /* before>after, one for each item that changed */
  } cases[] = {
    { "a1 b2", "a1 b2", "" },
    { "a1 b2", "b2 a1", "" },
    { "a1", "a1 b2", ">b2 " },
    { "a1 b2", "b2", "a1> " },
    { "a1 b2", "a2 b2", "a1>a2 " },
    { "a1 b2", "a3 c2", "a1>a3 b2>c2 " },
    { "", "a1 b1", ">a1 >b1 " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SbRecord) before = make_event (cases[i].before);
      g_autoptr (SbRecord) after = make_event (cases[i].after);
      g_autoptr (GPtrArray) changes = sb_record_list_changes (before, after);
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint k = 0; k < changes->len; k++)
        {
          const SbFieldChange *change = g_ptr_array_index (changes, k);
          g_autofree char *was = write_item (change->before);
          g_autofree char *is = write_item (change->after);

          g_assert_cmpuint (change->field, ==, SB_EVENT_ACTORS);
          g_string_append_printf (text, "%s>%s ", was, is);
        }
      g_assert_cmpstr (text->str, ==, cases[i].expected);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/catalogue/record-revert/lists", test_lists);
  g_test_add_func ("/catalogue/record-revert/values", test_values);
  g_test_add_func ("/catalogue/record-revert/languages", test_languages);
  g_test_add_func ("/catalogue/record-revert/bookkeeping", test_bookkeeping);
  g_test_add_func ("/catalogue/record-change/items", test_changes);

  return g_test_run ();
}
