// npm run bench: a thousand headlines beside hand-written innerHTML, as ratios in one run. Needs a build.
import { launch } from 'puppeteer-core';
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
