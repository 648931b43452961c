/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-domain"

#include "config.h"

#include "sb-illustration.h"

#include <string.h>

struct _SbIllustration
{
  char *address; /* (owned) */
  char *description; /* (owned) (nullable) */
  guint block;
};

G_DEFINE_BOXED_TYPE (SbIllustration, sb_illustration, sb_illustration_ref, sb_illustration_unref)

SbIllustration *
sb_illustration_new (const char *address,
                     const char *description,
                     guint block)
{
  SbIllustration *self;

  g_return_val_if_fail (address != NULL, NULL);

  self = g_atomic_rc_box_new0 (SbIllustration);
  self->address = g_strdup (address);
  self->description = g_strdup (description);
  self->block = block;
  return self;
}

SbIllustration *
sb_illustration_ref (SbIllustration *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear_illustration (gpointer data)
{
  SbIllustration *self = data;

  g_free (self->address);
  g_free (self->description);
}

void
sb_illustration_unref (SbIllustration *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear_illustration);
}

const char *
sb_illustration_get_address (const SbIllustration *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->address;
}

const char *
sb_illustration_get_description (const SbIllustration *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->description;
}

guint
sb_illustration_get_block (const SbIllustration *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->block;
}

char *
sb_illustration_dup_host (const SbIllustration *self)
{
  g_autoptr (GUri) uri = NULL;
  const char *host;

  g_return_val_if_fail (self != NULL, NULL);

  uri = g_uri_parse (self->address, G_URI_FLAGS_PARSE_RELAXED, NULL);
  host = uri != NULL ? g_uri_get_host (uri) : NULL;
  if (host == NULL)
    return g_strdup (self->address);

  return g_strdup (g_str_has_prefix (host, "www.") ? host + strlen ("www.") : host);
}
