/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-briefing-input.h"
#include "sb-citations.h"

G_BEGIN_DECLS

/* Records put into the words of a briefing, as markup. */

typedef struct
{
  const SbBriefingInput *input; /* not owned */
  SbCitations *citations; /* not owned; NULL: no marks */
  SbLanguage language;
  guint n_unsourced; /* facts that had no evidence, so far */
  gboolean writes_uuids; /* in the place of marks: [@UUID], as texts cite */
  const char *block; /* not owned; (nullable) that they stand in */
  guint line; /* of its text */
  GPtrArray *lacks; /* not owned; (nullable) (element-type SbLack) what is missing, so far */
} SbWording;

/* What a record lacks. */
typedef enum
{
  SB_LACK_SOURCE,
  SB_LACK_TRANSLATION, /* of a quotation, into the language of the edition */
} SbLackKind;

/* A fact without a source or a quotation that is not translated, and the block and the
 * line that it stands in. */
typedef struct
{
  SbLackKind kind;
  char *block; /* (owned) (nullable) */
  guint line;
  SbRecord *record; /* (owned) */
  char *passage; /* (owned) (nullable) of it, that this is about */
} SbLack;

void _sb_lack_free (gpointer lack);

/* One item: for a record of control, all versions of who holds its place. */
char *_sb_wording_for_record (SbWording *self,
                              SbRecord *record) G_GNUC_WARN_UNUSED_RESULT;

/* TRUE when sources or speakers disagree on what the record says. */
gboolean _sb_wording_is_disputed (const SbBriefingInput *input,
                                  SbRecord *record);

/* @markup with the marks of what supports @record, or the remark that nothing
 * does. */
char *_sb_wording_source (SbWording *self,
                          SbRecord *record,
                          const char *markup) G_GNUC_WARN_UNUSED_RESULT;

/* The same of what several @records (element-type SbRecord) say together: each mark once. */
char *_sb_wording_source_all (SbWording *self,
                              GPtrArray *records,
                              const char *markup) G_GNUC_WARN_UNUSED_RESULT;

/* What stands behind a passage of a text that cites @uuids (element-type utf8): the
 * marks of its sources, and in *@positions, where these or the records disagree,
 * "according to A¹; contradicted by B²" (nullable; owned by the caller). A UUID that
 * nothing has counts in *@n_unknown. */
GArray *_sb_wording_cite (SbWording *self,
                          GPtrArray *uuids,
                          char **positions,
                          guint *n_unknown) G_GNUC_WARN_UNUSED_RESULT;
/* The numbers that the marks of @evidence with a @stance have; each once. */
GArray *_sb_wording_list_numbers (SbWording *self,
                                  GPtrArray *evidence,
                                  int stance) G_GNUC_WARN_UNUSED_RESULT;
/* Notes down what @record, or a @passage of it (nullable), lacks; once for each block. */
void _sb_wording_add_lack (SbWording *self,
                           SbLackKind kind,
                           SbRecord *record,
                           const char *passage);
/* Counts a fact without a source. */
void _sb_wording_add_unsourced (SbWording *self,
                                SbRecord *record);
/* "according to A; denied by B" of the statements of a claim; "" for none. */
char *_sb_wording_dup_positions (SbWording *self,
                                 SbRecord *claim) G_GNUC_WARN_UNUSED_RESULT;
/* "according to A¹, held by X" */
char *_sb_wording_dup_version (SbWording *self,
                               SbRecord *control) G_GNUC_WARN_UNUSED_RESULT;

/* Two kinds that have a file of their own. */
char *_sb_wording_for_claim (SbWording *self,
                             SbRecord *claim) G_GNUC_WARN_UNUSED_RESULT;
char *_sb_wording_for_control (SbWording *self,
                               SbRecord *control) G_GNUC_WARN_UNUSED_RESULT;
/* "held by X", "contested by X", "under the influence of X" */
char *_sb_wording_dup_hold (SbWording *self,
                            SbRecord *control) G_GNUC_WARN_UNUSED_RESULT;
/* Whether somebody had asserted @claim by @day and somebody opposed it. */
gboolean _sb_wording_is_disputed_claim (SbRecord *claim,
                                        int day);
/* The versions of who holds the place of @control, the one retained first
 * (element-type SbRecord). */
GPtrArray *_sb_wording_list_versions (const SbBriefingInput *input,
                                      SbRecord *control) G_GNUC_WARN_UNUSED_RESULT;

/* An event as a sentence of prose: "*25 April 2026.* Summary¹." */
char *_sb_wording_for_event_sentence (SbWording *self,
                                      SbRecord *event) G_GNUC_WARN_UNUSED_RESULT;
/* "likely, 55–80%" of a record with a scale and a band in these fields; NULL when
 * it has none. */
char *_sb_wording_dup_likelihood (SbWording *self,
                                  SbRecord *record,
                                  guint scale_field,
                                  guint band_field) G_GNUC_WARN_UNUSED_RESULT;
/* The names of the places of an event, in a row; "" for none. */
char *_sb_wording_dup_places (SbWording *self,
                              SbRecord *event) G_GNUC_WARN_UNUSED_RESULT;
/* @sentence behind @text, with a full stop and a space between. */
void _sb_wording_append_sentence (GString *text,
                                  const char *sentence);

/* What the text calls an actor: by its short name when it has one. Borrowed from
 * the input; "" for none. */
const char *_sb_wording_get_name (const SbWording *self,
                                  const SbRef *actor);

/* The same within a sentence, with its article where the language wants one: “les autorités
 * militaires”, “le JNIM”; and of any name. */
char *_sb_wording_dup_agent (const SbWording *self,
                             const SbRef *actor) G_GNUC_WARN_UNUSED_RESULT;
char *_sb_wording_name_in_sentence (const char *name,
                                    SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;

/* "a, b and c"; @names (element-type char*). */
char *_sb_wording_join (GPtrArray *names,
                        SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;

/* The names of the sources of @evidence that take @stance, each with its mark;
 * NULL when there are none. */
char *_sb_wording_dup_source_names (SbWording *self,
                                    GPtrArray *evidence,
                                    int stance) G_GNUC_WARN_UNUSED_RESULT;

/* @text without the full stop at its end. */
char *_sb_wording_strip_stop (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
