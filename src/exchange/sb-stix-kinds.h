/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-stix-writer.h"

G_BEGIN_DECLS

/* What becomes of each kind of record (docs/exports.md). The order of the calls
 * is that of the table in sb-export-stix.c: an object names others that are
 * there, and documents come last, because they hold what rests on them. */

typedef gboolean (*SbStixWriteFunc) (SbStixWriter *self,
                                     SbRecord *record,
                                     GError **error);

/* Each writes the objects of one record, unless they are there. */
gboolean sb_stix_write_actor (SbStixWriter *self,
                              SbRecord *actor,
                              GError **error);
gboolean sb_stix_write_relation (SbStixWriter *self,
                                 SbRecord *relation,
                                 GError **error);
gboolean sb_stix_write_alliance (SbStixWriter *self,
                                 SbRecord *alliance,
                                 GError **error);
gboolean sb_stix_write_place (SbStixWriter *self,
                              SbRecord *place,
                              GError **error);
gboolean sb_stix_write_control (SbStixWriter *self,
                                SbRecord *control,
                                GError **error);
gboolean sb_stix_write_event (SbStixWriter *self,
                              SbRecord *event,
                              GError **error);
gboolean sb_stix_write_restriction (SbStixWriter *self,
                                    SbRecord *restriction,
                                    GError **error);
gboolean sb_stix_write_instrument (SbStixWriter *self,
                                   SbRecord *instrument,
                                   GError **error);
gboolean sb_stix_write_scenario (SbStixWriter *self,
                                 SbRecord *scenario,
                                 GError **error);
gboolean sb_stix_write_indicator (SbStixWriter *self,
                                  SbRecord *indicator,
                                  GError **error);
gboolean sb_stix_write_claim (SbStixWriter *self,
                              SbRecord *claim,
                              GError **error);
gboolean sb_stix_write_figure (SbStixWriter *self,
                               SbRecord *figure,
                               GError **error);
gboolean sb_stix_write_judgement (SbStixWriter *self,
                                  SbRecord *judgement,
                                  GError **error);
gboolean sb_stix_write_recommendation (SbStixWriter *self,
                                       SbRecord *recommendation,
                                       GError **error);
gboolean sb_stix_write_zone (SbStixWriter *self,
                             SbRecord *zone,
                             GError **error);
gboolean sb_stix_write_drawing (SbStixWriter *self,
                                SbRecord *drawing,
                                GError **error);
gboolean sb_stix_write_source (SbStixWriter *self,
                               SbRecord *source,
                               GError **error);
gboolean sb_stix_write_document (SbStixWriter *self,
                                 SbRecord *document,
                                 GError **error);

/* The id of the object of a record, which is written if it is not there; *@id is
 * NULL when @ref is, or when there is none. */
gboolean sb_stix_need_actor (SbStixWriter *self,
                             SbRef *ref,
                             char **id,
                             GError **error);
gboolean sb_stix_need_place (SbStixWriter *self,
                             SbRef *ref,
                             char **id,
                             GError **error);
gboolean sb_stix_need_source (SbStixWriter *self,
                              SbRef *ref,
                              char **id,
                              GError **error);
gboolean sb_stix_need_scenario (SbStixWriter *self,
                                SbRef *ref,
                                char **id,
                                GError **error);

/* Adds to @ids that of the object of any record, unless it is among them already.
 * Actors, places, sources and scenarios are written if need be; what else is not in
 * the bundle adds nothing. */
gboolean sb_stix_need_any (SbStixWriter *self,
                           SbRef *ref,
                           GPtrArray *ids,
                           GError **error);

G_END_DECLS
