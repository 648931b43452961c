/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sync"

#include "config.h"

#include "sb-likeness-links.h"

static gboolean
is_found (SbRecord *link)
{
  return sb_record_get_boolean (link, SB_DOCUMENT_LINK_FOUND);
}

gboolean
_sb_links_say_original (SbRecord *document)
{
  for (guint i = 0; i < sb_record_get_n_items (document, SB_DOCUMENT_LINKS); i++)
    {
      SbRecord *link = sb_record_get_item (document, SB_DOCUMENT_LINKS, i);
      int relation = sb_record_get_term (link, SB_DOCUMENT_LINK_RELATION, SB_DOCUMENT_RELATION_CITES);

      if (!is_found (link) && (relation == SB_DOCUMENT_RELATION_REPUBLISHES || relation == SB_DOCUMENT_RELATION_TRANSLATES))
        return TRUE;
    }

  return FALSE;
}

gboolean
_sb_links_have_found (SbRecord *document,
                      SbRecord *other)
{
  for (guint i = 0; i < sb_record_get_n_items (document, SB_DOCUMENT_LINKS); i++)
    {
      SbRecord *link = sb_record_get_item (document, SB_DOCUMENT_LINKS, i);

      if (is_found (link) && sb_ref_get_id (sb_record_get_ref (link, SB_DOCUMENT_LINK_DOCUMENT)) == sb_record_get_id (other))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_id (GArray *ids,
        gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;

  return FALSE;
}

void
_sb_links_add_found (SbRecord *document,
                     GArray *ids)
{
  for (guint i = 0; i < sb_record_get_n_items (document, SB_DOCUMENT_LINKS); i++)
    {
      SbRecord *link = sb_record_get_item (document, SB_DOCUMENT_LINKS, i);
      gint64 id = sb_ref_get_id (sb_record_get_ref (link, SB_DOCUMENT_LINK_DOCUMENT));

      if (is_found (link) && !has_id (ids, id))
        g_array_append_val (ids, id);
    }
}

void
_sb_links_add (SbRecordBuilder *builder,
               SbDocumentRelation relation,
               SbRecord *to,
               double likeness)
{
  SbRecordBuilder *link = sb_record_builder_new (&sb_document_link_schema);
  g_autoptr (SbRef) ref = sb_record_dup_ref (to);

  sb_record_builder_set_term (link, SB_DOCUMENT_LINK_RELATION, relation);
  sb_record_builder_set_ref (link, SB_DOCUMENT_LINK_DOCUMENT, ref);
  sb_record_builder_set_boolean (link, SB_DOCUMENT_LINK_FOUND, TRUE);
  sb_record_builder_set_integer (link, SB_DOCUMENT_LINK_LIKENESS, (gint64) (100 * likeness + 0.5));
  sb_record_builder_take_item (builder, SB_DOCUMENT_LINKS, sb_record_builder_end (link));
}

SbRecordBuilder *
_sb_links_begin (SbRecord *document,
                 SbFoundLinks drops,
                 SbDocumentRelation relation)
{
  SbRecordBuilder *builder = sb_record_builder_new_from (document);

  sb_record_builder_clear (builder, SB_DOCUMENT_LINKS);
  for (guint i = 0; i < sb_record_get_n_items (document, SB_DOCUMENT_LINKS); i++)
    {
      SbRecord *link = sb_record_get_item (document, SB_DOCUMENT_LINKS, i);
      gboolean is_of_relation = sb_record_get_term (link, SB_DOCUMENT_LINK_RELATION, SB_DOCUMENT_RELATION_CITES) == (int) relation;

      if (!is_found (link) || (drops == SB_FOUND_LINKS_OF_RELATION && !is_of_relation))
        sb_record_builder_take_item (builder, SB_DOCUMENT_LINKS, g_object_ref (link));
    }

  return builder;
}
