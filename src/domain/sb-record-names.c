/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-domain"

#include "config.h"

#include "sb-record-names.h"

#include "sb-actor.h"
#include "sb-corridor.h"
#include "sb-place.h"
#include "sb-text.h"

/* sb_fold() leaves no line feed in what it folds. */
static void
add_name (GString *names,
          const char *name)
{
  g_autofree char *folded = NULL;

  if (name == NULL || *name == '\0')
    return;

  folded = sb_fold (name);
  if (names->len > 0)
    g_string_append_c (names, '\n');
  g_string_append (names, folded);
}

static void
add_items (GString *names,
           SbRecord *record,
           guint list,
           guint field)
{
  for (guint i = 0; i < sb_record_get_n_items (record, list); i++)
    add_name (names, sb_record_get_text (sb_record_get_item (record, list, i), field));
}

char *
sb_record_fold_names (SbRecord *record)
{
  g_autoptr (GString) names = g_string_new (NULL);

  g_return_val_if_fail (SB_IS_RECORD (record), NULL);

  for (int language = 0; language < SB_N_LANGUAGES; language++)
    add_name (names, sb_record_get_title (record, (SbLanguage) language));

  switch ((int) sb_record_get_kind (record))
    {
    case SB_KIND_ACTOR:
      add_name (names, sb_record_get_text (record, SB_ACTOR_SHORT_NAME));
      add_items (names, record, SB_ACTOR_ALIASES, SB_ACTOR_ALIAS_NAME);
      break;

    case SB_KIND_PLACE:
      add_items (names, record, SB_PLACE_NAMES, SB_PLACE_NAME_NAME);
      break;

    case SB_KIND_CORRIDOR:
      add_name (names, sb_record_get_text (record, SB_CORRIDOR_CODE));
      break;

    default:
      break;
    }

  return g_string_free (g_steal_pointer (&names), FALSE);
}
