/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-composer-private.h"

G_BEGIN_DECLS

/* The kinds of block, one table for the parser of templates, the composer and the
 * documentation. A kind is a row of it and a file sb-block-<name>.c with the
 * function that composes it. */
typedef struct
{
  const char *name; /* in a template */
  const char *summary; /* what it prints; English */
  const char *keys; /* that it reads, beside those that all do; separated by spaces */
  SbKind fill; /* the records that fill it; SB_KIND_NONE when it chooses itself or the
                  template does */
  void (*compose) (SbComposer *self,
                   const SbTemplateBlock *block);
} SbBlockKind;

const SbBlockKind *_sb_block_kind_get (SbTemplateBlockKind kind);
gboolean _sb_block_kind_find (const char *name,
                              SbTemplateBlockKind *kind);
/* Whether a block of the kind reads @key. */
gboolean _sb_block_kind_reads (SbTemplateBlockKind kind,
                               const char *key);
/* Whether its "Records" may be of @record_kind. */
gboolean _sb_block_kind_takes (SbTemplateBlockKind kind,
                               SbKind record_kind);

void _sb_block_compose_masthead (SbComposer *self,
                                 const SbTemplateBlock *block);
void _sb_block_compose_cover (SbComposer *self,
                              const SbTemplateBlock *block);
void _sb_block_compose_contents (SbComposer *self,
                                 const SbTemplateBlock *block);
void _sb_block_compose_text (SbComposer *self,
                             const SbTemplateBlock *block);
void _sb_block_compose_plan (SbComposer *self,
                             const SbTemplateBlock *block);
void _sb_block_compose_summary (SbComposer *self,
                                const SbTemplateBlock *block);
void _sb_block_compose_figures (SbComposer *self,
                                const SbTemplateBlock *block);
void _sb_block_compose_items (SbComposer *self,
                              const SbTemplateBlock *block);
void _sb_block_compose_quote (SbComposer *self,
                              const SbTemplateBlock *block);
/* The quotation that would stand here is told in a text by hand: no other block has it. */
void _sb_block_pass_quote (SbComposer *self);
void _sb_block_compose_restrictions (SbComposer *self,
                                     const SbTemplateBlock *block);
void _sb_block_compose_chronology (SbComposer *self,
                                   const SbTemplateBlock *block);
void _sb_block_compose_claims (SbComposer *self,
                               const SbTemplateBlock *block);
void _sb_block_compose_alliances (SbComposer *self,
                                  const SbTemplateBlock *block);
void _sb_block_compose_instruments (SbComposer *self,
                                    const SbTemplateBlock *block);
void _sb_block_compose_scenarios (SbComposer *self,
                                  const SbTemplateBlock *block);
void _sb_block_compose_risks (SbComposer *self,
                              const SbTemplateBlock *block);
void _sb_block_compose_recommendations (SbComposer *self,
                                        const SbTemplateBlock *block);
void _sb_block_compose_region (SbComposer *self,
                               const SbTemplateBlock *block);
void _sb_block_compose_actor (SbComposer *self,
                              const SbTemplateBlock *block);
void _sb_block_compose_relations (SbComposer *self,
                                  const SbTemplateBlock *block);
void _sb_block_compose_changes (SbComposer *self,
                                const SbTemplateBlock *block);
void _sb_block_compose_roads (SbComposer *self,
                              const SbTemplateBlock *block);
void _sb_block_compose_map (SbComposer *self,
                            const SbTemplateBlock *block);
void _sb_block_compose_maps (SbComposer *self,
                             const SbTemplateBlock *block);
void _sb_block_compose_control (SbComposer *self,
                                const SbTemplateBlock *block);
void _sb_block_compose_corrections (SbComposer *self,
                                    const SbTemplateBlock *block);
void _sb_block_compose_chart (SbComposer *self,
                              const SbTemplateBlock *block);
void _sb_block_compose_graph (SbComposer *self,
                              const SbTemplateBlock *block);
void _sb_block_compose_columns (SbComposer *self,
                                const SbTemplateBlock *block);
void _sb_block_compose_sources (SbComposer *self,
                                const SbTemplateBlock *block);
void _sb_block_compose_back (SbComposer *self,
                             const SbTemplateBlock *block);

G_END_DECLS
