/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-gazetteer.h"
#include "sb-record.h"
#include "sb-region-shapes.h"

G_BEGIN_DECLS

/**
 * SbPlaceFinder:
 *
 * Places by the beginnings of their names, as one types: those of the catalogue and
 * those of the gazetteer, by name in either language, alias, other spelling and
 * p-code. Filled by one thread, then left alone and asked by any. Reference counted.
 */
typedef struct _SbPlaceFinder SbPlaceFinder;

#define SB_TYPE_PLACE_FINDER (sb_place_finder_get_type ())

GType sb_place_finder_get_type (void);

/**
 * SbFoundPlace:
 * @name: in the language of the finder
 * @matched: (nullable): the name that was typed, when it is another one
 * @context: (nullable): what it lies in, to tell it from others of its name
 * @kind: what it is
 * @bounds: what it takes up: its shape, or about as much as what it is does
 * @ref: (nullable): the record, of one of the catalogue
 * @tag: what it was added with; 0 for those of the catalogue and the gazetteer
 *
 * Borrowed from the finder.
 */
typedef struct
{
  const char *name;
  const char *matched;
  const char *context;
  SbPlaceKind kind;
  SbPosition position;
  SbBounds bounds;
  SbRef *ref;
  guint tag;
} SbFoundPlace;

/**
 * SbNamedPlace:
 * @names: by language; one at least
 * @other_names: (nullable): NULL-terminated
 * @context: (nullable): what it lies in
 * @population: 0 when not known
 * @tag: a number of the caller's, by which it knows the place again
 *
 * A place of neither the catalogue nor the gazetteer, as a stop of a road.
 */
typedef struct
{
  const char *names[SB_N_LANGUAGES];
  const char *const *other_names;
  const char *context;
  SbPlaceKind kind;
  SbPosition position;
  gint64 population;
  guint tag;
} SbNamedPlace;

/* Names are given back in @language. @shapes (nullable) tell how far regions and
 * countries go. */
SbPlaceFinder *sb_place_finder_new (SbLanguage language,
                                    SbRegionShapes *shapes) G_GNUC_WARN_UNUSED_RESULT;
SbPlaceFinder *sb_place_finder_ref (SbPlaceFinder *self);
void sb_place_finder_unref (SbPlaceFinder *self);

/* Adds a place of the catalogue; one without a position is left out. Places of the
 * catalogue go before the gazetteer: one of it that has the key of a record, or the
 * name of one within 10 km, is the same place. */
void sb_place_finder_add_record (SbPlaceFinder *self,
                                 SbRecord *place);
void sb_place_finder_add_gazetteer (SbPlaceFinder *self,
                                    SbGazetteer *gazetteer);
/* Adds a place, whether or not there is another of its name. */
void sb_place_finder_add_named (SbPlaceFinder *self,
                                const SbNamedPlace *place);
/* All was added: from now on it can be asked, and not added to. */
void sb_place_finder_finish (SbPlaceFinder *self);

/* About what a place of a kind takes up around @position; -1 for a mere position. */
SbBounds sb_place_get_bounds (SbPosition position,
                              int kind);

/* At most @limit places of which a name, or a word in it, begins with @text: those
 * called exactly so first, then those whose name begins so, then by how often they are
 * meant; each once. (element-type SbFoundPlace) Empty for a text of no letters. */
GArray *sb_place_finder_find (SbPlaceFinder *self,
                              const char *text,
                              guint limit) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbPlaceFinder, sb_place_finder_unref)

G_END_DECLS
