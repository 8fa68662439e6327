/** Run by `npm run fuzz`, which makes the bodies. */
import { assert } from 'chai';
import { judge, reparsed } from '../support/judge.js';
import { happened, openWatched, provoke, type WatchedPage } from '../support/watched-page.js';

type FuzzPage = WatchedPage & { clean: (html: string) => Element };

const script = `
  import { sanitize } from '/src/content/sanitize.ts';
  import { copyOf, tidy } from '/src/content/tidy.ts';
  window.clean = (html) => copyOf(tidy(html, 'https://gazette.example/news/story', sanitize));`;

/** Without what is put around it once it is safe, or by what the source says of it. */
function bare(body: Element, isAgain: boolean): string {
  const copy = body.cloneNode(true) as Element;
  for (const element of copy.querySelectorAll('[part]')) element.removeAttribute('part');
  for (const scroller of copy.querySelectorAll('.scroller')) {
    if (isAgain) scroller.replaceWith(...scroller.childNodes);
    else for (const name of scroller.getAttributeNames()) scroller.removeAttribute(name);
  }
  return copy.innerHTML;
}

function wrongWith(page: FuzzPage, html: string, body: Element): string[] {
  const twice = page.clean(html);
  const again = page.clean(body.innerHTML);
  const parsed = reparsed(body);
  return [
    ...judge(body),
    ...(twice.innerHTML === body.innerHTML ? [] : [`the second time: ${twice.innerHTML}`]),
    ...(parsed === body.innerHTML ? [] : [`${body.innerHTML}\n  parsed again: ${parsed}`]),
    ...(bare(again, true) === bare(body, false) ? [] : [`${bare(body, false)}\n  sanitised again: ${bare(again, true)}`]),
  ];
}

describe('generated bodies', () => {
  const report = { bodies: 0, wrong: 0, executions: 0 };
  const say = () =>
    fetch('/__fuzz', { method: 'POST', body: `${String(report.bodies)} bodies, ${String(report.executions)} executions, ${String(report.wrong)} with something off the list or not stable` });

  it('run nothing, have nothing off the list, and stay as they are', async () => {
    const bodies = (await (await fetch('/__fuzz')).json()) as string[];
    const page = (await openWatched(script)) as FuzzPage;
    const globals = Object.keys(page).length;
    const failures: string[] = [];
    for (let from = 0; from < bodies.length; from += 500) {
      const some = bodies.slice(from, from + 500);
      const live = page.document.createElement('div');
      page.document.body.append(live);
      for (const html of some) {
        const body = page.clean(html);
        const wrong = wrongWith(page, html, body);
        report.bodies += 1;
        if (wrong.length > 0) {
          report.wrong += 1;
          failures.push(`${JSON.stringify(html)}\n  ${wrong.join('\n  ')}`);
        }
        // Parsed once more, by the page itself.
        const box = page.document.createElement('div');
        box.innerHTML = body.innerHTML;
        live.append(box);
      }
      for (const box of live.children) provoke(page, box);
      const ran = await happened(page);
      report.executions += ran.length;
      failures.push(...ran);
      live.remove();
    }
    assert.lengthOf(Object.keys(page), globals);
    await say();
    console.log(failures.slice(0, 10).join('\n\n'));
    assert.lengthOf(failures, 0);
  }).timeout(3_600_000);
});
