/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include <string.h>

#include "sb-crc32.h"
#include "sb-exchange-error.h"
#include "sb-line-reader.h"
#include "sb-zip-format.h"
#include "sb-zip-reader.h"
#include "sb-zip-writer.h"

static GBytes *
make_zip (const char *const *names,
          const char *const *texts)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (SbZipWriter) zip = sb_zip_writer_new (stream);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (texts[i], strlen (texts[i]));

      sb_zip_writer_add_bytes (zip, names[i], bytes, NULL, &error);
      g_assert_no_error (error);
    }

  sb_zip_writer_end (zip, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, &error);
  g_assert_no_error (error);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static SbZipReader *
read_zip (GBytes *bytes,
          GError **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);

  return sb_zip_reader_new (stream, NULL, error);
}

/* The check value of the polynomial, and in two pieces. */
static void
test_crc (void)
{
  guint32 crc = sb_crc32_update (0, "1234", 4);

  g_assert_cmphex (sb_crc32_update (0, "123456789", 9), ==, 0xcbf43926);
  g_assert_cmphex (sb_crc32_update (crc, "56789", 5), ==, 0xcbf43926);
  g_assert_cmphex (sb_crc32_update (0, "", 0), ==, 0);
}

static void
test_round_trip (void)
{
  g_autofree char *spaces = g_strnfill (1 << 20, ' ');
  const char *const names[] = { "a", "b/c.txt", "empty", "dense", NULL };
  const char *const texts[] = { "un", "deux\ntrois\n", "", spaces, NULL };
  g_autoptr (GBytes) bytes = make_zip (names, texts);
  g_autoptr (GBytes) again = make_zip (names, texts);
  g_autoptr (GError) error = NULL;
  g_autoptr (SbZipReader) zip = read_zip (bytes, &error);

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (bytes, again));
  g_assert_cmpuint (sb_zip_reader_get_n_members (zip), ==, 4);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (GBytes) member = sb_zip_reader_load (zip, sb_zip_reader_find (zip, names[i]), NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpmem (g_bytes_get_data (member, NULL), g_bytes_get_size (member), texts[i], strlen (texts[i]));
    }

  /* What would be taken for a bomb is stored. */
  g_assert_cmpuint (sb_zip_reader_find (zip, "dense")->method, ==, SB_ZIP_STORED);
  g_assert_cmpuint (sb_zip_reader_find (zip, "b/c.txt")->method, ==, SB_ZIP_DEFLATED);
  g_assert_null (sb_zip_reader_find (zip, "d"));
}

/* Any byte that is changed, and any end that is missing, is an error or changes
 * nothing that is read. */
static void
test_damage (void)
{
  const char *const names[] = { "a", "b", NULL };
  const char *const texts[] = { "un deux trois un deux trois", "quatre", NULL };
  g_autoptr (GBytes) whole = make_zip (names, texts);
  gsize size = g_bytes_get_size (whole);
  guint n_errors = 0;

  for (gsize i = 0; i < 2 * size; i++)
    {
      g_autofree guint8 *bytes = g_memdup2 (g_bytes_get_data (whole, NULL), size);
      g_autoptr (GBytes) damaged = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (SbZipReader) zip = NULL;

      bytes[i % size] ^= 0x41;
      damaged = i < size ? g_bytes_new (bytes, size) : g_bytes_new_from_bytes (whole, 0, i - size);
      zip = read_zip (damaged, &error);
      for (guint j = 0; zip != NULL && error == NULL && names[j] != NULL; j++)
        {
          const SbZipMember *member = sb_zip_reader_find (zip, names[j]);
          g_autoptr (GBytes) loaded = member != NULL ? sb_zip_reader_load (zip, member, NULL, &error) : NULL;

          if (loaded != NULL)
            g_assert_cmpmem (g_bytes_get_data (loaded, NULL), g_bytes_get_size (loaded), texts[j], strlen (texts[j]));
        }

      if (error != NULL)
        g_assert_true (error->domain == SB_EXCHANGE_ERROR);
      n_errors += error != NULL;
      if (i >= size)
        g_assert_nonnull (error);
    }

  g_assert_cmpuint (n_errors, >, size);
}

static void
test_lines (void)
{
  g_autofree char *long_line = g_strnfill (200000, 'x');
  g_autofree char *text = g_strconcat ("one\n\n  \r\n", long_line, "\nlast", NULL);
  const char *const names[] = { "lines", NULL };
  const char *const texts[] = { text, NULL };
  const char *const lines[] = { "one", long_line, "last" };
  const guint numbers[] = { 1, 4, 5 };
  g_autoptr (GBytes) bytes = make_zip (names, texts);
  g_autoptr (GError) error = NULL;
  g_autoptr (SbZipReader) zip = read_zip (bytes, &error);
  g_autoptr (SbLineReader) reader = sb_line_reader_new (zip, sb_zip_reader_find (zip, "lines"));
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  gsize length;

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      const char *line = sb_line_reader_next (reader, &length, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpmem (line, length, lines[i], strlen (lines[i]));
      g_assert_cmpuint (sb_line_reader_get_number (reader), ==, numbers[i]);
    }

  g_assert_null (sb_line_reader_next (reader, &length, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (sb_line_reader_get_sha256 (reader), ==, hash);
  g_assert_cmpuint (sb_line_reader_get_position (reader), ==, strlen (text));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/zip/crc", test_crc);
  g_test_add_func ("/exchange/zip/round-trip", test_round_trip);
  g_test_add_func ("/exchange/zip/damage", test_damage);
  g_test_add_func ("/exchange/zip/lines", test_lines);
  return g_test_run ();
}
