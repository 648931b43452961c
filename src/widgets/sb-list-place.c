/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-list-place.h"

void
sb_list_place_set (SbListPlace *self,
                   guint position)
{
  g_return_if_fail (self != NULL);

  *self = (SbListPlace) { (int) position, FALSE };
}

void
sb_list_place_follow (SbListPlace *self,
                      guint position,
                      guint n_removed,
                      guint n_added)
{
  g_return_if_fail (self != NULL);

  if (self->position < (int) position || n_removed == n_added)
    return;

  if (self->position >= (int) (position + n_removed))
    {
      self->position += (int) n_added - (int) n_removed;
      return;
    }

  self->position = (int) position;
  self->is_gone = TRUE;
}

guint
sb_list_place_get_following (const SbListPlace *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return (guint) (self->is_gone ? self->position : self->position + 1);
}

guint
sb_list_place_get_next (const SbListPlace *self,
                        int step,
                        guint n_items)
{
  int next;

  g_return_val_if_fail (self != NULL && n_items > 0, 0);

  if (self->position < 0)
    return 0;

  next = step > 0 ? (int) sb_list_place_get_following (self) + step - 1 : self->position + step;
  return (guint) CLAMP (next, 0, (int) n_items - 1);
}
