/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-record.h"

G_BEGIN_DECLS

/**
 * SbRecordBuilder:
 *
 * Makes a record. Belongs to one thread. Setting a field to nothing (NULL, or
 * sb_record_builder_clear()) unsets it. The setters copy strings and take their
 * own references.
 */
typedef struct _SbRecordBuilder SbRecordBuilder;

SbRecordBuilder *sb_record_builder_new (const SbSchema *schema) G_GNUC_WARN_UNUSED_RESULT;
/* Starts from all that @record holds, its identity included. */
SbRecordBuilder *sb_record_builder_new_from (SbRecord *record) G_GNUC_WARN_UNUSED_RESULT;
void sb_record_builder_free (SbRecordBuilder *self);

const SbSchema *sb_record_builder_get_schema (SbRecordBuilder *self);

void sb_record_builder_set_id (SbRecordBuilder *self,
                               gint64 id);
/* NULL makes a new random one when the record is built, but for list items. */
void sb_record_builder_set_uuid (SbRecordBuilder *self,
                                 const char *uuid);
void sb_record_builder_set_times (SbRecordBuilder *self,
                                  gint64 created,
                                  gint64 changed);
void sb_record_builder_set_withdrawn (SbRecordBuilder *self,
                                      gboolean withdrawn);

/* What sb_record_get_topic() and sb_record_is_retained() tell. Like the number
 * of extracts it is read with the record, not stored with it. */
void sb_record_builder_set_version (SbRecordBuilder *self,
                                    const char *topic,
                                    gboolean is_retained);

void sb_record_builder_set_n_extracts (SbRecordBuilder *self,
                                       guint n_extracts);

void sb_record_builder_clear (SbRecordBuilder *self,
                              guint field);
void sb_record_builder_set_text (SbRecordBuilder *self,
                                 guint field,
                                 const char *text);
void sb_record_builder_set_bilingual (SbRecordBuilder *self,
                                      guint field,
                                      SbBilingual *text);
void sb_record_builder_set_words (SbRecordBuilder *self,
                                  guint field,
                                  const char *fr,
                                  const char *en);
void sb_record_builder_set_date (SbRecordBuilder *self,
                                 guint field,
                                 SbDate *date);
void sb_record_builder_set_time (SbRecordBuilder *self,
                                 guint field,
                                 gint64 seconds);
void sb_record_builder_set_integer (SbRecordBuilder *self,
                                    guint field,
                                    gint64 value);
void sb_record_builder_set_real (SbRecordBuilder *self,
                                 guint field,
                                 double value);
void sb_record_builder_set_boolean (SbRecordBuilder *self,
                                    guint field,
                                    gboolean value);
void sb_record_builder_set_term (SbRecordBuilder *self,
                                 guint field,
                                 int value);
void sb_record_builder_set_ref (SbRecordBuilder *self,
                                guint field,
                                SbRef *ref);
/* Adds an item of the list's schema; takes over the reference. */
void sb_record_builder_take_item (SbRecordBuilder *self,
                                  guint field,
                                  SbRecord *item);

/* The record; the builder is freed. */
SbRecord *sb_record_builder_end (SbRecordBuilder *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbRecordBuilder, sb_record_builder_free)

G_END_DECLS
