/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Private to this layer: numbers and positions as tables write them. */

/* "2 700", "2,700", "2.7", "2,7", "1.234.567,8", with any space inside. A single
 * mark is decimal, but where exactly three digits follow it and one to three go
 * before: of a count (@is_count) that is a mark of thousands. FALSE for what is no
 * number, or none that is finite. */
gboolean sb_table_number_parse (const char *text,
                                gboolean is_count,
                                double *value);
/* A count of people or things: from 0, whole. */
gboolean sb_table_count_parse (const char *text,
                               gint64 *count);

/* Degrees, decimal or not: "14.5", "14,5", "14°30′N", "3 30 15 O". @limit: 90 for
 * a latitude, 180 for a longitude. FALSE for what is none. */
gboolean sb_table_degrees_parse (const char *text,
                                 double limit,
                                 double *degrees);

/* The point of "POINT (3.1 14.2)", or "14.2, 3.1" with the latitude first. */
gboolean sb_table_point_parse (const char *text,
                               double *latitude,
                               double *longitude);

G_END_DECLS
