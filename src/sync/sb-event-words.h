/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-date.h"
#include "sb-record-builder.h"
#include "sb-table-event.h"

G_BEGIN_DECLS

/* What an event of a table is in our words. */

/* When it was, as precisely as its source says. */
SbDate *sb_event_words_make_date (const SbTableEvent *event,
                                  SbTableShape shape) G_GNUC_WARN_UNUSED_RESULT;

/* Its type and sub-type (-1 for none), by the words of ACLED, by our own, by the
 * codes of GDELT (CAMEO), or else by what its words are about. */
void sb_event_words_find_type (const SbTableEvent *event,
                               SbTableShape shape,
                               int *type,
                               int *subtype);

/* The notes, in the language that they are in. */
void sb_event_words_set_summary (SbRecordBuilder *builder,
                                 const SbTableEvent *event);

/* @event with the title of its source, or else with one made of what, where and
 * who, in both languages. */
SbRecord *sb_event_words_add_title (SbRecord *event,
                                    const char *title) G_GNUC_WARN_UNUSED_RESULT;
/* Whether the title is such a one: then it changes with the event. */
gboolean sb_event_words_is_made_title (SbRecord *event);

G_END_DECLS
