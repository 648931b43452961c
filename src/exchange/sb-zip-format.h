/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The parts of a zip file that dossiers are made of (PKWARE APPNOTE 6.3): no
 * encryption, no further disks, no files of over 4 GiB. Numbers are little
 * endian. */

#define SB_ZIP_LOCAL         0x04034b50u
#define SB_ZIP_CENTRAL       0x02014b50u
#define SB_ZIP_END           0x06054b50u
#define SB_ZIP_LOCAL_BYTES   30
#define SB_ZIP_CENTRAL_BYTES 46
#define SB_ZIP_END_BYTES     22

#define SB_ZIP_STORED   0
#define SB_ZIP_DEFLATED 8

/* As many members as the end can count, the last number being a sign that there
 * are more; and the furthest that an offset can tell. */
#define SB_ZIP_MAX_MEMBERS 0xfffeu
#define SB_ZIP_MAX_BYTES   0xfffffffeu

/* A member of more bytes than the first may not be packed more tightly than the
 * second tells, to one: bombs are, texts are not. The writer stores what would
 * be; the few bytes of a small member are less than what names it. */
#define SB_ZIP_DENSE_BYTES 4096
#define SB_ZIP_DENSE_RATIO 100

/* Whether a member is packed more tightly than that. */
static inline gboolean
sb_zip_is_dense (guint64 size,
                 guint64 packed)
{
  return size > SB_ZIP_DENSE_BYTES && size / SB_ZIP_DENSE_RATIO > packed;
}

G_END_DECLS
