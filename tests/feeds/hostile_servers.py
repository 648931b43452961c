# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The SahelBrief authors
"""Servers as there are and as there should not be: a table of what they answer,
and what has to come of it. Raw sockets on the loopback, a thread a connection.

Each is a path; what it answers is bytes, or a function of (connection, request)
that talks for itself."""
import dataclasses
import gzip
import os
import pathlib
import socket
import ssl
import struct
import threading
import time
import typing
import zlib

FEED = (b'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Le fil</title>'
        b'<link>https://presse.example/</link><item><guid>a</guid><title>Convoi</title>'
        b'<description>Un convoi est parti.</description></item></channel></rss>')
PAGE = b'<!DOCTYPE html><html><head><title>Se connecter</title></head><body><form><input></form></body></html>'
LAUGHS = (b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha">' +
          b''.join(b'<!ENTITY %c "%s">' % (98 + i, b'&%c;' % (97 + i) * 10) for i in range(9)) +
          b']><rss version="2.0"><channel><title>&j;</title></channel></rss>')
FILE_ENTITY = (b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
               b'<rss version="2.0"><channel><title>&a;</title></channel></rss>')
NESTED = b'<rss version="2.0"><channel>' + b'<a>' * 100_000
CHUNK = b'x' * 65536
PUBLIC = ('5.5.5.5', '5.5.5.6')  # addresses of a network of the test's own
SILENCE = 120  # seconds, longer than any client has patience


@dataclasses.dataclass
class Row:
    name: str
    code: typing.Union[str, tuple]  # of the error, "ok" or "unchanged"; several where libraries differ
    answer: typing.Any = b''
    is_slow: bool = False  # ends by a limit of time
    scheme: str = 'http'  # or https; h2 for HTTP/2, dead where nothing listens, deaf where nothing is accepted
    host: typing.Optional[str] = None  # instead of one of the loopback


def head(*lines, status='200 OK', version='HTTP/1.1'):
    return '\r\n'.join((f'{version} {status}', *lines, '', '')).encode('latin-1')


def whole(body, *lines, status='200 OK'):
    return head(f'Content-Length: {len(body)}', *lines, status=status) + body


def zipped(body, *lines, coding='gzip'):
    return whole(body, f'Content-Encoding: {coding}', *lines)


def chunked(*parts):
    return head('Transfer-Encoding: chunked') + b''.join(parts)


def chunk(body):
    return b'%x\r\n%s\r\n' % (len(body), body)


def forever(start, piece, pause=0.0):
    """Sends @start, then @piece again and again."""
    def answer(connection, _request):
        connection.sendall(start)
        end = time.monotonic() + SILENCE
        while time.monotonic() < end:
            connection.sendall(piece)
            if pause:
                time.sleep(pause)
    return answer


def silent(start=b''):
    def answer(connection, _request):
        connection.sendall(start)
        while connection.recv(65536):
            pass
    return answer


def reset(connection, _request):
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack('ii', 1, 0))
    connection.close()


def bomb(megabytes):
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    return b''.join(packer.compress(bytes(1_000_000)) for _ in range(megabytes)) + packer.flush()


def deflated(body):
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(body) + packer.flush()


def redirect(location, status='302 Found', *lines):
    return whole(b'', f'Location: {location}', *lines, status=status)


def once_with_cookie(connection, request):
    """Asked again for having set a cookie, it wants to see none."""
    if b'cookie:' in request.lower() or b'referer:' in request.lower():
        connection.sendall(whole(b'', status='500 Tracked'))
    elif b'/again' in request.split(b'\r\n', 1)[0]:
        connection.sendall(whole(FEED))
    else:
        connection.sendall(redirect('/cookie/again', '302 Found', 'Set-Cookie: who=you'))


def chain(length):
    def answer(connection, request):
        path = request.split()[1].decode().split('/')
        number = int(path[2]) if len(path) > 2 else 0
        connection.sendall(redirect(f'/{path[1]}/{number + 1}') if number < length else whole(FEED))
    return answer


# HTTP/2, as much of it as it takes: frames of RFC 9113, and headers without any
# compression (RFC 7541, 6.2.2).
def frame(kind, flags, stream, payload):
    return struct.pack('>I', len(payload))[1:] + bytes((kind, flags)) + struct.pack('>I', stream) + payload


def field(name, value):
    return b'\x00' + bytes((len(name),)) + name + bytes((len(value),)) + value


def h2(*frames, then=None):
    """Waits for the request, then sends what each of @frames makes of its stream."""
    def answer(connection, request):
        buffer = request
        while len(buffer) < 24:
            buffer += connection.recv(65536)
        buffer = buffer[24:]
        connection.sendall(frame(4, 0, 0, b''))
        stream = 0
        while not stream:
            while len(buffer) >= 9 and len(buffer) >= 9 + int.from_bytes(buffer[:3], 'big'):
                length, kind = int.from_bytes(buffer[:3], 'big'), buffer[3]
                if kind == 1:
                    stream = int.from_bytes(buffer[5:9], 'big')
                buffer = buffer[9 + length:]
            if not stream:
                more = connection.recv(65536)
                if not more:
                    return
                buffer += more
        connection.sendall(frame(4, 1, 0, b''))
        for make in frames:
            connection.sendall(make(stream))
        end = time.monotonic() + SILENCE
        while then and time.monotonic() < end:
            connection.sendall(then(stream))
        connection.settimeout(SILENCE)
        while connection.recv(65536):
            pass
    return answer


def h2_head(*fields, flags=4):
    return lambda stream: frame(1, flags, stream, b'\x88' + b''.join(field(*f) for f in fields))


def h2_data(body, flags=1):
    return lambda stream: frame(0, flags, stream, body)


ROWS = [
    # As they should be.
    Row('plain', 'ok', whole(FEED)),
    Row('until-close', 'ok', head('Connection: close') + FEED),
    Row('http10', 'ok', head(version='HTTP/1.0') + FEED),
    Row('chunked', 'ok', chunked(chunk(FEED[:50]), chunk(FEED[50:]), b'0\r\n\r\n')),
    Row('gzip', 'ok', zipped(gzip.compress(FEED))),
    Row('deflate', 'ok', zipped(zlib.compress(FEED), coding='deflate')),
    Row('deflate-raw', 'ok', zipped(deflated(FEED), coding='deflate')),
    Row('gzip-twice', 'ok', zipped(gzip.compress(gzip.compress(FEED)), coding='gzip, gzip')),
    Row('early-hints', 'ok', head('Link: </a>; rel=preload', status='103 Early Hints') + whole(FEED)),
    Row('cookie', 'ok', once_with_cookie),
    Row('chain-of-5', 'ok', chain(5)),

    # Connections and status lines.
    Row('nothing', 'timeout', silent(), is_slow=True),
    Row('close', 'connection', lambda connection, request: None),
    Row('reset', 'connection', reset),
    Row('dead', 'connection', scheme='dead'),
    Row('deaf', 'timeout', scheme='deaf', is_slow=True),
    Row('ssh', 'connection', b'SSH-2.0-OpenSSH_9.2\r\n\r\n'),
    Row('http09', 'connection', FEED),
    Row('half-a-status', 'connection', b'HTTP/1.1'),
    Row('status-word', 'connection', head(status='fine')),
    Row('status-0', ('connection', 'status'), whole(FEED, status='000 Zero')),
    Row('status-999', ('connection', 'status'), whole(FEED, status='999 No')),
    Row('status-line-endless', ('too-large', 'connection'), forever(b'HTTP/1.1 200 ', CHUNK)),
    Row('continue-endless', ('timeout', 'too-large', 'connection'),
        forever(b'', head(status='100 Continue'), 0.01), is_slow=True),
    Row('continue-flood', ('timeout', 'too-large', 'connection'), forever(b'', head(status='100 Continue') * 500),
        is_slow=True),
    Row('switching', ('status', 'connection', 'empty'), head('Upgrade: chess', 'Connection: Upgrade',
                                                            status='101 Switching Protocols')),

    # Headers.
    Row('headers-drip', 'timeout', forever(head()[:-2], b'a', 0.02), is_slow=True),
    Row('headers-endless', ('too-large', 'connection'), forever(head()[:-2], b'X-A: ' + b'a' * 1000 + b'\r\n')),
    Row('header-line-endless', ('too-large', 'connection'), forever(head()[:-2] + b'X-A: ', CHUNK)),
    Row('headers-many', ('ok', 'too-large', 'connection'), whole(FEED, *(f'X-{i}: a' for i in range(3000)))),
    Row('header-nul', ('ok', 'connection'), whole(FEED, 'X-A: a\0b')),
    Row('header-without-colon', ('ok', 'connection'), whole(FEED, 'what is this')),
    Row('header-folded', ('ok', 'connection'), whole(FEED, 'X-A: a', ' b')),
    Row('lines-end-bare', ('ok', 'connection'), whole(FEED).replace(b'\r\n', b'\n')),
    Row('headers-cut', 'connection', head('Content-Type: text/xml')[:-3]),

    # Lengths.
    Row('length-too-large', 'incomplete', head('Content-Length: 5000') + FEED),
    Row('length-too-small', ('ok', 'incomplete'), head('Content-Length: 120') + FEED),
    Row('length-100-gb', 'too-large', head('Content-Length: 100000000000') + FEED),
    Row('length-beyond-64-bits', ('ok', 'connection', 'too-large', 'incomplete'),
        head('Content-Length: 99999999999999999999999') + FEED),
    Row('length-negative', 'incomplete', head('Content-Length: -5', 'Connection: close') + FEED),
    Row('length-twice', ('ok', 'connection', 'incomplete', 'not-a-feed'),
        head(f'Content-Length: {len(FEED)}', 'Content-Length: 5') + FEED),
    Row('length-and-chunked', ('ok', 'connection', 'incomplete'),
        head('Content-Length: 5', 'Transfer-Encoding: chunked') + chunk(FEED) + b'0\r\n\r\n'),
    Row('chunked-cut', ('ok', 'incomplete'), chunked(chunk(FEED))),
    Row('chunked-cut-inside', 'incomplete', chunked(b'5000\r\n', FEED)),
    Row('chunked-nonsense', ('incomplete', 'connection', 'empty'), chunked(b'zebra\r\n', FEED, b'\r\n0\r\n\r\n')),
    Row('chunked-huge', ('incomplete', 'connection', 'empty'), chunked(b'fffffffffffffffff\r\n', FEED)),
    Row('chunk-line-endless', ('too-large', 'connection', 'incomplete', 'timeout'),
        forever(chunked(b'5;'), CHUNK)),
    Row('trailers-endless', ('too-large', 'connection', 'timeout', 'ok'),
        forever(chunked(chunk(FEED), b'0\r\n'), b'X-A: a\r\n' * 1000), is_slow=True),

    # Bodies.
    Row('body-endless', 'too-large', forever(head(), CHUNK)),
    Row('body-endless-chunked', 'too-large', forever(chunked(), chunk(CHUNK))),
    Row('body-drip', 'timeout', forever(head(), b' ', 0.03), is_slow=True),
    Row('body-stalls', 'timeout', silent(head('Content-Length: 5000') + FEED[:100]), is_slow=True),
    Row('empty', 'empty', whole(b'')),
    Row('white', 'empty', whole(b' \r\n\t' * 50)),
    Row('no-content', 'empty', head(status='204 No Content')),
    Row('partial', 'incomplete', whole(FEED, 'Content-Range: bytes 0-99/5000', status='206 Partial Content')),
    Row('not-modified-unasked', 'status', head(status='304 Not Modified')),

    # Codings.
    Row('gzip-that-is-none', ('ok', 'incomplete'), zipped(FEED)),
    Row('gzip-cut', ('ok', 'incomplete', 'malformed'), zipped(gzip.compress(FEED)[:-40])),
    Row('gzip-wrong-sum', ('ok', 'incomplete', 'not-a-feed'), zipped(gzip.compress(FEED)[:-8] + b'\0' * 8)),
    Row('gzip-and-more', ('ok', 'incomplete'), zipped(gzip.compress(FEED) + b'garbage')),
    Row('gzip-empty', ('empty', 'incomplete'), zipped(b'')),
    Row('gzip-bomb', 'too-large', zipped(bomb(300))),
    Row('gzip-bomb-in-gzip', 'too-large', zipped(gzip.compress(bomb(300)), coding='gzip, gzip')),
    Row('gzip-thrice', 'too-complex', zipped(gzip.compress(FEED), coding='gzip, gzip, gzip')),
    Row('gzip-5000-times', 'too-complex', zipped(b'x', coding=','.join(['gzip'] * 5000))),
    Row('gzip-on-many-lines', 'too-complex', zipped(b'x', *['Content-Encoding: gzip'] * 2000)),
    Row('coding-unknown', ('not-a-feed', 'malformed'), zipped(b'\x1f\x9d\x90' + bytes(range(256)), coding='compress')),
    Row('brotli-that-is-none', ('ok', 'incomplete'), zipped(FEED, coding='br')),

    # Redirects.
    Row('loop', 'redirects', redirect('/loop')),
    Row('chain-of-6', 'redirects', chain(6)),
    Row('nowhere', 'redirects', whole(b'', status='302 Found')),
    Row('to-empty', 'redirects', redirect('')),
    Row('to-nonsense', 'redirects', redirect('http://[zebra/')),
    Row('to-no-host', 'redirects', redirect('http:///fil')),
    Row('to-file', 'unsafe-redirect', redirect('file:///etc/passwd')),
    Row('to-ftp', 'unsafe-redirect', redirect('ftp://127.0.0.1/fil')),
    Row('to-data', 'unsafe-redirect', redirect('data:text/xml,<rss/>')),
    Row('to-script', 'unsafe-redirect', redirect('javascript:alert(1)')),
    Row('to-long', ('redirects', 'connection', 'too-large', 'not-found'), redirect('/' + 'a' * 60_000)),
    Row('redirect-with-endless-body', 'ok', forever(head('Location: /plain', status='302 Found'), CHUNK)),

    # What servers refuse, and what is no feed.
    Row('401', 'refused', whole(b'no', 'WWW-Authenticate: Basic realm="a"', status='401 Unauthorized')),
    Row('401-digest', 'refused', whole(b'no', 'WWW-Authenticate: Digest realm="a", nonce="b", qop="auth"',
                                       status='401 Unauthorized')),
    Row('407', 'refused', whole(b'no', 'Proxy-Authenticate: Basic realm="a"', status='407 Proxy')),
    Row('404', 'not-found', whole(PAGE, status='404 Not Found')),
    Row('410', 'gone', whole(b'', status='410 Gone')),
    Row('429', 'rate-limited', whole(b'', 'Retry-After: 99999999999', status='429 Too Many')),
    Row('500-with-endless-body', 'server', forever(head(status='500 Oops'), CHUNK)),
    Row('page', 'html', whole(PAGE, 'Content-Type: text/html')),
    Row('page-as-feed', 'html', whole(PAGE, 'Content-Type: application/rss+xml')),
    Row('json-error', 'not-a-feed', whole(b'{"error": "quota"}', 'Content-Type: application/json')),
    Row('picture', 'not-a-feed', whole(b'\x89PNG\r\n\x1a\n' + bytes(100), 'Content-Type: image/png')),
    Row('charset-that-is-none', 'ok', whole(FEED, 'Content-Type: text/xml; charset=utf-16')),
    Row('feed-cut', ('ok', 'malformed'), whole(FEED[:-40])),
    Row('billion-laughs', 'unsafe-xml', whole(LAUGHS)),
    Row('entity-of-a-file', ('ok', 'unsafe-xml'), whole(FILE_ENTITY)),
    Row('nested', 'too-complex', whole(NESTED)),

    # TLS and HTTP/2.
    Row('tls-silent', 'timeout', scheme='silent-tls', is_slow=True),
    Row('tls-is-none', 'tls', scheme='plain-tls'),
    Row('tls-plain', 'ok', whole(FEED), scheme='https'),
    Row('tls-to-http', 'unsafe-redirect', redirect('http://127.0.0.1:{port}/secret'), scheme='https'),
    Row('h2-plain', 'ok', h2(h2_head((b'content-type', b'text/xml')), h2_data(FEED)), scheme='h2'),
    Row('h2-gzip-bomb', 'too-large', h2(h2_head((b'content-encoding', b'gzip')), h2_data(bomb(16), 0)),
        scheme='h2'),
    Row('h2-endless', 'too-large', h2(h2_head(), then=lambda stream: frame(0, 0, stream, b'x' * 16384)), scheme='h2'),
    Row('h2-headers-endless', ('too-large', 'connection', 'timeout'),
        h2(h2_head(flags=0), then=lambda stream: frame(9, 0, stream, field(b'x-a', b'a' * 120) * 100)), scheme='h2'),
    Row('h2-settings-flood', ('too-large', 'connection', 'timeout'),
        h2(then=lambda stream: frame(4, 0, 0, b'\x00\x03\x00\x00\x00\x64') * 100), scheme='h2', is_slow=True),
    Row('h2-ping-flood', ('too-large', 'connection', 'timeout'),
        h2(then=lambda stream: frame(6, 0, 0, bytes(8)) * 100), scheme='h2', is_slow=True),
    Row('h2-goaway', ('connection', 'timeout'), h2(lambda stream: frame(7, 0, 0, struct.pack('>II', 0, 1))), scheme='h2',
        is_slow=True),
    Row('h2-reset', ('connection', 'incomplete'), h2(lambda stream: frame(3, 0, stream, struct.pack('>I', 2))),
        scheme='h2'),
    Row('h2-cut', ('connection', 'incomplete', 'timeout'),
        h2(h2_head(), h2_data(FEED[:50], 0), lambda stream: frame(3, 0, stream, struct.pack('>I', 2))), scheme='h2'),
    Row('h2-stalls', 'timeout', h2(h2_head(), h2_data(FEED[:50], 0)), scheme='h2', is_slow=True),
    Row('h2-nonsense', ('connection', 'timeout'), h2(lambda stream: b'\xff' * 1000), scheme='h2'),
]

# From a public address to one that is not; of each, no connection is made. {port}
# is that of a server that would answer with a feed.
INSIDE = [
    '127.0.0.1', '127.1', '2130706433', '0x7f000001', '0177.0.0.1', '127.255.255.254', '0.0.0.0', '0', 'localhost',
    'localhost.', '[::1]', '[::]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::127.0.0.1]', '[64:ff9b::7f00:1]',
    '[2002:7f00:1::1]', '[2001:0:505:505:0:0:80ff:fffe]', '[fe80::1]', '[fd00::1]', '[fec0::1]', '[ff02::1]', '10.0.0.1',
    '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '198.18.0.1', '224.0.0.1', '255.255.255.255', 'intranet',
    'printer.local', 'a@127.0.0.1', 'presse.example@127.0.0.1', 'inside.example', 'both.example',
]
PUBLIC_ROWS = [Row(f'public-to-{host}', 'unsafe-redirect', redirect('http://' + host + ':{port}/secret'), host=PUBLIC[0])
               for host in INSIDE]
PUBLIC_ROWS += [
    Row('public', 'ok', whole(FEED), host=PUBLIC[0]),
    Row('public-to-public', 'ok', redirect(f'http://{PUBLIC[1]}:{{port}}/public'), host=PUBLIC[0]),
    Row('public-to-public-to-inside', 'unsafe-redirect',
        redirect(f'http://{PUBLIC[1]}:{{port}}/public-to-127.0.0.1'), host=PUBLIC[0]),
    Row('named', 'ok', whole(FEED), host='outside.example'),
    # The name stood for a public address when the feed was added.
    Row('rebound', 'unsafe-address', whole(FEED), host='inside.example'),
    Row('local-to-public', 'ok', redirect(f'http://{PUBLIC[1]}:{{port}}/public')),
    Row('local-to-public-to-local', 'unsafe-redirect', redirect(f'http://{PUBLIC[1]}:{{port}}/public-to-127.0.0.1')),
]


class Servers:
    """All of them, each on an address of the loopback of its own, so that one does not wait for another."""

    def __init__(self, with_public=False):
        self.rows = ROWS + (PUBLIC_ROWS if with_public else [])
        self.table = {row.name: row for row in self.rows}
        self.secrets = []  # who came where no redirect may lead
        certificate = pathlib.Path(__file__).with_name('loopback.pem')
        self.contexts = {}
        for scheme, protocol in (('https', 'http/1.1'), ('h2', 'h2')):
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            context.set_alpn_protocols([protocol])
            self.contexts[scheme] = context
        self.listeners = {scheme: self._listen(scheme) for scheme in ('http', 'https', 'silent-tls', 'plain-tls')}
        # What HTTP/2 asks for is packed: the port tells.
        self.listeners.update({row.name: self._listen('h2', row) for row in ROWS if row.scheme == 'h2'})
        self.listeners['dead'] = socket.create_server(('127.0.0.1', 0))
        self.ports = {scheme: listener.getsockname()[1] for scheme, listener in self.listeners.items()}
        self.listeners.pop('dead').close()
        self._stay_deaf()

    def _listen(self, scheme, row=None):
        listener = socket.create_server(('0.0.0.0', 0), backlog=200)
        threading.Thread(target=self._accept, args=(listener, scheme, row), daemon=True).start()
        return listener

    def _stay_deaf(self):
        """Its backlog is full: who comes now is not answered."""
        listener = socket.create_server(('127.0.0.1', 0), backlog=0)
        self.listeners['deaf'] = listener
        self.ports['deaf'] = listener.getsockname()[1]
        self.crowd = []
        for _ in range(4):
            client = socket.socket()
            client.setblocking(False)
            client.connect_ex(('127.0.0.1', self.ports['deaf']))
            self.crowd.append(client)

    def _accept(self, listener, scheme, row):
        while True:
            try:
                connection, _address = listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(connection, scheme, row), daemon=True).start()

    def _serve(self, connection, scheme, row):
        try:
            with connection:
                connection.settimeout(SILENCE)
                if scheme == 'silent-tls':
                    silent()(connection, b'')
                elif scheme == 'plain-tls':
                    connection.recv(65536)
                    connection.sendall(whole(FEED))
                elif scheme == 'http':
                    self._answer(connection)
                else:
                    with self.contexts[scheme].wrap_socket(connection, server_side=True) as wrapped:
                        if row:
                            row.answer(wrapped, b'')
                        else:
                            self._answer(wrapped)
        except (OSError, ssl.SSLError):
            pass  # The client had enough.

    def _answer(self, connection):
        while True:
            request = connection.recv(65536)
            if not request:
                return
            name = request.split()[1].decode().split('/')[1]
            if name == 'secret':
                self.secrets.append(connection.getsockname())
                connection.sendall(whole(FEED))
                return
            row = self.table.get(name)
            answer = row.answer if row else whole(b'', status='404 Not Found')
            if callable(answer):
                answer(connection, request)
                if name not in ('cookie', 'chain-of-5', 'chain-of-6'):
                    return
            else:
                connection.sendall(answer.replace(b'{port}', str(self.ports['http']).encode()))
                if b'Content-Length' not in answer or name.startswith('length'):
                    return

    def get_url(self, row, number):
        host = row.host or ('localhost' if row.scheme in ('https', 'h2') else f'127.0.0.{2 + number % 250}')
        scheme = 'http' if row.scheme in ('http', 'dead', 'deaf') else 'https'
        if row.scheme in ('dead', 'deaf'):
            host = '127.0.0.1'
        port = self.ports[row.name if row.scheme == 'h2' else row.scheme]
        return f'{scheme}://{host}:{port}/{row.name}'


def enter_network():
    """Gives this process, and those it starts, a network of its own in which there are public addresses; False where
    the machine does not allow that."""
    import ctypes  # pylint: disable=import-outside-toplevel
    import fcntl  # pylint: disable=import-outside-toplevel
    libc = ctypes.CDLL(None, use_errno=True)
    uid, gid = os.getuid(), os.getgid()
    new_user, new_net = 0x10000000, 0x40000000
    if libc.unshare(new_net) != 0:
        if libc.unshare(new_user | new_net) != 0:
            return False
        pathlib.Path('/proc/self/setgroups').write_text('deny', encoding='ascii')
        pathlib.Path('/proc/self/uid_map').write_text(f'{uid} {uid} 1', encoding='ascii')
        pathlib.Path('/proc/self/gid_map').write_text(f'{gid} {gid} 1', encoding='ascii')
    set_address, set_flags, is_up = 0x8916, 0x8914, 0x1
    try:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as control:
            for name, address in (('lo', '127.0.0.1'), *((f'lo:{i}', a) for i, a in enumerate(PUBLIC))):
                value = struct.pack('=HH4s8x', socket.AF_INET, 0, socket.inet_aton(address))
                fcntl.ioctl(control, set_address, struct.pack('16s16s', name.encode(), value))
                fcntl.ioctl(control, set_flags, struct.pack('16sh14x', name.encode(), is_up))
    except OSError:
        return False
    return True
