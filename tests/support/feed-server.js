// Answers `/__feed/<anything>` as its query says, so that tests can have every kind of good and bad server:
//   status=404  delay=ms  type=text/html  body=…  size=bytes (streamed)  stall=1 (never ends)  truncated=1 (cut off midway)
//   gzip=1  encoding=latin1  html=1 (an error page)  empty=1  bom=1  etag=x (304 when the request has it)  redirect=url (loop: to itself)
//   held=x (until `/__feed/release?held=x` is asked for)
//   id=x (counted: `/__feed/seen?id=x` says how often, `/__feed/unchanged?id=x` how often it was a 304)  retry-after=seconds
// With an id, a parameter that is there several times has its values one request after the other, the last for good.
import { EventEmitter, once } from 'node:events';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { gzipSync } from 'node:zlib';
import { setTimeout as wait } from 'node:timers/promises';

const seen = new Map();
const unchanged = new Map();
const released = new Set();
const releases = new EventEmitter().setMaxListeners(0);
const plain = JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Test feed', items: [{ id: '1', title: 'One' }] });

async function* stream(size) {
  yield '"';
  for (let left = size - 2; left > 0; left -= 65536) yield 'x'.repeat(Math.min(left, 65536));
  yield '"';
}

export async function feedServer(context, next) {
  if (!context.path.startsWith('/__feed/')) return next();
  const { request, req, res } = context;
  const query = new URLSearchParams(request.querystring);
  const id = query.get('id');
  context.respond = false;

  const counts = { '/__feed/seen': seen, '/__feed/unchanged': unchanged }[context.path];
  if (counts) {
    res.writeHead(200, { 'content-type': 'application/json', 'access-control-allow-origin': '*' });
    return res.end(String(counts.get(id) ?? 0));
  }
  if (context.path === '/__feed/release') {
    released.add(query.get('held'));
    releases.emit(query.get('held'));
    res.writeHead(204);
    return res.end();
  }
  if (id) seen.set(id, (seen.get(id) ?? 0) + 1);
  const get = (name) => query.getAll(name)[Math.min(seen.get(id) ?? 1, query.getAll(name).length) - 1];

  const closed = new AbortController();
  res.once('close', () => closed.abort());
  const sleep = (ms) => wait(ms, undefined, { signal: closed.signal }).catch(() => undefined);
  if (query.has('delay')) await sleep(Number(query.get('delay')));
  if (query.has('held') && !released.has(query.get('held'))) await once(releases, query.get('held'), { signal: closed.signal }).catch(() => undefined);
  if (closed.signal.aborted) return undefined;

  const headers = {
    'access-control-allow-origin': '*',
    'access-control-allow-headers': '*',
    'access-control-expose-headers': '*',
    'cache-control': 'no-store',
    'content-type': get('type') ?? (query.has('html') ? 'text/html' : 'application/json'),
  };
  let status = Number(get('status') ?? 200);
  if (query.has('etag')) {
    headers.etag = `"${get('etag')}"`;
    headers['cache-control'] = 'no-cache';
    if (req.headers['if-none-match'] === headers.etag) {
      status = 304;
      unchanged.set(id, (unchanged.get(id) ?? 0) + 1);
    }
  }
  if (query.has('retry-after')) headers['retry-after'] = query.get('retry-after');
  if (query.has('redirect')) {
    status = 302;
    headers.location = query.get('redirect') === 'loop' ? req.url : query.get('redirect');
  }

  let body = get('body') ?? plain;
  if (query.has('encoding')) body = Buffer.from(body, query.get('encoding'));
  if (query.has('html')) body = '<!doctype html><title>Error</title><h1>Something went wrong</h1>';
  if (query.has('empty')) body = '';
  if (query.has('bom')) body = `\uFEFF${body}`;
  if (query.has('gzip')) headers['content-encoding'] = 'gzip';
  if (query.has('truncated')) headers['content-length'] = Buffer.byteLength(body);
  res.writeHead(req.method === 'OPTIONS' ? 204 : status, headers);
  if (req.method !== 'GET' || status === 304) return res.end();
  // With a first byte: Firefox keeps the headers until there is one.
  if (query.has('stall')) return res.write(' ');
  if (query.has('truncated')) {
    res.write(body.slice(0, body.length / 2));
    await sleep(20);
    return res.destroy();
  }
  if (!query.has('size')) return res.end(query.has('gzip') ? gzipSync(body) : body);
  // Whoever asked may leave before the end.
  return pipeline(Readable.from(stream(Number(query.get('size')))), res).catch(() => undefined);
}
