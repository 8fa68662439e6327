import { assert } from 'chai';
import { register } from '../../src/elements/register.js';
import { HeadlineList } from '../../src/elements/headline-list/headline-list.js';
import { NewsArticle } from '../../src/elements/news-article/news-article.js';
import { version } from '../../src/version.js';

describe('register', () => {
  const { warn } = console;
  let warnings: string[];
  beforeEach(() => {
    warnings = [];
    console.warn = (...words: unknown[]) => { warnings.push(words.join(' ')); };
  });
  afterEach(() => {
    console.warn = warn;
  });

  it('registers under any number of names, any number of times', () => {
    for (const tag of [undefined, 'acme-headlines', 'acme-headlines', 'other-headlines', undefined]) HeadlineList.define(tag);
    for (const tag of ['headline-list', 'acme-headlines', 'other-headlines']) {
      assert.instanceOf(document.createElement(tag), HeadlineList);
    }
    assert.deepEqual(warnings, []);
  });

  it('leaves a tag to who had it first, and says once that it was another version', () => {
    class Older extends HTMLElement {
      static readonly version = '0.0.1';
    }
    customElements.define('news-article', Older);
    NewsArticle.define();
    NewsArticle.define();
    assert.instanceOf(document.createElement('news-article'), Older);
    assert.deepEqual(warnings, [`Newsleaf ${version} leaves <news-article> to version 0.0.1, which was there first.`]);
  });

  it('says nothing of the same version from another file', () => {
    customElements.define('same-version', class extends HTMLElement { static readonly version = version; });
    register('same-version', HeadlineList);
    assert.deepEqual(warnings, []);
  });
});
