/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-briefing-input.h"

G_BEGIN_DECLS

/* What a briefing is about, and whether a record is about that. */

/* The region that was named, or the first-level region that most figures, events,
 * judgements and restrictions are about; NULL when there is none. */
SbRecord *_sb_focus_find_place (const SbBriefingInput *input) G_GNUC_WARN_UNUSED_RESULT;
/* The actor that was named, or the armed group with the most events; NULL when there is
 * none. */
SbRecord *_sb_focus_find_actor (const SbBriefingInput *input) G_GNUC_WARN_UNUSED_RESULT;

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
