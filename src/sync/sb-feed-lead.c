/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sync"

#include "config.h"

#include "sb-feed-lead.h"

#include <string.h>

#define BLANKS " \t\r\n"

char *
sb_feed_lead_shorten (const char *text,
                      glong length)
{
  g_autoptr (GString) line = g_string_new (NULL);
  glong n_chars = 0;

  g_return_val_if_fail (text != NULL, NULL);

  for (const char *word = text + strspn (text, BLANKS); *word != '\0'; word += strspn (word, BLANKS))
    {
      gsize size = strcspn (word, BLANKS);

      n_chars += g_utf8_strlen (word, (gssize) size) + (line->len > 0 ? 1 : 0);
      if (n_chars > length)
        {
          g_string_append (line, "…");
          break;
        }
      if (line->len > 0)
        g_string_append_c (line, ' ');
      g_string_append_len (line, word, (gssize) size);
      word += size;
    }

  return line->len > 0 ? g_string_free (g_steal_pointer (&line), FALSE) : NULL;
}

char *
sb_feed_lead_of_blocks (GPtrArray *blocks,
                        glong length)
{
  g_return_val_if_fail (blocks != NULL, NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      SbBlock *block = g_ptr_array_index (blocks, i);

      if (sb_block_get_kind (block) == SB_BLOCK_PARAGRAPH && sb_block_get_text (block)[0] != '\0')
        return sb_feed_lead_shorten (sb_block_get_text (block), length);
    }

  return NULL;
}

char *
sb_feed_lead_of_html (const char *html,
                      SbHtmlScope scope)
{
  g_autofree char *opening = sb_html_dup_opening (html, scope);

  return opening != NULL ? sb_feed_lead_shorten (opening, SB_FEED_LEAD_LENGTH) : NULL;
}
