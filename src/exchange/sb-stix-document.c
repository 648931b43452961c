/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-exchange"

#include "config.h"

#include "sb-stix-kinds.h"

#include "sb-document.h"
#include "sb-source.h"
#include "sb-stix-object.h"

gboolean
sb_stix_write_source (SbStixWriter *self,
                      SbRecord *source,
                      GError **error)
{
  g_autofree char *id = sb_stix_dup_id ("identity", sb_record_get_uuid (source));
  JsonBuilder *builder = sb_stix_writer_begin (self, "identity", id, source);
  int kind = sb_record_get_term (source, SB_SOURCE_KIND, -1);
  SbBilingual *name = sb_record_get_bilingual (source, SB_SOURCE_NAME);
  /* A name in one language is that in the other one as well. */
  gboolean is_one_name = sb_bilingual_get (name, SB_LANGUAGE_FR) == NULL || sb_bilingual_get (name, SB_LANGUAGE_EN) == NULL;
  const SbStixWords words[] = {
    { "name", is_one_name ? NULL : name },
    { "description", sb_record_get_bilingual (source, SB_SOURCE_DESCRIPTOR) },
    { NULL, NULL },
  };

  if (builder == NULL)
    return TRUE;

  if (is_one_name)
    _sb_json_add_text (builder, "name", sb_bilingual_get_any (name, self->exporter->request->language));
  _sb_json_add_text (builder, "identity_class",
                     kind == SB_SOURCE_KIND_PERSON || kind == SB_SOURCE_KIND_ANONYMOUS ? "individual" : "organization");
  sb_stix_add_label (builder, _sb_record_get_term_name (source, SB_SOURCE_KIND));
  return sb_stix_finish (self, builder, id, source, words, error);
}

gboolean
sb_stix_need_source (SbStixWriter *self,
                     SbRef *ref,
                     char **id,
                     GError **error)
{
  SbRecord *source;

  *id = NULL;
  if (!sb_stix_look_up (self, ref, &source, error))
    return FALSE;
  if (source == NULL)
    return TRUE;

  *id = sb_stix_dup_id ("identity", sb_record_get_uuid (source));
  return sb_stix_write_source (self, source, error);
}

/* A document is the report that the objects resting on it are in, and its source
 * made it. */
gboolean
sb_stix_write_document (SbStixWriter *self,
                        SbRecord *document,
                        GError **error)
{
  g_autofree char *id = sb_stix_dup_id ("report", sb_record_get_uuid (document));
  gint64 key = sb_record_get_id (document);
  GPtrArray *refs = g_hash_table_lookup (self->by_document, &key);
  SbDate *date = sb_record_get_date (document, SB_DOCUMENT_DATE);
  g_autofree char *creator = NULL;
  JsonBuilder *builder;
  int day;

  if (!sb_stix_need_source (self, sb_record_get_ref (document, SB_DOCUMENT_SOURCE), &creator, error))
    return FALSE;

  builder = refs != NULL ? sb_stix_writer_begin (self, "report", id, document) : NULL;
  if (builder == NULL)
    return TRUE;

  _sb_json_add_text (builder, "created_by_ref", creator);
  _sb_json_add_text (builder, "name", sb_record_get_text (document, SB_DOCUMENT_TITLE));
  _sb_json_add_text (builder, "lang", sb_record_get_text (document, SB_DOCUMENT_LANGUAGE));
  _sb_json_add_text (builder, "description", sb_record_get_text (document, SB_DOCUMENT_LEAD));
  day = date != NULL ? sb_date_get_first_day (date) : sb_day_from_time (sb_record_get_time (document, SB_DOCUMENT_FETCHED));
  if (day <= SB_DATE_DAY_MIN)
    day = sb_day_from_time (sb_record_get_created (document));
  sb_stix_add_day (builder, "published", day, FALSE);
  sb_stix_add_refs (builder, refs);
  return sb_stix_writer_end (self, builder, error);
}
