// Pages that tests make up. JSON posted to `/__page` is kept, and what is answered is where it is from then on:
//   html: the whole of the page; headers: of HTTP, as content-security-policy; encoding: of its bytes, utf8 or latin1
// `/__page/recorder.js` is what a page has as its first script, also under a policy that allows no inline ones.
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';

const recorder = readFileSync(new URL('recorder.js', import.meta.url));
const pages = new Map();

export async function pageServer(context, next) {
  const { path, req, res } = context;
  if (!path.startsWith('/__page')) return next();
  context.respond = false;
  if (req.method === 'POST') {
    const address = `/__page/${pages.size + 1}.html`;
    pages.set(address, JSON.parse(await text(req)));
    return res.writeHead(200, { 'content-type': 'text/plain' }).end(address);
  }
  if (path === '/__page/recorder.js') return res.writeHead(200, { 'content-type': 'text/javascript' }).end(recorder);
  const page = pages.get(path);
  if (!page) return res.writeHead(404).end();
  return res.writeHead(200, { 'content-type': 'text/html', 'cache-control': 'no-store', ...page.headers }).end(Buffer.from(page.html, page.encoding ?? 'utf8'));
}
