/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-record.h"
#include "sb-template.h"

G_BEGIN_DECLS

/**
 * SbOutline:
 *
 * The blocks of one briefing, in the order in which they print: those of its template,
 * and what the briefing (a record of %SB_KIND_BRIEFING) changes about them. It may put
 * them in another order, hide some, add some that the template lacks, give them other
 * headings and keys, and write their text. Blocks are known by their names.
 *
 * An edit is a pure function: it leaves the outline alone and returns a new record of
 * the briefing, of which a new outline is made. It returns NULL where it cannot be done,
 * as with a name that is not in the outline. What was changed and is as in the template
 * again leaves nothing behind, so that an edit and its reverse give an equal record. A
 * briefing that was issued is not edited: the record that comes back is a draft of its
 * next issue, with the next number and without a time of issue.
 *
 * Immutable and reference counted, safe to share between threads. Making one takes some
 * two milliseconds for the longest template.
 */
typedef struct _SbOutline SbOutline;

#define SB_TYPE_OUTLINE (sb_outline_get_type ())

/* Where what a block prints comes from. */
typedef enum
{
  SB_OUTLINE_FILLED, /* the catalogue, or the program itself (contents, masthead) */
  SB_OUTLINE_WRITTEN, /* a text block: the template or the author */
  SB_OUTLINE_BY_HAND, /* it was filled, and an author's text took the place of that */
} SbOutlineState;

/* One block; borrowed from its outline. */
typedef struct
{
  char *name;
  char *parent; /* (nullable) the columns that it stands in */
  SbTemplateBlockKind kind;
  guint depth; /* 0, or 1 in columns */
  guint level; /* of its heading, 1 to 3 */
  SbBilingual *heading; /* (nullable) */
  SbBilingual *text; /* (nullable) the Markdown that it prints: the author's, else that of
                        the template */
  SbOutlineState state;
  gboolean is_added; /* the template does not have it */
  gboolean is_hidden; /* it, or the columns that it stands in */
  gboolean is_lost; /* the briefing has a text for it, but there is no such block: it
                       does not print until it is added or removed */
  guint missing; /* bits 1 << SbLanguage: of those that the briefing is printed in, the
                    ones in which its heading or its text is missing */
  guint n_comments; /* that are not done */
  char *problem; /* (nullable) what is wrong with the keys that the briefing gives it, in
                    no language: "[map] Extent: “atlantide”". Those of the template are
                    taken then, and an added block does not print */
  SbRecord *section; /* (nullable) what the briefing says about it */
} SbOutlineEntry;

GType sb_outline_get_type (void);

SbOutline *sb_outline_new (SbTemplate *template,
                           SbRecord *briefing) G_GNUC_WARN_UNUSED_RESULT;
SbOutline *sb_outline_ref (SbOutline *self);
void sb_outline_unref (SbOutline *self);

SbRecord *sb_outline_get_briefing (const SbOutline *self);
/* The template that the briefing makes of its own: what composes it. Without blocks when
 * all are hidden. */
SbTemplate *sb_outline_get_template (const SbOutline *self);
/* What is wrong with the settings of the briefing, which are passed over then. */
const char *sb_outline_get_problem (const SbOutline *self); /* (nullable) */

/* In reading order; blocks in columns follow these, and lost ones come last. */
guint sb_outline_get_n_entries (const SbOutline *self);
const SbOutlineEntry *sb_outline_get_entry (const SbOutline *self,
                                            guint position);
const SbOutlineEntry *sb_outline_find (const SbOutline *self,
                                       const char *name); /* (nullable) */
/* Whether a text can take the place of what a block of the kind prints: not of those
 * that have a shape of their own (masthead, cover, back, columns). The cover and the
 * last page print a text under their name beside the rest. */
gboolean sb_outline_can_write (SbTemplateBlockKind kind);
/* The text of a block in @language alone; NULL when it has none. */
const char *sb_outline_get_text (const SbOutline *self,
                                 const char *name,
                                 SbLanguage language);
/* The UUIDs that the texts of all blocks cite, hidden ones too, in any language, each
 * once (element-type utf8). */
GPtrArray *sb_outline_list_citations (const SbOutline *self) G_GNUC_WARN_UNUSED_RESULT;
/* The value of a key of a block, as in a template ("Most", "Order"), and of one of
 * [Template] ("Pages", "Notes"); NULL when neither briefing nor template has it. */
char *sb_outline_dup_key (const SbOutline *self,
                          const char *name,
                          const char *key) G_GNUC_WARN_UNUSED_RESULT;
char *sb_outline_dup_setting (const SbOutline *self,
                              const char *key) G_GNUC_WARN_UNUSED_RESULT;
/* A name for a block that is to be added: "text-2". */
char *sb_outline_dup_free_name (const SbOutline *self,
                                SbTemplateBlockKind kind) G_GNUC_WARN_UNUSED_RESULT;

/* Edits (sb-outline-edit.c). */

/* Puts a block among those of @parent (columns; NULL for the page), before the one that
 * is number @position there once the block itself is taken out; G_MAXUINT for the end. */
SbRecord *sb_outline_move (const SbOutline *self,
                           const char *name,
                           const char *parent,
                           guint position) G_GNUC_WARN_UNUSED_RESULT;
SbRecord *sb_outline_hide (const SbOutline *self,
                           const char *name) G_GNUC_WARN_UNUSED_RESULT;
SbRecord *sb_outline_show (const SbOutline *self,
                           const char *name) G_GNUC_WARN_UNUSED_RESULT;
/* Adds a block under a @name that nothing has yet (letters, digits, "-", "_"), with the
 * lines "Key=value" of @keys (nullable), at a place as for sb_outline_move(). NULL as
 * well when @keys cannot be read. */
SbRecord *sb_outline_add (const SbOutline *self,
                          SbTemplateBlockKind kind,
                          const char *name,
                          const char *keys,
                          const char *parent,
                          guint position) G_GNUC_WARN_UNUSED_RESULT;
/* Takes out a block that was added, or what is left of a lost one, with its comments.
 * A block of the template can only be hidden. */
SbRecord *sb_outline_remove (const SbOutline *self,
                             const char *name) G_GNUC_WARN_UNUSED_RESULT;
/* In one language; NULL or "" gives the block that of the template again. */
SbRecord *sb_outline_set_title (const SbOutline *self,
                                const char *name,
                                SbLanguage language,
                                const char *title) G_GNUC_WARN_UNUSED_RESULT;
/* The same, of Markdown. A block that is filled becomes one that is written by hand, and
 * is filled again when both texts are gone. */
SbRecord *sb_outline_set_text (const SbOutline *self,
                               const char *name,
                               SbLanguage language,
                               const char *text) G_GNUC_WARN_UNUSED_RESULT;
/* From 1 to 3. */
SbRecord *sb_outline_set_level (const SbOutline *self,
                                const char *name,
                                guint level) G_GNUC_WARN_UNUSED_RESULT;
/* @value NULL gives the key the value of the template again, "" takes that away: the block
 * is as if nobody had said anything. A value that the block cannot read is kept and told as
 * its problem. */
SbRecord *sb_outline_set_key (const SbOutline *self,
                              const char *name,
                              const char *key,
                              const char *value) G_GNUC_WARN_UNUSED_RESULT;
/* What would be wrong with the block then, in no language; NULL when all would be well. */
char *sb_outline_dup_key_problem (const SbOutline *self,
                                  const char *name,
                                  const char *key,
                                  const char *value) G_GNUC_WARN_UNUSED_RESULT;
SbRecord *sb_outline_set_setting (const SbOutline *self,
                                  const char *key,
                                  const char *value) G_GNUC_WARN_UNUSED_RESULT;
/* Puts a text by hand in the place of what fills the block. @made is what fills it now,
 * in Markdown: it becomes the text, and is kept to tell later what changed since. */
SbRecord *sb_outline_take_over (const SbOutline *self,
                                const char *name,
                                SbBilingual *made) G_GNUC_WARN_UNUSED_RESULT;
/* Gives a block that was taken over the @text that its author made of the changes
 * (sb_text_difference_new() shows them), or @made itself to drop the author's own, and
 * keeps @made, what fills it now, as what it is made from. */
SbRecord *sb_outline_refresh (const SbOutline *self,
                              const char *name,
                              SbBilingual *text,
                              SbBilingual *made) G_GNUC_WARN_UNUSED_RESULT;
/* Fills the block again; the text by hand is dropped. */
SbRecord *sb_outline_fill (const SbOutline *self,
                           const char *name) G_GNUC_WARN_UNUSED_RESULT;

/* Comments, which are numbered as in the record. @name NULL is all of the briefing,
 * @passage (nullable) the words of the block that it is about. The time is that of the
 * clock. */
SbRecord *sb_outline_add_comment (const SbOutline *self,
                                  const char *name,
                                  const char *author,
                                  const char *passage,
                                  const char *text) G_GNUC_WARN_UNUSED_RESULT;
SbRecord *sb_outline_close_comment (const SbOutline *self,
                                    guint comment) G_GNUC_WARN_UNUSED_RESULT;
SbRecord *sb_outline_reopen_comment (const SbOutline *self,
                                     guint comment) G_GNUC_WARN_UNUSED_RESULT;
SbRecord *sb_outline_remove_comment (const SbOutline *self,
                                     guint comment) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbOutline, sb_outline_unref)

G_END_DECLS
