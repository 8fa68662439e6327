import assert from 'node:assert/strict';
import { DomUtils, parseDocument } from 'htmlparser2';
import { some, type Corpus } from './corpus.js';

type Node = ReturnType<typeof DomUtils.getElementsByTagName>[number];

const textOf = (node: Node): string => DomUtils.textContent(node).trim();
const childrenOf = (item: Node, ...names: string[]): Node[] =>
  (item.children as Node[]).filter(({ name }) => names.includes(name?.toLowerCase()));
const textsOf = (item: Node, ...names: string[]): unknown[] => some(...childrenOf(item, ...names).map(textOf));

/** Some write HTML's `<time>` into them. */
const datesOf = (item: Node, ...names: string[]): unknown[] =>
  some(...childrenOf(item, ...names).map((date) => childrenOf(date, 'time')[0]?.attribs['datetime'] ?? textOf(date)));

function linksOf(item: Node): unknown[] {
  const links = childrenOf(item, 'link', 'atom:link', 'rss:link').filter(({ attribs }) => !attribs['rel'] || attribs['rel'] === 'alternate');
  const pages = some(...links.map((link) => textOf(link) || link.attribs['href']));
  const ids = childrenOf(item, 'guid', 'id').filter(({ attribs }) => attribs['isPermaLink'] !== 'false').map(textOf);
  return pages.length ? pages : ids.filter((id) => /^https?:/.test(id));
}

export const xml: Corpus = {
  folder: 'rss-atom',
  formats: ['rss', 'atom'],
  // An HTML page.
  isNoNews: (_, path) => path.endsWith('unrecognized.rss'),
  items: (document) => DomUtils.getElementsByTagName((name) => /^(?:\w+:)?(?:item|entry)$/.test(name), parseDocument(document, { xmlMode: true })),
  says: (item) => ({
    headline: textsOf(item, 'title', 'atom:title'),
    body: textsOf(item, 'description', 'summary', 'content', 'content:encoded')[0],
    url: linksOf(item),
    published: datesOf(item, 'pubdate', 'published', 'issued', 'created', 'dc:date'),
    modified: datesOf(item, 'updated', 'modified', 'atom:updated'),
  }),
  prove(article, _, where) {
    if (!/(?:incomplete|missing)-fields/.test(where)) assert.ok(article.headline, where);
  },
};
