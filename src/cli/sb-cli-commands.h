/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-cli.h"
#include "sb-import-spec.h"
#include "sb-operation.h"

G_BEGIN_DECLS

/* The commands, each of which does its work and writes its answer. */

/* sb-cli-catalogue.c */
SbCliStatus sb_cli_init (SbCli *self);
SbCliStatus sb_cli_version (SbCli *self);

/* sb-cli-check.c */
SbCliStatus sb_cli_check (SbCli *self);

/* sb-cli-backup.c */
SbCliStatus sb_cli_backup (SbCli *self);
SbCliStatus sb_cli_restore (SbCli *self);

/* sb-cli-feeds.c */
SbCliStatus sb_cli_feed_set (SbCli *self);
SbCliStatus sb_cli_capture (SbCli *self);
SbCliStatus sb_cli_attachment_fetch (SbCli *self);
SbCliStatus sb_cli_feed_list (SbCli *self);
SbCliStatus sb_cli_feed_remove (SbCli *self);
SbCliStatus sb_cli_feed_import (SbCli *self);
SbCliStatus sb_cli_feed_export (SbCli *self);

/* sb-cli-sync.c */
SbCliStatus sb_cli_feed_add (SbCli *self);
SbCliStatus sb_cli_sync (SbCli *self);

/* sb-cli-sign-in.c */
SbCliStatus sb_cli_feed_sign_in (SbCli *self);
SbCliStatus sb_cli_feed_sign_out (SbCli *self);

/* sb-cli-export.c */
SbCliStatus sb_cli_export (SbCli *self);

/* sb-cli-files.c */
SbCliStatus sb_cli_parse_feed (SbCli *self);
SbCliStatus sb_cli_extract (SbCli *self);

/* sb-cli-mentions.c */
SbCliStatus sb_cli_mentions (SbCli *self);
/* The kind of a mention, as the reader calls it. */
const char *sb_cli_get_mention_label (const char *kind);

/* sb-cli-graph.c */
SbCliStatus sb_cli_graph (SbCli *self);
/* sb-cli-draft.c */
SbCliStatus sb_cli_draft (SbCli *self);

/* sb-cli-map.c */
SbCliStatus sb_cli_chronology (SbCli *self);
SbCliStatus sb_cli_map (SbCli *self);

/* sb-cli-mention.c */
SbCliStatus sb_cli_mention_list (SbCli *self);
SbCliStatus sb_cli_mention_never (SbCli *self);
SbCliStatus sb_cli_mention_always (SbCli *self);
SbCliStatus sb_cli_mention_forget (SbCli *self);
SbCliStatus sb_cli_mention_rules (SbCli *self);
SbCliStatus sb_cli_republication_list (SbCli *self);
SbCliStatus sb_cli_republication_yes (SbCli *self);
SbCliStatus sb_cli_republication_no (SbCli *self);
SbCliStatus sb_cli_republication_forget (SbCli *self);
/* Takes out the texts of the documents that wait for it, compares them and reads them for
 * names. @operation is nullable. */
gboolean sb_cli_read_names (SbStore *store,
                            SbOperation *operation,
                            GError **error);

/* sb-cli-import.c */
SbCliStatus sb_cli_import (SbCli *self);

/* sb-cli-read.c */
SbCliStatus sb_cli_read (SbCli *self);
/* The specification of --spec, NULL where none was given; says so when it is
 * none. */
gboolean sb_cli_read_spec (SbCli *self,
                           SbImportSpec **spec);

/* sb-cli-records.c */
SbCliStatus sb_cli_list (SbCli *self);

/* sb-cli-show.c */
SbCliStatus sb_cli_show (SbCli *self);

/* sb-cli-state.c */
SbCliStatus sb_cli_state (SbCli *self);

/* sb-cli-route.c */
SbCliStatus sb_cli_route (SbCli *self);

/* sb-cli-versions.c */
SbCliStatus sb_cli_versions (SbCli *self);
SbCliStatus sb_cli_retain (SbCli *self);

/* sb-cli-history.c */
SbCliStatus sb_cli_history (SbCli *self);
SbCliStatus sb_cli_undo (SbCli *self);
SbCliStatus sb_cli_redo (SbCli *self);

/* sb-cli-merge.c */
SbCliStatus sb_cli_merge (SbCli *self);
SbCliStatus sb_cli_unmerge (SbCli *self);
SbCliStatus sb_cli_merges (SbCli *self);

/* sb-cli-translate.c */
SbCliStatus sb_cli_translate (SbCli *self);

/* sb-cli-search.c */
SbCliStatus sb_cli_search (SbCli *self);
/* Opens the catalogue, all of it indexed where that may be; NULL on an error, which was said. */
SbStore *sb_cli_open_indexed (SbCli *self) G_GNUC_WARN_UNUSED_RESULT;

/* sb-cli-saved.c */
SbCliStatus sb_cli_saved_list (SbCli *self);
SbCliStatus sb_cli_saved_add (SbCli *self);
SbCliStatus sb_cli_saved_remove (SbCli *self);
SbCliStatus sb_cli_saved_run (SbCli *self);

/* sb-cli-brief.c */
SbCliStatus sb_cli_brief (SbCli *self);

/* sb-cli-briefing.c */
SbCliStatus sb_cli_briefing_list (SbCli *self);
SbCliStatus sb_cli_briefing_new (SbCli *self);
SbCliStatus sb_cli_briefing_logo (SbCli *self);
SbCliStatus sb_cli_briefing_show (SbCli *self);
SbCliStatus sb_cli_briefing_print (SbCli *self);
SbCliStatus sb_cli_briefing_check (SbCli *self);

/* sb-cli-issue.c */
SbCliStatus sb_cli_briefing_issue (SbCli *self);
SbCliStatus sb_cli_briefing_reissue (SbCli *self);
SbCliStatus sb_cli_briefing_issues (SbCli *self);
SbCliStatus sb_cli_briefing_pages (SbCli *self);
SbCliStatus sb_cli_briefing_compare (SbCli *self);
SbCliStatus sb_cli_briefing_correction (SbCli *self);

G_END_DECLS
