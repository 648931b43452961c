/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-whole-text.h"

#include "sb-charset.h"
#include "sb-date.h"
#include "sb-document-reader.h"
#include "sb-plain-text.h"

#include <string.h>

/* Takes the bytes as they are. What is too large, or no text, fails as it does when
 * it is extracted, which is why that is done as well. */
static gboolean
read_plain (SbWholeText *self,
            GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  self->text = _sb_decode (data, size, NULL, &self->n_bytes);
  return self->text != NULL;
}

SbWholeText *
sb_whole_text_new (GBytes *bytes,
                   const char *content_type,
                   const char *base_url,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (SbWholeText) self = g_new0 (SbWholeText, 1);
  gboolean is_plain;
  g_autoptr (SbExtraction) extraction = NULL;
  gint64 seconds;

  g_return_val_if_fail (bytes != NULL, NULL);

  is_plain = sb_format_guess (bytes, content_type) == SB_FORMAT_TEXT;
  /* Nothing is in an empty file, which is no document. */
  if (is_plain && g_bytes_get_size (bytes) == 0)
    {
      self->text = g_strdup ("");
      return g_steal_pointer (&self);
    }

  extraction = sb_extract (bytes, content_type, base_url, SB_EXTRACT_ARTICLE, cancellable, error);
  if (extraction == NULL)
    return NULL;

  if (!is_plain || !read_plain (self, bytes))
    {
      self->text = sb_extraction_dup_text (extraction);
      self->n_bytes = strlen (self->text);
      self->has_day = sb_extraction_get_time (extraction, &seconds);
      if (self->has_day)
        self->day = sb_day_from_time (seconds);
    }
  self->language = g_strdup (sb_extraction_get_language (extraction));
  return g_steal_pointer (&self);
}

void
sb_whole_text_free (SbWholeText *self)
{
  if (self == NULL)
    return;

  g_free (self->text);
  g_free (self->language);
  g_free (self);
}
