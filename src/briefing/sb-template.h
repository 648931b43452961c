/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-bilingual.h"
#include "sb-kind.h"

G_BEGIN_DECLS

/**
 * SbTemplate:
 *
 * What a printed product is made of: its blocks, their order, and which records
 * fill them; read from a file that a person can copy and change (the format is
 * explained in data/templates/situation.template). Immutable and reference
 * counted.
 */
typedef struct _SbTemplate SbTemplate;

#define SB_TYPE_TEMPLATE (sb_template_get_type ())

typedef enum
{
  SB_TEMPLATE_BLOCK_MASTHEAD,
  SB_TEMPLATE_BLOCK_FIGURES,
  SB_TEMPLATE_BLOCK_ITEMS,
  SB_TEMPLATE_BLOCK_TABLE,
  SB_TEMPLATE_BLOCK_COLUMNS,
  SB_TEMPLATE_BLOCK_MAP,
  SB_TEMPLATE_BLOCK_SOURCES,
  SB_TEMPLATE_BLOCK_ROADS,
} SbTemplateBlockKind;

typedef enum
{
  SB_TEMPLATE_ORDER_KEY_FIRST,
  SB_TEMPLATE_ORDER_OLDEST_FIRST,
} SbTemplateOrder;

#define SB_TEMPLATE_MAX_KINDS 8

/* One block; borrowed from its template. */
typedef struct
{
  char *name;
  SbTemplateBlockKind kind;
  SbBilingual *heading; /* (nullable) */
  guint level;
  SbKind records[SB_TEMPLATE_MAX_KINDS];
  guint n_records;
  int topic; /* SbJudgementTopic, -1 for all */
  int audience; /* SbRecommendationAudience, -1 for all */
  SbTemplateOrder order;
  gboolean disputed; /* only what sources disagree on */
  guint least;
  guint most;
  double height; /* of a map, in points */
  double least_height;
  char **ways; /* (nullable) of roads or a map: "from>to", keys of the gazetteer */
  GPtrArray *blocks; /* (element-type SbTemplateBlock) of columns */
} SbTemplateBlock;

GType sb_template_get_type (void);

/* A built-in one: "situation". Fails with %SB_BRIEFING_ERROR_NO_TEMPLATE. */
SbTemplate *sb_template_new (const char *name,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* A file: #GFileError, or %SB_BRIEFING_ERROR_TEMPLATE with the block and the
 * key that are wrong. */
SbTemplate *sb_template_new_from_file (const char *path,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
SbTemplate *sb_template_new_from_bytes (GBytes *bytes,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
SbTemplate *sb_template_ref (SbTemplate *self);
void sb_template_unref (SbTemplate *self);

const char *sb_template_get_name (const SbTemplate *self);
const char *sb_template_get_title (const SbTemplate *self,
                                   SbLanguage language);
const char *sb_template_get_product (const SbTemplate *self,
                                     SbLanguage language);
/* The page budget; 0 for none. */
guint sb_template_get_max_pages (const SbTemplate *self);
guint sb_template_get_n_blocks (const SbTemplate *self);
const SbTemplateBlock *sb_template_get_block (const SbTemplate *self,
                                              guint position);

/* The names of those that are built in, NULL-terminated; static. */
const char *const *sb_template_list (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbTemplate, sb_template_unref)

G_END_DECLS
