/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-cli"

#include "config.h"

#include "sb-cli-options.h"

#include <glib/gi18n.h>

typedef struct
{
  SbCliOptions option;
  GOptionEntry entry;
} Option;

static void
add_those (GOptionContext *context,
           SbCliOptions options,
           const Option *all,
           gsize n_options)
{
  for (gsize i = 0; i < n_options; i++)
    {
      const GOptionEntry entries[] = { all[i].entry, { NULL } };

      if ((options & all[i].option) != 0)
        g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
    }
}

/* What feeds and services are. */
static void
add_feed_options (GOptionContext *context,
                  SbCli *cli,
                  SbCliOptions options)
{
  const Option all[] = {
    { SB_CLI_OPTION_NOW, { "now", 0, 0, G_OPTION_ARG_NONE, &cli->wants_now, N_ ("All feeds, not only those that are due"), NULL } },
    { SB_CLI_OPTION_FEED, { "title", 0, 0, G_OPTION_ARG_FILENAME, &cli->title, N_ ("What to call the feed"), N_ ("TITLE") } },
    { SB_CLI_OPTION_KIND, { "kind", 0, 0, G_OPTION_ARG_FILENAME, &cli->kind, N_ ("The kind of feed: feed, reliefweb, acled, ucdp, hapi, gdacs or gdelt"), N_ ("KIND") } },
    { SB_CLI_OPTION_FEED, { "countries", 0, 0, G_OPTION_ARG_FILENAME, &cli->countries, N_ ("Which countries a service is asked for: ML,NE or Mali,Niger"), N_ ("COUNTRIES") } },
    { SB_CLI_OPTION_FEED, { "from", 0, 0, G_OPTION_ARG_FILENAME, &cli->from, N_ ("First day that a service is asked for"), N_ ("DAY") } },
    { SB_CLI_OPTION_FEED, { "to", 0, 0, G_OPTION_ARG_FILENAME, &cli->to, N_ ("Last day that a service is asked for"), N_ ("DAY") } },
    { SB_CLI_OPTION_FEED, { "dataset", 0, 0, G_OPTION_ARG_FILENAME, &cli->dataset, N_ ("Which of the data of UCDP or HDX HAPI"), N_ ("NAME") } },
    { SB_CLI_OPTION_FEED, { "version", 0, 0, G_OPTION_ARG_FILENAME, &cli->version, N_ ("With which version UCDP begins: 25.1, 26.0.1"), N_ ("VERSION") } },
    { SB_CLI_OPTION_FEED, { "text", 0, 0, G_OPTION_ARG_FILENAME, &cli->text, N_ ("What reports of ReliefWeb are to hold"), N_ ("QUERY") } },
    { SB_CLI_OPTION_FULL_TEXT, { "full-text", 0, 0, G_OPTION_ARG_NONE, &cli->wants_full_text, N_ ("Fetch the page of each new entry, for its whole text"), NULL } },
    { SB_CLI_OPTION_SET_FEED, { "full-text", 0, 0, G_OPTION_ARG_FILENAME, &cli->full_text, N_ ("Whether the page of each new entry is fetched: on or off"), N_ ("STATE") } },
    { SB_CLI_OPTION_SET_FEED, { "paused", 0, 0, G_OPTION_ARG_FILENAME, &cli->paused, N_ ("Whether it is left alone until it is asked for: on or off"), N_ ("STATE") } },
    { SB_CLI_OPTION_SET_FEED, { "interval", 0, 0, G_OPTION_ARG_FILENAME, &cli->interval_text, N_ ("How often it is asked, in minutes; 0 for the usual"), N_ ("MINUTES") } },
    { SB_CLI_OPTION_SET_FEED, { "url", 0, 0, G_OPTION_ARG_FILENAME, &cli->url, N_ ("Where the feed is"), N_ ("ADDRESS") } },
    { SB_CLI_OPTION_SET_FEED, { "source", 0, 0, G_OPTION_ARG_FILENAME, &cli->source, N_ ("Who publishes the feed"), N_ ("NAME") } },
    { SB_CLI_OPTION_SET_FEED, { "languages", 0, 0, G_OPTION_ARG_FILENAME, &cli->languages, N_ ("In which languages its source writes: fr,en"), N_ ("CODES") } },
    { SB_CLI_OPTION_SET_FEED, { "address", 0, 0, G_OPTION_ARG_FILENAME, &cli->address, N_ ("Where a data service is asked, for all its feeds"), N_ ("ADDRESS") } },
    { SB_CLI_OPTION_SET_FEED, { "rss-address", 0, 0, G_OPTION_ARG_FILENAME, &cli->rss_address, N_ ("Where the RSS of ReliefWeb is"), N_ ("ADDRESS") } },
    { SB_CLI_OPTION_WATCH, { "watch", 0, 0, G_OPTION_ARG_NONE, &cli->wants_watch, N_ ("Tell in the window of what is new and meets it"), NULL } },
  };

  add_those (context, options, all, G_N_ELEMENTS (all));
}

/* What is looked for, read and written. */
static void
add_record_options (GOptionContext *context,
                    SbCli *cli,
                    SbCliOptions options)
{
  const Option all[] = {
    { SB_CLI_OPTION_SAMPLE, { "sample", 0, 0, G_OPTION_ARG_NONE, &cli->wants_sample, N_ ("With the sample dossier"), NULL } },
    { SB_CLI_OPTION_ONLY_KIND, { "kind", 0, 0, G_OPTION_ARG_FILENAME, &cli->kind, N_ ("Only records of this kind"), N_ ("KIND") } },
    { SB_CLI_OPTION_BETWEEN, { "since", 0, 0, G_OPTION_ARG_FILENAME, &cli->since, N_ ("Only what could be of this day or later"), N_ ("DAY") } },
    { SB_CLI_OPTION_BETWEEN, { "until", 0, 0, G_OPTION_ARG_FILENAME, &cli->until, N_ ("Only what could be of this day or earlier"), N_ ("DAY") } },
    { SB_CLI_OPTION_ORDER, { "order", 0, 0, G_OPTION_ARG_FILENAME, &cli->order, N_ ("What comes first: relevance or newest"), N_ ("ORDER") } },
    { SB_CLI_OPTION_URL, { "url", 0, 0, G_OPTION_ARG_FILENAME, &cli->url, N_ ("The address that the file came from"), N_ ("ADDRESS") } },
    { SB_CLI_OPTION_TYPE, { "type", 0, 0, G_OPTION_ARG_FILENAME, &cli->type, N_ ("The content type that it came with"), N_ ("TYPE") } },
    { SB_CLI_OPTION_WHOLE, { "whole", 0, 0, G_OPTION_ARG_NONE, &cli->wants_whole, N_ ("All of the page, not the article alone"), NULL } },
    { SB_CLI_OPTION_AS, { "as", 0, 0, G_OPTION_ARG_FILENAME, &cli->as, N_ ("What to read the file as: feeds, table, events, documents, json or specification"), N_ ("KIND") } },
    { SB_CLI_OPTION_EACH, { "each", 0, 0, G_OPTION_ARG_NONE, &cli->wants_each, N_ ("Each republication too, as in JSON, not the first document of its group alone"), NULL } },
    { SB_CLI_OPTION_ROADS, { "cut-off", 0, 0, G_OPTION_ARG_NONE, &cli->wants_cut_off, N_ ("Which places are cut off: from FROM, or from their capital and from the ports"), NULL } },
    { SB_CLI_OPTION_ROADS, { "ports", 0, 0, G_OPTION_ARG_NONE, &cli->wants_ports, N_ ("Which ports serve the capitals without one, and by which roads"), NULL } },
    { SB_CLI_OPTION_SPEC, { "spec", 0, 0, G_OPTION_ARG_FILENAME, &cli->spec, N_ ("Read a table as the import specification in FILE says"), N_ ("FILE") } },
    { SB_CLI_OPTION_PERIOD, { "from", 0, 0, G_OPTION_ARG_FILENAME, &cli->from, N_ ("First day of the period"), N_ ("DAY") } },
    { SB_CLI_OPTION_PERIOD, { "to", 0, 0, G_OPTION_ARG_FILENAME, &cli->to, N_ ("Last day of the period"), N_ ("DAY") } },
    { SB_CLI_OPTION_AS_OF, { "as-of", 0, 0, G_OPTION_ARG_FILENAME, &cli->as_of, N_ ("The day on which things must hold"), N_ ("DAY") } },
    { SB_CLI_OPTION_SINCE, { "since", 0, 0, G_OPTION_ARG_FILENAME, &cli->since, N_ ("The day after which changes are told"), N_ ("DAY") } },
    { SB_CLI_OPTION_ACTOR, { "actor", 0, 0, G_OPTION_ARG_FILENAME, &cli->actor, N_ ("Only what names this actor: an id or a name"), N_ ("ACTOR") } },
    { SB_CLI_OPTION_PLACE, { "place", 0, 0, G_OPTION_ARG_FILENAME, &cli->place, N_ ("Only what names this place: an id or a name"), N_ ("PLACE") } },
    { SB_CLI_OPTION_LIMIT, { "limit", 0, 0, G_OPTION_ARG_FILENAME, &cli->limit_text, N_ ("At most so many"), N_ ("NUMBER") } },
    { SB_CLI_OPTION_OFFSET, { "offset", 0, 0, G_OPTION_ARG_FILENAME, &cli->offset_text, N_ ("Leave out so many first"), N_ ("NUMBER") } },
    { SB_CLI_OPTION_AFTER, { "after", 0, 0, G_OPTION_ARG_FILENAME, &cli->after_text, N_ ("Go on behind this one, the last of the page before"), N_ ("ID") } },
    { SB_CLI_OPTION_LANGUAGE, { "language", 0, 0, G_OPTION_ARG_FILENAME, &cli->language, N_ ("The language of the briefing: fr, en or both"), N_ ("LANGUAGE") } },
    { SB_CLI_OPTION_FORMAT, { "format", 0, 0, G_OPTION_ARG_FILENAME, &cli->format, N_ ("dossier, geojson, csv, acled-csv, stix, opml, ris or graphml"), N_ ("FORMAT") } },
    { SB_CLI_OPTION_RECORD_KIND, { "kind", 0, 0, G_OPTION_ARG_FILENAME, &cli->kind, N_ ("The kind of record in a CSV table: events, actors, claims…"), N_ ("KIND") } },
    { SB_CLI_OPTION_WORDS, { "language", 0, 0, G_OPTION_ARG_FILENAME, &cli->language, N_ ("The language of what is written in one: fr or en"), N_ ("LANGUAGE") } },
    { SB_CLI_OPTION_TEXT, { "language", 0, 0, G_OPTION_ARG_FILENAME, &cli->language, N_ ("The language of the text: fr or en"), N_ ("LANGUAGE") } },
    { SB_CLI_OPTION_TEXT, { "date", 0, 0, G_OPTION_ARG_FILENAME, &cli->date, N_ ("The day that the text was written on"), N_ ("DAY") } },
    { SB_CLI_OPTION_PASSAGE, { "start", 0, 0, G_OPTION_ARG_FILENAME, &cli->start_text, N_ ("Where the passage starts, in characters of the text"), N_ ("POSITION") } },
    { SB_CLI_OPTION_PASSAGE, { "end", 0, 0, G_OPTION_ARG_FILENAME, &cli->end_text, N_ ("Where it ends, behind its last character"), N_ ("POSITION") } },
    { SB_CLI_OPTION_DOSSIER, { "dossier", 0, 0, G_OPTION_ARG_FILENAME, &cli->dossier, N_ ("Only what belongs to this dossier: an id or a name"), N_ ("DOSSIER") } },
    { SB_CLI_OPTION_REPAIR, { "repair", 0, 0, G_OPTION_ARG_NONE, &cli->wants_repair, N_ ("Mend what can be without a loss, after a backup"), NULL } },
    { SB_CLI_OPTION_LIST, { "list", 0, 0, G_OPTION_ARG_NONE, &cli->wants_list, N_ ("List the automatic backups"), NULL } },
    { SB_CLI_OPTION_OUTPUT, { "output", 'o', 0, G_OPTION_ARG_FILENAME, &cli->output, N_ ("Write to FILE"), N_ ("FILE") } },
  };

  add_those (context, options, all, G_N_ELEMENTS (all));
}

/* What is printed, and how. */
static void
add_paper_options (GOptionContext *context,
                   SbCli *cli,
                   SbCliOptions options)
{
  const Option all[] = {
    { SB_CLI_OPTION_CHECK, { "check", 0, 0, G_OPTION_ARG_NONE, &cli->wants_check, N_ ("Tell what is to be looked at before it is issued; -o may be left out"), NULL } },
    { SB_CLI_OPTION_ISSUE, { "anyway", 0, 0, G_OPTION_ARG_NONE, &cli->wants_anyway, N_ ("Although the checks found something"), NULL } },
    { SB_CLI_OPTION_ISSUE, { "reason", 0, 0, G_OPTION_ARG_FILENAME, &cli->reason, N_ ("Why it is issued again"), N_ ("TEXT") } },
    { SB_CLI_OPTION_MAP, { "title", 0, 0, G_OPTION_ARG_FILENAME, &cli->title, N_ ("What stands above the map"), N_ ("TITLE") } },
    { SB_CLI_OPTION_SUBJECT, { "actor", 0, 0, G_OPTION_ARG_FILENAME, &cli->actor, N_ ("The actor that the briefing is about: an id or a name"), N_ ("ACTOR") } },
    { SB_CLI_OPTION_SUBJECT, { "place", 0, 0, G_OPTION_ARG_FILENAME, &cli->place, N_ ("The region that the briefing is about: an id or a name"), N_ ("PLACE") } },
    { SB_CLI_OPTION_IMPRINT, { "title", 0, 0, G_OPTION_ARG_FILENAME, &cli->title, N_ ("The headline"), N_ ("TITLE") } },
    { SB_CLI_OPTION_IMPRINT, { "author", 0, 0, G_OPTION_ARG_FILENAME, &cli->author, N_ ("Who wrote it"), N_ ("NAME") } },
    { SB_CLI_OPTION_TRANSLATION, { "language", 0, 0, G_OPTION_ARG_FILENAME, &cli->language, N_ ("The language of the translation: fr or en"), N_ ("LANGUAGE") } },
    { SB_CLI_OPTION_TRANSLATION, { "by", 0, 0, G_OPTION_ARG_FILENAME, &cli->translator, N_ ("Who translated it"), N_ ("NAME") } },
    { SB_CLI_OPTION_IMPRINT, { "institution", 0, 0, G_OPTION_ARG_FILENAME, &cli->institution, N_ ("Who publishes it"), N_ ("NAME") } },
    { SB_CLI_OPTION_IMPRINT, { "series", 0, 0, G_OPTION_ARG_FILENAME, &cli->series, N_ ("The series that it belongs to"), N_ ("NAME") } },
    { SB_CLI_OPTION_IMPRINT, { "theme", 0, 0, G_OPTION_ARG_FILENAME, &cli->theme, N_ ("The theme of the series"), N_ ("THEME") } },
    { SB_CLI_OPTION_IMPRINT, { "number", 0, 0, G_OPTION_ARG_FILENAME, &cli->number_text, N_ ("The number of the issue"), N_ ("NUMBER") } },
    { SB_CLI_OPTION_IMPRINT, { "cutoff", 0, 0, G_OPTION_ARG_FILENAME, &cli->cutoff_text, N_ ("When the data was cut off, in UTC: 2026-04-29T18:00"), N_ ("TIME") } },
    { SB_CLI_OPTION_IMPRINT, { "marking", 0, 0, G_OPTION_ARG_FILENAME, &cli->marking, N_ ("Who may read it: TLP:CLEAR, TLP:GREEN, TLP:AMBER, TLP:AMBER+STRICT, TLP:RED, or words of your own"), N_ ("MARKING") } },
    { SB_CLI_OPTION_IMPRINT, { "distribution", 0, 0, G_OPTION_ARG_FILENAME, &cli->distribution, N_ ("To whom it goes"), N_ ("LIST") } },
    { SB_CLI_OPTION_IMPRINT, { "contacts", 0, 0, G_OPTION_ARG_FILENAME, &cli->contacts, N_ ("Where to write to"), N_ ("TEXT") } },
    { SB_CLI_OPTION_BOUNDS, { "bounds", 0, 0, G_OPTION_ARG_FILENAME, &cli->bounds, N_ ("Of where: west,south,east,north in degrees"), N_ ("BOUNDS") } },
    { SB_CLI_OPTION_LANES, { "lanes", 0, 0, G_OPTION_ARG_FILENAME, &cli->lanes, N_ ("What the lanes are: actor, place, type or dossier"), N_ ("LANES") } },
    { SB_CLI_OPTION_SHEET, { "title", 0, 0, G_OPTION_ARG_FILENAME, &cli->title, N_ ("What stands above the chronology"), N_ ("TITLE") } },
    { SB_CLI_OPTION_SHEET, { "size", 0, 0, G_OPTION_ARG_FILENAME, &cli->size, N_ ("How large a sheet is, in millimetres (297x210)"), N_ ("WIDTHxHEIGHT") } },
    { SB_CLI_OPTION_SHEET, { "density", 0, 0, G_OPTION_ARG_FILENAME, &cli->density, N_ ("Dots an inch of a PNG (200)"), N_ ("DOTS") } },
    { SB_CLI_OPTION_MAP, { "dates", 0, 0, G_OPTION_ARG_FILENAME, &cli->dates, N_ ("A map for each of these days, side by side, six at most"), N_ ("DAY,DAY…") } },
    { SB_CLI_OPTION_MAP, { "overlay", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &cli->overlays, N_ ("What a GeoJSON, KML, KMZ or GPX file draws, too; may be given again"), N_ ("FILE") } },
    { SB_CLI_OPTION_MAP, { "layers", 0, 0, G_OPTION_ARG_FILENAME, &cli->layers, N_ ("What it shows, separated by commas: events, control, roads, restrictions, zones (of travel advice), drawings, network; all but zones unless it is given"), N_ ("LAYERS") } },
    { SB_CLI_OPTION_MAP, { "way", 0, 0, G_OPTION_ARG_FILENAME, &cli->way, N_ ("The way by road between two places as it is on the day, too; places as for “route”"), N_ ("FROM/TO") } },
    { SB_CLI_OPTION_MAP, { "size", 0, 0, G_OPTION_ARG_FILENAME, &cli->size, N_ ("How large it is, in millimetres (297x210)"), N_ ("WIDTHxHEIGHT") } },
    { SB_CLI_OPTION_MAP, { "density", 0, 0, G_OPTION_ARG_FILENAME, &cli->density, N_ ("Dots an inch of a PNG (200)"), N_ ("DOTS") } },
    { SB_CLI_OPTION_GRAPH, { "actor", 0, 0, G_OPTION_ARG_FILENAME, &cli->actor, N_ ("Only what is near this actor: an id or a name"), N_ ("ACTOR") } },
    { SB_CLI_OPTION_GRAPH, { "steps", 0, 0, G_OPTION_ARG_FILENAME, &cli->steps, N_ ("How far from the actor, in ties (1)"), N_ ("NUMBER") } },
    { SB_CLI_OPTION_GRAPH, { "title", 0, 0, G_OPTION_ARG_FILENAME, &cli->title, N_ ("What stands above the graph"), N_ ("TITLE") } },
    { SB_CLI_OPTION_EDITIONS, { "language", 0, 0, G_OPTION_ARG_FILENAME, &cli->language, N_ ("The language of the briefing: fr, en, both one after the other, or columns for both side by side"), N_ ("LANGUAGE") } },
    { SB_CLI_OPTION_HAND_OVER, { "format", 0, 0, G_OPTION_ARG_FILENAME, &cli->format, N_ ("What the file is: pdf, odt, html or text; as its name ends, without it"), N_ ("FORMAT") } },
    { SB_CLI_OPTION_PAPER, { "paper", 0, 0, G_OPTION_ARG_FILENAME, &cli->paper, N_ ("The paper: a4 or letter"), N_ ("PAPER") } },
    { SB_CLI_OPTION_PAPER, { "dates", 0, 0, G_OPTION_ARG_FILENAME, &cli->dates, N_ ("The days that a template compares, six at most"), N_ ("DAY,DAY…") } },
  };

  add_those (context, options, all, G_N_ELEMENTS (all));
}

void
sb_cli_add_options (GOptionContext *context,
                    SbCli *cli,
                    SbCliOptions options)
{
  add_feed_options (context, cli, options);
  add_record_options (context, cli, options);
  add_paper_options (context, cli, options);
}
