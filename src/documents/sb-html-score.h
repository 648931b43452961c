/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-html-role.h"

G_BEGIN_DECLS

/* How much of an article an element with all that it holds is. */
typedef struct
{
  double words; /* that a reader sees */
  double link_words; /* of these, in links */
  double prose; /* words in runs of text that read like sentences */
  double text; /* prose that is not in what is called noise */
  double value; /* what it adds to an article: prose counts for it, links
                      * and scraps against it */
  guint n_link_runs; /* runs of text that are a link from end to end */
  guint n_text_runs; /* the others */
  guint n_fields; /* form fields that a reader writes into */
  SbHtmlRole role;
} SbHtmlScore;

/* How far what elements are called is trusted. */
typedef enum
{
  SB_HTML_TRUST_NAMES, /* but for noise that is most of the page */
  SB_HTML_TRUST_LESS, /* and for comments that are most of the page */
  SB_HTML_TRUST_NOTHING,
} SbHtmlTrust;

/* The scores of all elements in @root: (element-type GumboNode SbHtmlScore). */
GHashTable *_sb_html_score (const GumboNode *root,
                            SbHtmlTrust trust) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
