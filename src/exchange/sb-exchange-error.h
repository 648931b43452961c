/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SB_EXCHANGE_ERROR (sb_exchange_error_quark ())

/**
 * SbExchangeError:
 * @SB_EXCHANGE_ERROR_FORMAT: a container that is not a dossier, or of another
 *   make than docs/dossier-format.md says
 * @SB_EXCHANGE_ERROR_NEWER: a dossier of a later version of the format
 * @SB_EXCHANGE_ERROR_DAMAGED: truncated, or with other bytes than its manifest
 *   says
 * @SB_EXCHANGE_ERROR_UNSAFE: built to do harm: names that lead elsewhere, links,
 *   members that are there twice or share their bytes
 * @SB_EXCHANGE_ERROR_LOCKED: encrypted
 * @SB_EXCHANGE_ERROR_TOO_LARGE: more members or bytes than a dossier may have
 */
typedef enum
{
  SB_EXCHANGE_ERROR_FORMAT,
  SB_EXCHANGE_ERROR_NEWER,
  SB_EXCHANGE_ERROR_DAMAGED,
  SB_EXCHANGE_ERROR_UNSAFE,
  SB_EXCHANGE_ERROR_LOCKED,
  SB_EXCHANGE_ERROR_TOO_LARGE,
} SbExchangeError;

GQuark sb_exchange_error_quark (void);

/* One word for other programs: "format", "newer", "damaged", "unsafe", "locked",
 * "too-large". Static. */
const char *sb_exchange_error_get_name (int code);

G_END_DECLS
