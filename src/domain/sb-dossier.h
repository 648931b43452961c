/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-kind.h"

G_BEGIN_DECLS

/* A named set of all this: a case. */

typedef enum
{
  SB_DOSSIER_TITLE,
  SB_DOSSIER_SUMMARY,
  SB_DOSSIER_FIRST,
  SB_DOSSIER_LAST,
  SB_DOSSIER_COUNTRY,
} SbDossierField;

extern const SbSchema sb_dossier_schema;

G_END_DECLS
