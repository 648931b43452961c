/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-record.h"

G_BEGIN_DECLS

/* One published text. Its blocks and its original bytes are kept apart from
 * it. */

typedef enum
{
  SB_DOCUMENT_KIND_ARTICLE,
  SB_DOCUMENT_KIND_REPORT,
  SB_DOCUMENT_KIND_NOTE,
  SB_DOCUMENT_KIND_LETTER,
  SB_DOCUMENT_KIND_OPINION,
  SB_DOCUMENT_KIND_SITREP,
  SB_DOCUMENT_KIND_PRESS,
  SB_DOCUMENT_KIND_STATEMENT,
  SB_DOCUMENT_KIND_DIGEST,
  SB_DOCUMENT_KIND_OTHER,
} SbDocumentKind;

typedef enum
{
  SB_DOCUMENT_RELATION_REPUBLISHES,
  SB_DOCUMENT_RELATION_TRANSLATES,
  SB_DOCUMENT_RELATION_CITES,
  SB_DOCUMENT_RELATION_SUPERSEDES,
  SB_DOCUMENT_RELATION_DISTINCT, /* looks like it, and is a text of its own */
  SB_DOCUMENT_RELATION_ATTACHED, /* is one of its attachments */
} SbDocumentRelation;

typedef enum
{
  SB_DOCUMENT_TITLE,
  SB_DOCUMENT_BYLINE,
  SB_DOCUMENT_SOURCE,
  SB_DOCUMENT_FEED,
  SB_DOCUMENT_URL,
  SB_DOCUMENT_ENTRY,
  SB_DOCUMENT_LANGUAGE,
  SB_DOCUMENT_DATE,
  SB_DOCUMENT_FETCHED,
  SB_DOCUMENT_KIND,
  SB_DOCUMENT_REFERENCE,
  SB_DOCUMENT_LEAD,
  SB_DOCUMENT_WORDS,
  SB_DOCUMENT_PAGES,
  SB_DOCUMENT_MEDIA_TYPE,
  SB_DOCUMENT_HASH,
  SB_DOCUMENT_TEXT_HASH,
  SB_DOCUMENT_READ,
  SB_DOCUMENT_STARRED,
  SB_DOCUMENT_ARCHIVED,
  SB_DOCUMENT_LINKS,
  SB_DOCUMENT_CAPTURES, /* the last one last */
  SB_DOCUMENT_ATTACHMENTS,
  SB_DOCUMENT_FIRST, /* of those that it republishes or translates, the first */
  SB_DOCUMENT_REPUBLICATIONS, /* how many republish or translate it */
} SbDocumentField;

typedef enum
{
  SB_DOCUMENT_LINK_RELATION,
  SB_DOCUMENT_LINK_DOCUMENT,
  SB_DOCUMENT_LINK_FOUND, /* by the program; what the analyst says is not */
  SB_DOCUMENT_LINK_LIKENESS, /* how much of it stands in the other one, in per cent */
} SbDocumentLinkField;

/* What a server answered with: the page as it was at a time, or a picture of it that
 * somebody wanted to see. Its bytes are kept apart from it, by their hash. */
typedef enum
{
  SB_CAPTURE_URL, /* the address that answered, after redirects; of a picture, as the page has it */
  SB_CAPTURE_TIME, /* in UTC */
  SB_CAPTURE_STATUS, /* of HTTP */
  SB_CAPTURE_MEDIA_TYPE, /* as the server says; of a picture, "image/…" as its bytes say */
  SB_CAPTURE_HASH, /* SHA-256 of the bytes, unpacked */
} SbCaptureField;

/* A file that is published with it: a report, a table, a map. Only what the publisher
 * says of it is known until it is fetched; then it is a document of its own. */
typedef enum
{
  SB_ATTACHMENT_URL,
  SB_ATTACHMENT_NAME, /* of the file */
  SB_ATTACHMENT_MEDIA_TYPE, /* as the publisher says */
  SB_ATTACHMENT_SIZE, /* in bytes, as the publisher says */
  SB_ATTACHMENT_PAGES,
  SB_ATTACHMENT_DESCRIPTION, /* "French version" */
} SbAttachmentField;

extern const SbVocabulary sb_document_kind_vocabulary;
extern const SbVocabulary sb_document_relation_vocabulary;

extern const SbSchema sb_document_link_schema;
extern const SbSchema sb_document_capture_schema;
extern const SbSchema sb_document_attachment_schema;
extern const SbSchema sb_document_schema;

/* That the program found @link, and how much the two texts have in common; NULL when
 * the analyst said it. */
char *sb_document_link_describe_finding (SbRecord *link,
                                         SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;

/* What to call @attachment, one of the items of %SB_DOCUMENT_ATTACHMENTS: its file, or
 * else what it is said to be, or its address. */
char *sb_attachment_dup_name (SbRecord *attachment) G_GNUC_WARN_UNUSED_RESULT;
/* What is known of the file beside its name, "PDF · 12 pages · 1.4 MB · French version";
 * empty when nothing is. */
char *sb_attachment_describe (SbRecord *attachment,
                              SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
