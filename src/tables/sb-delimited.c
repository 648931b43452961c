/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-tables"

#include "config.h"

#include "sb-delimited.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* How much of a text is looked at to find out what parts its cells. */
#define SAMPLE_BYTES (128 << 10)
#define SAMPLE_ROWS  60

static void
reset_row (SbDelimited *self)
{
  self->fault = NULL;
  g_string_truncate (self->cells, 0);
  g_array_set_size (self->offsets, 0);
  g_ptr_array_set_size (self->pointers, 0);
}

/* Lines of old Macintosh files end with CR; anywhere else a CR alone is a
 * character. */
static gboolean
has_only_cr (const char *text,
             gsize length)
{
  gsize size = MIN (length, SAMPLE_BYTES);

  return memchr (text, '\n', size) == NULL && memchr (text, '\r', size) != NULL;
}

/* The length of the end of line at @position; 0 when there is none. */
static guint
get_line_end (const SbDelimited *self,
              gsize position)
{
  char c = self->text[position];

  if (c == '\n')
    return 1;
  if (c != '\r')
    return 0;
  if (position + 1 < self->length && self->text[position + 1] == '\n')
    return 2;

  return self->ends_with_cr || position + 1 == self->length ? 1 : 0;
}

static guint
count_lines (const SbDelimited *self,
             gsize start,
             gsize end)
{
  char mark = self->ends_with_cr ? '\r' : '\n';
  guint n_lines = 0;

  for (const char *p = self->text + start; (p = memchr (p, mark, (gsize) (self->text + end - p))) != NULL; p++)
    n_lines++;

  return n_lines;
}

static void
begin_cell (SbDelimited *self)
{
  gsize offset = self->cells->len;

  g_array_append_val (self->offsets, offset);
}

/* Whether a quoted cell ends behind @position, where its quotation mark is: what
 * follows, after spaces, ends a cell. */
static gboolean
is_closed_at (const SbDelimited *self,
              gsize position,
              gsize *end)
{
  gsize next = position + 1;

  while (next < self->length && self->text[next] == ' ')
    next++;
  *end = next;
  return next == self->length || self->text[next] == self->separator || get_line_end (self, next) > 0;
}

/* Reads a quoted cell; @position is behind its quotation mark and ends behind
 * the cell. FALSE when it is not closed within the length of a cell. */
static gboolean
read_quoted (SbDelimited *self)
{
  gsize start = self->position;
  gsize from = start;
  gsize limit = MIN (self->length, start + SB_DELIMITED_MAX_CELL);
  gsize at = start;
  gsize end;

  while (at < limit)
    {
      const char *mark = memchr (self->text + at, '"', limit - at);

      if (mark == NULL)
        return FALSE;

      at = (gsize) (mark - self->text);
      if (at + 1 < self->length && self->text[at + 1] == '"')
        {
          g_string_append_len (self->cells, self->text + from, (gssize) (at + 1 - from));
          at += 2;
          from = at;
        }
      else if (is_closed_at (self, at, &end))
        {
          g_string_append_len (self->cells, self->text + from, (gssize) (at - from));
          self->line += count_lines (self, start, at);
          self->position = end;
          return TRUE;
        }
      else
        at++;
    }

  return FALSE;
}

static void
read_bare (SbDelimited *self)
{
  gsize start = self->position;

  while (self->position < self->length)
    {
      char c = self->text[self->position];

      if (c == self->separator || ((c == '\n' || c == '\r') && get_line_end (self, self->position) > 0))
        break;
      self->position++;
    }

  g_string_append_len (self->cells, self->text + start, (gssize) (self->position - start));
}

static void
read_cell (SbDelimited *self)
{
  gsize start = self->position;
  gsize length = self->cells->len;

  begin_cell (self);
  if (self->text[start] != '"' || self->is_unquoted)
    {
      read_bare (self);
    }
  else
    {
      self->position++;
      if (!read_quoted (self))
        {
          self->fault = N_ ("A quotation mark is not closed.");
          g_string_truncate (self->cells, length);
          self->position = start;
          read_bare (self);
        }
    }

  if (self->cells->len - length > SB_DELIMITED_MAX_CELL)
    {
      self->fault = N_ ("A cell is longer than can be read.");
      g_string_truncate (self->cells, length);
    }
  g_string_append_c (self->cells, '\0');
}

static void
skip_line (SbDelimited *self)
{
  while (self->position < self->length && get_line_end (self, self->position) == 0)
    self->position++;
}

/* Stands at the first character of a row. */
static void
read_cells (SbDelimited *self)
{
  gboolean goes_on = TRUE;

  while (goes_on)
    {
      if (self->position < self->length)
        {
          read_cell (self);
        }
      else
        {
          begin_cell (self);
          g_string_append_c (self->cells, '\0');
        }

      goes_on = self->position < self->length && self->text[self->position] == self->separator;
      if (goes_on)
        self->position++;
      if (goes_on && (self->offsets->len >= SB_DELIMITED_MAX_CELLS || self->cells->len > SB_DELIMITED_MAX_ROW))
        {
          self->fault = N_ ("The row is longer than can be read.");
          skip_line (self);
          goes_on = FALSE;
        }
    }
}

static void
skip_line_end (SbDelimited *self)
{
  guint size = self->position < self->length ? get_line_end (self, self->position) : 0;

  self->position += size;
  self->line += size > 0 ? 1 : 0;
}

static void
skip_empty_lines (SbDelimited *self)
{
  gsize ahead = self->position;

  while (self->position < self->length)
    {
      guint size;

      while (ahead < self->length && self->text[ahead] == ' ')
        ahead++;
      size = ahead < self->length ? get_line_end (self, ahead) : 0;
      if (size == 0 && ahead < self->length)
        return;

      self->position = ahead + size;
      self->line += size > 0 ? 1 : 0;
      ahead = self->position;
    }
}

gboolean
sb_delimited_next (SbDelimited *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  reset_row (self);
  skip_empty_lines (self);
  if (self->position >= self->length)
    return FALSE;

  self->row_line = self->line;
  read_cells (self);
  skip_line_end (self);
  for (guint i = 0; i < self->offsets->len; i++)
    g_ptr_array_add (self->pointers, self->cells->str + g_array_index (self->offsets, gsize, i));

  return TRUE;
}

static void
init_bare (SbDelimited *self,
           const char *text,
           gsize length,
           char separator)
{
  *self = (SbDelimited) { .text = text, .length = length, .line = 1, .separator = separator };
  self->ends_with_cr = has_only_cr (text, length);
  self->cells = g_string_new (NULL);
  self->offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->pointers = g_ptr_array_new ();
}

/* How well @separator parts the sample: by the share of rows that have as many
 * cells as most, and by how many those are. A header of another width speaks
 * against it: so a decimal comma does not win over the semicolon. */
static double
rate_separator (const char *text,
                gsize length,
                char separator)
{
  g_auto (SbDelimited) sample = { 0 };
  guint widths[SAMPLE_ROWS];
  guint n_rows = 0;
  guint best = 0;
  guint best_width = 1;

  init_bare (&sample, text, length, separator);
  while (n_rows < SAMPLE_ROWS && sb_delimited_next (&sample))
    {
      /* The last row of a sample may have been cut. */
      if (sample.position >= length && n_rows > 0 && length >= SAMPLE_BYTES)
        break;
      widths[n_rows++] = sample.pointers->len;
    }

  for (guint i = 0; i < n_rows; i++)
    {
      guint n_alike = 0;

      for (guint k = 0; k < n_rows; k++)
        n_alike += widths[k] == widths[i] ? 1 : 0;
      if (n_alike > best || (n_alike == best && widths[i] > best_width))
        {
          best = n_alike;
          best_width = widths[i];
        }
    }

  if (n_rows == 0 || best_width < 2)
    return 0;

  return sqrt (best_width) * best / n_rows * (widths[0] == best_width ? 1 : 0.4);
}

/* In the order in which they are preferred. The last two are the unit and record
 * separators of ASCII. */
static char
guess_separator (const char *text,
                 gsize length)
{
  static const char candidates[] = ",;\t|\x1f\x1e";
  gsize size = MIN (length, SAMPLE_BYTES);
  double best = 0;
  char found = ',';

  for (const char *c = candidates; *c != '\0'; c++)
    {
      double rating = rate_separator (text, size, *c);

      if (rating > best)
        {
          best = rating;
          found = *c;
        }
    }

  return found;
}

/* The line "sep=;" that spreadsheets read and write. */
static gboolean
read_separator_line (SbDelimited *self)
{
  gsize start = self->position;
  gsize at = start + (start < self->length && self->text[start] == '"' ? 1 : 0);
  char separator;

  if (self->length - at < strlen ("sep=") + 1 || g_ascii_strncasecmp (self->text + at, "sep=", 4) != 0)
    return FALSE;

  separator = self->text[at + 4];
  at += 5 + (at > start ? 1 : 0);
  if (separator == '\n' || separator == '\r' || at > self->length || (at < self->length && get_line_end (self, at) == 0))
    return FALSE;

  self->separator = separator;
  self->position = at;
  skip_line_end (self);
  return TRUE;
}

void
sb_delimited_init (SbDelimited *self,
                   const char *text,
                   gsize length,
                   char separator)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL || length == 0);

  init_bare (self, text, length, separator);
  if (!read_separator_line (self) && separator == '\0')
    self->separator = guess_separator (text, length);
}

void
sb_delimited_clear (SbDelimited *self)
{
  g_return_if_fail (self != NULL);

  if (self->cells == NULL)
    return;

  g_string_free (self->cells, TRUE);
  g_array_unref (self->offsets);
  g_ptr_array_unref (self->pointers);
  self->cells = NULL;
}

gboolean
sb_delimited_has_endless_line (const char *text,
                               gsize length)
{
  gsize start = 0;

  g_return_val_if_fail (text != NULL || length == 0, FALSE);

  while (length - start > SB_DELIMITED_MAX_ROW)
    {
      const char *end = memrchr (text + start, '\n', SB_DELIMITED_MAX_ROW);

      if (end == NULL)
        end = memrchr (text + start, '\r', SB_DELIMITED_MAX_ROW);
      if (end == NULL)
        return TRUE;
      start = (gsize) (end - text) + 1;
    }

  return FALSE;
}
