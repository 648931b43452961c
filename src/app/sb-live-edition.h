/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-briefing-finding.h"
#include "sb-catalogue.h"
#include "sb-edition.h"
#include "sb-worker.h"

G_BEGIN_DECLS

/**
 * SbLiveEdition:
 *
 * The editions of a briefing that is being written. What they are made from is read from
 * the catalogue once, and again when that changes or the briefing tells of other days;
 * what was typed since is composed with it at once, by a typesetter that knows all that
 * did not change. Of several wishes the last one counts. Lives on the main thread.
 *
 * Signals: "composed", there are editions of the last wish or of one before it; "checked",
 * what is to be settled in them is known; "failed" (GError).
 */
#define SB_TYPE_LIVE_EDITION (sb_live_edition_get_type ())

G_DECLARE_FINAL_TYPE (SbLiveEdition, sb_live_edition, SB, LIVE_EDITION, GObject)

/* @worker composes. Its sheets share the fonts of that worker: they are drawn in it. */
SbLiveEdition *sb_live_edition_new (SbCatalogue *catalogue,
                                    SbWorker *worker) G_GNUC_WARN_UNUSED_RESULT;

/* (nullable): there are no maps. */
void sb_live_edition_set_painter (SbLiveEdition *self,
                                  SbBasemapPainter *painter);

/* The wish: @briefing in the languages of the bits 1 << SbLanguage. With NULL there is none:
 * what was asked for and is not done yet is let go, and no signal tells of it. */
void sb_live_edition_show (SbLiveEdition *self,
                           SbRecord *briefing,
                           guint languages,
                           SbPaper paper);

/* As last composed; NULL when it is not, or was not asked for. */
SbEdition *sb_live_edition_get (SbLiveEdition *self,
                                SbLanguage language);
/* Whether what was asked for last is there. */
gboolean sb_live_edition_is_current (SbLiveEdition *self);

/* What is to be settled before it is issued, as last looked for: a little behind what is
 * typed (element-type SbBriefingFinding). Borrowed; NULL until it was. */
GPtrArray *sb_live_edition_get_findings (SbLiveEdition *self);

/* What fills a block of @outline now, as a text that can be edited
 * (sb_filled_text_new()). NULL without an error when it cannot be a text. */
void sb_live_edition_fill_async (SbLiveEdition *self,
                                 SbOutline *outline,
                                 const char *name,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
SbBilingual *sb_live_edition_fill_finish (SbLiveEdition *self,
                                          GAsyncResult *result,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What is cited under @uuid, as last read; borrowed. NULL when it is not known. */
SbRecord *sb_live_edition_find_citation (SbLiveEdition *self,
                                         const char *uuid);

/* How long the last composing took in the worker, in microseconds. */
gint64 sb_live_edition_get_cost (SbLiveEdition *self);

G_END_DECLS
