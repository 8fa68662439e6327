import { assert } from 'chai';
import DOMPurify from 'dompurify';
import { sanitize } from '../../src/content/sanitize.js';

const base = 'https://gazette.example/news/story';

function clean(html: string): string {
  const box = document.createElement('div');
  box.append(sanitize(html, base));
  return box.innerHTML;
}

describe('sanitize', () => {
  const cases: [dirty: string, clean: string][] = [
    ['<p>Plain <b>bold</b></p>', '<p>Plain <b>bold</b></p>'],
    ['<p class="a" id="b" style="c" role="d" data-e="f" name="g" onclick="h">i</p>', '<p>i</p>'],
    ['<p dir="rtl" lang="ar" title="t">x</p>', '<p dir="rtl" lang="ar" title="t">x</p>'],
    ['<h1 lang="de">Eins</h1>', '<h2 lang="de">Eins</h2>'],
    ['a<script>alert(1)</script>b', 'ab'],
    ['<style>p{color:red}</style>x', 'x'],
    ['<svg><script>alert(1)</script></svg><math><mi>x</mi></math>y', 'y'],
    ['<form><input><button>b</button></form>', 'b'],
    ['<a href="/other">o</a>', '<a href="https://gazette.example/other" rel="noopener noreferrer">o</a>'],
    ['<a href="mailto:a@b.example">o</a>', '<a href="mailto:a@b.example" rel="noopener noreferrer">o</a>'],
    ['<a href="javascript:alert(1)" target="_top">o</a>', '<a>o</a>'],
    ['<a href="java\nscript:alert(1)">o</a>', '<a>o</a>'],
    ['<a href="data:text/html,x">o</a>', '<a>o</a>'],
    ['<p href="/x" src="/y">p</p>', '<p>p</p>'],
    ['<img src="a.png" onerror="alert(1)">', '<img src="https://gazette.example/news/a.png" loading="lazy" decoding="async" alt="">'],
    ['<img src="data:image/png;base64,AA" alt="x">', ''],
    ['<img src="https://t.example/p.gif" width="1" height="1">', ''],
    ['<img src="a.png" width="" alt="b">', '<img src="https://gazette.example/news/a.png" width="" alt="b" loading="lazy" decoding="async">'],
    ['<img srcset="a.png 1x, javascript:b 2x" alt="c">', '<img srcset="https://gazette.example/news/a.png 1x" alt="c" loading="lazy" decoding="async">'],
    ['<video src="a.mp4" autoplay loop></video>', '<video src="https://gazette.example/news/a.mp4" controls="" preload="none"></video>'],
    ['<iframe src="//video.example/1" title="A film"></iframe>', '<p><a href="https://video.example/1" rel="noopener noreferrer">A film</a></p>'],
    ['<iframe src="//video.example/1"><p>An old browser</p></iframe>', '<p><a href="https://video.example/1" rel="noopener noreferrer">video.example</a></p>'],
    ['<a href="/film"><iframe src="//video.example/1"></iframe></a>', '<a href="https://gazette.example/film" rel="noopener noreferrer">video.example</a>'],
    ['<img src="a.png" width="9" height="900000" alt="b">', '<img src="https://gazette.example/news/a.png" alt="b" loading="lazy" decoding="async">'],
    ['<img src="data:image/gif;base64,R0" data-src="a.png" data-srcset="a.png 2x" alt="b">', '<img src="https://gazette.example/news/a.png" alt="b" srcset="https://gazette.example/news/a.png 2x" loading="lazy" decoding="async">'],
    ['<img src="/spacer.gif" data-lazy-src="a.png" alt="b"><noscript><img src="a.png" alt="b"></noscript>', '<img src="https://gazette.example/news/a.png" alt="b" loading="lazy" decoding="async">'],
    ['<img alt="b"><noscript><img src="a.png" alt="b" onerror="alert(1)"><script>alert(1)</script></noscript>', '<img src="https://gazette.example/news/a.png" alt="b" loading="lazy" decoding="async">'],
    ['<p>x<noscript><img src="a.png" alt="b"></noscript></p>', '<p>x<img src="https://gazette.example/news/a.png" alt="b" loading="lazy" decoding="async"></p>'],
    ['x<noscript><p>Turn on scripts</p></noscript>', 'x'],
    ['<img data-src="javascript:alert(1)" src="a.png" alt="b">', ''],
    ['<iframe src="javascript:alert(1)"></iframe>', ''],
    ['<iframe srcdoc="<script>alert(1)</script>"></iframe>', ''],
    ['<ol start="3" reversed><li value="4">x</li></ol>', '<ol start="3" reversed=""><li value="4">x</li></ol>'],
    ['<table><tr><td colspan="2">x</td></tr></table>', '<div tabindex="0" class="scroller"><table><tbody><tr><td colspan="2">x</td></tr></tbody></table></div>'],
    ['<x-embed>kept</x-embed>', 'kept'],
  ];
  for (const [dirty, expected] of cases) {
    it(`makes ${dirty} safe`, () => {
      assert.equal(clean(dirty), expected);
    });
  }

  it('is not weakened by what the page does to its own DOMPurify', () => {
    DOMPurify.setConfig({ ADD_TAGS: ['script'], ADD_ATTR: ['onclick'] });
    DOMPurify.addHook('uponSanitizeAttribute', (_element, data) => { data.forceKeepAttr = true; });
    assert.equal(clean('<p onclick="alert(1)">x<script>alert(1)</script></p>'), '<p>x</p>');
    DOMPurify.clearConfig();
    DOMPurify.removeAllHooks();
  });
});
