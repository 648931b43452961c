/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-record.h"

G_BEGIN_DECLS

#define SB_RECORD_ERROR (sb_record_error_quark ())

/**
 * SbRecordError:
 * @SB_RECORD_ERROR_MISSING: a required field has no value
 * @SB_RECORD_ERROR_RANGE: a value is outside of what it can be
 * @SB_RECORD_ERROR_ORDER: an end lies before its beginning
 * @SB_RECORD_ERROR_REFERENCE: a reference is to the wrong kind, or to itself
 * @SB_RECORD_ERROR_SCALE: a likelihood without a scale, or not a band of it
 * @SB_RECORD_ERROR_SPEAKER: a statement of nobody, named or described
 * @SB_RECORD_ERROR_POSITION: a latitude without a longitude, or the reverse
 */
typedef enum
{
  SB_RECORD_ERROR_MISSING,
  SB_RECORD_ERROR_RANGE,
  SB_RECORD_ERROR_ORDER,
  SB_RECORD_ERROR_REFERENCE,
  SB_RECORD_ERROR_SCALE,
  SB_RECORD_ERROR_SPEAKER,
  SB_RECORD_ERROR_POSITION,
} SbRecordError;

GQuark sb_record_error_quark (void);

/* Whether the record may be stored: required fields, latitude and longitude,
 * fatalities and other low–high pairs in order, beginnings not surely after
 * their ends, a likelihood that is a band of its scale, references of the right
 * kind. What a month or a year leaves open is not held against it. The message
 * is English and names the field; the reader's sentence goes by the code. */
gboolean sb_record_validate (SbRecord *self,
                             GError **error);

G_END_DECLS
