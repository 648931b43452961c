/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-store.h"

G_BEGIN_DECLS

/* The pages of an issue in one language. */
typedef struct
{
  SbLanguage language;
  guint n_sheets;
  char *content; /* (owned) what each block prints, JSON: [{"block", "heading", "text"}] */
  char *hash; /* (owned) SHA-256 of the file */
  gsize size; /* of the file, in bytes */
  double page_width; /* in points, as the file says; 0 when it does not */
  double page_height;
  GBytes *pdf; /* (owned) (nullable) the file, of one that is to be stored */
} SbIssueEdition;

/**
 * SbIssue:
 *
 * A briefing as it was issued: the record, its pages, and what the catalogue knew. It is
 * never changed, whatever becomes of the briefing.
 */
typedef struct
{
  guint number; /* from 1 */
  gint64 time; /* seconds since 1970 */
  SbRecord *record; /* (owned) */
  char *hash; /* (owned) SHA-256 of the record as it is stored */
  gint64 history; /* the last unit of work of the history then */
  char *findings; /* (owned) (nullable) what was found and let stand, JSON */
  SbBilingual *reason; /* (owned) (nullable) why it was issued again */
  GPtrArray *editions; /* (owned) (element-type SbIssueEdition) */
} SbIssue;

SbIssue *sb_issue_new (void) G_GNUC_WARN_UNUSED_RESULT;
void sb_issue_free (SbIssue *self);
/* Adds the pages in one language; their hash is made of @pdf. */
void sb_issue_add_edition (SbIssue *self,
                           SbLanguage language,
                           guint n_sheets,
                           const char *content,
                           GBytes *pdf);
/* NULL when it was not issued in @language. */
const SbIssueEdition *sb_issue_find_edition (const SbIssue *self,
                                             SbLanguage language);

/* The number that the next issue of @briefing has: its own, or the one after its last
 * issue; 0 with an error. Blocks, as all below. */
guint sb_issue_store_get_next_number (SbStore *store,
                                      SbRecord *briefing,
                                      GError **error);
/* Freezes @issue, whose record says its number and its time, and makes that record the
 * one of the catalogue, as one unit that is not offered for undoing. What hashes and the
 * history are is found here. Fails with %SB_CATALOGUE_ERROR_INVALID when there is one of
 * that number already. */
gboolean sb_issue_store_add (SbStore *store,
                             const SbIssue *issue,
                             GError **error);
/* All issues of the briefing with this UUID, the first one first; pages without their
 * files (element-type SbIssue). */
GPtrArray *sb_issue_store_list (SbStore *store,
                                const char *briefing,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* One of them; NULL without an error when there is none. */
SbIssue *sb_issue_store_get (SbStore *store,
                             const char *briefing,
                             guint number,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The file of an issue, as it was; NULL without an error when there is none. Fails with
 * %SB_CATALOGUE_ERROR_FORMAT when it is no more what its hash says. */
GBytes *sb_issue_store_get_pdf (SbStore *store,
                                const char *briefing,
                                guint number,
                                SbLanguage language,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* A part of an issue that is not what its hash says. */
typedef struct
{
  guint number;
  gboolean is_record; /* and not pages */
  SbLanguage language; /* of its pages */
} SbIssueDamage;

/* All that is damaged of the issues of the briefing with this UUID, the first one first
 * (element-type SbIssueDamage). */
GArray *sb_issue_store_list_damage (SbStore *store,
                                    const char *briefing,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbIssue, sb_issue_free)

G_END_DECLS
