/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-template.h"
#include "sb-vocabulary.h"

G_BEGIN_DECLS

/* What the value of a key of a block is made of; docs/templates.md says how it is
 * written. */
typedef enum
{
  SB_BLOCK_KEY_WORD, /* one word of a vocabulary */
  SB_BLOCK_KEY_WORDS, /* several of them, whose values are bits */
  SB_BLOCK_KEY_ANSWER, /* "yes" or "no" */
  SB_BLOCK_KEY_NUMBER,
  SB_BLOCK_KEY_TEXT,
  SB_BLOCK_KEY_RECORDS, /* kinds of record, in their order */
  SB_BLOCK_KEY_FIGURES, /* UUIDs, in their order */
  SB_BLOCK_KEY_DAY,
  SB_BLOCK_KEY_DAYS,
  SB_BLOCK_KEY_PERIOD,
  SB_BLOCK_KEY_EXTENT,
  SB_BLOCK_KEY_WAYS,
  SB_BLOCK_KEY_PLACES,
  SB_BLOCK_KEY_ACTOR, /* "actor" for that of the briefing, or one by UUID or name */
} SbBlockKeyType;

/**
 * SbBlockKey:
 * @name: in a template, "Most"
 * @label: what the window calls it; English, marked for translation
 * @none: (nullable) the same, of a block without the key; NULL where @fallback says it
 * @words: (nullable) of %SB_BLOCK_KEY_WORD and %SB_BLOCK_KEY_WORDS
 * @fallback: the value without the key: of the vocabulary, its bits, or the number
 * @least: of a number
 * @most: the same
 *
 * A key that a block can be given. Static.
 */
typedef struct
{
  const char *name;
  SbBlockKeyType type;
  const char *label;
  const char *none;
  const SbVocabulary *words;
  int fallback;
  guint least;
  guint most;
} SbBlockKey;

/* (nullable) */
const SbBlockKey *sb_block_key_find (const char *name);

/* Those that blocks of @kind read, in the order in which they are offered (element-type
 * SbBlockKey): what is written or ordered elsewhere, as headings and texts, aside. */
GPtrArray *sb_block_key_list (SbTemplateBlockKind kind) G_GNUC_WARN_UNUSED_RESULT;

/* The kinds of record that "Records" of a block can name, 1 << SbKind. */
guint sb_block_key_get_record_kinds (SbTemplateBlockKind kind);

G_END_DECLS
