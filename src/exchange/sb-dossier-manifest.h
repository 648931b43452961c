/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gio/gio.h>

#include "sb-record.h"

G_BEGIN_DECLS

/* The first member of a dossier, and what the names of the others mean:
 * docs/dossier-format.md. */

#define SB_DOSSIER_VERSION  1
#define SB_DOSSIER_MANIFEST "manifest.json"

/* The kinds of tie, and the issues of briefings, in the order of their members; NULL at the end. */
extern const char *const sb_dossier_tie_kinds[];

/* "records/event.ndjson", "ties/evidence.ndjson", "originals/…". */
char *sb_dossier_name_records (SbKind kind) G_GNUC_WARN_UNUSED_RESULT;
char *sb_dossier_name_ties (const char *kind) G_GNUC_WARN_UNUSED_RESULT;
char *sb_dossier_name_original (const char *sha256) G_GNUC_WARN_UNUSED_RESULT;

/* The SHA-256 in the name of an original; NULL for another name. */
const char *sb_dossier_parse_original (const char *name);

/* One member, as the manifest tells of it. */
typedef struct
{
  char *name; /* (owned) */
  guint64 size;
  char *sha256; /* (owned) in lower case hexadecimal */
  guint n_lines; /* of NDJSON; when it is written only */
} SbDossierMember;

/**
 * SbDossierManifest:
 *
 * What a dossier says that it holds. Owned by one.
 */
typedef struct
{
  GPtrArray *dossiers; /* (owned) (element-type SbRecord) */
  GPtrArray *members; /* (owned) (element-type SbDossierMember) */
  GHashTable *by_name; /* (owned) name to member */
} SbDossierManifest;

SbDossierManifest *sb_dossier_manifest_new (void) G_GNUC_WARN_UNUSED_RESULT;
void sb_dossier_manifest_free (SbDossierManifest *self);

void sb_dossier_manifest_add (SbDossierManifest *self,
                              const char *name,
                              guint64 size,
                              const char *sha256,
                              guint n_lines);
const SbDossierMember *sb_dossier_manifest_find (SbDossierManifest *self,
                                                 const char *name);

/* The bytes of the member. */
GBytes *sb_dossier_manifest_write (SbDossierManifest *self) G_GNUC_WARN_UNUSED_RESULT;
/* Reads them; the dossiers are not read. */
SbDossierManifest *sb_dossier_manifest_read (GBytes *bytes,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbDossierManifest, sb_dossier_manifest_free)

G_END_DECLS
