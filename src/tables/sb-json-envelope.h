/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SbJsonEnvelope:
 *
 * What stands around the records that a service sends: its status, its counts,
 * where the next page is. The records themselves are counted and passed over, so
 * that memory is that of the envelope. Immutable; owned by one; any thread.
 */
typedef struct _SbJsonEnvelope SbJsonEnvelope;

/* Reads all of @bytes. Fails with an SB_TABLE_ERROR when that is not one object of
 * JSON by the letter of RFC 8259. */
SbJsonEnvelope *sb_json_envelope_new (GBytes *bytes,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
void sb_json_envelope_free (SbJsonEnvelope *self);

/* The text, the number, "true" or "false" of a member; of one inside of others as
 * "links.next.href". NULL when it is not there, null or no scalar. */
const char *sb_json_envelope_get (const SbJsonEnvelope *self,
                                  const char *name);
/* How many items the list @name has; -1 when there is no such list. */
int sb_json_envelope_count (const SbJsonEnvelope *self,
                            const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbJsonEnvelope, sb_json_envelope_free)

G_END_DECLS
