/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-plain-text.h"

#include "sb-boilerplate.h"
#include "sb-charset.h"
#include "sb-document-error.h"
#include "sb-extraction-private.h"
#include "sb-repetition.h"
#include "sb-text-language.h"
#include "sb-text-parser.h"
#include "sb-text-title.h"

#include <string.h>

/* Bytes that no text holds. */
static gboolean
is_binary (const char *text,
           gsize length)
{
  gsize n = 0;

  for (gsize i = 0; i < MIN (length, 4096); i++)
    n += (guchar) text[i] < 0x20 && strchr ("\t\n\r\f\v\033", text[i]) == NULL ? 1 : 0;
  return n > MIN (length, 4096) / 20;
}

SbExtraction *
sb_plain_text_extract (GBytes *bytes,
                       const char *charset,
                       SbExtractScope scope,
                       GError **error)
{
  gsize size;
  gsize length;
  const guint8 *data;
  g_autofree char *text = NULL;
  g_autoptr (SbExtraction) extraction = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &size);
  if (size > SB_PLAIN_TEXT_MAX_BYTES)
    {
      g_set_error (error, SB_DOCUMENT_ERROR, SB_DOCUMENT_ERROR_TOO_LARGE,
                   "The text has %" G_GSIZE_FORMAT " bytes; at most %d are read", size, SB_PLAIN_TEXT_MAX_BYTES);
      return NULL;
    }
  text = _sb_decode (data, size, charset, &length);
  if (is_binary (text, length))
    {
      g_set_error_literal (error, SB_DOCUMENT_ERROR, SB_DOCUMENT_ERROR_UNSUPPORTED, "The file is not text");
      return NULL;
    }
  extraction = _sb_extraction_new ();
  _sb_text_append_blocks (extraction->blocks, text, scope);
  if (scope == SB_EXTRACT_ARTICLE)
    {
      _sb_drop_boilerplate (extraction->blocks);
      _sb_drop_repetitions (extraction->blocks, 1, 0);
      _sb_drop_imprint (extraction->blocks);
    }
  extraction->language = _sb_guess_language (extraction->blocks);
  _sb_find_text_title (extraction);
  _sb_extraction_seal (extraction);
  return g_steal_pointer (&extraction);
}
