/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SbOdtPackage:
 *
 * The zip file that an OpenDocument text is, built in memory: "mimetype" first, stored
 * and without extra fields, so that the kind of file stands at the byte where the format
 * wants it (a general zip writer puts times of its own before that), then the members,
 * then their manifest. The same members at the same time (sb_clock_now()) make the same
 * bytes. Belongs to one thread.
 */
typedef struct _SbOdtPackage SbOdtPackage;

SbOdtPackage *_sb_odt_package_new (void) G_GNUC_WARN_UNUSED_RESULT;
void _sb_odt_package_free (SbOdtPackage *self);

/* @name and @type are ASCII; what is compressed already is not compressed again. */
void _sb_odt_package_add (SbOdtPackage *self,
                          const char *name,
                          const char *type,
                          GBytes *bytes);

/* The file; nothing can be added any more. Fails with what zlib says. */
GBytes *_sb_odt_package_end (SbOdtPackage *self,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbOdtPackage, _sb_odt_package_free)

G_END_DECLS
