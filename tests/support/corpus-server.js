// `/__corpus/<file>`: of the corpora beside the checkout, `../shared/corpora`, which are no part of it; 404 where there are none.
import { existsSync, readFileSync } from 'node:fs';
import { resolve, sep } from 'node:path';

const folder = resolve(import.meta.dirname, '../../../shared/corpora');

export function corpusServer(context, next) {
  if (!context.path.startsWith('/__corpus/')) return next();
  context.respond = false;
  const file = resolve(folder, context.path.slice('/__corpus/'.length));
  if (!file.startsWith(folder + sep) || !existsSync(file)) return context.res.writeHead(404).end();
  return context.res.writeHead(200, { 'content-type': 'application/json' }).end(readFileSync(file));
}
