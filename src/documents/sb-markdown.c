/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-markdown.h"

#include "sb-charset.h"
#include "sb-document-error.h"
#include "sb-extractor-process.h"
#include "sb-plain-text.h"

#include <string.h>

gboolean
sb_markdown_has_front_matter (const char *head)
{
  g_autofree char *lower = NULL;

  g_return_val_if_fail (head != NULL, FALSE);

  if (g_str_has_prefix (head, "\357\273\277"))
    head += 3;
  if (!g_str_has_prefix (head, "---\n") && !g_str_has_prefix (head, "---\r\n"))
    return FALSE;
  lower = g_ascii_strdown (head, -1);
  return strstr (lower, "\ntitle:") != NULL && strstr (lower + 3, "\n---") != NULL;
}

SbExtraction *
sb_markdown_extract (GBytes *bytes,
                     const char *charset,
                     SbExtractScope scope,
                     GCancellable *cancellable,
                     GError **error)
{
  static const char *const arguments[] = { "markdown", NULL };
  g_autoptr (GError) failure = NULL;
  g_autoptr (GBytes) utf8 = NULL;
  SbExtraction *extraction;
  const guint8 *data;
  gsize size;
  gsize length;
  char *text;

  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &size);
  if (size > SB_MARKDOWN_MAX_BYTES)
    return sb_plain_text_extract (bytes, charset, scope, error);
  text = _sb_decode (data, size, charset, &length);
  utf8 = g_bytes_new_take (text, length);
  extraction = _sb_extractor_run (utf8, arguments, cancellable, &failure);
  if (extraction != NULL)
    return extraction;
  if (!g_error_matches (failure, SB_DOCUMENT_ERROR, SB_DOCUMENT_ERROR_TOO_COSTLY))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  return sb_plain_text_extract (utf8, "utf-8", scope, error);
}
