/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sync"

#include "config.h"

#include "sb-republication.h"

#include <glib/gi18n.h>

#include "sb-catalogue-error.h"
#include "sb-document.h"
#include "sb-record-builder.h"

static SbRecord *
get_document (SbStore *store,
              gint64 id,
              GError **error)
{
  g_autoptr (GError) failure = NULL;
  SbRecord *document = sb_store_get (store, SB_KIND_DOCUMENT, id, &failure);

  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (document == NULL)
    g_set_error (error, SB_CATALOGUE_ERROR, SB_CATALOGUE_ERROR_UNKNOWN_REFERENCE, "There is no document %" G_GINT64_FORMAT, id);

  return document;
}

static gint64
get_first (SbRecord *document)
{
  SbRef *first = sb_record_get_ref (document, SB_DOCUMENT_FIRST);

  return first != NULL ? sb_ref_get_id (first) : sb_record_get_id (document);
}

/* What @document is said not to republish; 0 for nothing. */
static gint64
find_distinct (SbRecord *document)
{
  for (guint i = 0; i < sb_record_get_n_items (document, SB_DOCUMENT_LINKS); i++)
    {
      SbRecord *link = sb_record_get_item (document, SB_DOCUMENT_LINKS, i);

      if (sb_record_get_term (link, SB_DOCUMENT_LINK_RELATION, -1) == SB_DOCUMENT_RELATION_DISTINCT)
        return sb_ref_get_id (sb_record_get_ref (link, SB_DOCUMENT_LINK_DOCUMENT));
    }

  return 0;
}

/* Whether what is said now takes the place of @link: what was found, and what was
 * said, of @other or its group. */
static gboolean
is_replaced (SbStore *store,
             SbRecord *link,
             SbRecord *other,
             SbRepublicationWord word)
{
  gint64 target = sb_ref_get_id (sb_record_get_ref (link, SB_DOCUMENT_LINK_DOCUMENT));
  int relation = sb_record_get_term (link, SB_DOCUMENT_LINK_RELATION, -1);
  gboolean is_found = sb_record_get_boolean (link, SB_DOCUMENT_LINK_FOUND);
  g_autoptr (SbRecord) record = NULL;

  if (relation == SB_DOCUMENT_RELATION_CITES || relation == SB_DOCUMENT_RELATION_TRANSLATES ||
      (relation == SB_DOCUMENT_RELATION_SUPERSEDES && !is_found))
    return FALSE;
  if (target == sb_record_get_id (other))
    return TRUE;

  record = sb_store_get (store, SB_KIND_DOCUMENT, target, NULL);
  return record != NULL && (is_found || word != SB_REPUBLICATION_YES) && get_first (record) == get_first (other);
}

static void
add_link (SbRecordBuilder *builder,
          SbDocumentRelation relation,
          SbRecord *other)
{
  SbRecordBuilder *link = sb_record_builder_new (&sb_document_link_schema);
  g_autoptr (SbRef) ref = sb_record_dup_ref (other);

  sb_record_builder_set_term (link, SB_DOCUMENT_LINK_RELATION, relation);
  sb_record_builder_set_ref (link, SB_DOCUMENT_LINK_DOCUMENT, ref);
  sb_record_builder_take_item (builder, SB_DOCUMENT_LINKS, sb_record_builder_end (link));
}

/* @document as it is said to be; NULL when nothing was said that could be
 * forgotten. */
static SbRecord *
make_document (SbStore *store,
               SbRecord *document,
               SbRecord *other,
               SbRepublicationWord word)
{
  g_autoptr (SbRecordBuilder) builder = sb_record_builder_new_from (document);
  guint n_replaced = 0;

  sb_record_builder_clear (builder, SB_DOCUMENT_LINKS);
  for (guint i = 0; i < sb_record_get_n_items (document, SB_DOCUMENT_LINKS); i++)
    {
      SbRecord *link = sb_record_get_item (document, SB_DOCUMENT_LINKS, i);

      if (is_replaced (store, link, other, word))
        n_replaced++;
      else
        sb_record_builder_take_item (builder, SB_DOCUMENT_LINKS, g_object_ref (link));
    }

  if (word == SB_REPUBLICATION_FORGET && n_replaced == 0)
    return NULL;

  if (word != SB_REPUBLICATION_FORGET)
    add_link (builder, word == SB_REPUBLICATION_YES ? SB_DOCUMENT_RELATION_REPUBLISHES : SB_DOCUMENT_RELATION_DISTINCT, other);
  return sb_record_builder_end (g_steal_pointer (&builder));
}

static const char *
get_label (SbRepublicationWord word)
{
  switch (word)
    {
    case SB_REPUBLICATION_YES:
      return _ ("Confirm a republication");
    case SB_REPUBLICATION_NO:
      return _ ("Part a document from what it was taken to republish");
    case SB_REPUBLICATION_FORGET:
    default:
      return _ ("Forget what was said of a republication");
    }
}

gboolean
sb_republication_say (SbStore *store,
                      gint64 document,
                      gint64 other,
                      SbRepublicationWord word,
                      GError **error)
{
  g_autoptr (SbStoreHold) hold = sb_store_hold (store, error);
  g_autoptr (SbRecord) stored = NULL;
  g_autoptr (SbRecord) other_stored = NULL;
  g_autoptr (SbRecord) changed = NULL;
  g_autoptr (SbChangeSet) changes = sb_change_set_new (get_label (word));

  stored = hold != NULL ? get_document (store, document, error) : NULL;
  if (stored == NULL)
    return FALSE;

  if (other == 0)
    other = word == SB_REPUBLICATION_FORGET && find_distinct (stored) != 0 ? find_distinct (stored) : get_first (stored);
  other_stored = get_document (store, other, error);
  if (other_stored == NULL)
    return FALSE;

  changed = other != document ? make_document (store, stored, other_stored, word) : NULL;
  if (changed == NULL)
    {
      g_set_error_literal (error, SB_CATALOGUE_ERROR, SB_CATALOGUE_ERROR_INVALID, "the document republishes no other one");
      return FALSE;
    }

  sb_change_set_put (changes, changed);
  return sb_store_apply (store, changes, error) >= 0 && sb_store_hold_commit (hold, error);
}
