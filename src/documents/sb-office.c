/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-office.h"

#include "sb-document-error.h"
#include "sb-extraction-private.h"
#include "sb-office-xml.h"
#include "sb-published-date.h"
#include "sb-text-language.h"
#include "sb-text-title.h"
#include "sb-zip-part.h"

#include <string.h>

/* Longer ones are no names, in bytes. */
#define MAX_FIELD 1000

/* What the two formats call the same facts, in meta.xml and core.xml. */
typedef struct
{
  SbExtraction *extraction; /* (unowned) */
  GString *text; /* (owned) of the element under way */
  char *created; /* (owned) (nullable) */
} Facts;

static void
start_fact (gpointer data,
            const char *space,
            const char *name,
            const char **attributes)
{
  Facts *self = data;

  g_string_truncate (self->text, 0);
}

static void
append_fact (gpointer data,
             const char *text,
             int length)
{
  Facts *self = data;

  if (self->text->len < MAX_FIELD)
    g_string_append_len (self->text, text, length);
}

static void
set_once (char **field,
          const char *value)
{
  g_autofree char *line = g_strstrip (g_strdup (value));

  if (*field == NULL && *line != '\0')
    *field = g_steal_pointer (&line);
}

static void
end_fact (gpointer data,
          const char *space,
          const char *name)
{
  Facts *self = data;

  if (g_str_equal (name, "title"))
    set_once (&self->extraction->title, self->text->str);
  else if (g_str_equal (name, "creator") || g_str_equal (name, "initial-creator"))
    set_once (&self->extraction->byline, self->text->str);
  else if (g_str_equal (name, "created") || g_str_equal (name, "creation-date"))
    set_once (&self->created, self->text->str);
  g_string_truncate (self->text, 0);
}

/* What the file says of itself; a damaged part is as good as none. */
static void
read_facts (GBytes *bytes,
            const char *part_name,
            SbExtraction *extraction)
{
  static const SbOfficeHandler handler = { start_fact, end_fact, append_fact };
  g_autoptr (GBytes) part = _sb_zip_read_part (bytes, part_name, NULL);
  Facts facts = { extraction, NULL, NULL };

  if (part == NULL)
    return;
  facts.text = g_string_new (NULL);
  if (_sb_office_parse (part, &handler, &facts, NULL) && facts.created != NULL && extraction->date == NULL)
    extraction->date = _sb_find_date (facts.created, SB_DATE_ORDER_DAY_FIRST);
  g_string_free (facts.text, TRUE);
  g_free (facts.created);
}

/* An OpenDocument file names the cipher of its parts in its manifest. */
static gboolean
is_encrypted (GBytes *bytes)
{
  g_autoptr (GBytes) manifest = _sb_zip_read_part (bytes, "META-INF/manifest.xml", NULL);
  gsize size = 0;
  const char *data = manifest == NULL ? NULL : g_bytes_get_data (manifest, &size);

  return data != NULL && memmem (data, size, "encryption-data", strlen ("encryption-data")) != NULL;
}

static gboolean
read_document (GBytes *bytes,
               SbExtraction *extraction,
               GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GBytes) types = _sb_zip_read_part (bytes, "[Content_Types].xml", &local);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (types != NULL)
    return _sb_docx_read (bytes, extraction, error);
  if (is_encrypted (bytes))
    {
      g_set_error_literal (error, SB_DOCUMENT_ERROR, SB_DOCUMENT_ERROR_LOCKED, "The file is locked with a password");
      return FALSE;
    }
  return _sb_odt_read (bytes, extraction, error);
}

SbExtraction *
sb_office_extract (GBytes *bytes,
                   GError **error)
{
  g_autoptr (SbExtraction) extraction = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  if (g_bytes_get_size (bytes) > SB_OFFICE_MAX_BYTES)
    {
      g_set_error (error, SB_DOCUMENT_ERROR, SB_DOCUMENT_ERROR_TOO_LARGE,
                   "The file has %" G_GSIZE_FORMAT " bytes; at most %d are read",
                   g_bytes_get_size (bytes), SB_OFFICE_MAX_BYTES);
      return NULL;
    }
  extraction = _sb_extraction_new ();
  if (!read_document (bytes, extraction, error))
    return NULL;
  read_facts (bytes, "docProps/core.xml", extraction);
  read_facts (bytes, "meta.xml", extraction);
  _sb_find_text_title (extraction);
  extraction->language = _sb_guess_language (extraction->blocks);
  _sb_extraction_seal (extraction);
  return g_steal_pointer (&extraction);
}
