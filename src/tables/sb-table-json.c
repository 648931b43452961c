/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-tables"

#include "config.h"

#include "sb-table-private.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "sb-table-error.h"

/* How deep in an envelope its records are looked for. */
#define MAX_ENVELOPE_DEPTH 4

/* The list of the files that are published with a text, as ReliefWeb has it, and how long
 * it may be, in bytes: which of them each of its members belongs to would be lost in
 * cells. */
#define FILES           "file"
#define MAX_FILES_BYTES (256 * 1024)

/* Where the coordinates of a feature of GeoJSON are. */
#define COORDINATES "geometry.coordinates"

/* What services call the list of their records. */
static const char *const record_names[] = {
  "data",
  "Result",
  "results",
  "features",
  "records",
  "items",
  "rows",
  "events",
  "documents",
  "hits",
  "value",
  "docs",
};

/* A list that may be the one of the records. */
typedef struct
{
  gboolean is_named; /* as records are */
  guint depth;
  guint n_records;
  gsize start;
  guint line;
} Candidate;

static gboolean
is_record_name (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (record_names); i++)
    if (g_str_equal (record_names[i], name))
      return TRUE;

  return FALSE;
}

/* A list of the right name goes before the others, a higher one before a deeper
 * one, a longer one before a shorter one. */
static gboolean
is_better (const Candidate *candidate,
           const Candidate *best)
{
  if (best->start == 0)
    return TRUE;
  if (candidate->is_named != best->is_named)
    return candidate->is_named;
  if (candidate->depth != best->depth)
    return candidate->depth < best->depth;

  return candidate->n_records > best->n_records;
}

/* Looks at all of the text: whether it is JSON, and where its records are. */
static gboolean
survey (SbJsonReader *reader,
        Candidate *best)
{
  Candidate open[SB_JSON_MAX_DEPTH + 1] = { 0 };
  gboolean is_named = FALSE;
  SbJsonToken token;

  while ((token = sb_json_reader_next (reader)) != SB_JSON_END)
    {
      guint depth = reader->depth;

      if (token == SB_JSON_ERROR)
        return FALSE;

      if (token == SB_JSON_ARRAY || token == SB_JSON_OBJECT)
        {
          /* Lists of numbers are coordinates, not records. */
          if (depth > 1 && token == SB_JSON_OBJECT)
            open[depth - 1].n_records++;
          open[depth] = (Candidate) { .is_named = is_named, .depth = depth, .start = reader->position, .line = reader->line };
        }
      else if (token == SB_JSON_ARRAY_END && depth < MAX_ENVELOPE_DEPTH)
        {
          const Candidate *candidate = &open[depth + 1];

          if ((candidate->n_records > 0 || candidate->is_named || candidate->depth == 1) && is_better (candidate, best))
            *best = *candidate;
        }

      is_named = token == SB_JSON_KEY && is_record_name (reader->value->str);
    }

  return TRUE;
}

static void
set_fault (const SbJsonReader *reader,
           GError **error)
{
  if (reader->fault == SB_JSON_FAULT_DEPTH)
    g_set_error (error, SB_TABLE_ERROR, SB_TABLE_ERROR_TOO_COMPLEX, "line %u: nested too deep", reader->line);
  else
    g_set_error (error, SB_TABLE_ERROR, SB_TABLE_ERROR_MALFORMED, "%u", reader->line);
}

/* A whole value, and another one on a line of its own. */
static gboolean
is_lines (const SbJsonReader *reader)
{
  gsize end = reader->position;
  char c = end < reader->length ? reader->text[end] : '\0';

  if (reader->fault != SB_JSON_FAULT_TRAILING || (c != '{' && c != '['))
    return FALSE;

  while (end > 0 && (reader->text[end - 1] == ' ' || reader->text[end - 1] == '\t'))
    end--;
  return end > 0 && (reader->text[end - 1] == '\n' || reader->text[end - 1] == '\r');
}

/* A first line that is a whole object, or is none at all while a later one is:
 * a file of lines may begin with a bad one. */
static gboolean
begins_with_lines (const SbTable *self)
{
  const char *end = memchr (self->text, '\n', self->length);
  g_auto (SbJsonReader) reader = { 0 };

  if (end == NULL || self->text[0] != '{')
    return FALSE;

  sb_json_reader_init (&reader, end + 1, self->length - (gsize) (end + 1 - self->text), 2);
  return sb_json_reader_next (&reader) == SB_JSON_OBJECT;
}

gboolean
_sb_table_open_json (SbTable *self,
                     GError **error)
{
  Candidate best = { 0 };
  g_auto (SbJsonReader) reader = { 0 };

  sb_json_reader_init (&reader, self->text, self->length, 1);
  _sb_flat_row_init (&self->flat);
  self->path = g_string_new (NULL);
  if (!survey (&reader, &best))
    {
      if (!is_lines (&reader) && !begins_with_lines (self))
        {
          set_fault (&reader, error);
          return FALSE;
        }

      self->format = SB_TABLE_FORMAT_JSON_LINES;
      self->delimited.line = 1;
      return TRUE;
    }

  self->format = SB_TABLE_FORMAT_JSON;
  self->is_single = best.start == 0;
  self->rows_start = best.start;
  self->rows_line = self->is_single ? 1 : best.line;
  sb_table_rewind (self);
  return TRUE;
}

gboolean
sb_json_check (GBytes *bytes,
               GError **error)
{
  gsize length;
  const char *text;
  g_auto (SbJsonReader) reader = { 0 };
  SbJsonToken token;

  g_return_val_if_fail (bytes != NULL, FALSE);

  text = g_bytes_get_data (bytes, &length);
  if (length == 0)
    {
      g_set_error_literal (error, SB_TABLE_ERROR, SB_TABLE_ERROR_EMPTY, "nothing");
      return FALSE;
    }
  if (length >= 3 && memcmp (text, "\357\273\277", 3) == 0)
    {
      text += 3;
      length -= 3;
    }
  if (length > 0 && !g_utf8_validate_len (text, length, NULL))
    {
      g_set_error_literal (error, SB_TABLE_ERROR, SB_TABLE_ERROR_MALFORMED, "1");
      return FALSE;
    }

  sb_json_reader_init (&reader, text, length, 1);
  do
    token = sb_json_reader_next (&reader);
  while (token != SB_JSON_END && token != SB_JSON_ERROR);
  if (token == SB_JSON_END)
    return TRUE;

  set_fault (&reader, error);
  return FALSE;
}

static void
push_name (SbTable *self,
           const char *name)
{
  if (self->path->len > 0)
    g_string_append_c (self->path, '.');
  g_string_append (self->path, name);
}

static gboolean
is_coordinates (const SbTable *self)
{
  return g_str_equal (self->path->str, COORDINATES) || g_str_has_suffix (self->path->str, "." COORDINATES);
}

/* The numbers of a geometry, of which each innermost list is a point: longitude,
 * latitude and perhaps a height. */
static gboolean
read_coordinates (SbTable *self)
{
  SbJsonReader *reader = &self->json;
  guint depth = reader->depth;
  double pair[2] = { 0, 0 };
  guint n_numbers = 0;

  while (reader->depth >= depth)
    {
      SbJsonToken token = sb_json_reader_next (reader);

      if (token == SB_JSON_ERROR)
        return FALSE;
      if (token == SB_JSON_ARRAY)
        n_numbers = 0;
      if (token != SB_JSON_NUMBER)
        continue;
      if (n_numbers < 2)
        pair[n_numbers] = g_ascii_strtod (reader->value->str, NULL);
      n_numbers++;
      if (n_numbers == 2 && fabs (pair[0]) <= 180 && fabs (pair[1]) <= 90)
        _sb_table_extent_add (&self->extent, pair[1], pair[0]);
    }

  return TRUE;
}

static gboolean
is_files (const SbTable *self)
{
  return g_str_equal (self->path->str, FILES) || g_str_equal (self->path->str, "fields." FILES);
}

/* Adds the list that has just begun to the row, as JSON; it is still to be read. */
static gboolean
add_files (SbTable *self)
{
  const SbJsonReader *reader = &self->json;
  gsize start = reader->position - 1;
  g_auto (SbJsonReader) ahead = { 0 };
  g_autofree char *json = NULL;

  sb_json_reader_init (&ahead, reader->text + start, reader->length - start, reader->line);
  if (!sb_json_reader_skip (&ahead, sb_json_reader_next (&ahead)) || ahead.position > MAX_FILES_BYTES)
    return TRUE;

  json = g_strndup (reader->text + start, ahead.position);
  return _sb_flat_row_add (&self->flat, self->path->str, json);
}

static const char *
get_scalar (const SbJsonReader *reader,
            SbJsonToken token)
{
  switch (token)
    {
    case SB_JSON_STRING:
    case SB_JSON_NUMBER:
      return reader->value->str;

    case SB_JSON_TRUE:
      return "true";

    case SB_JSON_FALSE:
      return "false";

    default:
      return NULL;
    }
}

/* Reads the record whose first token is @token into the row. Lists in it add
 * their items to one cell; a record that is a list has numbers for names. */
static gboolean
read_record (SbTable *self,
             SbJsonToken token)
{
  SbJsonReader *reader = &self->json;
  gsize lengths[SB_JSON_MAX_DEPTH + 1];
  guint outside = reader->depth - (token == SB_JSON_OBJECT || token == SB_JSON_ARRAY ? 1 : 0);
  gboolean is_list = token == SB_JSON_ARRAY;
  gboolean fits = TRUE;
  guint n_items = 0;

  g_string_truncate (self->path, 0);
  lengths[reader->depth] = 0;
  while (token != SB_JSON_ERROR)
    {
      const char *scalar = get_scalar (reader, token);

      if (is_list && reader->depth == outside + 1 && token != SB_JSON_ARRAY_END &&
          (scalar != NULL || token == SB_JSON_NULL))
        {
          g_string_printf (self->path, "%u", ++n_items);
        }

      if (token == SB_JSON_KEY)
        {
          g_string_truncate (self->path, lengths[reader->depth]);
          push_name (self, reader->value->str);
        }
      else if (token == SB_JSON_ARRAY && is_coordinates (self))
        {
          if (!read_coordinates (self))
            return FALSE;
        }
      else if (token == SB_JSON_OBJECT || token == SB_JSON_ARRAY)
        {
          if (token == SB_JSON_ARRAY && is_files (self))
            fits &= add_files (self);
          lengths[reader->depth] = self->path->len;
        }
      else if (scalar != NULL)
        {
          fits &= _sb_flat_row_add (&self->flat, self->path->len > 0 ? self->path->str : "value", scalar);
        }

      if (reader->depth == outside)
        break;
      token = sb_json_reader_next (reader);
      if (token == SB_JSON_OBJECT_END || token == SB_JSON_ARRAY_END)
        g_string_truncate (self->path, lengths[reader->depth + 1]);
    }

  if (!fits)
    self->row.fault = N_ ("The row is longer than can be read.");
  return token != SB_JSON_ERROR;
}

static const SbTableRow *
read_row (SbTable *self,
          SbJsonToken token)
{
  gboolean is_read;

  self->row = (SbTableRow) { .line = self->json.line };
  self->extent = (SbTableExtent) { 0 };
  _sb_flat_row_begin (&self->flat);
  is_read = read_record (self, token);
  _sb_flat_row_add_extent (&self->flat, &self->extent);
  _sb_flat_row_end (&self->flat, &self->row);
  if (!is_read)
    self->row.fault = N_ ("This is not JSON.");
  return &self->row;
}

/* The text is known to be JSON. */
const SbTableRow *
_sb_table_next_json (SbTable *self)
{
  SbJsonToken token;

  if (self->is_over)
    return NULL;

  token = sb_json_reader_next (&self->json);
  if (token == SB_JSON_ARRAY_END || token == SB_JSON_END || token == SB_JSON_ERROR)
    {
      self->is_over = TRUE;
      return NULL;
    }

  self->is_over = self->is_single;
  return read_row (self, token);
}

/* A record of a file in which each line is one; a bad line is a row with a
 * fault. */
const SbTableRow *
_sb_table_next_json_line (SbTable *self)
{
  while (self->delimited.position < self->length)
    {
      const char *start = self->text + self->delimited.position;
      gsize left = self->length - self->delimited.position;
      const char *end = memchr (start, '\n', left);
      gsize size = end != NULL ? (gsize) (end - start) : left;
      guint line = self->delimited.line++;

      self->delimited.position += size + (end != NULL ? 1 : 0);
      /* RFC 7464 begins each line with a record separator. */
      while (size > 0 && (*start == '\x1e' || g_ascii_isspace (*start)))
        {
          start++;
          size--;
        }
      if (size == 0)
        continue;

      sb_json_reader_clear (&self->json);
      sb_json_reader_init (&self->json, start, size, line);
      read_row (self, sb_json_reader_next (&self->json));
      if (self->row.fault == NULL && sb_json_reader_next (&self->json) != SB_JSON_END)
        self->row.fault = N_ ("This is not JSON.");
      return &self->row;
    }

  return NULL;
}
