/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Private to this layer: the little of HTML that reading a feed needs. Turning
 * HTML into text to be read is the work of the documents layer. */

/* The character that "&name;" stands for in HTML 4; 0 when there is none.
 * @name need not end in NUL. */
gunichar sb_html_entity_lookup (const char *name,
                                gsize length);

/* The character that "&#number;" stands for as browsers read it: 128 to 159 are
 * those of windows-1252; what XML cannot hold is U+FFFD. */
gunichar sb_html_number_to_character (gint64 number);

/* Reads the entity at @p ("&…;") into @character; returns its end, or NULL when it is
 * none. */
const char *sb_html_read_entity (const char *p,
                                 gunichar *character);

/* TRUE for elements that have no end tag: br, img… */
gboolean sb_html_is_void (const char *element);

void sb_html_append_escaped (GString *out,
                             const char *text);
/* Plain text as HTML: escaped, lines broken by <br>, blank lines by <p>. */
char *sb_html_from_text (const char *text) G_GNUC_WARN_UNUSED_RESULT;

typedef enum
{
  SB_HTML_ALL_TAGS, /* known to be HTML: every tag goes */
  SB_HTML_USUAL_TAGS, /* perhaps HTML: <b>, <i>, <br>… go, <stdio.h> stays */
} SbHtmlTags;

/* TRUE when @text holds a usual tag or an entity: what claims to be plain text
 * in feeds often is HTML. */
gboolean sb_html_is_likely (const char *text);

/* The text of a title in HTML: no tags, entities read once, white space made
 * single; NULL when nothing is left. */
char *sb_html_to_line (const char *html,
                       SbHtmlTags tags) G_GNUC_WARN_UNUSED_RESULT;
/* Plain text on one line; NULL when nothing is left. */
char *sb_text_to_line (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
