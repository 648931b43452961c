# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The SahelBrief authors
"""Data services on the loopback, of the shapes that the real ones document.

Each is an HTTP server with the records it has and a log of what it was asked.
`faults` is a list of functions of a request that may answer in its place."""
import contextlib
import hashlib
import http.server
import io
import json
import threading
import urllib.parse
import zipfile

JSON = 'application/json'


class Request:
    def __init__(self, method, path, query, headers, body):
        self.method, self.path, self.headers, self.body = method, path, headers, body
        self.query = query

    def get(self, name, fallback=None):
        return self.query.get(name, fallback)


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'

    def answer(self, method):
        stub = self.server.stub
        path, _, query = self.path.partition('?')
        body = self.rfile.read(int(self.headers.get('Content-Length') or 0)).decode()
        request = Request(method, path, dict(urllib.parse.parse_qsl(query)), self.headers, body)
        stub.log.append(request)
        status, kind, text, *more = stub.respond(request)
        data = text if isinstance(text, bytes) else text.encode()
        self.send_response(status)
        self.send_header('Content-Type', kind)
        self.send_header('Content-Length', str(len(data)))
        for name, value in (more[0] if more else {}).items():
            self.send_header(name, value)
        self.end_headers()
        # Who has read enough hangs up.
        with contextlib.suppress(ConnectionError):
            self.wfile.write(data)

    def do_GET(self):
        self.answer('GET')

    def do_POST(self):
        self.answer('POST')

    def log_message(self, *arguments):
        pass


class Stub:
    def __init__(self, case):
        self.log, self.faults = [], []
        server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Handler)
        server.stub = self
        threading.Thread(target=server.serve_forever, daemon=True).start()
        case.addCleanup(server.server_close)
        case.addCleanup(server.shutdown)
        self.base = f'http://127.0.0.1:{server.server_port}'

    def respond(self, request):
        for fault in self.faults:
            answer = fault(request)
            if answer is not None:
                return answer
        return self.serve(request)

    def serve(self, request):
        return 404, 'text/plain', 'no'

    def take_log(self):
        log, self.log = self.log, []
        return log


ACLED_COLUMNS = ('event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,'
                 'assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,'
                 'admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,'
                 'tags,timestamp').split(',')


def acled_row(number, timestamp, **changes):
    row = dict.fromkeys(ACLED_COLUMNS, '')
    row.update(event_id_cnty=f'MLI{number}', event_date='2026-04-25', year='2026', time_precision='1',
               disorder_type='Political violence', event_type='Battles', sub_event_type='Armed clash',
               actor1='JNIM: Group for Support of Islam and Muslims', inter1='Rebel group',
               actor2='Military Forces of Mali (2021-)', inter2='State forces', iso='466', region='Western Africa',
               country='Mali', admin1='Kayes', admin2='Kayes', location='Kayes', latitude='14.4469', longitude='-11.4444',
               geo_precision='1', source='Studio Tamani', source_scale='National',
               notes=f'Clash number {number} near Kayes.', fatalities=str(number), timestamp=str(timestamp))
    row.update(changes)
    return row


class Acled(Stub):
    """OAuth with a password, rows under "data" without a count, deletions."""
    USER, PASSWORD = 'analyste@institut.example', 'mot-de-passe-très-secret'

    def __init__(self, case):
        super().__init__(case)
        self.rows, self.deleted = [], []
        self.n_tokens = 0
        self.access, self.refresh = set(), set()
        self.lifetime = 86400
        self.with_count = False

    def issue(self):
        self.n_tokens += 1
        access, refresh = f'ACCESS-{self.n_tokens}-tok', f'REFRESH-{self.n_tokens}-tok'
        self.access, self.refresh = {access}, {refresh}
        return 200, JSON, json.dumps({'token_type': 'Bearer', 'expires_in': self.lifetime, 'access_token': access,
                                      'refresh_token': refresh})

    def serve(self, request):
        if request.path == '/oauth/token':
            form = dict(urllib.parse.parse_qsl(request.body))
            if request.method != 'POST' or form.get('client_id') != 'acled':
                return 400, JSON, '{"error":"invalid_client"}'
            if form.get('grant_type') == 'password' and (form['username'], form['password']) == (self.USER, self.PASSWORD):
                return self.issue()
            if form.get('grant_type') == 'refresh_token' and form['refresh_token'] in self.refresh:
                return self.issue()
            return 400, JSON, '{"error":"invalid_grant","error_description":"no such %s"}' % form.get('username')
        if request.headers.get('Authorization', '').removeprefix('Bearer ') not in self.access:
            return 401, JSON, '{"message":"Unauthorized"}'
        if request.path == '/api/acled/read':
            rows = [row for row in self.rows if int(row['timestamp']) >= int(request.get('timestamp', 0))]
            return self.page(request, rows)
        if request.path == '/api/deleted/read':
            return self.page(request, [row for row in self.deleted
                                       if row['deleted_timestamp'] >= int(request.get('deleted_timestamp', 0))])
        return 404, 'text/plain', 'no'

    def page(self, request, rows):
        limit, page = int(request.get('limit', 5000)), int(request.get('page', 1))
        chosen = rows[(page - 1) * limit:page * limit]
        envelope = {'status': 200, 'success': True, 'last_update': 1, 'data': chosen, 'filename': None}
        if self.with_count:
            envelope['count'] = len(chosen)
        return 200, JSON, json.dumps(envelope)

    def reads(self):
        return [request for request in self.log if request.path == '/api/acled/read']


def report(number, changed, **changes):
    fields = {'title': f'Rapport {number}', 'body': f'Le texte du rapport {number}.',
              'url': f'https://reliefweb.int/node/{number}', 'url_alias': f'https://reliefweb.int/report/mali/rapport-{number}',
              'date': {'created': '2026-05-01T00:00:00+00:00', 'changed': changed, 'original': '2026-04-30T00:00:00+00:00'},
              'source': [{'id': 1, 'name': 'OCHA', 'shortname': 'OCHA'}],
              'primary_country': {'id': 149, 'name': 'Mali', 'iso3': 'mli'},
              'country': [{'id': 149, 'name': 'Mali', 'iso3': 'mli', 'primary': True}],
              'language': [{'id': 6, 'code': 'fr'}], 'format': [{'id': 10, 'name': 'Situation Report'}]}
    fields.update(changes)
    # Ids come as text and as numbers.
    return {'id': str(number) if number % 2 else number, 'score': 1, 'href': f'{number}', 'fields': fields}


class ReliefWeb(Stub):
    """API v2 for names that were approved, and the RSS of the site."""
    APP_NAME = 'institut-approuve-x7'
    RSS = ('<?xml version="1.0"?><rss version="2.0"><channel><title>ReliefWeb - Updates</title>'
           '<link>https://reliefweb.int/updates</link><item><title>Mali: Rapport 1</title>'
           '<link>https://reliefweb.int/report/mali/rapport-1</link>'
           '<guid isPermaLink="true">https://reliefweb.int/report/mali/rapport-1</guid>'
           '<pubDate>Thu, 30 Apr 2026 08:00:00 +0000</pubDate><description><![CDATA[<div class="tag country">Country: Mali'
           '</div><p>Le texte du rapport 1.</p>]]></description></item></channel></rss>')

    def __init__(self, case):
        super().__init__(case)
        self.reports = []
        self.files = {}
        self.with_count = True

    @staticmethod
    def choose(item, included):
        """The members of files that were asked for, as the interface leaves out all others."""
        fields = dict(item['fields'])
        wanted = {name.removeprefix('file.') for name in included if name.startswith('file.')}
        if 'file' in fields:
            fields['file'] = [{name: value for name, value in entry.items() if name in wanted} for entry in fields['file']]
        return {**item, 'fields': fields}

    def serve(self, request):
        if request.path in self.files:
            return 200, *self.files[request.path]
        if request.path == '/updates/rss.xml':
            return 200, 'application/rss+xml', self.RSS
        if request.path != '/v2/reports' or request.method != 'POST':
            return 404, 'text/plain', 'no'
        if request.get('appname') != self.APP_NAME:
            return 403, JSON, json.dumps({'status': 403, 'error': {
                'type': 'AccessDeniedHttpException', 'message': f'You are not using an approved appname: {request.get("appname")}'}})
        asked = json.loads(request.body)
        conditions = {item['field']: item['value'] for item in asked['filter']['conditions']}
        since = conditions['date.changed']['from']
        found = sorted((item for item in self.reports if item['fields']['date']['changed'] >= since),
                       key=lambda item: (item['fields']['date']['changed'], int(item['id'])))
        chosen = [self.choose(item, asked['fields']['include'])
                  for item in found[asked['offset']:asked['offset'] + asked['limit']]]
        envelope = {'time': 3, 'href': 'x', 'links': {}, 'took': 3, 'data': chosen}
        if self.with_count:
            envelope.update(totalCount=len(found), count=len(chosen))
        return 200, JSON, json.dumps(envelope)


def ucdp_row(number, **changes):
    row = {'id': number, 'relid': f'MLI-2025-{number}', 'year': 2025, 'active_year': True, 'code_status': 'Clear',
           'type_of_violence': 1, 'conflict_new_id': 11347, 'conflict_name': 'Mali: Government', 'dyad_new_id': 1,
           'dyad_name': 'Government of Mali - JNIM', 'side_a_new_id': 72, 'side_a': 'Government of Mali',
           'side_b_new_id': 6187, 'side_b': 'JNIM', 'number_of_sources': 1, 'source_article': 'AFP', 'where_prec': 1,
           'where_coordinates': 'Kayes town', 'adm_1': 'Kayes region', 'adm_2': 'Kayes cercle', 'latitude': 14.4469,
           'longitude': -11.4444, 'country': 'Mali', 'country_id': 432, 'region': 'Africa', 'event_clarity': 1,
           'date_prec': 1, 'date_start': '2025-04-25T00:00:00', 'date_end': '2025-04-25T00:00:00', 'deaths_a': 1,
           'deaths_b': 0, 'deaths_civilians': 0, 'deaths_unknown': 0, 'best': 1, 'high': 2, 'low': 1}
    row.update(changes)
    return row


class Ucdp(Stub):
    TOKEN = 'jeton-ucdp-9f3a'

    def __init__(self, case):
        super().__init__(case)
        self.versions = {}

    def serve(self, request):
        if request.headers.get('x-ucdp-access-token') != self.TOKEN:
            return 401, JSON, '{"message":"no token"}'
        version = request.path.removeprefix('/api/gedevents/')
        if version not in self.versions:
            return 404, 'text/plain', 'no such version'
        rows, size, page = self.versions[version], int(request.get('pagesize')), int(request.get('page', 0))
        n_pages = -(-len(rows) // size)
        following = f'https://ucdpapi.pcr.uu.se{request.path}?pagesize={size}&page={page + 1}' if page + 1 < n_pages else ''
        return 200, JSON, json.dumps({'TotalCount': len(rows), 'TotalPages': n_pages, 'PreviousPageUrl': '',
                                      'NextPageUrl': following, 'Result': rows[page * size:(page + 1) * size]})


def hapi_row(month, admin1, events, fatalities, code='MLI', name='Mali'):
    return {'location_ref': 1, 'location_code': code, 'location_name': name, 'admin1_ref': 1, 'admin1_code': None,
            'admin1_name': admin1, 'provider_admin1_name': admin1, 'admin2_ref': 1, 'admin2_code': None,
            'admin2_name': None, 'provider_admin2_name': '', 'resource_hdx_id': 'x', 'event_type': 'political_violence',
            'events': events, 'fatalities': fatalities, 'reference_period_start': f'2026-{month:02}-01T00:00:00',
            'reference_period_end': f'2026-{month:02}-28T00:00:00'}


class Hapi(Stub):
    def __init__(self, case):
        super().__init__(case)
        self.rows, self.updated = {}, {}

    def serve(self, request):
        if not request.get('app_identifier'):
            return 403, JSON, '{"detail":"no identifier"}'
        code = request.get('location_code')
        if request.path == '/api/v2/metadata/data-availability':
            updated = self.updated.get(code)
            return 200, JSON, json.dumps({'data': [] if updated is None else [
                {'category': request.get('category'), 'subcategory': request.get('subcategory'), 'location_code': code,
                 'hapi_updated_date': updated}]})
        if request.path == '/api/v2/coordination-context/conflict-events':
            offset, limit = int(request.get('offset')), int(request.get('limit'))
            return 200, JSON, json.dumps({'data': self.rows.get(code, [])[offset:offset + limit]})
        return 404, 'text/plain', 'no'

    def data_reads(self):
        return [request for request in self.log if request.path.endswith('conflict-events')]


class Gdacs(Stub):
    ITEM = ('<item><title>{title}</title><link>https://www.gdacs.org/report.aspx?eventid={number}</link>'
            '<guid isPermaLink="false">FL{number}</guid><pubDate>Fri, 29 May 2026 00:00:00 GMT</pubDate>'
            '<description>{title}.</description><georss:point>14.4 -11.4</georss:point>'
            '<gdacs:eventtype>FL</gdacs:eventtype><gdacs:eventid>{number}</gdacs:eventid>'
            '<gdacs:alertlevel>{level}</gdacs:alertlevel><gdacs:country>{country}</gdacs:country>'
            '<gdacs:iso3>{iso3}</gdacs:iso3><gdacs:fromdate>Fri, 29 May 2026 00:00:00 GMT</gdacs:fromdate></item>')

    def __init__(self, case):
        super().__init__(case)
        self.items = []

    def serve(self, request):
        if request.path != '/xml/rss.xml':
            return 404, 'text/plain', 'no'
        text = ('<?xml version="1.0"?><rss version="2.0" xmlns:gdacs="http://www.gdacs.org" '
                'xmlns:georss="http://www.georss.org/georss"><channel><title>GDACS RSS information</title>' +
                ''.join(self.items) + '</channel></rss>')
        etag = '"%s"' % hashlib.sha256(text.encode()).hexdigest()[:8]
        if request.headers.get('If-None-Match') == etag:
            return 304, 'application/rss+xml', '', {'ETag': etag}
        return 200, 'application/rss+xml', text, {'ETag': etag}


def gdelt_row(number, country='ML'):
    cells = [''] * 61
    cells[0], cells[1], cells[2], cells[3], cells[4] = str(number), '20260601', '202606', '2026', '2026.4137'
    cells[5], cells[6], cells[15], cells[16] = 'MLI', 'MALI', 'GOV', 'GOVERNMENT'
    cells[25], cells[26], cells[27], cells[28], cells[29], cells[30] = '1', '190', '190', '19', '4', '-10.0'
    cells[31], cells[32], cells[33], cells[34] = '2', '1', '2', '-5.5'
    cells[51], cells[52], cells[53], cells[54] = '4', 'Kayes, Kayes, Mali', country, country + '01'
    cells[56], cells[57], cells[58], cells[59] = '14.4469', '-11.4444', '-1', '20260601081500'
    cells[60] = f'https://presse.example/{number}'
    return '\t'.join(cells)


class Gdelt(Stub):
    def __init__(self, case):
        super().__init__(case)
        self.files, self.newest, self.md5 = {}, None, None

    def serve(self, request):
        if request.path == '/gdeltv2/lastupdate.txt':
            base, packed = 'http://data.gdeltproject.org/gdeltv2', self.pack(self.newest)
            md5 = self.md5 or hashlib.md5(packed).hexdigest()
            return 200, 'text/plain', ''.join(f'{len(packed)} {md5} {base}/{self.newest}.{kind}.zip\n'
                                              for kind in ('export.CSV', 'mentions.CSV', 'gkg.csv'))
        stamp = request.path.removeprefix('/gdeltv2/').removesuffix('.export.CSV.zip')
        if stamp not in self.files:
            return 404, 'text/plain', 'no'
        return 200, 'application/zip', self.pack(stamp)

    def pack(self, stamp):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, 'w', zipfile.ZIP_DEFLATED) as archive:
            member = zipfile.ZipInfo(f'{stamp}.export.CSV', (2026, 6, 1, 0, 0, 0))
            archive.writestr(member, '\n'.join(self.files.get(stamp, [])) + '\n')
        return packed.getvalue()
