// Answers `/__cdn/<refused>/<how>/<any>/<folder>/<file>` with a file of dist/cdn, for pages of every origin, but those whose
// name begins with `<refused>`. How they are refused:
//   missing (404)  forbidden (403)  page (a web page, as networks that want a log-in answer)  broken (half of it)  cut (the connection, midway)
import { existsSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';

const folder = resolve(import.meta.dirname, '../../dist/cdn');
const html = '<!doctype html><title>Log in</title>';

export function cdnServer(context, next) {
  const { path, res } = context;
  if (!path.startsWith('/__cdn/')) return next();
  const [, , refused, how] = path.split('/');
  const name = basename(path);
  const file = resolve(folder, name);
  context.respond = false;
  const headers = { 'access-control-allow-origin': '*', 'cache-control': 'no-store', 'content-type': 'text/javascript' };
  const page = (status) => res.writeHead(status, { ...headers, 'content-type': 'text/html' }).end(html);
  if (!existsSync(file)) return page(404);
  const code = readFileSync(file);
  if (!name.startsWith(refused)) return res.writeHead(200, headers).end(code);
  const half = code.subarray(0, code.length / 2);
  if (how === 'broken') return res.writeHead(200, headers).end(half);
  if (how === 'cut') return res.writeHead(200, { ...headers, 'content-length': code.length }).write(half, () => res.destroy());
  return page({ missing: 404, forbidden: 403, page: 200 }[how]);
}
