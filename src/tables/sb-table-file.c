/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-tables"

#include "config.h"

#include "sb-table-file.h"

#include <string.h>

#include "sb-json-reader.h"

/* More files than anybody publishes with one text. */
#define MAX_FILES 200

/* How deep the members of a file are. */
#define MEMBER_DEPTH 2

static void
file_free (gpointer data)
{
  SbTableFile *file = data;

  g_free (file->url);
  g_free (file->name);
  g_free (file->media_type);
  g_free (file->description);
  g_free (file);
}

static void
take_text (char **field,
           const char *text)
{
  g_autofree char *value = g_strstrip (g_strdup (text));

  if (*field == NULL && *value != '\0')
    *field = g_steal_pointer (&value);
}

static void
take_number (gint64 *field,
             const char *text)
{
  gint64 value;

  if (g_ascii_string_to_signed (text, 10, 0, G_MAXINT64, &value, NULL))
    *field = value;
}

/* Numbers are given as texts as well. */
static void
take_member (SbTableFile *file,
             const char *name,
             const char *text)
{
  if (g_str_equal (name, "url"))
    take_text (&file->url, text);
  else if (g_str_equal (name, "filename"))
    take_text (&file->name, text);
  else if (g_str_equal (name, "mimetype"))
    take_text (&file->media_type, text);
  else if (g_str_equal (name, "description"))
    take_text (&file->description, text);
  else if (g_str_equal (name, "filesize"))
    take_number (&file->size, text);
  else if (g_str_equal (name, "pagecount"))
    take_number (&file->pages, text);
}

GPtrArray *
sb_table_files_new (const char *json)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (file_free);
  g_auto (SbJsonReader) reader = { 0 };
  g_autofree char *name = NULL;
  SbTableFile *file = NULL;
  SbJsonToken token;

  g_return_val_if_fail (json != NULL, files);

  sb_json_reader_init (&reader, json, strlen (json), 1);
  while ((token = sb_json_reader_next (&reader)) != SB_JSON_END && token != SB_JSON_ERROR && files->len < MAX_FILES)
    {
      if (token == SB_JSON_OBJECT && reader.depth == MEMBER_DEPTH && !reader.is_object[0])
        file = g_new0 (SbTableFile, 1);
      else if (token == SB_JSON_KEY && reader.depth == MEMBER_DEPTH)
        {
          g_free (name);
          name = g_strdup (reader.value->str);
        }
      else if ((token == SB_JSON_STRING || token == SB_JSON_NUMBER) && reader.depth == MEMBER_DEPTH && file != NULL)
        take_member (file, name, reader.value->str);
      else if (token == SB_JSON_OBJECT_END && reader.depth == MEMBER_DEPTH - 1 && file != NULL)
        {
          g_ptr_array_add (files, file);
          if (file->url == NULL)
            g_ptr_array_remove_index (files, files->len - 1);
          file = NULL;
        }
    }

  if (file != NULL)
    file_free (file);
  return files;
}
