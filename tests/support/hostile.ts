/** Bodies and strings that try to run script: made up here, and of the corpora where they are there. */

const carriers = [
  '<a href="{}">x</a>',
  "<a href='{}' target=_blank>x</a>",
  '<img src="{}" alt="x">',
  '<img srcset="{} 1x, {} 2x" alt="x">',
  '<picture><source srcset="{}"><img src="a.png" alt="x"></picture>',
  '<img data-src="{}" alt="x">',
  '<video src="{}" poster="{}"><source src="{}"><track src="{}"></video>',
  '<audio src="{}"></audio>',
  '<iframe src="{}"></iframe>',
  '<iframe data-src="{}" title="x"></iframe>',
  '<object data="{}"></object>',
  '<object><param name="movie" value="{}"></object>',
  '<embed src="{}">',
  '<blockquote class="instagram-media" data-instgrm-permalink="{}" cite="{}">x</blockquote>',
  '<blockquote class="twitter-tweet">x <a href="{}">y</a></blockquote>',
  '<q cite="{}">x</q><del cite="{}">y</del>',
  '<form action="{}"><button formaction="{}">x</button></form>',
  '<svg><a href="{}" xlink:href="{}"><text>x</text></a></svg>',
  '<math href="{}"><mi xlink:href="{}">x</mi></math>',
  '<link rel=stylesheet href="{}"><base href="{}"><meta http-equiv=refresh content="0;url={}">',
  '<a href="#x{}">x</a><p id="x{}">y</p>',
];

const scripts = [
  'javascript:pwned()',
  'JaVaScRiPt:pwned()',
  ' javascript:pwned()',
  'java\tscript:pwned()',
  'java\nscript:pwned()',
  'java\r\nscript:pwned()',
  '\u0001javascript:pwned()',
  '\u001f\u0000javascript:pwned()',
  '\u00a0javascript:pwned()',
  '\u2028javascript:pwned()',
  '\ufeffjavascript:pwned()',
  '\u200bjavascript:pwned()',
  'javascript\u0000:pwned()',
  'javascript&colon;pwned()',
  'javascript&#58;pwned()',
  '&#106;&#x61;vascript:pwned()',
  '&Tab;javascript:pwned()',
  'javascript&NewLine;:pwned()',
  'ｊａｖａｓｃｒｉｐｔ:pwned()',
  'ｊavascript：pwned()',
  'javaſcript:pwned()',
  'javascript://gazette.example/%0apwned()',
  'javascript:/*https://gazette.example*/pwned()',
  'feed:javascript:pwned()',
  'view-source:javascript:pwned()',
  'vbscript:pwned()',
  'livescript:pwned()',
  'data:text/html,<script>parent.pwned()</script>',
  'data:text/html;base64,PHNjcmlwdD5wYXJlbnQucHduZWQoKTwvc2NyaXB0Pg==',
  'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" onload="parent.pwned()"/>',
  'DATA:,pwned()',
  'blob:https://gazette.example/1',
  'filesystem:https://gazette.example/1',
  'file:///etc/passwd',
  'about:srcdoc',
  'intent://x#Intent;end',
  'ms-word:ofe|u|https://x.example/',
  'http://[::1',
  'https:javascript:pwned()',
  '//javascript:pwned()',
  'https://x.example/" onerror="pwned()',
  "https://x.example/' onerror='pwned()",
  'https://x.example/`onerror=`pwned()',
  'https://x.example/><script>pwned()</script>',
];

const bodies = [
  // Plain ones, and what parsers of old let through.
  '<script>pwned()</script>',
  '<SCRIPT/x>pwned()</SCRIPT/x>',
  '<script src="data:,pwned()"></script>',
  '<script\x0ctype=module>pwned()</script>',
  '<<script>pwned();//<</script>',
  '<img src=x onerror=pwned()>',
  '<img/src=x/onerror=pwned()>',
  '<img src="x` `<script>pwned()</script>"` `>',
  '<img src=x\u0000 onerror=pwned()>',
  '<p onclick=pwned() onmouseover=pwned() onfocus=pwned() tabindex=0 autofocus contenteditable>x</p>',
  '<details open ontoggle=pwned()><summary onclick=pwned()>x</summary></details>',
  '<video controls onloadstart=pwned() onerror=pwned() src=x><source onerror=pwned() src=y></video>',
  '<body onload=pwned() onpageshow=pwned()><p>x</body>',
  '<input autofocus onfocus=pwned()><select autofocus onfocus=pwned()><textarea autofocus onfocus=pwned()>',
  '<marquee onstart=pwned()>x</marquee><isindex type=image src=x onerror=pwned()>',
  '<div style="background:url(javascript:pwned());animation:x;width:expression(pwned())" onanimationstart=pwned()>x</div>',
  '<style>@keyframes x{} *{animation:x} @import "//x.example/a.css"</style><p onanimationend=pwned()>x',
  '<p popover id=x onbeforetoggle=pwned()>y</p><button popovertarget=x>z</button>',
  '<dialog open oncancel=pwned() onclose=pwned()>x</dialog>',
  '<a ping="https://x.example/" href="https://x.example/" onclick=pwned() download>x</a>',
  '<p accesskey=x onclick=pwned()>y</p>',
  '<iframe srcdoc="<script>parent.pwned()</script>"></iframe>',
  '<portal src="javascript:pwned()"></portal><fencedframe></fencedframe>',
  '<template shadowrootmode=open><script>pwned()</script><img src=x onerror=pwned()></template>',
  '<div><template shadowrootmode="closed"><img src=x onerror=pwned()></template></div>',
  '<p slot=x part=y is=z exportparts=w itemprop=v>x</p>',
  '<x-y onclick=pwned()>x</x-y><news-article src="javascript:pwned()" article="{}">y</news-article><headline-list feed="[]"></headline-list>',
  // Names that take others' places.
  '<form id=x><input name=attributes><input name=nodeName><input name=parentNode><input name=childNodes><input name=remove><input name=setAttribute></form>',
  '<form id=document><input name=body></form><img name=getElementById><a id=location href=javascript:pwned()>x</a><embed name=cookie>',
  '<a id=customElements><a id=customElements name=define href=javascript:pwned()>x</a>',
  '<form name=__proto__><input name=localName value=x><input name=getAttribute><input name=hasAttribute><input name=replaceWith></form>',
  '<form hidden><input name=remove><p onclick=pwned()>x</p></form>',
  '<p id=__proto__>x</p><a href="#__proto__">y</a><a href="#constructor">z</a><p id=toString>w</p>',
  // Other namespaces, and what comes back out of them.
  '<svg onload=pwned()><script>pwned()</script><script href="data:,pwned()"/></svg>',
  '<svg><animate onbegin=pwned() attributeName=x dur=1s><set attributeName=href to=javascript:pwned()></svg>',
  '<svg><use href="data:image/svg+xml,<svg id=x xmlns=http://www.w3.org/2000/svg><script>pwned()</script></svg>#x"/></svg>',
  '<svg><foreignObject><iframe srcdoc="<script>parent.pwned()</script>"></iframe><img src=x onerror=pwned()></foreignObject></svg>',
  '<svg></p><style><a id="</style><img src=x onerror=pwned()>"></svg>',
  '<svg><desc><title><style><!--</style><img title="--></style><img src=x onerror=pwned()>"></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=pwned()&gt;">',
  '<math><mtext><table><mglyph><svg><mtext><textarea><path id="</textarea><img onerror=pwned() src=1>">',
  '<math><annotation-xml encoding="text/html"><style><img title="</style><img src=x onerror=pwned()>"></annotation-xml></math>',
  '<math><maction actiontype="statusline#https://x.example/" xlink:href="javascript:pwned()">x</maction></math>',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=pwned()>',
  '<svg><p><style><g title="</style><img src=x onerror=pwned()>">',
  // What a second parser reads otherwise.
  '<noscript><p title="</noscript><img src=x onerror=pwned()>"></noscript>',
  '<noembed><p title="</noembed><img src=x onerror=pwned()>"></noembed>',
  '<noframes><p title="</noframes><img src=x onerror=pwned()>"></noframes>',
  '<iframe><p title="</iframe><img src=x onerror=pwned()>"></iframe>',
  '<xmp><p title="</xmp><img src=x onerror=pwned()>"></xmp>',
  '<textarea><p title="</textarea><img src=x onerror=pwned()>">',
  '<title><p title="</title><img src=x onerror=pwned()>">',
  '<plaintext><img src=x onerror=pwned()>',
  '<select><style></select><img src=x onerror=pwned()></style>',
  '<select><template><style></template></select><img src=x onerror=pwned()>',
  '<p title="--><img src=x onerror=pwned()>"><!--x',
  '<!--><img src=x onerror=pwned()>--><!--!><img src=x onerror=pwned()>--!>',
  '<![CDATA[<img src=x onerror=pwned()>]]><?xml-stylesheet href="javascript:pwned()"?><!DOCTYPE x [<!ENTITY y "<img src=x onerror=pwned()>">]>',
  '<p title="]]><img src=x onerror=pwned()>">x</p>',
  '<table><td><table><a href=1><td><a href="javascript:pwned()">x</a></table>',
  '<p><button><p><b><a><object><a><ul><li><menu><li><h2><button><h3><dl><dt><article><dd>x',
  '<pre>\n\n\n x</pre><listing>\n\ny</listing>',
  '<b><p><i><table><b><tr><i>x<td><p></b>y</table></i>z',
  // Templates of others.
  '{{constructor.constructor("pwned()")()}} ${pwned()} <%= pwned() %> #{pwned()} [[pwned()]] <p v-html="pwned()" ng-init="pwned()" x-init="pwned()">{{x}}</p>',
  '<p data-bind="click: pwned" data-ng-app hx-on:click="pwned()" @click="pwned()" :onclick="pwned()" (click)="pwned()">x</p>',
  '<!--?lit$123456789$--><!--lit-part--><p class$lit$="{{lit-1}}" ?lit$123$=x .innerHTML="<img src=x onerror=pwned()>">x</p><?lit$0$?>',
  '"><img src=x onerror=pwned()>',
  "'-pwned()-'",
  '`${pwned()}`',
  '</script><script>pwned()</script>',
  '</template></div></article></news-article><img src=x onerror=pwned()>',
  '\u202e<img src=x onerror=pwned()>\u202c',
  // Depth, and breadth.
  `${'<div>'.repeat(10_000)}<img src=x onerror=pwned()>`,
  `${'<b><p>'.repeat(2_000)}<img src=x onerror=pwned()>`,
  `${'<font color=a><i>'.repeat(600)}<p>`.repeat(2),
  `${'<svg><foreignObject>'.repeat(200)}<img src=x onerror=pwned()>`,
  `<p ${Array.from({ length: 2_000 }, (_, index) => `on${String(index)}=pwned()`).join(' ')}>x</p>`,
];

/** Made up here. */
export const ownBodies: readonly string[] = [...bodies, ...carriers.flatMap((carrier) => scripts.map((script) => carrier.replaceAll('{}', () => script)))];

/** For fields that are text or an address. */
export const ownStrings: readonly string[] = [...scripts, ...bodies.filter((body) => body.length < 1_000)];

/** A file of the corpora; undefined where they are not there. */
export async function corpus<T>(file: string): Promise<T | undefined> {
  const answer = await fetch(`/__corpus/${file}`);
  if (answer.ok) return (await answer.json()) as T;
  console.log(`Skipped: no ${file} of the corpora here.`);
  return undefined;
}

export async function xssCorpus(): Promise<string[]> {
  const files = await Promise.all(['dompurify', 'h5sc'].map((name) => corpus<{ payload: string }[]>(`xss/vectors-${name}.json`)));
  return files.flatMap((vectors) => vectors ?? []).map(({ payload }) => payload);
}
