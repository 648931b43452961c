/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-record.h"

G_BEGIN_DECLS

/* What ACLED calls things (codebook of 2025, exports of 2025 and later). */

/* A country: its codes of ISO 3166-1, its name and region in ACLED. */
typedef struct
{
  const char *alpha2;
  const char *alpha3;
  guint numeric;
  const char *name;
  const char *region;
} SbAcledCountry;

/* NULL for a country that is not in the table. */
const SbAcledCountry *sb_acled_find_country (const char *alpha2);

/* The names of the type and sub-type of an event, and the kind of disorder. */
typedef struct
{
  const char *event_type;
  const char *sub_event_type;
  const char *disorder_type;
} SbAcledType;

/* Always filled: an event without a sub-type has the one that says the least, and
 * what ACLED does not code is a strategic development. */
SbAcledType sb_acled_get_type (SbRecord *event);

/* The type and sub-type (-1 for none) that ACLED calls so, whatever the case;
 * @sub_event_type may be NULL. FALSE when neither name is one of its. */
gboolean sb_acled_find_type (const char *event_type,
                             const char *sub_event_type,
                             int *type,
                             int *subtype);

/* The eight kinds of actor, by their number; 0 for none. */
typedef enum
{
  SB_ACLED_INTER_NONE,
  SB_ACLED_INTER_STATE_FORCES,
  SB_ACLED_INTER_REBEL_GROUP,
  SB_ACLED_INTER_POLITICAL_MILITIA,
  SB_ACLED_INTER_IDENTITY_MILITIA,
  SB_ACLED_INTER_RIOTERS,
  SB_ACLED_INTER_PROTESTERS,
  SB_ACLED_INTER_CIVILIANS,
  SB_ACLED_INTER_EXTERNAL,
} SbAcledInter;

/* The kind of @actor in an event of the country @alpha2 (nullable). */
SbAcledInter sb_acled_get_inter (SbRecord *actor,
                                 const char *alpha2);
/* "Rebel group"; "" for none. Static. */
const char *sb_acled_inter_get_name (SbAcledInter inter);
/* "State forces-Rebel group", "State forces only", "". */
char *sb_acled_dup_interaction (SbAcledInter first,
                                SbAcledInter second) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
