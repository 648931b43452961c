/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SbFormDialog:
 *
 * A dialog that asks for something and does it when it is accepted, which may take
 * its time and may fail: it shows that it is busy, says in place what is wrong, and
 * gives up what is under way when it is closed. A subclass has the form.
 *
 * Properties: "form" (widget, the fields), "accept-label" (string, with its
 * mnemonic), "busy-label" (string), "ready" (boolean: there is enough to accept;
 * TRUE at first). Action: "form.accept".
 *
 * Signal "done" (char *message): it is done and closes; @message says what came of it.
 */
#define SB_TYPE_FORM_DIALOG (sb_form_dialog_get_type ())

G_DECLARE_DERIVABLE_TYPE (SbFormDialog, sb_form_dialog, SB, FORM_DIALOG, AdwWindow)

struct _SbFormDialogClass
{
  AdwWindowClass parent_class;

  /* The user accepts: begin what is asked for. */
  void (*accept) (SbFormDialog *self);
  /* It became busy, or is no longer. May be NULL. Fields are made read-only, not
   * insensitive: the keyboard would lose its place. */
  void (*busy_changed) (SbFormDialog *self);
};

/* Begins what takes its time; it is cancelled by what is returned, which is
 * borrowed, when the dialog is closed. */
GCancellable *sb_form_dialog_begin (SbFormDialog *self);
/* It is over, and something else is to be asked. */
void sb_form_dialog_end (SbFormDialog *self);
/* It failed: says why, unless it was cancelled. */
void sb_form_dialog_fail (SbFormDialog *self,
                          const GError *error);
/* It is done: says so by @message (nullable) and closes. */
void sb_form_dialog_finish (SbFormDialog *self,
                            const char *message);
gboolean sb_form_dialog_is_busy (SbFormDialog *self);

/* What was wrong may be right by now. */
void sb_form_dialog_clear_problem (SbFormDialog *self);
void sb_form_dialog_set_ready (SbFormDialog *self,
                               gboolean is_ready);
/* What it still lacks, as a sentence that is said in place; NULL for nothing. It is ready
 * when nothing is lacking. */
void sb_form_dialog_set_lack (SbFormDialog *self,
                              const char *lack);

G_END_DECLS
