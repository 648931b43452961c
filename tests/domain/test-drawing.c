/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-drawing.h"
#include "sb-record-builder.h"
#include "sb-record-error.h"

#define NO_ERROR -1

static const struct
{
  SbDrawingKind kind;
  guint n_points;
  double latitude; /* of the last point */
  double longitude;
  gint64 tone;
  int code;
} cases[] = {
  { SB_DRAWING_KIND_AREA, 3, 14, -11, 0, NO_ERROR },
  { SB_DRAWING_KIND_AREA, 2, 14, -11, 0, SB_RECORD_ERROR_MISSING },
  { SB_DRAWING_KIND_LINE, 2, 14, -11, 5, NO_ERROR },
  { SB_DRAWING_KIND_LINE, 1, 14, -11, 0, SB_RECORD_ERROR_MISSING },
  { SB_DRAWING_KIND_ARROW, 2, 14, -11, 0, NO_ERROR },
  { SB_DRAWING_KIND_ARROW, 1, 14, -11, 0, SB_RECORD_ERROR_MISSING },
  { SB_DRAWING_KIND_LABEL, 1, 14, -11, 0, NO_ERROR },
  { SB_DRAWING_KIND_LABEL, 0, 14, -11, 0, SB_RECORD_ERROR_MISSING },
  { SB_DRAWING_KIND_LINE, SB_DRAWING_MAX_POINTS, 14, -11, 0, NO_ERROR },
  { SB_DRAWING_KIND_LINE, SB_DRAWING_MAX_POINTS + 1, 14, -11, 0, SB_RECORD_ERROR_RANGE },
  { SB_DRAWING_KIND_LABEL, 1, 14, -11, SB_N_DRAWING_TONES, SB_RECORD_ERROR_RANGE },
  { SB_DRAWING_KIND_LABEL, 1, 14, -11, -1, SB_RECORD_ERROR_RANGE },
  { SB_DRAWING_KIND_LABEL, 1, 90.5, -11, 0, SB_RECORD_ERROR_RANGE },
  { SB_DRAWING_KIND_LABEL, 1, -90.5, -11, 0, SB_RECORD_ERROR_RANGE },
  { SB_DRAWING_KIND_LABEL, 1, 14, 180.5, 0, SB_RECORD_ERROR_RANGE },
};

static void
add_point (SbRecordBuilder *drawing,
           double latitude,
           double longitude)
{
  SbRecordBuilder *point = sb_record_builder_new (&sb_drawing_point_schema);

  sb_record_builder_set_real (point, SB_DRAWING_POINT_LATITUDE, latitude);
  sb_record_builder_set_real (point, SB_DRAWING_POINT_LONGITUDE, longitude);
  sb_record_builder_take_item (drawing, SB_DRAWING_POINTS, sb_record_builder_end (point));
}

static void
test_validate (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SbRecordBuilder *builder = sb_record_builder_new (&sb_drawing_schema);
      g_autoptr (SbRecord) drawing = NULL;
      g_autoptr (GError) error = NULL;

      sb_record_builder_set_words (builder, SB_DRAWING_TITLE, "Zone", NULL);
      sb_record_builder_set_term (builder, SB_DRAWING_KIND, cases[i].kind);
      sb_record_builder_set_integer (builder, SB_DRAWING_TONE, cases[i].tone);
      for (guint j = 1; j < cases[i].n_points; j++)
        add_point (builder, 15 + j * 0.001, -10);
      if (cases[i].n_points > 0)
        add_point (builder, cases[i].latitude, cases[i].longitude);
      drawing = sb_record_builder_end (builder);

      g_test_message ("case %u", i);
      g_assert_true (sb_record_validate (drawing, &error) == (cases[i].code == NO_ERROR));
      if (cases[i].code != NO_ERROR)
        g_assert_error (error, SB_RECORD_ERROR, cases[i].code);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/drawing/validate", test_validate);

  return g_test_run ();
}
