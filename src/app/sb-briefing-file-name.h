/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-record.h"

G_BEGIN_DECLS

/* What a file of @briefing is proposed to be called, without its extension: its title in
 * one of @languages (bits 1 << SbLanguage), French before English, and in brackets @what
 * it is of it (nullable). Every file system takes it: what has a meaning in paths of one
 * of them is left out. */
char *sb_briefing_dup_file_name (SbRecord *briefing,
                                 guint languages,
                                 const char *what) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
