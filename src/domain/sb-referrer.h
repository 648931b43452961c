/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-kind.h"

G_BEGIN_DECLS

/* A record that has to do with another one: it names it, rests on it, or holds
 * it as a dossier; or is held by it. Read from the catalogue, some of each kind;
 * not stored as such. */

typedef enum
{
  SB_REFERRER_RECORD,
  SB_REFERRER_TOTAL, /* how many there are of its kind */
} SbReferrerField;

extern const SbSchema sb_referrer_schema;

G_END_DECLS
