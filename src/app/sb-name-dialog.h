/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-catalogue.h"
#include "sb-form-dialog.h"
#include "sb-name-facts.h"

G_BEGIN_DECLS

/**
 * SbNameDialog:
 *
 * Asks what some words of a text name: a record that is known, or a new one; and has it
 * so in all documents, as a unit of work. Either the words become one of its names, or it is
 * said of them once and for all that they name it.
 */
#define SB_TYPE_NAME_DIALOG (sb_name_dialog_get_type ())

G_DECLARE_FINAL_TYPE (SbNameDialog, sb_name_dialog, SB, NAME_DIALOG, SbFormDialog)

/* @kind: what they seem to be, an actor, a place, a corridor or an instrument. @is_person
 * is for a new actor. @keeps_name: whether the words are offered to become one of its
 * names. */
SbNameDialog *sb_name_dialog_new (SbCatalogue *catalogue,
                                  const char *words,
                                  SbKind kind,
                                  gboolean is_person,
                                  gboolean keeps_name);

G_END_DECLS
