/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* Bytes that the file of a logo may have. */
#define SB_LOGO_MAX_BYTES (1024 * 1024)

/* What a briefing keeps of its logo (SB_BRIEFING_LOGO): a data: address with the bytes of
 * @file, a PNG or JPEG picture of at most 1 MiB and 4096 pixels a side. The picture is
 * read whole, so that what is kept can be printed. NULL with %SB_BRIEFING_ERROR_LOGO when
 * it is none, and %SB_BRIEFING_ERROR_LOGO_SIZE when it is too large. Any thread. */
char *sb_logo_new_address (GBytes *file,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whether the logo at @address can be printed; TRUE of NULL, which is none. */
gboolean sb_logo_is_readable (const char *address);

/* The logo at @address as it looks within @width and @height pixels: an image of the kind
 * ARGB32. NULL when it cannot be printed. Any thread. */
cairo_surface_t *sb_logo_new_thumbnail (const char *address,
                                        int width,
                                        int height) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
