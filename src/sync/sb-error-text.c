/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sync"

#include "config.h"

#include "sb-error-text.h"

#include <glib/gi18n.h>

#include "sb-analysis-error.h"
#include "sb-attachment-intake.h"
#include "sb-briefing-error.h"
#include "sb-catalogue-error.h"
#include "sb-document-error.h"
#include "sb-exchange-error.h"
#include "sb-feeds-error.h"
#include "sb-geo-error.h"
#include "sb-record-error.h"
#include "sb-search-error.h"
#include "sb-services-error.h"
#include "sb-sqlite-error.h"
#include "sb-sync-error.h"
#include "sb-sync-illustration.h"
#include "sb-table-error.h"
#include "sb-translate.h"
#include "sb-web-picture.h"

/* Each table is indexed by the codes of its domain. A code without a sentence
 * leaves the word to the message of the error. */

/* G_IO_ERROR_FAILED has none: only its message knows what failed. */
static const char *const io_texts[] = {
  [G_IO_ERROR_NOT_FOUND] = N_ ("There is no such file or folder."),
  [G_IO_ERROR_EXISTS] = N_ ("A file of that name is already there."),
  [G_IO_ERROR_IS_DIRECTORY] = N_ ("This is a folder, and a file is needed."),
  [G_IO_ERROR_NOT_DIRECTORY] = N_ ("This is a file, and a folder is needed."),
  [G_IO_ERROR_NOT_EMPTY] = N_ ("The folder is not empty."),
  [G_IO_ERROR_NOT_REGULAR_FILE] = N_ ("This is not an ordinary file."),
  [G_IO_ERROR_NOT_SYMBOLIC_LINK] = N_ ("This is not a link to a file."),
  [G_IO_ERROR_NOT_MOUNTABLE_FILE] = N_ ("This file cannot be opened as a volume."),
  [G_IO_ERROR_FILENAME_TOO_LONG] = N_ ("The name of the file is too long."),
  [G_IO_ERROR_INVALID_FILENAME] = N_ ("The name of the file has a character that is not allowed."),
  [G_IO_ERROR_TOO_MANY_LINKS] = N_ ("Too many links lead from one file to the next."),
  [G_IO_ERROR_NO_SPACE] = N_ ("The disk is full: make room, then try again."),
  [G_IO_ERROR_INVALID_ARGUMENT] = N_ ("This was asked for in a way that makes no sense."),
  [G_IO_ERROR_PERMISSION_DENIED] = N_ ("You do not have the rights to this file or folder."),
  [G_IO_ERROR_NOT_SUPPORTED] = N_ ("This is not possible with this file or on this system."),
  [G_IO_ERROR_NOT_MOUNTED] = N_ ("The volume that holds the file is not connected."),
  [G_IO_ERROR_ALREADY_MOUNTED] = N_ ("The volume is already connected."),
  [G_IO_ERROR_CLOSED] = N_ ("The file was closed too early."),
  [G_IO_ERROR_CANCELLED] = N_ ("It was cancelled."),
  [G_IO_ERROR_PENDING] = N_ ("Something else is still under way: wait until it is done."),
  [G_IO_ERROR_READ_ONLY] = N_ ("Nothing can be written there: the disk is read-only."),
  [G_IO_ERROR_CANT_CREATE_BACKUP] = N_ ("The copy of the old file could not be made, so nothing was changed."),
  [G_IO_ERROR_WRONG_ETAG] = N_ ("The file was changed meanwhile, so it was not overwritten."),
  [G_IO_ERROR_TIMED_OUT] = N_ ("It took too long and was given up."),
  [G_IO_ERROR_WOULD_RECURSE] = N_ ("A folder cannot be copied as a file."),
  [G_IO_ERROR_BUSY] = N_ ("Another program is using the file."),
  [G_IO_ERROR_WOULD_BLOCK] = N_ ("The file is not ready: try again."),
  [G_IO_ERROR_HOST_NOT_FOUND] = N_ ("No server of that name is known."),
  [G_IO_ERROR_WOULD_MERGE] = N_ ("A folder of that name is already there."),
  [G_IO_ERROR_FAILED_HANDLED] = N_ ("It failed, and the reason has been told already."),
  [G_IO_ERROR_TOO_MANY_OPEN_FILES] = N_ ("Too many files are open: close some, then try again."),
  [G_IO_ERROR_NOT_INITIALIZED] = N_ ("This part of the program is not ready yet."),
  [G_IO_ERROR_ADDRESS_IN_USE] = N_ ("Another program is using that network address."),
  [G_IO_ERROR_PARTIAL_INPUT] = N_ ("The file ends too early: it is incomplete."),
  [G_IO_ERROR_INVALID_DATA] = N_ ("The file is damaged, or is not what its name says."),
  [G_IO_ERROR_DBUS_ERROR] = N_ ("Another part of the desktop does not answer."),
  [G_IO_ERROR_HOST_UNREACHABLE] = N_ ("The server cannot be reached."),
  [G_IO_ERROR_NETWORK_UNREACHABLE] = N_ ("There is no network: check the connection."),
  [G_IO_ERROR_CONNECTION_REFUSED] = N_ ("The server refuses the connection."),
  [G_IO_ERROR_PROXY_FAILED] = N_ ("The proxy server does not answer: check the network settings."),
  [G_IO_ERROR_PROXY_AUTH_FAILED] = N_ ("The proxy server refused the password."),
  [G_IO_ERROR_PROXY_NEED_AUTH] = N_ ("The proxy server asks for a password: check the network settings."),
  [G_IO_ERROR_PROXY_NOT_ALLOWED] = N_ ("The proxy server does not allow this connection."),
  [G_IO_ERROR_BROKEN_PIPE] = N_ ("The connection broke off."),
  [G_IO_ERROR_NOT_CONNECTED] = N_ ("The connection is not open."),
  [G_IO_ERROR_MESSAGE_TOO_LARGE] = N_ ("The message is too large to be sent."),
  [G_IO_ERROR_NO_SUCH_DEVICE] = N_ ("There is no such device."),
};

static const char *const sqlite_texts[] = {
  [SB_SQLITE_ERROR_FAILED] = N_ ("The catalogue answered with an error, and nothing was changed."),
  [SB_SQLITE_ERROR_BUSY] = N_ ("Another program is writing to the catalogue: try again in a moment."),
  [SB_SQLITE_ERROR_FULL] = N_ ("The disk is full: nothing was lost, but the last change was not kept."),
  [SB_SQLITE_ERROR_READ_ONLY] = N_ ("The catalogue cannot be written to: check the rights of its file and folder."),
  [SB_SQLITE_ERROR_CORRUPT] = N_ ("The file of the catalogue is damaged: restore a backup (“sahel-brief-cli restore” lists them)."),
  [SB_SQLITE_ERROR_NOT_A_DATABASE] = N_ ("This file is not a catalogue."),
  [SB_SQLITE_ERROR_NEWER] = N_ ("This catalogue was written by a newer version of SahelBrief: update the program to open it."),
  [SB_SQLITE_ERROR_CONSTRAINT] = N_ ("This record contradicts what the catalogue holds, so it was not stored."),
  [SB_SQLITE_ERROR_IO] = N_ ("The disk could not be read or written."),
  [SB_SQLITE_ERROR_CANT_OPEN] = N_ ("The catalogue cannot be opened: check the rights of its file and folder."),
  [SB_SQLITE_ERROR_NOT_FOUND] = N_ ("There is no catalogue of that name."),
  [SB_SQLITE_ERROR_NO_MEMORY] = N_ ("There is not enough memory for this."),
  [SB_SQLITE_ERROR_TOO_BIG] = N_ ("A text is too large for the catalogue."),
  [SB_SQLITE_ERROR_UNFINISHED] = N_ ("The last changes of this catalogue are in files beside it, in a folder that cannot be written to: copy all of them to a folder of yours and open the catalogue there."),
};

static const char *const catalogue_texts[] = {
  [SB_CATALOGUE_ERROR_INVALID] = N_ ("This record is incomplete or contradicts itself, so it was not stored."),
  [SB_CATALOGUE_ERROR_UNKNOWN_REFERENCE] = N_ ("This record refers to another one that is not in the catalogue."),
  [SB_CATALOGUE_ERROR_FORMAT] = N_ ("This file is damaged, or is not of the format it claims."),
  [SB_CATALOGUE_ERROR_NEWER] = N_ ("This catalogue was written by a newer version of SahelBrief: update the program to open it."),
  [SB_CATALOGUE_ERROR_FOREIGN] = N_ ("This file is the database of another program, not a catalogue."),
  [SB_CATALOGUE_ERROR_OLDER] = N_ ("This catalogue was written by an older version of SahelBrief and must be brought up to date, but it cannot be written to: check the rights of its file and folder."),
  [SB_CATALOGUE_ERROR_BACKUP] = N_ ("This backup is damaged or is no backup of a catalogue: choose another one. The catalogue was left as it is."),
  [SB_CATALOGUE_ERROR_MERGE] = N_ ("Only two actors, or two places, that are both in the catalogue can be merged."),
  [SB_CATALOGUE_ERROR_NOT_MERGED] = N_ ("There is no such merge, or it was taken back already."),
  [SB_CATALOGUE_ERROR_MERGED] = N_ ("This record was merged into another one meanwhile, so the change was not stored: make it on the one that was kept."),
  [SB_CATALOGUE_ERROR_VERSIONS] = N_ ("Only different records of one kind can be versions of one question."),
  [SB_CATALOGUE_ERROR_VERSIONS_PLACE] = N_ ("These are of different places, so that they cannot be versions of one question."),
};

/* %s is the piece of the search where it went wrong. */
static const char *const search_texts[] = {
  [SB_SEARCH_ERROR_EMPTY] = N_ ("There is nothing to look for in this search."),
  [SB_SEARCH_ERROR_ENCODING] = N_ ("The search is not a text in UTF-8."),
  [SB_SEARCH_ERROR_TOO_LONG] = N_ ("The search is longer or more intricate than can be done, from “%s” on."),
  [SB_SEARCH_ERROR_QUOTE] = N_ ("The quotation mark is not closed here: %s."),
  [SB_SEARCH_ERROR_GROUP] = N_ ("The parenthesis is not closed here: “%s”."),
  [SB_SEARCH_ERROR_GROUP_END] = N_ ("A parenthesis is closed that was not opened, before “%s”."),
  [SB_SEARCH_ERROR_EMPTY_GROUP] = N_ ("There is nothing between the parentheses here: “%s”."),
  [SB_SEARCH_ERROR_OPERATOR] = N_ ("AND and OR need something to look for on both sides, which is missing here: “%s”."),
  [SB_SEARCH_ERROR_NOT] = N_ ("NOT needs something behind it, which is missing here: “%s”."),
  [SB_SEARCH_ERROR_ONLY_NOT] = N_ ("The search says only what is not wanted: add what to look for to “%s”."),
  [SB_SEARCH_ERROR_STAR] = N_ ("An asterisk stands at the end of a word of at least two letters, which it does not here: “%s”."),
  [SB_SEARCH_ERROR_FIELD] = N_ ("There is no such field as the one before the colon in “%s”: there are actor, place, source, kind, lang, since and until."),
  [SB_SEARCH_ERROR_FIELD_EMPTY] = N_ ("A field needs a value behind its colon, which is missing here: “%s”."),
  [SB_SEARCH_ERROR_MIXED] = N_ ("A field can restrict words but not stand in their place, as it does here: “%s”."),
  [SB_SEARCH_ERROR_KIND] = N_ ("“%s” is not a kind of record: try document, event or actor."),
  [SB_SEARCH_ERROR_LANGUAGE] = N_ ("“%s” is not a language of the search: it is fr or en."),
  [SB_SEARCH_ERROR_DATE] = N_ ("The date cannot be read here: “%s”; it is such as 2026-04-25, 2026-04 or 2026."),
  [SB_SEARCH_ERROR_PERIOD] = N_ ("The period ends before it begins, with “%s”."),
  [SB_SEARCH_ERROR_NO_ACTOR] = N_ ("No actor in the catalogue is called “%s”."),
  [SB_SEARCH_ERROR_NO_PLACE] = N_ ("No place in the catalogue is called “%s”."),
  [SB_SEARCH_ERROR_NO_SOURCE] = N_ ("No source in the catalogue is called “%s”."),
};

static const char *const record_texts[] = {
  [SB_RECORD_ERROR_MISSING] = N_ ("Something that is required has not been filled in."),
  [SB_RECORD_ERROR_RANGE] = N_ ("A value is outside of what it can be."),
  [SB_RECORD_ERROR_ORDER] = N_ ("An end lies before its beginning."),
  [SB_RECORD_ERROR_REFERENCE] = N_ ("A record refers to itself, or to a record of the wrong kind."),
  [SB_RECORD_ERROR_SCALE] = N_ ("A likelihood needs a scale, and has to be one of the bands of it."),
  [SB_RECORD_ERROR_SPEAKER] = N_ ("A statement needs a speaker, or a description of one who is not named."),
  [SB_RECORD_ERROR_POSITION] = N_ ("A latitude needs a longitude, and a longitude a latitude."),
};

static const char *const feeds_texts[] = {
  [SB_FEEDS_ERROR_ADDRESS] = N_ ("This is not a web address: it must begin with http:// or https://."),
  [SB_FEEDS_ERROR_UNSAFE_ADDRESS] = N_ ("This address leads into the local network, which feeds may not do: if the server is yours, add it by its number, such as 192.168.1.5."),
  [SB_FEEDS_ERROR_UNSAFE_REDIRECT] = N_ ("The server redirects to an address that is not safe."),
  [SB_FEEDS_ERROR_REDIRECTS] = N_ ("The server redirects from one address to the next without end."),
  [SB_FEEDS_ERROR_OFFLINE] = N_ ("There is no network: check the connection."),
  [SB_FEEDS_ERROR_DNS] = N_ ("No server of that name is known: check the address."),
  [SB_FEEDS_ERROR_CONNECTION] = N_ ("The server does not answer, or broke the connection off: it will be asked again later."),
  [SB_FEEDS_ERROR_TLS] = N_ ("The connection is not safe, because the certificate of the server is refused: check the clock of this computer, and the address."),
  [SB_FEEDS_ERROR_TIMEOUT] = N_ ("The server took too long to answer: it will be asked again later."),
  [SB_FEEDS_ERROR_REFUSED] = N_ ("The server refuses access to this address: open its site to see whether it asks for an account."),
  [SB_FEEDS_ERROR_NOT_FOUND] = N_ ("There is nothing at this address any more, or it is misspelt: look on the site for the new one."),
  [SB_FEEDS_ERROR_GONE] = N_ ("The publisher has withdrawn this feed for good, so it is not asked for any more: look on the site for another one."),
  [SB_FEEDS_ERROR_RATE_LIMITED] = N_ ("The server was asked too often: it will be asked again later."),
  [SB_FEEDS_ERROR_SERVER] = N_ ("The server has a fault of its own: it will be asked again later."),
  [SB_FEEDS_ERROR_STATUS] = N_ ("The server gave an answer that is not understood."),
  [SB_FEEDS_ERROR_INCOMPLETE] = N_ ("The answer of the server is incomplete: it will be asked again later."),
  [SB_FEEDS_ERROR_TOO_LARGE] = N_ ("The server sent more than a feed can be."),
  [SB_FEEDS_ERROR_EMPTY] = N_ ("The server sent an empty answer: it will be asked again later."),
  [SB_FEEDS_ERROR_HTML] = N_ ("The server sent a web page where a feed should be: look on the site for the address of the feed."),
  [SB_FEEDS_ERROR_NOT_A_FEED] = N_ ("What the server sent is not a feed: check the address."),
  [SB_FEEDS_ERROR_MALFORMED] = N_ ("The feed is too damaged to be read: tell its publisher."),
  [SB_FEEDS_ERROR_UNSAFE_XML] = N_ ("The feed holds constructions that could do harm, so it was not read."),
  [SB_FEEDS_ERROR_TOO_COMPLEX] = N_ ("The feed is more intricate than any real one, so it was not read."),
};

/* Of a file that somebody asked for, what is said otherwise than of a feed. */
static const char *const attachment_texts[] = {
  [SB_FEEDS_ERROR_UNSAFE_ADDRESS] = N_ ("This file is said to be in the local network, where no feed may lead, so it was not fetched."),
  [SB_FEEDS_ERROR_UNSAFE_REDIRECT] = N_ ("This file is at an address that is not safe, so it was not fetched."),
  [SB_FEEDS_ERROR_CONNECTION] = N_ ("The server does not answer, or broke the connection off: try again later."),
  [SB_FEEDS_ERROR_TIMEOUT] = N_ ("The server took too long to send the file: try again later."),
  [SB_FEEDS_ERROR_REFUSED] = N_ ("The server refuses access to this file: open the document on its site to see whether it asks for an account."),
  [SB_FEEDS_ERROR_NOT_FOUND] = N_ ("This file is not there any more: look for it on the site of its publisher."),
  [SB_FEEDS_ERROR_GONE] = N_ ("The publisher has withdrawn this file."),
  [SB_FEEDS_ERROR_RATE_LIMITED] = N_ ("The server was asked too often: try again later."),
  [SB_FEEDS_ERROR_SERVER] = N_ ("The server has a fault of its own: try again later."),
  [SB_FEEDS_ERROR_INCOMPLETE] = N_ ("The server sent only a part of the file: try again later."),
  [SB_FEEDS_ERROR_TOO_LARGE] = N_ ("This file is larger than 32 MB, which is more than is fetched: open the document on its site, save the file and import it."),
  [SB_FEEDS_ERROR_EMPTY] = N_ ("The server sent an empty file: try again later."),
  [SB_FEEDS_ERROR_HTML] = N_ ("The server sent a web page where the file should be: open the document on its site to see whether it asks for an account."),
};

/* Of a picture that somebody wanted to see, the same. */
static const char *const illustration_texts[] = {
  [SB_FEEDS_ERROR_UNSAFE_ADDRESS] = N_ ("This picture is said to be in the local network, where no page may lead, so it was not fetched."),
  [SB_FEEDS_ERROR_UNSAFE_REDIRECT] = N_ ("This picture is at an address that is not safe, so it was not fetched."),
  [SB_FEEDS_ERROR_CONNECTION] = N_ ("The server does not answer, or broke the connection off: try again later."),
  [SB_FEEDS_ERROR_TIMEOUT] = N_ ("The server took too long to send the picture: try again later."),
  [SB_FEEDS_ERROR_REFUSED] = N_ ("The server refuses access to this picture: open the document on its site to see it there."),
  [SB_FEEDS_ERROR_NOT_FOUND] = N_ ("This picture is not there any more."),
  [SB_FEEDS_ERROR_GONE] = N_ ("The publisher has withdrawn this picture."),
  [SB_FEEDS_ERROR_RATE_LIMITED] = N_ ("The server was asked too often: try again later."),
  [SB_FEEDS_ERROR_SERVER] = N_ ("The server has a fault of its own: try again later."),
  [SB_FEEDS_ERROR_INCOMPLETE] = N_ ("The server sent only a part of the picture: try again later."),
  [SB_FEEDS_ERROR_TOO_LARGE] = N_ ("This picture is larger than 8 MB, which is more than is fetched: open the document on its site to see it there."),
  [SB_FEEDS_ERROR_EMPTY] = N_ ("The server sent nothing where the picture should be: try again later."),
};

static const char *const web_picture_texts[] = {
  [SB_WEB_PICTURE_ERROR_PAGE] = N_ ("The server sent a text or a web page where the picture should be: open the document on its site to see it there."),
  [SB_WEB_PICTURE_ERROR_UNSUPPORTED] = N_ ("This is no picture of a kind that is shown here (JPEG, PNG, GIF or WebP): open the document on its site to see it there."),
  [SB_WEB_PICTURE_ERROR_BROKEN] = N_ ("This picture came damaged or incomplete: try again later."),
  [SB_WEB_PICTURE_ERROR_TOO_LARGE] = N_ ("This picture is too large to be shown here: open the document on its site to see it there."),
  [SB_WEB_PICTURE_ERROR_HELPER] = N_ ("The program that reads pictures cannot be started: install SahelBrief again."),
};

static const char *const document_texts[] = {
  [SB_DOCUMENT_ERROR_UNSUPPORTED] = N_ ("Files of this kind cannot be read."),
  [SB_DOCUMENT_ERROR_BROKEN] = N_ ("The document is truncated or damaged."),
  [SB_DOCUMENT_ERROR_LOCKED] = N_ ("The document is protected by a password."),
  [SB_DOCUMENT_ERROR_NO_TEXT] = N_ ("The document holds pictures of pages, but no text."),
  [SB_DOCUMENT_ERROR_EMPTY] = N_ ("There is no text in the document."),
  [SB_DOCUMENT_ERROR_TOO_LARGE] = N_ ("The document is too large."),
  [SB_DOCUMENT_ERROR_TOO_COSTLY] = N_ ("Reading the document took too much time or memory and was given up."),
  [SB_DOCUMENT_ERROR_OLD_FORMAT] = N_ ("This is an RTF file or one of an old office program (DOC), which cannot be read here: open it in a word processor and save it as ODT or DOCX."),
  [SB_DOCUMENT_ERROR_HELPER] = N_ ("The reader of such files cannot be started: install SahelBrief again."),
};

static const char *const geo_texts[] = {
  [SB_GEO_ERROR_INVALID] = N_ ("The data of the map is damaged: install SahelBrief again."),
  [SB_GEO_ERROR_VERSION] = N_ ("The data of the map was made for a newer version of SahelBrief."),
  [SB_GEO_ERROR_ADDRESS] = N_ ("The address of a map has {z}, {x} and {y} where the zoom, the column and the row of a tile go: copy it from the documentation of its server."),
  [SB_GEO_ERROR_ARCHIVE] = N_ ("This file is no map in the format MBTiles, or a damaged one."),
  [SB_GEO_ERROR_VECTOR_TILES] = N_ ("This map is made of vectors, which SahelBrief does not paint: take one made of pictures (PNG or JPEG)."),
  [SB_GEO_ERROR_PICTURE] = N_ ("What the server of the map sends is not the picture of a tile."),
};

static const char *const briefing_texts[] = {
  [SB_BRIEFING_ERROR_NO_TEMPLATE] = N_ ("There is no template of that name."),
  [SB_BRIEFING_ERROR_TEMPLATE] = N_ ("The template of the briefing cannot be read (%s)."),
  [SB_BRIEFING_ERROR_LOGO] = N_ ("This file is no picture that can be printed as a logo: a sound PNG or JPEG file, in grey or in red, green and blue, is wanted."),
  [SB_BRIEFING_ERROR_LOGO_SIZE] = N_ ("This picture is too large for a logo: it may have 1 MB and 4096 pixels a side."),
  [SB_BRIEFING_ERROR_DRAWING] = N_ ("The page could not be drawn, most likely for want of memory."),
};

static const char *const analysis_texts[] = {
  [SB_ANALYSIS_ERROR_LAYOUT] = N_ ("The graph could not be laid out: graphviz may not be installed whole."),
};

static const char *const exchange_texts[] = {
  [SB_EXCHANGE_ERROR_FORMAT] = N_ ("This file is no dossier, or one that was put together in another way than dossiers are."),
  [SB_EXCHANGE_ERROR_NEWER] = N_ ("This dossier was written by a newer version of SahelBrief: update the program to import it."),
  [SB_EXCHANGE_ERROR_DAMAGED] = N_ ("The dossier is incomplete or damaged, so nothing of it was taken: ask for it again."),
  [SB_EXCHANGE_ERROR_UNSAFE] = N_ ("The dossier holds constructions that could do harm, so nothing of it was taken."),
  [SB_EXCHANGE_ERROR_LOCKED] = N_ ("The dossier is protected by a password: unpack and pack it again without one."),
  [SB_EXCHANGE_ERROR_TOO_LARGE] = N_ ("The dossier has more or larger parts than a dossier may have."),
};

/* "%s" is what the error names: a line, a column, a member. */
static const char *const table_texts[] = {
  [SB_TABLE_ERROR_EMPTY] = N_ ("The file is empty."),
  [SB_TABLE_ERROR_HTML] = N_ ("This is a web page where data should be: the service may have refused to answer."),
  [SB_TABLE_ERROR_MALFORMED] = N_ ("The file breaks the rules of its format at line %s, so it cannot be read: ask for it again."),
  [SB_TABLE_ERROR_TOO_LARGE] = N_ ("The file has a line or a part that is longer than those of tables are."),
  [SB_TABLE_ERROR_TOO_COMPLEX] = N_ ("The file is nested deeper, or has more parts, than data has."),
  [SB_TABLE_ERROR_UNKNOWN] = N_ ("Nothing in this file says what it holds: name its columns in an import specification."),
  [SB_TABLE_ERROR_COLUMNS] = N_ ("The table has no column for “%s”, which is needed: name it in an import specification."),
  [SB_TABLE_ERROR_SPECIFICATION] = N_ ("The import specification cannot be read: “%s” is wrong in it."),
};

/* "%s" is a word of a query, or what a service is called. */
static const char *const services_texts[] = {
  [SB_SERVICES_ERROR_QUERY] = N_ ("“%s” is missing, or is nothing that this service can be asked for."),
  [SB_SERVICES_ERROR_ADDRESS] = N_ ("The address of %s in the settings cannot be used: it must begin with https://."),
  [SB_SERVICES_ERROR_SIGN_IN] = N_ ("This service wants to know who asks: sign in to it (“Sign in…” in the list of feeds, or “sahel-brief-cli feed sign-in”)."),
  [SB_SERVICES_ERROR_CREDENTIALS] = N_ ("The service does not accept this name, password or key: check it and sign in again."),
  [SB_SERVICES_ERROR_EXPIRED] = N_ ("The sign-in has run out: sign in again."),
  [SB_SERVICES_ERROR_NO_ACCESS] = N_ ("The service knows the account but gives it no data: ask it for access, with the address of your organisation rather than a private one."),
  [SB_SERVICES_ERROR_APP_NAME] = N_ ("ReliefWeb has not approved this application name: ask for one at apidoc.reliefweb.int, or sign out to read its RSS."),
  [SB_SERVICES_ERROR_RETIRED] = N_ ("This version of the service has been switched off, so it is not asked any more: update SahelBrief."),
  [SB_SERVICES_ERROR_QUOTA] = N_ ("The requests that the service allows in a day are used up: it goes on tomorrow."),
  [SB_SERVICES_ERROR_HTML] = N_ ("The service sent a web page instead of data, as it does when it is overloaded or refuses: it will be asked again later."),
  [SB_SERVICES_ERROR_ANSWER] = N_ ("The answer of the service is not of the form that it documents: it will be asked again later. If that does not change, update SahelBrief."),
  [SB_SERVICES_ERROR_CHECKSUM] = N_ ("The file is not the one that the service announces, or was damaged on the way, so it was not taken: it will be asked for again later."),
  [SB_SERVICES_ERROR_PAGING] = N_ ("The service sends the same page again and again, so that what comes after it is missing: it will be asked again later."),
  [SB_SERVICES_ERROR_NOTHING] = N_ ("The service has nothing of what it is asked for: check the countries and the dates."),
  [SB_SERVICES_ERROR_NO_KEYRING] = N_ ("There is no keyring (Secret Service) on this machine to keep the sign-in in: install one such as gnome-keyring. Without it, a sign-in holds until SahelBrief is closed."),
  [SB_SERVICES_ERROR_KEYRING_LOCKED] = N_ ("The keyring of the desktop is locked: unlock it and try again."),
};

/* "%s" is what was not taken. */
static const char *const sync_texts[] = {
  [SB_SYNC_ERROR_FEED_TWICE] = N_ ("Another feed has this address already: %s."),
  [SB_SYNC_ERROR_INTERVAL] = N_ ("A feed is asked every 5 minutes at most and once a week at least, not every %s minutes."),
  [SB_SYNC_ERROR_LANGUAGE] = N_ ("“%s” is not the code of a language, such as fr, en or ar."),
  [SB_SYNC_ERROR_NOT_OF_FEED] = N_ ("“%s” is for data services: a feed is only asked for what is at its address."),
  [SB_SYNC_ERROR_NOT_OF_SERVICE] = N_ ("This can be said of a feed, but not of %s, which is a data service."),
};

static const char *
look_up (const char *const *texts,
         guint n_texts,
         int code)
{
  return code >= 0 && (guint) code < n_texts ? texts[code] : NULL;
}

#define LOOK_UP(texts, code) look_up (texts, G_N_ELEMENTS (texts), code)

static const char *
find_message (const GError *error)
{
  if (error->domain == G_IO_ERROR)
    return LOOK_UP (io_texts, error->code);
  if (error->domain == G_FILE_ERROR)
    return LOOK_UP (io_texts, g_io_error_from_file_error (error->code));
  if (error->domain == SB_SQLITE_ERROR)
    return LOOK_UP (sqlite_texts, error->code);
  if (error->domain == SB_CATALOGUE_ERROR)
    return LOOK_UP (catalogue_texts, error->code);
  if (error->domain == SB_RECORD_ERROR)
    return LOOK_UP (record_texts, error->code);
  if (error->domain == SB_EXCHANGE_ERROR)
    return LOOK_UP (exchange_texts, error->code);
  if (error->domain == SB_FEEDS_ERROR)
    return LOOK_UP (feeds_texts, error->code);
  if (error->domain == SB_ATTACHMENT_ERROR)
    return LOOK_UP (attachment_texts, error->code) != NULL ? LOOK_UP (attachment_texts, error->code) : LOOK_UP (feeds_texts, error->code);
  if (error->domain == SB_ILLUSTRATION_ERROR)
    return LOOK_UP (illustration_texts, error->code) != NULL ? LOOK_UP (illustration_texts, error->code) : LOOK_UP (feeds_texts, error->code);
  if (error->domain == SB_WEB_PICTURE_ERROR)
    return LOOK_UP (web_picture_texts, error->code);
  if (error->domain == SB_DOCUMENT_ERROR)
    return LOOK_UP (document_texts, error->code);
  if (error->domain == SB_GEO_ERROR)
    return LOOK_UP (geo_texts, error->code);
  if (error->domain == SB_BRIEFING_ERROR)
    return LOOK_UP (briefing_texts, error->code);
  if (error->domain == SB_ANALYSIS_ERROR)
    return LOOK_UP (analysis_texts, error->code);

  return NULL;
}

/* A search, a table, a service, a template and a change of a feed are explained by the piece of
 * them that is wrong. */
static char *
word_piece (const GError *error,
            const char *message,
            SbLanguage language)
{
  g_auto (GStrv) parts = NULL;

  if (message == NULL)
    return g_strdup (error->message);

  parts = g_strsplit (sb_translate (language, message), "%s", 2);
  return g_strjoinv (error->message, parts);
}

char *
sb_error_text (const GError *error,
               SbLanguage language)
{
  const char *message;

  g_return_val_if_fail (error != NULL, NULL);

  if (error->domain == SB_SEARCH_ERROR)
    return word_piece (error, LOOK_UP (search_texts, error->code), language);
  if (error->domain == SB_SERVICES_ERROR)
    return word_piece (error, LOOK_UP (services_texts, error->code), language);
  if (error->domain == SB_SYNC_ERROR)
    return word_piece (error, LOOK_UP (sync_texts, error->code), language);
  if (error->domain == SB_TABLE_ERROR)
    return word_piece (error, LOOK_UP (table_texts, error->code), language);

  if (g_error_matches (error, SB_BRIEFING_ERROR, SB_BRIEFING_ERROR_TEMPLATE))
    return word_piece (error, briefing_texts[SB_BRIEFING_ERROR_TEMPLATE], language);

  message = find_message (error);
  return g_strdup (message != NULL ? sb_translate (language, message) : error->message);
}
