/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-web-picture.h"

#include <string.h>

#include "sb-document-error.h"
#include "sb-document-reader.h"
#include "sb-extractor-process.h"
#include "sb-web-picture-answer.h"

G_DEFINE_QUARK (sb - web - picture - error - quark, sb_web_picture_error)

/* As much as is looked at to tell a drawing from a page, in bytes. */
#define SNIFF_SIZE 1024

/* The first bytes; "?" stands for any. */
static const struct
{
  const char *magic;
  gsize length;
  const char *type;
} kinds[] = {
  { "\377\330\377", 3, "image/jpeg" },
  { "\211PNG\r\n\032\n", 8, "image/png" },
  { "GIF87a", 6, "image/gif" },
  { "GIF89a", 6, "image/gif" },
  { "RIFF????WEBP", 12, "image/webp" },
};

void
sb_web_picture_free (SbWebPicture *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->pixels, g_bytes_unref);
  g_free (self);
}

static gboolean
begins_with (const char *data,
             gsize size,
             const char *magic,
             gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (i >= size || (magic[i] != '?' && data[i] != magic[i]))
      return FALSE;

  return TRUE;
}

const char *
sb_web_picture_guess_type (GBytes *bytes)
{
  gsize size;
  const char *data;

  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &size);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (begins_with (data, size, kinds[i].magic, kinds[i].length))
      return kinds[i].type;

  return NULL;
}

/* A drawing is a text as well, and no page; what has zeros in it is no text. */
static gboolean
is_page (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  SbFormat format = sb_format_guess (bytes, NULL);

  size = MIN (size, SNIFF_SIZE);
  if (data == NULL || g_strstr_len (data, (gssize) size, "<svg") != NULL || memchr (data, '\0', size) != NULL)
    return FALSE;

  return format == SB_FORMAT_HTML || format == SB_FORMAT_TEXT;
}

static SbWebPicture *
refuse (SbWebPictureError code,
        const char *message,
        GError **error)
{
  g_set_error_literal (error, SB_WEB_PICTURE_ERROR, (int) code, message);
  return NULL;
}

/* What the process says, which may have been taken over by the picture: nothing in it
 * is trusted. */
static SbWebPicture *
parse_answer (GBytes *answer,
              GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (answer, &size);
  SbWebPictureHead head;
  SbWebPicture *self;

  if (size >= sizeof head)
    memcpy (&head, data, sizeof head);
  if (size < sizeof head || memcmp (head.magic, SB_WEB_PICTURE_MAGIC, sizeof head.magic) != 0)
    return refuse (SB_WEB_PICTURE_ERROR_BROKEN, "The picture cannot be read", error);
  if (head.is_refused)
    return refuse (head.code <= SB_WEB_PICTURE_ERROR_TOO_LARGE ? (SbWebPictureError) head.code : SB_WEB_PICTURE_ERROR_BROKEN,
                   "The picture is refused", error);
  if (head.width == 0 || head.height == 0 || head.width > SB_WEB_PICTURE_MAX_WIDTH ||
      (guint64) head.width * head.height > SB_WEB_PICTURE_MAX_SHOWN || size - sizeof head != (gsize) head.width * head.height * 4)
    return refuse (SB_WEB_PICTURE_ERROR_BROKEN, "The picture cannot be read", error);

  self = g_new0 (SbWebPicture, 1);
  self->width = (int) head.width;
  self->height = (int) head.height;
  self->pixels = g_bytes_new_from_bytes (answer, sizeof head, size - sizeof head);
  return self;
}

/* A reader that had to be ended, or could not be begun. */
static SbWebPicture *
explain (GError *failure,
         GError **error)
{
  g_autoptr (GError) owned = failure;

  if (g_error_matches (owned, SB_DOCUMENT_ERROR, SB_DOCUMENT_ERROR_HELPER))
    return refuse (SB_WEB_PICTURE_ERROR_HELPER, owned->message, error);
  if (g_error_matches (owned, SB_DOCUMENT_ERROR, SB_DOCUMENT_ERROR_TOO_COSTLY))
    return refuse (SB_WEB_PICTURE_ERROR_TOO_LARGE, owned->message, error);
  if (owned->domain == SB_DOCUMENT_ERROR)
    return refuse (SB_WEB_PICTURE_ERROR_BROKEN, owned->message, error);

  g_propagate_error (error, g_steal_pointer (&owned));
  return NULL;
}

SbWebPicture *
sb_web_picture_decode (GBytes *bytes,
                       GCancellable *cancellable,
                       GError **error)
{
  static const char *const arguments[] = { SB_WEB_PICTURE_FORMAT, NULL };
  g_autoptr (GBytes) answer = NULL;
  GError *failure = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  if (g_bytes_get_size (bytes) > SB_WEB_PICTURE_MAX_BYTES)
    return refuse (SB_WEB_PICTURE_ERROR_TOO_LARGE, "The picture has too many bytes", error);
  if (sb_web_picture_guess_type (bytes) == NULL)
    return refuse (is_page (bytes) ? SB_WEB_PICTURE_ERROR_PAGE : SB_WEB_PICTURE_ERROR_UNSUPPORTED, "This is no picture that is shown", error);

  answer = _sb_extractor_ask (bytes, arguments, cancellable, &failure);
  return answer != NULL ? parse_answer (answer, error) : explain (failure, error);
}
