/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-article-store.h"
#include "sb-store.h"

G_BEGIN_DECLS

/* Records of one kind that lie around what is selected. */
typedef struct
{
  SbKind kind;
  gboolean is_naming; /* documents whose text names it, the newest of them */
  GPtrArray *records; /* (owned) (element-type SbRecord) */
} SbFindingsList;

/**
 * SbFindings:
 *
 * What the catalogue knows of a record and around it, for the inspector. Filled by
 * sb_findings_new(), then left alone; owned by one.
 */
typedef struct
{
  SbRecord *record; /* (owned) (nullable) when it is gone */
  int day; /* from 1970: the one of @on_day */
  GPtrArray *on_day; /* (owned) (element-type SbFindingsList) of a place, as it was then */
  GPtrArray *evidence; /* (owned) (nullable) */
  SbArticle *article; /* (owned) (nullable) of a document whose page was wanted */
  GPtrArray *related; /* (owned) (element-type SbFindingsList) */
  GPtrArray *succession; /* (owned) (nullable) (element-type SbSuccessionStep) of an actor */
  gint64 n_naming; /* documents that name it, all of them */
} SbFindings;

/* Looks up what is known of @ref. Blocks: in the worker. */
SbFindings *sb_findings_new (SbStore *store,
                             SbRef *ref,
                             int day,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
void sb_findings_free (SbFindings *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbFindings, sb_findings_free)

G_END_DECLS
