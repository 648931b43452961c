/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-exchange"

#include "config.h"

#include "sb-stix-kinds.h"

#include "sb-drawing.h"
#include "sb-stix-object.h"
#include "sb-zone.h"

/* What is only on maps: travel advice, and what the analyst drew. STIX has a word for
 * neither; both are notes, and their own fields are in the extension. */

/* The words of @field, or of @fallback where there are none: a note must say
 * something. */
static SbBilingual *
get_content (SbRecord *record,
             guint field,
             SbBilingual *fallback)
{
  SbBilingual *text = sb_record_get_bilingual (record, field);

  return text != NULL ? text : fallback;
}

gboolean
sb_stix_write_zone (SbStixWriter *self,
                    SbRecord *zone,
                    GError **error)
{
  static const guint fields[] = { SB_ZONE_LEVEL, SB_ZONE_SINCE, SB_ZONE_UNTIL };
  g_autofree char *id = sb_stix_dup_id ("note", sb_record_get_uuid (zone));
  g_autoptr (SbBilingual) level = sb_bilingual_new (sb_record_get_term_label (zone, SB_ZONE_LEVEL, SB_LANGUAGE_FR),
                                                    sb_record_get_term_label (zone, SB_ZONE_LEVEL, SB_LANGUAGE_EN));
  g_autoptr (GPtrArray) refs = g_ptr_array_new_with_free_func (g_free);
  const SbStixWords words[] = {
    { "abstract", level },
    { "content", get_content (zone, SB_ZONE_SUMMARY, level) },
    { NULL, NULL },
  };
  JsonBuilder *builder;

  if (!sb_stix_need_any (self, sb_record_get_ref (zone, SB_ZONE_PLACE), refs, error) ||
      !sb_stix_need_any (self, sb_record_get_ref (zone, SB_ZONE_ISSUER), refs, error))
    return FALSE;

  builder = sb_stix_writer_begin (self, "note", id, zone);
  if (builder == NULL)
    return TRUE;

  sb_stix_add_label (builder, "zone");
  sb_stix_add_subjects (builder, refs);
  sb_stix_begin_extension (builder);
  _sb_json_add_text (builder, "record_kind", "zone");
  sb_stix_add_fields (builder, zone, fields, G_N_ELEMENTS (fields));
  sb_stix_end_extension (builder);
  return sb_stix_finish (self, builder, id, zone, words, error);
}

gboolean
sb_stix_write_drawing (SbStixWriter *self,
                       SbRecord *drawing,
                       GError **error)
{
  static const guint fields[] = { SB_DRAWING_KIND, SB_DRAWING_POINTS, SB_DRAWING_TONE, SB_DRAWING_SINCE, SB_DRAWING_UNTIL };
  g_autofree char *id = sb_stix_dup_id ("note", sb_record_get_uuid (drawing));
  g_autoptr (GPtrArray) refs = g_ptr_array_new_with_free_func (g_free);
  SbBilingual *title = sb_record_get_bilingual (drawing, SB_DRAWING_TITLE);
  const SbStixWords words[] = {
    { "abstract", title },
    { "content", get_content (drawing, SB_DRAWING_NOTE, title) },
    { NULL, NULL },
  };
  JsonBuilder *builder = sb_stix_writer_begin (self, "note", id, drawing);

  if (builder == NULL)
    return TRUE;

  sb_stix_add_label (builder, "drawing");
  sb_stix_add_subjects (builder, refs);
  sb_stix_begin_extension (builder);
  _sb_json_add_text (builder, "record_kind", "drawing");
  sb_stix_add_fields (builder, drawing, fields, G_N_ELEMENTS (fields));
  sb_stix_end_extension (builder);
  return sb_stix_finish (self, builder, id, drawing, words, error);
}
