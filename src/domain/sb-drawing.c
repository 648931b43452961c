/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-domain"

#include "config.h"

#include "sb-drawing.h"

#include "sb-date-format.h"

#include <glib/gi18n.h>

static const SbTerm drawing_kind_terms[] = {
  { SB_DRAWING_KIND_AREA, "area", N_ ("Area") },
  { SB_DRAWING_KIND_LINE, "line", N_ ("Line") },
  { SB_DRAWING_KIND_ARROW, "arrow", N_ ("Arrow") },
  { SB_DRAWING_KIND_LABEL, "label", N_ ("Label") },
};

const SbVocabulary sb_drawing_kind_vocabulary = SB_VOCABULARY (drawing_kind_terms);

static const SbField point_fields[] = {
  [SB_DRAWING_POINT_LATITUDE] = { .name = "latitude", .type = SB_FIELD_REAL, .flags = SB_FIELD_REQUIRED, .label = N_ ("Latitude") },
  [SB_DRAWING_POINT_LONGITUDE] = { .name = "longitude", .type = SB_FIELD_REAL, .flags = SB_FIELD_REQUIRED, .label = N_ ("Longitude") },
};

const SbSchema sb_drawing_point_schema = {
  .kind = SB_KIND_NONE,
  .name = "drawing_point",
  .fields = point_fields,
  .n_fields = G_N_ELEMENTS (point_fields),
  .title = -1,
};

static const SbField fields[] = {
  [SB_DRAWING_TITLE] = { .name = "title", .type = SB_FIELD_BILINGUAL, .flags = SB_FIELD_REQUIRED, .label = N_ ("Title") },
  [SB_DRAWING_KIND] = { .name = "kind", .type = SB_FIELD_TERM, .flags = SB_FIELD_REQUIRED, .vocabulary = &sb_drawing_kind_vocabulary, .label = N_ ("Kind") },
  [SB_DRAWING_POINTS] = { .name = "points", .type = SB_FIELD_LIST, .flags = SB_FIELD_REQUIRED, .item = &sb_drawing_point_schema, .label = N_ ("Points") },
  [SB_DRAWING_TONE] = { .name = "tone", .type = SB_FIELD_INTEGER, .label = N_ ("Style") },
  [SB_DRAWING_SINCE] = { .name = "since", .type = SB_FIELD_DATE, .label = N_ ("Since") },
  [SB_DRAWING_UNTIL] = { .name = "until", .type = SB_FIELD_DATE, .label = N_ ("Until") },
  [SB_DRAWING_NOTE] = { .name = "note", .type = SB_FIELD_BILINGUAL, .label = N_ ("Note") },
};

const SbSchema sb_drawing_schema = {
  .kind = SB_KIND_DRAWING,
  .name = "drawing",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = SB_DRAWING_TITLE,
};

guint
sb_drawing_kind_get_min_points (SbDrawingKind kind)
{
  switch (kind)
    {
    case SB_DRAWING_KIND_AREA:
      return 3;

    case SB_DRAWING_KIND_LABEL:
      return 1;

    case SB_DRAWING_KIND_LINE:
    case SB_DRAWING_KIND_ARROW:
    default:
      return 2;
    }
}

char *
sb_drawing_format_caption (SbRecord *drawing,
                           SbRef *source,
                           SbLanguage language)
{
  g_autofree char *dates = NULL;
  const char *name = source != NULL ? sb_ref_get_name (source, language) : "";

  g_return_val_if_fail (sb_record_get_kind (drawing) == SB_KIND_DRAWING, NULL);

  dates = sb_date_format_lasting (sb_record_get_date (drawing, SB_DRAWING_SINCE), sb_record_get_date (drawing, SB_DRAWING_UNTIL),
                                  language, SB_DATE_STYLE_LONG);
  if (*dates == '\0' && *name == '\0')
    return NULL;

  return g_strconcat (dates, *dates != '\0' && *name != '\0' ? " · " : "", name, NULL);
}
