/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-record.h"

G_BEGIN_DECLS

/* In a text that is indexed, says in which language it goes on, so that one
 * text can hold several: characters that no text is made of. */
typedef enum
{
  SB_TEXT_FRENCH = 1,
  SB_TEXT_ENGLISH = 2,
  SB_TEXT_NAMES = 3, /* of no language: names and numbers; no stems */
  SB_TEXT_ANY = 4, /* of a language that is not known: both stems */
} SbTextMark;

/* What of a record is searched: all that it says in words, in the languages it
 * says it in, and the names of the actors, places and other records that it is
 * about. Marked by SbTextMark for who
 * reads it. */
typedef struct
{
  GString *title; /* (owned) */
  GString *body; /* (owned) */
  guint languages; /* SbSearchLanguages of the record */
  SbTextMark title_mark; /* of what was appended last */
  SbTextMark body_mark;
} SbSearchText;

void _sb_search_text_init (SbSearchText *self);
void _sb_search_text_clear (SbSearchText *self);

/* Puts in all of @record. @language is that of its document, for an extract;
 * NULL for what is not known. */
void _sb_search_text_add_record (SbSearchText *self,
                                 SbRecord *record,
                                 const char *language);

/* Puts in parts; NULL is nothing. */
void _sb_search_text_add_title (SbSearchText *self,
                                SbTextMark mark,
                                const char *text);
void _sb_search_text_add_body (SbSearchText *self,
                               SbTextMark mark,
                               const char *text);

/* How a text with a BCP 47 tag (nullable) is read; notes its language. */
SbTextMark _sb_search_text_note_language (SbSearchText *self,
                                          const char *language);

/* What a record says in words, without its title, as a reader of @language is
 * shown it. */
char *_sb_search_text_dup_plain (SbRecord *record,
                                 SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SbSearchText, _sb_search_text_clear)

G_END_DECLS
