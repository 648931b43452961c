/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-export-private.h"

G_BEGIN_DECLS

/**
 * SbStixWriter:
 *
 * The objects of a STIX 2.1 bundle on their way out: ids, times, the language of
 * an object and its content in the other one. Identities are made of the UUIDs of
 * the records, so that every export gives the same. Plain struct, filled by
 * sb_stix_writer_init().
 */
typedef struct
{
  SbExporter *exporter; /* (unowned) */
  GHashTable *written; /* (owned) ids of the objects there are */
  GHashTable *by_document; /* (owned) id of a document to a GPtrArray of the ids of
                              the objects that rest on it */
  GChecksum *sum; /* (owned) of all ids: what the bundle is called after */
} SbStixWriter;

void sb_stix_writer_init (SbStixWriter *self,
                          SbExporter *exporter);
void sb_stix_writer_clear (SbStixWriter *self);

/* "incident--…": the UUID itself where STIX takes its version, else one of version
 * 5 (RFC 4122) made of it. */
char *sb_stix_dup_id (const char *type,
                      const char *uuid) G_GNUC_WARN_UNUSED_RESULT;
/* One made of several words, the same for the same. */
char *sb_stix_dup_derived_id (const char *type,
                              const char *first,
                              const char *second,
                              const char *third) G_GNUC_WARN_UNUSED_RESULT;

/* A member with the time of a day: its first second, or its last. Nothing for a day
 * that is open. */
void sb_stix_add_day (JsonBuilder *builder,
                      const char *name,
                      int day,
                      gboolean is_end);

/* Opens an object of @type about @record with the id @id; NULL when that was
 * written. */
JsonBuilder *sb_stix_writer_begin (SbStixWriter *self,
                                   const char *type,
                                   const char *id,
                                   SbRecord *record) G_GNUC_WARN_UNUSED_RESULT;

/* What an object is called and what is said of it, in two languages. */
typedef struct
{
  const char *member; /* "name", "description", "content" */
  SbBilingual *text; /* (unowned) (nullable) */
} SbStixWords;

/* Adds the words in the language of the request, or else in the other one; all in
 * one of them. @words ends with a NULL member. Returns the language. */
SbLanguage sb_stix_writer_add_words (SbStixWriter *self,
                                     JsonBuilder *builder,
                                     const SbStixWords *words);

/* Adds what the object rests on: references with the quotation; and @confidence
 * (0 to 100), or that which the best of them gives when it is -1. */
gboolean sb_stix_writer_add_evidence (SbStixWriter *self,
                                      JsonBuilder *builder,
                                      const char *id,
                                      SbRecord *record,
                                      int confidence,
                                      GError **error);

/* Closes the object and writes it. Takes the builder over. */
gboolean sb_stix_writer_end (SbStixWriter *self,
                             JsonBuilder *builder,
                             GError **error);

/* Writes the words in the language that the object is not in, if there are any. */
gboolean sb_stix_writer_add_translation (SbStixWriter *self,
                                         const char *id,
                                         SbRecord *record,
                                         SbLanguage language,
                                         const SbStixWords *words,
                                         GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SbStixWriter, sb_stix_writer_clear)

G_END_DECLS
