import FakeTimers, { type Clock } from '@sinonjs/fake-timers';
import { assert } from 'chai';
import { html } from 'lit';
import { NewsTime } from '../../src/elements/news-time/news-time.js';
import '../../src/elements/news-time/define.js';
import type { NewsErrorEvent } from '../../src/events.js';
import { axe, mount, oneEvent, until } from '../support/helpers.js';
import { ago } from '../support/samples.js';

const time = (element: Element) => element.shadowRoot?.querySelector('time') ?? undefined;
const text = (element: Element) => time(element)?.innerText.replace(/\s/g, ' ');
const day = 'datetime="2025-07-28"';

describe('news-time: data in', () => {
  const routes: Record<string, () => Promise<Element>> = {
    'the attribute': () => mount(`<news-time lang="en" ${day} format="date"></news-time>`),
    'a property': () => mount(html`<news-time lang="en" .datetime=${'2025-07-28'} format="date"></news-time>`),
    'a property that is a Date': () => mount(html`<news-time lang="en" .datetime=${new Date(2025, 6, 28)} format="date"></news-time>`),
    'a property set before upgrade': async () => {
      const element = document.createElement('time-before-upgrade');
      element.lang = 'en';
      Object.assign(element, { datetime: '2025-07-28', format: 'date' });
      await mount(element);
      NewsTime.define('time-before-upgrade');
      return element;
    },
    'the spelling of a feed': () => mount('<news-time lang="en" datetime="Mon, 28 Jul 2025 12:00:00 GMT" format="date" timezone="UTC"></news-time>'),
    'a copy': async () => {
      const element = await mount(`<news-time lang="en" ${day} format="date"></news-time>`);
      return mount(element.cloneNode(true) as Element);
    },
  };
  for (const [name, make] of Object.entries(routes)) {
    it(`shows the same by ${name}`, async () => {
      const element = await make();
      await until(() => text(element) === 'July 28, 2025', 'the date');
      assert.match(time(element)?.dateTime ?? '', /^2025-07-2[78]/);
    });
  }

  it('follows its attributes', async () => {
    const element = await mount<NewsTime>('<news-time lang="en" datetime="2025-07-28T10:05:00Z" format="datetime" timezone="Asia/Tokyo"></news-time>');
    assert.equal(text(element), 'July 28, 2025 at 7:05 PM GMT+9');
    const steps: [name: string, value: string | null, shown: string][] = [
      ['precision', 'hour', 'July 28, 2025 at 7 PM GMT+9'],
      ['precision', 'eon', 'July 28, 2025 at 7:05 PM GMT+9'],
      ['timezone', 'America/New_York', 'July 28, 2025 at 6:05 AM EDT'],
      ['format', 'date', 'July 28, 2025'],
      ['format', 'nonsense', 'Jul 28, 2025'],
      ['lang', 'de', '28. Juli 2025'],
    ];
    for (const [name, value, shown] of steps) {
      if (value === null) element.removeAttribute(name);
      else element.setAttribute(name, value);
      await until(() => text(element) === shown, `${name}: ${shown}`);
    }
  });

  it('takes what frameworks set: undefined and null for the default', async () => {
    const element = await mount<NewsTime>(`<news-time lang="en" ${day}></news-time>`);
    Object.assign(element, { format: undefined, precision: null, timezone: undefined });
    await element.updateComplete;
    assert.equal(text(element), 'Jul 28, 2025');
  });
});

describe('news-time: what it shows', () => {
  it('is a part of its sentence', async () => {
    const sentence = await mount(`<p style="font: italic 700 20px serif; letter-spacing: 1px">Printed on <news-time lang="en" ${day} format="date"></news-time>, at night.</p>`);
    const element = sentence.querySelector('news-time') ?? assert.fail('no time');
    await element.updateComplete;
    const shown = time(element) ?? assert.fail('no time');
    assert.equal(getComputedStyle(element).display, 'inline');
    for (const property of ['color', 'fontSize', 'fontStyle', 'fontWeight', 'letterSpacing'] as const) {
      assert.equal(getComputedStyle(shown)[property], getComputedStyle(sentence)[property], property);
    }
    assert.equal(sentence.getClientRects()[0]?.height, (await mount('<p style="font: italic 700 20px serif">Printed</p>')).getBoundingClientRect().height);
    assert.isFalse(shown.hasAttribute('title'));
    element.hidden = true;
    assert.lengthOf(element.getClientRects(), 0);
  });

  it('is said in full to who asks, where it says less', async () => {
    const element = await mount(`<news-time lang="en" datetime="${ago(3)}"></news-time>`);
    assert.equal(text(element), '3 hours ago');
    assert.match(time(element)?.title ?? '', /^\w+ \d+, \d{4} at \d+:\d\d\s[AP]M$/);
    await axe(element);
  });

  for (const format of ['auto', 'relative', 'date', 'datetime']) {
    it(`is accessible as ${format}, from right to left too`, async () => {
      const paragraph = await mount(`<p lang="ar" dir="rtl">نُشر <news-time datetime="${ago(30)}" format="${format}"></news-time></p>`);
      const element = paragraph.querySelector('news-time') ?? assert.fail('no time');
      await element.updateComplete;
      assert.equal(time(element)?.lang, 'ar');
      assert.match(text(element) ?? '', /[\u0600-\u06ff]/);
      await axe(paragraph);
    });
  }

  it('stays one in a right-to-left sentence', async () => {
    const element = await mount(`<news-time lang="en" ${day} format="date"></news-time>`);
    element.parentElement?.setAttribute('dir', 'rtl');
    assert.equal(getComputedStyle(time(element) ?? element).direction, 'ltr');
  });

  it('breaks where there is little room', async () => {
    const box = await mount(`<div style="width: 80px"><news-time lang="en" datetime="2025-07-28T10:00:00Z" format="datetime" timezone="UTC"></news-time></div>`);
    await box.querySelector('news-time')?.updateComplete;
    assert.isAtMost(box.scrollWidth, 80);
  });

  it('is many', async () => {
    const box = await mount(`<div lang="en">${`<news-time datetime="${ago(2)}"></news-time> `.repeat(500)}</div>`);
    const all = [...box.querySelectorAll('news-time')];
    await until(() => all.every((element) => text(element) === '2 hours ago'), '500 dates');
  });
});

describe('news-time: without a date it can read', () => {
  const values: [name: string, datetime: string | undefined, told: string[]][] = [
    ['no datetime', undefined, []],
    ['an empty one', '', []],
    ['one that is none', 'soon', ['«soon» is no date']],
    ['one that cannot be', '2025-02-30', ['«2025-02-30» is no date']],
  ];
  for (const [name, datetime, told] of values) {
    it(`shows the page's own words for ${name}${told.length ? ', and tells it' : ''}`, async () => {
      const element = document.createElement('news-time');
      element.textContent = 'on a Monday in July';
      if (datetime !== undefined) element.setAttribute('datetime', datetime);
      const messages: string[] = [];
      element.addEventListener('news-error', ({ error }) => messages.push(error.message));
      await mount(element);
      await element.updateComplete;
      assert.isUndefined(time(element));
      assert.isAbove(element.offsetWidth, 0);
      assert.deepEqual(messages, told);
      await axe(element);
    });
  }

  it('shows them again when the date is taken back', async () => {
    const element = await mount<NewsTime>(`<news-time lang="en" ${day}>in July</news-time>`);
    const width = (await mount('<span>in July</span>')).offsetWidth;
    assert.notEqual(element.offsetWidth, width);
    element.datetime = undefined;
    await element.updateComplete;
    assert.isUndefined(time(element));
    assert.equal(element.offsetWidth, width);
  });

  it('leaves a time in the reader’s zone where the one asked for is none, and tells it', async () => {
    const element = await mount<NewsTime>(`<news-time lang="en" datetime="${new Date(2025, 6, 28, 9, 5).toISOString()}" format="datetime"></news-time>`);
    const told = oneEvent<NewsErrorEvent>(element, 'news-error');
    element.timezone = 'Mars/Base';
    assert.equal((await told).error.message, '«Mars/Base» is no time zone');
    assert.equal(text(element), 'July 28, 2025 at 9:05 AM');
  });
});

describe('news-time: as time goes by', () => {
  let clock: Clock;
  beforeEach(() => {
    clock = FakeTimers.install({ now: Date.parse('2025-12-05T12:00:00Z'), toFake: ['Date', 'setInterval', 'clearInterval'] });
  });
  afterEach(() => { clock.uninstall(); });

  it('follows it, on one clock, while it is in the page', async () => {
    const box = await mount('<p lang="en"><news-time datetime="2025-12-05T11:58:00Z"></news-time> <news-time datetime="2025-12-05T12:01:30Z" format="relative"></news-time></p>');
    const [one, other] = box.querySelectorAll('news-time');
    assert.isDefined(other);
    const both = async () => {
      await Promise.all([one?.updateComplete, other.updateComplete]);
      return [one, other].map((element) => element && text(element));
    };
    assert.deepEqual(await both(), ['2 minutes ago', 'in 1 minute']);
    assert.equal(clock.countTimers(), 1);
    clock.tick('02:00');
    assert.deepEqual(await both(), ['4 minutes ago', 'now']);
    other.remove();
    assert.equal(clock.countTimers(), 1);
    one?.remove();
    assert.equal(clock.countTimers(), 0);
    clock.tick('10:00');
    box.append(...(one ? [one] : []));
    await until(() => one && text(one) === '14 minutes ago', 'to go on when it is back');
  });

  it('needs no clock for what time does not change', async () => {
    await mount(`<p lang="en"><news-time ${day}></news-time> <news-time datetime="2025-12-05T11:58:00Z" format="datetime"></news-time></p>`);
    await customElements.whenDefined('news-time');
    assert.equal(clock.countTimers(), 0);
  });
});
