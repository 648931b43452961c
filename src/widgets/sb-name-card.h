/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

#include "sb-reader-mark.h"
#include "sb-record.h"

G_BEGIN_DECLS

/* What can be wanted of a name. */
typedef enum
{
  SB_NAME_CHOICE_OPEN, /* its dossier, or what else shows all of it */
  SB_NAME_CHOICE_MAP, /* where it is */
  SB_NAME_CHOICE_NEVER, /* these words are no name */
  SB_NAME_CHOICE_CORRECT, /* say what it is */
  SB_NAME_CHOICE_FORGET, /* what was said of these words */
} SbNameChoice;

/**
 * SbNameTold:
 * @words: as they stand in the text
 * @mark: (nullable) what they were found to be
 * @record: (nullable) what they name; stored or not
 * @role: (nullable) the office that a person held when the text was written
 * @n_documents: how many documents name it
 * @n_here: how often this one does
 * @has_rule: whether the analyst has said what these words are
 * @can_write: whether anything can be said
 *
 * What a card tells; all borrowed.
 */
typedef struct
{
  const char *words;
  const SbReaderMark *mark;
  SbRecord *record;
  const char *role;
  guint n_documents;
  guint n_here;
  gboolean has_rule;
  gboolean can_write;
} SbNameTold;

/**
 * SbNameCard:
 *
 * A small card at a name in a text: who or where it is, and what can be done with it.
 * It shows what it is given. While the pointer only rests on the name it takes no
 * keyboard and goes by itself.
 *
 * Signal "chosen" (SbNameChoice): that is wanted; the card has closed.
 */
#define SB_TYPE_NAME_CARD (sb_name_card_get_type ())

G_DECLARE_FINAL_TYPE (SbNameCard, sb_name_card, SB, NAME_CARD, GtkPopover)

GtkWidget *sb_name_card_new (void);

void sb_name_card_set_told (SbNameCard *self,
                            const SbNameTold *told);

/* All that it tells, as one text: for a screen reader. */
char *sb_name_card_dup_text (SbNameCard *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
