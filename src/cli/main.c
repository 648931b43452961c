/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-cli"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sb-cli-commands.h"
#include "sb-cli-options.h"
#include "sb-locale.h"

typedef struct
{
  const char *name; /* one word or two */
  SbCliStatus (*run) (SbCli *cli);
  SbCliOptions options;
  guint n_min; /* arguments */
  guint n_max;
  const char *arguments; /* translatable */
  const char *summary; /* translatable */
  const char *details; /* (nullable) translatable */
} Command;

/* Where the summaries stand, behind the longest call in either language. */
#define SUMMARY_COLUMN 27

#define SELECTION (SB_CLI_OPTION_PERIOD | SB_CLI_OPTION_AS_OF | SB_CLI_OPTION_DOSSIER)

static const Command commands[] = {
  { "init", sb_cli_init, SB_CLI_OPTION_SAMPLE, 0, 0, NULL, N_ ("Make a new catalogue") },
  { "feed add", sb_cli_feed_add, SB_CLI_OPTION_FEED | SB_CLI_OPTION_KIND | SB_CLI_OPTION_FULL_TEXT, 0, 1, N_ ("[ADDRESS]"), N_ ("Subscribe to a feed, or to the one that a page offers, or to a data service"),
    N_ ("With --kind reliefweb, acled, ucdp, hapi, gdacs or gdelt there is no address: --countries, --from and --to say what is wanted, --dataset which of several (ucdp: ged or candidate; hapi: conflict-events, idps, food-prices-market-monitor…), --version with which one UCDP begins, --text what reports of ReliefWeb are to hold.") },
  { "feed set", sb_cli_feed_set, SB_CLI_OPTION_FEED | SB_CLI_OPTION_SET_FEED, 1, G_MAXUINT, N_ ("ID…"), N_ ("Change feeds and data services"),
    N_ ("What is not named stays as it is; an empty text takes away what there was: a title, a source, a word of a query, the address of a service, for which its public one is asked then. All but the address of a service can be undone.") },
  { "feed list", sb_cli_feed_list, SB_CLI_OPTION_NONE, 0, 0, NULL, N_ ("List the feeds and how they do") },
  { "feed remove", sb_cli_feed_remove, SB_CLI_OPTION_NONE, 1, G_MAXUINT, N_ ("ID…"), N_ ("Unsubscribe from feeds; their documents stay") },
  { "feed import", sb_cli_feed_import, SB_CLI_OPTION_FILES, 1, G_MAXUINT, N_ ("FILE…"), N_ ("Subscribe to the feeds of an OPML file") },
  { "feed export", sb_cli_feed_export, SB_CLI_OPTION_OUTPUT | SB_CLI_OPTION_FILES, 0, 1, N_ ("[FILE]"), N_ ("Write the feeds as OPML") },
  { "feed sign-in", sb_cli_feed_sign_in, SB_CLI_OPTION_NONE, 1, 1, N_ ("ID|SERVICE"), N_ ("Sign in to a data service"),
    N_ ("Asks for what the service wants to know; nothing of it is seen, and the password is not kept. From a file or a program it is read from standard input, each on a line.") },
  { "feed sign-out", sb_cli_feed_sign_out, SB_CLI_OPTION_NONE, 1, 1, N_ ("ID|SERVICE"), N_ ("Forget the sign-in to a data service") },
  { "capture", sb_cli_capture, SB_CLI_OPTION_NONE, 1, 1, N_ ("ADDRESS"), N_ ("Fetch a page and keep it as a document, with what the server answered") },
  { "attachment fetch", sb_cli_attachment_fetch, SB_CLI_OPTION_NONE, 2, 2, N_ ("DOCUMENT NUMBER"), N_ ("Fetch a file that is published with a document, as “show document” numbers it, and keep it as a document") },
  { "sync", sb_cli_sync, SB_CLI_OPTION_NOW, 0, G_MAXUINT, N_ ("[ID…]"), N_ ("Fetch the feeds that are due") },
  { "parse-feed", sb_cli_parse_feed, SB_CLI_OPTION_URL | SB_CLI_OPTION_TYPE | SB_CLI_OPTION_FILES, 1, 1, N_ ("FILE"), N_ ("Read a feed and store nothing") },
  { "extract", sb_cli_extract, SB_CLI_OPTION_URL | SB_CLI_OPTION_TYPE | SB_CLI_OPTION_WHOLE | SB_CLI_OPTION_FILES, 1, 1, N_ ("FILE"), N_ ("Take the text out of a document and store nothing") },
  { "mentions", sb_cli_mentions, SB_CLI_OPTION_URL | SB_CLI_OPTION_TYPE | SB_CLI_OPTION_TEXT | SB_CLI_OPTION_FILES, 1, 1, N_ ("FILE"), N_ ("Show what a document names: actors, persons, places, roads, instruments, dates") },
  { "draft", sb_cli_draft, SB_CLI_OPTION_TEXT | SB_CLI_OPTION_PASSAGE | SB_CLI_OPTION_FILES, 2, 2, N_ ("KIND FILE|DOCUMENT"), N_ ("Show what a passage says as a record, and which records it may be one of; store nothing"),
    N_ ("KIND is event, claim, quote, relation, pillar, divergence, restriction, control, zone, figure, indicator or recommendation. The passage is the whole text, or what --start and --end say of it.") },
  { "mention list", sb_cli_mention_list, SB_CLI_OPTION_NONE, 1, 1, N_ ("DOCUMENT"), N_ ("Show what a document of the catalogue names") },
  { "mention always", sb_cli_mention_always, SB_CLI_OPTION_NONE, 3, 3, N_ ("TEXT KIND ID"), N_ ("Say of a text that it always names a record") },
  { "mention never", sb_cli_mention_never, SB_CLI_OPTION_NONE, 1, 1, N_ ("TEXT"), N_ ("Say of a text that it never names anything") },
  { "mention forget", sb_cli_mention_forget, SB_CLI_OPTION_NONE, 1, 1, N_ ("TEXT"), N_ ("Take back what was said of a text") },
  { "mention rules", sb_cli_mention_rules, SB_CLI_OPTION_NONE, 0, 0, NULL, N_ ("List what was said of texts") },
  { "republication list", sb_cli_republication_list, SB_CLI_OPTION_NONE, 1, 1, N_ ("DOCUMENT"), N_ ("List the documents that are republications of one, or of the same one") },
  { "republication yes", sb_cli_republication_yes, SB_CLI_OPTION_NONE, 1, 2, N_ ("DOCUMENT [OTHER]"), N_ ("Say that a document republishes the first of its group, or another one") },
  { "republication no", sb_cli_republication_no, SB_CLI_OPTION_NONE, 1, 2, N_ ("DOCUMENT [OTHER]"), N_ ("Say that a document is no republication, once and for all") },
  { "republication forget", sb_cli_republication_forget, SB_CLI_OPTION_NONE, 1, 2, N_ ("DOCUMENT [OTHER]"), N_ ("Take back what was said of a republication") },
  { "translate", sb_cli_translate, SB_CLI_OPTION_TRANSLATION, 3, 4, N_ ("KIND ID [NUMBER] TEXT"), N_ ("Set the translation of a quotation, which keeps its own words"),
    N_ ("KIND is extract, or claim with the NUMBER of one of its statements, from 1; an empty TEXT takes the translation away. Editions in that language print it beside the quotation, marked [trad.].") },
  { "read", sb_cli_read, SB_CLI_OPTION_AS | SB_CLI_OPTION_SPEC | SB_CLI_OPTION_FILES, 1, 1, N_ ("FILE"), N_ ("Show what an import would take") },
  { "import", sb_cli_import, SB_CLI_OPTION_SPEC | SB_CLI_OPTION_FILES, 1, G_MAXUINT, N_ ("FILE…"), N_ ("Bring in documents, lists of feeds, dossiers and data") },
  { "search", sb_cli_search, SB_CLI_OPTION_ONLY_KIND | SB_CLI_OPTION_BETWEEN | SB_CLI_OPTION_LIMIT | SB_CLI_OPTION_ORDER, 1, 1, N_ ("QUERY"), N_ ("Search all texts and records; the fields actor, place, source, kind, lang, since and until restrict it") },
  { "saved list", sb_cli_saved_list, SB_CLI_OPTION_NONE, 0, 0, NULL, N_ ("List the saved searches, with what meets them and what of it is new") },
  { "saved add", sb_cli_saved_add, SB_CLI_OPTION_WATCH, 2, 2, N_ ("NAME QUERY"), N_ ("Save a search for documents under a name") },
  { "saved remove", sb_cli_saved_remove, SB_CLI_OPTION_NONE, 1, 1, N_ ("ID|NAME"), N_ ("Forget a saved search") },
  { "saved run", sb_cli_saved_run, SB_CLI_OPTION_LIMIT | SB_CLI_OPTION_ORDER, 1, 1, N_ ("ID|NAME"), N_ ("Show the documents that meet a saved search") },
  { "list", sb_cli_list, SELECTION | SB_CLI_OPTION_ACTOR | SB_CLI_OPTION_PLACE | SB_CLI_OPTION_LIMIT | SB_CLI_OPTION_OFFSET | SB_CLI_OPTION_AFTER | SB_CLI_OPTION_EACH, 1, 1, N_ ("KIND"), N_ ("List records of a kind: events, actors, restrictions, documents…") },
  { "show", sb_cli_show, SB_CLI_OPTION_NONE, 2, 2, N_ ("KIND ID"), N_ ("Show a record whole, with what it rests on") },
  { "state", sb_cli_state, SB_CLI_OPTION_AS_OF | SB_CLI_OPTION_SINCE | SB_CLI_OPTION_DOSSIER | SB_CLI_OPTION_ACTOR | SB_CLI_OPTION_PLACE | SB_CLI_OPTION_LIMIT, 0, 0, NULL, N_ ("Show what holds on a day, and what changed since another") },
  { "route", sb_cli_route, SB_CLI_OPTION_AS_OF | SB_CLI_OPTION_DOSSIER | SB_CLI_OPTION_ROADS, 0, 2, N_ ("FROM [TO]"), N_ ("Show the way that is open on a day, what is cut, and what that rests on"),
    N_ ("FROM and TO are places on the roads: a name in either language, with or without its accents, another name, the key of a place, the p-code of a region for its seat, or a position (“14.45, -11.43”) for the nearest place. One place alone asks for the roads that lead to it. “route --cut-off [FROM]” tells which places cannot be reached: from FROM, or else from their capital, and from any port; “route --ports [CAPITAL]” which ports still serve the capitals without one, and by which roads.") },
  { "versions", sb_cli_versions, SB_CLI_OPTION_NONE, 3, G_MAXUINT, N_ ("KIND ID ID…"), N_ ("State that records answer one question differently") },
  { "retain", sb_cli_retain, SB_CLI_OPTION_NONE, 2, 2, N_ ("KIND ID"), N_ ("Retain one of several versions") },
  { "history", sb_cli_history, SB_CLI_OPTION_PERIOD | SB_CLI_OPTION_LIMIT, 0, 2, N_ ("[KIND ID]"), N_ ("Tell what was changed, newest first, in all or in one record") },
  { "merge", sb_cli_merge, SB_CLI_OPTION_NONE, 3, 3, N_ ("KIND KEPT GONE"), N_ ("Make one of two actors or places that are the same"),
    N_ ("KIND is actor or place; KEPT and GONE are an id, a UUID or a name. What named GONE names KEPT from then on, and KEPT gets the names, the lists and the sources of GONE, and what it said nothing of itself. “unmerge” parts the two again at any later time, whatever was done since.") },
  { "unmerge", sb_cli_unmerge, SB_CLI_OPTION_NONE, 2, 2, N_ ("KIND UUID|NUMBER|NAME"), N_ ("Part again what was merged"),
    N_ ("The UUID or the name is that of the record that is gone; the number is that of the merge, as “merges” lists it. What came by the merge goes back where it came from; what was done since stays, and where that is in the way it is said.") },
  { "merges", sb_cli_merges, SB_CLI_OPTION_NONE, 0, 0, NULL, N_ ("List what was merged") },
  { "undo", sb_cli_undo, SB_CLI_OPTION_NONE, 0, 0, NULL, N_ ("Undo what was done last") },
  { "redo", sb_cli_redo, SB_CLI_OPTION_NONE, 0, 0, NULL, N_ ("Do again what was undone last") },
  { "map", sb_cli_map, SB_CLI_OPTION_OUTPUT | SB_CLI_OPTION_LANGUAGE | SB_CLI_OPTION_PERIOD | SB_CLI_OPTION_AS_OF | SB_CLI_OPTION_DOSSIER | SB_CLI_OPTION_MAP | SB_CLI_OPTION_BOUNDS, 0, 0, NULL, N_ ("Draw the map of a day, or of up to six, as PDF, SVG or PNG") },
  { "graph", sb_cli_graph, SB_CLI_OPTION_OUTPUT | SB_CLI_OPTION_WORDS | SB_CLI_OPTION_AS_OF | SB_CLI_OPTION_DOSSIER | SB_CLI_OPTION_GRAPH, 0, 0, NULL, N_ ("Draw who is tied to whom on a day, as PDF, SVG, PNG or GraphML") },
  { "chronology", sb_cli_chronology, SB_CLI_OPTION_OUTPUT | SB_CLI_OPTION_LANGUAGE | SB_CLI_OPTION_PERIOD | SB_CLI_OPTION_AS_OF | SB_CLI_OPTION_DOSSIER | SB_CLI_OPTION_LANES | SB_CLI_OPTION_SHEET, 0, 0, NULL, N_ ("Draw the chronology of a period in lanes, as PDF, SVG or PNG") },
  { "brief", sb_cli_brief, SELECTION | SB_CLI_OPTION_EDITIONS | SB_CLI_OPTION_PAPER | SB_CLI_OPTION_OUTPUT | SB_CLI_OPTION_SINCE | SB_CLI_OPTION_SUBJECT | SB_CLI_OPTION_IMPRINT | SB_CLI_OPTION_HAND_OVER | SB_CLI_OPTION_CHECK, 1, 1, N_ ("TEMPLATE"), N_ ("Compose a briefing as PDF, ODT, HTML or plain text"),
    N_ ("TEMPLATE is situation, letter, article, note, press, chronology, actor, delta, roads or days, or a file whose name ends in .template, which is a copy of one of these that was changed.") },
  { "briefing list", sb_cli_briefing_list, SB_CLI_OPTION_NONE, 0, 0, NULL, N_ ("List the briefings of the catalogue") },
  { "briefing new", sb_cli_briefing_new, SELECTION | SB_CLI_OPTION_IMPRINT, 1, 1, N_ ("TEMPLATE"), N_ ("Begin a briefing of a template") },
  { "briefing show", sb_cli_briefing_show, SB_CLI_OPTION_NONE, 1, 1, N_ ("ID"), N_ ("Show the outline of a briefing") },
  { "briefing logo", sb_cli_briefing_logo, SB_CLI_OPTION_FILES, 1, 2, N_ ("ID [FILE]"), N_ ("Give a briefing the logo in a PNG or JPEG file, or take it away") },
  { "briefing print", sb_cli_briefing_print, SB_CLI_OPTION_EDITIONS | SB_CLI_OPTION_PAPER | SB_CLI_OPTION_OUTPUT | SB_CLI_OPTION_HAND_OVER | SB_CLI_OPTION_CHECK, 1, 1, N_ ("ID"), N_ ("Write a briefing of the catalogue as PDF, ODT, HTML or plain text") },
  { "briefing check", sb_cli_briefing_check, SB_CLI_OPTION_NONE, 1, 1, N_ ("ID"), N_ ("Tell what is to be looked at before a briefing is issued") },
  { "briefing issue", sb_cli_briefing_issue, SB_CLI_OPTION_PAPER | SB_CLI_OPTION_ISSUE, 1, 1, N_ ("ID"), N_ ("Number a briefing and freeze it: its texts, its pages, and what the catalogue knew") },
  { "briefing reissue", sb_cli_briefing_reissue, SB_CLI_OPTION_PAPER | SB_CLI_OPTION_ISSUE, 1, 1, N_ ("ID"), N_ ("Issue a briefing again under the next number, with a reason") },
  { "briefing issues", sb_cli_briefing_issues, SB_CLI_OPTION_NONE, 1, 1, N_ ("ID"), N_ ("List the issues of a briefing") },
  { "briefing pages", sb_cli_briefing_pages, SB_CLI_OPTION_LANGUAGE | SB_CLI_OPTION_OUTPUT, 2, 2, N_ ("ID NUMBER"), N_ ("Write the pages of an issue as they were") },
  { "briefing compare", sb_cli_briefing_compare, SB_CLI_OPTION_LANGUAGE, 3, 3, N_ ("ID NUMBER NUMBER"), N_ ("Tell what differs between two issues") },
  { "briefing correction", sb_cli_briefing_correction, SB_CLI_OPTION_EDITIONS | SB_CLI_OPTION_PAPER | SB_CLI_OPTION_OUTPUT | SB_CLI_OPTION_HAND_OVER, 1, 2, N_ ("ID [NUMBER]"), N_ ("Print the notice that corrects an issue by the last one") },
  { "export", sb_cli_export, SELECTION | SB_CLI_OPTION_ACTOR | SB_CLI_OPTION_PLACE | SB_CLI_OPTION_FORMAT | SB_CLI_OPTION_RECORD_KIND | SB_CLI_OPTION_WORDS | SB_CLI_OPTION_OUTPUT | SB_CLI_OPTION_BOUNDS, 0, 0, NULL, N_ ("Write a dossier, or a file for other programs") },
  { "check", sb_cli_check, SB_CLI_OPTION_REPAIR, 0, 0, NULL, N_ ("Look for damage in the catalogue") },
  { "backup", sb_cli_backup, SB_CLI_OPTION_LIST | SB_CLI_OPTION_FILES, 0, 1, N_ ("FILE|--list"), N_ ("Copy the catalogue to a new file, or list its automatic backups") },
  { "restore", sb_cli_restore, SB_CLI_OPTION_LIST | SB_CLI_OPTION_FILES, 0, 1, N_ ("FILE|--list"), N_ ("Put a backup in the place of the catalogue, or list its automatic backups") },
  { "version", sb_cli_version, SB_CLI_OPTION_NONE, 0, 0, NULL, N_ ("Print the version") },
};

static void
add_common_options (GOptionContext *context,
                    SbCli *cli)
{
  const GOptionEntry entries[] = {
    { "catalogue", 0, 0, G_OPTION_ARG_FILENAME, &cli->catalogue, N_ ("Use the catalogue in FILE"), N_ ("FILE") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &cli->wants_json, N_ ("Answer in JSON"), NULL },
    { NULL },
  };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
}

/* The command that @words begin with, and how many words it is. */
static const Command *
find_command (char **words,
              guint *n_words)
{
  g_autofree char *two = words[1] != NULL ? g_strdup_printf ("%s %s", words[0], words[1]) : g_strdup (words[0]);

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      *n_words = strchr (commands[i].name, ' ') != NULL ? 2 : 1;
      if (g_str_equal (commands[i].name, two) || g_str_equal (commands[i].name, words[0]))
        return &commands[i];
    }

  return NULL;
}

static char *
describe_commands (void)
{
  g_autoptr (GString) text = g_string_new (_ ("Commands:"));

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *call = g_strdup_printf ("%s %s", commands[i].name,
                                               commands[i].arguments != NULL ? _ (commands[i].arguments) : "");

      g_string_append_printf (text, "\n  %s%*s %s", call, (int) MAX (0, SUMMARY_COLUMN - g_utf8_strlen (call, -1)), "",
                              _ (commands[i].summary));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Takes the options that stand before the command out of @words. */
static gboolean
parse_front (SbCli *cli,
             char ***words,
             GError **error)
{
  g_autoptr (GOptionContext) context = g_option_context_new (_ ("COMMAND …"));
  g_autofree char *description = describe_commands ();

  add_common_options (context, cli);
  g_option_context_set_strict_posix (context, TRUE);
  g_option_context_set_summary (context, _ ("SahelBrief without a window."));
  g_option_context_set_description (context, description);
  return g_option_context_parse_strv (context, words, error);
}

/* Takes the options of @command out of @words, which then are the name of the
 * program and the arguments. */
static gboolean
parse_command (SbCli *cli,
               const Command *command,
               char ***words,
               GError **error)
{
  g_autofree char *usage =
    g_strdup_printf ("%s %s", command->name, command->arguments != NULL ? _ (command->arguments) : "");
  g_autoptr (GOptionContext) context = g_option_context_new (usage);

  add_common_options (context, cli);
  sb_cli_add_options (context, cli, command->options);
  g_option_context_set_summary (context, _ (command->summary));
  if (command->details != NULL)
    g_option_context_set_description (context, _ (command->details));
  return g_option_context_parse_strv (context, words, error);
}

/* The words of the call, those of a command of two words as one removed. */
static char **
drop_words (char **words,
            guint n_words)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  g_ptr_array_add (kept, g_strdup (words[0]));
  for (guint i = n_words + 1; words[i] != NULL; i++)
    /* What follows "--" is no option, and the mark itself no argument. */
    g_ptr_array_add (kept, g_strdup (words[i]));
  g_ptr_array_add (kept, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&kept), FALSE);
}

static char **
take_arguments (char **words)
{
  guint first = g_strcmp0 (words[1], "--") == 0 ? 2 : 1;

  return words[0] != NULL && words[1] != NULL ? g_strdupv (words + first) : g_new0 (char *, 1);
}

/* GLib words it, in the language of the interface. */
static SbCliStatus
refuse_options (const GError *error)
{
  g_autofree char *sentence = sb_cli_quote (error->message);

  return sb_cli_refuse ("%s", sentence);
}

static SbCliStatus
run_command (SbCli *cli,
             const Command *command,
             char **words)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) rest = g_strdupv (words);

  if (!parse_command (cli, command, &rest, &error))
    return refuse_options (error);

  cli->arguments = take_arguments (rest);
  cli->n_arguments = g_strv_length (cli->arguments);
  if (cli->n_arguments < command->n_min || cli->n_arguments > command->n_max)
    return sb_cli_refuse (_ ("Usage: %s %s %s"), g_get_prgname (), command->name,
                          command->arguments != NULL ? _ (command->arguments) : "");

  if (!sb_cli_check_texts (cli, (command->options & SB_CLI_OPTION_FILES) == 0) || !sb_cli_read_numbers (cli))
    return SB_CLI_WRONG_ARGUMENTS;

  cli->is_default_catalogue = cli->catalogue == NULL;
  if (cli->is_default_catalogue)
    cli->catalogue = g_build_filename (g_get_user_data_dir (), "sahel-brief", "catalogue.db", NULL);
  return command->run (cli);
}

static SbCliStatus
run (char **words)
{
  g_auto (SbCli) cli = { 0 };
  g_auto (GStrv) front = g_strdupv (words);
  g_auto (GStrv) rest = NULL;
  g_autoptr (GError) error = NULL;
  const Command *command;
  guint n_words;

  if (!parse_front (&cli, &front, &error))
    return refuse_options (error);

  if (front[0] == NULL || front[1] == NULL)
    return sb_cli_refuse ("%s", _ ("No command was given."));

  command = find_command (front + 1, &n_words);
  if (command == NULL)
    {
      g_autofree char *word = sb_cli_quote (front[1]);

      return sb_cli_refuse (_ ("There is no command “%s”."), word);
    }

  rest = drop_words (front, n_words);
  return run_command (&cli, command, rest);
}

int
main (int argc,
      char **argv)
{
  g_auto (GStrv) words = NULL;

  sb_locale_init ();
  g_set_prgname ("sahel-brief-cli");

  words = g_strdupv (argv);
  return sb_cli_finish (run (words));
}
