/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-page.h"
#include "sb-reader.h"

G_BEGIN_DECLS

/**
 * SbReading:
 *
 * Attends to the reader of a page: looks up what it wants to know of the document it
 * shows, keeps that as it is in the catalogue, and does what is chosen in it. Belongs to
 * the page, whose catalogue is open. Main thread.
 */
#define SB_TYPE_READING (sb_reading_get_type ())

G_DECLARE_FINAL_TYPE (SbReading, sb_reading, SB, READING, GObject)

/* @page and @reader outlive it. */
SbReading *sb_reading_new (SbPage *page,
                           SbReader *reader) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
