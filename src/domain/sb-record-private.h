/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-record.h"

G_BEGIN_DECLS

/* What a record and its builder share. */

typedef union
{
  char *text; /* (owned) */
  SbBilingual *words; /* (owned) */
  SbDate *date; /* (owned) */
  gint64 integer; /* integers, times, booleans and terms */
  double real;
  SbRef *ref; /* (owned) */
  GPtrArray *items; /* (owned) (element-type SbRecord) */
} SbValue;

struct _SbRecord
{
  GObject parent_instance;

  const SbSchema *schema;
  gint64 id;
  char *uuid; /* (owned) (nullable) */
  gint64 created;
  gint64 changed;
  guint n_extracts;
  gboolean withdrawn;
  char *topic; /* (owned) (nullable) */
  gboolean retained;

  guint64 present; /* a bit a field: whether it has a value */
  SbValue *values; /* (owned) (array length=schema->n_fields) */
};

#define SB_RECORD_MAX_FIELDS 64

/* A record with no value set. */
SbRecord *_sb_record_new (const SbSchema *schema) G_GNUC_WARN_UNUSED_RESULT;

/* Frees the value of a field and marks it unset. */
void _sb_record_clear_field (SbRecord *self,
                             guint field);

/* Gives a field of @self the same value as it has in @other. */
void _sb_record_copy_field (SbRecord *self,
                            SbRecord *other,
                            guint field);

static inline gboolean
_sb_record_is_set (const SbRecord *self,
                   guint field)
{
  return (self->present & (G_GUINT64_CONSTANT (1) << field)) != 0;
}

static inline void
_sb_record_mark_set (SbRecord *self,
                     guint field)
{
  self->present |= G_GUINT64_CONSTANT (1) << field;
}

G_END_DECLS
