/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-record.h"
#include "sb-statement.h"

G_BEGIN_DECLS

/**
 * SbRowReader:
 *
 * Makes records from the rows of a row view (migrations/002.sql), whose columns
 * are named as the fields of a schema. References and lists come as JSON; the
 * same few are read again and again, so what was made of a text is kept and
 * shared. Belongs to one thread.
 *
 * A query that reads many records gives the references in them, and in the items
 * of their lists, as ids: each of those is found once, not made into JSON for
 * every record that names it. What an id stands for may change from one moment
 * to the next, so it is remembered until _sb_row_reader_forget_ids().
 */
typedef struct _SbRowReader SbRowReader;

/* The reference to the record @id, borrowed until the next call; NULL when there
 * is none. */
typedef SbRef *(*SbRowReaderFindFunc) (gint64 id,
                                       gpointer user_data);

SbRowReader *_sb_row_reader_new (SbRowReaderFindFunc find,
                                 gpointer user_data) G_GNUC_WARN_UNUSED_RESULT;
void _sb_row_reader_free (SbRowReader *self);

/* The record in the row that @statement stands on. One with a kind
 * has the columns id, uuid, created, changed, withdrawn and n_extracts too. */
SbRecord *_sb_record_from_row (SbRowReader *self,
                               const SbSchema *schema,
                               SbStatement *statement) G_GNUC_WARN_UNUSED_RESULT;

/* When what they stand for may have changed. */
void _sb_row_reader_forget_ids (SbRowReader *self);

/* A reference as the views give it (any_ref); borrowed until the next call. NULL
 * when the file is damaged. */
SbRef *_sb_row_reader_read_ref (SbRowReader *self,
                                const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbRowReader, _sb_row_reader_free)

G_END_DECLS
