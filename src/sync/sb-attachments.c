/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sync"

#include "config.h"

#include "sb-attachments.h"

#include <string.h>

#include "sb-table-file.h"

/* Beginnings of media types. */
static const char *const document_types[] = {
  "application/epub+zip",
  "application/msword",
  "application/pdf",
  "application/rtf",
  "application/vnd.ms-",
  "application/vnd.oasis.opendocument.",
  "application/vnd.openxmlformats-",
  "application/zip",
  "text/csv",
  "text/html",
  "text/markdown",
  "text/plain",
  "text/rtf",
};

/* For servers that call everything a stream of octets, or say nothing. */
static const char *const document_suffixes[] = {
  ".csv",
  ".doc",
  ".docx",
  ".epub",
  ".md",
  ".odp",
  ".ods",
  ".odt",
  ".pdf",
  ".ppt",
  ".pptx",
  ".rtf",
  ".txt",
  ".xls",
  ".xlsx",
  ".zip",
};

/* The last part of the path of @url, as a file is called; NULL when there is none. */
static char *
dup_file_name (const char *url)
{
  g_autoptr (GUri) uri = g_uri_parse (url, G_URI_FLAGS_PARSE_RELAXED, NULL);
  const char *path = uri != NULL ? g_uri_get_path (uri) : NULL;
  const char *slash = path != NULL ? strrchr (path, '/') : NULL;
  const char *name = slash != NULL ? slash + 1 : path;

  return name != NULL && *name != '\0' && g_utf8_validate (name, -1, NULL) ? g_strdup (name) : NULL;
}

static gboolean
is_document (const SbFeedEnclosure *enclosure)
{
  g_autofree char *type = g_ascii_strdown (enclosure->type != NULL ? enclosure->type : "", -1);
  g_autofree char *name = NULL;
  g_autofree char *lower = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (document_types); i++)
    if (g_str_has_prefix (type, document_types[i]))
      return TRUE;
  if (*type != '\0' && !g_str_has_prefix (type, "application/octet-stream") && !g_str_has_prefix (type, "binary/"))
    return FALSE;

  name = dup_file_name (enclosure->url);
  lower = g_ascii_strdown (name != NULL ? name : "", -1);
  for (guint i = 0; i < G_N_ELEMENTS (document_suffixes); i++)
    if (g_str_has_suffix (lower, document_suffixes[i]))
      return TRUE;

  return FALSE;
}

/* "application/pdf; charset=binary" without what follows. */
static char *
dup_media_type (const char *type)
{
  g_autofree char *bare = type != NULL ? g_strndup (type, strcspn (type, "; \t")) : NULL;

  return bare != NULL && *bare != '\0' ? g_ascii_strdown (bare, -1) : NULL;
}

static SbRecord *
attachment_new (const SbTableFile *file)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_document_attachment_schema);

  sb_record_builder_set_text (builder, SB_ATTACHMENT_URL, file->url);
  sb_record_builder_set_text (builder, SB_ATTACHMENT_NAME, file->name);
  sb_record_builder_set_text (builder, SB_ATTACHMENT_MEDIA_TYPE, file->media_type);
  sb_record_builder_set_text (builder, SB_ATTACHMENT_DESCRIPTION, file->description);
  if (file->size > 0)
    sb_record_builder_set_integer (builder, SB_ATTACHMENT_SIZE, file->size);
  if (file->pages > 0)
    sb_record_builder_set_integer (builder, SB_ATTACHMENT_PAGES, file->pages);
  return sb_record_builder_end (builder);
}

void
sb_attachments_set_files (SbRecordBuilder *builder,
                          GPtrArray *files)
{
  g_return_if_fail (builder != NULL && files != NULL);

  sb_record_builder_clear (builder, SB_DOCUMENT_ATTACHMENTS);
  for (guint i = 0; i < files->len; i++)
    sb_record_builder_take_item (builder, SB_DOCUMENT_ATTACHMENTS, attachment_new (g_ptr_array_index (files, i)));
}

void
sb_attachments_set_enclosures (SbRecordBuilder *builder,
                               const SbParsedItem *item)
{
  guint n_enclosures;
  const SbFeedEnclosure *enclosures;

  g_return_if_fail (builder != NULL && item != NULL);

  enclosures = sb_parsed_item_get_enclosures (item, &n_enclosures);
  sb_record_builder_clear (builder, SB_DOCUMENT_ATTACHMENTS);
  for (guint i = 0; i < n_enclosures; i++)
    {
      const SbFeedEnclosure *enclosure = &enclosures[i];
      g_autofree char *name = dup_file_name (enclosure->url);
      g_autofree char *media_type = dup_media_type (enclosure->type);
      const SbTableFile file = { .url = enclosure->url, .name = name, .media_type = media_type, .size = MAX (enclosure->length, 0) };

      if (is_document (enclosure))
        sb_record_builder_take_item (builder, SB_DOCUMENT_ATTACHMENTS, attachment_new (&file));
    }
}

gboolean
sb_attachments_has_enclosures (SbRecord *document,
                               const SbParsedItem *item)
{
  guint n_enclosures;
  const SbFeedEnclosure *enclosures;
  guint n_documents = 0;

  g_return_val_if_fail (SB_IS_RECORD (document) && item != NULL, FALSE);

  enclosures = sb_parsed_item_get_enclosures (item, &n_enclosures);
  for (guint i = 0; i < n_enclosures; i++)
    {
      SbRecord *known;

      if (!is_document (&enclosures[i]))
        continue;

      known = sb_attachments_get (document, ++n_documents);
      if (known == NULL || g_strcmp0 (sb_record_get_text (known, SB_ATTACHMENT_URL), enclosures[i].url) != 0 ||
          sb_record_get_integer (known, SB_ATTACHMENT_SIZE, 0) != MAX (enclosures[i].length, 0))
        return FALSE;
    }

  return n_documents == sb_record_get_n_items (document, SB_DOCUMENT_ATTACHMENTS);
}

SbRecord *
sb_attachments_get (SbRecord *document,
                    guint number)
{
  g_return_val_if_fail (SB_IS_RECORD (document), NULL);

  if (number == 0 || number > sb_record_get_n_items (document, SB_DOCUMENT_ATTACHMENTS))
    return NULL;

  return sb_record_get_item (document, SB_DOCUMENT_ATTACHMENTS, number - 1);
}
