import { assert } from 'chai';
import { sanitize } from '../../src/content/sanitize.js';
import { copyOf, offerFrames, tidy } from '../../src/content/tidy.js';
import { mount } from '../support/helpers.js';

const base = 'https://gazette.example/news/story';
const content = (html: string, baseUrl?: string) => copyOf(tidy(html, baseUrl, sanitize));
const link = (url: string, text: string) => `<a href="${url}" rel="noopener noreferrer">${text}</a>`;
const card = (url: string, title: string, host = '') => `<span part="embed">${link(url, title)}${host && ` <small>${host}</small>`}</span>`;
const image = (attributes = '') => `<img src="https://gazette.example/news/a.png" alt="b"${attributes} loading="lazy" decoding="async">`;

describe('tidy', () => {
  const cases: Record<string, [dirty: string, clean: string][]> = {
    'other boxes for those that are not in a body': [['<article lang="en"><header id="a">b</header><center>c</center></article>d', '<div lang="en"><div>b</div><div>c</div></div>d']],
    'headings below the headline': [['<h1 lang="de" onclick="alert(1)">Eins</h1>', '<h2 lang="de">Eins</h2>']],
    'no hidden elements': [
      ['a<p hidden>b</p><p hidden="">c</p>d', 'ad'],
      ['<p hidden="until-found">a</p>', '<p>a</p>'],
      ['<p style="color:red; DISPLAY : none">a</p><div style="visibility:hidden">b</div><p style="display:none!important">c</p>d', 'd'],
      ['<p style="--x:display:none">a</p><p style="display:block">b</p>', '<p>a</p><p>b</p>'],
      ['<template><p>a</p></template><dialog>b</dialog><dialog open>c</dialog><datalist><option>d</datalist><div popover>e</div>f', 'cf'],
      ['<form hidden><input name="remove"><input name="getAttribute">a</form>b', 'b'],
      ['<body hidden style="display:none" id="a"><p>a</p></body>', '<p>a</p>'],
      ['<p aria-hidden="true">Seen</p>', '<p>Seen</p>'],
    ],
    'no pixels': [
      ['<img src="https://t.example/p.gif" width="1" height="1">', ''],
      ['<img src="https://t.example/p.gif" width="1px">', ''],
      ['<img src="https://t.example/p.gif" height="0">', ''],
      ['<img src="https://t.example/p.gif" style="border:0;width:1px;height:1px">', ''],
      ['<img src="https://t.example/p.gif" style="height: 0 !important">', ''],
      ['<img src="https://t.example/p.gif" style="display:none">', ''],
      ['<iframe src="https://t.example/count" width="0" height="0"></iframe>', ''],
      ['<img src="a.png" alt="b" style="width:100%">', image()],
    ],
    'real pictures for late ones': [
      ['<img src="a.png" width="9" height="900000" alt="b">', image()],
      ['<img src="data:image/gif;base64,R0" data-src="a.png" data-srcset="a.png 2x" alt="b">', '<img src="https://gazette.example/news/a.png" alt="b" srcset="https://gazette.example/news/a.png 2x" loading="lazy" decoding="async">'],
      ['<img src="/spacer.gif" data-lazy-src="a.png" alt="b" style="visibility:hidden"><noscript><img src="a.png" alt="b"></noscript>', image()],
      ['<img alt="b"><noscript><img src="a.png" alt="b" onerror="alert(1)"><script>alert(1)</script></noscript>', image()],
      ['<p>x<noscript><img src="a.png" alt="b"></noscript></p>', `<p>x${image()}</p>`],
      ['x<noscript><p>Turn on scripts</p></noscript>', 'x'],
      ['<img data-src="javascript:alert(1)" src="a.png" alt="b">', ''],
    ],
    'cards for embeds': [
      ['<iframe src="//video.example/1" title="A film"></iframe>', card('https://video.example/1', 'A film', 'video.example')],
      ['<p>x <iframe src="//www.video.example/1"><p>An old browser</p></iframe></p>', `<p>x ${card('https://www.video.example/1', 'video.example')}</p>`],
      ['<a href="/film"><iframe src="//video.example/1"></iframe></a>', link('https://gazette.example/film', 'video.example')],
      ['<iframe data-src="/map" title="&lt;b&gt; &quot;x"></iframe>', card('https://gazette.example/map', '&lt;b&gt; "x', 'gazette.example')],
      ['<iframe src="https://www.youtube.com/embed/abcdefghijk?rel=0" title="A film"></iframe>', card('https://www.youtube.com/watch?v=abcdefghijk', 'A film', 'youtube.com')],
      ['<iframe src="https://www.youtube-nocookie.com/embed/a-_defghijk"></iframe>', card('https://www.youtube.com/watch?v=a-_defghijk', 'youtube.com')],
      ['<iframe src="https://www.youtube.com/embed/videoseries?si=1&amp;list=PL1"></iframe>', card('https://www.youtube.com/playlist?list=PL1', 'youtube.com')],
      ['<iframe src="https://player.vimeo.com/video/123?h=4"></iframe>', card('https://vimeo.com/123', 'vimeo.com')],
      ['<iframe src="https://open.spotify.com/embed/episode/1"></iframe>', card('https://open.spotify.com/episode/1', 'open.spotify.com')],
      ['<object data="/old.swf"><param name="movie" value="https://www.youtube.com/v/abcdefghijk"></object>', card('https://gazette.example/old.swf', 'gazette.example')],
      ['<object><param name="movie" value="https://www.youtube.com/v/abcdefghijk"></object>', card('https://www.youtube.com/watch?v=abcdefghijk', 'youtube.com')],
      ['<object data="/old.swf"><p>Words</p></object>', '<p>Words</p>'],
      ['<object><embed src="//video.example/1"></object>', card('https://video.example/1', 'video.example')],
      ['<embed src="a.png" type="image/png">', '<img src="https://gazette.example/news/a.png" alt="" loading="lazy" decoding="async">'],
      ['<iframe src="javascript:alert(1)"></iframe><iframe srcdoc="<script>alert(1)</script>"></iframe><embed src="data:text/html,x"><object></object>', ''],
      [
        '<blockquote class="twitter-tweet" data-lang="en"><p>Hello</p>— Ada <a href="https://twitter.com/ada/status/1">May 1</a></blockquote>',
        `<blockquote part="embed"><p>Hello</p>— Ada ${link('https://twitter.com/ada/status/1', 'May 1')}<p><small>${link('https://twitter.com/ada/status/1', 'twitter.com')}</small></p></blockquote>`,
      ],
      [
        '<blockquote class="twitter-tweet">a<blockquote class="twitter-tweet">b <a href="https://twitter.com/ada/status/1">c</a></blockquote></blockquote>',
        `<blockquote part="embed">a<blockquote>b ${link('https://twitter.com/ada/status/1', 'c')}</blockquote><p><small>${link('https://twitter.com/ada/status/1', 'twitter.com')}</small></p></blockquote>`,
      ],
      [
        '<blockquote class="instagram-media" data-instgrm-permalink="javascript:alert(1)">Hello</blockquote>',
        '<blockquote part="embed">Hello</blockquote>',
      ],
      [
        '<blockquote class="wp-embedded-content"><p><a href="/other">Other</a></p></blockquote><iframe class="wp-embedded-content" src="/other/embed"></iframe>',
        `<blockquote part="embed"><p>${link('https://gazette.example/other', 'Other')}</p><p><small>${link('https://gazette.example/other', 'gazette.example')}</small></p></blockquote>`,
      ],
      ['<blockquote class="quote" cite="/q">Hello</blockquote>', '<blockquote cite="https://gazette.example/q">Hello</blockquote>'],
    ],
    'room to scroll in': [
      ['<table><tr><td colspan="2">x</td></tr></table>', '<div tabindex="0" class="scroller"><table><tbody><tr><td colspan="2">x</td></tr></tbody></table></div>'],
      [
        '<table><caption>a"b</caption><tr><td><pre>x</pre></table>',
        '<div tabindex="0" class="scroller" role="region" aria-label="a&quot;b"><table><caption>a"b</caption><tbody><tr><td><pre>x</pre></td></tr></tbody></table></div>',
      ],
    ],
    'only what a parser makes': [
      ['<p>a<button><p>b</p></button></p>', '<div>a<p>b</p></div>'],
      ['<a href="/x">a<object><a href="/y">b</a></object></a>', link('https://gazette.example/x', 'a<span>b</span>')],
      ['<ul><li>a<menu><li>b</li></menu></li></ul>', '<ul><li>a<ul><li>b</li></ul></li></ul>'],
      ['<ul><li>a<button><li>b</li></button></li></ul>', '<ul><li>a<div>b</div></li></ul>'],
      ['<ul><li>a<ul><li>b</li></ul></li></ul>', '<ul><li>a<ul><li>b</li></ul></li></ul>'],
      ['<dl><dt>a<article><dd>b</dd></article></dt></dl>', '<dl><dt>a<div><div>b</div></div></dt></dl>'],
      ['<h2>a<button><h3>b</h3></button></h2>', '<h2>a<div>b</div></h2>'],
      ['<p>a<table><tr><td>b</table>', '<p>a</p><div tabindex="0" class="scroller"><table><tbody><tr><td>b</td></tr></tbody></table></div>'],
      ['<p>a<x-y><span>b</span></x-y></p>', '<p>a<span>b</span></p>'],
    ],
  };
  for (const [name, table] of Object.entries(cases)) {
    describe(`gives ${name}`, () => {
      for (const [dirty, clean] of table) {
        it(dirty, () => {
          const { innerHTML } = content(dirty, base);
          assert.equal(innerHTML, clean);
          const again = document.createElement('template');
          again.innerHTML = innerHTML;
          assert.equal(again.innerHTML, innerHTML);
        });
      }
    });
  }
});

describe('notes in a body', () => {
  const story = `<h1 id="top">Boats</h1><p>One<sup><a href="#fn:1" id="ref1">1</a></sup><a href="${base}#fn%3A2">2</a><a href="#nowhere">3</a><a href="/news/story#top">4</a></p>
    <p style="height:200vh">.</p><details><summary>Notes</summary><ol><li id="fn:1" class="note">First <a href="#ref1">back</a></li><li><a name="fn:2">Second</a></li></ol></details>`;
  for (const [name, baseUrl] of [['with an address', base], ['without one', undefined]]) {
    it(`are scrolled to and get focus, in a story ${name!}`, async () => {
      const host = await mount('<div></div>');
      const root = host.attachShadow({ mode: 'open' });
      const before = location.href;
      const tall = document.createElement('div');
      tall.style.blockSize = '300vh';
      root.append(tall, content(story, baseUrl));
      assert.isNull(root.querySelector('[id], [name]'));
      const [first, second, , fourth] = root.querySelectorAll<HTMLAnchorElement>('p a');
      const item = root.querySelector<HTMLElement>('li')!;
      first!.click();
      assert.strictEqual(root.activeElement, item);
      assert.isTrue(root.querySelector('details')!.open);
      assert.isBelow(item.getBoundingClientRect().top, innerHeight);
      assert.isAtLeast(item.getBoundingClientRect().top, -1);
      item.querySelector('a')!.click();
      assert.strictEqual(root.activeElement, first);
      if (baseUrl) {
        second!.click();
        assert.equal(root.activeElement!.textContent, 'Second');
        fourth!.click();
        assert.equal(root.activeElement!.localName, 'h2');
        assert.equal(first!.href, `${base}#fn:1`);
      } else assert.equal(first!.getAttribute('href'), '#note-1');
      assert.equal(location.href, before);
    });
  }

  it('are those of each copy', async () => {
    const safe = tidy(story, base, sanitize);
    const [one, other] = [copyOf(safe), copyOf(safe)];
    await mount('<div></div>').then((box) => { box.append(one, other); });
    other.querySelector('a')!.click();
    assert.strictEqual(document.activeElement, other.querySelector('li'));
    assert.isFalse(one.querySelector('li')!.hasAttribute('tabindex'));
  });

  it('leave a click with a key held to the browser', () => {
    const body = content(story, base);
    const click = new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true });
    let prevented: boolean | undefined;
    body.addEventListener('click', (event) => {
      prevented = event.defaultPrevented;
      event.preventDefault();
    });
    body.querySelector('a')!.dispatchEvent(click);
    assert.isFalse(prevented);
  });
});

describe('frames in a body', () => {
  const here = `${location.origin}/tests/pages/blank.html`;
  const html = `<p><iframe src="https://www.video.example/1" width="400" height="200" title="A film"></iframe></p><iframe src="${here}" height="120" width="100%"></iframe>`;
  const label = 'Load content from {}';
  const offered = (body: Element) => [...body.querySelectorAll('button')].map(({ textContent }) => textContent);

  it('are offered for hosts that are listed, and no others', () => {
    const body = content(html);
    const table: [hosts: string | undefined, buttons: string[]][] = [
      [undefined, []],
      ['', []],
      ['*', []],
      ['example video', []],
      ['video.example', ['Load content from www.video.example']],
      [` WWW.Video.example\n${location.host} `, ['Load content from www.video.example', `Load content from ${location.host}`]],
      [location.hostname, []],
    ];
    for (const [hosts, buttons] of table) {
      offerFrames(body, { hosts, label });
      assert.deepEqual(offered(body), buttons, hosts);
    }
  });

  it('are loaded by a click only, each in a sandbox, and go with the leave', async () => {
    const body = await mount(content(html));
    const consent = { hosts: `video.example ${location.host}`, label };
    offerFrames(body, consent);
    assert.isNull(body.querySelector('iframe'));
    const [foreign, own] = body.querySelectorAll('button');
    // As a `var origin` of the page's does.
    const { origin } = window;
    Object.assign(window, { origin: 'Lisbon' });
    foreign!.click();
    own!.click();
    Object.assign(window, { origin });
    const [one, other] = body.querySelectorAll('iframe');
    assert.strictEqual(document.activeElement, other);
    assert.equal(one!.getAttribute('sandbox'), 'allow-scripts allow-popups allow-presentation allow-same-origin');
    assert.equal(other!.getAttribute('sandbox'), 'allow-scripts allow-popups allow-presentation');
    assert.equal(one!.title, 'A film');
    assert.equal(one!.clientWidth / one!.clientHeight, 2);
    assert.equal(other!.src, here);
    assert.equal(other!.clientHeight, 120);
    assert.equal(other!.referrerPolicy, 'strict-origin-when-cross-origin');
    offerFrames(body, consent);
    assert.deepEqual(offered(body), []);
    offerFrames(body, { ...consent, hosts: '' });
    assert.isNull(body.querySelector('iframe, button'));
  });
});
