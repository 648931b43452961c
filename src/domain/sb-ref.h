/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib-object.h>

#include "sb-bilingual.h"
#include "sb-kind.h"

G_BEGIN_DECLS

/**
 * SbRef:
 *
 * A reference to a record: what it is and what it is called, so that it can be
 * shown without being looked up. Before the record is stored its id is 0 and it
 * is known by its UUID. Immutable, reference counted, safe between threads.
 */
typedef struct _SbRef SbRef;

#define SB_TYPE_REF (sb_ref_get_type ())

GType sb_ref_get_type (void);

/* @uuid and @name may be NULL. Takes its own reference of @name. */
SbRef *sb_ref_new (SbKind kind,
                   gint64 id,
                   const char *uuid,
                   SbBilingual *name) G_GNUC_WARN_UNUSED_RESULT;
SbRef *sb_ref_ref (SbRef *self);
void sb_ref_unref (SbRef *self);

SbKind sb_ref_get_kind (const SbRef *self);
gint64 sb_ref_get_id (const SbRef *self);
const char *sb_ref_get_uuid (const SbRef *self); /* (nullable) */
const char *sb_ref_get_name (const SbRef *self,
                             SbLanguage language); /* never NULL */

/* The same record: by id when both have one, else by UUID. */
gboolean sb_ref_equal (const SbRef *a,
                       const SbRef *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbRef, sb_ref_unref)

G_END_DECLS
