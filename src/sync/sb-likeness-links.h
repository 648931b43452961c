/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-document.h"
#include "sb-record-builder.h"

G_BEGIN_DECLS

/* The links of a document that say which text it is: those that the program found, and
 * those of the analyst, which it leaves alone. Any thread. */

/* Which of the links that were found are left out. */
typedef enum
{
  SB_FOUND_LINKS_ALL,
  SB_FOUND_LINKS_OF_RELATION,
} SbFoundLinks;

/* Whether the analyst has said where the document is from. */
gboolean _sb_links_say_original (SbRecord *document);

/* Whether a link to @other was found. */
gboolean _sb_links_have_found (SbRecord *document,
                               SbRecord *other);

/* Adds to @ids what was found before and is not there yet: it is looked at again, even if
 * it is not the first itself any more. (element-type gint64) */
void _sb_links_add_found (SbRecord *document,
                          GArray *ids);

/* A builder of @document without those of its links that were found, or only without
 * those found for @relation. */
SbRecordBuilder *_sb_links_begin (SbRecord *document,
                                  SbFoundLinks drops,
                                  SbDocumentRelation relation) G_GNUC_WARN_UNUSED_RESULT;

/* @likeness: from 0 to 1, how much of the document is from there. */
void _sb_links_add (SbRecordBuilder *builder,
                    SbDocumentRelation relation,
                    SbRecord *to,
                    double likeness);

G_END_DECLS
