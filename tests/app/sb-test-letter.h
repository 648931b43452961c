/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-briefings-page-private.h"
#include "sb-sheet-view.h"
#include "sb-test-desk.h"

G_BEGIN_DECLS

/* The block of it whose text is its author's own. */
#define SB_TEST_LETTER_BLOCK "introduction"

/* The letter on Mali of the sample dossier as it is written: open on the page of
 * briefings of a window, in French, composed. For tests that were begun by
 * sb_test_desk_init(). */
typedef struct
{
  SbApplication *application; /* (owned) */
  SbWindow *window;
  SbBriefingsPage *page;
} SbTestLetter;

void sb_test_letter_open (SbTestLetter *letter);
void sb_test_letter_close (SbTestLetter *letter);

/* Until the pages show what was edited, and until that is in the catalogue. */
void sb_test_letter_wait_until_composed (SbTestLetter *letter);
void sb_test_letter_wait_until_stored (SbTestLetter *letter);

SbTextEditor *sb_test_letter_get_editor (SbTestLetter *letter,
                                         SbLanguage language);
/* The sheets that are shown now, in French. */
SbSheets *sb_test_letter_get_sheets (SbTestLetter *letter);
/* The view of one of them; NULL before there is one. It draws itself when it is seen. */
SbSheetView *sb_test_letter_get_sheet_view (SbTestLetter *letter,
                                            guint sheet);
gboolean sb_test_letter_is_drawn (SbTestLetter *letter,
                                  guint sheet);

/* What is stored of it, read by a connection of its own. */
SbRecord *sb_test_letter_read (SbTestLetter *letter) G_GNUC_WARN_UNUSED_RESULT;
/* The newest record of that kind, read in the same way; there must be one. */
SbRecord *sb_test_letter_read_newest (SbTestLetter *letter,
                                      SbKind kind) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
