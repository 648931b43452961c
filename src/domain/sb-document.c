/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-domain"

#include "config.h"

#include "sb-document.h"

#include <glib/gi18n.h>

#include "sb-text.h"
#include "sb-translate.h"

static const SbTerm document_kind_terms[] = {
  { SB_DOCUMENT_KIND_ARTICLE, "article", N_ ("Article") },
  { SB_DOCUMENT_KIND_REPORT, "report", N_ ("Report") },
  { SB_DOCUMENT_KIND_NOTE, "note", N_ ("Analytical note") },
  { SB_DOCUMENT_KIND_LETTER, "letter", N_ ("Letter") },
  { SB_DOCUMENT_KIND_OPINION, "opinion", N_ ("Opinion") },
  { SB_DOCUMENT_KIND_SITREP, "sitrep", N_ ("Situation report") },
  { SB_DOCUMENT_KIND_PRESS, "press", N_ ("Press brief") },
  { SB_DOCUMENT_KIND_STATEMENT, "statement", N_ ("Statement") },
  { SB_DOCUMENT_KIND_DIGEST, "digest", N_ ("Digest") },
  { SB_DOCUMENT_KIND_OTHER, "other", N_ ("Other") },
};

const SbVocabulary sb_document_kind_vocabulary = SB_VOCABULARY (document_kind_terms);

static const SbTerm document_relation_terms[] = {
  { SB_DOCUMENT_RELATION_REPUBLISHES, "republishes", N_ ("Republishes") },
  { SB_DOCUMENT_RELATION_TRANSLATES, "translates", N_ ("Translates") },
  { SB_DOCUMENT_RELATION_CITES, "cites", N_ ("Cites") },
  { SB_DOCUMENT_RELATION_SUPERSEDES, "supersedes", N_ ("Supersedes") },
  { SB_DOCUMENT_RELATION_DISTINCT, "distinct", N_ ("Is no republication of") },
};

const SbVocabulary sb_document_relation_vocabulary = SB_VOCABULARY (document_relation_terms);

static const SbField link_fields[] = {
  [SB_DOCUMENT_LINK_RELATION] = { .name = "relation", .type = SB_FIELD_TERM, .flags = SB_FIELD_REQUIRED, .vocabulary = &sb_document_relation_vocabulary, .label = N_ ("Relation") },
  [SB_DOCUMENT_LINK_DOCUMENT] = { .name = "document", .type = SB_FIELD_REF, .flags = SB_FIELD_REQUIRED, .target = SB_KIND_DOCUMENT, .label = N_ ("Document") },
  [SB_DOCUMENT_LINK_FOUND] = { .name = "found", .type = SB_FIELD_BOOLEAN, .label = N_ ("Found by the program") },
  [SB_DOCUMENT_LINK_LIKENESS] = { .name = "likeness", .type = SB_FIELD_INTEGER, .label = N_ ("Text in common, in per cent") },
};

const SbSchema sb_document_link_schema = {
  .kind = SB_KIND_NONE,
  .name = "document_link",
  .fields = link_fields,
  .n_fields = G_N_ELEMENTS (link_fields),
  .title = -1,
};

static const SbField capture_fields[] = {
  [SB_CAPTURE_URL] = { .name = "url", .type = SB_FIELD_TEXT, .flags = SB_FIELD_REQUIRED, .label = N_ ("Address") },
  [SB_CAPTURE_TIME] = { .name = "time", .type = SB_FIELD_TIME, .flags = SB_FIELD_REQUIRED, .label = N_ ("Time (UTC)") },
  [SB_CAPTURE_STATUS] = { .name = "status", .type = SB_FIELD_INTEGER, .label = N_ ("Status") },
  [SB_CAPTURE_MEDIA_TYPE] = { .name = "media_type", .type = SB_FIELD_TEXT, .label = N_ ("Media type") },
  [SB_CAPTURE_HASH] = { .name = "hash", .type = SB_FIELD_TEXT, .flags = SB_FIELD_REQUIRED, .label = N_ ("SHA-256") },
};

const SbSchema sb_document_capture_schema = {
  .kind = SB_KIND_NONE,
  .name = "document_capture",
  .fields = capture_fields,
  .n_fields = G_N_ELEMENTS (capture_fields),
  .title = -1,
};

static const SbField fields[] = {
  [SB_DOCUMENT_TITLE] = { .name = "title", .type = SB_FIELD_TEXT, .flags = SB_FIELD_REQUIRED, .label = N_ ("Title") },
  [SB_DOCUMENT_BYLINE] = { .name = "byline", .type = SB_FIELD_TEXT, .label = N_ ("Author") },
  [SB_DOCUMENT_SOURCE] = { .name = "source", .type = SB_FIELD_REF, .target = SB_KIND_SOURCE, .label = N_ ("Source") },
  [SB_DOCUMENT_FEED] = { .name = "feed", .type = SB_FIELD_REF, .target = SB_KIND_FEED, .label = N_ ("Feed") },
  [SB_DOCUMENT_URL] = { .name = "url", .type = SB_FIELD_TEXT, .label = N_ ("Address") },
  [SB_DOCUMENT_ENTRY] = { .name = "entry", .type = SB_FIELD_TEXT, .label = N_ ("Identity in the feed") },
  [SB_DOCUMENT_LANGUAGE] = { .name = "language", .type = SB_FIELD_TEXT, .label = N_ ("Language") },
  [SB_DOCUMENT_DATE] = { .name = "date", .type = SB_FIELD_DATE, .label = N_ ("Date") },
  [SB_DOCUMENT_FETCHED] = { .name = "fetched", .type = SB_FIELD_TIME, .flags = SB_FIELD_BOOKKEEPING, .label = N_ ("Fetched") },
  [SB_DOCUMENT_KIND] = { .name = "kind", .type = SB_FIELD_TERM, .vocabulary = &sb_document_kind_vocabulary, .label = N_ ("Kind") },
  [SB_DOCUMENT_REFERENCE] = { .name = "reference", .type = SB_FIELD_TEXT, .label = N_ ("Bibliographic reference") },
  [SB_DOCUMENT_LEAD] = { .name = "lead", .type = SB_FIELD_TEXT, .label = N_ ("Lead") },
  [SB_DOCUMENT_WORDS] = { .name = "words", .type = SB_FIELD_INTEGER, .label = N_ ("Number of words") },
  [SB_DOCUMENT_PAGES] = { .name = "pages", .type = SB_FIELD_INTEGER, .label = N_ ("Number of pages") },
  [SB_DOCUMENT_MEDIA_TYPE] = { .name = "media_type", .type = SB_FIELD_TEXT, .label = N_ ("Media type") },
  [SB_DOCUMENT_HASH] = { .name = "hash", .type = SB_FIELD_TEXT, .label = N_ ("SHA-256 of the original") },
  [SB_DOCUMENT_TEXT_HASH] = { .name = "text_hash", .type = SB_FIELD_TEXT, .label = N_ ("SHA-256 of the text") },
  [SB_DOCUMENT_READ] = { .name = "read", .type = SB_FIELD_TIME, .flags = SB_FIELD_BOOKKEEPING, .label = N_ ("Read") },
  [SB_DOCUMENT_STARRED] = { .name = "starred", .type = SB_FIELD_BOOLEAN, .flags = SB_FIELD_BOOKKEEPING, .label = N_ ("Starred") },
  [SB_DOCUMENT_ARCHIVED] = { .name = "archived", .type = SB_FIELD_BOOLEAN, .flags = SB_FIELD_BOOKKEEPING, .label = N_ ("Archived") },
  [SB_DOCUMENT_LINKS] = { .name = "links", .type = SB_FIELD_LIST, .item = &sb_document_link_schema, .label = N_ ("Related documents") },
  [SB_DOCUMENT_CAPTURES] = { .name = "captures", .type = SB_FIELD_LIST, .item = &sb_document_capture_schema, .label = N_ ("Captures") },
  [SB_DOCUMENT_FIRST] = { .name = "first", .type = SB_FIELD_REF, .flags = SB_FIELD_DERIVED, .target = SB_KIND_DOCUMENT, .label = N_ ("First published as") },
  [SB_DOCUMENT_REPUBLICATIONS] = { .name = "republications", .type = SB_FIELD_INTEGER, .flags = SB_FIELD_DERIVED, .label = N_ ("Republications") },
};

const SbSchema sb_document_schema = {
  .kind = SB_KIND_DOCUMENT,
  .name = "document",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = SB_DOCUMENT_TITLE,
};

char *
sb_document_link_describe_finding (SbRecord *link,
                                   SbLanguage language)
{
  g_autofree char *likeness = NULL;

  g_return_val_if_fail (SB_IS_RECORD (link), NULL);

  if (!sb_record_get_boolean (link, SB_DOCUMENT_LINK_FOUND))
    return NULL;

  likeness = sb_number_format ((double) sb_record_get_integer (link, SB_DOCUMENT_LINK_LIKENESS, 0), 0, language);
  /* Translators: a number; how much of the text of a document is in another one. */
  return g_strdup_printf (sb_translate (language, "found by the program: %s%% of the text in common"), likeness);
}
