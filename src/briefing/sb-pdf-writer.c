/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-pdf-writer.h"

#include "sb-briefing-error.h"
#include "sb-pdf-amend-private.h"
#include "sb-pdf-maker-private.h"
#include "sb-sheets-private.h"

#include <cairo-pdf.h>
#include <glib/gstdio.h>
#include <string.h>

/* Levels of the outline that nest. */
#define MAX_OUTLINE_DEPTH 4

typedef struct
{
  const SbSheets *sheets; /* that are written now */
  guint edition; /* their number, from 0: it tells their places from those of others */
  guint first_page; /* of theirs in the file, from 0 */
  GHashTable *places; /* (owned) (nullable) the places that links may lead to */
  cairo_surface_t *surface;
  cairo_t *cr;
  int parents[MAX_OUTLINE_DEPTH]; /* the last entry of each level */
} Writer;

static cairo_status_t
append_bytes (void *closure,
              const unsigned char *data,
              unsigned int length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/* Attributes are "name='text'", with quotes and backslashes escaped. */
static char *
escape_attribute (const char *text)
{
  GString *escaped = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '\'' || *at == '\\')
        g_string_append_c (escaped, '\\');
      g_string_append_c (escaped, *at);
    }

  return g_string_free (escaped, FALSE);
}

/* Appends " name=[…]", the numbers in the C locale. */
static void
append_numbers (GString *attributes,
                const char *name,
                const double *numbers,
                guint n_numbers)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (attributes, "%s%s=[", attributes->len > 0 ? " " : "", name);
  for (guint i = 0; i < n_numbers; i++)
    g_string_append_printf (attributes, "%s%s", i > 0 ? " " : "", g_ascii_formatd (buffer, sizeof buffer, "%.2f", numbers[i]));
  g_string_append_c (attributes, ']');
}

/* The name of a place in a file that may hold it twice, once in each language. */
static char *
dup_place (const Writer *self,
           const char *name)
{
  return g_strdup_printf ("%u-%s", self->edition, name);
}

static void
add_link (Writer *self,
          const SbMark *mark)
{
  const double rect[] = { mark->x, mark->y, mark->width, mark->height };
  g_autofree char *place = mark->kind == SB_MARK_URI ? g_strdup (mark->name) : dup_place (self, mark->name);
  g_autofree char *target = escape_attribute (place);
  GString *attributes = g_string_new (NULL);

  append_numbers (attributes, "rect", rect, G_N_ELEMENTS (rect));
  g_string_append_printf (attributes, " %s='%s'", mark->kind == SB_MARK_URI ? "uri" : "dest", target);
  cairo_tag_begin (self->cr, CAIRO_TAG_LINK, attributes->str);
  cairo_tag_end (self->cr, CAIRO_TAG_LINK);
  g_string_free (attributes, TRUE);
}

static void
add_dest (Writer *self,
          const SbMark *mark)
{
  char x[G_ASCII_DTOSTR_BUF_SIZE];
  char y[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *place = dup_place (self, mark->name);
  g_autofree char *name = escape_attribute (place);
  g_autofree char *attributes = g_strdup_printf ("name='%s' x=%s y=%s", name,
                                                 g_ascii_formatd (x, sizeof x, "%.2f", mark->x),
                                                 g_ascii_formatd (y, sizeof y, "%.2f", mark->y));

  cairo_tag_begin (self->cr, CAIRO_TAG_DEST, attributes);
  cairo_tag_end (self->cr, CAIRO_TAG_DEST);
}

static void
add_outline (Writer *self,
             const SbMark *mark,
             guint sheet)
{
  guint level = CLAMP (mark->number, 1, MAX_OUTLINE_DEPTH) - 1;
  int parent = level > 0 ? self->parents[level - 1] : CAIRO_PDF_OUTLINE_ROOT;
  const double position[] = { mark->x, mark->y };
  GString *attributes = g_string_new (NULL);
  int entry;

  g_string_append_printf (attributes, "page=%u", self->first_page + sheet + 1);
  append_numbers (attributes, "pos", position, G_N_ELEMENTS (position));
  entry = cairo_pdf_surface_add_outline (self->surface, parent, mark->name, attributes->str, CAIRO_PDF_OUTLINE_FLAG_OPEN);
  g_string_free (attributes, TRUE);

  for (guint i = level; i < MAX_OUTLINE_DEPTH; i++)
    self->parents[i] = entry;
}

/* Links lead nowhere when their source is not printed: they would be an error. */
static void
find_places (Writer *self)
{
  g_clear_pointer (&self->places, g_hash_table_unref);
  self->places = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < sb_sheets_get_n_sheets (self->sheets); i++)
    {
      GArray *marks = _sb_sheets_get_marks (self->sheets, i);

      for (guint k = 0; k < marks->len; k++)
        if (g_array_index (marks, SbMark, k).kind == SB_MARK_DEST)
          g_hash_table_add (self->places, g_array_index (marks, SbMark, k).name);
    }
}

static gboolean
is_web_address (const char *uri)
{
  return g_str_has_prefix (uri, "https://") || g_str_has_prefix (uri, "http://");
}

static void
write_mark (Writer *self,
            const SbMark *mark,
            guint sheet)
{
  switch (mark->kind)
    {
    case SB_MARK_OPEN:
      cairo_tag_begin (self->cr, mark->name, NULL);
      break;
    case SB_MARK_CLOSE:
      cairo_tag_end (self->cr, mark->name);
      break;
    case SB_MARK_DEST:
      add_dest (self, mark);
      break;
    case SB_MARK_OUTLINE:
      add_outline (self, mark, sheet);
      break;
    case SB_MARK_LINK:
    case SB_MARK_URI:
    case SB_MARK_PAGE_OF:
    case SB_MARK_BLOCK:
    case SB_MARK_BARE:
      break;
    case SB_MARK_LINE:
    case SB_MARK_FILL:
    case SB_MARK_FIGURE:
    default:
      _sb_mark_draw (mark, self->cr);
      break;
    }
}

/* An element that holds another loses the text of its own in Cairo 1.16, so
 * links come behind all that is marked. */
static void
write_links (Writer *self,
             GArray *marks)
{
  for (guint i = 0; i < marks->len; i++)
    {
      const SbMark *mark = &g_array_index (marks, SbMark, i);

      if ((mark->kind == SB_MARK_LINK && g_hash_table_contains (self->places, mark->name)) ||
          (mark->kind == SB_MARK_URI && is_web_address (mark->name)))
        add_link (self, mark);
    }
}

static void
set_metadata (Writer *self)
{
  static const struct
  {
    SbProperty property;
    cairo_pdf_metadata_t metadata;
  } entries[] = {
    { SB_PROPERTY_TITLE, CAIRO_PDF_METADATA_TITLE },
    { SB_PROPERTY_AUTHOR, CAIRO_PDF_METADATA_AUTHOR },
    { SB_PROPERTY_SUBJECT, CAIRO_PDF_METADATA_SUBJECT },
    { SB_PROPERTY_KEYWORDS, CAIRO_PDF_METADATA_KEYWORDS },
  };
  SbComposition *composition = _sb_sheets_get_composition (self->sheets);

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    cairo_pdf_surface_set_metadata (self->surface, entries[i].metadata, sb_composition_get_property (composition, entries[i].property));
  _sb_pdf_set_maker (self->surface);
}

static void
write_sheets (Writer *self)
{
  /* All elements stand in one, which is closed while its last page is open. */
  cairo_tag_begin (self->cr, "Document", NULL);
  for (guint i = 0; i < sb_sheets_get_n_sheets (self->sheets); i++)
    {
      GArray *marks = _sb_sheets_get_marks (self->sheets, i);

      for (guint k = 0; k < marks->len; k++)
        write_mark (self, &g_array_index (marks, SbMark, k), i);
      write_links (self, marks);
      if (i + 1 == sb_sheets_get_n_sheets (self->sheets))
        cairo_tag_end (self->cr, "Document");
      cairo_show_page (self->cr);
    }
}

GBytes *
sb_pdf_render_all (SbSheets *const *sheets,
                   guint n_sheets,
                   GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  Writer writer = { .parents = { CAIRO_PDF_OUTLINE_ROOT } };
  cairo_status_t status;
  SbPaper paper;

  g_return_val_if_fail (sheets != NULL && n_sheets > 0, NULL);

  paper = sb_sheets_get_paper (sheets[0]);
  writer.sheets = sheets[0];
  writer.surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes, sb_paper_get_width (paper), sb_paper_get_height (paper));
  writer.cr = cairo_create (writer.surface);
  set_metadata (&writer);
  for (guint i = 0; i < n_sheets; i++)
    {
      writer.sheets = sheets[i];
      writer.edition = i;
      find_places (&writer);
      _sb_type_case_lock (_sb_sheets_get_type_case (sheets[i]));
      write_sheets (&writer);
      _sb_type_case_unlock (_sb_sheets_get_type_case (sheets[i]));
      writer.first_page += sb_sheets_get_n_sheets (sheets[i]);
    }
  g_clear_pointer (&writer.places, g_hash_table_unref);
  status = cairo_status (writer.cr);
  cairo_destroy (writer.cr);
  cairo_surface_finish (writer.surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (writer.surface);
  cairo_surface_destroy (writer.surface);

  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, SB_BRIEFING_ERROR, SB_BRIEFING_ERROR_DRAWING, "Cannot draw the pages: %s", cairo_status_to_string (status));
      return NULL;
    }

  return _sb_pdf_amend (g_byte_array_free_to_bytes (g_steal_pointer (&bytes)), sheets, n_sheets);
}

GBytes *
sb_pdf_render (const SbSheets *sheets,
               GError **error)
{
  g_return_val_if_fail (sheets != NULL, NULL);

  return sb_pdf_render_all ((SbSheets *const *) &sheets, 1, error);
}

gboolean
sb_pdf_write_all (SbSheets *const *sheets,
                  guint n_sheets,
                  const char *path,
                  GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (path != NULL, FALSE);

  if (!(bytes = sb_pdf_render_all (sheets, n_sheets, error)))
    return FALSE;

  return g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0644, error);
}

gboolean
sb_pdf_write (const SbSheets *sheets,
              const char *path,
              GError **error)
{
  g_return_val_if_fail (sheets != NULL, FALSE);

  return sb_pdf_write_all ((SbSheets *const *) &sheets, 1, path, error);
}
