/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-pdf-document.h"

#include <poppler.h>
#include <string.h>

#include "sb-document-error.h"
#include "sb-extraction-private.h"
#include "sb-pdf-blocks.h"
#include "sb-pdf-furniture.h"
#include "sb-pdf-letters.h"
#include "sb-pdf-line.h"
#include "sb-text-language.h"
#include "sb-text-title.h"

/* More than a report or a book has. */
#define MAX_PAGES 3000

/* Titles and authors that programs fill in by themselves. */
static const char *const false_titles[] = {
  "untitled",
  "microsoft word",
  "sans titre",
  "document",
  "présentation powerpoint",
  "powerpoint presentation",
  ".doc",
  ".indd",
  ".pdf",
  ".xls",
  ".odt",
  ".tex",
  ".qxd",
  ".pmd",
  ".html",
  "http:",
  "https:",
};

static const char *const false_authors[] = {
  "user",
  "admin",
  "administrator",
  "administrateur",
  "utilisateur",
  "owner",
  "author",
  "unknown",
  "hp",
  "pc",
  NULL,
};

static void
set_open_error (const GError *cause,
                GError **error)
{
  if (g_error_matches (cause, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    g_set_error_literal (error, SB_DOCUMENT_ERROR, SB_DOCUMENT_ERROR_LOCKED, "The file is locked with a password");
  else
    g_set_error (error, SB_DOCUMENT_ERROR, SB_DOCUMENT_ERROR_BROKEN,
                 "The file is damaged or truncated: %s", cause->message);
}

static gboolean
holds_any (const char *text,
           const char *const *words,
           guint n_words)
{
  for (guint i = 0; i < n_words; i++)
    if (strstr (text, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* The title that the file gives itself, when a person gave it. */
static char *
dup_title (PopplerDocument *document)
{
  g_autofree char *title = poppler_document_get_title (document);
  g_autofree char *lower = title == NULL ? NULL : g_utf8_strdown (g_strstrip (title), -1);

  if (lower == NULL || strlen (lower) < 6 || strchr (lower, ' ') == NULL ||
      holds_any (lower, false_titles, G_N_ELEMENTS (false_titles)))
    return NULL;
  return g_steal_pointer (&title);
}

static char *
dup_author (PopplerDocument *document)
{
  g_autofree char *author = poppler_document_get_author (document);
  g_autofree char *lower = author == NULL ? NULL : g_utf8_strdown (g_strstrip (author), -1);

  if (lower == NULL || strchr (lower, ' ') == NULL || g_strv_contains (false_authors, lower))
    return NULL;
  return g_steal_pointer (&author);
}

static char *
dup_creation_date (PopplerDocument *document)
{
  g_autoptr (GDateTime) created = poppler_document_get_creation_date_time (document);

  if (created == NULL || g_date_time_get_year (created) < 1980)
    return NULL;
  return g_date_time_format (created, "%Y-%m-%d");
}

/* The largest heading of the first page. */
static char *
find_title (GPtrArray *blocks)
{
  const SbBlock *best = NULL;

  for (guint i = 0; i < blocks->len; i++)
    {
      const SbBlock *block = g_ptr_array_index (blocks, i);

      if (sb_block_get_page (block) > 1)
        break;
      if (sb_block_get_kind (block) == SB_BLOCK_HEADING && strlen (sb_block_get_text (block)) > 8 &&
          (best == NULL || sb_block_get_level (block) < sb_block_get_level (best)))
        best = block;
    }
  return best == NULL ? NULL : g_strdup (sb_block_get_text (best));
}

static void
describe (SbExtraction *extraction,
          PopplerDocument *document)
{
  extraction->title = dup_title (document);
  if (extraction->title == NULL)
    extraction->title = find_title (extraction->blocks);
  _sb_find_text_title (extraction);
  if (extraction->byline == NULL)
    extraction->byline = dup_author (document);
  if (extraction->date == NULL)
    extraction->date = dup_creation_date (document);
  extraction->language = _sb_guess_language (extraction->blocks);
}

static void
read_pages (SbExtraction *extraction,
            SbPdfLetters *letters,
            SbExtractScope scope)
{
  g_autoptr (GArray) lines = _sb_pdf_lines_new ();
  g_autoptr (GArray) heights = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint page = 1; page <= extraction->n_pages; page++)
    {
      double height = _sb_pdf_lines_append_page (lines, letters, page);

      g_array_append_val (heights, height);
    }
  if (scope == SB_EXTRACT_ARTICLE)
    _sb_pdf_drop_furniture (lines, heights);
  _sb_pdf_append_blocks (extraction->blocks, lines);
}

static SbExtraction *
extract_document (PopplerDocument *document,
                  SbPdfLetters *letters,
                  SbExtractScope scope,
                  GError **error)
{
  int n_pages = poppler_document_get_n_pages (document);
  g_autoptr (SbExtraction) extraction = NULL;

  if (n_pages < 1 || n_pages > MAX_PAGES)
    {
      g_set_error (error, SB_DOCUMENT_ERROR, n_pages < 1 ? SB_DOCUMENT_ERROR_BROKEN : SB_DOCUMENT_ERROR_TOO_LARGE,
                   "The file has %d pages; 1 to %d are read", n_pages, MAX_PAGES);
      return NULL;
    }
  extraction = _sb_extraction_new ();
  extraction->n_pages = (guint) n_pages;
  read_pages (extraction, letters, scope);
  if (extraction->blocks->len == 0)
    {
      g_set_error (error, SB_DOCUMENT_ERROR, SB_DOCUMENT_ERROR_NO_TEXT,
                   "The file has %d pages but no text: they are pictures", n_pages);
      return NULL;
    }
  describe (extraction, document);
  _sb_extraction_seal (extraction);
  return g_steal_pointer (&extraction);
}

SbExtraction *
_sb_pdf_document_extract (GBytes *bytes,
                          SbExtractScope scope,
                          GError **error)
{
  g_autoptr (GError) local = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (bytes, NULL, &local);
  g_autoptr (SbPdfLetters) letters = NULL;
  SbExtraction *extraction = NULL;

  if (document == NULL)
    {
      set_open_error (local, error);
      return NULL;
    }
  if ((letters = _sb_pdf_letters_open (bytes)))
    extraction = extract_document (document, letters, scope, error);
  else
    g_set_error_literal (error, SB_DOCUMENT_ERROR, SB_DOCUMENT_ERROR_BROKEN, "The file is damaged or truncated");
  g_object_unref (document);
  return extraction;
}
