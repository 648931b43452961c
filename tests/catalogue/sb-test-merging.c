/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-test-merging.h"

#include "sb-actor.h"
#include "sb-evidence.h"
#include "sb-merge.h"

SbRecord *
sb_test_merging_make_actor (const char *fr,
                            const char *en,
                            const char *summary_fr,
                            const char *summary_en)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_actor_schema);

  sb_record_builder_set_words (builder, SB_ACTOR_NAME, fr, en);
  sb_record_builder_set_words (builder, SB_ACTOR_SUMMARY, summary_fr, summary_en);
  return sb_record_builder_end (builder);
}

void
sb_test_merging_open (SbTestMerging *self,
                      gconstpointer data)
{
  self->folder = sb_test_make_folder ();
  self->store = sb_test_open_store (self->folder);
  self->kept = sb_test_merging_make_actor ("Alpha", NULL, "Résumé d’Alpha", NULL);
  self->gone = sb_test_merging_make_actor ("Bravo", "Beta", NULL, "Summary of Beta");
  sb_test_put (self->store, self->kept, "Add");
  sb_test_put (self->store, self->gone, "Add");
}

void
sb_test_merging_close (SbTestMerging *self,
                       gconstpointer data)
{
  g_clear_object (&self->kept);
  g_clear_object (&self->gone);
  g_clear_object (&self->store);
  sb_test_remove_folder (self->folder);
}

/* "differs actor status; …" */
static char *
write_notes (GPtrArray *notes)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < notes->len; i++)
    {
      const SbMergeNote *note = g_ptr_array_index (notes, i);

      g_string_append_printf (text, "%s%s %s %s", i > 0 ? "; " : "", sb_merge_note_type_get_name (note->type),
                              sb_kind_get_name (sb_ref_get_kind (note->ref)), note->field != NULL ? note->field->name : "-");
    }

  return g_string_free (text, FALSE);
}

char *
sb_test_merging_merge (SbTestMerging *self,
                       SbRecord *kept,
                       SbRecord *gone)
{
  g_autoptr (SbRecord) kept_now = sb_test_get (self->store, kept);
  g_autoptr (SbRecord) gone_now = sb_test_get (self->store, gone);
  const SbMergeQuery query = { .gone_id = sb_record_get_id (gone_now) };
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (GPtrArray) merges = NULL;
  g_autoptr (GError) error = NULL;

  notes = sb_store_merge (self->store, sb_record_get_kind (kept), sb_record_get_id (kept_now), sb_record_get_id (gone_now), "Merge",
                          NULL, NULL, &error);
  g_assert_no_error (error);
  merges = sb_store_list_merges (self->store, &query, &error);
  g_assert_no_error (error);
  self->merge = ((const SbMerge *) g_ptr_array_index (merges, 0))->id;
  return write_notes (notes);
}

void
sb_test_merging_merge_both (SbTestMerging *self)
{
  g_autofree char *notes = sb_test_merging_merge (self, self->kept, self->gone);

  g_assert_cmpstr (notes, ==, "");
}

char *
sb_test_merging_part (SbTestMerging *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) notes = sb_store_unmerge (self->store, self->merge, "Part", NULL, NULL, &error);

  g_assert_no_error (error);
  return write_notes (notes);
}

void
sb_test_merging_put_stance (SbTestMerging *self,
                            SbRecord *actor,
                            const char *stance)
{
  g_autoptr (SbChangeSet) changes = sb_change_set_new ("Edit");
  g_autoptr (SbRef) ref = sb_record_dup_ref (actor);
  g_autoptr (SbRef) extract = sb_test_make_ref (SB_KIND_EXTRACT, 0);
  g_autoptr (GError) error = NULL;

  if (stance != NULL)
    sb_change_set_put_evidence (changes, ref, extract, (SbStance) (stance[0] - '0'), (SbCredibility) (stance[1] - '0'));
  else
    sb_change_set_remove_evidence (changes, ref, extract);
  g_assert_cmpint (sb_store_apply (self->store, changes, &error), >=, 0);
  g_assert_no_error (error);
}
