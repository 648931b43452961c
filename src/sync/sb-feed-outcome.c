/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sync"

#include "config.h"

#include "sb-feed-outcome.h"

#include "sb-error-text.h"
#include "sb-feeds-error.h"
#include "sb-services-error.h"
#include "sb-translate.h"

G_DEFINE_BOXED_TYPE (SbFeedOutcome, sb_feed_outcome, sb_feed_outcome_copy, sb_feed_outcome_free)

SbFeedOutcome *
sb_feed_outcome_new (void)
{
  return g_new0 (SbFeedOutcome, 1);
}

SbFeedOutcome *
sb_feed_outcome_copy (const SbFeedOutcome *self)
{
  SbFeedOutcome *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->title = g_strdup (self->title);
  copy->url = g_strdup (self->url);
  copy->error_code = g_strdup (self->error_code);
  copy->error_message = g_strdup (self->error_message);
  return copy;
}

void
sb_feed_outcome_free (SbFeedOutcome *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->title);
  g_free (self->url);
  g_free (self->error_code);
  g_free (self->error_message);
  g_free (self);
}

/* The error that @code is the name of; NULL when it is none. */
static GError *
make_error (const char *code,
            const char *message)
{
  SbFeedsError feeds_code;

  if (sb_feeds_error_find (code, &feeds_code))
    return g_error_new_literal (SB_FEEDS_ERROR, (int) feeds_code, message);

  for (int i = 0; i < SB_N_SERVICES_ERRORS; i++)
    if (g_str_equal (sb_services_error_get_name (i), code))
      return g_error_new_literal (SB_SERVICES_ERROR, i, message);

  return NULL;
}

static char *
word_reason (SbFeedState state,
             const char *code,
             const char *message,
             SbLanguage language)
{
  g_autoptr (GError) error = NULL;

  if (code == NULL)
    return state == SB_FEED_STATE_EMPTY ? g_strdup (sb_translate (language, "The feed has no entries.")) : NULL;

  error = make_error (code, message != NULL ? message : code);
  if (error != NULL)
    return sb_error_text (error, language);

  return g_strdup (message != NULL ? message : code);
}

char *
sb_feed_outcome_dup_reason (const SbFeedOutcome *self,
                            SbLanguage language)
{
  g_return_val_if_fail (self != NULL, NULL);

  return word_reason (self->state, self->error_code, self->error_message, language);
}

char *
sb_feed_dup_reason (SbRecord *feed,
                    SbLanguage language)
{
  return word_reason (sb_record_get_term (feed, SB_FEED_STATE, SB_FEED_STATE_NEW),
                      sb_record_get_text (feed, SB_FEED_ERROR_CODE), sb_record_get_text (feed, SB_FEED_ERROR_MESSAGE),
                      language);
}
