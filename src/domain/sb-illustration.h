/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SbIllustration:
 *
 * A picture that a document shows at a place of its text, and that was not fetched.
 * (A figure is a number here, as in sb-figure.h.) Immutable, reference counted, safe
 * between threads.
 */
typedef struct _SbIllustration SbIllustration;

#define SB_TYPE_ILLUSTRATION (sb_illustration_get_type ())

GType sb_illustration_get_type (void);

/* @address is absolute, of http or https. @description: (nullable) what the page says to
 * readers that do not see it. @block: of the text, before which it stands; as many as the
 * text has for one that stands at the end. */
SbIllustration *sb_illustration_new (const char *address,
                                     const char *description,
                                     guint block) G_GNUC_WARN_UNUSED_RESULT;
SbIllustration *sb_illustration_ref (SbIllustration *self);
void sb_illustration_unref (SbIllustration *self);

const char *sb_illustration_get_address (const SbIllustration *self);
const char *sb_illustration_get_description (const SbIllustration *self); /* (nullable) */
guint sb_illustration_get_block (const SbIllustration *self);

/* Where it comes from, as a reader knows it: "img.example.org", without "www.". */
char *sb_illustration_dup_host (const SbIllustration *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbIllustration, sb_illustration_unref)

G_END_DECLS
