/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-briefing-input.h"
#include "sb-template.h"

G_BEGIN_DECLS

/* What a briefing is about, and whether a record is about that. */

/* The region that was named, by @input or else by @template; or the first-level region
 * that most figures, events, judgements and restrictions are about; NULL when there is
 * none. */
SbRecord *_sb_focus_find_place (const SbTemplate *template,
                                const SbBriefingInput *input) G_GNUC_WARN_UNUSED_RESULT;
/* The same of the actor, or the armed group with the most events. */
SbRecord *_sb_focus_find_actor (const SbTemplate *template,
                                const SbBriefingInput *input) G_GNUC_WARN_UNUSED_RESULT;
/* A record of %SB_KIND_PLACE or %SB_KIND_ACTOR by its UUID, its key in the gazetteer or
 * one of its names. Borrowed; NULL when none is called so. */
SbRecord *_sb_focus_find_named (const SbBriefingInput *input,
                                SbKind kind,
                                const char *word);

/* Whether @ref is @place or lies in it, as far as the places that were added tell. */
gboolean _sb_focus_lies_in (const SbBriefingInput *input,
                            const SbRef *ref,
                            SbRecord *place);
gboolean _sb_focus_concerns_place (const SbBriefingInput *input,
                                   SbRecord *record,
                                   SbRecord *place);
gboolean _sb_focus_concerns_actor (SbRecord *record,
                                   SbRecord *actor);
/* A judgement on a place in another country than most events are in. */
gboolean _sb_focus_is_abroad (const SbBriefingInput *input,
                              SbRecord *record);

G_END_DECLS
