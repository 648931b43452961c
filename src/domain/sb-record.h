/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib-object.h>

#include "sb-bilingual.h"
#include "sb-date.h"
#include "sb-kind.h"
#include "sb-ref.h"

G_BEGIN_DECLS

/**
 * SbRecord:
 *
 * One thing that is known, or one item of a list in it: the values of the
 * fields of a schema. Immutable: an edit makes another record by way of an
 * SbRecordBuilder. Safe to share between threads. A list model of records can
 * be shown as it is.
 *
 * Fields are numbered as in the schema; each kind names them in its header
 * (SB_EVENT_DATE in sb-event.h). A getter of the wrong type is a programming
 * error. A NULL record has every field unset, so that lookups can be chained.
 */
#define SB_TYPE_RECORD (sb_record_get_type ())

G_DECLARE_FINAL_TYPE (SbRecord, sb_record, SB, RECORD, GObject)

const SbSchema *sb_record_get_schema (SbRecord *self);
SbKind sb_record_get_kind (SbRecord *self);

/* The number of the record in its catalogue, one series for all kinds; 0 when
 * it is not stored. The UUID stays the same from catalogue to catalogue; NULL
 * for the items of a list. */
gint64 sb_record_get_id (SbRecord *self);
const char *sb_record_get_uuid (SbRecord *self);

/* When it was first stored and last changed; seconds since 1970, 0 if unknown. */
gint64 sb_record_get_created (SbRecord *self);
gint64 sb_record_get_changed (SbRecord *self);

/* How many extracts stand behind the record, whatever their stance; 0 is:
 * unsourced. */
guint sb_record_get_n_extracts (SbRecord *self);

/* TRUE when the source of the record has taken it back. */
gboolean sb_record_is_withdrawn (SbRecord *self);

/* The UUID of the question that the record answers as one of several versions,
 * which may contradict each other; NULL when there is one version only. At most
 * one version of a question is retained by the analyst. */
const char *sb_record_get_topic (SbRecord *self); /* (nullable) */
gboolean sb_record_is_retained (SbRecord *self);

/* What the record is called in @language, or in the other one; never NULL. */
const char *sb_record_get_title (SbRecord *self,
                                 SbLanguage language);
SbRef *sb_record_dup_ref (SbRecord *self) G_GNUC_WARN_UNUSED_RESULT;

/* Whether the field has a value: an empty text or list is none. */
gboolean sb_record_has (SbRecord *self,
                        guint field);

const char *sb_record_get_text (SbRecord *self,
                                guint field); /* (nullable) */
SbBilingual *sb_record_get_bilingual (SbRecord *self,
                                      guint field); /* (nullable) */
/* The text in @language, or else in the other one, or else "". */
const char *sb_record_get_words (SbRecord *self,
                                 guint field,
                                 SbLanguage language);
SbDate *sb_record_get_date (SbRecord *self,
                            guint field); /* (nullable) */
gint64 sb_record_get_time (SbRecord *self,
                           guint field); /* 0 when unset */
gint64 sb_record_get_integer (SbRecord *self,
                              guint field,
                              gint64 fallback);
double sb_record_get_real (SbRecord *self,
                           guint field,
                           double fallback);
gboolean sb_record_get_boolean (SbRecord *self,
                                guint field);
/* The value of the term; @fallback when unset. */
int sb_record_get_term (SbRecord *self,
                        guint field,
                        int fallback);
/* The label of the term in @language, "" when unset. Static. */
const char *sb_record_get_term_label (SbRecord *self,
                                      guint field,
                                      SbLanguage language);
SbRef *sb_record_get_ref (SbRecord *self,
                          guint field); /* (nullable) */
/* The number of items, 0 when unset, and one of them, borrowed. */
guint sb_record_get_n_items (SbRecord *self,
                             guint field);
SbRecord *sb_record_get_item (SbRecord *self,
                              guint field,
                              guint position);

/* The same schema, identity and values. Times of storing are not compared. */
gboolean sb_record_equal (SbRecord *a,
                          SbRecord *b);

G_END_DECLS
