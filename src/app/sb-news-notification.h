/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What is new and meets what is watched, as one notification of the desktop: how much in
 * its title, which searches below it. Activated, it leads to the documents
 * ("app.show-saved-search" with the UUID of the search that has most). @news:
 * (element-type SbSearchNews), one at least. */
GNotification *sb_news_notification_new (GPtrArray *news) G_GNUC_WARN_UNUSED_RESULT;

/* The same in words. */
char *sb_news_dup_title (GPtrArray *news) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
