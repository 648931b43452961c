/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <json-glib/json-glib.h>

#include "sb-change-set.h"

G_BEGIN_DECLS

/* What ties two records: evidence {"@kind":"evidence","record","extract",
 * "stance","credibility"}, membership {"@kind":"member","dossier","record"} and
 * versions {"@kind":"version","topic","record","retained"}, as lines of a dossier
 * and in the history. */

typedef enum
{
  SB_TIE_EVIDENCE,
  SB_TIE_MEMBER,
  SB_TIE_VERSION,
  SB_N_TIE_KINDS, /* none of them */
} SbTieKind;

typedef struct
{
  SbTieKind kind;
  SbRef *owner; /* (unowned) what rests on the extract, the dossier, or
                   the version */
  SbRef *other; /* (unowned) (nullable) the extract, or the member */
  const char *stance; /* (unowned) (nullable) names of terms */
  const char *credibility; /* (unowned) (nullable) */
  const char *topic; /* (unowned) (nullable) of a version */
  gboolean retained;
} SbTie;

/* "evidence", "member", "version"; static. */
const char *_sb_tie_kind_get_name (SbTieKind kind);
/* SB_N_TIE_KINDS when there is none of that name. */
SbTieKind _sb_tie_kind_parse (const char *name);

/* One line of JSON, without its end. */
char *_sb_tie_write (const SbTie *tie) G_GNUC_WARN_UNUSED_RESULT;

/* The record that the tie is about, and the extract or the dossier at its other
 * end, NULL when it has none. */
gboolean _sb_tie_read_ends (JsonObject *object,
                            SbRef **record,
                            SbRef **other,
                            GError **error);

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
