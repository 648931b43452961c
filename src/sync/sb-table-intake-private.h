/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-bulk.h"
#include "sb-gazetteer.h"
#include "sb-grade.h"
#include "sb-record-builder.h"
#include "sb-table-intake.h"

G_BEGIN_DECLS

/* Names that the catalogue knows, and those that are made on the way. */
typedef struct _SbActorBook SbActorBook;
typedef struct _SbPlaceBook SbPlaceBook;

/* The text that the extracts of a batch are taken from. */
typedef struct
{
  GPtrArray *blocks; /* (owned) (element-type SbBlock) */
  GString *text; /* (owned) the blocks, joined */
  guint length; /* of it, in characters */
  GArray *quotes; /* (owned) of what is to be lifted from it */
  guint first_line; /* of the rows in it */
  guint last_line;
} SbIntakeText;

typedef struct
{
  SbStore *store; /* (unowned) */
  const SbTableIntakeRequest *request; /* (unowned) */
  SbImportResult *result; /* (unowned) */
  GCancellable *cancellable; /* (unowned) (nullable) */
  SbBulk *bulk; /* (owned) */
  SbChangeSet *changes; /* (owned) the batch */
  guint n_changes; /* in it */
  guint n_steps; /* rows so far */
  SbGazetteer *gazetteer; /* (owned) */
  SbActorBook *actors; /* (owned) */
  SbPlaceBook *places; /* (owned) */
  SbIntakeText text;
  SbRef *publisher; /* (owned) (nullable) who made the table */
  SbCredibility credibility; /* of each item */
  GHashTable *sources; /* (owned) folded names to SbRef */
  GHashTable *seen; /* (owned) UUIDs of the file so far */
} SbIntake;

/* The UUID (version 8, RFC 9562) of what is known by @key: the same in every
 * catalogue. */
char *_sb_intake_make_uuid (const char *kind,
                            const char *key) G_GNUC_WARN_UNUSED_RESULT;

/* Writes down that a row was not taken. */
void _sb_intake_reject (SbIntake *self,
                        guint line,
                        const char *reason);
/* Stores the batch when it is large enough, or @is_last. FALSE when cancelled as
 * well. */
gboolean _sb_intake_flush (SbIntake *self,
                           gboolean is_last,
                           GError **error);
/* Adds @record to the batch and counts it: as new, or as updated or unchanged
 * compared with @stored (nullable). TRUE when it was added to the batch. */
gboolean _sb_intake_put (SbIntake *self,
                         SbRecord *record,
                         SbRecord *stored);
/* The source called @name; made if there is none. NULL on error. */
SbRef *_sb_intake_find_source (SbIntake *self,
                               const char *name,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* sb-intake-text.c: an extract of what @paragraph says from the character @start
 * on, which @event rests on. */
void _sb_intake_text_init (SbIntakeText *self);
void _sb_intake_text_clear (SbIntakeText *self);
void _sb_intake_text_add (SbIntakeText *self,
                          const char *paragraph,
                          guint start,
                          const char *uuid,
                          const char *note,
                          const char *tags,
                          guint line);
/* Adds the document and its extracts to the batch. */
void _sb_intake_text_end (SbIntake *intake);

/* sb-intake-actors.c */
SbActorBook *_sb_actor_book_new (SbStore *store,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
void _sb_actor_book_free (SbActorBook *self);
/* The actor that a source calls @name, and of what kind it says it is (@inter,
 * nullable). One that nobody knows is made and added to @changes; without these it
 * is NULL. */
SbRef *_sb_actor_book_find (SbActorBook *self,
                            const char *name,
                            const char *inter,
                            SbChangeSet *changes) G_GNUC_WARN_UNUSED_RESULT; /* (nullable) */

/* sb-intake-places.c */
typedef struct
{
  const char *name; /* (nullable): then the area is meant */
  const char *admin1; /* (nullable) */
  const char *admin2; /* (nullable) */
  const char *country; /* (nullable) ISO 3166-1 alpha-2 */
  gboolean has_position;
  SbPosition position;
  SbPlacePrecision precision;
  SbRef *preferred; /* (nullable) of several that it may be; so that the next import
                       finds what the last one did */
} SbSoughtPlace;

SbPlaceBook *_sb_place_book_new (SbStore *store,
                                 SbGazetteer *gazetteer,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
void _sb_place_book_free (SbPlaceBook *self);
/* The place, made and added to @changes when it is not there; NULL when nothing
 * says where. */
SbRef *_sb_place_book_find (SbPlaceBook *self,
                            const SbSoughtPlace *sought,
                            SbChangeSet *changes) G_GNUC_WARN_UNUSED_RESULT;
/* The area of that name, if it is known; (nullable). */
SbRef *_sb_place_book_find_area (SbPlaceBook *self,
                                 const char *name,
                                 const char *country,
                                 SbChangeSet *changes) G_GNUC_WARN_UNUSED_RESULT;

/* The place of that number of GeoNames (0 for none) or that p-code (nullable), by which
 * the gazetteer is asked as well; (nullable). */
SbRef *_sb_place_book_find_code (SbPlaceBook *self,
                                 gint64 geonames,
                                 const char *pcode,
                                 SbChangeSet *changes) G_GNUC_WARN_UNUSED_RESULT;
/* Says that the place is in the catalogue, or will be. */
void _sb_place_book_add (SbPlaceBook *self,
                         SbRecord *place);

/* What to do with the rows: sb-intake-events.c and its fellows. */
gboolean _sb_intake_events (SbIntake *self,
                            GError **error);
gboolean _sb_intake_documents (SbIntake *self,
                               GError **error);
gboolean _sb_intake_figures (SbIntake *self,
                             GError **error);
gboolean _sb_intake_places (SbIntake *self,
                            GError **error);

G_END_DECLS
