/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-domain"

#include "config.h"

#include "sb-ref.h"

struct _SbRef
{
  SbKind kind;
  gint64 id;
  char *uuid; /* (owned) (nullable) */
  SbBilingual *name; /* (owned) (nullable) */
};

G_DEFINE_BOXED_TYPE (SbRef, sb_ref, sb_ref_ref, sb_ref_unref)

static void
sb_ref_clear (gpointer data)
{
  SbRef *self = data;

  g_free (self->uuid);
  g_clear_pointer (&self->name, sb_bilingual_unref);
}

SbRef *
sb_ref_new (SbKind kind,
            gint64 id,
            const char *uuid,
            SbBilingual *name)
{
  SbRef *self = g_atomic_rc_box_new0 (SbRef);

  self->kind = kind;
  self->id = id;
  self->uuid = g_strdup (uuid);
  self->name = name != NULL ? sb_bilingual_ref (name) : NULL;
  return self;
}

SbRef *
sb_ref_ref (SbRef *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
sb_ref_unref (SbRef *self)
{
  g_atomic_rc_box_release_full (self, sb_ref_clear);
}

SbKind
sb_ref_get_kind (const SbRef *self)
{
  g_return_val_if_fail (self != NULL, SB_KIND_NONE);

  return self->kind;
}

gint64
sb_ref_get_id (const SbRef *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->id;
}

const char *
sb_ref_get_uuid (const SbRef *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->uuid;
}

const char *
sb_ref_get_name (const SbRef *self,
                 SbLanguage language)
{
  g_return_val_if_fail (self != NULL, "");

  return sb_bilingual_get_any (self->name, language);
}

gboolean
sb_ref_equal (const SbRef *a,
              const SbRef *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  if (a->id != 0 && b->id != 0)
    return a->id == b->id;

  return a->uuid != NULL && g_strcmp0 (a->uuid, b->uuid) == 0;
}
