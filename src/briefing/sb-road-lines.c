/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-road-lines.h"

#include "sb-restriction.h"
#include "sb-symbol.h"

/* Logical pixels. */
#define SIGN_SIZE 16.0
#define REACH     16.0 /* around the frame, in which things are drawn */

/* A straight piece of road between two of its places. */
typedef struct
{
  SbPosition ends[2];
  SbRoadState state;
  gboolean is_disputed; /* without what is denied or contradicted it is less */
} Leg;

typedef struct
{
  SbPosition position;
  gboolean is_denied;
} Sign;

struct _SbRoadLines
{
  gatomicrefcount ref_count;
  GArray *legs; /* (owned) (element-type Leg) */
  GArray *signs; /* (owned) (element-type Sign) */
};

G_DEFINE_BOXED_TYPE (SbRoadLines, sb_road_lines, sb_road_lines_ref, sb_road_lines_unref)

static void
append_legs (SbRoadLines *self,
             const SbRoadConditions *conditions)
{
  const SbRoadNetwork *network = sb_road_conditions_get_network (conditions);
  const guint8 *states = sb_road_conditions_get_states (conditions, SB_ROAD_READING_ALL);
  const guint8 *undenied = sb_road_conditions_get_states (conditions, SB_ROAD_READING_UNDENIED);

  for (guint i = 0; i < sb_road_network_get_n_legs (network); i++)
    {
      const SbRoadLeg *road = sb_road_network_get_leg (network, i);
      Leg leg = {
        { sb_road_network_get_place (network, road->places[0])->position,
          sb_road_network_get_place (network, road->places[1])->position },
        (SbRoadState) states[i],
        states[i] != undenied[i],
      };

      g_array_append_val (self->legs, leg);
    }
}

SbRoadLines *
sb_road_lines_new (const SbRoadConditions *conditions)
{
  SbRoadLines *self = g_new0 (SbRoadLines, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->legs = g_array_new (FALSE, FALSE, sizeof (Leg));
  self->signs = g_array_new (FALSE, FALSE, sizeof (Sign));
  if (conditions != NULL)
    append_legs (self, conditions);
  return self;
}

SbRoadLines *
sb_road_lines_ref (SbRoadLines *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
sb_road_lines_unref (SbRoadLines *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->legs);
  g_array_unref (self->signs);
  g_free (self);
}

static void
add_sign (SbRoadLines *self,
          SbPosition position,
          gboolean is_denied)
{
  Sign sign = { position, is_denied };

  for (guint i = 0; i < self->signs->len; i++)
    {
      Sign *other = &g_array_index (self->signs, Sign, i);

      if (sb_position_get_distance_km (other->position, position) > 0)
        continue;
      other->is_denied = other->is_denied && is_denied;
      return;
    }

  g_array_append_val (self->signs, sign);
}

void
sb_road_lines_add_restriction (SbRoadLines *self,
                               SbRecord *restriction,
                               SbRoadSignFlags flags)
{
  g_return_if_fail (self != NULL && restriction != NULL);

  for (guint i = 0; i < sb_record_get_n_items (restriction, SB_RESTRICTION_PLACES); i++)
    {
      SbRecord *place = sb_record_get_item (restriction, SB_RESTRICTION_PLACES, i);
      SbPosition position = { sb_record_get_real (place, SB_RESTRICTION_PLACE_LONGITUDE, 0),
                              sb_record_get_real (place, SB_RESTRICTION_PLACE_LATITUDE, 0) };

      if (sb_record_has (place, SB_RESTRICTION_PLACE_LATITUDE) && sb_position_is_valid (position))
        add_sign (self, position, (flags & SB_ROAD_SIGN_DENIED) != 0);
    }
}

gboolean
sb_road_lines_is_empty (const SbRoadLines *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->legs->len == 0 && self->signs->len == 0;
}

guint
sb_road_lines_get_n_legs (const SbRoadLines *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->legs->len;
}

guint
sb_road_lines_count_restricted (const SbRoadLines *self,
                                guint *n_cut)
{
  guint n_restricted = 0;

  g_return_val_if_fail (self != NULL && n_cut != NULL, 0);

  *n_cut = 0;
  for (guint i = 0; i < self->legs->len; i++)
    {
      SbRoadState state = g_array_index (self->legs, Leg, i).state;

      n_restricted += state != SB_ROAD_OPEN;
      *n_cut += state == SB_ROAD_CUT;
    }

  return n_restricted;
}

SbBounds
sb_road_lines_get_bounds (const SbRoadLines *self)
{
  SbBounds bounds = sb_bounds_empty ();

  g_return_val_if_fail (self != NULL, bounds);

  for (guint i = 0; i < self->legs->len; i++)
    {
      const Leg *leg = &g_array_index (self->legs, Leg, i);

      for (guint end = 0; end < G_N_ELEMENTS (leg->ends) && leg->state != SB_ROAD_OPEN; end++)
        bounds = sb_bounds_extend (&bounds, leg->ends[end]);
    }

  return bounds;
}

static gboolean
get_piece (const Leg *leg,
           const SbMapFrame *frame,
           const SbRect *view,
           SbPoint *from,
           SbPoint *to)
{
  *from = sb_map_frame_to_page (frame, leg->ends[0]);
  *to = sb_map_frame_to_page (frame, leg->ends[1]);
  return sb_clip_segment (from, to, view);
}

/* All legs of one look are one path: there are hundreds of them. */
static void
paint_legs (const SbRoadLines *self,
            cairo_t *cr,
            const SbMapFrame *frame,
            const SbRect *view,
            SbRoadState state,
            gboolean is_disputed)
{
  SbPoint from;
  SbPoint to;

  cairo_new_path (cr);
  for (guint i = 0; i < self->legs->len; i++)
    {
      const Leg *leg = &g_array_index (self->legs, Leg, i);

      if (leg->state != state || leg->is_disputed != is_disputed || !get_piece (leg, frame, view, &from, &to))
        continue;

      cairo_move_to (cr, from.x, from.y);
      cairo_line_to (cr, to.x, to.y);
    }
}

void
sb_road_lines_paint (const SbRoadLines *self,
                     cairo_t *cr,
                     const SbMapFrame *frame,
                     SbBasemapStyle style,
                     double width)
{
  const double reach = REACH * frame->unit;
  const SbRect view = { frame->rect.x - reach, frame->rect.y - reach, frame->rect.width + 2 * reach, frame->rect.height + 2 * reach };

  g_return_if_fail (self != NULL && cr != NULL);

  for (SbRoadState state = SB_ROAD_OPEN; state < SB_N_ROAD_STATES; state++)
    for (int is_disputed = TRUE; is_disputed >= FALSE; is_disputed--)
      {
        paint_legs (self, cr, frame, &view, state, is_disputed);
        if (cairo_has_current_point (cr))
          sb_road_stroke (cr, state, is_disputed ? SB_ROAD_STROKE_DISPUTED : SB_ROAD_STROKE_DEFAULT, width, style);
      }
  for (guint i = 0; i < self->signs->len; i++)
    {
      const Sign *sign = &g_array_index (self->signs, Sign, i);
      SbPoint at = sb_map_frame_to_page (frame, sign->position);

      if (sb_rect_contains (&view, at))
        sb_symbol_draw_restriction (cr, at.x, at.y, SIGN_SIZE * frame->unit, style, sign->is_denied ? SB_SYMBOL_DENIED : SB_SYMBOL_DEFAULT);
    }
}

SbRoadContents
sb_road_lines_get_contents (const SbRoadLines *self,
                            const SbMapFrame *frame)
{
  SbRoadContents contents = { 0 };
  SbPoint from;
  SbPoint to;

  g_return_val_if_fail (self != NULL && frame != NULL, contents);

  for (guint i = 0; i < self->legs->len; i++)
    {
      const Leg *leg = &g_array_index (self->legs, Leg, i);

      if (!get_piece (leg, frame, &frame->rect, &from, &to))
        continue;
      if (leg->is_disputed)
        contents.disputed_states |= 1u << leg->state;
      else
        contents.states |= 1u << leg->state;
    }
  for (guint i = 0; i < self->signs->len; i++)
    {
      const Sign *sign = &g_array_index (self->signs, Sign, i);

      if (!sb_rect_contains (&frame->rect, sb_map_frame_to_page (frame, sign->position)))
        continue;
      contents.has_signs = contents.has_signs || !sign->is_denied;
      contents.has_denied_signs = contents.has_denied_signs || sign->is_denied;
    }

  return contents;
}

void
sb_road_lines_foreach_restricted (const SbRoadLines *self,
                                  const SbMapFrame *frame,
                                  SbRoadLinesFunc func,
                                  gpointer data)
{
  SbPoint from;
  SbPoint to;

  g_return_if_fail (self != NULL && frame != NULL && func != NULL);

  for (guint i = 0; i < self->legs->len; i++)
    {
      const Leg *leg = &g_array_index (self->legs, Leg, i);

      if (leg->state != SB_ROAD_OPEN && get_piece (leg, frame, &frame->rect, &from, &to))
        func (from, to, data);
    }
}
