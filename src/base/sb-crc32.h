/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The checksum of zip files (ISO 3309, polynomial 0xEDB88320): starts at 0 and
 * goes on from what it was. */
guint32 sb_crc32_update (guint32 crc,
                         gconstpointer data,
                         gsize length);

G_END_DECLS
