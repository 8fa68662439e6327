import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeEntities, escapedOnce, hasBlockTags, paragraphs, plainText, stripTags, textOfHtml } from '../../src/content/text.js';

const ENTITIES: [value: string, expected: string][] = [
  ['&amp;&lt;&gt;&quot;&apos;', '&<>"\''],
  ['&amp;amp; &amp;lt;b&amp;gt;', '&amp; &lt;b&gt;'],
  ['&nbsp;|&copy;|&szlig;|&yuml;|&Yuml;', '\u00a0|©|ß|ÿ|Ÿ'],
  ['&aelig;&AElig;&eth;&ETH;&thorn;&THORN;&oelig;&OElig;', 'æÆðÐþÞœŒ'],
  ['&eacute;&Eacute;&times;&divide;', 'éÉ×÷'],
  ['&alpha;&Alpha;&sigmaf;&sigma;&Sigma;&omega;&Omega;&thetasym;', 'αΑςσΣωΩϑ'],
  ['&ndash;&mdash;&lsquo;&rdquo;&hellip;&euro;&trade;', '–—‘”…€™'],
  ['&larr;&forall;&there4;&lang;&rang;&loz;&diams;&frac12;&sup1;', '←∀∴\u2329\u232a◊♦½¹'],
  ['&#8217;&#x2019;&#X2019;&#039;', '’’’\''],
  ['It&amp;#8217;s &amp;Ccedil;orum &amp;quot;x&amp;quot; &amp;#x2014; 5&amp;nbsp;km', 'It’s Çorum "x" — 5\u00a0km'],
  ['&amp;lt;b&amp;gt; &amp;amp;lt; &amp;bogus; AT&amp;T; &amp;', '&lt;b&gt; &amp;lt; &bogus; AT&T; &'],
  ['&#128;&#146;&#150;&#x9F;', '€’–Ÿ'],
  ['&#129;', '\u0081'],
  ['&#0;&#xD800;&#xDFFF;&#x110000;&#99999999999999999999;', '\ufffd'.repeat(5)],
  ['&#x1F600;', '😀'],
  ['&bogus; &Eth; &Divide; &Sigmaf; &toString; &constructor; &NBSP;', '&bogus; &Eth; &Divide; &Sigmaf; &toString; &constructor; &NBSP;'],
  ['AT&T; R&D a&b &; &#; &#x; & &amp', 'AT&T; R&D a&b &; &#; &#x; & &amp'],
];

test('entities are decoded once', () => {
  for (const [value, expected] of ENTITIES) assert.equal(decodeEntities(value), expected, value);
});

const LINES: [value: string, expected: string][] = [
  ['  a \n\t b  ', 'a b'],
  ['a < b and c > d', 'a < b and c > d'],
  ['if a<b and c>d', 'if a<b and c>d'],
  ['1<2', '1<2'],
  ['I <3 it', 'I <3 it'],
  ['a <unknown> tag', 'a <unknown> tag'],
  ['<Placeholder>', '<Placeholder>'],
  ['<b>bold</b>ly', 'boldly'],
  ['<p class="x">one</p><p>two</p>', 'one two'],
  ['one<br>two<br />three<BR/>four', 'one two three four'],
  ['<a href="https://x.example/?a=1&amp;b=2" onclick=\'x\'>link</a>', 'link'],
  ['a<!-- note -->b', 'ab'],
  ['<img src=x onerror=alert(1)>', ''],
  ['&lt;b&gt; is a tag', '<b> is a tag'],
  ['&amp;lt;b&amp;gt;', '&lt;b&gt;'],
  ['10&nbsp;km', '10\u00a0km'],
  ['a&nbsp; &nbsp;b', 'a b'],
  ['見出し\u3000続き', '見出し\u3000続き'],
  ['a\u2028b\u0000c\u0007', 'a bc'],
  ['\ufeff \u00a0 x \u00a0', 'x'],
];

test('plain text', () => {
  for (const [value, expected] of LINES) assert.equal(plainText(value), expected, value);
});

test('HTML that was escaped twice', () => {
  for (const [value, expected] of [
    ['&lt;p&gt;a &amp;amp; b&lt;/p&gt;', '<p>a &amp; b</p>'],
    ['&lt;!-- x --&gt;&lt;div class=&quot;y&quot;&gt;a&lt;/div&gt; by <a href="/b">b</a><br>', '<!-- x --><div class="y">a</div> by <a href="/b">b</a><br>'],
    ['&lt;nick&gt; hello<br>&lt;other&gt; you', undefined],
    ['<p>&lt;p&gt; is a tag</p>', undefined],
  ] as const) assert.equal(escapedOnce(value), expected ?? value);
});

test('block tags', () => {
  for (const value of ['<p>', 'a<br/>b', '</div>', '<h2 id="x">', '<IMG SRC=x>']) assert.equal(hasBlockTags(value), true, value);
  for (const value of ['', 'a < p', '<b>x</b>', '<pp>', '<p', '<person>']) assert.equal(hasBlockTags(value), false, value);
  assert.equal(stripTags('<i>a</i>\n<b>b</b>'), 'a\nb');
});

const BODIES: [value: string, expected: string[]][] = [
  ['', []],
  [' \n \r\n ', []],
  ['one', ['one']],
  ['one\ntwo', ['one', 'two']],
  ['one\n\ntwo\nstill two', ['one', 'two\nstill two']],
  ['one\r\n\r\ntwo\r\rthree', ['one', 'two', 'three']],
  ['one\n \t\n\n two ', ['one', 'two']],
  ['one\u2029two\u2028still two', ['one', 'two\nstill two']],
  ['one\u2028two', ['one', 'two']],
];

test('paragraphs', () => {
  for (const [value, expected] of BODIES) assert.deepEqual(paragraphs(value), expected, JSON.stringify(value));
});

const HTML: [value: string, expected: string][] = [
  ['<h2>Head</h2>\n  <p>one\n line</p><p>two<br>three</p>', 'Head\n\none line\n\ntwo\nthree'],
  ['a<script>if (a<b) x()</script>b<style media="x">p{}</style>c', 'abc'],
  ['a<script>never closed', 'a'],
  ['&lt;p&gt; &amp;amp;', '<p> &amp;'],
];

test('the text of HTML', () => {
  for (const [value, expected] of HTML) assert.equal(textOfHtml(value), expected, value);
});

// One that is not linear would take minutes.
test('long input ends', () => {
  for (const part of ['<', '<p ', '<p =', '<!--', '<p\t\t', '<script ', '&', '&#', '&#1', '&a', ' ', '\n', '\r\n \u2029']) {
    for (const read of [plainText, paragraphs, textOfHtml, hasBlockTags]) {
      read(part.repeat(100_000));
    }
  }
});
