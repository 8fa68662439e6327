import { assert } from 'chai';
import { directionOf } from '../../src/locale/direction.js';
import { languageTag, nearestLanguage } from '../../src/locale/language.js';
import { loadTranslations, messagesIn } from '../../src/locale/messages.js';
import { mount, until } from '../support/helpers.js';
import '../../src/elements/headline-list/define.js';
import { storyWordsIn } from '../../src/templates/story.js';
import { ago } from '../support/samples.js';

describe('nearestLanguage', () => {
  it('is that of the nearest ancestor, across shadow roots', async () => {
    const outer = await mount('<div lang="fr"><section></section></div>');
    const host = outer.querySelector('section') ?? assert.fail('no section');
    const inner = document.createElement('p');
    host.attachShadow({ mode: 'open' }).append(inner);
    assert.equal(nearestLanguage(inner), 'fr');
    host.lang = 'ar';
    assert.equal(nearestLanguage(inner), 'ar');
  });

  it('survives tags that are none', async () => {
    const element = await mount('<p lang="no such language!"></p>');
    assert.equal(nearestLanguage(element), languageTag(navigator.language) ?? 'en');
    assert.equal(languageTag('pt_BR'), 'pt-BR');
  });
});

describe('directionOf', () => {
  const cases: [language: string, direction: 'ltr' | 'rtl'][] = [
    ['en', 'ltr'], ['ar', 'rtl'], ['ar-EG', 'rtl'], ['he', 'rtl'], ['fa', 'rtl'], ['ur-PK', 'rtl'], ['arn', 'ltr'], ['az-Arab', 'rtl'], ['ks-Deva', 'ltr'], ['ar-Latn', 'ltr'], ['zh-Hans', 'ltr'],
  ];
  for (const [language, direction] of cases) {
    it(`of ${language} is ${direction}`, () => {
      assert.equal(directionOf(language), direction);
    });
  }
});

const allIn = (language: string) => ({ ...messagesIn(language), ...storyWordsIn(language) });

describe('messagesIn', () => {
  it('has every sentence in every language', async () => {
    await loadTranslations();
    const english = allIn('en');
    for (const language of ['de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'tr', 'ru', 'uk', 'ar', 'he', 'ja', 'zh']) {
      const messages = allIn(`${language}-XX`);
      assert.deepEqual(Object.keys(messages), Object.keys(english), language);
      for (const [name, message] of Object.entries(messages)) assert.isNotEmpty(message, `${language} ${name}`);
      assert.notEqual(messages.error, english.error, language);
      assert.include(messages.originalAt, '{}', language);
    }
  });

  it('speaks English where it does not know the language', () => {
    assert.deepEqual(messagesIn('tlh'), messagesIn('en'));
    assert.deepEqual(messagesIn('constructor'), messagesIn('en'));
  });
});

describe('an element', () => {
  it('follows the language of an ancestor, in its dates and its sentences', async () => {
    const page = await mount('<div lang="en"><headline-list></headline-list></div>');
    const list = page.querySelector('headline-list') ?? assert.fail('no list');
    list.feed = { version: 'https://jsonfeed.org/version/1.1', items: [{ id: '1', title: 'One', date_published: ago(3) }] };
    const date = () => list.shadowRoot?.querySelector('time')?.textContent;
    await until(() => date() === '3 hours ago');
    page.lang = 'de';
    await until(() => date() === 'vor 3 Stunden');
    page.removeAttribute('lang');
    list.lang = 'fr';
    await until(() => date() === 'il y a 3 heures');
  });

  it('follows the direction of an ancestor', async () => {
    const page = await mount('<div dir="ltr"><headline-list variant="numbered"></headline-list></div>');
    const list = page.querySelector('headline-list') ?? assert.fail('no list');
    list.feed = { version: 'https://jsonfeed.org/version/1.1', items: [{ id: '1', title: 'One' }] };
    await list.updateComplete;
    const offset = () => {
      const [row, link] = ['li', 'a'].map((selector) => list.shadowRoot?.querySelector(selector)?.getBoundingClientRect());
      return row && link ? [link.left - row.left, row.right - link.right] : [0, 0];
    };
    assert.isBelow(offset()[0] ?? 0, offset()[1] ?? 0);
    page.dir = 'rtl';
    assert.isAbove(offset()[0] ?? 0, offset()[1] ?? 0);
  });
});
