/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-extraction-private.h"

G_BEGIN_DECLS

/**
 * SbOfficeWriter:
 *
 * Makes blocks out of what the parsers of word processor files meet: like
 * SbBlockBuilder, and tables, of which the cells may hold paragraphs.
 */
typedef struct _SbOfficeWriter SbOfficeWriter;

SbOfficeWriter *_sb_office_writer_new (SbExtraction *extraction) G_GNUC_WARN_UNUSED_RESULT;
void _sb_office_writer_free (SbOfficeWriter *self);

void _sb_office_writer_begin (SbOfficeWriter *self,
                              SbBlockKind kind,
                              guint level);
void _sb_office_writer_end (SbOfficeWriter *self);
void _sb_office_writer_append (SbOfficeWriter *self,
                               const char *text,
                               gssize length);
void _sb_office_writer_append_break (SbOfficeWriter *self);
/* @target: (nullable); a link that is not kept becomes a span without one. */
void _sb_office_writer_open_span (SbOfficeWriter *self,
                                  SbSpanKind kind,
                                  const char *target);
void _sb_office_writer_close_span (SbOfficeWriter *self);

/* Tables within tables become part of the cell that they stand in. */
void _sb_office_writer_begin_table (SbOfficeWriter *self);
void _sb_office_writer_begin_row (SbOfficeWriter *self);
void _sb_office_writer_begin_cell (SbOfficeWriter *self);
void _sb_office_writer_end_table (SbOfficeWriter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbOfficeWriter, _sb_office_writer_free)

G_END_DECLS
