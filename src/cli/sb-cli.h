/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <json-glib/json-glib.h>

#include "sb-store.h"

G_BEGIN_DECLS

/* How a command ends. */
typedef enum
{
  SB_CLI_DONE = 0,
  SB_CLI_FAILED = 1,
  SB_CLI_WRONG_ARGUMENTS = 2,
  SB_CLI_LOCKED = 3, /* a document needs a password */
} SbCliStatus;

/* The options that commands share, as bits: a command names those it takes. */
typedef guint64 SbCliOptions;

enum
{
  SB_CLI_OPTION_NONE = 0,
  SB_CLI_OPTION_SAMPLE = 1 << 0,
  SB_CLI_OPTION_NOW = 1 << 1,
  SB_CLI_OPTION_FEED = 1 << 2, /* what to call a feed, and what a service is asked for */
  SB_CLI_OPTION_KIND = 1 << 3,
  SB_CLI_OPTION_URL = 1 << 4,
  SB_CLI_OPTION_TYPE = 1 << 5,
  SB_CLI_OPTION_WHOLE = 1 << 6,
  SB_CLI_OPTION_AS = 1 << 7,
  SB_CLI_OPTION_PERIOD = 1 << 8, /* --from and --to */
  SB_CLI_OPTION_AS_OF = 1 << 9,
  SB_CLI_OPTION_ACTOR = 1 << 10,
  SB_CLI_OPTION_PLACE = 1 << 11,
  SB_CLI_OPTION_LIMIT = 1 << 12,
  SB_CLI_OPTION_LANGUAGE = 1 << 13,
  SB_CLI_OPTION_DOSSIER = 1 << 14,
  SB_CLI_OPTION_PAPER = 1 << 15, /* --paper, and the days of a briefing */
  SB_CLI_OPTION_OUTPUT = 1 << 16,
  SB_CLI_OPTION_REPAIR = 1 << 17,
  SB_CLI_OPTION_LIST = 1 << 18,
  SB_CLI_OPTION_FORMAT = 1 << 19,
  SB_CLI_OPTION_RECORD_KIND = 1 << 20,
  SB_CLI_OPTION_WORDS = 1 << 21, /* the language of an export */
  SB_CLI_OPTION_SINCE = 1 << 22,
  SB_CLI_OPTION_OFFSET = 1 << 23,
  SB_CLI_OPTION_BETWEEN = 1 << 24, /* --since and --until */
  SB_CLI_OPTION_ORDER = 1 << 25,
  SB_CLI_OPTION_ONLY_KIND = 1 << 26, /* --kind, of a record */
  SB_CLI_OPTION_AFTER = 1 << 27,
  SB_CLI_OPTION_FILES = 1 << 28, /* no option: the arguments are names of files */
  SB_CLI_OPTION_TEXT = 1 << 29, /* --language and --date, of a text */
  SB_CLI_OPTION_SPEC = 1 << 30,
};

/* No enumeration holds more than an int. */
#define SB_CLI_OPTION_EACH        ((SbCliOptions) 1 << 31)
#define SB_CLI_OPTION_FULL_TEXT   ((SbCliOptions) 1 << 32)
#define SB_CLI_OPTION_SET_FEED    ((SbCliOptions) 1 << 33) /* what is to be another one */
#define SB_CLI_OPTION_ROADS       ((SbCliOptions) 1 << 34) /* --cut-off and --ports */
#define SB_CLI_OPTION_MAP         ((SbCliOptions) 1 << 35) /* the days and the size of a map */
#define SB_CLI_OPTION_BOUNDS      ((SbCliOptions) 1 << 36)
#define SB_CLI_OPTION_IMPRINT     ((SbCliOptions) 1 << 37) /* what a briefing says of itself */
#define SB_CLI_OPTION_SUBJECT     ((SbCliOptions) 1 << 38) /* --actor and --place that it is about */
#define SB_CLI_OPTION_CHECK       ((SbCliOptions) 1 << 39)
#define SB_CLI_OPTION_ISSUE       ((SbCliOptions) 1 << 40) /* --anyway, and the reason of an issue */
#define SB_CLI_OPTION_TRANSLATION ((SbCliOptions) 1 << 41) /* --language and --by */
#define SB_CLI_OPTION_GRAPH       ((SbCliOptions) 1 << 45) /* around whom, how far, how large */
#define SB_CLI_OPTION_HAND_OVER   ((SbCliOptions) 1 << 46) /* what a briefing is written as */
#define SB_CLI_OPTION_EDITIONS    ((SbCliOptions) 1 << 47) /* in which languages a briefing is */
#define SB_CLI_OPTION_PASSAGE     ((SbCliOptions) 1 << 48) /* --start and --end */
#define SB_CLI_OPTION_WATCH       ((SbCliOptions) 1 << 50) /* --watch, of a saved search */
#define SB_CLI_OPTION_LANES       ((SbCliOptions) 1 << 51)
#define SB_CLI_OPTION_SHEET       ((SbCliOptions) 1 << 52) /* the title and the size of a chronology */

/**
 * SbCli:
 *
 * One call of the program: what it was given, and where its answer goes. Text
 * is in the encoding of file names, which is UTF-8 but where a user says
 * otherwise; a command checks what it takes as text by sb_cli_check_text().
 */
typedef struct
{
  char *catalogue; /* (owned) the path of the file */
  gboolean is_default_catalogue; /* it was not named */
  gboolean wants_json;
  char **arguments; /* (owned) what follows the command */
  guint n_arguments;

  /* Options, NULL or 0 where they were not given. All strings are owned. */
  gboolean wants_sample;
  gboolean wants_now;
  gboolean wants_whole;
  gboolean wants_repair;
  gboolean wants_list;
  gboolean wants_each;
  gboolean wants_check;
  gboolean wants_anyway;
  char *reason;
  gboolean wants_full_text;
  gboolean wants_cut_off;
  gboolean wants_ports;
  gboolean wants_watch;
  char *full_text; /* "on" or "off" */
  char *paused; /* "on" or "off" */
  char *interval_text; /* minutes */
  char *source;
  char *languages;
  char *address; /* of a data service */
  char *rss_address;
  char *title;
  char *bounds;
  char *author;
  char *translator;
  char *institution;
  char *marking;
  char *distribution;
  char *series;
  char *theme;
  char *contacts;
  char *number_text;
  char *cutoff_text;
  char *start_text;
  char *end_text;
  char *lanes;
  char *dates;
  char **overlays; /* (owned) (nullable) names of files */
  char *way;
  char *layers;
  char *size;
  char *density;
  char *steps;
  char *kind;
  char *url;
  char *type;
  char *as;
  char *spec;
  char *from;
  char *to;
  char *as_of;
  char *since;
  char *date;
  char *until;
  char *order;
  char *actor;
  char *place;
  char *limit_text;
  char *offset_text;
  char *after_text;
  guint limit; /* as they are read by sb_cli_read_numbers() */
  guint offset;
  gint64 after;
  char *language;
  char *dossier;
  char *paper;
  char *output;
  char *format;
  char *countries;
  char *dataset;
  char *version;
  char *text;
} SbCli;

void sb_cli_clear (SbCli *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SbCli, sb_cli_clear)

/* Writes to standard output, in UTF-8 whatever the locale is. */
void sb_cli_print (const char *format,
                   ...) G_GNUC_PRINTF (1, 2);
/* Writes @root as the answer; takes it over. */
void sb_cli_print_json (JsonNode *root);
/* Sends out what was printed. Returns @status, or %SB_CLI_FAILED when some of it
 * was lost: the disk may be full. */
SbCliStatus sb_cli_finish (SbCliStatus status);
/* Writes one line for the reader to standard error. */
void sb_cli_tell (const char *format,
                  ...) G_GNUC_PRINTF (1, 2);

/* Tells people, not files nor programs, how far the work is: @fraction, 0 to 1,
 * which ends it. @self, an SbCli, as what functions of the catalogue hand on. */
void sb_cli_tell_progress (double fraction,
                           gpointer self);

/* Says what went wrong with @subject (nullable: a file, an address) in the
 * language of the interface; returns the status to end with. */
SbCliStatus sb_cli_fail (const char *subject,
                         const GError *error);
/* Says that the arguments are wrong, and how to be told the right ones. */
SbCliStatus sb_cli_refuse (const char *format,
                           ...) G_GNUC_PRINTF (1, 2);

/* @text as it is quoted back: cut in its middle where it is too long to be read,
 * and what is not UTF-8 made visible. */
char *sb_cli_quote (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* Whether @text is UTF-8; says so when it is not. */
gboolean sb_cli_check_text (const char *text);
/* Reads "YYYY-MM-DD" of the option @name; says so when it is not. */
gboolean sb_cli_read_day (const char *name,
                          const char *text,
                          int *day);
/* Whether all options that are texts, and the arguments where @has_words says
 * that they are, are UTF-8; says so when one is not. */
gboolean sb_cli_check_texts (SbCli *self,
                             gboolean has_words);
/* Reads --limit, --offset and --after, where they were given; says so when one
 * is no number that it can be. */
gboolean sb_cli_read_numbers (SbCli *self);
/* Whether --from and --to are days in that order, where they were given; says
 * so when they are not. */
gboolean sb_cli_check_period (SbCli *self);
/* Reads an id, a number above 0; FALSE for anything else. */
gboolean sb_cli_read_id (const char *text,
                         gint64 *id);
/* Reads a whole file, or standard input for "-". */
GBytes *sb_cli_read_file (const char *path,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Makes the backup of today, if there is none; says so when it cannot, which
 * stops nothing. */
void sb_cli_back_up (SbCli *self);
/* Opens the catalogue; says why when it cannot. With %SB_STORE_CREATE the
 * folder is made as well. Before it is written to, it is backed up. */
SbStore *sb_cli_open_store (SbCli *self,
                            SbStoreFlags flags) G_GNUC_WARN_UNUSED_RESULT;
/* Makes the folder of the catalogue. */
gboolean sb_cli_make_folder (SbCli *self);

/* Parts of JSON: NULL is null, times are ISO 8601. */
void sb_cli_add_text (JsonBuilder *builder,
                      const char *name,
                      const char *text);
void sb_cli_add_integer (JsonBuilder *builder,
                         const char *name,
                         gint64 value);
void sb_cli_add_time (JsonBuilder *builder,
                      const char *name,
                      gint64 seconds);
void sb_cli_add_error (JsonBuilder *builder,
                       const char *code,
                       const char *message);

G_END_DECLS
