/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

/* Prints what is extracted from a file as JSON: "extract-dump FILE [--url U]
 * [--whole]". Exits 3 when the file needs a password. */

#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-document-error.h"
#include "sb-document-reader.h"

#include <stdio.h>

static int
fail (const GError *error)
{
  g_printerr ("%s\n", error->message);
  return g_error_matches (error, SB_DOCUMENT_ERROR, SB_DOCUMENT_ERROR_LOCKED) ? 3 : 1;
}

int
main (int argc,
      char *argv[])
{
  g_autofree char *url = NULL;
  g_autofree char *content_type = NULL;
  g_autofree char *data = NULL;
  g_autofree char *json = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SbExtraction) extraction = NULL;
  g_autoptr (GOptionContext) context = g_option_context_new ("FILE");
  gboolean whole = FALSE;
  gboolean as_json = FALSE;
  gsize size;
  const GOptionEntry entries[] = {
    { "url", 0, 0, G_OPTION_ARG_STRING, &url, NULL, NULL },
    { "type", 0, 0, G_OPTION_ARG_STRING, &content_type, NULL, NULL },
    { "whole", 0, 0, G_OPTION_ARG_NONE, &whole, NULL, NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, NULL, NULL },
    { NULL },
  };

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc != 2)
    return 2;
  if (!g_file_get_contents (argv[1], &data, &size, &error))
    return fail (error);
  bytes = g_bytes_new_take (g_steal_pointer (&data), size);
  extraction = sb_extract (bytes, content_type != NULL ? content_type : sb_content_type_for_name (argv[1]), url,
                           whole ? SB_EXTRACT_WHOLE : SB_EXTRACT_ARTICLE, NULL, &error);
  if (extraction == NULL)
    return fail (error);
  json = sb_extraction_to_json (extraction);
  puts (json);
  return 0;
}
