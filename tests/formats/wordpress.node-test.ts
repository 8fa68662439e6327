import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseArticle, parseFeed, UnknownFormatError } from '../../src/formats/index.js';

const post = (more: object): unknown => ({ id: 1, link: 'https://x.example/a/', title: { rendered: 'x' }, ...more });

test('an error message is no news, and is passed on', () => {
  const error = { code: 'rest_post_invalid_page_number', message: 'The page number requested is too large.', data: { status: 400 } };
  for (const answer of [error, [error]]) assert.throws(() => parseFeed(answer), UnknownFormatError);
  assert.throws(() => parseFeed(error), /an error message: «The page number requested is too large\.»/);
  assert.throws(() => parseFeed({ body: error, status: 400, headers: {} }), UnknownFormatError);
});

test('what WordPress gives besides posts is no news', () => {
  const others = [
    { type: 'attachment', media_type: 'image' }, { type: 'comment', content: { rendered: 'x' } }, { type: 'wp_block' }, { type: 'wp_template' }, { type: 'nav_menu_item' },
  ];
  for (const other of others) assert.throws(() => parseFeed(post(other)), UnknownFormatError);
  assert.throws(() => parseFeed({ id: 1, title: { rendered: ' ' }, content: { rendered: '' }, date_gmt: '2025-01-01T00:00:00' }), UnknownFormatError);
  assert.throws(() => parseFeed({ body: [1, {}], status: 200, headers: {} }), UnknownFormatError);
});

test('an envelope without posts is an empty feed', () => {
  assert.deepEqual(parseFeed({ body: [], status: 200, headers: { 'X-WP-Total': 0 } }).feed, { items: [] });
  assert.equal(parseArticle({ body: post({}), status: 200, headers: {} }).article.headline, 'x');
});

test('a post of any format, and of any type', () => {
  const kindOf = (more: object): string => parseArticle(post(more)).article.kind;
  for (const [format, kind] of Object.entries({
    standard: 'article', image: 'article', chat: 'article', video: 'video', audio: 'audio', gallery: 'gallery', aside: 'note', status: 'note', quote: 'note', link: 'note',
    constructor: 'article',
  })) {
    assert.equal(kindOf({ format }), kind, format);
  }
  assert.equal(kindOf({ type: 'recipe' }), 'article');
  assert.equal(kindOf({ type: 'podcast', format: 'standard' }), 'audio');
  assert.equal(kindOf({ title: { rendered: '' } }), 'note');
});

// What is not linear would take minutes.
test('endless excerpts end', () => {
  for (const part of ['.', '…', '[…]', '… Continue reading ', '<a ', '<a class="', '<a href=\'', '<a class="more">', '<a class="more-link">…', 'class="', '[[ ', '\u00a0']) {
    for (const end of ['', 'x', '</a>', '"></a>x', '… x']) {
      const rendered = part.repeat(5e4) + end;
      parseFeed(post({ excerpt: { rendered } }));
      parseFeed(post({ excerpt: { rendered: `x <a class="more" href="/" ${rendered.replace(/[<>]/g, '')}>y</a>` }, date_gmt: rendered, lang: rendered, format: rendered }));
      parseFeed({ body: [post({})], status: 200, headers: { Link: rendered } });
    }
  }
});
