/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-sync.h"

G_BEGIN_DECLS

typedef enum
{
  SB_SIGN_IN_UNKNOWN, /* not looked up yet, without a keyring, or nothing to sign in to */
  SB_SIGN_IN_NONE,
  SB_SIGN_IN_DONE,
} SbSignInState;

/**
 * SbSignIns:
 *
 * To which data services somebody is signed in, for who shows it. Asks nobody
 * for a password. Main thread.
 *
 * Signal "changed": it is known of a service, or is another state.
 */
#define SB_TYPE_SIGN_INS (sb_sign_ins_get_type ())

G_DECLARE_FINAL_TYPE (SbSignIns, sb_sign_ins, SB, SIGN_INS, GObject)

SbSignIns *sb_sign_ins_new (SbSync *sync) G_GNUC_WARN_UNUSED_RESULT;

/* Looks whether somebody is signed in to @service, once. */
void sb_sign_ins_watch (SbSignIns *self,
                        const SbService *service);
/* Looks again, because somebody signed in or out. */
void sb_sign_ins_look (SbSignIns *self);
SbSignInState sb_sign_ins_get (SbSignIns *self,
                               SbFeedKind kind);

G_END_DECLS
