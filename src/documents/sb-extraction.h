/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gio/gio.h>

#include "sb-block.h"

G_BEGIN_DECLS

/**
 * SbExtraction:
 *
 * What was read out of a file or page: its text as blocks and what it says of
 * itself. Immutable, reference counted, safe between threads.
 */
typedef struct _SbExtraction SbExtraction;

#define SB_TYPE_EXTRACTION (sb_extraction_get_type ())

typedef enum
{
  SB_EXTRACT_ARTICLE, /* the article, without the page around it */
  SB_EXTRACT_WHOLE, /* everything that a reader would see */
} SbExtractScope;

GType sb_extraction_get_type (void);

SbExtraction *sb_extraction_ref (SbExtraction *self);
void sb_extraction_unref (SbExtraction *self);

/* All of these are NULL when the document does not say. The language is a
 * BCP 47 tag; the date is "YYYY-MM-DD", with "THH:MM:SS" and "Z" or the offset
 * that the publisher gives ("+02:00") where the time is known; the lead is
 * the summary that the publisher gives. */
const char *sb_extraction_get_title (const SbExtraction *self);
const char *sb_extraction_get_byline (const SbExtraction *self);
const char *sb_extraction_get_language (const SbExtraction *self);
const char *sb_extraction_get_date (const SbExtraction *self);
const char *sb_extraction_get_site (const SbExtraction *self);
const char *sb_extraction_get_lead (const SbExtraction *self);
/* The start of the day or the moment of the date, in seconds since 1970-01-01
 * UTC; FALSE when there is none. */
gboolean sb_extraction_get_time (const SbExtraction *self,
                                 gint64 *seconds);

/* (element-type SbBlock) (transfer none); never NULL. */
GPtrArray *sb_extraction_get_blocks (const SbExtraction *self);
/* 0 where there are no pages. */
guint sb_extraction_get_n_pages (const SbExtraction *self);
/* Absolute http, https and mailto addresses in order of appearance, each once;
 * NULL-terminated, never NULL. Resources are pictures; they were not loaded. */
const char *const *sb_extraction_get_links (const SbExtraction *self);
const char *const *sb_extraction_get_resources (const SbExtraction *self);
/* (element-type SbIllustration) (transfer none); never NULL. The pictures of a page that
 * are to be looked at, by where they stand in its blocks. */
GPtrArray *sb_extraction_get_illustrations (const SbExtraction *self);

char *sb_extraction_dup_text (const SbExtraction *self) G_GNUC_WARN_UNUSED_RESULT;
guint sb_extraction_count_words (const SbExtraction *self);
/* At 230 words a minute, rounded up; 0 for no words. */
guint sb_extraction_get_minutes (const SbExtraction *self);

/* The object of the command "extract" of the command line, as text. */
char *sb_extraction_to_json (const SbExtraction *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbExtraction, sb_extraction_unref)

G_END_DECLS
