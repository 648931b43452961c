/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-situation-changes.h"

G_BEGIN_DECLS

/* Writes a situation for people, in the language of the interface: a heading for
 * each part, a line for each thing, which ends with what it rests on and where it
 * leads ("restriction 45"). @changes may be NULL. */
void sb_cli_state_print (SbSituationInput *input,
                         SbSituation *situation,
                         SbSituationChanges *changes);

G_END_DECLS
