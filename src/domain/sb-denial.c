/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-domain"

#include "config.h"

#include "sb-denial.h"

#include "sb-claim.h"
#include "sb-evidence.h"
#include "sb-restriction.h"

gboolean
sb_denial_is_said_by (const SbDate *date,
                      int day)
{
  return date == NULL || sb_date_get_first_day (date) <= day;
}

SbRef *
sb_denial_get_speaker (SbRecord *restriction,
                       int day)
{
  g_return_val_if_fail (restriction != NULL, NULL);

  if (!sb_denial_is_said_by (sb_record_get_date (restriction, SB_RESTRICTION_DENIED_ON), day))
    return NULL;

  return sb_record_get_ref (restriction, SB_RESTRICTION_DENIED_BY);
}

gboolean
sb_denial_is_contradicted (GPtrArray *evidence,
                           int day)
{
  for (guint i = 0; evidence != NULL && i < evidence->len; i++)
    {
      SbRecord *piece = g_ptr_array_index (evidence, i);

      if (sb_record_get_term (piece, SB_EVIDENCE_STANCE, SB_STANCE_SUPPORTS) == SB_STANCE_CONTRADICTS &&
          sb_denial_is_said_by (sb_record_get_date (piece, SB_EVIDENCE_DATE), day))
        return TRUE;
    }

  return FALSE;
}

gboolean
sb_denial_is_disputed (SbRecord *restriction,
                       GPtrArray *evidence,
                       int day)
{
  return sb_denial_get_speaker (restriction, day) != NULL || sb_denial_is_contradicted (evidence, day);
}

SbDate *
sb_denial_get_statement_date (SbRecord *claim,
                              SbRecord *statement)
{
  SbDate *date;

  g_return_val_if_fail (claim != NULL && statement != NULL, NULL);

  date = sb_record_get_date (statement, SB_CLAIM_STATEMENT_DATE);
  return date != NULL ? date : sb_record_get_date (claim, SB_CLAIM_DATE);
}
