/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-corridor-network.h"
#include "sb-mention.h"
#include "sb-name-table.h"
#include "sb-record.h"

G_BEGIN_DECLS

/**
 * SbNameSet:
 *
 * What can be recognised in a text: the records of a catalogue, the gazetteer,
 * the roads and the names that ship with the program, each by all that it is
 * called. Records come first; what ships and has a name in common with one of
 * the same kind adds its names to it.
 *
 * It is filled and then ended; from then on it is immutable and safe to share
 * between threads. Reference counted.
 */
typedef struct _SbNameSet SbNameSet;

#define SB_TYPE_NAME_SET (sb_name_set_get_type ())

/* No target. */
#define SB_NAME_TARGET_NONE G_MAXUINT

/* Of a target that is no place. */
#define SB_NAME_NO_PLACE (-1)

/* What names stand for. The strings are the set's. */
typedef struct
{
  SbMentionKind kind;
  gint64 record; /* 0 for none */
  SbKind record_kind;
  const char *names[SB_N_LANGUAGES]; /* never NULL */
  const char *key; /* (nullable) of the gazetteer or the roads */
  int place_kind; /* SbPlaceKind, or SB_NAME_NO_PLACE */
  gboolean is_community; /* of people: English has their name as an adjective too */
  guint weight; /* the larger, the sooner it is meant by a name of several */
} SbNameTarget;

typedef enum
{
  SB_NAME_DEFAULT = 0,
  SB_NAME_EXACT = 1 << 0, /* only as it is written */
  SB_NAME_CAPITALS = 1 << 1, /* only in capitals */
  SB_NAME_WEAK = 1 << 2,
  SB_NAME_SURNAME = 1 << 3, /* of one person alone */
  SB_NAME_ALWAYS = 1 << 4, /* whatever stands around it, because the analyst says so */
  SB_NAME_NEVER = 1 << 5, /* no name, because the analyst says so */
} SbNameFlags;

typedef struct
{
  const char *text;
  guint target;
  guint flags; /* SbNameFlags */
  guint capitals; /* bit by bit, whether its words begin with one */
} SbName;

/* The places that a road goes through, in order. */
typedef struct
{
  guint target;
  const guint *stops;
  guint n_stops;
} SbNameRoute;

GType sb_name_set_get_type (void);

SbNameSet *sb_name_set_new (void) G_GNUC_WARN_UNUSED_RESULT;
SbNameSet *sb_name_set_ref (SbNameSet *self);
void sb_name_set_unref (SbNameSet *self);

/* A set of what ships with the program alone, ended: SB_GEO_ERROR. */
SbNameSet *sb_name_set_new_shipped (GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Takes in an actor, a place, a corridor or an instrument; others are ignored.
 * Corridors after the places on them. */
void sb_name_set_add_record (SbNameSet *self,
                             SbRecord *record);
/* Takes in what ships with the program; after the records. */
void sb_name_set_add_shipped (SbNameSet *self,
                              SbGazetteer *gazetteer,
                              SbCorridorNetwork *network);
/* Takes in what the analyst said once and for all of a text: that it always names
 * @record, one that was taken in, or with 0 that it never names anything. After
 * all else. */
void sb_name_set_add_rule (SbNameSet *self,
                           const char *text,
                           gint64 record);
/* Nothing can be added any more. */
void sb_name_set_end (SbNameSet *self);

/* What follows is for the recogniser, and lives as long as the set. */
const SbNameTable *_sb_name_set_get_table (const SbNameSet *self);
const SbName *_sb_name_set_get_name (const SbNameSet *self,
                                     guint name);
const SbNameTarget *_sb_name_set_get_target (const SbNameSet *self,
                                             guint target);
const SbNameRoute *_sb_name_set_get_routes (const SbNameSet *self,
                                            guint *n_routes);
/* The only person of the folded @surname; SB_NAME_TARGET_NONE for none or
 * several. @is_theirs_alone: whether that surname says who is meant. */
guint _sb_name_set_find_surname (const SbNameSet *self,
                                 const char *surname,
                                 gboolean *is_theirs_alone);
/* Whether people are called so; @word is its hash, see sb-word-hash.h. */
gboolean _sb_name_set_is_given_name (const SbNameSet *self,
                                     guint64 word);
gboolean _sb_name_set_is_surname (const SbNameSet *self,
                                  guint64 word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbNameSet, sb_name_set_unref)

G_END_DECLS
