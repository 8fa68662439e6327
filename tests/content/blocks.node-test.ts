import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { htmlOfBlocks } from '../../src/content/blocks.js';
import { textOfHtml } from '../../src/content/text.js';

type Case = [name: string, blocks: unknown[], html: string];

const span = (text: string, ...marks: string[]) => ({ _type: 'span', text, marks });
const block = (children: unknown[], more: object = {}) => ({ _type: 'block', style: 'normal', markDefs: [], children, ...more });
const item = (text: string, listItem: string, level: number, more: object = {}) => block([span(text)], { listItem, level, ...more });

const PORTABLE_TEXT: Case[] = [
  ['paragraphs', [block([span('One.')]), block([span('Two.')])], '<p>One.</p><p>Two.</p>'],
  ['no empty paragraphs', [block([span('')]), block([])], ''],
  ['escaping', [block([span('<b>a</b> & "b" \'c\'')])], '<p>&lt;b&gt;a&lt;/b&gt; &amp; &quot;b&quot; \'c\'</p>'],
  ['line breaks', [block([span('a\nb\r\nc')])], '<p>a<br>b<br>c</p>'],
  ['headings', [block([span('A')], { style: 'h1' }), block([span('B')], { style: 'h6' }), block([span('C')], { style: 'h7' })], '<h1>A</h1><h6>B</h6><p>C</p>'],
  ['a quote', [block([span('A')], { style: 'blockquote' })], '<blockquote><p>A</p></blockquote>'],
  ['an unknown style', [block([span('A')], { style: '"><script>' })], '<p>A</p>'],
  [
    'all marks',
    [block([span('a', 'strong'), span('b', 'em'), span('c', 'code'), span('d', 'underline'), span('e', 'strike-through'), span('f', 'sup'), span('g', 'sub')])],
    '<p><strong>a</strong><em>b</em><code>c</code><u>d</u><s>e</s><sup>f</sup><sub>g</sub></p>',
  ],
  ['a mark that goes on', [block([span('a', 'em'), span('b', 'code', 'em'), span('c')])], '<p><em>a<code>b</code></em>c</p>'],
  [
    'marks that overlap',
    [block([span('a', 'strong'), span('b', 'strong', 'em'), span('c', 'em')])],
    '<p><strong>a<em>b</em></strong><em>c</em></p>',
  ],
  ['a mark twice, unknown marks', [block([span('a', 'em', 'em', 'glow', 'constructor', '__proto__')])], '<p><em>a</em></p>'],
  [
    'a link across spans',
    [block([span('a ', 'l'), span('b', 'em', 'l'), span(' c')], { markDefs: [{ _key: 'l', _type: 'link', href: 'https://example.org/?a="1"&b' }] })],
    '<p><a href="https://example.org/?a=&quot;1&quot;&amp;b">a <em>b</em></a> c</p>',
  ],
  [
    'no link in a link',
    [block([span('a', 'l', 'm')], { markDefs: [{ _key: 'l', href: '/a' }, { _key: 'm', href: '/b' }] })],
    '<p><a href="/a">a</a></p>',
  ],
  ['a mark without a definition', [block([span('a', 'none')], { markDefs: [{ _key: 'none', _type: 'comment', text: 'secret' }] })], '<p>a</p>'],
  ['inline objects', [block([span('a '), { _type: 'stock', text: 'X & Y', id: 'x1' }, { _type: 'break' }, { _type: 'chart', ref: 'c7' }, span(' b')])], '<p>a X &amp; Y<br> b</p>'],
  [
    'an inline picture',
    [block([span('a '), { _type: 'image', alt: 'A dog', asset: { _type: 'sanity.imageAsset', url: 'https://img.example/a.png', title: 'a.png' } }])],
    '<p>a A dog</p>',
  ],
  ['a list', [item('a', 'bullet', 1), item('b', 'bullet', 1), block([span('c')])], '<ul><li>a</li><li>b</li></ul><p>c</p>'],
  [
    'lists in lists',
    [item('a', 'bullet', 1), item('b', 'number', 2), item('c', 'number', 3), item('d', 'bullet', 2), item('e', 'bullet', 1), item('f', 'number', 1)],
    '<ul><li>a<ol><li>b<ol><li>c</li></ol></li></ol><ul><li>d</li></ul></li><li>e</li></ul><ol><li>f</li></ol>',
  ],
  ['a list that begins deep', [item('a', 'bullet', 3), item('b', 'bullet', 1)], '<ul><li><ul><li><ul><li>a</li></ul></li></ul></li><li>b</li></ul>'],
  ['a level that is none', [item('a', 'bullet', -2), { ...item('b', 'bullet', 1), level: { toString: 1, valueOf: 2 } }], '<ul><li>a</li><li>b</li></ul>'],
  ['a level out of reach', [item('a', 'number', 1e9)], `${'<ol><li>'.repeat(8)}a${'</li></ol>'.repeat(8)}`],
  ['a heading in a list', [item('a', 'bullet', 1, { style: 'h3' }), item('', 'bullet', 1), item('b', 'square', 1)], '<ul><li><h3>a</h3></li><li>b</li></ul>'],
  [
    'a picture',
    [{
      _type: 'image', alt: 'A "dog"', caption: 'Rex & co.', attribution: 'Ann Lee',
      asset: { url: 'https://img.example/a.jpg', metadata: { dimensions: { width: 800, height: 600, aspectRatio: 1.333 } } },
    }],
    '<figure><img src="https://img.example/a.jpg" alt="A &quot;dog&quot;" width="800" height="600"><figcaption>Rex &amp; co. <small>Ann Lee</small></figcaption></figure>',
  ],
  [
    'a picture by its asset\'s id',
    [{ _type: 'image', url: 'https://img.example/a', asset: { _ref: 'image-abc123-2000x1500-jpg', _type: 'reference' } }],
    '<figure><img src="https://img.example/a" alt="" width="2000" height="1500"></figure>',
  ],
  [
    'a picture without a URL',
    [{ _type: 'image', alt: 'A dog', asset: { _ref: 'image-abc-20x15-jpg' } }, { _type: 'image', caption: 'Rex', alt: 'A dog', asset: { _ref: 'image-abc-20x15-jpg' } }],
    '<p>A dog</p><p>Rex</p>',
  ],
  ['a caption of spans', [{ _type: 'image', url: '/a.png', caption: [block([span('Rex', 'em')])] }], '<figure><img src="/a.png" alt=""><figcaption><p><em>Rex</em></p></figcaption></figure>'],
  ['code', [{ _type: 'code', language: 'js', code: '  if (a < b) {\n  }\n' }], '<pre><code>  if (a &lt; b) {\n  }\n</code></pre>'],
  [
    'a table',
    [{ _type: 'table', rows: [{ _type: 'tableRow', cells: ['a', '1 < 2'] }, { cells: ['', [block([span('b', 'em')])]] }] }],
    '<table><tbody><tr><td>a</td><td>1 &lt; 2</td></tr><tr><td></td><td><em>b</em></td></tr></tbody></table>',
  ],
  ['breaks', [{ _type: 'break', style: 'lineBreak' }, { _type: 'hr' }], '<hr><hr>'],
  [
    'an unknown block',
    [{ _type: 'infoBox', _key: 'k1', theme: 'blue', title: 'In short', body: [block([span('a')])], ref: { _type: 'reference', _ref: 'x9' }, source: 'https://example.org/s' }],
    '<p><a href="https://example.org/s">In short</a> <small>example.org</small></p><p>a</p>',
  ],
  ['a block with children', [{ _type: 'aside', tone: 'dark', children: [span('a', 'strong')] }], '<p><strong>a</strong></p>'],
];

const guardian = (type: string, fields: object) => ({ _type: `model.dotcomrendering.pageElements.${type}BlockElement`, elementId: 'e-1', ...fields });
const rendition = (width: number, url: string) => ({ url, mimeType: 'image/jpeg', fields: { width: String(width), height: String(width / 2) } });
const post = '<blockquote><p>So it begins</p>Ann <a href="https://social.example/1">1 May</a></blockquote>';

const GUARDIAN: Case[] = [
  ['text', [guardian('Text', { html: '<p>One &amp; <em>two</em></p>' })], '<p>One &amp; <em>two</em></p>'],
  ['text that is no paragraph', [guardian('Text', { html: 'One <b>two</b>' })], '<p>One <b>two</b></p>'],
  ['subheadings', [guardian('Subheading', { html: '<h2>One</h2>' }), guardian('Subheading', { html: 'Two' })], '<h2>One</h2><h2>Two</h2>'],
  ['a quote', [guardian('Blockquote', { html: '<blockquote class="quoted"><p>One</p></blockquote>' })], '<blockquote class="quoted"><p>One</p></blockquote>'],
  [
    'a pull quote',
    [guardian('Pullquote', { html: 'One', role: 'supporting', attribution: 'Ann Lee' })],
    '<aside><blockquote><p>One</p><p><cite>Ann Lee</cite></p></blockquote></aside>',
  ],
  [
    'a picture, not larger than need be',
    [guardian('Image', {
      media: { allImages: [rendition(5000, 'https://img.example/5000'), rendition(140, 'https://img.example/140'), rendition(1000, 'https://img.example/1000')] },
      data: { alt: 'A <dog>', caption: 'A dog <a href="/d">called</a> Rex. Photo: Ann', credit: 'Photo: Ann' }, displayCredit: false,
    })],
    '<figure><img src="https://img.example/1000" alt="A &lt;dog&gt;" width="1000" height="500"><figcaption>A dog <a href="/d">called</a> Rex. Photo: Ann</figcaption></figure>',
  ],
  [
    'pictures',
    [guardian('MultiImage', {
      caption: 'Both',
      images: ['a', 'b'].map((name) => guardian('Image', { media: { allImages: [rendition(500, `https://img.example/${name}`)] }, data: { alt: name, credit: 'Ann' } })),
    })],
    '<figure><figure><img src="https://img.example/a" alt="a" width="500" height="250"><figcaption><small>Ann</small></figcaption></figure>' +
      '<figure><img src="https://img.example/b" alt="b" width="500" height="250"><figcaption><small>Ann</small></figcaption></figure><figcaption>Both</figcaption></figure>',
  ],
  ['a table', [guardian('Table', { html: '<table><tr><td>1</td></tr></table>' })], '<table><tr><td>1</td></tr></table>'],
  ['code', [guardian('Code', { html: 'a &lt; b', language: 'js' })], '<pre><code>a &lt; b</code></pre>'],
  [
    'a link',
    [guardian('RichLink', { prefix: 'Related: ', text: 'More of it', url: 'https://news.example/more', role: 'thumbnail' })],
    '<p>Related: <a href="https://news.example/more">More of it</a> <small>news.example</small></p>',
  ],
  [
    'films elsewhere',
    [
      guardian('VideoYoutube', { title: 'A film', caption: 'Watch it', originalUrl: 'https://www.youtube.com/watch?v=abc', embedUrl: 'https://www.youtube-nocookie.com/embed/abc' }),
      guardian('Youtube', { mediaTitle: 'Another', assetId: 'def', altText: 'no', posterImage: [{ url: 'https://img.example/p', width: 500 }], expired: false }),
      guardian('Youtube', { mediaTitle: 'Gone', assetId: 'ghi', expired: true }),
    ],
    '<p><a href="https://www.youtube.com/watch?v=abc">A film</a> <small>www.youtube.com</small></p><p>Watch it</p>' +
      '<p><a href="https://www.youtube.com/watch?v=def">Another</a> <small>www.youtube.com</small></p>',
  ],
  [
    'embeds',
    [
      guardian('Embed', { html: '<iframe width="1" src="https://maps.example/?a=1&amp;b=2"></iframe>', alt: 'A map', isMandatory: false }),
      guardian('Instagram', { url: 'https://pics.example/p/1', html: '<div></div><script src="//x.example"></script>' }),
      guardian('Spotify', { embedUrl: 'https://audio.example/e', title: 'A song' }),
    ],
    '<p><a href="https://maps.example/?a=1&amp;b=2">A map</a> <small>maps.example</small></p><p><a href="https://pics.example/p/1">pics.example</a></p>' +
      '<p><a href="https://audio.example/e">A song</a> <small>audio.example</small></p>',
  ],
  ['a post that is quoted', [guardian('Tweet', { html: `${post}<script async src="x"></script>`, url: 'https://social.example/1', source: 'Twitter', id: '1' })], post],
  ['a post that is not', [guardian('Tweet', { url: 'https://social.example/1', source: 'Twitter', id: '1' })], '<p><a href="https://social.example/1">social.example</a></p>'],
  ['a divider, a disclaimer', [guardian('Divider', { size: 'full' }), guardian('Disclaimer', { html: '<em>We may earn.</em>' })], '<hr><p><em>We may earn.</em></p>'],
  [
    'recordings',
    [
      guardian('GuVideo', { assets: [{ url: 'https://v.example/a.mp4', mimeType: 'video/mp4' }, { url: 'https://v.example/a.m3u8', mimeType: 'video/m3u8' }], caption: 'A film', html: '' }),
      guardian('Audio', { assets: [{ url: 'https://a.example/a', mimeType: 'audio/mpeg' }], id: 'gu-1' }),
      guardian('AudioAtom', { trackUrl: 'https://a.example/b.mp3', title: 'A talk', kicker: 'Listen', coverUrl: 'https://a.example/b.jpg' }),
    ],
    '<figure><video><source src="https://v.example/a.mp4" type="video/mp4"><source src="https://v.example/a.m3u8" type="video/m3u8"></video><figcaption>A film</figcaption></figure>' +
      '<figure><audio><source src="https://a.example/a" type="audio/mpeg"></audio></figure>' +
      '<figure><audio><source src="https://a.example/b.mp3"></audio><figcaption>A talk</figcaption></figure>',
  ],
  ['a question', [guardian('QA', { id: 'q', title: 'What now?', html: '<p>This.</p>', credit: '' })], '<p><strong>What now?</strong></p><p>This.</p>'],
  [
    'blocks in blocks',
    [guardian('KeyTakeaways', { keyTakeaways: [{ title: 'One', body: [guardian('Text', { html: '<p>a</p>' })] }] })],
    '<p><strong>One</strong></p><p>a</p>',
  ],
  ['a live blog\'s block', [{ id: 'b', title: 'Goal!', primaryDateLine: 'Fri', elements: [guardian('Text', { html: '<p>a</p>' })] }], '<p><strong>Goal!</strong></p><p>a</p>'],
  [
    'the Content API',
    [
      { type: 'text', assets: [], textTypeData: { html: '<p>a</p>' } },
      { type: 'pullquote', assets: [], pullquoteTypeData: { html: '<p>b</p>', attribution: 'Ann' } },
      { type: 'rich-link', assets: [], richLinkTypeData: { url: 'https://news.example/m', originalUrl: 'https://news.example/m', linkText: 'More', linkPrefix: 'See: ' } },
      { type: 'tweet', assets: [], tweetTypeData: { html: post, url: 'https://social.example/1', source: 'Twitter' } },
      { type: 'embed', assets: [], embedTypeData: { html: '<iframe src="https://maps.example/"></iframe>' } },
      { type: 'video', assets: [], videoTypeData: { title: 'A film', url: 'https://films.example/1', html: '<iframe src="https://films.example/e"></iframe>' } },
      { type: 'contentatom', assets: [], contentAtomTypeData: { atomId: '1-2', atomType: 'media' } },
      {
        type: 'image',
        assets: [{ type: 'image', mimeType: 'image/jpeg', file: 'https://img.example/a.jpg', typeData: { width: 1000, height: 600 } }],
        imageTypeData: { caption: 'A <b>dog</b>', alt: 'Dog', credit: 'Ann', photographer: 'Ann', displayCredit: true },
      },
    ],
    '<p>a</p><aside><blockquote><p>b</p><p><cite>Ann</cite></p></blockquote></aside><p>See: <a href="https://news.example/m">More</a> <small>news.example</small></p>' +
      `${post}<p><a href="https://maps.example/">maps.example</a></p><p><a href="https://films.example/1">A film</a> <small>films.example</small></p>` +
      '<figure><img src="https://img.example/a.jpg" alt="Dog" width="1000" height="600"><figcaption>A <b>dog</b> <small>Ann</small></figcaption></figure>',
  ],
];

const PLAIN: Case[] = [
  ['text', [{ type: 'paragraph', text: 'a < b' }, 'bare', { type: 'paragraph', html: '<b>c</b>' }, { text: 'd' }], '<p>a &lt; b</p><p>bare</p><p><b>c</b></p><p>d</p>'],
  ['a text that is a URL', [{ type: 'paragraph', text: 'https://example.org/' }], '<p>https://example.org/</p>'],
  ['headings', [{ type: 'heading', text: 'A' }, { type: 'heading', level: 3, text: 'B' }, { type: 'h4', text: 'C' }, { type: 'heading', level: 9, text: 'D' }], '<h2>A</h2><h3>B</h3><h4>C</h4><h2>D</h2>'],
  ['lists', [{ type: 'list', items: ['a', { text: 'b' }, { type: 'paragraph', text: 'c' }] }, { type: 'list', ordered: true, items: ['d'] }], '<ul><li>a</li><li>b</li><li>c</li></ul><ol><li>d</li></ol>'],
  ['a list with a title', [{ type: 'list', title: 'Two', items: ['a'] }], '<p><strong>Two</strong></p><ul><li>a</li></ul>'],
  ['a quote', [{ type: 'quote', text: 'a', cite: 'Ann' }, { type: 'quote', text: 'b', cite: 'https://example.org/' }], '<blockquote><p>a</p><p><cite>Ann</cite></p></blockquote><blockquote><p>b</p></blockquote>'],
  ['a pull quote', [{ type: 'pullquote', text: 'a' }], '<aside><blockquote><p>a</p></blockquote></aside>'],
  [
    'pictures',
    [{ type: 'image', url: '/a.png', alt: 'A', caption: 'a < b', credit: 'foto:dpa' }, { type: 'gallery', images: ['/b.png', { url: '/c.png', alt: 'C' }] }],
    '<figure><img src="/a.png" alt="A"><figcaption>a &lt; b <small>foto:dpa</small></figcaption></figure>' +
      '<figure><figure><img src="/b.png" alt=""></figure><figure><img src="/c.png" alt="C"></figure></figure>',
  ],
  [
    'tables',
    [{ type: 'table', caption: 'T', header: ['a'], rows: [[1], [{ text: 'x' }]] }, { type: 'table', hasHeader: true, rows: [['a'], ['b']] }],
    '<table><caption>T</caption><thead><tr><th>a</th></tr></thead><tbody><tr><td>1</td></tr><tr><td>x</td></tr></tbody></table>' +
      '<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>',
  ],
  ['code, a divider', [{ type: 'code', text: '<b>' }, { type: 'divider' }], '<pre><code>&lt;b&gt;</code></pre><hr>'],
  ['an embed', [{ type: 'embed', url: 'https://a:b@films.example:8080/1', title: 'A <film>' }], '<p><a href="https://a:b@films.example:8080/1">A &lt;film&gt;</a> <small>films.example</small></p>'],
  ['an embed without a URL', [{ type: 'embed', url: 'javascript:alert(1)', title: 'A' }, { type: 'embed', id: 'x1' }], '<p><strong>A</strong></p>'],
  ['a film', [{ type: 'video', url: 'https://films.example/a.mp4', poster: '/p.jpg', caption: 'A' }], '<figure><video poster="/p.jpg"><source src="https://films.example/a.mp4"></video><figcaption>A</figcaption></figure>'],
  [
    'Editor.js',
    [
      { id: 'i', type: 'header', data: { text: 'A&nbsp;b', level: 3 } },
      { type: 'paragraph', data: { text: 'a <b>b</b>' } },
      { type: 'list', data: { style: 'ordered', items: [{ content: 'a', meta: {}, items: [{ content: 'b <i>c</i>', items: [] }] }] } },
      { type: 'quote', data: { text: 'q', caption: 'Ann', alignment: 'left' } },
      { type: 'image', data: { file: { url: '/a.png' }, caption: 'A', withBorder: false } },
      { type: 'table', data: { withHeadings: true, content: [['a'], ['b']] } },
      { type: 'embed', data: { service: 'youtube', source: 'https://films.example/1', embed: 'https://films.example/e', caption: 'F' } },
      { type: 'warning', data: { title: 'Note', message: 'This' } },
      { type: 'delimiter', data: {} },
    ],
    '<h3>A&nbsp;b</h3><p>a <b>b</b></p><ol><li>a<ol><li>b <i>c</i></li></ol></li></ol><blockquote><p>q</p><p><cite>Ann</cite></p></blockquote>' +
      '<figure><img src="/a.png" alt=""><figcaption>A</figcaption></figure><table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>' +
      '<p><a href="https://films.example/1">F</a> <small>films.example</small></p><p><strong>Note</strong></p><p>This</p><hr>',
  ],
  ['a text beside data', [{ type: 'paragraph', text: '<a>', data: {} }], '<p>&lt;a&gt;</p>'],
  ['no ids, keys or URLs', [{ type: 'poll', id: 'p1', key: 'k', slug: 's', apiUrl: 'https://x.example/', ids: ['a', 'b'], options: [{ id: 'o1', label: 'Yes' }], image: null, n: 7 }], '<p>Yes</p>'],
  [
    'notes and corrections, whatever the field of their words is called',
    [
      { type: 'note', note: 'One' }, { type: 'correction', date: '2025-07-28', correction: 'Two' }, { type: 'correction', id: 'c 1', theme: 'dark blue', reason: 'It was the <wrong> name.' },
      { correction: { text: 'Four' } }, { type: 'box', why: '名前が違いました。' }, { type: 'advert', slot: 'mid article' },
    ],
    '<p>One</p><p>Two</p><p>It was the &lt;wrong&gt; name.</p><p>Four</p><p>名前が違いました。</p>',
  ],
  [
    'lists in lists of blocks',
    [[{ type: 'paragraph', text: 'a' }, ['b']], { type: 'columns', columns: [[{ type: 'paragraph', text: 'c' }], [{ type: 'heading', text: 'd' }, null]] }, { type: 'paragraph', text: 'e' }],
    '<p>a</p><p>b</p><p>c</p><h2>d</h2><p>e</p>',
  ],
  ['what never closes', [{ html: '<p>a</p><!-- b' }, { html: '<p>c</p><script>d' }, { html: '<p>e</p><a href="' }, { html: '<style>x</style><p>f</p>' }, { text: 'g' }], '<p>a</p><p>c</p><p>e</p><p>f</p><p>g</p>'],
];

for (const [family, cases] of Object.entries({ 'Portable Text': PORTABLE_TEXT, 'the Guardian': GUARDIAN, 'plain blocks': PLAIN })) {
  test(family, () => {
    for (const [name, blocks, html] of cases) assert.equal(htmlOfBlocks(blocks), html, name);
  });
}

/** Whether what is opened is closed, in the right order. */
function isBalanced(html: string): boolean {
  const open: string[] = [];
  for (const [, end, tag = ''] of html.matchAll(/<(\/?)([a-z]+\d?)(?: [a-z]+="[^"<>]*")*>/g)) {
    if (!end) {
      if (!/^(?:br|hr|img|source)$/.test(tag)) open.push(tag);
    } else if (open.pop() !== tag) return false;
  }
  return open.length === 0 && !/[<>]/.test(html.replace(/<[^<>]*>/g, ''));
}

test('nothing at all', () => {
  for (const value of [undefined, null, 7, 'text', {}, [null, undefined, 7n, Symbol('x'), [], [[]], {}, () => 1, true]]) assert.equal(htmlOfBlocks(value as any), '');
});

const NAMES = ('_type type listItem level style children text marks markDefs _key href url html data asset caption alt credit items rows cells header level media allImages ' +
  'assets file fields width height title content body images textTypeData posterImage attribution ordered code expired __proto__ constructor toString').split(' ');
const VALUES: unknown[] = [
  null, true, 0, -1, 1e308, '', 'a<b>&"\'', '"><script>alert(1)</script>', 'https://x.example/"onload="1', '/a', 'strong', 'l', 'h2', 'blockquote', 'bullet', 'number', 'span', 'normal',
  ...'block image gallery table list code quote pullquote heading paragraph video embed youtube hr custom text'.split(' '),
];

test('random blocks never break it, and their texts stay texts', () => {
  let seed = 20250731;
  const random = (below: number): number => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) % below;
  const value = (depth: number): unknown => {
    const choice = depth ? random(10) : 0;
    if (choice < 4) return VALUES[random(VALUES.length)];
    if (choice < 7) return Array.from({ length: random(4) }, () => value(depth - 1));
    const object: Record<string, unknown> = { _type: VALUES[random(VALUES.length)] };
    for (let count = random(7); count >= 0; count--) {
      Object.defineProperty(object, NAMES[random(NAMES.length)]!, { value: value(depth - 1), enumerable: true, configurable: true, writable: true });
    }
    return object;
  };
  // In these, texts are HTML.
  const hasHtml = (blocks: unknown) => /"(?:html|data|textTypeData)":/.test(JSON.stringify(blocks));
  for (let round = 0; round < 30_000; round++) {
    const blocks = Array.from({ length: 3 }, () => value(5));
    const html = htmlOfBlocks(blocks);
    if (!hasHtml(blocks)) assert.ok(isBalanced(html), `${JSON.stringify(blocks)}\n${html}`);
  }
});

test('a polluted prototype is not read', () => {
  const prototype = Object.prototype as unknown as Record<string, unknown>;
  const names = ['text', 'html', 'url', 'title', 'children', 'listItem', 'marks', 'data', 'type', 'glow'];
  try {
    for (const name of names) prototype[name] = 'polluted';
    assert.equal(htmlOfBlocks([{}, block([{ ...span('a', 'glow') }]), { type: 'image' }, { type: 'embed' }]), '<p>a</p>');
  } finally {
    for (const name of names) delete prototype[name];
  }
});

test('ten megabytes in one block are one text', () => {
  const text = 'x'.repeat(1e7);
  assert.equal(htmlOfBlocks([{ type: 'list', items: [{ html: `<p>${text}</p>` }] }]), `<ul><li>${text}</li></ul>`);
});

test('depth and cycles end', () => {
  let deep: unknown = { text: 'x' };
  for (let depth = 0; depth < 100_000; depth++) deep = depth % 2 ? [deep] : { type: 'quote', children: deep };
  assert.equal(typeof htmlOfBlocks([deep]), 'string');
  const parent: Record<string, unknown> = { type: 'box', title: 'a' };
  parent['children'] = Array.from({ length: 100 }, () => ({ type: 'box', parent, siblings: parent['children'], text: 'b' }));
  assert.equal(htmlOfBlocks([parent]).split('b').length > 100, true);
  const itself: unknown[] = ['a'];
  itself.push(...Array.from({ length: 9 }, () => itself), [itself]);
  assert.equal(htmlOfBlocks(itself), '<p>a</p>'.repeat(11));
});

// What is not linear would take minutes.
test('long and deep blocks end', () => {
  const many = (part: unknown) => Array.from({ length: 20_000 }, () => part);
  const long = (part: string) => part.repeat(100_000);
  // What is looked at twice in each of these is looked at 32,768 times in the innermost.
  const deepEmpty = (type: string, field: string) => {
    let value: unknown = { type };
    for (let depth = 0; depth < 15; depth++) value = { type, [field]: [value] };
    return Array.from({ length: 100 }, () => value);
  };
  const inputs: unknown[][] = [
    many(item('a', 'bullet', 7)),
    many(block([span('a', 'em', 'x')])),
    [block(many(span('a', 'strong', 'em', 'l')))],
    [block(Array.from({ length: 20_000 }, (_, index) => span('a', ...(index % 2 ? ['em', 'strong'] : ['strong', 'code']))))],
    [block([span('a')], { markDefs: many({ _key: 'l', href: '/' }) })],
    [block([span('a', ...many('em') as string[])])],
    [{ type: 'list', items: many('a') }],
    [{ type: 'table', rows: many(['a', 'b']) }],
    ...['<', '<a', '<!--', '<script', '<script></script', '<iframe ', '<iframe src=', '<p>', ' ', '&', 'https://', '1-', '1-2x', '\r'].flatMap((part) => [
      [{ html: long(part) }],
      [{ type: 'embed', html: long(part), url: long(part), data: { title: long(part), url: 'https://x.example/' } }],
      [{ type: 'image', url: long(part), caption: long(part) }],
      [{ type: long(part), text: long(part) }],
      [{ type: 'list', items: [{ html: long(part) }] }],
    ]),
    ...['image', 'quote', 'pullquote', 'gallery', 'list', 'table', 'box'].flatMap((type) => ['caption', 'children', 'items', 'content', 'x'].map((field) => deepEmpty(type, field))),
  ];
  for (const blocks of inputs) {
    htmlOfBlocks(blocks);
  }
});

const corpora = new URL('../../../shared/corpora/', import.meta.url);
const skip = !existsSync(corpora) && 'no corpora here';
const filesIn = (folder: string) =>
  readdirSync(new URL(folder, corpora)).map((file): [string, unknown] => [file, JSON.parse(readFileSync(new URL(folder + file, corpora), 'utf8'))]);

test('Portable Text\'s own examples', { skip }, () => {
  const standard = (html: string) => html.replaceAll('&#x27;', "'").replaceAll('<p></p>', '').replace(/ data-language="\w+"/g, '');
  const custom: string[] = [];
  for (const [file, { input, output = '' }] of filesIn('portable-text/') as [string, any][]) {
    const html = htmlOfBlocks([input].flat());
    assert.ok(isBalanced(html), file);
    for (const [, text] of JSON.stringify(input).matchAll(/"text":("(?:[^"\\]|\\.)*")/g)) assert.ok(textOfHtml(html).includes((JSON.parse(text!) as string).trim()), file);
    if (html !== standard(output as string)) custom.push(file.slice(0, 3));
  }
  // These have marks, objects and blocks with components of their own; the output of 060 is not given.
  assert.deepEqual(custom, ['018', '022', '024', '026', '052', '060', '062']);
});

test('the Guardian\'s articles', { skip }, () => {
  const count = { texts: 0, pictures: 0, films: 0, others: 0 };
  for (const [file, article] of filesIn('guardian-dcr/generated/fe-articles/') as [string, any][]) {
    for (const { elements } of article.blocks as { elements: any[] }[]) {
      const html = htmlOfBlocks(elements);
      for (const element of elements) {
        const type = (element._type as string).replace(/^.*\.|BlockElement$/g, '');
        const alone = htmlOfBlocks([element]);
        assert.ok(html.includes(alone), file);
        if (/^(?:Text|Subheading|Blockquote|Pullquote)$/.test(type)) {
          count.texts++;
          assert.ok(alone.includes(element.html.trim()), `${file}: ${element.html}`);
        } else if (type === 'Image') {
          count.pictures++;
          const { alt = '', caption = '', credit = '' } = element.data;
          assert.match(alone, /^<figure><img src="https:[^"]+" alt="[^"]*" width="\d+" height="\d+">/);
          assert.ok(alone.includes(caption.trim()) && alone.includes(credit.trim()) && alone.includes(alt.slice(0, 10)), alone);
        } else if (/youtube/i.test(type)) {
          count.films++;
          assert.match(element.expired ? '<p><a href="https://www.youtube.com/">' : alone, /^<p><a href="https:\/\/www\.youtube\.com\//);
        } else {
          count.others++;
          assert.notEqual(alone, '', type);
          assert.doesNotMatch(textOfHtml(alone), /pageElements|[\da-f]{8}-[\da-f]{4}/);
        }
      }
    }
  }
  assert.deepEqual(count, { texts: 192, pictures: 30, films: 1, others: 9 });
});
