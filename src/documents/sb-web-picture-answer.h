/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gio/gio.h>
#include <stdio.h>

G_BEGIN_DECLS

/* What the extractor is asked by. */
#define SB_WEB_PICTURE_FORMAT "picture"

#define SB_WEB_PICTURE_MAGIC "SBWEBPI1"

/* Its answer begins with this; then come the pixels. Of this machine: it goes from one
 * process to another. */
typedef struct
{
  char magic[8];
  guint32 is_refused; /* then @code says why, and nothing follows */
  guint32 code; /* an SbWebPictureError */
  guint32 width;
  guint32 height;
} SbWebPictureHead;

/* In the extractor: reads a picture and writes the answer. */
void _sb_web_picture_write (GBytes *bytes,
                            FILE *out);

G_END_DECLS
