/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib-object.h>

#include "sb-language.h"
#include "sb-ref.h"

G_BEGIN_DECLS

/* What is found stands under these headings, in this order. */
typedef enum
{
  SB_FIND_COMMANDS,
  SB_FIND_ACTORS,
  SB_FIND_PLACES,
  SB_FIND_EVENTS,
  SB_FIND_CLAIMS,
  SB_FIND_DOCUMENTS,
  SB_FIND_EXTRACTS,
  SB_FIND_BRIEFINGS,
} SbFindSection;

#define SB_N_FIND_SECTIONS (SB_FIND_BRIEFINGS + 1)

/* The heading, in the language of the interface. */
const char *sb_find_section_get_title (SbFindSection section);

/* The kinds of record under it: bits (1 << SbKind); 0 for commands. */
guint sb_find_section_get_kinds (SbFindSection section);

/**
 * SbFindItem:
 *
 * One thing that was found: a record, or a command of the window. Immutable, so that
 * it may be made in a worker.
 */
#define SB_TYPE_FIND_ITEM (sb_find_item_get_type ())

G_DECLARE_FINAL_TYPE (SbFindItem, sb_find_item, SB, FIND_ITEM, GObject)

/* A record; @detail_markup (nullable) is what the line below its title says. */
SbFindItem *sb_find_item_new_record (SbFindSection section,
                                     SbRef *record,
                                     const char *title,
                                     const char *detail_markup) G_GNUC_WARN_UNUSED_RESULT;

/* A command: what it is called, its icon, and its action with its target, as
 * g_action_parse_detailed_name() reads it. */
SbFindItem *sb_find_item_new_command (const char *title,
                                      const char *icon_name,
                                      const char *detailed_action) G_GNUC_WARN_UNUSED_RESULT;

/* A place that no record is of, as one of the gazetteer: @detailed_action, as of a command,
 * shows it. */
SbFindItem *sb_find_item_new_ground (const char *title,
                                     const char *detail_markup,
                                     const char *detailed_action) G_GNUC_WARN_UNUSED_RESULT;

SbFindSection sb_find_item_get_section (SbFindItem *self);
const char *sb_find_item_get_title (SbFindItem *self);
const char *sb_find_item_get_detail (SbFindItem *self); /* (nullable) Pango markup */
const char *sb_find_item_get_icon_name (SbFindItem *self);
SbRef *sb_find_item_get_record (SbFindItem *self); /* (nullable) of a command */
const char *sb_find_item_get_action (SbFindItem *self); /* (nullable) of a record */

/* The words of what was typed, as sb_find_item_is_called() wants them; case, accents
 * and marks do not matter. */
GStrv sb_find_words (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* Whether each of @words begins a word of the title. */
gboolean sb_find_item_is_called (SbFindItem *self,
                                 const char *const *words);

G_END_DECLS
