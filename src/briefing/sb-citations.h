/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-record.h"

G_BEGIN_DECLS

/**
 * SbCitations:
 *
 * The sources of one edition, numbered in the order in which they are first
 * used. Documents of one origin (a republication, a translation) are one
 * source. Belongs to one thread.
 */
typedef struct _SbCitations SbCitations;

SbCitations *sb_citations_new (SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;
void sb_citations_free (SbCitations *self);

/* Where marks lead: to the numbered sources at the end, one for each source, or, when
 * @at_foot, to notes at the foot of pages, one for all the sources of a fact. The same
 * sources and pages one behind the other are the same note; a note that others came
 * behind is called by a new number, so that numbers go up as one reads on. In a note a source is named in full the first
 * time and shortly from then on, never by where it stood before ("ibid."), so that
 * notes may be moved. */
void sb_citations_set_at_foot (SbCitations *self,
                               gboolean at_foot);
/* Whether references end in the grade of their source, "[B]", and notes in that of the
 * item too, "[B2]"; of several passages of one page it is that of the best. */
void sb_citations_set_graded (SbCitations *self,
                              gboolean graded);
/* Whether references end in the address of their document and the day it was fetched. */
void sb_citations_set_addresses (SbCitations *self,
                                 gboolean has_addresses);
gboolean sb_citations_are_at_foot (const SbCitations *self);

/* The number of the source that @evidence (of sb_evidence_schema) comes from. */
guint sb_citations_cite (SbCitations *self,
                         SbRecord *evidence);
/* The number of the note for all of @evidence (element-type SbRecord), not empty. */
guint sb_citations_note (SbCitations *self,
                         GPtrArray *evidence);
/* The number of what was written as a note, as markup: of a note at the foot, else of a
 * source at the end. */
guint sb_citations_cite_words (SbCitations *self,
                               const char *markup);

guint sb_citations_get_n_notes (const SbCitations *self);
/* Note @number, from 1, as markup: in full or, where its mark stands on another page
 * again, with all sources short. */
char *sb_citations_dup_note (const SbCitations *self,
                             guint number,
                             gboolean is_short) G_GNUC_WARN_UNUSED_RESULT;

guint sb_citations_get_n_sources (const SbCitations *self);

/* The reference of source @number, from 1, as markup, by the rules of the
 * edition's language, as it was written in it or as its parts make it: Auteur,
 * « Titre », Média, date · Author, “Title”, Medium, date. */
char *sb_citations_dup_reference (const SbCitations *self,
                                  guint number) G_GNUC_WARN_UNUSED_RESULT;
/* The grade of source @number, "B", where references have one; "" else. */
char *sb_citations_dup_grade (const SbCitations *self,
                              guint number) G_GNUC_WARN_UNUSED_RESULT;
/* What source @number stands for; NULL where it was written by hand. Borrowed. */
SbRecord *sb_citations_get_evidence (const SbCitations *self,
                                     guint number);
const char *sb_citations_get_uri (const SbCitations *self,
                                  guint number); /* (nullable) */

/* @markup with the marks of @numbers (element-type guint) behind its last word:
 * before its full stop in French, after it in English. */
char *sb_citations_append_marks (const char *markup,
                                 GArray *numbers,
                                 SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbCitations, sb_citations_free)

G_END_DECLS
