/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-domain"

#include "config.h"

#include "sb-document.h"

#include <glib/gi18n.h>
#include <string.h>

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
  { SB_DOCUMENT_RELATION_ATTACHED, "attached", N_ ("Is attached to") },
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

static const SbField attachment_fields[] = {
  [SB_ATTACHMENT_URL] = { .name = "url", .type = SB_FIELD_TEXT, .flags = SB_FIELD_REQUIRED, .label = N_ ("Address") },
  [SB_ATTACHMENT_NAME] = { .name = "name", .type = SB_FIELD_TEXT, .label = N_ ("Name of the file") },
  [SB_ATTACHMENT_MEDIA_TYPE] = { .name = "media_type", .type = SB_FIELD_TEXT, .label = N_ ("Media type") },
  [SB_ATTACHMENT_SIZE] = { .name = "size", .type = SB_FIELD_INTEGER, .label = N_ ("Size in bytes") },
  [SB_ATTACHMENT_PAGES] = { .name = "pages", .type = SB_FIELD_INTEGER, .label = N_ ("Number of pages") },
  [SB_ATTACHMENT_DESCRIPTION] = { .name = "description", .type = SB_FIELD_TEXT, .label = N_ ("Description") },
};

const SbSchema sb_document_attachment_schema = {
  .kind = SB_KIND_NONE,
  .name = "document_attachment",
  .fields = attachment_fields,
  .n_fields = G_N_ELEMENTS (attachment_fields),
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
  [SB_DOCUMENT_REFERENCE] = { .name = "reference", .type = SB_FIELD_BILINGUAL, .flags = SB_FIELD_ONCE_TEXT, .label = N_ ("Bibliographic reference") },
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
  [SB_DOCUMENT_ATTACHMENTS] = { .name = "attachments", .type = SB_FIELD_LIST, .item = &sb_document_attachment_schema, .label = N_ ("Attachments") },
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

/* Media types of files that reports come as, by the names that people know. */
static const struct
{
  const char *media_type;
  const char *name;
} format_names[] = {
  { "application/epub+zip", "EPUB" },
  { "application/msword", "DOC" },
  { "application/pdf", "PDF" },
  { "application/rtf", "RTF" },
  { "application/vnd.ms-excel", "XLS" },
  { "application/vnd.ms-powerpoint", "PPT" },
  { "application/vnd.oasis.opendocument.presentation", "ODP" },
  { "application/vnd.oasis.opendocument.spreadsheet", "ODS" },
  { "application/vnd.oasis.opendocument.text", "ODT" },
  { "application/vnd.openxmlformats-officedocument.presentationml.presentation", "PPTX" },
  { "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "XLSX" },
  { "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "DOCX" },
  { "application/zip", "ZIP" },
  { "text/csv", "CSV" },
  { "text/html", "HTML" },
  { "text/markdown", "Markdown" },
  { "text/rtf", "RTF" },
};

/* Of the name of a file, as long as endings are. */
static char *
dup_ending (SbRecord *attachment)
{
  const char *name = sb_record_get_text (attachment, SB_ATTACHMENT_NAME);
  const char *dot = name != NULL ? strrchr (name, '.') : NULL;

  return dot != NULL && strlen (dot) > 1 && strlen (dot) <= 5 ? g_ascii_strup (dot + 1, -1) : NULL;
}

/* "PDF"; by the name of the file when the publisher does not say what it is. */
static char *
dup_format_name (SbRecord *attachment)
{
  const char *media_type = sb_record_get_text (attachment, SB_ATTACHMENT_MEDIA_TYPE);

  for (guint i = 0; media_type != NULL && i < G_N_ELEMENTS (format_names); i++)
    if (g_ascii_strcasecmp (format_names[i].media_type, media_type) == 0)
      return g_strdup (format_names[i].name);

  return media_type == NULL || g_str_equal (media_type, "application/octet-stream") ? dup_ending (attachment) : g_strdup (media_type);
}

char *
sb_attachment_dup_name (SbRecord *attachment)
{
  static const SbAttachmentField names[] = { SB_ATTACHMENT_NAME, SB_ATTACHMENT_DESCRIPTION, SB_ATTACHMENT_URL };
  const char *name = NULL;

  g_return_val_if_fail (SB_IS_RECORD (attachment), NULL);

  for (guint i = 0; name == NULL && i < G_N_ELEMENTS (names); i++)
    name = sb_record_get_text (attachment, names[i]);
  return g_strdup (name);
}

static void
append_part (GString *line,
             const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", part);
}

char *
sb_attachment_describe (SbRecord *attachment,
                        SbLanguage language)
{
  GString *line = g_string_new (NULL);
  gint64 n_pages;
  gint64 size;
  g_autofree char *format = NULL;
  g_autofree char *pages = NULL;
  g_autofree char *bytes = NULL;

  g_return_val_if_fail (SB_IS_RECORD (attachment), NULL);

  n_pages = sb_record_get_integer (attachment, SB_ATTACHMENT_PAGES, 0);
  size = sb_record_get_integer (attachment, SB_ATTACHMENT_SIZE, 0);
  if (n_pages > 0 && n_pages < G_MAXUINT)
    pages = g_strdup_printf (sb_translate_plural (language, "%u page", "%u pages", (guint) n_pages), (guint) n_pages);
  if (size > 0)
    bytes = sb_size_format ((guint64) size, language);
  format = dup_format_name (attachment);
  append_part (line, format);
  append_part (line, pages);
  append_part (line, bytes);
  if (sb_record_has (attachment, SB_ATTACHMENT_NAME))
    append_part (line, sb_record_get_text (attachment, SB_ATTACHMENT_DESCRIPTION));
  return g_string_free (line, FALSE);
}
