/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gio/gio.h>

#include "sb-date.h"
#include "sb-geometry.h"
#include "sb-language.h"
#include "sb-ref.h"

G_BEGIN_DECLS

/**
 * SbSession:
 *
 * What the views of one window share: one period, one as-of day, one selection.
 * Views bind to it and never to each other. Main thread.
 *
 * Properties: "first-day", "last-day", "as-of" (int, days as in sb-date.h),
 * "selection" (SbRef, nullable), "language" (int, SbLanguage: the one of the
 * interface), "can-go-back", "can-go-forward"; and which events are meant, apart
 * from the period: "event-types" (uint, bits 1 << SbEventType), "min-fatalities"
 * (uint), "event-actor" (SbRef, nullable).
 *
 * Signal "document-requested" (gint64 document, int start, int end): show the
 * document, at that passage unless start and end are both 0.
 * Signal "page-requested" (string name): show the page of that name.
 * Signal "area-requested" (SbBounds): show that part of the map, where one is shown.
 */
#define SB_TYPE_SESSION (sb_session_get_type ())

G_DECLARE_FINAL_TYPE (SbSession, sb_session, SB, SESSION, GObject)

SbSession *sb_session_new (void) G_GNUC_WARN_UNUSED_RESULT;

int sb_session_get_first_day (SbSession *self);
int sb_session_get_last_day (SbSession *self);
int sb_session_get_as_of (SbSession *self);
SbLanguage sb_session_get_language (SbSession *self);
SbRef *sb_session_get_selection (SbSession *self); /* (nullable) */

/* Sets the period; the ends are put in order. The as-of day is drawn into it. */
void sb_session_set_period (SbSession *self,
                            int first_day,
                            int last_day);
void sb_session_set_as_of (SbSession *self,
                           int day);

/* Selects a record, in every view; NULL for none. What was selected before can
 * be gone back to, on the page that was shown then: that is requested. */
void sb_session_select (SbSession *self,
                        SbRef *record);
void sb_session_go_back (SbSession *self);
void sb_session_go_forward (SbSession *self);
/* Says which page is shown; NULL for none. */
void sb_session_set_page (SbSession *self,
                          const char *name);

/* Which events the map and the time bar show. */
guint sb_session_get_event_types (SbSession *self);
guint sb_session_get_min_fatalities (SbSession *self);
SbRef *sb_session_get_event_actor (SbSession *self); /* (nullable) */
void sb_session_set_event_types (SbSession *self,
                                 guint types);
void sb_session_set_min_fatalities (SbSession *self,
                                    guint fatalities);
void sb_session_set_event_actor (SbSession *self,
                                 SbRef *actor);
/* Whether any of the three restricts anything. */
gboolean sb_session_filters_events (SbSession *self);

/* Emit the signals above; @start and @end are characters of the text. */
void sb_session_request_document (SbSession *self,
                                  gint64 document,
                                  int start,
                                  int end);
void sb_session_request_page (SbSession *self,
                              const char *name);
void sb_session_request_area (SbSession *self,
                              const SbBounds *bounds);

G_END_DECLS
