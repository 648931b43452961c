/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-cli"

#include "config.h"

#include "sb-cli-table.h"

#include "sb-cli.h"

#define MAX_COLUMNS 8
#define GAP         2

/* Cells are cut at this many columns of the terminal, but for the last one. */
#define MAX_WIDTH 60

struct _SbCliTable
{
  guint n_columns;
  guint widths[MAX_COLUMNS]; /* of the terminal */
  GPtrArray *rows; /* (owned) (element-type GStrv); the first are the headings */
};

static guint
measure (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_iszerowidth (c))
        width += g_unichar_iswide (c) ? 2 : 1;
    }

  return width;
}

/* @text on one line; nothing in it may steer a terminal. */
static char *
flatten (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autoptr (GString) line = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append_unichar (line, g_unichar_iscntrl (g_utf8_get_char (p)) ? ' ' : g_utf8_get_char (p));

  return g_string_free (g_steal_pointer (&line), FALSE);
}

SbCliTable *
sb_cli_table_new (const char *heading,
                  ...)
{
  SbCliTable *self = g_new0 (SbCliTable, 1);
  const char *cells[MAX_COLUMNS] = { NULL };
  va_list headings;

  va_start (headings, heading);
  for (const char *next = heading; next != NULL && self->n_columns < MAX_COLUMNS; next = va_arg (headings, const char *))
    cells[self->n_columns++] = next;
  va_end (headings);

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  sb_cli_table_add (self, cells);
  return self;
}

void
sb_cli_table_free (SbCliTable *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self);
}

void
sb_cli_table_add (SbCliTable *self,
                  const char *const *cells)
{
  char **row = g_new0 (char *, self->n_columns + 1);

  for (guint i = 0; i < self->n_columns; i++)
    {
      row[i] = flatten (cells[i]);
      self->widths[i] = MAX (self->widths[i], MIN (measure (row[i]), MAX_WIDTH));
    }

  g_ptr_array_add (self->rows, row);
}

/* Writes @text cut and filled up to @width columns. */
static void
print_cell (const char *text,
            guint width)
{
  g_autoptr (GString) cell = g_string_new (NULL);
  guint used = 0;

  if (measure (text) <= width)
    {
      g_string_append (cell, text);
      used = measure (text);
    }
  else
    {
      for (const char *p = text; used + 2 < width; p = g_utf8_next_char (p))
        {
          g_string_append_unichar (cell, g_utf8_get_char (p));
          used += g_unichar_iswide (g_utf8_get_char (p)) ? 2 : !g_unichar_iszerowidth (g_utf8_get_char (p));
        }
      g_string_append (cell, "…");
      used++;
    }

  sb_cli_print ("%s%*s", cell->str, (int) (width - used + GAP), "");
}

void
sb_cli_table_print (const SbCliTable *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      char **row = g_ptr_array_index (self->rows, i);

      for (guint j = 0; j + 1 < self->n_columns; j++)
        print_cell (row[j], self->widths[j]);
      sb_cli_print ("%s\n", row[self->n_columns - 1]);
    }
}
