/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-tables"

#include "config.h"

#include "sb-json-envelope.h"

#include <string.h>

#include "sb-json-reader.h"
#include "sb-table-error.h"

/* How deep objects are looked into, and how many members are kept: an envelope has
 * a dozen. */
#define MAX_LEVELS  4
#define MAX_MEMBERS 256

struct _SbJsonEnvelope
{
  GHashTable *members; /* (owned) (element-type utf8 utf8) */
  GHashTable *lists; /* (owned) (element-type utf8 int) */
};

static gboolean
count_items (SbJsonReader *reader,
             int *n_items)
{
  SbJsonToken token;

  for (*n_items = 0; (token = sb_json_reader_next (reader)) != SB_JSON_ARRAY_END; (*n_items)++)
    if (token == SB_JSON_ERROR || token == SB_JSON_END || !sb_json_reader_skip (reader, token))
      return FALSE;

  return TRUE;
}

static void
keep (SbJsonEnvelope *self,
      const char *name,
      const char *value)
{
  if (g_hash_table_size (self->members) < MAX_MEMBERS)
    g_hash_table_insert (self->members, g_strdup (name), g_strdup (value));
}

static gboolean read_object (SbJsonEnvelope *self,
                             SbJsonReader *reader,
                             const char *path,
                             guint level);

static gboolean
read_member (SbJsonEnvelope *self,
             SbJsonReader *reader,
             const char *name,
             guint level)
{
  SbJsonToken token = sb_json_reader_next (reader);
  int n_items;

  switch (token)
    {
    case SB_JSON_OBJECT:
      return level < MAX_LEVELS ? read_object (self, reader, name, level + 1) : sb_json_reader_skip (reader, token);

    case SB_JSON_ARRAY:
      if (!count_items (reader, &n_items))
        return FALSE;

      g_hash_table_insert (self->lists, g_strdup (name), GINT_TO_POINTER (n_items));
      return TRUE;

    case SB_JSON_STRING:
    case SB_JSON_NUMBER:
      keep (self, name, reader->value->str);
      return TRUE;

    case SB_JSON_TRUE:
    case SB_JSON_FALSE:
      keep (self, name, token == SB_JSON_TRUE ? "true" : "false");
      return TRUE;

    case SB_JSON_NULL:
      return TRUE;

    default:
      return FALSE;
    }
}

static gboolean
read_object (SbJsonEnvelope *self,
             SbJsonReader *reader,
             const char *path,
             guint level)
{
  SbJsonToken token;

  while ((token = sb_json_reader_next (reader)) == SB_JSON_KEY)
    {
      g_autofree char *name = *path != '\0' ? g_strconcat (path, ".", reader->value->str, NULL) : g_strdup (reader->value->str);

      if (!read_member (self, reader, name, level))
        return FALSE;
    }

  return token == SB_JSON_OBJECT_END;
}

static gboolean
read_all (SbJsonEnvelope *self,
          const char *text,
          gsize length,
          guint *line)
{
  g_auto (SbJsonReader) reader = { 0 };
  gboolean is_read;

  sb_json_reader_init (&reader, text, length, 1);
  is_read = sb_json_reader_next (&reader) == SB_JSON_OBJECT && read_object (self, &reader, "", 1) &&
            sb_json_reader_next (&reader) == SB_JSON_END;
  *line = reader.line;
  return is_read;
}

SbJsonEnvelope *
sb_json_envelope_new (GBytes *bytes,
                      GError **error)
{
  g_autoptr (SbJsonEnvelope) self = NULL;
  gsize length;
  const char *text;
  guint line = 1;

  g_return_val_if_fail (bytes != NULL, NULL);

  text = g_bytes_get_data (bytes, &length);
  if (length >= 3 && memcmp (text, "\357\273\277", 3) == 0)
    {
      text += 3;
      length -= 3;
    }

  self = g_new0 (SbJsonEnvelope, 1);
  self->members = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (length > 0 && g_utf8_validate_len (text, length, NULL) && read_all (self, text, length, &line))
    return g_steal_pointer (&self);

  g_set_error (error, SB_TABLE_ERROR, length > 0 ? SB_TABLE_ERROR_MALFORMED : SB_TABLE_ERROR_EMPTY, "%u", line);
  return NULL;
}

void
sb_json_envelope_free (SbJsonEnvelope *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->members);
  g_hash_table_unref (self->lists);
  g_free (self);
}

const char *
sb_json_envelope_get (const SbJsonEnvelope *self,
                      const char *name)
{
  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  return g_hash_table_lookup (self->members, name);
}

int
sb_json_envelope_count (const SbJsonEnvelope *self,
                        const char *name)
{
  gpointer n_items;

  g_return_val_if_fail (self != NULL && name != NULL, -1);

  return g_hash_table_lookup_extended (self->lists, name, NULL, &n_items) ? GPOINTER_TO_INT (n_items) : -1;
}
