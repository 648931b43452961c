/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <json-glib/json-glib.h>

#include "sb-export.h"

G_BEGIN_DECLS

/**
 * SbExporter:
 *
 * One export while it is being written, and what its format asks of the
 * catalogue.
 */
typedef struct
{
  SbStore *store; /* (unowned) */
  const SbExportRequest *request; /* (unowned) */
  GOutputStream *stream; /* (unowned) */
  SbOperation *operation; /* (unowned) (nullable) */
  GCancellable *cancellable; /* (unowned) (nullable) */
  GHashTable *records; /* (owned) id to SbRecord: what was looked up */
  gint64 n_records; /* written so far */
} SbExporter;

/* What is done with each record of a list. */
typedef gboolean (*SbExportFunc) (SbExporter *self,
                                  SbRecord *record,
                                  gpointer data,
                                  GError **error);

/* Calls @func with each record of @kind that the request asks for. */
gboolean _sb_exporter_each (SbExporter *self,
                            SbKind kind,
                            SbExportFunc func,
                            gpointer data,
                            GError **error);

/* Whether @record lies in the extent of the request, if that has one: a point, a place
 * or a road of it does (sb-export-extent.c). */
gboolean _sb_exporter_is_inside (SbExporter *self,
                                 SbRecord *record,
                                 gboolean *is_inside,
                                 GError **error);

/* The record that @ref names, borrowed; NULL without an error when there is
 * none. It stays until the record that is being written is done. */
SbRecord *_sb_exporter_look_up (SbExporter *self,
                                SbRef *ref,
                                GError **error);

/* What @record rests on, as sb_store_list_evidence(). */
GPtrArray *_sb_exporter_list_evidence (SbExporter *self,
                                       SbRecord *record,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean _sb_exporter_write (SbExporter *self,
                             const char *text,
                             GError **error);
/* Writes @root, which is taken over, on a line of its own, with @before in front
 * of it. */
gboolean _sb_exporter_take_json (SbExporter *self,
                                 const char *before,
                                 JsonNode *root,
                                 GError **error);

/* Members of JSON; NULL and empty texts are left out. */
void _sb_json_add_text (JsonBuilder *builder,
                        const char *name,
                        const char *text);
void _sb_json_add_integer (JsonBuilder *builder,
                           const char *name,
                           gint64 value);

/* The name of the value of a term, as in files; NULL when it is unset. */
const char *_sb_record_get_term_name (SbRecord *record,
                                      guint field);

/* "B2": the reliability of the source and the credibility of the item, as far as
 * they were judged; NULL when neither was. */
char *_sb_evidence_dup_grade (SbRecord *evidence) G_GNUC_WARN_UNUSED_RESULT;

/* "Source, « Title », date", as far as it is known, for a person to read. */
char *_sb_evidence_dup_citation (SbRecord *evidence,
                                 SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;

/* The writers of the formats: what stands between the opening of the file and
 * its end. */
gboolean _sb_export_geojson (SbExporter *self,
                             GError **error);
gboolean _sb_export_csv (SbExporter *self,
                         GError **error);
gboolean _sb_export_acled (SbExporter *self,
                           GError **error);
gboolean _sb_export_stix (SbExporter *self,
                          GError **error);
gboolean _sb_export_ris (SbExporter *self,
                         GError **error);
gboolean _sb_export_graphml (SbExporter *self,
                             GError **error);

G_END_DECLS
