/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-sql-functions.h"

#include <sqlite3.h>
#include <string.h>

#include "sb-block-json.h"
#include "sb-date.h"
#include "sb-text.h"
#include "sb-words.h"

static void
fold (sqlite3_context *context,
      int n_values,
      sqlite3_value **values)
{
  const char *text = (const char *) sqlite3_value_text (values[0]);

  if (text == NULL)
    sqlite3_result_null (context);
  else
    sqlite3_result_text (context, sb_fold (text), -1, g_free);
}

/* Strikes out those of @words that a word of @text begins with; returns how many. */
static guint
strike_out (GStrv words,
            gboolean *is_struck,
            const char *text,
            gsize n_bytes)
{
  guint n_struck = 0;
  SbWords at;

  sb_words_init (&at, text, n_bytes);
  while (sb_words_next (&at))
    for (guint i = 0; words[i] != NULL; i++)
      if (!is_struck[i] && !at.is_elided && g_str_has_prefix (at.word, words[i]))
        {
          is_struck[i] = TRUE;
          n_struck++;
        }

  return n_struck;
}

/* The words of the first value, which is the same for all rows. */
static GStrv
get_words (sqlite3_context *context,
           sqlite3_value *value)
{
  GStrv words = sqlite3_get_auxdata (context, 0);
  const char *text;

  if (words != NULL)
    return words;

  text = (const char *) sqlite3_value_text (value);
  words = g_strsplit (text != NULL ? text : "", " ", -1);
  sqlite3_set_auxdata (context, 0, words, (void (*) (void *)) g_strfreev);
  /* It may be gone by now, when there is no memory for it. */
  return sqlite3_get_auxdata (context, 0);
}

static void
has_words (sqlite3_context *context,
           int n_values,
           sqlite3_value **values)
{
  GStrv words = n_values > 0 ? get_words (context, values[0]) : NULL;
  guint n_left = words != NULL ? g_strv_length (words) : 0;
  g_autofree gboolean *is_struck = g_new0 (gboolean, n_left + 1);

  for (int i = 1; i < n_values && n_left > 0; i++)
    {
      const char *text = (const char *) sqlite3_value_text (values[i]);

      if (text != NULL)
        n_left -= strike_out (words, is_struck, text, (gsize) sqlite3_value_bytes (values[i]));
    }

  sqlite3_result_int (context, n_left == 0);
}

static void
is_uuid (sqlite3_context *context,
         int n_values,
         sqlite3_value **values)
{
  const char *text = (const char *) sqlite3_value_text (values[0]);

  sqlite3_result_int (context, text != NULL && g_uuid_string_is_valid (text));
}

/* Of a text or of bytes. */
static void
sha256 (sqlite3_context *context,
        int n_values,
        sqlite3_value **values)
{
  const guint8 *bytes = sqlite3_value_blob (values[0]);
  int size = sqlite3_value_bytes (values[0]);

  if (sqlite3_value_type (values[0]) == SQLITE_NULL)
    sqlite3_result_null (context);
  else
    sqlite3_result_text (context, g_compute_checksum_for_data (G_CHECKSUM_SHA256, bytes != NULL ? bytes : (guint8 *) "", (gsize) size), -1, g_free);
}

static void
fits_blocks (sqlite3_context *context,
             int n_values,
             sqlite3_value **values)
{
  const char *layout = (const char *) sqlite3_value_text (values[0]);
  const char *text = (const char *) sqlite3_value_text (values[1]);
  g_autoptr (GPtrArray) blocks = NULL;
  g_autofree char *joined = NULL;

  if (layout != NULL && text != NULL && g_utf8_validate (layout, -1, NULL) && g_utf8_validate (text, -1, NULL))
    blocks = _sb_blocks_from_layout (layout, text, NULL);
  if (blocks != NULL)
    joined = sb_blocks_join (blocks);

  sqlite3_result_int (context, joined != NULL && g_str_equal (joined, text));
}

/* An expression and the days that it covers. */
static void
fits_date (sqlite3_context *context,
           int n_values,
           sqlite3_value **values)
{
  const char *edtf = (const char *) sqlite3_value_text (values[0]);
  g_autoptr (SbDate) date = edtf != NULL ? sb_date_new (edtf, NULL) : NULL;
  gboolean fits;

  if (edtf == NULL)
    fits = sqlite3_value_type (values[1]) == SQLITE_NULL && sqlite3_value_type (values[2]) == SQLITE_NULL;
  else
    fits = date != NULL && sqlite3_value_int64 (values[1]) == sb_date_get_first_day (date) &&
           sqlite3_value_int64 (values[2]) == sb_date_get_last_day (date);

  sqlite3_result_int (context, fits);
}

gboolean
_sb_sql_functions_add (SbConnection *connection,
                       GError **error)
{
  static const struct
  {
    const char *name;
    int n_values;
    void (*func) (sqlite3_context *, int, sqlite3_value **);
  } functions[] = {
    { "fold", 1, fold },
    { "has_words", -1, has_words },
    { "is_uuid", 1, is_uuid },
    { "sha256", 1, sha256 },
    { "fits_blocks", 2, fits_blocks },
    { "fits_date", 3, fits_date },
  };
  sqlite3 *db = sb_connection_get_handle (connection);
  const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;

  for (guint i = 0; i < G_N_ELEMENTS (functions); i++)
    if (sqlite3_create_function_v2 (db, functions[i].name, functions[i].n_values, flags, NULL, functions[i].func, NULL, NULL, NULL) != SQLITE_OK)
      {
        g_set_error (error, SB_SQLITE_ERROR, SB_SQLITE_ERROR_FAILED, "%s: %s", functions[i].name, sqlite3_errmsg (db));
        return FALSE;
      }

  return TRUE;
}
