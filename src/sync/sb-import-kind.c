/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sync"

#include "config.h"

#include "sb-import-private.h"

#include <string.h>

#include "sb-document-reader.h"
#include "sb-dossier-import.h"

/* How far into a file it is looked for what tells its kind. */
#define SNIFF_BYTES 4096

const SbImportKindTraits _sb_import_kinds[] = {
  [SB_IMPORT_UNKNOWN] = { NULL, NULL, 0 },
  [SB_IMPORT_HTML] = { "html", "text/html", SB_DOCUMENT_KIND_ARTICLE },
  [SB_IMPORT_TEXT] = { "text", "text/plain", SB_DOCUMENT_KIND_OTHER },
  [SB_IMPORT_PDF] = { "pdf", "application/pdf", SB_DOCUMENT_KIND_REPORT },
  [SB_IMPORT_OFFICE] = { "office", NULL, SB_DOCUMENT_KIND_REPORT },
  [SB_IMPORT_MARKDOWN] = { "markdown", "text/markdown", SB_DOCUMENT_KIND_OTHER },
  [SB_IMPORT_MAIL] = { "mail", NULL, SB_DOCUMENT_KIND_ARTICLE },
  [SB_IMPORT_OPML] = { "opml", NULL, 0 },
  [SB_IMPORT_DOSSIER] = { "dossier", NULL, 0 },
  [SB_IMPORT_CONTAINER] = { "dossier", NULL, 0 },
  [SB_IMPORT_FEED] = { "feed", NULL, 0 },
  [SB_IMPORT_TABLE] = { "table", NULL, 0 },
};

/* Data is told by the name of the file, by a beginning that no text has, or by a
 * first line of many columns. */
static gboolean
is_data (const char *name,
         const char *head)
{
  static const char *const suffixes[] = { ".csv", ".tsv", ".tab", ".psv", ".json", ".ndjson", ".jsonl", ".geojson", ".kml", ".kmz", ".gpx" };
  g_autofree char *lower = g_ascii_strdown (name, -1);
  gsize line = strcspn (head, "\r\n");
  guint n_tabs = 0;

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (lower, suffixes[i]))
      return TRUE;

  for (gsize i = 0; i < line; i++)
    n_tabs += head[i] == '\t' ? 1 : 0;

  return *head == '{' || *head == '[' || strstr (head, "<kml") != NULL || strstr (head, "<gpx") != NULL ||
         strstr (head, "xmlns:gdacs") != NULL || n_tabs >= 10;
}

SbImportKind
_sb_import_guess_kind (GBytes *bytes,
                       const char *name)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *head = g_ascii_strdown (data != NULL ? data : "", MIN (size, SNIFF_BYTES));
  const char *start = g_str_has_prefix (head, "\357\273\277") ? head + 3 : head;
  g_autoptr (GInputStream) memory = g_memory_input_stream_new_from_bytes (bytes);

  if (strstr (head, "<opml") != NULL)
    return SB_IMPORT_OPML;
  g_strchug ((char *) start);
  /* It begins like JSON. */
  if (g_str_has_prefix (start, "{\\rtf"))
    return SB_IMPORT_UNKNOWN;
  if (strstr (head, "<rss") != NULL && strstr (head, "xmlns:gdacs") != NULL)
    return SB_IMPORT_TABLE;
  /* A feed is subscribed to; as text it would be its own markup. */
  if (strstr (head, "<rss") != NULL || strstr (head, "<feed") != NULL || strstr (head, "<rdf:rdf") != NULL)
    return SB_IMPORT_FEED;
  if (*start == '{' && strstr (start, "\"@kind\"") != NULL)
    return SB_IMPORT_DOSSIER;

  if (sb_dossier_sniff (memory))
    return SB_IMPORT_CONTAINER;
  if (is_data (name, start))
    return SB_IMPORT_TABLE;

  switch (sb_format_guess (bytes, sb_content_type_for_name (name)))
    {
    case SB_FORMAT_HTML:
      return SB_IMPORT_HTML;
    case SB_FORMAT_TEXT:
      return SB_IMPORT_TEXT;
    case SB_FORMAT_PDF:
      return SB_IMPORT_PDF;
    case SB_FORMAT_OFFICE:
      return SB_IMPORT_OFFICE;
    case SB_FORMAT_MARKDOWN:
      return SB_IMPORT_MARKDOWN;
    case SB_FORMAT_MAIL:
      return SB_IMPORT_MAIL;
    case SB_FORMAT_UNKNOWN:
    default:
      return SB_IMPORT_UNKNOWN;
    }
}
