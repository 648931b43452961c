/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <json-glib/json-glib.h>

#include "sb-record.h"

G_BEGIN_DECLS

/* Records as JSON, by their schema: the form of dossiers, of the history and of
 * the command line. A member is left out when the field is unset. References
 * are read by UUID, or by id when there is none. The kind of the record itself
 * is the member "@kind" ("event"): many kinds have a field "kind" of their own. */

typedef enum
{
  SB_RECORD_JSON_DEFAULT = 0, /* as in a dossier: @kind, uuid, stored fields */
  SB_RECORD_JSON_FULL = 1 << 0, /* with ids, times, derived fields and names */
} SbRecordJsonFlags;

void sb_record_write_json (SbRecord *record,
                           JsonBuilder *builder,
                           SbRecordJsonFlags flags);
JsonNode *sb_record_to_json (SbRecord *record,
                             SbRecordJsonFlags flags) G_GNUC_WARN_UNUSED_RESULT;

/* Reads an object by @schema. Members that it does not know are an error
 * (SB_CATALOGUE_ERROR_FORMAT), as are values of the wrong type; @kind, uuid and
 * what %SB_RECORD_JSON_FULL adds are known, and so is one text where a field is bilingual
 * that was not (%SB_FIELD_ONCE_TEXT). */
SbRecord *sb_record_from_json (const SbSchema *schema,
                               JsonObject *object,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whether brackets in @text stand no deeper than in any record: the parser calls
 * itself for each level, so that a text from outside is asked first. */
gboolean sb_json_is_shallow (const char *text,
                             gsize length);

G_END_DECLS
