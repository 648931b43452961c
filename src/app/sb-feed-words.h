/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-feed-counts.h"
#include "sb-record.h"
#include "sb-sign-ins.h"

G_BEGIN_DECLS

/* What the window says of a feed, in the language of the interface. */

/* Its title, or else its address. */
const char *sb_feed_words_get_title (SbRecord *feed);

/* The symbol of its state; static. Never shown without the words. */
const char *sb_feed_words_get_icon_name (SbRecord *feed);

/* Its state, when it last gave a good answer, what it brought this week and in
 * all, and whether somebody is signed in, in one line. */
char *sb_feed_words_describe (SbRecord *feed,
                              SbFeedCount count,
                              SbSignInState sign_in) G_GNUC_WARN_UNUSED_RESULT;

/* When it is asked again, in a few words; NULL when it is not. */
char *sb_feed_words_announce (SbRecord *feed) G_GNUC_WARN_UNUSED_RESULT;

/* Why it brings nothing, in a sentence; NULL when all is well. */
char *sb_feed_words_explain (SbRecord *feed) G_GNUC_WARN_UNUSED_RESULT;

/* Whether the last attempt failed for want of a sign-in to its service. */
gboolean sb_feed_words_wants_sign_in (SbRecord *feed);

G_END_DECLS
