/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "sb-catalogue-error.h"
#include "sb-dossier-reader.h"
#include "sb-store-backup.h"
#include "sb-store-check.h"
#include "sb-store-private.h"
#include "sb-test-records.h"

/* Files that were damaged by chance, by the hundred: all that can be asked of a
 * catalogue is asked, and answers or fails; it does not crash and does not
 * hang, does not touch the file by reading it, and a backup comes back. A seed
 * that fails is given again by SB_TEST_SEED. */

#define PAGE_SIZE  4096
#define N_CASES    20
#define N_SLOW     1500
#define FIRST_SEED 20260425

/* Of the header of a file: after the name of the format, before the numbers by
 * which a catalogue is known (fileformat2.html, 1.3). */
#define HEADER_FIRST 16
#define HEADER_END   60
#define MAX_SECONDS  60 /* of a machine that has other things to do */

/* The catalogue that is damaged, and a backup of it. */
static char *sound;
static gsize sound_length;

static gboolean
is_slow (void)
{
  return g_getenv ("SB_TEST_SLOW") != NULL;
}

static void
make_sound (void)
{
  char *folder = sb_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "catalogue.sqlite", NULL);
  g_autoptr (SbStore) store = sb_test_open_store (folder);
  g_autoptr (SbChangeSet) changes = sb_test_make_all ("All");
  g_autoptr (GError) error = NULL;

  if (is_slow ())
    sb_dossier_read_sample (store, NULL, &error);
  g_assert_no_error (error);
  sb_store_apply (store, changes, &error);
  g_assert_no_error (error);
  g_clear_object (&store);
  g_file_get_contents (path, &sound, &sound_length, &error);
  g_assert_no_error (error);
  sb_test_remove_folder (folder);
}

static gsize
any_page (GRand *rand)
{
  return (gsize) g_rand_int_range (rand, 0, (gint32) (sound_length / PAGE_SIZE)) * PAGE_SIZE;
}

/* One of the ways in which disks and programs spoil a file. */
static char *
damage (GRand *rand,
        gsize *length)
{
  char *bytes = g_memdup2 (sound, sound_length);
  gsize page = any_page (rand);
  gsize other = any_page (rand);
  int n;

  *length = sound_length;
  switch (g_rand_int_range (rand, 0, 8))
    {
    case 0: /* some bytes anywhere */
      n = g_rand_int_range (rand, 1, 200);
      for (int i = 0; i < n; i++)
        bytes[g_rand_int_range (rand, 100, (gint32) sound_length)] = (char) g_rand_int (rand);
      break;
    case 1: /* some bytes in the head of a page: the shape of the tree */
      for (int i = 0; i < 4; i++)
        bytes[MAX (page, 100) + (gsize) g_rand_int_range (rand, 0, 40)] = (char) g_rand_int (rand);
      break;
    case 2:
      memset (bytes + page, 0, PAGE_SIZE);
      break;
    case 3:
      for (gsize i = MAX (page, 100); i < page + PAGE_SIZE; i++)
        bytes[i] = (char) g_rand_int (rand);
      break;
    case 4: /* a page that was written to the wrong place */
      memcpy (bytes + page, sound + other, PAGE_SIZE);
      break;
    case 5:
      *length = (gsize) g_rand_int_range (rand, 0, (gint32) sound_length);
      break;
    case 6: /* the header, but not what tells that it is ours */
      bytes[g_rand_int_range (rand, HEADER_FIRST, HEADER_END)] = (char) g_rand_int (rand);
      break;
    case 7:
    default: /* one bit */
      bytes[g_rand_int_range (rand, 100, (gint32) sound_length)] ^= (char) (1 << g_rand_int_range (rand, 0, 8));
      break;
    }

  return bytes;
}

static void
ask_for_records (SbStore *store,
                 SbKind kind)
{
  g_autoptr (SbQuery) query = sb_query_new (kind);
  g_autoptr (GPtrArray) records = sb_store_list (store, query, NULL);
  g_autoptr (GPtrArray) held = NULL;

  sb_store_count (store, query, NULL);
  query->has_as_of = TRUE;
  query->as_of = 20500;
  held = sb_store_list (store, query, NULL);
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      gint64 id = sb_record_get_id (g_ptr_array_index (records, i));
      g_autoptr (SbRecord) record = sb_store_get (store, kind, id, NULL);
      g_autoptr (GPtrArray) evidence = sb_store_list_evidence (store, id, NULL);
      g_autoptr (GPtrArray) blocks = NULL;
      g_autoptr (GBytes) original = NULL;

      if (kind == SB_KIND_DOCUMENT)
        {
          blocks = sb_store_get_blocks (store, id, NULL);
          original = sb_store_get_original (store, id, NULL);
        }
    }
}

static void
ask_for_all (SbStore *store)
{
  g_autofree char *undo_label = sb_store_dup_undo_label (store, NULL);
  g_autofree char *redo_label = sb_store_dup_redo_label (store, NULL);

  for (SbKind kind = SB_KIND_NONE + 1; kind < SB_N_KINDS; kind++)
    ask_for_records (store, kind);
}

/* Errors that a person is told something of use about. */
static gboolean
is_damage (const GError *error)
{
  return g_error_matches (error, SB_SQLITE_ERROR, SB_SQLITE_ERROR_CORRUPT) ||
         g_error_matches (error, SB_SQLITE_ERROR, SB_SQLITE_ERROR_NOT_A_DATABASE) ||
         error->domain == SB_CATALOGUE_ERROR;
}

static void
read_damaged (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SbStore) store = sb_store_open (path, SB_STORE_READ_ONLY, &error);
  g_autoptr (GPtrArray) findings = NULL;

  if (store == NULL)
    {
      g_test_message ("opening: %s", error->message);
      g_assert_true (is_damage (error));
      return;
    }

  ask_for_all (store);
  findings = sb_store_check (store, NULL, NULL, NULL, &error);
  if (findings == NULL)
    g_test_message ("check: %s", error->message);
  else if (findings->len > 0)
    g_test_message ("found: %s", ((SbFinding *) g_ptr_array_index (findings, 0))->detail);
}

static void
write_damaged (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SbStore) store = sb_store_open (path, SB_STORE_DEFAULT, &error);
  g_autoptr (SbRecord) actor = sb_test_make_actor ("Nouveau");
  g_autoptr (SbChangeSet) changes = sb_change_set_new ("Add actor");
  g_autofree char *label = NULL;
  g_autoptr (SbRepair) repair = NULL;

  if (store == NULL)
    return;

  sb_change_set_put (changes, actor);
  if (sb_store_apply (store, changes, &error) < 0)
    g_test_message ("storing: %s", error->message);
  label = sb_store_undo (store, NULL);
  sb_store_backup_daily (store, NULL, NULL);
  repair = sb_store_repair (store, "Repair", NULL, NULL);
}

/* Reads, writes and restores a catalogue of these bytes. */
static void
try_damaged (const char *bytes,
             gsize length)
{
  char *folder = sb_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "catalogue.sqlite", NULL);
  g_autofree char *backup = g_build_filename (folder, "copy.sqlite", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (SbRestoration) outcome = NULL;
  g_autoptr (SbStore) store = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  gsize length_after;

  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
  g_assert_true (g_file_set_contents (backup, sound, (gssize) sound_length, NULL));
  read_damaged (path);
  g_file_get_contents (path, &contents, &length_after, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (contents, length_after, bytes, length);

  write_damaged (path);
  outcome = sb_store_restore (path, backup, NULL, &error);
  if (outcome == NULL)
    {
      /* A header that is damaged may say that the file is of a newer program, or
       * no catalogue: such a file is not replaced. */
      g_assert_true (is_damage (error));
      g_assert_cmpint (error->domain, ==, SB_CATALOGUE_ERROR);
      g_clear_error (&error);
    }
  else
    {
      store = sb_test_open_store (folder);
      findings = sb_store_check (store, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (findings->len, ==, 0);
      g_clear_object (&store);
    }

  g_assert_cmpint (g_get_monotonic_time () - start, <, MAX_SECONDS * G_USEC_PER_SEC);
  sb_test_remove_folder (folder);
}

static void
test_seed (guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  gsize length;
  g_autofree char *bytes = damage (rand, &length);

  try_damaged (bytes, length);
}

/* Each byte of the header by itself; in a run that is not slow, the last one of
 * each of its numbers of four. */
static void
test_header (void)
{
  static const guint8 flips[] = { 0x7f, 0xff, 0x01, 0x80 };

  for (gsize offset = HEADER_FIRST; offset < HEADER_END; offset++)
    {
      if (!is_slow () && offset % 4 != 3)
        continue;

      for (guint i = 0; i < (is_slow () ? G_N_ELEMENTS (flips) : 1); i++)
        {
          g_autofree char *bytes = g_memdup2 (sound, sound_length);

          g_test_message ("byte %" G_GSIZE_FORMAT ", other by %02x", offset, flips[i]);
          bytes[offset] ^= (char) flips[i];
          try_damaged (bytes, sound_length);
        }
    }
}

static void
test_damage (void)
{
  const char *given = g_getenv ("SB_TEST_SEED");
  guint n_cases = is_slow () ? N_SLOW : N_CASES;

  if (given != NULL)
    {
      test_seed ((guint32) g_ascii_strtoull (given, NULL, 10));
    }
  else
    {
      for (guint32 seed = FIRST_SEED; seed < FIRST_SEED + n_cases; seed++)
        {
          g_test_message ("SB_TEST_SEED=%u", seed);
          test_seed (seed);
        }
    }
}

int
main (int argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  make_sound ();
  g_test_add_func ("/catalogue/store-damage/header", test_header);
  g_test_add_func ("/catalogue/store-damage/by-chance", test_damage);

  result = g_test_run ();
  g_free (sound);
  return result;
}
