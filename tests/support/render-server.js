// Elements as a server renders them: JSON posted to `/__render`, a list of `{ tag, options }`, is answered with their HTML.
// Of what is no JSON, `sanitize: true` in the options stands for ours, and `stylesheet` for where `/__styles/<tag>.css` is.
// Built files: `npm run build` comes before.
import { text } from 'node:stream/consumers';
import { JSDOM } from 'jsdom';

const server = () => import('../../dist/server.js');
let sanitize;

export async function renderServer(context, next) {
  const { path, req, res } = context;
  const [, sheet] = /^\/__styles\/([a-z-]+)\.css$/.exec(path) ?? [];
  if (path !== '/__render' && !sheet) return next();
  context.respond = false;
  const { createSanitizer, renderToString, stylesOf } = await server();
  if (sheet) return res.writeHead(200, { 'content-type': 'text/css' }).end(stylesOf(sheet));
  sanitize ??= createSanitizer(new JSDOM('').window);
  try {
    const html = JSON.parse(await text(req)).map(({ tag, options }) =>
      renderToString(tag, {
        ...options,
        sanitize: options.sanitize ? sanitize : undefined,
        stylesheet: options.stylesheet ? (name) => `/__styles/${name}.css` : undefined,
      }),
    );
    return res.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html.join('\n'));
  } catch (error) {
    return res.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' }).end(error.stack);
  }
}
