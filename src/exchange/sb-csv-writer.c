/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-exchange"

#include "config.h"

#include "sb-csv-writer.h"

#include <string.h>

/* What spreadsheets take for the beginning of a formula. */
#define FORMULA_STARTS "=+-@\t\r"

void
sb_csv_row_init (SbCsvRow *self)
{
  self->text = g_string_new (NULL);
  self->n_fields = 0;
}

void
sb_csv_row_clear (SbCsvRow *self)
{
  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  self->text = NULL;
}

static void
begin_field (SbCsvRow *self)
{
  if (self->n_fields == 0)
    g_string_truncate (self->text, 0);
  if (self->n_fields++ > 0)
    g_string_append_c (self->text, ',');
}

/* Whether all of @text is a number: its minus sign begins no formula. */
static gboolean
is_number (const char *text)
{
  char *end = NULL;

  g_ascii_strtod (text, &end);
  return end != text && *end == '\0' && strspn (text, "-0123456789.") == strlen (text);
}

/* Whether @text is to be marked. One that begins with our mark is marked as well
 * where it could be taken for a marked one. */
static gboolean
needs_mark (const char *text)
{
  if (text[0] == '\'')
    return text[1] != '\0' && strchr (FORMULA_STARTS "'", text[1]) != NULL;

  return text[0] != '\0' && strchr (FORMULA_STARTS, text[0]) != NULL && !is_number (text);
}

void
sb_csv_row_add_text (SbCsvRow *self,
                     const char *text)
{
  begin_field (self);
  if (text == NULL || *text == '\0')
    return;

  if (strpbrk (text, ",\"\r\n") == NULL && !needs_mark (text))
    {
      g_string_append (self->text, text);
      return;
    }

  g_string_append_c (self->text, '"');
  if (needs_mark (text))
    g_string_append_c (self->text, '\'');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (self->text, '"');
      g_string_append_c (self->text, *p);
    }
  g_string_append_c (self->text, '"');
}

void
sb_csv_row_add_integer (SbCsvRow *self,
                        gint64 value)
{
  begin_field (self);
  g_string_append_printf (self->text, "%" G_GINT64_FORMAT, value);
}

void
sb_csv_row_add_real (SbCsvRow *self,
                     double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  begin_field (self);
  /* As many digits as it takes to read the same number again. */
  g_ascii_formatd (buffer, sizeof buffer, "%.15g", value);
  if (g_ascii_strtod (buffer, NULL) != value)
    g_ascii_dtostr (buffer, sizeof buffer, value);
  g_string_append (self->text, buffer);
}

const char *
sb_csv_row_end (SbCsvRow *self)
{
  self->n_fields = 0;
  g_string_append (self->text, "\r\n");
  return self->text->str;
}
