/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-article-intake.h"
#include "sb-cli.h"
#include "sb-evidence.h"
#include "sb-merge.h"

G_BEGIN_DECLS

/* How many records of a kind are named that have to do with the one shown. */
#define SB_CLI_SHOWN_MAX 10

/* A record with all that is shown of it. */
typedef struct
{
  SbStore *store; /* (unowned) for the names of what has none of its own */
  SbRecord *record; /* (owned) */
  GPtrArray *evidence; /* (owned) (element-type SbRecord) of sb_evidence_schema */
  SbSourceCounts sources;
  GPtrArray *versions; /* (owned) (element-type SbRecord) of one question with it */
  GPtrArray *referrers; /* (owned) (element-type SbRecord) of sb_referrer_schema */
  GPtrArray *members; /* (owned) (element-type SbRecord) as above, of a dossier */
  GPtrArray *merges; /* (owned) (element-type SbMerge) into it */
  GPtrArray *blocks; /* (owned) (nullable) (element-type SbBlock) of a document */
  SbArticle *article; /* (owned) (nullable) of a document whose page was asked for */
  GPtrArray *group; /* (owned) (nullable) (element-type SbRecord) of a document: the
                       first of its group and all that republishes that; empty when
                       it is alone */
  GArray *fetched; /* (owned) (nullable) (element-type gint64) of a document: what its
                      attachments were fetched as */
  GPtrArray *roles; /* (owned) (nullable) (element-type SbBilingual) (nullable
                       elements) one a statement of a claim: the office that
                       the speaker held that day, where none is written */
} SbCliShown;

/* The role of a statement; NULL where none is known. */
SbBilingual *sb_cli_shown_get_role (const SbCliShown *self,
                                    guint statement);

/* "B2" of a piece of evidence. */
char *sb_cli_format_grade (SbRecord *evidence) G_GNUC_WARN_UNUSED_RESULT;

/* sb-cli-republication.c: lists of the documents of a group. */
void sb_cli_print_group (GPtrArray *group);
JsonArray *sb_cli_write_group (GPtrArray *group) G_GNUC_WARN_UNUSED_RESULT;
/* The group of @document, the first one first; empty when it is alone, NULL on
 * error. (element-type SbRecord) */
GPtrArray *sb_cli_list_group (SbStore *store,
                              SbRecord *document,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* sb-cli-merge.c: a merge as JSON. */
void sb_cli_add_merge (JsonBuilder *builder,
                       const SbMerge *merge);

/* sb-cli-show-json.c */
void sb_cli_print_shown_json (const SbCliShown *self);

G_END_DECLS
