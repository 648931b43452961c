/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-import-words.h"

#include "sb-error-text.h"
#include "sb-translate.h"

#include <glib/gi18n.h>

/* How many files the dialog of what failed names; the others are counted. */
#define MAX_NAMED 8

static char *
get_name (const char *file)
{
  g_autoptr (GFile) object = g_file_new_for_commandline_arg (file);
  g_autofree char *base = g_file_get_basename (object);

  return base != NULL ? g_filename_display_name (base) : g_strdup (file);
}

static gboolean
is_feed_list (const SbImportResult *result)
{
  return g_strcmp0 (result->kind, "opml") == 0;
}

/* What is rejected of a list of feeds is told with the feeds. */
static void
add_data (SbImportTotals *totals,
          const SbImportResult *result)
{
  guint n_rows = result->counts.added + result->counts.updated + result->n_withdrawn;

  totals->n_rows += n_rows;
  totals->n_rejected += result->rejections->len;
  if (n_rows > 0)
    totals->n_taken++;
  else
    totals->n_known++;
}

SbImportTotals
sb_import_words_add_up (GPtrArray *results)
{
  SbImportTotals totals = { 0 };

  for (guint i = 0; i < results->len; i++)
    {
      const SbImportResult *result = g_ptr_array_index (results, i);

      if (result->error != NULL)
        totals.n_failed++;
      else if (is_feed_list (result))
        totals.n_feeds += result->counts.added;
      else if (result->is_data)
        add_data (&totals, result);
      else if (result->counts.added + result->counts.updated > 0)
        totals.n_taken++;
      else
        totals.n_known++;
    }

  return totals;
}

char *
sb_import_words_list_failures (GPtrArray *results)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_left = 0;
  guint n_named = 0;

  for (guint i = 0; i < results->len; i++)
    {
      const SbImportResult *result = g_ptr_array_index (results, i);
      g_autofree char *name = get_name (result->file);
      g_autofree char *reason = NULL;

      if (result->error == NULL)
        continue;

      if (n_named++ >= MAX_NAMED)
        {
          n_left++;
          continue;
        }

      reason = sb_error_text (result->error, sb_language_get_interface ());
      if (text->len > 0)
        g_string_append (text, "\n\n");
      /* Translators: the name of a file, then a sentence that says why. */
      g_string_append_printf (text, _ ("%s: %s"), name, reason);
    }

  if (n_left > 0)
    g_string_append_printf (text, ngettext ("\n\nAnd %u more file.", "\n\nAnd %u more files.", n_left), n_left);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
sb_import_words_list_rejections (GPtrArray *results)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_left = 0;
  guint n_named = 0;

  for (guint i = 0; i < results->len; i++)
    {
      const SbImportResult *result = g_ptr_array_index (results, i);
      g_autofree char *name = get_name (result->file);

      for (guint k = 0; result->is_data && k < result->rejections->len; k++)
        {
          const SbImportRejection *rejection = g_ptr_array_index (result->rejections, k);

          if (n_named++ >= MAX_NAMED)
            {
              n_left++;
              continue;
            }

          if (text->len > 0)
            g_string_append_c (text, '\n');
          g_string_append_printf (text, _ ("%s, line %u: %s"), name, rejection->line,
                                  sb_translate (sb_language_get_interface (), rejection->reason));
        }
    }

  if (n_left > 0)
    g_string_append_printf (text, ngettext ("\n\nAnd %u more line.", "\n\nAnd %u more lines.", n_left), n_left);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
sb_import_words_sum_up (const SbImportTotals *totals)
{
  if (totals->n_feeds > 0)
    return g_strdup_printf (ngettext ("%u feed added", "%u feeds added", totals->n_feeds), totals->n_feeds);

  if (totals->n_rows > 0)
    return g_strdup_printf (ngettext ("%u record added or updated", "%u records added or updated", totals->n_rows),
                            totals->n_rows);

  if (totals->n_taken > 0)
    return g_strdup_printf (ngettext ("%u file imported", "%u files imported", totals->n_taken), totals->n_taken);

  return g_strdup (_ ("All of it was there already"));
}
