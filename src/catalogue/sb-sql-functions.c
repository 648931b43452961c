/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-sql-functions.h"

#include <sqlite3.h>
#include <string.h>

#include "sb-text.h"

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

static gboolean
is_in (const char *word,
       GStrv texts)
{
  for (guint i = 0; texts[i] != NULL; i++)
    if (strstr (texts[i], word) != NULL)
      return TRUE;

  return FALSE;
}

static void
has_words (sqlite3_context *context,
           int n_values,
           sqlite3_value **values)
{
  const char *sought = n_values > 0 ? (const char *) sqlite3_value_text (values[0]) : NULL;
  g_auto (GStrv) words = g_strsplit (sought != NULL ? sought : "", " ", -1);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  gboolean has_all = TRUE;

  for (int i = 1; i < n_values; i++)
    {
      const char *text = (const char *) sqlite3_value_text (values[i]);

      if (text != NULL)
        g_ptr_array_add (texts, sb_fold (text));
    }
  g_ptr_array_add (texts, NULL);

  for (guint i = 0; words[i] != NULL && has_all; i++)
    has_all = is_in (words[i], (GStrv) texts->pdata);

  sqlite3_result_int (context, has_all);
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
