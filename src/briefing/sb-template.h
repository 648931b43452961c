/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-bilingual.h"
#include "sb-kind.h"
#include "sb-page-layout.h"
#include "sb-template-chart.h"
#include "sb-template-frame.h"
#include "sb-template-words.h"

G_BEGIN_DECLS

/**
 * SbTemplate:
 *
 * What a printed product is made of: its blocks, their order, and which records
 * fill them; read from a file that a person can copy and change (the format is
 * explained in docs/templates.md). Immutable and reference
 * counted.
 */
typedef struct _SbTemplate SbTemplate;

#define SB_TYPE_TEMPLATE (sb_template_get_type ())

/* What blocks there are; sb-block-kind.c has a row for each of them. */
typedef enum
{
  SB_TEMPLATE_BLOCK_MASTHEAD,
  SB_TEMPLATE_BLOCK_COVER,
  SB_TEMPLATE_BLOCK_CONTENTS,
  SB_TEMPLATE_BLOCK_TEXT,
  SB_TEMPLATE_BLOCK_PLAN,
  SB_TEMPLATE_BLOCK_SUMMARY,
  SB_TEMPLATE_BLOCK_FIGURES,
  SB_TEMPLATE_BLOCK_ITEMS,
  SB_TEMPLATE_BLOCK_QUOTE,
  SB_TEMPLATE_BLOCK_TABLE,
  SB_TEMPLATE_BLOCK_CHRONOLOGY,
  SB_TEMPLATE_BLOCK_CLAIMS,
  SB_TEMPLATE_BLOCK_ALLIANCES,
  SB_TEMPLATE_BLOCK_INSTRUMENTS,
  SB_TEMPLATE_BLOCK_SCENARIOS,
  SB_TEMPLATE_BLOCK_RISKS,
  SB_TEMPLATE_BLOCK_RECOMMENDATIONS,
  SB_TEMPLATE_BLOCK_REGION,
  SB_TEMPLATE_BLOCK_ACTOR,
  SB_TEMPLATE_BLOCK_RELATIONS,
  SB_TEMPLATE_BLOCK_CHANGES,
  SB_TEMPLATE_BLOCK_ROADS,
  SB_TEMPLATE_BLOCK_MAP,
  SB_TEMPLATE_BLOCK_MAPS,
  SB_TEMPLATE_BLOCK_CONTROL,
  SB_TEMPLATE_BLOCK_CORRECTIONS,
  SB_TEMPLATE_BLOCK_CHART,
  SB_TEMPLATE_BLOCK_GRAPH,
  SB_TEMPLATE_BLOCK_COLUMNS,
  SB_TEMPLATE_BLOCK_SOURCES,
  SB_TEMPLATE_BLOCK_BACK,
} SbTemplateBlockKind;

#define SB_N_TEMPLATE_BLOCKS (SB_TEMPLATE_BLOCK_BACK + 1)

typedef enum
{
  SB_TEMPLATE_ORDER_KEY_FIRST,
  SB_TEMPLATE_ORDER_OLDEST_FIRST,
} SbTemplateOrder;

/* How a block of items is put. */
typedef enum
{
  SB_TEMPLATE_FORM_LIST, /* an item each */
  SB_TEMPLATE_FORM_PROSE, /* a paragraph each; events, one for each month */
  SB_TEMPLATE_FORM_RUN_IN, /* an item each, headed by its place */
} SbTemplateForm;

/* Which of the records a block takes, beside their kind and topic. */
typedef enum
{
  SB_TEMPLATE_FILTER_NONE,
  SB_TEMPLATE_FILTER_DISPUTED, /* what sources or speakers disagree on */
  SB_TEMPLATE_FILTER_KEY, /* key facts */
  SB_TEMPLATE_FILTER_GRADED, /* judgements with a likelihood or a confidence */
  SB_TEMPLATE_FILTER_FREE, /* judgements of no scenario that are not graded */
  SB_TEMPLATE_FILTER_ABROAD, /* judgements on a country other than the dossier's */
  SB_TEMPLATE_FILTER_PLACE, /* what is said of the region of the briefing */
  SB_TEMPLATE_FILTER_ACTOR, /* what its actor did, said or is party to */
} SbTemplateFilter;

/* Where what facts rest on is printed. */
typedef enum
{
  SB_TEMPLATE_NOTES_END, /* by the number of the source, in the block of sources */
  SB_TEMPLATE_NOTES_FOOT, /* at the foot of the page */
} SbTemplateNotes;

/* Which days a briefing tells of that nobody made one for. */
typedef enum
{
  SB_TEMPLATE_SPAN_WEEK,
  SB_TEMPLATE_SPAN_MONTH,
  SB_TEMPLATE_SPAN_DOSSIER, /* all of its dossier */
} SbTemplateSpan;

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
  SbTemplateFilter filter;
  SbTemplateForm form;
  gboolean is_once; /* without what blocks before it tell */
  gboolean is_unnumbered; /* its heading, where the others are numbered */
  SbBilingual *text; /* (nullable) printed as it is; of a quote, where it is from */
  guint least;
  guint most;
  double height; /* of a map, a chart or a graph, in points */
  double least_height;
  SbTemplateFrame frame;
  SbTemplateChart chart;
  char **places; /* (nullable) of control: keys of the gazetteer */
  char **figures; /* (nullable) the UUIDs of those that were chosen, in their order */
  char **ways; /* (nullable) of roads or a map: "from>to", keys of the gazetteer */
  gboolean has_ways_of_place; /* of roads or a map: those of the region of the briefing */
  GPtrArray *blocks; /* (element-type SbTemplateBlock) of columns */
} SbTemplateBlock;

GType sb_template_get_type (void);

/* A built-in one: "situation", "roads", "days". Fails with %SB_BRIEFING_ERROR_NO_TEMPLATE. */
SbTemplate *sb_template_new (const char *name,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* A file: #GFileError, or %SB_BRIEFING_ERROR_TEMPLATE with the line, the block and the
 * key that are wrong: "12: [map] Extent: “atlantide”". */
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
/* "" when it says nothing of them. */
const char *sb_template_get_words (const SbTemplate *self,
                                   SbTemplateWords words,
                                   SbLanguage language);
SbPageLayoutId sb_template_get_layout (const SbTemplate *self);
SbTemplateNotes sb_template_get_notes (const SbTemplate *self);
SbTemplateSpan sb_template_get_span (const SbTemplate *self);
/* What it is about, of %SB_KIND_PLACE (a region) or %SB_KIND_ACTOR: a UUID, the key of a
 * place in the gazetteer, or a name; NULL for what most is known of. */
const char *sb_template_get_subject (const SbTemplate *self,
                                     SbKind kind); /* (nullable) */
/* The key of [Template] that says so: "Place", "Actor". Static. */
const char *sb_template_get_subject_key (SbKind kind);
/* Whether any of its blocks prints something else when that is another one. */
gboolean sb_template_has_subject (const SbTemplate *self,
                                  SbKind kind);
/* Whether headings are numbered: I, I.1, I.1.a. */
gboolean sb_template_is_numbered (const SbTemplate *self);
/* Whether numbered headings of the first level begin a page, as titles of parts. */
gboolean sb_template_has_parts (const SbTemplate *self);
/* Whether sources are printed with their grades. */
gboolean sb_template_has_grades (const SbTemplate *self);
/* Whether the list of sources says where each is on the web, and when it was there. */
gboolean sb_template_has_addresses (const SbTemplate *self);
/* Whether margins and heads of pages are for printing on both sides. */
gboolean sb_template_is_duplex (const SbTemplate *self);
/* The page budget; 0 for none. */
guint sb_template_get_max_pages (const SbTemplate *self);
guint sb_template_get_n_blocks (const SbTemplate *self);
const SbTemplateBlock *sb_template_get_block (const SbTemplate *self,
                                              guint position);

/* The moments that its blocks ask for beside that of the briefing of @input
 * (element-type SbBriefingMoment). */
GArray *sb_template_list_moments (const SbTemplate *self,
                                  const SbBriefingInput *input) G_GNUC_WARN_UNUSED_RESULT;

/* The names of those that are built in, NULL-terminated; static. The correction notice
 * is none of them: it is made of two issues (sb_issue_compose_correction() in sync). */
const char *const *sb_template_list (void);

/* What a template can be made of, from the table that the parser and the composer
 * work by: the word for a kind of block, what it prints (English), and the keys that it reads, separated by spaces. Static. */
const char *sb_template_get_block_name (SbTemplateBlockKind kind);
const char *sb_template_get_block_summary (SbTemplateBlockKind kind);
char *sb_template_dup_block_keys (SbTemplateBlockKind kind) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbTemplate, sb_template_unref)

G_END_DECLS
