/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Members of objects in JSON, one at a time, as the formats of dossiers have them. */

/* A member that is NULL is left out. */
void sb_json_member_add_text (JsonBuilder *builder,
                              const char *name,
                              const char *text);
void sb_json_member_add_integer (JsonBuilder *builder,
                                 const char *name,
                                 gint64 value);
void sb_json_member_add_double (JsonBuilder *builder,
                                const char *name,
                                double value);

/* A text; NULL when the member is not there or something else. Borrowed from @object. */
const char *sb_json_member_get_text (JsonObject *object,
                                     const char *name);
/* A whole number that is not negative; -1 for anything else. */
gint64 sb_json_member_get_count (JsonObject *object,
                                 const char *name);

G_END_DECLS
