/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sync"

#include "config.h"

#include "sb-reading-intake.h"

#include <glib/gi18n-lib.h>

#include "sb-likeness-intake.h"
#include "sb-text-step.h"
#include "sb-text-store.h"

/* Documents whose texts are taken out, and those that are compared meanwhile. */
#define N_DOCUMENTS 1000

/* What is left to do is told by the texts that are not taken out yet. */
static gboolean
report (SbStore *store,
        SbOperation *operation,
        gint64 *n_all,
        GError **error)
{
  gint64 n_left = sb_store_count_waiting_texts (store, error);

  *n_all = MAX (*n_all, n_left);
  if (operation != NULL && n_left > 0)
    sb_operation_report_progress (operation, 1 - (double) n_left / (double) *n_all, _ ("Reading the texts"));
  return n_left >= 0;
}

static gboolean
take_step (SbMentionIntake *names,
           SbStore *store,
           gboolean *goes_on,
           GError **error)
{
  g_autoptr (SbTextStep) texts = _sb_text_step_begin (store, N_DOCUMENTS, error);

  if (texts == NULL || !sb_likeness_intake_step (store, names, N_DOCUMENTS, goes_on, error))
    return FALSE;

  *goes_on |= _sb_text_step_get_n_texts (texts) > 0;
  return _sb_text_step_finish (texts, error);
}

gboolean
sb_reading_intake_run (SbMentionIntake *names,
                       SbStore *store,
                       SbOperation *operation,
                       GError **error)
{
  GCancellable *cancellable = operation != NULL ? sb_operation_get_cancellable (operation) : NULL;
  gboolean goes_on = TRUE;
  gint64 n_all = 0;

  g_return_val_if_fail (names != NULL && SB_IS_STORE (store), FALSE);

  while (goes_on)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) || !report (store, operation, &n_all, error) ||
        !take_step (names, store, &goes_on, error))
      return FALSE;

  /* What waits for a name that changed, and not to be compared. */
  return sb_mention_intake_run (names, store, cancellable, error);
}
