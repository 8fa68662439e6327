import { assert } from 'chai';
import { openPage, until } from '../support/helpers.js';

type Page = Awaited<ReturnType<typeof openPage>>;

const pages = ['index', 'script-tag', 'loader', 'npm', 'states', 'variants', 'stories/index'];
/** What a page provokes on purpose. */
const deliberate: Record<string, RegExp> = { states: /console\.warn: <(headline-list|news-article)>|did not load/ };

const elements = (page: Page) => [...page.document.querySelectorAll('headline-list, news-article')];

async function open(name: string, width: number): Promise<Page> {
  const page = await openPage(`/demo/${name}.html`, { width, height: 900 });
  await until(
    () => elements(page).length > 0 && elements(page).every((element) => element.shadowRoot && (name === 'states' || !element.matches(':state(loading)'))),
    `everything on ${name}.html`,
  );
  await until(() => elements(page).every((element) => !element.shadowRoot?.querySelector('.prose-waiting')), 'the bodies');
  return page;
}

/** axe must run inside the page it looks at. */
async function runAxe(page: Page): Promise<string[]> {
  const script = page.document.createElement('script');
  script.src = '/node_modules/axe-core/axe.min.js';
  page.document.head.append(script);
  const axe = await until(() => (page as unknown as { axe?: typeof import('axe-core') }).axe, 'axe');
  const { violations } = await axe.run(page.document, { resultTypes: ['violations'] });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${target.flat().join(' ')} ${failureSummary ?? ''}`).join(' | ')}`);
}

describe('the demo', () => {
  for (const name of pages) {
    for (const width of [320, 1280]) {
      it(`${name}.html is accessible at ${String(width)} px, without a problem or a sideways scroll`, async () => {
        const page = await open(name, width);
        const root = page.document.documentElement;
        assert.isAtMost(root.scrollWidth, root.clientWidth);
        assert.deepEqual(await runAxe(page), []);
        assert.deepEqual(page.__problems.filter((problem) => !deliberate[name]?.test(problem)), []);
      });
    }
  }

  it('is accessible in the dark', async () => {
    for (const name of ['index', 'variants']) {
      const page = await open(name, 1024);
      page.document.documentElement.style.colorScheme = 'dark';
      assert.deepEqual(await runAxe(page), []);
    }
  });

  if (PerformanceObserver.supportedEntryTypes.includes('layout-shift')) {
    for (const name of ['index', 'npm']) {
      it(`${name}.html does not shift while data and images arrive`, async () => {
        const page = await open(name, 1280);
        await until(() => elements(page).every((element) => [...(element.shadowRoot?.querySelectorAll('img') ?? [])].every((image) => image.complete || image.getBoundingClientRect().top > 900)), 'the images');
        const shifts = await new Promise<PerformanceEntry[]>((resolve) => {
          new page.PerformanceObserver((list) => { resolve(list.getEntries()); }).observe({ type: 'layout-shift', buffered: true });
          page.requestAnimationFrame(() => page.requestAnimationFrame(() => { resolve([]); }));
        });
        assert.deepEqual(shifts.map((shift) => JSON.stringify(shift)), []);
      });
    }
  }
});
