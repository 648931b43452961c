/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <json-glib/json-glib.h>

#include "sb-change-set.h"

G_BEGIN_DECLS

/* What ties two records: evidence {"@kind":"evidence","record","extract",
 * "stance","credibility"} and membership {"@kind":"member","dossier","record"},
 * as lines of a dossier and in the history. */

typedef enum
{
  SB_TIE_EVIDENCE,
  SB_TIE_MEMBER,
} SbTieKind;

typedef struct
{
  SbTieKind kind;
  SbRef *owner; /* (unowned) what rests on the extract, or the dossier */
  SbRef *other; /* (unowned) the extract, or the member */
  const char *stance; /* (unowned) (nullable) names of terms */
  const char *credibility; /* (unowned) (nullable) */
} SbTie;

/* "evidence", "member"; static. */
const char *_sb_tie_kind_get_name (SbTieKind kind);

/* One line of JSON, without its end. */
char *_sb_tie_write (const SbTie *tie) G_GNUC_WARN_UNUSED_RESULT;

typedef enum
{
  SB_TIE_MADE,
  SB_TIE_UNDONE,
} SbTieState;

/* Adds the tie that @object describes, or its removal, to @changes. */
gboolean _sb_tie_add_to (JsonObject *object,
                         SbTieKind kind,
                         SbTieState state,
                         SbChangeSet *changes,
                         GError **error);

G_END_DECLS
