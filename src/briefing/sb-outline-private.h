/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-outline.h"

G_BEGIN_DECLS

struct _SbOutline
{
  gatomicrefcount ref_count;
  SbTemplate *base; /* (owned) as it was before the briefing changed it */
  SbTemplate *template; /* (owned) the briefing's own */
  SbRecord *briefing; /* (owned) */
  GKeyFile *base_file; /* (owned) of base */
  GKeyFile *file; /* (owned) of all blocks, hidden ones too */
  GPtrArray *entries; /* (owned) (element-type SbOutlineEntry) */
  char *problem; /* (owned) (nullable) */
};

/* Fills @self, which has its template and its briefing, with what these come to. */
void _sb_outline_build (SbOutline *self);

/* The template before the briefing changed it; borrowed. */
SbTemplate *_sb_outline_get_base (const SbOutline *self);

#define _SB_OUTLINE_MAX_NAME 64

/* Whether @name can name a block. */
gboolean _sb_outline_is_name (const char *name);
/* The names in the key "Blocks" of @group, without repetitions; NULL when it is not there. */
GPtrArray *_sb_outline_list_names (GKeyFile *file,
                                   const char *group) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *_sb_outline_split_names (const char *names) G_GNUC_WARN_UNUSED_RESULT;
/* Lines "Key=value" as the only group of a file, called [keys]; NULL and the error when they
 * are none. @lines may be NULL. */
GKeyFile *_sb_outline_parse_lines (const char *lines,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

#define _SB_OUTLINE_LINES_GROUP "keys"

/* What the briefing says of the block @name, whatever it is; (nullable), borrowed. */
SbRecord *_sb_outline_find_section (SbRecord *briefing,
                                    const char *name);
/* The children of @parent (columns, or NULL), as they are now (element-type utf8). */
GPtrArray *_sb_outline_list_children (const SbOutline *self,
                                      const char *parent) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
