/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-pdf-amend-private.h"

#include "sb-composition.h"
#include "sb-sheets-private.h"

#include <string.h>

#define FIGURE_TYPE "/S /Figure"
#define ROOT_TYPE   "/Type /Catalog"

/* An object that was written anew. */
typedef struct
{
  guint number;
  gsize offset;
} Entry;

/* A file as it is read, and what goes behind it. */
typedef struct
{
  const char *data; /* not owned */
  gsize length;
  GString *update; /* (owned) */
  GArray *entries; /* (owned) (element-type Entry) */
} Amendment;

/* The last @word before @end, or the first behind @start; NULL for none. There are noughts
 * between. */
static const char *
find_before (const Amendment *self,
             const char *end,
             const char *word)
{
  gsize length = strlen (word);

  for (const char *at = end - length; at >= self->data; at--)
    if (memcmp (at, word, length) == 0)
      return at;

  return NULL;
}

static const char *
find_behind (const Amendment *self,
             const char *start,
             const char *word)
{
  return memmem (start, (gsize) (self->data + self->length - start), word, strlen (word));
}

/* A string in hexadecimal UTF-16, as a PDF has text. */
static void
append_text (GString *update,
             const char *text)
{
  glong n_units = 0;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (text, -1, NULL, &n_units, NULL);

  g_string_append (update, "<FEFF");
  for (glong i = 0; i < n_units; i++)
    g_string_append_printf (update, "%04X", units[i]);
  g_string_append_c (update, '>');
}

/* Begins the object that @at is in anew, up to the end of its dictionary, and returns
 * where it went on; NULL when there is none. */
static const char *
begin_object (Amendment *self,
              const char *at)
{
  const char *start = find_before (self, at, " 0 obj");
  const char *end = find_behind (self, at, "\n>>");
  const char *line = start;
  Entry entry = { 0, self->length + self->update->len };

  if (start == NULL || end == NULL)
    return NULL;

  while (line > self->data && g_ascii_isdigit (line[-1]))
    line--;
  entry.number = (guint) g_ascii_strtoull (line, NULL, 10);
  if (entry.number == 0)
    return NULL;

  g_array_append_val (self->entries, entry);
  g_string_append_len (self->update, line, end - line);

  return end;
}

static void
end_object (Amendment *self)
{
  g_string_append (self->update, "\n>>\nendobj\n");
}

/* What is to be seen on each figure, in the order of their coming (element-type char*). */
static GPtrArray *
list_alternatives (SbSheets *const *sheets,
                   guint n_sheets)
{
  GPtrArray *alternatives = g_ptr_array_new ();

  for (guint i = 0; i < n_sheets; i++)
    for (guint page = 0; page < sb_sheets_get_n_sheets (sheets[i]); page++)
      {
        GArray *marks = _sb_sheets_get_marks (sheets[i], page);

        for (guint k = 0; k < marks->len; k++)
          {
            const SbMark *mark = &g_array_index (marks, SbMark, k);

            if (mark->kind == SB_MARK_FIGURE)
              g_ptr_array_add (alternatives, (gpointer) sb_piece_get_alternative (mark->piece));
          }
      }

  return alternatives;
}

static void
amend_figures (Amendment *self,
               GPtrArray *alternatives)
{
  const char *at = self->data;

  for (guint i = 0; i < alternatives->len; i++)
    {
      const char *alternative = g_ptr_array_index (alternatives, i);

      at = find_behind (self, at, FIGURE_TYPE);
      if (at == NULL)
        return;
      if (alternative != NULL && begin_object (self, at) != NULL)
        {
          g_string_append (self->update, "\n   /Alt ");
          append_text (self->update, alternative);
          end_object (self);
        }
      at += strlen (FIGURE_TYPE);
    }
}

/* FALSE when it has no root that Cairo wrote. */
static gboolean
amend_root (Amendment *self,
            SbLanguage language)
{
  const char *at = find_before (self, self->data + self->length, ROOT_TYPE);

  if (at == NULL || begin_object (self, at) == NULL)
    return FALSE;

  g_string_append_printf (self->update, "\n   /MarkInfo << /Marked true >>\n   /Lang (%s)\n   /ViewerPreferences << /DisplayDocTitle true >>",
                          sb_language_get_code (language));
  end_object (self);

  return TRUE;
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *one = a;
  const Entry *other = b;

  return one->number < other->number ? -1 : one->number > other->number;
}

/* The table of what is new, and where the table before is. FALSE when that is not found. */
static gboolean
append_table (Amendment *self)
{
  const char *end = self->data + self->length;
  const char *trailer = find_before (self, end, "trailer");
  const char *before = find_before (self, end, "startxref");
  const char *close = trailer != NULL ? find_behind (self, trailer, "\n>>") : NULL;
  gsize table = self->length + self->update->len;

  if (before == NULL || close == NULL)
    return FALSE;

  g_array_sort (self->entries, compare_entries);
  g_string_append (self->update, "xref\n");
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);

      g_string_append_printf (self->update, "%u 1\n%010" G_GSIZE_FORMAT " 00000 n \n", entry->number, entry->offset);
    }
  g_string_append_len (self->update, trailer, close - trailer);
  g_string_append_printf (self->update, "\n   /Prev %" G_GUINT64_FORMAT "\n>>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
                          g_ascii_strtoull (before + strlen ("startxref"), NULL, 10), table);

  return TRUE;
}

GBytes *
_sb_pdf_amend (GBytes *pdf,
               SbSheets *const *sheets,
               guint n_sheets)
{
  g_autoptr (GPtrArray) alternatives = list_alternatives (sheets, n_sheets);
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_autoptr (GString) update = g_string_new (NULL);
  gsize length;
  const char *data = g_bytes_get_data (pdf, &length);
  Amendment amendment = { data, length, update, entries };
  GByteArray *amended;

  amend_figures (&amendment, alternatives);
  if (!amend_root (&amendment, sb_sheets_get_language (sheets[0])) || !append_table (&amendment))
    return pdf;

  amended = g_bytes_unref_to_array (pdf);
  g_byte_array_append (amended, (const guint8 *) update->str, (guint) update->len);

  return g_byte_array_free_to_bytes (amended);
}
