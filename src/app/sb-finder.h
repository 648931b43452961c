/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-catalogue.h"

G_BEGIN_DECLS

/**
 * SbFinder:
 *
 * A list of all that is meant by what was typed so far: commands of the window at once,
 * then records of every kind, a few under each heading, the best first. A GListModel of
 * SbFindItem; the answer to what is no longer asked for never shows. Main thread.
 *
 * Properties: "loading" (boolean: records are still looked for), "message" (string,
 * nullable: what is wrong with what was typed, or what the answer leaves out).
 */
#define SB_TYPE_FINDER (sb_finder_get_type ())

G_DECLARE_FINAL_TYPE (SbFinder, sb_finder, SB, FINDER, GObject)

SbFinder *sb_finder_new (SbCatalogue *catalogue) G_GNUC_WARN_UNUSED_RESULT;

/* Looks for @text, whose last word may not be finished. */
void sb_finder_set_text (SbFinder *self,
                         const char *text);

G_END_DECLS
