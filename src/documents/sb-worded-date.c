/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-worded-date.h"

#include <limits.h>
#include <string.h>

#include "sb-date-phrase.h"

SbDate *
sb_worded_date_read (const char *text,
                     int day)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autoptr (SbDate) edtf_date = sb_date_new (stripped, NULL);
  g_autoptr (SbTokens) tokens = NULL;
  g_autofree char *edtf = NULL;
  SbDateContext context = { .reference = day, .is_known = TRUE, .last = INT_MIN };
  SbDatePhrase phrase;

  if (edtf_date != NULL)
    return g_steal_pointer (&edtf_date);

  tokens = _sb_tokens_new (stripped, strlen (stripped));
  /* “le 6 mai”: an article before it is none of its words. */
  for (guint i = 0; i < tokens->n_tokens && i < 2; i++)
    {
      if (!_sb_date_phrase_read (tokens, i, SB_DATE_LANGUAGE_FR | SB_DATE_LANGUAGE_EN, &phrase))
        continue;
      if (phrase.end != tokens->n_tokens)
        return NULL;

      edtf = _sb_date_phrase_resolve (&phrase, &context);
      return edtf != NULL ? sb_date_new (edtf, stripped) : NULL;
    }

  return NULL;
}
