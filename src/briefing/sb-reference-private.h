/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-record.h"

G_BEGIN_DECLS

/* The reference of the document that @evidence is of, as markup, by the rules of
 * @language: Auteur, « Titre », Média, date (en anglais) · Author, “Title”, Medium, date
 * (in French). What was written by hand in @language goes before what its parts make;
 * that in the other language is for a document of which too little is known. The title
 * stays in the language of the work, all else is in that of the edition. */
char *_sb_reference_dup (SbRecord *evidence,
                         SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;
/* "https://… (accessed 3 May 2026)", as markup; NULL where there is no address, or the
 * reference that was written by hand has it. */
char *_sb_reference_dup_address (SbRecord *evidence,
                                 SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;
/* How much of @reference more may be put behind: without its full stop, unless that is
 * one of an abbreviation. */
gsize _sb_reference_get_open_length (const char *reference,
                                     SbLanguage language);

G_END_DECLS
