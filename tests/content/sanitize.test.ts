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
    ['a<script>alert(1)</script>b', 'ab'],
    ['<style>p{color:red}</style>x', 'x'],
    ['<svg><script>alert(1)</script></svg><math><mi>x</mi></math>y', 'y'],
    ['<form><input><button>b</button></form>', 'b'],
    ['<form><input name="attributes"><input name="remove">c</form>d', 'd'],
    ['<iframe src="//video.example/1"></iframe><object data="x"></object><embed src="y"><template>z</template>w', 'w'],
    ['<a href="/other">o</a>', '<a href="https://gazette.example/other" rel="noopener noreferrer">o</a>'],
    ['<a href="mailto:a@b.example">o</a>', '<a href="mailto:a@b.example" rel="noopener noreferrer">o</a>'],
    ['<a href="javascript:alert(1)" target="_top">o</a>', '<a>o</a>'],
    ['<a href="java\nscript:alert(1)">o</a>', '<a>o</a>'],
    ['<a href="&#1;javascript:alert(1)">o</a>', '<a>o</a>'],
    ['<a href="data:text/html,x">o</a>', '<a>o</a>'],
    ['<a href="/x" rel="opener" download ping="/p" referrerpolicy="unsafe-url">o</a>', '<a href="https://gazette.example/x" rel="noopener noreferrer">o</a>'],
    ['<p href="/x" src="/y">p</p>', '<p>p</p>'],
    ['<img src="a.png" onerror="alert(1)">', '<img src="https://gazette.example/news/a.png" alt="" loading="lazy" decoding="async">'],
    ['<img src="data:image/png;base64,AA" alt="x">', ''],
    ['<img src="a.png" width="" alt="b">', '<img src="https://gazette.example/news/a.png" width="" alt="b" loading="lazy" decoding="async">'],
    ['<img srcset="a.png 1x, javascript:b 2x" alt="c">', '<img srcset="https://gazette.example/news/a.png 1x" alt="c" loading="lazy" decoding="async">'],
    ['<video src="a.mp4" autoplay loop></video>', '<video src="https://gazette.example/news/a.mp4" controls="" preload="none"></video>'],
    ['<ol start="3" reversed><li value="4">x</li></ol>', '<ol start="3" reversed=""><li value="4">x</li></ol>'],
    ['<x-embed>kept</x-embed>', 'kept'],
    ['<frameset onload="alert(1)">a<frame src="x"></frameset>b', 'ab'],
    ['<meta charset="x"><title>a</title><base href="//x.example">b', 'b'],
    [' <noscript>a</noscript> b', '  b'],
    ['<p is="x-paragraph">gone</p>kept', 'kept'],
  ];
  for (const [dirty, expected] of cases) {
    it(`makes ${dirty} safe`, () => {
      assert.equal(clean(dirty), expected);
    });
  }

  const dirty = '<p onclick="alert(1)" class="a">x<script>alert(1)</script><x-y z="1">y</x-y><a href="javascript:alert(1)">z</a></p>';
  const safe = '<p>xy<a>z</a></p>';

  it('is not weakened by what the page does to its own DOMPurify', () => {
    DOMPurify.setConfig({ ADD_TAGS: ['script'], ADD_ATTR: ['onclick'] });
    DOMPurify.addHook('uponSanitizeAttribute', (_element, data) => { data.forceKeepAttr = true; });
    assert.equal(clean(dirty), safe);
    DOMPurify.clearConfig();
    DOMPurify.removeAllHooks();
  });

  const pollution: Record<string, unknown> = {
    tagNameCheck: /./,
    attributeNameCheck: /./,
    allowCustomizedBuiltInElements: true,
    CUSTOM_ELEMENT_HANDLING: { tagNameCheck: /./, attributeNameCheck: /./, allowCustomizedBuiltInElements: true },
    ALLOWED_TAGS: ['script', 'p'],
    ADD_TAGS: ['script'],
    tagCheck: () => true,
    attributeCheck: () => true,
    ALLOWED_ATTR: ['onclick'],
    ADD_ATTR: ['onclick'],
    FORBID_TAGS: ['p'],
    ALLOW_UNKNOWN_PROTOCOLS: true,
    ALLOWED_URI_REGEXP: /./,
    ADD_URI_SAFE_ATTR: ['href'],
    RETURN_DOM: false,
    RETURN_DOM_FRAGMENT: false,
    IN_PLACE: true,
    SAFE_FOR_XML: false,
    WHOLE_DOCUMENT: true,
    USE_PROFILES: { html: true, svg: true },
    KEEP_CONTENT: false,
    NAMESPACE: 'http://www.w3.org/2000/svg',
    PARSER_MEDIA_TYPE: 'application/xhtml+xml',
    TRUSTED_TYPES_POLICY: null,
    keepAttr: true,
    forceKeepAttr: true,
    script: true,
    onclick: true,
    a: 'onclick',
    x: 'y',
  };
  const polluted = (names: readonly string[], test: () => void) => {
    for (const name of names) Object.defineProperty(Object.prototype, name, { value: pollution[name], configurable: true, enumerable: true, writable: true });
    try {
      test();
    } finally {
      for (const name of names) delete (Object.prototype as any)[name];
    }
  };
  const names = Object.keys(pollution);
  for (const some of [...names.map((name) => [name]), names]) {
    it(`is not weakened by Object.prototype.{${some.join()}}`, () => {
      let result = '';
      polluted(some, () => { result = clean(dirty); });
      assert.equal(result, safe);
    });
  }

  it('survives any depth', () => {
    const html = clean('<div>'.repeat(10_000) + '<b onclick="alert(1)">deep</b>');
    assert.match(html, /<b>deep<\/b>/);
    assert.notInclude(html, 'alert');
  });
});
