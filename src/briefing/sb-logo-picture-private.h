/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* "image/png" or "image/jpeg", as the first bytes say; NULL for anything else. */
const char *_sb_logo_picture_get_type (GBytes *file);

/* Reads a PNG or JPEG picture that a stranger may have made: sizes are looked at before
 * anything is unpacked. A JPEG picture goes into PDF and SVG with the bytes that it has.
 * NULL with an error, as sb_logo_new_address(). */
cairo_surface_t *_sb_logo_picture_read (GBytes *file,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
