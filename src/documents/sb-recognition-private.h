/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-date-phrase.h"
#include "sb-recogniser.h"
#include "sb-word-class.h"
#include "sb-word-hash.h"

G_BEGIN_DECLS

/* Of spans that overlap, the one of the highest rank stays, then the longest, then
 * the first. */
typedef enum
{
  SB_SPAN_RANK_SUPPOSED, /* is not known, and nothing says what it is */
  SB_SPAN_RANK_GUESSED, /* is not known, and something says what it is */
  SB_SPAN_RANK_KNOWN,
  SB_SPAN_RANK_ROUTE, /* is made of places */
  SB_SPAN_RANK_NOTHING, /* looks like a name and surely is none */
  SB_SPAN_RANK_TOLD, /* the analyst says so */
} SbSpanRank;

/* A name or a date that may be one. */
typedef struct
{
  guint first; /* token */
  guint end; /* behind the last one */
  SbMentionKind kind;
  SbSpanRank rank;
  guint target; /* SB_NAME_TARGET_NONE */
  char *name; /* (owned) (nullable) */
} SbNameSpan;

/* The work on one text. One thread. */
typedef struct
{
  const SbNameSet *names;
  const SbTokens *tokens;
  gboolean is_english;
  SbTextFacts facts;
  GArray *spans; /* (owned) (element-type SbNameSpan) */
  GArray *phrases; /* (owned) (element-type SbDatePhrase) */
  guint *place_ends; /* (owned) by token: the end of the known place that begins
                      * there, 0 for none */
  guint *characters; /* (owned) before each block of the text, see
                      * _sb_recognition_count_characters() */
  guint8 *taken; /* (owned) by token: whether it is in a known name; once spans
                  * are chosen, 1 + kind of the one that it is in */
} SbRecognition;

/* sb-recogniser.c */
void _sb_recognition_add (SbRecognition *self,
                          guint first,
                          guint end,
                          SbMentionKind kind,
                          SbSpanRank rank,
                          guint target);
static inline gboolean
_sb_recognition_has_class (const SbRecognition *self,
                           guint index,
                           guint classes)
{
  return index < self->tokens->n_tokens && (self->tokens->tokens[index].classes & classes) != 0;
}

/* Whether a capitalised word is at @index that may be (part of) a name. */
static inline gboolean
_sb_recognition_is_name_word (const SbRecognition *self,
                              guint index)
{
  const SbToken *token;

  if (index >= self->tokens->n_tokens)
    return FALSE;

  token = &self->tokens->tokens[index];
  return (token->flags & SB_TOKEN_CAPITAL) != 0 && token->length > 1 &&
         (token->classes & (SB_WORD_STOP | SB_WORD_DEMONYM | SB_WORD_TITLE | SB_WORD_COMMON)) == 0;
}

/* Whether the token belongs to the same name as the one before it, by what is
 * between them. */
static inline gboolean
_sb_recognition_is_joined (const SbRecognition *self,
                           guint index)
{
  if (index >= self->tokens->n_tokens || (self->tokens->tokens[index].flags & SB_TOKEN_STARTS_SENTENCE) != 0)
    return FALSE;

  return (self->tokens->tokens[index].gap & ~(SB_GAP_SPACE | SB_GAP_HYPHEN | SB_GAP_APOSTROPHE | SB_GAP_NEWLINE)) == 0;
}

/* What the words from @first to @end are told from others by; never 0. */
static inline guint64
_sb_recognition_hash_words (const SbRecognition *self,
                            guint first,
                            guint end)
{
  guint64 hash = 0;

  for (guint i = first; i < end; i++)
    hash = _sb_word_hash_join (hash, self->tokens->tokens[i].hash);

  return hash;
}

/* Goes on with the word at @index. */
gboolean _sb_recognition_step (const SbRecognition *self,
                               guint index,
                               SbNameStep *step);
/* The name that the words from @first to @end are, all of them; SB_NAME_NONE for
 * none. */
guint _sb_recognition_find_name (const SbRecognition *self,
                                 guint first,
                                 guint end);
/* The characters before the byte @position of the text. */
guint _sb_recognition_count_characters (const SbRecognition *self,
                                        gsize position);

/* Each finds its kind. sb-recognise-….c */
void _sb_recognise_known_names (SbRecognition *self);
void _sb_recognise_dates (SbRecognition *self);
void _sb_recognise_routes (SbRecognition *self);
void _sb_recognise_places (SbRecognition *self);
void _sb_recognise_persons (SbRecognition *self);
void _sb_recognise_actors (SbRecognition *self);
void _sb_recognise_instruments (SbRecognition *self);

/* What needs to know what was chosen. */
void _sb_recognise_surnames (SbRecognition *self);
void _sb_recognise_again (SbRecognition *self);
void _sb_resolve_dates (SbRecognition *self);
/* Says of which country "le Nord" is. */
void _sb_resolve_directions (SbRecognition *self);
/* Says of which country "the N6" is: of roads of the same number, the one whose places
 * the text names. */
void _sb_resolve_routes (SbRecognition *self);
void _sb_propose_candidates (SbRecognition *self,
                             SbMentions *mentions);

G_END_DECLS
