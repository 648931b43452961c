/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Why a picture of a page is not shown. */
typedef enum
{
  SB_WEB_PICTURE_ERROR_PAGE, /* a page of the web, or a text */
  SB_WEB_PICTURE_ERROR_UNSUPPORTED, /* no picture, or of a kind that is not shown */
  SB_WEB_PICTURE_ERROR_BROKEN, /* truncated or damaged */
  SB_WEB_PICTURE_ERROR_TOO_LARGE, /* more bytes or pixels than are looked at */
  SB_WEB_PICTURE_ERROR_HELPER, /* the process that reads pictures cannot be started */
} SbWebPictureError;

#define SB_WEB_PICTURE_ERROR (sb_web_picture_error_quark ())

GQuark sb_web_picture_error_quark (void);

/* What is looked at. */
#define SB_WEB_PICTURE_MAX_BYTES  (8 << 20)
#define SB_WEB_PICTURE_MAX_PIXELS (60 * 1000 * 1000)

/* A picture is handed on no wider, and of no more pixels. */
#define SB_WEB_PICTURE_MAX_WIDTH 1200
#define SB_WEB_PICTURE_MAX_SHOWN (4 * 1000 * 1000)

/**
 * SbWebPicture:
 * @pixels: (owned) opaque, blue first, as Cairo has them on this machine; four bytes
 *   each, lines without gaps
 *
 * A picture of a page, taken apart. What was transparent is white, as paper is.
 * Immutable; owned by one, goes from a worker to the main thread.
 */
typedef struct
{
  GBytes *pixels;
  int width;
  int height;
} SbWebPicture;

void sb_web_picture_free (SbWebPicture *self);

/* The media type by the first bytes, whatever a server says: "image/jpeg", "image/png",
 * "image/gif", "image/webp"; NULL for anything else. */
const char *sb_web_picture_guess_type (GBytes *bytes);

/* Reads a picture in a process of its own, which is granted a limited time and memory.
 * Fails with SB_WEB_PICTURE_ERROR or G_IO_ERROR_CANCELLED. Any thread but the main
 * one. */
SbWebPicture *sb_web_picture_decode (GBytes *bytes,
                                     GCancellable *cancellable,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbWebPicture, sb_web_picture_free)

G_END_DECLS
