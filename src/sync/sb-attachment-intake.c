/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sync"

#include "config.h"

#include "sb-attachment-intake.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sb-article-store.h"
#include "sb-attachment-store.h"
#include "sb-attachments.h"
#include "sb-captures.h"
#include "sb-document-error.h"
#include "sb-document-reader.h"
#include "sb-feed.h"
#include "sb-feeds-error.h"
#include "sb-import-private.h"
#include "sb-service.h"

G_DEFINE_QUARK (sb - attachment - error - quark, sb_attachment_error)

void
sb_attachment_wanted_free (SbAttachmentWanted *self)
{
  if (self == NULL)
    return;

  g_free (self->url);
  g_free (self->referrer);
  g_free (self->name);
  g_free (self);
}

void
sb_attachment_draft_free (SbAttachmentDraft *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->fetch, sb_fetch_result_unref);
  g_clear_pointer (&self->extraction, sb_extraction_unref);
  g_free (self);
}

/* Who told of the attachments of @document: its feed, or where its service is asked.
 * NULL for a document that came in a file, which may be anybody's. */
static gboolean
find_referrer (SbStore *store,
               SbRecord *document,
               char **referrer,
               GError **error)
{
  SbRef *ref = sb_record_get_ref (document, SB_DOCUMENT_FEED);
  g_autoptr (SbRecord) feed = NULL;
  g_autoptr (SbServicePlace) place = NULL;
  const SbService *service;

  *referrer = NULL;
  if (ref == NULL)
    return TRUE;

  feed = sb_store_get (store, SB_KIND_FEED, sb_ref_get_id (ref), error);
  if (feed == NULL)
    return FALSE;

  service = sb_service_get ((SbFeedKind) sb_record_get_term (feed, SB_FEED_KIND, SB_FEED_KIND_FEED));
  if (service == NULL)
    {
      *referrer = g_strdup (sb_record_get_text (feed, SB_FEED_URL));
      return TRUE;
    }

  place = sb_service_place_new (service, error);
  if (place == NULL)
    return FALSE;

  *referrer = g_strdup (place->address);
  return TRUE;
}

static SbRecord *
find_attachment (SbRecord *document,
                 const char *url)
{
  SbRecord *attachment;

  for (guint i = 1; (attachment = sb_attachments_get (document, i)) != NULL; i++)
    if (g_strcmp0 (sb_record_get_text (attachment, SB_ATTACHMENT_URL), url) == 0)
      return attachment;

  return NULL;
}

SbAttachmentWanted *
sb_attachment_wanted_new (SbStore *store,
                          gint64 document,
                          const char *url,
                          GError **error)
{
  g_autoptr (SbAttachmentWanted) self = NULL;
  g_autoptr (GError) failure = NULL;
  g_autoptr (SbRecord) stored = NULL;
  SbRecord *attachment;
  const char *media_type;

  g_return_val_if_fail (SB_IS_STORE (store) && url != NULL, NULL);

  stored = sb_store_get (store, SB_KIND_DOCUMENT, document, &failure);
  attachment = stored != NULL ? find_attachment (stored, url) : NULL;
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  if (attachment == NULL)
    {
      g_set_error (error, SB_ATTACHMENT_ERROR, SB_FEEDS_ERROR_NOT_FOUND, "%s: is no attachment any more", url);
      return NULL;
    }

  media_type = sb_record_get_text (attachment, SB_ATTACHMENT_MEDIA_TYPE);
  self = g_new0 (SbAttachmentWanted, 1);
  self->document = document;
  self->url = g_strdup (url);
  self->name = sb_attachment_dup_name (attachment);
  self->may_be_page = media_type != NULL && strstr (media_type, "html") != NULL;
  return find_referrer (store, stored, &self->referrer, error) ? g_steal_pointer (&self) : NULL;
}

/* What a server says of a file is worth little: the name tells, where the bytes do not. */
static const char *
get_content_type (const SbAttachmentWanted *wanted,
                  SbFetchResult *fetch)
{
  const char *of_name = sb_content_type_for_name (wanted->name);

  return of_name != NULL && !wanted->may_be_page ? of_name : sb_fetch_result_get_content_type (fetch);
}

/* A server that asks to sign in, or has lost the file, may send a page that says so. */
static gboolean
is_page_instead (const SbAttachmentWanted *wanted,
                 SbFetchResult *fetch)
{
  const char *of_name = sb_content_type_for_name (wanted->name);

  if (wanted->may_be_page || (of_name != NULL && strstr (of_name, "html") != NULL))
    return FALSE;

  return sb_format_guess (sb_fetch_result_get_body (fetch), NULL) == SB_FORMAT_HTML;
}

static SbExtraction *
read_text (const SbAttachmentWanted *wanted,
           SbFetchResult *fetch,
           SbExtractScope scope,
           GCancellable *cancellable,
           GError **error)
{
  return sb_extract (sb_fetch_result_get_body (fetch), get_content_type (wanted, fetch), wanted->url, scope, cancellable, error);
}

SbAttachmentDraft *
sb_attachment_draft_new (const SbAttachmentWanted *wanted,
                         SbFetchResult *fetch,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (SbAttachmentDraft) self = NULL;
  const GError *failure;

  g_return_val_if_fail (wanted != NULL && fetch != NULL, NULL);

  failure = sb_fetch_result_get_error (fetch);
  if (failure != NULL)
    {
      g_set_error_literal (error, SB_ATTACHMENT_ERROR, failure->code, failure->message);
      return NULL;
    }
  if (is_page_instead (wanted, fetch))
    {
      g_set_error (error, SB_ATTACHMENT_ERROR, SB_FEEDS_ERROR_HTML, "%s: a page", wanted->url);
      return NULL;
    }

  self = g_new0 (SbAttachmentDraft, 1);
  self->fetch = sb_fetch_result_ref (fetch);
  self->extraction = read_text (wanted, fetch, SB_EXTRACT_ARTICLE, cancellable, error);
  if (self->extraction == NULL)
    return NULL;

  /* A page that is no article has its text elsewhere. */
  if (sb_extraction_count_words (self->extraction) == 0)
    {
      g_clear_pointer (&self->extraction, sb_extraction_unref);
      self->extraction = read_text (wanted, fetch, SB_EXTRACT_WHOLE, cancellable, error);
      if (self->extraction == NULL)
        return NULL;
    }

  if (sb_extraction_count_words (self->extraction) > 0)
    return g_steal_pointer (&self);

  g_set_error (error, SB_DOCUMENT_ERROR, SB_DOCUMENT_ERROR_EMPTY, "%s: there is no text", wanted->url);
  return NULL;
}

/* Says what @stored (nullable) is attached to, unless that is said. */
static void
add_link (SbRecordBuilder *builder,
          SbRecord *stored,
          SbRecord *report)
{
  SbRecordBuilder *link;
  g_autoptr (SbRef) ref = sb_record_dup_ref (report);

  for (guint i = 0; stored != NULL && i < sb_record_get_n_items (stored, SB_DOCUMENT_LINKS); i++)
    {
      SbRecord *known = sb_record_get_item (stored, SB_DOCUMENT_LINKS, i);

      if (sb_record_get_term (known, SB_DOCUMENT_LINK_RELATION, -1) == SB_DOCUMENT_RELATION_ATTACHED &&
          sb_ref_get_id (sb_record_get_ref (known, SB_DOCUMENT_LINK_DOCUMENT)) == sb_record_get_id (report))
        return;
    }

  link = sb_record_builder_new (&sb_document_link_schema);
  sb_record_builder_set_term (link, SB_DOCUMENT_LINK_RELATION, SB_DOCUMENT_RELATION_ATTACHED);
  sb_record_builder_set_ref (link, SB_DOCUMENT_LINK_DOCUMENT, ref);
  sb_record_builder_take_item (builder, SB_DOCUMENT_LINKS, sb_record_builder_end (link));
}

/* A document of the file: who published the report published the file, that day. */
static SbRecordBuilder *
begin_document (const SbAttachmentWanted *wanted,
                SbAttachmentDraft *draft,
                SbRecord *report,
                const char *uuid)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_document_schema);
  GBytes *body = sb_fetch_result_get_body (draft->fetch);
  const SbImportDocument file = { _sb_import_guess_kind (body, wanted->name), wanted->name, body, draft->extraction };
  SbDate *date = sb_record_get_date (report, SB_DOCUMENT_DATE);

  sb_record_builder_set_uuid (builder, uuid);
  _sb_import_describe_document (&file, builder);
  sb_record_builder_set_text (builder, SB_DOCUMENT_URL, wanted->url);
  sb_record_builder_set_ref (builder, SB_DOCUMENT_SOURCE, sb_record_get_ref (report, SB_DOCUMENT_SOURCE));
  if (date != NULL)
    sb_record_builder_set_date (builder, SB_DOCUMENT_DATE, date);
  if (sb_extraction_get_language (draft->extraction) == NULL)
    sb_record_builder_set_text (builder, SB_DOCUMENT_LANGUAGE, sb_record_get_text (report, SB_DOCUMENT_LANGUAGE));
  return builder;
}

static gint64
store_file (SbStore *store,
            const SbAttachmentWanted *wanted,
            SbAttachmentDraft *draft,
            SbRecord *report,
            GError **error)
{
  GBytes *body = sb_fetch_result_get_body (draft->fetch);
  g_autofree char *uuid = _sb_import_make_document_uuid (body);
  g_autoptr (GError) failure = NULL;
  g_autoptr (SbRecord) stored = sb_store_get_by_uuid (store, SB_KIND_DOCUMENT, uuid, &failure);
  g_autoptr (SbChangeSet) changes = sb_change_set_new (_ ("Fetch an attachment"));
  g_autoptr (SbRecord) document = NULL;
  g_autoptr (SbRecord) now = NULL;
  SbRecordBuilder *builder;

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return 0;
    }

  builder = stored != NULL ? sb_record_builder_new_from (stored) : begin_document (wanted, draft, report, uuid);
  add_link (builder, stored, report);
  sb_capture_add (builder, stored, draft->fetch);
  document = sb_record_builder_end (builder);
  if (stored != NULL)
    sb_change_set_put (changes, document);
  else
    sb_change_set_put_document (changes, document, sb_extraction_get_blocks (draft->extraction), body);
  if (!sb_store_keep_bytes (store, body, error) || sb_store_apply (store, changes, error) < 0)
    return 0;

  now = sb_store_get_by_uuid (store, SB_KIND_DOCUMENT, uuid, error);
  return now != NULL ? sb_record_get_id (now) : 0;
}

gint64
sb_attachment_intake (SbStore *store,
                      const SbAttachmentWanted *wanted,
                      SbAttachmentDraft *draft,
                      GError **error)
{
  g_autoptr (SbStoreHold) hold = NULL;
  g_autoptr (GError) failure = NULL;
  g_autoptr (SbRecord) report = NULL;
  gint64 id;

  g_return_val_if_fail (SB_IS_STORE (store), 0);
  g_return_val_if_fail (wanted != NULL && draft != NULL, 0);

  hold = sb_store_hold (store, error);
  if (hold == NULL)
    return 0;

  report = sb_store_get (store, SB_KIND_DOCUMENT, wanted->document, &failure);
  if (report == NULL)
    {
      if (failure == NULL)
        g_set_error (&failure, SB_ATTACHMENT_ERROR, SB_FEEDS_ERROR_NOT_FOUND, "%s: its document is gone", wanted->url);
      g_propagate_error (error, g_steal_pointer (&failure));
      return 0;
    }

  id = store_file (store, wanted, draft, report, error);
  return id != 0 && sb_store_hold_commit (hold, error) ? id : 0;
}

GArray *
sb_attachments_list_fetched (SbStore *store,
                             SbRecord *document,
                             GError **error)
{
  g_autoptr (GHashTable) fetched = NULL;
  GArray *ids;
  SbRecord *attachment;

  g_return_val_if_fail (SB_IS_STORE (store) && SB_IS_RECORD (document), NULL);

  fetched = sb_store_list_attached (store, sb_record_get_id (document), error);
  if (fetched == NULL)
    return NULL;

  ids = g_array_new (FALSE, TRUE, sizeof (gint64));
  for (guint i = 1; (attachment = sb_attachments_get (document, i)) != NULL; i++)
    {
      const gint64 *known = g_hash_table_lookup (fetched, sb_record_get_text (attachment, SB_ATTACHMENT_URL));
      gint64 id = known != NULL ? *known : 0;

      g_array_append_val (ids, id);
    }

  return ids;
}
