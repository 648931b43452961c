/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-vocabulary.h"

G_BEGIN_DECLS

typedef struct _SbField SbField;
typedef struct _SbSchema SbSchema;

/**
 * SbFieldType:
 *
 * What a field holds, and how it is stored: in SQL by one column of the
 * field's name but where said otherwise, in JSON by one member.
 */
typedef enum
{
  SB_FIELD_TEXT, /* a string in no particular language */
  SB_FIELD_BILINGUAL, /* SbBilingual; SQL name_fr, name_en; JSON {"fr","en"} */
  SB_FIELD_DATE, /* SbDate; SQL name, name_text, name_first, name_last;
                         JSON {"edtf","text"} */
  SB_FIELD_TIME, /* seconds since 1970 UTC; JSON ISO 8601 */
  SB_FIELD_INTEGER, /* gint64, may be unset */
  SB_FIELD_REAL, /* double, may be unset */
  SB_FIELD_BOOLEAN,
  SB_FIELD_TERM, /* a value of the field's vocabulary; stored by name */
  SB_FIELD_REF, /* SbRef; SQL: the id of the record; JSON {"id","kind","uuid",
                    "fr","en"} */
  SB_FIELD_LIST, /* records of the field's item schema; SQL: a child table */
} SbFieldType;

typedef enum
{
  SB_FIELD_DEFAULT = 0,
  SB_FIELD_REQUIRED = 1 << 0,
  SB_FIELD_DERIVED = 1 << 1, /* read with the record, never written */
  SB_FIELD_BOOKKEEPING = 1 << 2, /* of the running of things, not of what is
                                    known (when a feed was polled, whether a
                                    document was read): a change of it alone is
                                    no part of the history, and undoing leaves
                                    it as it is */
  SB_FIELD_ONCE_TEXT = 1 << 3, /* a bilingual one that was a text: histories and
                                  older dossiers have it so */
} SbFieldFlags;

/**
 * SbField:
 *
 * One field: the only place where it is described. Storage, JSON, history,
 * forms and printing all read this table.
 */
struct _SbField
{
  const char *name; /* snake_case: the column, the JSON member */
  SbFieldType type;
  SbFieldFlags flags;
  const SbVocabulary *vocabulary; /* of a term */
  int target; /* SbKind of a reference; 0 for any */
  const SbSchema *item; /* of a list */
  const char *label; /* English, marked with N_(); shown beside */
};

struct _SbSchema
{
  int kind; /* SbKind; SB_KIND_NONE for the items of a list */
  const char *name; /* the kind's name, or the child table's */
  const SbField *fields;
  guint n_fields;
  int title; /* the field that names a record; -1 for none */
};

/* The index of the field called @name; -1 when there is none. */
int sb_schema_find (const SbSchema *self,
                    const char *name);

G_END_DECLS
