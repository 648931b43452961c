/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The absolute address that @href means on the page at @base (nullable), or
 * NULL when it is not one to offer: only http, https and mailto are kept, and
 * a place within the same page is no address. */
char *_sb_link_resolve (const char *base,
                        const char *href) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
