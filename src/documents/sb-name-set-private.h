/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-name-set.h"

G_BEGIN_DECLS

/* What the makers of a set share. */

/* Adds what @target says; its strings are copied. */
guint _sb_name_set_add_target (SbNameSet *self,
                               const SbNameTarget *target);
/* Names @target @text, with the marks of data/names/README.md where @has_marks. */
void _sb_name_set_add_name (SbNameSet *self,
                            guint target,
                            const char *text,
                            guint flags);
/* The target of @kind that a name of it that is not weak leads to;
 * SB_NAME_TARGET_NONE for none. */
guint _sb_name_set_find_target (const SbNameSet *self,
                                SbMentionKind kind,
                                const char *text);
/* The target with a key of the gazetteer or the roads. */
guint _sb_name_set_find_key (const SbNameSet *self,
                             const char *key);
void _sb_name_set_add_route (SbNameSet *self,
                             guint target,
                             const guint *stops,
                             guint n_stops);
void _sb_name_set_add_given_names (SbNameSet *self,
                                   const char *lines);
void _sb_name_set_add_surnames (SbNameSet *self,
                                const char *lines);

/* sb-name-records.c: the record of a place, by its id. */
guint _sb_name_set_find_record (const SbNameSet *self,
                                gint64 record);

G_END_DECLS
