/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-find-commands.h"

#include "sb-find-item.h"

#include <glib/gi18n.h>

static const struct
{
  const char *title;
  const char *icon_name;
  const char *action;
} commands[] = {
  { N_ ("Desk"), "sb-desk-symbolic", "win.show-page('desk')" },
  { N_ ("Documents"), "sb-document-symbolic", "win.show-page('documents')" },
  { N_ ("Map"), "sb-map-symbolic", "win.show-page('map')" },
  { N_ ("Actors"), "sb-actors-symbolic", "win.show-page('actors')" },
  { N_ ("Alliances"), "sb-alliance-symbolic", "win.show-page('alliances')" },
  { N_ ("Chronology"), "sb-chronology-symbolic", "win.show-page('chronology')" },
  { N_ ("Claims"), "sb-claim-symbolic", "win.show-page('claims')" },
  { N_ ("Briefings"), "sb-briefing-symbolic", "win.show-page('briefings')" },
  { N_ ("Feeds"), "sb-feed-symbolic", "win.show-page('feeds')" },
  { N_ ("Fetch the feeds"), "view-refresh-symbolic", "win.sync" },
  { N_ ("Add a feed…"), "list-add-symbolic", "win.add-feed" },
  { N_ ("Import files…"), "document-open-symbolic", "win.import" },
  { N_ ("Export feeds as OPML…"), "document-save-as-symbolic", "win.export-feeds" },
  { N_ ("Make a travel zone…"), "sb-draw-area-symbolic", "win.new-zone" },
  { N_ ("Undo"), "edit-undo-symbolic", "win.undo" },
  { N_ ("Redo"), "edit-redo-symbolic", "win.redo" },
  { N_ ("Show or hide the inspector"), "sidebar-show-right-symbolic", "win.show-inspector" },
  { N_ ("Back to the last selection"), "go-previous-symbolic", "win.go-back" },
  { N_ ("Forward to the next selection"), "go-next-symbolic", "win.go-forward" },
  { N_ ("New window"), "window-new-symbolic", "app.new-window" },
  { N_ ("Keyboard shortcuts"), "preferences-desktop-keyboard-shortcuts-symbolic", "app.help-keys" },
  { N_ ("About SahelBrief"), "help-about-symbolic", "app.about" },
};

GPtrArray *
sb_find_commands (const char *text)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) words = sb_find_words (text);

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autoptr (SbFindItem) command =
        sb_find_item_new_command (_ (commands[i].title), commands[i].icon_name, commands[i].action);

      if (sb_find_item_is_called (command, (const char *const *) words))
        g_ptr_array_add (found, g_steal_pointer (&command));
    }
  return found;
}
