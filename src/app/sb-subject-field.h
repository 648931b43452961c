/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

#include "sb-catalogue.h"

G_BEGIN_DECLS

/**
 * SbSubjectField:
 *
 * Which region or which actor a briefing is about: a record of the catalogue, chosen by
 * the beginning of its name, or none, which stands for the one that most is known of. A
 * name that is begun and left stands for nothing: what was chosen before comes back. Main
 * thread.
 *
 * Signals: "changed" (SbRecord, nullable: what was chosen before), somebody chose another
 * one, or none; "typed", the text is another one.
 */
#define SB_TYPE_SUBJECT_FIELD (sb_subject_field_get_type ())

G_DECLARE_FINAL_TYPE (SbSubjectField, sb_subject_field, SB, SUBJECT_FIELD, GtkWidget)

/* @kind: %SB_KIND_PLACE or %SB_KIND_ACTOR. Once, before anything else. */
void sb_subject_field_set_up (SbSubjectField *self,
                              SbCatalogue *catalogue,
                              SbKind kind);
/* What stands there while none is chosen; else what a briefing is about then. */
void sb_subject_field_set_hint (SbSubjectField *self,
                                const char *hint);

/* Shows what has the UUID or else the name @word; NULL for none. It is read a little
 * later, and nothing is signalled. What is being typed stays while @word is the same. */
void sb_subject_field_show (SbSubjectField *self,
                            const char *word);
/* Chooses @ref as if somebody had: signals "changed" once it is read. */
void sb_subject_field_choose (SbSubjectField *self,
                              SbRef *ref);

/* What is chosen, as it was read; NULL for none. */
SbRecord *sb_subject_field_get_record (SbSubjectField *self); /* (nullable) */
/* Whether a name is begun that stands for nothing. */
gboolean sb_subject_field_is_undecided (SbSubjectField *self);

G_END_DECLS
