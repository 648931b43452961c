/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-mail.h"

#include "sb-document-error.h"
#include "sb-extractor-process.h"

#include <string.h>

/* Names of lines that begin messages and nothing else; lower case. */
static const char *const marks[] = {
  "mime-version:",
  "message-id:",
  "received:",
  "return-path:",
};

/* TRUE for "Name: value". */
static gboolean
is_header (const char *line)
{
  gsize n = strcspn (line, ": \t\r\n");

  for (gsize i = 0; i < n; i++)
    if (!g_ascii_isalnum (line[i]) && line[i] != '-')
      return FALSE;
  return n > 1 && line[n] == ':';
}

gboolean
sb_mail_is_likely (const char *head)
{
  g_autofree char *lower = NULL;
  gboolean is_marked = FALSE;

  g_return_val_if_fail (head != NULL, FALSE);

  lower = g_ascii_strdown (head, -1);
  for (const char *line = lower; *line != '\0' && *line != '\n' && *line != '\r';)
    {
      gsize n = strcspn (line, "\n");

      if (*line != ' ' && *line != '\t' && !is_header (line))
        return is_marked && line[n] == '\0';
      for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
        is_marked |= g_str_has_prefix (line, marks[i]);
      line += line[n] == '\0' ? n : n + 1;
    }
  return is_marked;
}

SbExtraction *
sb_mail_extract (GBytes *bytes,
                 const char *base_url,
                 SbExtractScope scope,
                 GCancellable *cancellable,
                 GError **error)
{
  const char *const arguments[] = {
    "mail",
    scope == SB_EXTRACT_WHOLE ? "whole" : "article",
    base_url,
    NULL,
  };

  g_return_val_if_fail (bytes != NULL, NULL);

  if (g_bytes_get_size (bytes) > SB_MAIL_MAX_BYTES)
    {
      g_set_error (error, SB_DOCUMENT_ERROR, SB_DOCUMENT_ERROR_TOO_LARGE,
                   "The file has %" G_GSIZE_FORMAT " bytes; at most %d are read",
                   g_bytes_get_size (bytes), SB_MAIL_MAX_BYTES);
      return NULL;
    }
  return _sb_extractor_run (bytes, arguments, cancellable, error);
}
