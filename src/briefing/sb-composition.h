/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-page-layout.h"
#include "sb-piece.h"

G_BEGIN_DECLS

/**
 * SbComposition:
 *
 * A whole document in one language, composed and not yet set: its pieces in
 * reading order and what is said about it. Built by one thread, then left
 * alone; reference counted.
 */
typedef struct _SbComposition SbComposition;

#define SB_TYPE_COMPOSITION (sb_composition_get_type ())

/* What is said about a document: in its metadata and at the foot of its pages. */
typedef enum
{
  SB_PROPERTY_TITLE,
  SB_PROPERTY_AUTHOR,
  SB_PROPERTY_SUBJECT,
  SB_PROPERTY_KEYWORDS, /* separated by commas */
  SB_PROPERTY_FOOT, /* left at the foot of each page */
  SB_PROPERTY_MARKING, /* in the middle of the foot */
  SB_PROPERTY_HEAD, /* at the head of each page, where the layout has one */
} SbProperty;

#define SB_N_PROPERTIES (SB_PROPERTY_HEAD + 1)

GType sb_composition_get_type (void);

SbComposition *sb_composition_new (SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;
SbComposition *sb_composition_ref (SbComposition *self);
void sb_composition_unref (SbComposition *self);

/* Takes @piece over. */
void sb_composition_append (SbComposition *self,
                            SbPiece *piece);
void sb_composition_set_property (SbComposition *self,
                                  SbProperty property,
                                  const char *value);

/* %SB_PAGE_LAYOUT_SHEET for one side when it was not set. */
void sb_composition_set_layout (SbComposition *self,
                                SbPageLayoutId layout,
                                gboolean is_duplex);
/* Note number n + 1 when n were added: @text at the foot of the first page that its
 * mark stands on, @short_text at that of further ones. Takes both over. */
void sb_composition_add_note (SbComposition *self,
                              SbRichText *text,
                              SbRichText *short_text);
/* Puts the pieces from @first to the last before the one at @position. */
void sb_composition_move_last (SbComposition *self,
                               guint first,
                               guint position);
/* Takes a piece out. */
/* Puts @piece before the one at @position; takes it over. */
void sb_composition_insert (SbComposition *self,
                            guint position,
                            SbPiece *piece);
void sb_composition_remove (SbComposition *self,
                            guint position);

SbPageLayoutId sb_composition_get_layout (const SbComposition *self);
gboolean sb_composition_is_duplex (const SbComposition *self);
/* The notes at the foot of pages: 0 where marks lead to sources. */
guint sb_composition_get_n_notes (const SbComposition *self);
SbRichText *sb_composition_get_note (const SbComposition *self,
                                     guint number,
                                     gboolean is_short);
SbLanguage sb_composition_get_language (const SbComposition *self);
guint sb_composition_get_n_pieces (const SbComposition *self);
SbPiece *sb_composition_get_piece (const SbComposition *self,
                                   guint position);
/* "" when it was not set. */
const char *sb_composition_get_property (const SbComposition *self,
                                         SbProperty property);
/* The words of all texts. */
guint sb_composition_count_words (const SbComposition *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbComposition, sb_composition_unref)

G_END_DECLS
