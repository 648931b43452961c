/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

#include "sb-record.h"

G_BEGIN_DECLS

/* What a card beside the pointer says of an event: its day and type, its title,
 * where, who, how many died, how good its sources are. Markup; all text is escaped.
 * @evidence: records of sb_evidence_schema (nullable, before it was read).
 * @n_events: how many there are at the same place, itself included. */
char *sb_event_card_markup (SbRecord *event,
                            GPtrArray *evidence,
                            guint n_events,
                            SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;

/* The same for a screen reader: sentences without markup. */
char *sb_event_card_text (SbRecord *event,
                          GPtrArray *evidence,
                          guint n_events,
                          SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
