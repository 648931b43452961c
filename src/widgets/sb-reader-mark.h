/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib-object.h>

#include "sb-kind.h"

G_BEGIN_DECLS

/* What a name in a text is one of; each kind has a line of its own below it. */
typedef enum
{
  SB_READER_MARK_ACTOR,
  SB_READER_MARK_PERSON,
  SB_READER_MARK_PLACE,
  SB_READER_MARK_ROUTE,
  SB_READER_MARK_INSTRUMENT,
  SB_READER_MARK_DATE,
} SbReaderMarkKind;

#define SB_N_READER_MARKS (SB_READER_MARK_DATE + 1)

/**
 * SbReaderMark:
 * @start: in characters of the document's text
 * @end: behind the last one
 * @record: what is named; 0 for no record
 * @name: (owned) (nullable) what it is called; of a date, its EDTF expression
 * @is_known: or found by what stands around it
 *
 * A name or a date that a text has, where it has it.
 */
typedef struct
{
  SbReaderMarkKind kind;
  guint start;
  guint end;
  SbKind record_kind;
  gint64 record;
  char *name;
  gboolean is_known;
} SbReaderMark;

SbReaderMark *sb_reader_mark_new (SbReaderMarkKind kind,
                                  guint start,
                                  guint end) G_GNUC_WARN_UNUSED_RESULT;
void sb_reader_mark_free (SbReaderMark *self);

/* Reads "actor", "person", "place" and so on; FALSE for another word. */
gboolean sb_reader_mark_kind_parse (const char *name,
                                    SbReaderMarkKind *kind);
/* "Actor", "Place", in the language of the interface; static. */
const char *sb_reader_mark_kind_get_label (SbReaderMarkKind kind);

/* The mark at the character @at of @marks (element-type SbReaderMark), which are in the
 * order of the text and do not overlap; NULL for none. Borrowed. */
const SbReaderMark *sb_reader_marks_find (GPtrArray *marks,
                                          guint at);
/* The position of the first one that ends behind @at. */
guint sb_reader_marks_seek (GPtrArray *marks,
                            guint at);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbReaderMark, sb_reader_mark_free)

G_END_DECLS
