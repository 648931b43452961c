/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-html.h"

#include <string.h>

#define PROSE_1 "Les routes du sud sont coupées depuis trois semaines, et les camions qui portent le carburant attendent aux frontières que l’armée les escorte."
#define PROSE_2 "Les marchés de la capitale se vident, dit un commerçant, et le prix du litre a doublé en dix jours dans les quartiers qui ont encore une station."
#define PROSE_3 "Le ministre, lui, promet un retour à la normale avant la fin du mois, sans dire comment, ni par quelle route viendra le carburant qui manque."
#define WANTED  PROSE_1 "\n\n" PROSE_2 "\n\n" PROSE_3
#define ARTICLE "<p>" PROSE_1 "</p><p>" PROSE_2 "</p><p>" PROSE_3 "</p>"
#define MENU    "<ul><li><a href=/a>Politique</a><li><a href=/b>Économie</a><li><a href=/c>Culture</a></ul>"

/* Each page holds the same article; the text is to be WANTED where it is NULL. */
static const struct
{
  const char *name;
  const char *html;
  const char *text;
} pages[] = {
  { "alone", "<body>" ARTICLE, NULL },
  { "beside a menu", "<body><div>" MENU "</div><div>" ARTICLE "</div>", NULL },
  { "under navigation", "<body><nav>" MENU "</nav><main><article>" ARTICLE "</article></main><footer>" MENU "</footer>", NULL },
  { "before comments",
    "<body><div id=content>" ARTICLE "<div id=comments><p>Merci pour cet article, qui dit enfin, sans détour, ce que nous vivons ici "
    "depuis des semaines, en ville comme à la campagne.</p><p>Chez nous c’est pareil, et personne n’en parle, hélas, dans les journaux."
    "</p></div></div>",
    NULL },
  { "in a form", "<body><form>" MENU "<div>" ARTICLE "</div></form>", NULL },
  { "in a layout table", "<body><table><tr><td>" MENU "<td>" ARTICLE "</table>", NULL },
  { "in divisions", "<body><div><div>" PROSE_1 "</div><div>" PROSE_2 "</div><div>" PROSE_3 "</div></div><div>" MENU "</div>", NULL },
  { "by line breaks", "<body>" MENU "<div>" PROSE_1 "<br><br>" PROSE_2 "<br><br>" PROSE_3 "</div>", NULL },
  { "called a comment", "<body><div class=comment-list>" ARTICLE "</div>", NULL },
  { "shared", "<body><div>" ARTICLE "<div class=share-tools><a href=/x>Facebook</a><a href=/y>X</a></div></div>", NULL },
  { "with a hidden part", "<body><div>" ARTICLE "<p class=sr-only>" PROSE_1 " Bis.</p></div>", NULL },
  { "with a part for wide screens", "<body><div><div class='hidden md:block'>" ARTICLE "</div></div>", NULL },
  { "leading elsewhere",
    "<body><div><p>" PROSE_1 "</p><p>À lire aussi : <a href=/x>La route de Kayes</a></p><p>" PROSE_2 "</p><p>" PROSE_3 "</p></div>", NULL },
  { "with teasers",
    "<body><div>" ARTICLE "<h3><a href=/1>Un titre</a></h3><p>Une phrase.</p><h3><a href=/2>Deux titres</a></h3><p>Une phrase."
    "</p><h3><a href=/3>Trois titres</a></h3><p>Une phrase.</p></div>",
    NULL },
  { "under its title", "<head><title>Le carburant manque à Bamako</title><body><h1>Le carburant manque à Bamako</h1>" ARTICLE, NULL },
  { "under its author",
    "<head><meta name=author content='Awa Diarra'><body><div><p>Par Awa Diarra, le 2 octobre 2025</p>" ARTICLE "</div>", NULL },
  { "over an empty heading", "<body><div>" ARTICLE "<h2>Sur le même sujet</h2></div>", NULL },
  { "in a page marked up", "<body><div>" PROSE_3 " Avant.</div><div itemprop=articleBody>" ARTICLE "</div>", NULL },
  { "before cards",
    "<body><div>" ARTICLE "<div class=x><div><a href=/1>Un titre</a><p>Une phrase, puis une autre.</p></div>"
    "<div><a href=/2>Deux titres</a><p>Une phrase, puis une autre.</p></div></div></div>",
    NULL },
  { "with lists of links",
    "<body><div><p>" PROSE_1 "</p><ul><li>Gao<li><a href=/k>Kidal</a></ul><p>" PROSE_2 "</p><ul><li>Kayes<li><a href=/n>Nioro</a></ul><p>" PROSE_3
    "</p></div>",
    PROSE_1 "\n\nGao\n\nKidal\n\n" PROSE_2 "\n\nKayes\n\nNioro\n\n" PROSE_3 },
  { "around a form",
    "<body><div><p>" PROSE_1 "</p><div><p>Chaque matin, l’essentiel du pays dans votre boîte, sans publicité ni détour, par courriel.</p>"
    "<input type=email></div><p>" PROSE_2 "</p><p>" PROSE_3 "</p></div>",
    NULL },
  { "with sources",
    "<body><div><ul><li><a href=https://un.example/r1>Le rapport</a><li><a href=https://ong.example/r2>La réponse</a></ul>" ARTICLE
    "</div>",
    "Le rapport\n\nLa réponse\n\n" WANTED },
  { "with a menu of the site",
    "<body><div><ul><li><a href=https://www.example.org/r1>Le Nord</a><li><a href=https://m.example.org/r2>Le Sud</a></ul>" ARTICLE
    "</div>",
    NULL },
  { "under its lead",
    "<head><title>Le carburant manque à Bamako</title><body><header><h1>Le carburant manque à Bamako</h1><p>L’armée escorte les "
    "camions, mais ils sont trop peu, et les stations ferment.</p></header>" MENU MENU "<div>" ARTICLE "</div>",
    "L’armée escorte les camions, mais ils sont trop peu, et les stations ferment.\n\n" WANTED },
  { "under a lead that comes again",
    "<head><title>Le carburant manque à Bamako</title><body><header><h1>Le carburant manque à Bamako</h1><p>" PROSE_1
    "</p></header>" MENU MENU "<div>" ARTICLE "</div>",
    NULL },
  { "after something else",
    "<head><title>Le carburant manque à Bamako</title><body><div><div><h3>L’Office</h3><p>L’Office national des carburants, fondé en "
    "1992, surveille les prix, les stocks et les stations, et publie chaque mois ce qu’il a relevé dans les huit régions, en vain "
    "le plus souvent.</p></div><h1>Le carburant manque à Bamako</h1>" ARTICLE "</div>",
    NULL },
  { "under its dates",
    "<body><div><p>Publié le 2 octobre 2025 à 16:00Mis à jour le 3 octobre 2025 à 8:16</p>" ARTICLE "</div>", NULL },
  { "under its author and dates",
    "<head><meta name=author content='Awa Diarra'><body><div><p>Par Awa Diarra, publié le 2 octobre 2025 à 16:00, mis à jour le 3 octobre "
    "2025 à 8:16</p>" ARTICLE "</div>",
    NULL },
  { "over who has written it",
    "<head><meta name=author content='Awa Diarra'><body><div>" ARTICLE "<p>Awa Diarra est journaliste, et vit à Bamako.</p></div>",
    NULL },
  { "over the author", "<body><div>" ARTICLE "<h3>À propos de l’auteur</h3><p>Elle est journaliste, et vit à Bamako.</p></div>", NULL },
  { "around other articles",
    "<body><div><p>" PROSE_1 "</p><h4>Sur le même sujet</h4><ul><li>La route de Kayes<li>Le pont</ul><p>" PROSE_2 "</p><p>" PROSE_3
    "</p></div>",
    NULL },
  { "not paid for",
    "<body><div>" ARTICLE "<p>Il vous reste 60 % de cet article à lire.</p><p>L’accès à tous les articles, dès 1 €.</p></div>", NULL },
  { "for those who pay", "<body><div><p>" PROSE_1 "</p><p class=paywall>" PROSE_2 "</p><p class=paywall>" PROSE_3 "</p></div>", NULL },
  { "with a short line for those who pay", "<body><div>" ARTICLE "<p class=paywall>L’armée n’a rien voulu en dire.</p></div>",
    WANTED "\n\nL’armée n’a rien voulu en dire." },
  { "announced as paid for", "<body><div><p>Article réservé aux abonnés</p>" ARTICLE "</div>", NULL },
  { "with a heading like theirs",
    "<body><div>" ARTICLE "<h3>L’auteur de l’attaque</h3><p>Il vous reste deux jours pour partir, leur a-t-il dit, avant d’incendier "
    "le village et les greniers de mil, qui étaient pleins.</p></div>",
    WANTED "\n\nL’auteur de l’attaque\n\nIl vous reste deux jours pour partir, leur a-t-il dit, avant d’incendier le village et les "
           "greniers de mil, qui étaient pleins." },
  { "of few words beside many",
    "<head><title>Le calendrier des foires du Gourma</title><body><div id=text><h1>Le calendrier des foires du Gourma</h1><p>Gossi le "
    "dimanche<br>Hombori le mardi<br>Douentza le dimanche<br>Boni le jeudi<br>Mondoro le samedi<br>N’Tillit le lundi<br>Ouinerden "
    "le vendredi<br>Inadiatafane le mercredi<br>Bambara Maoudé le lundi<br>Gandamia le samedi<br>Dangol Boré le jeudi<br>Kerena le "
    "lundi<br>Petaka le mercredi<br>Korarou le vendredi<br>Diaptodji le mardi</p></div>" MENU MENU MENU MENU "<aside>" ARTICLE "</aside>",
    "Gossi le dimanche\nHombori le mardi\nDouentza le dimanche\nBoni le jeudi\nMondoro le samedi\nN’Tillit le lundi\nOuinerden le "
    "vendredi\nInadiatafane le mercredi\nBambara Maoudé le lundi\nGandamia le samedi\nDangol Boré le jeudi\nKerena le "
    "lundi\nPetaka le mercredi\nKorarou le vendredi\nDiaptodji le mardi" },
  { "with a way to the comments", "<body><div><div>3 <a href=#avis>commentaires</a></div>" ARTICLE "</div>", NULL },
  { "with a row of headlines",
    "<body><div><p>" PROSE_1 "</p><p><a href=/1>La route de Kayes est coupée</a> [PHOTOS] <a href=/2>Le pont de Markala a cédé</a></p><p>" PROSE_2 "</p><p>" PROSE_3 "</p></div>",
    NULL },
  { "with a box of more on it",
    "<body><div>" ARTICLE "<div class=bloc-en-savoir-plus><h4>Le Fleuve</h4><p>Un journal, trois villes, dix plumes.</p></div></div>",
    NULL },
  { "under a trail that names it",
    "<head><title>Le carburant manque à Bamako</title><body><div><nav><h1>Le carburant manque à Bamako</h1></nav><div><h2>L’Office</h2>"
    "<p>L’Office national des carburants, fondé en 1992, surveille les prix, les stocks et les stations, et publie chaque mois ce "
    "qu’il a relevé dans les huit régions, en vain le plus souvent.</p></div><h2>Le carburant manque à Bamako</h2>" ARTICLE "</div>",
    NULL },
  { "a list of others",
    "<body><nav>" MENU "</nav><main><h1>Dossiers</h1><div><a href=/1><h3>La route de Kayes</h3><p>Trois semaines de blocus, et le prix du "
    "litre a doublé.</p></a></div><div><a href=/2><h3>Le pont de Markala</h3><p>Il a cédé dans la nuit, sous un camion de "
    "ciment.</p></a></div><p>Ce que le Fleuve a publié de plus long cette année, avec les cartes, les dates et les chiffres.</p></main>",
    "Dossiers\n\nLa route de Kayes\n\nTrois semaines de blocus, et le prix du litre a doublé.\n\nLe pont de Markala\n\nIl a cédé dans la "
    "nuit, sous un camion de ciment.\n\nCe que le Fleuve a publié de plus long cette année, avec les cartes, les dates et les chiffres." },
  { "over a share bar", "<body><div>" ARTICLE "<p>Partager sur Facebook Twitter WhatsApp<p>Temps de lecture : 3 min</div>", NULL },
  { "over its rights", "<body><div>" ARTICLE "<p>© Le Fleuve, 2025. Tous droits réservés.</div>", NULL },
  { "no prose", "<body><article><p>Gao 3<p>Kidal 4<p>Ménaka 12 Ansongo 9 Bourem 7 Tessalit 3 Aguelhok 1 Anefis 2 Ber 5 Léré 6 Goundam 8 Diré 4"
                "</article>",
    "Gao 3\n\nKidal 4\n\nMénaka 12 Ansongo 9 Bourem 7 Tessalit 3 Aguelhok 1 Anefis 2 Ber 5 Léré 6 Goundam 8 Diré 4" },
  { "empty", "", "" },
};

static SbExtraction *
extract (const char *html,
         const char *url)
{
  g_autoptr (GBytes) bytes = g_bytes_new (html, strlen (html));
  g_autoptr (GError) error = NULL;
  SbExtraction *extraction = sb_html_extract (bytes, "utf-8", url, SB_EXTRACT_ARTICLE, &error);

  g_assert_no_error (error);
  return extraction;
}

static void
test_pages (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr (SbExtraction) extraction = extract (pages[i].html, "https://example.org/");
      g_autofree char *text = sb_extraction_dup_text (extraction);

      g_test_message ("%s", pages[i].name);
      g_assert_cmpstr (text, ==, pages[i].text != NULL ? pages[i].text : WANTED);
    }
}

#define LD(json) "<script type=application/ld+json>" json "</script>"

static const struct
{
  const char *name;
  const char *head;
  const char *url; /* (nullable) */
  const char *title;
  const char *byline;
  const char *date;
  const char *language;
} heads[] = {
  { "nothing", "", NULL, NULL, NULL, NULL, "fr" },
  { "title and site", "<title>Le blocus de Kayes | Le Fleuve</title>", NULL, "Le blocus de Kayes", NULL, NULL, "fr" },
  { "site and title", "<meta property=og:site_name content='Le Fleuve'><title>Le Fleuve - Le blocus de Kayes dure</title>", NULL,
    "Le blocus de Kayes dure", NULL, NULL, "fr" },
  { "meta", "<meta property=og:title content='Le blocus'><meta name=author content='Par Awa Diarra'>"
            "<meta property=article:published_time content='2025-09-03T10:00:00+02:00'>",
    NULL, "Le blocus", "Awa Diarra", "2025-09-03T10:00:00+02:00", "fr" },
  { "JSON-LD", LD ("{\"@type\":\"NewsArticle\",\"headline\":\"Le blocus\",\"author\":[{\"name\":\"A. B.\"},\"C. D.\"],"
                   "\"datePublished\":\"2025-09-03\"}"),
    NULL, "Le blocus", "A. B., C. D.", "2025-09-03", "fr" },
  { "loose JSON-LD", LD ("//<![CDATA[\n{\"@graph\":[{\"@type\":[\"Article\"],\"headline\":\"Le\nblocus\",},]}\n//]]>"), NULL,
    "Le blocus", NULL, NULL, "fr" },
  { "JSON-LD of something else", LD ("{\"@type\":\"Product\",\"name\":\"Un livre\",\"author\":\"X Y\"}"), NULL, NULL, NULL, NULL, "fr" },
  { "agency and person", "<meta name=author content=AFP><body><span class=author>Awa Diarra</span>", NULL, NULL, "Awa Diarra", NULL, "fr" },
  { "publisher and person",
    "<meta name=publisher content='Voix du Fleuve (www.example.org)'><meta name=author content='Voix du Fleuve (www.example.org)'>"
    "<body><p>Auteur : Awa Diarra</p>",
    NULL, NULL, "Awa Diarra", NULL, "fr" },
  { "title for networks",
    LD ("{\"@type\":\"NewsArticle\",\"headline\":\"Kayes sous blocus\"}") "<meta property=og:title content='Dix photos'><body><h1>Kayes "
                                                                          "sous blocus</h1><h1>Nos dossiers</h1>",
    NULL, "Kayes sous blocus", NULL, NULL, "fr" },
  { "a form for comments", "<body><form><label class=comment-author>Nom *</label></form>", NULL, NULL, NULL, NULL, "fr" },
  { "time", "<body><time datetime='2025-09-03'>mercredi</time>", NULL, NULL, NULL, "2025-09-03", "fr" },
  { "address", "", "https://example.org/2025/09/03/blocus", NULL, NULL, "2025-09-03", "fr" },
  { "local day", "<meta name=date content='2025-09-04T01:00:00Z'>", "https://example.org/2025/09/03/blocus", NULL, NULL, "2025-09-03", "fr" },
  { "spoken", "<body><i>Publié par Awa Diarra</i><p>Bamako, 3 septembre 2025</p>", NULL, NULL, "Awa Diarra", "2025-09-03", "fr" },
  { "language of a template", "<html lang=en>", NULL, NULL, NULL, NULL, "fr" },
  { "variety", "<html lang=fr_ML>", NULL, NULL, NULL, NULL, "fr-ML" },
};

static void
test_heads (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      g_autofree char *html = g_strconcat (heads[i].head, "<div>" ARTICLE "</div>", NULL);
      g_autoptr (SbExtraction) extraction = extract (html, heads[i].url);

      g_test_message ("%s", heads[i].name);
      g_assert_cmpstr (sb_extraction_get_title (extraction), ==, heads[i].title);
      g_assert_cmpstr (sb_extraction_get_byline (extraction), ==, heads[i].byline);
      g_assert_cmpstr (sb_extraction_get_date (extraction), ==, heads[i].date);
      g_assert_cmpstr (sb_extraction_get_language (extraction), ==, heads[i].language);
    }
}

/* Nested brackets must not run a parser out of stack. */
static void
test_deep_json (void)
{
  g_autoptr (GString) html = g_string_new ("<script type=application/ld+json>");
  g_autoptr (SbExtraction) extraction = NULL;

  for (guint i = 0; i < 200000; i++)
    g_string_append_c (html, '[');
  g_string_append (html, "</script><p>Fin.</p>");
  extraction = extract (html->str, NULL);
  g_assert_null (sb_extraction_get_title (extraction));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documents/html-article/pages", test_pages);
  g_test_add_func ("/documents/html-article/heads", test_heads);
  g_test_add_func ("/documents/html-article/deep-json", test_deep_json);
  return g_test_run ();
}
