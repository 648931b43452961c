/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-fuzz"

#include "config.h"

#include "sb-search-node.h"
#include "sb-words.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize size);

/* Any line is a search or is refused with a reason; the words of any bytes are
 * UTF-8, in their order, and stand within them. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize size)
{
  g_autofree char *text = size > 0 ? g_strndup ((const char *) data, size) : g_strdup ("");
  g_autoptr (GError) error = NULL;
  g_autoptr (SbSearchNode) node = _sb_search_node_parse (text, &error);
  gsize last = 0;
  SbWords words;

  g_assert_true ((node == NULL) == (error != NULL));
  if (node != NULL)
    {
      g_autofree char *tree = _sb_search_node_to_string (node);

      g_assert_true (g_utf8_validate (tree, -1, NULL));
    }
  else
    g_assert_true (error->domain == SB_SEARCH_ERROR && g_utf8_validate (error->message, -1, NULL));

  sb_words_init (&words, (const char *) data, size);
  while (sb_words_next (&words))
    {
      g_assert_true (g_utf8_validate (words.word, -1, NULL));
      g_assert_true (words.length > 0 && words.length <= SB_WORD_MAX);
      g_assert_true (words.start < words.end && words.end <= size && words.start >= last);
      last = words.start;
    }
  return 0;
}
