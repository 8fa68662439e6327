import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseXmlFeed, UnknownFormatError } from 'newsleaf/xml';

const rss = (inside: string): string => `<rss version="2.0"><channel><title>Feed</title>${inside}</channel></rss>`;
const item = (title: string): string => `<item><title>${title}</title></item>`;
const headlines = (xml: string): (string | undefined)[] => parseXmlFeed(xml).feed.items.map(({ headline }) => headline);

const NO_FEEDS: [text: unknown, message: RegExp][] = [
  [undefined, /undefined, not text/],
  [null, /null, not text/],
  [{}, /object, not text/],
  ['', /an empty text/],
  [' \n', /an empty text/],
  ['{"items":[]}', /JSON/],
  ['Not found', /text without XML/],
  ['<!DOCTYPE html><html><head><title>Feed</title><link rel="alternate" type="application/rss+xml" href="/feed"></head><body><p>Hello<br></body></html>', /an HTML page/],
  ['<HTML><BODY><rss><channel><title>x</title></channel></rss></BODY></HTML>', /an HTML page/],
  ['<html xmlns="http://www.w3.org/1999/xhtml"><head/></html>', /an HTML page/],
  ['<!doctype html>\nHello', /an HTML page/],
  ['<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://x.example/</loc></url></urlset>', /root is <urlset>/],
  ['<opml version="2.0"><body><outline text="x"/></body></opml>', /root is <opml>/],
  ['<rss version="2.0"></rss>', /<rss> without a feed/],
  ['<feed xmlns="https://x.example/"><cow/></feed>', /<feed> without a feed/],
  ['<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description/></rdf:RDF>', /<rdf:rdf> without a feed/],
  ['<rss><channel><title>Feed</title><item><title>Cut o', /cut off before its first item/],
  [`${'<a>'.repeat(1e5)}x`, /root is <a>/],
  [`<rss><channel><title>x</title><item>${'<a>'.repeat(1e5)}`, /nested too deeply before its first item/],
];

test('what is no feed is refused, and said what it looked like', () => {
  for (const [text, message] of NO_FEEDS) {
    assert.throws(() => parseXmlFeed(text as string), (error) => {
      assert.ok(error instanceof UnknownFormatError, String(error));
      assert.match(error.message, message);
      return error.message.length < 200;
    });
  }
});

test('a feed without items is a feed', () => {
  assert.deepEqual(parseXmlFeed(rss('')).feed, { title: 'Feed', items: [] });
  assert.equal(parseXmlFeed('<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title></feed>').format, 'atom');
});

test('entities are neither expanded nor fetched', () => {
  const bomb = Array.from({ length: 9 }, (_, level) => `<!ENTITY lol${level + 1} "${`&lol${level};`.repeat(10)}">`).join('');
  const xml = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY lol0 "lol">${bomb}<!ENTITY file SYSTEM "file:///etc/passwd">]>${rss(item('&lol9;&file;'))}`;
  assert.deepEqual(headlines(xml), ['&lol9;&file;']);
});

test('a file that was cut off keeps the items that are whole', () => {
  const whole = rss(item('One') + item('Two') + item('Three'));
  for (let length = whole.indexOf('<title>Three'); length < whole.indexOf('</channel>') - 1; length++) {
    const { feed, issues } = parseXmlFeed(whole.slice(0, length));
    const kept = length < whole.indexOf('</item></channel>') + '</item>'.length ? ['One', 'Two'] : ['One', 'Two', 'Three'];
    assert.deepEqual(feed.items.map(({ headline }) => headline), kept);
    assert.deepEqual(issues, [{ path: '$', reason: 'cut off' }]);
  }
});

test('deep markup costs its tags, and none of its words', () => {
  const { feed, issues } = parseXmlFeed(rss(`<item><title>One</title><description>${'<div>'.repeat(9000)}<p>words</p>${'</div>'.repeat(9000)}</description></item>${item('Two')}`));
  assert.deepEqual(feed.items.map(({ headline }) => headline), ['One', 'Two']);
  assert.match(JSON.stringify(feed.items[0]), /words/);
  assert.deepEqual(issues, []);
});

test('a hundred thousand elements in one another cost what follows them, not what was before', () => {
  for (const inside of [`<x>${'<a>'.repeat(1e5)}${'</a>'.repeat(1e5)}</x>`, `<description>${'<b>'.repeat(1e5)}${'</b>'.repeat(1e5)}</description>`]) {
    const { feed, issues } = parseXmlFeed(rss(`${item('One')}<item>${inside}</item>${item('Two')}`));
    assert.deepEqual(feed.items.map(({ headline }) => headline), ['One']);
    assert.deepEqual(issues, [{ path: '$', reason: 'nested too deeply' }]);
  }
});

test('names of Object.prototype are names like others, and nothing reaches the prototype', () => {
  const before = Reflect.ownKeys(Object.prototype).length;
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'x:__proto__'];
  const inside = names.map((name) => `<${name} ${name}="polluted" xmlns:__proto__="polluted"><title>polluted</title>polluted</${name}>`).join('');
  assert.deepEqual(headlines(rss(inside + item('One') + `<item>${inside}<title __proto__="x" constructor="x">Two</title></item>`)), ['One', 'Two']);
  assert.equal(Reflect.ownKeys(Object.prototype).length, before);
  assert.equal((({}) as { title?: unknown }).title, undefined);
});

test('a polluted prototype is not read', () => {
  const prototype = Object.prototype as unknown as Record<string, unknown>;
  const names = ['title', 'link', '@href', '@type', '#text', 'media', 'atom', 'xmlns', ''];
  try {
    for (const name of names) prototype[name] = 'polluted';
    const [first] = parseXmlFeed(rss('<item><guid>1</guid><description>x</description></item>')).feed.items;
    assert.deepEqual([first?.headline, first?.url, first?.description], [undefined, undefined, 'x'].map((value) => value));
    assert.ok(first && !Object.hasOwn(first, 'headline'));
  } finally {
    for (const name of names) delete prototype[name];
  }
});

// What is not linear would take minutes.
test('what is made to be slow ends', () => {
  const many = (part: string, count = 3e5): string => part.repeat(count);
  const declarations = Array.from({ length: 2e4 }, (_, index) => `xmlns:n${index}="https://x.example/${index}"`).join(' ');
  const hostile = [
    many('&'), many('<'), many('<!--'), many('<![CDATA['), many('<?'), many('&#1'), many('</x>'), many('<x/>'), many('<x y='), many(']]>'), many('<b>x'),
    `<title>${many('<b/>')}</title>`, `<item ${many('a="b" ')}/>`, `<item ${declarations}>${many('<n1:x xmlns:y="z"/>', 2e4)}</item>`,
    `<item><description>${many('<')}</description></item>`, `<item><description>${many('\n ')}</description></item>`, `<item><author>${many('a@')}</author></item>`,
    `<item><author>${many('(')}</author></item>`, `<item><category domain="https://x.example/${many('a')}">${many('a')}</category></item>`,
    `<item><enclosure url="${many('.jpg')}"/></item>`,
    ...['', 'media:group'].map((group) => {
      const contents = Array.from({ length: 2e4 }, (_, index) => `<media:content url="https://x.example/${index}.jpg" width="${index + 1}"/>`).join('');
      return `<item>${many('<media:credit>x</media:credit>', 2e4)}${group && `<${group}>`}${contents}${group && `</${group}>`}</item>`;
    }),
    `<item>${many('<atom:link rel="license" href="javascript:x"/>', 1.3e5)}${many('<media:group><media:description/></media:group>', 2e4)}</item>`,
    many('<copyright/><dc:publisher/>', 1e4) + many('<item><title>x</title></item>', 1e4),
    `<item>${many('<category>a</category>', 5e4)}</item>`, many('<item/>', 1e5), many(item('x'), 2e4),
  ];
  for (const inside of hostile) {
    for (const xml of [rss(item('One') + inside), inside]) {
      try {
        parseXmlFeed(xml, { url: 'https://x.example/' });
      } catch (error) {
        assert.ok(error instanceof UnknownFormatError, String(error));
      }
    }
  }
});

const PARTS = ('<rss> <channel> <item> </item> <feed xmlns="http://www.w3.org/2005/Atom"> <entry> </entry> <title> </title> <content type="xhtml"> </content> <div> ' +
  '</div> <link href="x"/> <media:content url="a.jpg"> </media:group> <media:group> <![CDATA[ ]]> &amp; &nbsp; & < > " \' <!-- --> text <? ?> <__proto__> xml:base="x" ' +
  '<dc:date>2025-07-28</dc:date> <author> <name>x</name> </author> <source url="x"> <summary type="html"> </feed> </channel> </rss> &#xD800; \0').split(' ');

test('random XML never breaks it', () => {
  let seed = 20250728;
  const random = (below: number): number => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) % below;
  for (let round = 0; round < 20_000; round++) {
    const inside = Array.from({ length: random(20) }, () => PARTS[random(PARTS.length)]).join(random(2) ? ' ' : '');
    const xml = [inside, rss(inside), `<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title><entry>${inside}</entry></feed>`][random(3)] ?? '';
    try {
      parseXmlFeed(xml, { url: round % 2 ? 'https://x.example/' : 'not a URL' });
    } catch (error) {
      assert.ok(error instanceof UnknownFormatError, `${error instanceof Error ? error.stack : String(error)}: ${xml}`);
    }
  }
});

test('what comes out is frozen, each id in it once', () => {
  const { feed, issues } = parseXmlFeed(rss('<item><guid>1</guid></item><item><guid>1</guid></item>'));
  assert.deepEqual(feed.items.map(({ id }) => id), ['1', '1#2']);
  for (const value of [feed, feed.items, feed.items[0], issues]) assert.ok(Object.isFrozen(value));
});
