/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* @records (transfer full) (element-type SbRecord), which come in the order of their French
 * names as the catalogue has them, in that of the names in the language of the interface. */
GListModel *sb_title_order_new (GListModel *records) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
