import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { tags } from '../../src/diagnose.js';

// Built files: `npm run build` comes before this.

/**
 * Words that lists of advertisements, social buttons, trackers and cookie notices look for in addresses, tags, classes
 * and attributes: as a whole name, as its beginning or end, or between dashes, underscores, dots and slashes.
 */
const listed = [
  'ad|ads|adv|adverts?|advertis(e|er|ers|ing|ement|ements)|adbox|adblock|adbanner|adcontent|adframe|adimg|adlink|adspace|adspot|adslots?|adunits?|adserver|adsense|adwords|adzone|adtech|advertorial',
  'banners?|billboard|leaderboard|skyscraper|mpu|dfp|gpt|prebid|doubleclick|outbrain|taboola|adchoices|affiliates?|commercial|marketing|impressions?',
  'sponsor|sponsors|sponsored|sponsorship|promos?|promoted|promotions?|partners?|paid|native',
  'pop-?ups?|pop-?unders?|interstitial|lightbox|modal|paywall|newsletters?|signup|subscribe|donate',
  'socials?|socialmedia|shares?|sharing|sharebar|sharebuttons?|sharethis|addthis|addtoany|tweets?|twitter|facebook|fb|instagram|pinterest|linkedin|whatsapp|telegram|likes?|follow|followers',
  'track|trackers?|tracking|pixels?|beacons?|analytics?|metrics|telemetry|stats|statistics|hits?|hitcounter|visitors?|fingerprint|spyware',
  'cookies?|cookiebar|consent|gdpr|ccpa|cmp|eprivacy|push|webpush|notifications?',
].join('|');
const word = new RegExp(`(^|[-_./:\\s])(${listed})(?=$|[-_./:\\s])`, 'i');
/** A name in camel case is looked at in pieces, too. */
const isListed = (name: string): boolean => word.test(name) || word.test(name.replace(/(?<=[a-z])(?=[A-Z])/g, '-'));

const files = (folder: string): string[] => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map(({ parentPath, name }) => `${parentPath}/${name}`);
const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].flatMap(([, found = '']) => found.split(/[\s,]+/)).filter(Boolean);

const code = ['src/elements', 'src/templates', 'src/styles', 'src/cdn'].flatMap(files).concat('src/events.ts').map((file) => readFileSync(file, 'utf8')).join('\n');

/** Names that a page has from us, by where they are. */
const names: Record<string, string[]> = {
  'files and chunks': files('dist').map((file) => file.replace(/^dist/, '/newsleaf')),
  tags: all(code, /\bdefine\(tag = '([\w-]+)'/g),
  'classes and parts in templates': all(code, /\b(?:class|part|slot|id|name)="([^"$]*)/g),
  'classes in style sheets': all(code, /(?<![\w)])\.([a-z][\w-]*)(?=[\s,:.>[{)])/g),
  'parts in style sheets': all(code, /\[(?:part|slot)[~^|]?=['"]([\w-]+)/g),
  // Not those of the code alone: one way of sharing a story has that name, and no markup does.
  'words that become classes': all(code, /'([a-z][\w-]*)'/g).filter((name) => !['share', 'canShare', 'news-share'].includes(name)),
  attributes: all(code, /attribute: '([\w-]+)'/g).concat(all(code, /\[(data-[\w-]+)/g), all(code, /\s(data-[\w-]+)=/g)),
  tokens: all(code, /(--[\w-]+)/g),
  // Nothing that a list can look at; but a name is chosen once.
  events: all(code, /super\('([\w-]+)'/g).filter((name) => name !== 'news-share'),
};

for (const [where, found] of Object.entries(names)) {
  test(`no name is on a block list: ${where}`, () => {
    assert.notEqual(found.length, 0);
    assert.deepEqual([...new Set(found)].filter(isListed), []);
  });
}

test('diagnose() knows every tag', () => {
  assert.deepEqual([...tags].sort(), names['tags']?.sort());
});

test('the list finds what it should, and no more', () => {
  for (const name of ['ad', 'ad-slot', 'top_ad.js', '/ads/x.js', 'news-ads', 'adBox', 'social-links', 'share-button', 'articleShare', 'cookie-notice', 'pixel.gif', 'page-tracker', 'pop-up', 'x-sponsored']) {
    assert.ok(isListed(name), name);
  }
  for (const name of ['header', 'loading', 'headline-list', 'loader', 'heading', 'address', 'read', 'shadow', 'gradient', 'radius', 'promote-not', 'hitherto', 'trackless', 'newsleaf']) {
    assert.ok(!isListed(name), name);
  }
});
