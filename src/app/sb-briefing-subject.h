/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-record-builder.h"
#include "sb-template.h"

G_BEGIN_DECLS

/* What a briefing is called for the region or the actor that it is about. Any thread. */

/* "Thematic note: Kayes": a title for a briefing by @template that is about @subject, a
 * place or an actor; without one the name of the template. */
char *sb_briefing_subject_dup_title (const SbTemplate *template,
                                     SbRecord *subject,
                                     SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;
/* Heads the paper with the name of a country, in capitals; @country is its code. Nothing
 * is changed when that is no country. */
void sb_briefing_subject_set_tag (SbRecordBuilder *builder,
                                  const char *country);

/* @edited, in which titles that were proposed for @before are those for @subject, and the
 * name of a country over the paper is that of the country where the subject lies. What
 * somebody worded stays as it is. */
SbRecord *sb_briefing_subject_rename (SbRecord *edited,
                                      const SbTemplate *template,
                                      SbRecord *before,
                                      SbRecord *subject) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
