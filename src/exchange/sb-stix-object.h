/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-stix-writer.h"

G_BEGIN_DECLS

/* The parts that objects of STIX are put together of, whatever record they are
 * made of. Functions that may fail do so with the errors of the store or of the
 * stream. */

/* What STIX has no property for is in an extension of ours, which each bundle
 * defines. Made at random once; it may never change. */
#define SB_STIX_EXTENSION "extension-definition--5b0e6a3d-2c57-4f6e-9a41-7d8c0f3b1e92"

/* Who defines the extension: the identity that each bundle begins with. As above. */
#define SB_STIX_AUTHOR "identity--9f4c1b7a-80d2-4e35-b6a8-1c5e2d7f0a64"

/* The types that the extension defines. STIX has no word for what binds its parties,
 * for what could come, nor for what would tell of it: its own "indicator" is a
 * pattern that a machine looks for. */
#define SB_STIX_INSTRUMENT "sahelbrief-instrument"
#define SB_STIX_SCENARIO   "sahelbrief-scenario"
#define SB_STIX_INDICATOR  "sahelbrief-indicator"

/* The record that @ref (nullable) names, borrowed as _sb_exporter_look_up() says;
 * *@record is NULL when there is none. */
gboolean sb_stix_look_up (SbStixWriter *self,
                          SbRef *ref,
                          SbRecord **record,
                          GError **error);

/* Opens a member that is a list; json_builder_end_array() closes it. */
void sb_stix_begin_list (JsonBuilder *builder,
                         const char *name);
/* The member "labels" with one label; nothing for NULL. */
void sb_stix_add_label (JsonBuilder *builder,
                        const char *label);
void sb_stix_add_refs (JsonBuilder *builder,
                       GPtrArray *ids); /* (element-type utf8) */
/* The same of a note, which has to be about something: where there is nothing that
 * could be named, about the identity of this program. */
void sb_stix_add_subjects (JsonBuilder *builder,
                           GPtrArray *ids); /* (element-type utf8) */

/* Between these two, members are those of our extension of the object. */
void sb_stix_begin_extension (JsonBuilder *builder);
void sb_stix_end_extension (JsonBuilder *builder);
/* Says of an object that its type is one that our extension defines: its members
 * are its own. */
void sb_stix_add_new_type (JsonBuilder *builder);

/* Members of the values of these fields of @record, named as in dossiers: a text in
 * two languages is two of them (_fr, _en), a date up to four (the expression, _text,
 * _first and _last), a list one of objects. What a field refers to is left out: that
 * is for ties. */
void sb_stix_add_fields (JsonBuilder *builder,
                         SbRecord *record,
                         const guint *fields,
                         guint n_fields);

/* Members of the extension: what is known of a beginning and an end, each of
 * which may be NULL. */
void sb_stix_add_period (JsonBuilder *builder,
                         SbDate *since,
                         SbDate *until);

/* Closes an object of @record and writes it: evidence, and the words in the other
 * language. Takes @builder over. */
gboolean sb_stix_finish (SbStixWriter *self,
                         JsonBuilder *builder,
                         const char *id,
                         SbRecord *record,
                         const SbStixWords *words,
                         GError **error);
/* The same with a confidence from 0 to 100 that somebody told; -1 for that of the
 * evidence. */
gboolean sb_stix_finish_assessed (SbStixWriter *self,
                                  JsonBuilder *builder,
                                  const char *id,
                                  SbRecord *record,
                                  const SbStixWords *words,
                                  int confidence,
                                  GError **error);

/* A relationship of two objects that @record tells of; nothing when one of them is
 * NULL. */
gboolean sb_stix_write_tie (SbStixWriter *self,
                            SbRecord *record,
                            const char *from,
                            const char *type,
                            const char *to,
                            GError **error);

/* A relationship that is a record of its own. */
gboolean sb_stix_write_dated_tie (SbStixWriter *self,
                                  SbRecord *record,
                                  const char *from,
                                  const char *type,
                                  const char *to,
                                  SbDate *since,
                                  SbDate *until,
                                  SbBilingual *summary,
                                  GError **error);

G_END_DECLS
