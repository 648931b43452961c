/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-find-item.h"

#include "sb-text.h"

#include <glib/gi18n.h>
#include <string.h>

struct _SbFindItem
{
  GObject parent_instance;

  SbFindSection section;
  char *title; /* (owned) */
  char *detail; /* (owned) (nullable) */
  const char *icon_name; /* (static) */
  SbRef *record; /* (owned) (nullable) */
  char *action; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (SbFindItem, sb_find_item, G_TYPE_OBJECT)

#define KIND(kind) (1u << SB_KIND_##kind)

static const struct
{
  const char *title;
  guint kinds;
} sections[SB_N_FIND_SECTIONS] = {
  [SB_FIND_COMMANDS] = { N_ ("Commands"), 0 },
  [SB_FIND_ACTORS] = { N_ ("Actors and alliances"), KIND (ACTOR) | KIND (ALLIANCE) },
  [SB_FIND_PLACES] = { N_ ("Places and roads"), KIND (PLACE) | KIND (CORRIDOR) },
  [SB_FIND_EVENTS] = { N_ ("Events and restrictions"), KIND (EVENT) | KIND (RESTRICTION) | KIND (CONTROL) },
  [SB_FIND_CLAIMS] = { N_ ("Claims and judgements"),
                       KIND (CLAIM) | KIND (JUDGEMENT) | KIND (INDICATOR) | KIND (SCENARIO) | KIND (RECOMMENDATION) |
                         KIND (FIGURE) | KIND (INSTRUMENT) | KIND (RELATION) },
  [SB_FIND_DOCUMENTS] = { N_ ("Documents"), KIND (DOCUMENT) },
  [SB_FIND_EXTRACTS] = { N_ ("Extracts"), KIND (EXTRACT) },
  [SB_FIND_BRIEFINGS] = { N_ ("Briefings, dossiers and sources"),
                          KIND (BRIEFING) | KIND (DOSSIER) | KIND (SOURCE) | KIND (FEED) },
};

const char *
sb_find_section_get_title (SbFindSection section)
{
  g_return_val_if_fail (section < SB_N_FIND_SECTIONS, "");

  return _ (sections[section].title);
}

guint
sb_find_section_get_kinds (SbFindSection section)
{
  g_return_val_if_fail (section < SB_N_FIND_SECTIONS, 0);

  return sections[section].kinds;
}

static const char *
choose_icon (SbKind kind)
{
  static const char *const names[SB_N_KINDS] = {
    [SB_KIND_SOURCE] = "sb-source-symbolic",
    [SB_KIND_FEED] = "sb-feed-symbolic",
    [SB_KIND_DOCUMENT] = "sb-document-symbolic",
    [SB_KIND_EXTRACT] = "sb-extract-symbolic",
    [SB_KIND_PLACE] = "sb-place-symbolic",
    [SB_KIND_CORRIDOR] = "sb-corridor-symbolic",
    [SB_KIND_ACTOR] = "sb-actors-symbolic",
    [SB_KIND_RELATION] = "sb-relation-symbolic",
    [SB_KIND_ALLIANCE] = "sb-alliance-symbolic",
    [SB_KIND_EVENT] = "sb-event-symbolic",
    [SB_KIND_RESTRICTION] = "sb-blockade-symbolic",
    [SB_KIND_CONTROL] = "sb-control-symbolic",
    [SB_KIND_ZONE] = "sb-draw-area-symbolic",
    [SB_KIND_CLAIM] = "sb-claim-symbolic",
    [SB_KIND_BRIEFING] = "sb-briefing-symbolic",
  };

  return names[kind] != NULL ? names[kind] : "sb-note-symbolic";
}

static void
sb_find_item_finalize (GObject *object)
{
  SbFindItem *self = SB_FIND_ITEM (object);

  g_free (self->title);
  g_free (self->detail);
  g_clear_pointer (&self->record, sb_ref_unref);
  g_free (self->action);

  G_OBJECT_CLASS (sb_find_item_parent_class)->finalize (object);
}

static void
sb_find_item_class_init (SbFindItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sb_find_item_finalize;
}

static void
sb_find_item_init (SbFindItem *self)
{
}

SbFindItem *
sb_find_item_new_record (SbFindSection section,
                         SbRef *record,
                         const char *title,
                         const char *detail_markup)
{
  SbFindItem *self = g_object_new (SB_TYPE_FIND_ITEM, NULL);

  self->section = section;
  self->record = sb_ref_ref (record);
  self->title = g_strdup (title);
  self->detail = g_strdup (detail_markup);
  self->icon_name = choose_icon (sb_ref_get_kind (record));
  return self;
}

SbFindItem *
sb_find_item_new_command (const char *title,
                          const char *icon_name,
                          const char *detailed_action)
{
  SbFindItem *self = g_object_new (SB_TYPE_FIND_ITEM, NULL);

  self->section = SB_FIND_COMMANDS;
  self->title = g_strdup (title);
  self->icon_name = g_intern_string (icon_name);
  self->action = g_strdup (detailed_action);
  return self;
}

SbFindItem *
sb_find_item_new_ground (const char *title,
                         const char *detail_markup,
                         const char *detailed_action)
{
  SbFindItem *self = sb_find_item_new_command (title, choose_icon (SB_KIND_PLACE), detailed_action);

  self->section = SB_FIND_PLACES;
  self->detail = g_strdup (detail_markup);
  return self;
}

SbFindSection
sb_find_item_get_section (SbFindItem *self)
{
  g_return_val_if_fail (SB_IS_FIND_ITEM (self), SB_FIND_COMMANDS);

  return self->section;
}

const char *
sb_find_item_get_title (SbFindItem *self)
{
  g_return_val_if_fail (SB_IS_FIND_ITEM (self), NULL);

  return self->title;
}

const char *
sb_find_item_get_detail (SbFindItem *self)
{
  g_return_val_if_fail (SB_IS_FIND_ITEM (self), NULL);

  return self->detail;
}

const char *
sb_find_item_get_icon_name (SbFindItem *self)
{
  g_return_val_if_fail (SB_IS_FIND_ITEM (self), NULL);

  return self->icon_name;
}

SbRef *
sb_find_item_get_record (SbFindItem *self)
{
  g_return_val_if_fail (SB_IS_FIND_ITEM (self), NULL);

  return self->record;
}

const char *
sb_find_item_get_action (SbFindItem *self)
{
  g_return_val_if_fail (SB_IS_FIND_ITEM (self), NULL);

  return self->action;
}

GStrv
sb_find_words (const char *text)
{
  g_autofree char *folded = sb_fold (text);

  return g_strsplit (folded, " ", -1);
}

/* Whether @word begins one of the words of @title; both folded. */
static gboolean
has_word (const char *title,
          const char *word)
{
  for (const char *at = strstr (title, word); at != NULL; at = strstr (at + 1, word))
    if (at == title || at[-1] == ' ')
      return TRUE;
  return FALSE;
}

gboolean
sb_find_item_is_called (SbFindItem *self,
                        const char *const *words)
{
  g_autofree char *title = NULL;

  g_return_val_if_fail (SB_IS_FIND_ITEM (self), FALSE);

  title = sb_fold (self->title);
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && !has_word (title, words[i]))
      return FALSE;
  return TRUE;
}
