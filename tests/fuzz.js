// npm run fuzz [-- --seed=… --count=…]: generated bodies through the sanitiser, in Chromium or in what ENGINES names.
import fc from 'fast-check';
import { runBrowserTests } from './web-test-runner.js';

const option = (name, otherwise) => Number(process.argv.map((arg) => new RegExp(`^--${name}=(\\d+)$`).exec(arg)?.[1]).find(Boolean) ?? otherwise);
const seed = option('seed', Math.floor(Math.random() * 2 ** 31));
const count = option('count', 20_000);
process.env.ENGINES ??= 'chromium';

const allowed =
  'p h1 h2 h3 br hr a em strong b i u s del ins sub sup small mark abbr cite q blockquote code pre time ul ol li dl dt dd figure figcaption ' +
  'img picture source video audio track table caption colgroup col thead tbody tfoot tr th td div span section aside details summary ruby rt rp bdi wbr';
const others =
  'script style template noscript iframe object embed param form input button select option optgroup textarea title xmp plaintext noembed noframes ' +
  'svg math mtext mglyph malignmark annotation-xml foreignObject desc g use image animate set style font nobr big center marquee menu dir article ' +
  'header main address base meta link html head body frameset frame dialog slot x-y news-article listing area map portal selectedcontent';
const one = (text) => fc.constantFrom(...text.split(' '));
const tag = fc.oneof({ weight: 3, arbitrary: one(allowed) }, { weight: 2, arbitrary: one(others) });

const address = fc.constantFrom(
  'javascript:pwned()', ' java\tscript:pwned()', '\u0001javascript:pwned()', 'data:text/html,<script>parent.pwned()</script>', 'vbscript:pwned()', '//x.example/', '/a.png',
  'https://x.example/?a="><img src=x onerror=pwned()>', '#n', '#', 'https://gazette.example/news/story#n', 'https://www.youtube.com/embed/abcdefghijk', 'mailto:a@x.example',
  'a.png 1x, javascript:pwned() 2x', 'blob:https://x.example/1', 'https:pwned()', 'about:srcdoc', '',
);
const value = fc.oneof(
  address,
  fc.constantFrom(
    'pwned()', 'x', 'n', '1', '0', 'true', 'display:none', 'width:1px', 'background:url(javascript:pwned())', 'twitter-tweet', 'wp-embedded-content', 'scroller', 'embed', 'text/html',
    '</style><img src=x onerror=pwned()>', '--><img src=x onerror=pwned()>', '</textarea><img src=x onerror=pwned()>', ']]><img src=x onerror=pwned()>', '{{pwned()}}', '__proto__',
    'attributes', 'childNodes', 'remove', 'getAttribute', 'nodeName', 'open', 'movie', 'image/svg+xml', '&quot; onerror=pwned() ', '\u0000', '\u2028',
  ),
);
const attributeName = one(
  'href src srcset poster cite data action formaction xlink:href srcdoc value content onerror onload onclick ontoggle onfocus onanimationend ONERROR style class id name hidden is slot part ' +
    'title alt width height lang dir type datetime colspan rowspan span start open data-src data-srcset data-lazy-src data-instgrm-permalink shadowrootmode popover autofocus tabindex role aria-label ' +
    'encoding attributeName to from values http-equiv rel target ping download sandbox allow loading x" x/ {{x}} @click :href v-html',
);
const quote = fc.constantFrom('"', "'", '');
const attribute = fc.tuple(attributeName, quote, value).map(([name, quote, value]) => ` ${name}=${quote}${value}${quote}`);
const attributes = fc.array(attribute, { maxLength: 3 }).map((list) => list.join(''));

const text = fc.oneof(
  fc.constantFrom(
    'words', ' ', '\n', '\n\n', '&lt;img src=x onerror=pwned()&gt;', '&amp;lt;', '<', '>', '"', "'", '`', '</', '/>', '<!--', '-->', '--!>', '<!-->', '<![CDATA[', ']]>', '<?x', '<!doctype html>', '\u0000',
    '</p>', '</br>', '</a>', '</table>', '</svg>', '</math>', '</body>', '</html>', '</template>', '{{x}}', '${pwned()}', '<img src=x onerror=pwned()>', '<svg onload=pwned()>',
    '<script>pwned()</script>', '<style><!--</style>', '<a id="</style><img src=x onerror=pwned()>">', '<form><math><mtext></form><form><mglyph><style></math>',
  ),
  fc.string({ maxLength: 8, unit: 'grapheme' }),
);
const start = fc.tuple(tag, attributes, fc.constantFrom('>', '>', '>', '/>', ' ', '')).map(([tag, attributes, end]) => `<${tag}${attributes}${end}`);
const end = tag.map((tag) => `</${tag}>`);

const { node } = fc.letrec((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    text,
    start,
    end,
    fc.tuple(tag, attributes, fc.array(tie('node'), { maxLength: 4 })).map(([tag, attributes, nodes]) => `<${tag}${attributes}>${nodes.join('')}</${tag}>`),
    fc.tuple(tag, fc.integer({ min: 2, max: 40 }), tie('node')).map(([tag, times, node]) => `<${tag}>`.repeat(times) + node),
  ),
}));
const body = fc.array(node, { minLength: 1, maxLength: 8 }).map((nodes) => nodes.join(''));

const bodies = fc.sample(body, { seed, numRuns: count });
let report;

async function fuzzServer(context, next) {
  if (!context.path.startsWith('/__fuzz')) return next();
  context.respond = false;
  if (context.req.method === 'POST') {
    report = '';
    for await (const part of context.req) report += part;
    return context.res.writeHead(204).end();
  }
  return context.res.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(bodies));
}

const begin = performance.now();
const { failed } = await runBrowserTests(['tests/content/bodies.fuzz.ts'], { middleware: [fuzzServer], limit: 3_600_000 });
console.log(`fuzz: seed ${seed}: ${report ?? 'nothing came of it'}, ${((performance.now() - begin) / 1000).toFixed(0)} s`);
process.exit(failed > 0 || report === undefined ? 1 : 0);
