/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-fuzz"

#include "config.h"

#include "sb-web-picture-answer.h"
#include "sb-web-picture.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize size);

/* Any bytes said to be a picture give its pixels, all of them and within the limits, or a
 * reason. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  char *answer = NULL;
  gsize length = 0;
  FILE *out = open_memstream (&answer, &length);
  SbWebPictureHead head;

  g_assert_nonnull (out);
  _sb_web_picture_write (bytes, out);
  g_assert_cmpint (fclose (out), ==, 0);

  g_assert_cmpuint (length, >=, sizeof head);
  memcpy (&head, answer, sizeof head);
  if (head.is_refused)
    g_assert_cmpuint (head.code, <=, SB_WEB_PICTURE_ERROR_HELPER);
  else
    g_assert_cmpuint (head.width, >, 0);
  g_assert_cmpuint (head.width, <=, SB_WEB_PICTURE_MAX_WIDTH);
  g_assert_cmpuint ((guint64) head.width * head.height, <=, SB_WEB_PICTURE_MAX_SHOWN);
  g_assert_cmpuint (length, ==, sizeof head + (gsize) head.width * head.height * sizeof (guint32));
  free (answer);
  return 0;
}
