/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-word-bits.h"

G_BEGIN_DECLS

/* What a word does around names, in French or in English. */
typedef enum
{
  SB_WORD_STOP = 1 << 0, /* a small word, or one that begins sentences: no name */
  SB_WORD_TITLE = 1 << 1, /* stands before the name of a person: "général" */
  SB_WORD_DEMONYM = 1 << 2, /* "Maliens", "Malian" */
  SB_WORD_BODY = 1 << 3, /* what bodies are called: "Mouvement", "Union" */
  SB_WORD_PLACE_NOUN = 1 << 4, /* "ville", "village", "region" */
  SB_WORD_SPEECH = 1 << 5, /* "said", "estime" */
  SB_WORD_COMMON = 1 << 6, /* has a capital now and then and is no name */
  SB_WORD_NO_BODY = 1 << 7, /* in capitals and no organisation: "PIB" */
  SB_WORD_VESSEL = 1 << 8, /* what is called after places: "bateau" */
  SB_WORD_BODY_TAIL = 1 << 9, /* ends the name of a body: "Institute" */
  SB_WORD_PLACE_PREPOSITION = 1 << 10, /* "à", "near": a place follows */
  SB_WORD_ARTICLE = 1 << 11,
  SB_WORD_PARTICLE = 1 << 12, /* inside the name of a person: "ag", "ben" */
  SB_WORD_ROAD = 1 << 13, /* "axe", "corridor" */
  SB_WORD_RIVERSIDE = 1 << 14, /* "boucle", "rives": a river follows */
  SB_WORD_DATE = 1 << 15, /* is in dates and hardly elsewhere: months, "hier" */
  SB_WORD_BEFORE_DATE = 1 << 16, /* may begin one, if such a word or a number is near */
  SB_WORD_PLACE_TAIL = 1 << 17, /* with a capital, ends the name of a place: "Park" */
  SB_WORD_BODY_NOUN = 1 << 18, /* without one, says what a body is: "société" */
  SB_WORD_CUE = 1 << 19, /* without one, begins what is looked at: "entre", "loi" */
} SbWordClass;

/* The classes of words, as bits; 0 for most of them. Any thread. */
const SbWordBits *_sb_word_get_classes (void);

G_END_DECLS
