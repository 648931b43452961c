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

/* Between these two, members are those of our extension of the object. */
void sb_stix_begin_extension (JsonBuilder *builder);
void sb_stix_end_extension (JsonBuilder *builder);

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
