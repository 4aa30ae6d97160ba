import fc from 'fast-check';

/** Where requests start out from before they are spoilt. */
const targets = [
  '/',
  '/products/brass-desk-lamp',
  '/search?q=lamp',
  '/orders/00000000-0000-0000-0000-000000000000',
  '/favicon.svg',
  '/index.html',
  '/assets/',
  '/images/products/brass-desk-lamp.svg',
  '/nowhere',
  '/health/status',
  '/openapi.json',
  '/metrics',
  '/api/',
  '/api/categories',
  '/api/products?category=lighting&page=2&size=5',
  '/api/products/brass-desk-lamp',
  '/api/search?q=oak&page=1&size=24',
  '/api/suggestions?q=lam',
  '/api/cart',
  '/api/cart/items/brass-desk-lamp',
  '/api/checkout',
  '/api/orders/00000000-0000-0000-0000-000000000000',
  '/api/orders/urn:uuid:00000000-0000-0000-0000-000000000000',
  'http://shop/api/categories',
  'HTTP://shop/',
  'https://shop:443/favicon.svg?x',
  '*',
];

/** What is put into a target, a value or a body. */
const pieces = fc.oneof(
  fc.constantFrom(
    ...['%', '%00', '%zz', '%2f', '%252f', '%5c', '%c0%af', '%ed%a0%80', '%F0%9F%A7%A8', '#', '#%'],
    ...['?', '??', '&&', ';', '//', '/./', '/../', '..;/', '\\', ' ', '\t', '\x00', '\x7f', '\xff'],
    ...['é', '"', "'", '<', '{', '[]', '=', '=1&', ',', ':', '@', '+', '*', '$', '~', '|', '`'],
    ...[
      '-1',
      '0',
      '1e9',
      '99999999999999999999',
      'NaN',
      'true',
      'null',
      '__proto__',
      'constructor',
    ],
  ),
  fc.integer({ min: 1, max: 12_000 }).map((length) => 'a'.repeat(length)),
  fc.string({ unit: 'binary', maxLength: 6 }),
);

const methods = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'DELETE') },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      ...['PATCH', 'OPTIONS', 'TRACE', 'QUERY', 'CONNECT', 'PROPFIND', 'PURGE', 'SEARCH', 'get'],
      ...['', 'G\x00T', 'XYZZY', 'PRI'],
    ),
  },
);

const versions = fc.oneof(
  { weight: 12, arbitrary: fc.constant('HTTP/1.1') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('HTTP/1.0', 'HTTP/2.0', 'HTTP/0.9', 'http/1.1', 'HTTP/1.1 x', ''),
  },
);

const values: Readonly<Record<string, readonly string[]>> = {
  Host: ['shop', '', 'a b', 'shop:99999', '[::1', 'evil.test', '%'],
  Range: [
    'bytes=0-1',
    'bytes=5-1',
    'bytes=999999-',
    'bytes=-1',
    'bytes=0-,1-',
    'lines=1',
    'bytes=',
  ],
  'If-Match': ['"x"', '*', 'W/"x"', ','],
  'If-None-Match': ['"x"', '*', 'W/"x"', '"'],
  'If-Range': ['"x"', 'Thu, 01 Jan 1970 00:00:00 GMT', 'x'],
  'If-Modified-Since': ['Thu, 01 Jan 1970 00:00:00 GMT', 'Fri, 99 Foo 9999', '-1'],
  'If-Unmodified-Since': ['Thu, 01 Jan 1970 00:00:00 GMT', 'never'],
  Accept: ['text/html', '*/*;q=2', 'application/json', ';'],
  'Accept-Encoding': ['br', 'gzip;q=0', '*;q=0', 'identity;q=0, *;q=0', 'x', 'gzip,,br'],
  'Accept-Version': ['1', '*', 'x'],
  'Content-Type': [
    'application/json',
    'application/json; charset=utf-7',
    'text/xml',
    'a/b;c',
    ';',
    '',
  ],
  'Content-Length': ['0', '5', '70000', '-1', '1e3', '5, 5', '0x5', '99999999999999999999'],
  'Transfer-Encoding': ['chunked', 'gzip', 'chunked, chunked', 'identity', 'x'],
  Expect: ['100-continue', '200-ok', ''],
  Connection: ['close', 'keep-alive', 'upgrade', 'x', 'close, keep-alive', 'transfer-encoding'],
  Upgrade: ['websocket', 'h2c', 'HTTP/2.0', ''],
  TE: ['trailers', 'gzip'],
  Trailer: ['Content-Length', 'x'],
  Cookie: ['faultline_session=AAAAAAAAAAAAAAAAAAAAAA', 'faultline_session=%', 'a', '=;=;', '"'],
  'Idempotency-Key': ['key-00000001', 'x', ''],
  'X-Session-Id': ['AAAAAAAAAAAAAAAAAAAAAA', 'x'],
  'X-Request-Id': ['request-0001', '\x80', '4242424242424242'],
  'X-Request-Timeout-Ms': ['1', '-1', 'NaN', '1e99'],
  'X-Forwarded-For': ['::1', 'x', '10.0.0.1, x', ',', '999.1.1.1', '[::1]:80'],
  'X-Forwarded-Proto': ['https', 'x', ''],
  'X-Forwarded-Host': ['evil.test', ''],
  Traceparent: ['00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01', '00-0-0-0', 'x'],
  Tracestate: ['a=b', '=,='],
  Baggage: ['a=b', '%=%', 'a='],
  Origin: ['null', 'http://evil.test', 'x'],
  'Sec-Fetch-Site': ['cross-site', 'x'],
  'X-HTTP-Method-Override': ['DELETE'],
  'Content-Encoding': ['gzip', 'br', 'x'],
};

const spoilt = (text: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(text, fc.nat(), fc.nat({ max: 3 }), pieces).map(([whole, at, removed, piece]) => {
    const start = at % (whole.length + 1);
    return whole.slice(0, start) + piece + whole.slice(start + removed);
  });

const mostly = (text: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof({ weight: 1, arbitrary: text }, { weight: 1, arbitrary: spoilt(text) });

const headers = fc.array(
  fc
    .constantFrom(...Object.entries(values))
    .chain(([name, known]) =>
      fc.tuple(
        fc.constantFrom(name, name.toLowerCase(), name),
        fc.oneof(
          { weight: 4, arbitrary: fc.constantFrom(...known) },
          { weight: 1, arbitrary: spoilt(fc.constantFrom(...known)) },
        ),
      ),
    ),
  { maxLength: 5 },
);

const jsonBodies = fc.constantFrom(
  '',
  '{}',
  '{"quantity":1}',
  '{"quantity":1e400}',
  '{"email":"ada@example.test","card":{"number":"4242424242424242","expMonth":12,"expYear":2039,"cvc":"123"}}',
  '[]',
  'null',
  '"\\ud800"',
  '{"__proto__":{"quantity":1}}',
  '\xef\xbb\xbf{}',
);

const framed = fc
  .tuple(mostly(jsonBodies), fc.constantFrom('length', 'length', 'chunked', 'wrong', 'none'))
  .map(([body, framing]) => {
    const length = Buffer.byteLength(body, 'latin1');
    if (framing === 'length') return { header: `Content-Length: ${length}`, body };
    if (framing === 'wrong') return { header: `Content-Length: ${length + 3}`, body };
    if (framing === 'chunked')
      return {
        header: 'Transfer-Encoding: chunked',
        body: length > 0 ? `${length.toString(16)}\r\n${body}\r\n0\r\n\r\n` : '0\r\n\r\n',
      };
    return { header: undefined, body: '' };
  });

const client = fc.tuple(fc.nat(255), fc.nat(255), fc.integer({ min: 1, max: 254 }));

const request = fc
  .record({
    method: methods,
    target: mostly(fc.constantFrom(...targets)),
    version: versions,
    host: fc.oneof({ weight: 20, arbitrary: fc.constant('Host: shop') }, fc.constant(undefined)),
    headers,
    content: framed,
    client,
  })
  .map(({ method, target, version, host, headers: others, content, client: address }) =>
    [
      `${method} ${target} ${version}`,
      host,
      // Each is another client, or the limit of requests would answer most of them.
      `X-Forwarded-For: 10.${address.join('.')}`,
      ...others.map(([name, value]) => `${name}: ${value}`),
      content.header,
      '',
      content.body,
    ]
      .filter((line) => line !== undefined)
      .join('\r\n'),
  );

/** The bytes of requests as no browser sends them, as latin1; from near misses to nonsense. */
export const rawRequests = fc.oneof(
  { weight: 6, arbitrary: request },
  { weight: 1, arbitrary: spoilt(request) },
);
