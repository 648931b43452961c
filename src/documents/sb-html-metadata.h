/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-extraction-private.h"
#include "sb-html-tree.h"
#include "sb-json-ld.h"

G_BEGIN_DECLS

/* What a page says of itself, gathered once. */
typedef struct
{
  const GumboNode *root;
  GHashTable *metas; /* (owned) (element-type utf8 utf8) name in lower case to content */
  SbJsonLd *json_ld; /* (owned) */
  const char *url; /* (nullable) */
} SbHtmlMetadata;

SbHtmlMetadata *_sb_html_metadata_new (const GumboNode *root,
                                       const char *url) G_GNUC_WARN_UNUSED_RESULT;
void _sb_html_metadata_free (SbHtmlMetadata *self);

/* The content of the first of these "meta" elements that the page has. @names
 * is NULL-terminated. */
const char *_sb_html_metadata_get (const SbHtmlMetadata *self,
                                   const char *const *names);

/* Fills in what can be known before the text: title, byline, date, site, lead
 * and the language that is declared. */
void _sb_html_metadata_describe (const SbHtmlMetadata *self,
                                 SbExtraction *extraction);

/* The language that is declared, alone. */
char *_sb_html_metadata_find_language (const SbHtmlMetadata *self) G_GNUC_WARN_UNUSED_RESULT;

/* In their own files; each is NULL when the page does not say. */
char *_sb_html_find_title (const SbHtmlMetadata *self) G_GNUC_WARN_UNUSED_RESULT;
char *_sb_html_find_byline (const SbHtmlMetadata *self) G_GNUC_WARN_UNUSED_RESULT;
char *_sb_html_find_date (const SbHtmlMetadata *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbHtmlMetadata, _sb_html_metadata_free)

G_END_DECLS
