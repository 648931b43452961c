/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The characters that pages of our languages write by name: not all of HTML's, and
 * none that is more than one character. @p: at the "&", before the NUL that ends the
 * text. Sets @length to the bytes up to and with the ";". NULL when it is none of them.
 * Any thread. */
const char *_sb_html_find_entity (const char *p,
                                  gsize *length);

G_END_DECLS
