/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-share-bar.h"

#include <string.h>

/* No bar is longer, in bytes. */
#define MAX_BAR 400

/* Networks and deeds; one of them has to be there. In lower case. */
static const char *const deeds[] = {
  "facebook", "twitter", "whatsapp", "linkedin", "telegram", "pinterest", "xing", "reddit", "messenger",
  "flipboard", "viber", "tumblr", "instagram", "youtube", "tiktok", "pocket", "mail", "email",
  "courriel", "imprimer", "print", "permalien", "permalink", "partager", "share", "partagez", "tweet",
  "tweeter", "tweetez", "twittern", "teilen", "drucken", "compartir", "tuitear", "imprimir", "compartilhar",
  "condividi", "stampa", "delen", "copier", "copy", "imprimez", "pdf", "udostępnij", "поделиться",
  "مشاركة", "طباعة", "تويتر", "فيسبوك", "واتساب", NULL
};

/* What else such a line is made of. */
static const char *const fillers[] = {
  "on", "sur", "in", "via", "par", "to", "le", "la", "l", "the", "this", "cet", "cette", "article", "page", "lien",
  "link", "url", "envoyer", "send", "auf", "bei", "mit", "en", "por", "x", "e", "google", "plus", "un", "une", "a", "à",
  "ami", "friend", "cliquez", "cliquer", "pour", "dans", "nouvelle", "fenêtre", "ouvre", "click", "opens", "new",
  "window", "s", "story", "and", "et", "ou", "or", "with", "de", "du", "post", "it", "pin", "whats", "app", "more",
  "options", "options", "bluesky", "threads", "mastodon", "sms", "signal", "by", "d", "cela", "ceci", "enregistrer",
  "save", "über", "artikel", "los", "el", "per", "su", "على", "عبر", NULL
};

gboolean
_sb_is_share_bar (const char *text)
{
  g_autofree char *lower = NULL;
  gboolean has_deed = FALSE;

  if (strlen (text) > MAX_BAR)
    return FALSE;
  lower = g_utf8_strdown (text, -1);
  for (char *p = lower; *p != '\0';)
    {
      char *end = p;
      g_autofree char *word = NULL;

      while (g_unichar_isalnum (g_utf8_get_char (end)))
        end = g_utf8_next_char (end);
      if (end == p)
        {
          p = g_utf8_next_char (p);
          continue;
        }
      word = g_strndup (p, (gsize) (end - p));
      p = end;
      if (g_strv_contains (deeds, word))
        has_deed = TRUE;
      else if (!g_strv_contains (fillers, word))
        return FALSE;
    }
  return has_deed;
}
