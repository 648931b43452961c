/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-date.h"
#include "sb-kind.h"

G_BEGIN_DECLS

typedef enum
{
  SB_MENTION_ACTOR,
  SB_MENTION_PERSON,
  SB_MENTION_PLACE,
  SB_MENTION_ROUTE,
  SB_MENTION_INSTRUMENT,
  SB_MENTION_DATE,
} SbMentionKind;

#define SB_N_MENTION_KINDS 6

/* "actor", "place" and so on; static. */
const char *sb_mention_kind_get_name (SbMentionKind kind);
gboolean sb_mention_kind_parse (const char *name,
                                SbMentionKind *kind);

/**
 * SbMention:
 * @start: in characters of the text
 * @end: behind the last one
 * @record: the record that is named; 0 for one that no catalogue has
 * @record_kind: its kind. A state may be a record of an actor and is named as a
 *   place all the same
 * @name: (nullable): what it is called, in the language of the text; of a name
 *   that is not known, the name itself; of a date, its EDTF expression, %NULL
 *   when the text does not tell the year
 * @is_known: whether the name was known, as opposed to one that its words and
 *   what stands around it make one
 *
 * Something that a text names, where it does.
 */
typedef struct
{
  SbMentionKind kind;
  guint start;
  guint end;
  gint64 record;
  SbKind record_kind;
  const char *name;
  gboolean is_known;
} SbMention;

/**
 * SbNameCandidate:
 * @name: as the text has it
 * @start: where it first stands, in characters
 * @n_times: how often
 * @has_kind: whether what stands around it says what kind it is
 *
 * What looks like a name and is not known: for the analyst to judge.
 */
typedef struct
{
  const char *name;
  guint start;
  guint end;
  guint n_times;
  gboolean has_kind;
  SbMentionKind kind;
} SbNameCandidate;

/**
 * SbMentions:
 *
 * What one text names, in the order of the text and without overlaps, and the
 * names in it that are not known. Immutable, reference counted, safe between
 * threads.
 */
typedef struct _SbMentions SbMentions;

#define SB_TYPE_MENTIONS (sb_mentions_get_type ())

GType sb_mentions_get_type (void);

SbMentions *sb_mentions_ref (SbMentions *self);
void sb_mentions_unref (SbMentions *self);

/* What they return lives as long as @self. */
const SbMention *sb_mentions_get (const SbMentions *self,
                                  guint *n_mentions);
/* The most frequent first. */
const SbNameCandidate *sb_mentions_get_candidates (const SbMentions *self,
                                                   guint *n_candidates);

/* For who makes them: empty ones, to which mentions are added in the order of
 * the text before they are handed on; strings are copied. */
SbMentions *_sb_mentions_new (void) G_GNUC_WARN_UNUSED_RESULT;
void _sb_mentions_add (SbMentions *self,
                       const SbMention *mention);
void _sb_mentions_add_candidate (SbMentions *self,
                                 const SbNameCandidate *candidate);
/* Puts the candidates in order. */
void _sb_mentions_end (SbMentions *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbMentions, sb_mentions_unref)

G_END_DECLS
