// npm run bench: a thousand headlines beside hand-written innerHTML, and four times the news beside one, as ratios in one run.
// Needs a build.
import { launch } from 'puppeteer-core';
import { parseFeed } from '../dist/index.js';
import { parseXmlFeed } from '../dist/xml.js';
import { chromiumArguments, findChromium } from './browsers.js';

const rows = 1000;
const rounds = 15;

/** Runs in the page. */
async function measure(rowCount, roundCount) {
  const items = Array.from({ length: rowCount }, (_, index) => ({
    id: String(index),
    url: `https://news.example/${index}`,
    title: `Headline number ${index} is about as long as headlines are in the papers`,
    tags: ['Section'],
    authors: [{ name: 'Ada Quill' }],
    date_published: new Date(Date.UTC(2025, 10, 1, 0, index)).toISOString(),
  }));
  const { feed } = globalThis.Newsleaf.parseFeed({ version: 'https://jsonfeed.org/version/1.1', items });
  const format = new Intl.DateTimeFormat('en', { year: 'numeric', month: 'short', day: 'numeric' });
  const escape = (text) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
  const box = document.createElement('main');
  document.body.append(box);

  const ways = {
    // What a row shows, in the markup of a row.
    innerHTML: () => {
      box.innerHTML = `<ul>${feed.items
        .map(
          (item) =>
            `<li part="item"><span part="kicker" dir="auto">${escape(item.keywords[0].name)}</span>` +
            `<span class="title"><a part="link" rel="noopener" href="${escape(item.url)}"><span part="headline" dir="auto">${escape(item.headline)}</span></a></span>` +
            `<p class="meta"><span part="byline" dir="auto">${escape(item.author[0].name)}</span>` +
            `<time part="date" datetime="${item.datePublished.iso}">${format.format(Date.parse(item.datePublished.iso))}</time></p></li>`,
        )
        .join('')}</ul>`;
    },
    'headline-list': async () => {
      const list = document.createElement('headline-list');
      list.feed = feed;
      list.dates = 'absolute';
      box.append(list);
      await list.updateComplete;
    },
  };
  const times = Object.fromEntries(Object.keys(ways).map((name) => [name, { script: [], whole: [] }]));
  for (let round = -3; round < roundCount; round += 1) {
    for (const [name, render] of Object.entries(ways)) {
      box.replaceChildren();
      box.getBoundingClientRect();
      const begin = performance.now();
      await render();
      const script = performance.now() - begin;
      box.getBoundingClientRect();
      const whole = performance.now() - begin;
      // The first rounds warm up.
      if (round < 0) continue;
      times[name].script.push(script);
      times[name].whole.push(whole);
    }
  }
  const median = (values) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];
  return Object.fromEntries(Object.entries(times).map(([name, { script, whole }]) => [name, { script: median(script), whole: median(whole) }]));
}

const browser = await launch({ executablePath: findChromium(), args: chromiumArguments });
try {
  const page = await browser.newPage();
  await page.setContent('<!doctype html><html lang="en"><body></body></html>');
  await page.addScriptTag({ path: 'dist/cdn/newsleaf.iife.js' });
  const { innerHTML, 'headline-list': list } = await page.evaluate(measure, rows, rounds);
  const row = (what, budget, ours, theirs) => ({ what, 'headline-list (ms)': ours.toFixed(1), 'innerHTML (ms)': theirs.toFixed(1), ratio: (ours / theirs).toFixed(2), budget });
  console.log(`${rows} headlines, medians of ${rounds} rounds in one run:`);
  console.table([row('script', 1.5, list.script, innerHTML.script), row('script and layout', 0.6, list.whole, innerHTML.whole)]);
} finally {
  await browser.close();
}

const sentence = 'The tide rose &amp; the ferry waited. ';
const many = (count, make) => Array.from({ length: count }, (_, index) => make(index));
const json = (value) => () => parseFeed(value);
/** For each reader, a number of items to read. */
const readers = {
  'JSON Feed': (count) => json({ version: 'https://jsonfeed.org/version/1.1', items: many(count, (id) => ({ id, title: sentence, content_html: sentence, tags: [sentence] })) }),
  'JSON-LD': (count) => json({ '@graph': many(count, (id) => ({ '@id': `#${id}`, '@type': 'NewsArticle', headline: sentence, author: { '@id': '#a' }, image: '/a.jpg' })) }),
  WordPress: (count) => json(many(count, (id) => ({ id, date_gmt: '2025-07-28T10:00:00', title: { rendered: sentence }, excerpt: { rendered: sentence }, link: `/${id}` }))),
  Guardian: (count) => json({ response: { results: many(count, (id) => ({ id: `${id}`, webTitle: sentence, webPublicationDate: '2025-07-28T10:00:00Z', fields: { trailText: sentence } })) } }),
  ninjs: (count) => json({ items: many(count, (id) => ({ uri: `urn:${id}`, headline: sentence, versioncreated: '2025-07-28T10:00:00Z', byline: sentence })) }),
  NewsAPI: (count) => json({ status: 'ok', articles: many(count, (id) => ({ url: `https://a.example/${id}`, title: sentence, publishedAt: '2025-07-28T10:00:00Z', source: { name: 'Tide' } })) }),
  'rss-parser': (count) => json({ items: many(count, (id) => ({ guid: `${id}`, title: sentence, isoDate: '2025-07-28T10:00:00Z', content: sentence, creator: 'Ada Quill' })) }),
  RSS: (count) => {
    const xml = `<rss><channel>${many(count, (id) => `<item><guid>${id}</guid><title>${sentence}</title><description>${sentence}</description></item>`).join('')}</channel></rss>`;
    return () => parseXmlFeed(xml);
  },
  'one long story': (count) => json({ '@type': 'NewsArticle', headline: sentence.repeat(count), articleBody: `<p>${sentence}`.repeat(count), keywords: 'a, '.repeat(count) }),
};

function cost(read) {
  const times = many(7, () => {
    const begin = performance.now();
    read();
    return performance.now() - begin;
  });
  return Math.min(...times);
}

const count = 1000;
console.log('Time for four times the news, beside four times the time for one:');
console.table(
  Object.entries(readers).map(([what, make]) => {
    const [small, large] = [make(count), make(4 * count)].map(cost);
    return { what, [`${count} (ms)`]: small.toFixed(1), [`${4 * count} (ms)`]: large.toFixed(1), ratio: (large / small / 4).toFixed(2), budget: 1.5 };
  }),
);
