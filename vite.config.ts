import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { minifyTemplateLiterals } from 'rollup-plugin-minify-template-literals';
import { defineConfig, type BuildEnvironmentOptions, type Plugin } from 'vite';

const root = import.meta.dirname;
const source = join(root, 'src');
const dist = join(root, 'dist');
const configuration = readFileSync(join(root, 'vite.config.ts'), 'utf8');
const types: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.map': 'application/json' };

const tags = (): string[] =>
  readdirSync(join(source, 'elements')).filter((name) => existsSync(join(source, 'elements', name, 'define.ts')));

/** What tsc cannot write: a registering module for each tag, and the themes. */
function npmFiles(): Plugin {
  return {
    name: 'newsleaf-npm-files',
    buildStart() {
      for (const tag of tags()) {
        const members = `export * from './elements/${tag}/${tag}.js';\n`;
        writeFileSync(join(dist, `${tag}.js`), `import './elements/${tag}/define.js';\n${members}`);
        writeFileSync(join(dist, `${tag}.d.ts`), members);
      }
      const themes = join(source, 'styles/themes');
      if (!existsSync(themes)) return;
      mkdirSync(join(dist, 'themes'), { recursive: true });
      for (const name of readdirSync(themes)) copyFileSync(join(themes, name), join(dist, 'themes', name));
      // TypeScript asks what `import 'newsleaf/themes/wire.css'` gives.
      writeFileSync(join(dist, 'themes.d.ts'), 'export {};\n');
    },
  };
}

/** `dist` as it is on a CDN: untouched by Vite, and readable from other origins. */
function serveDist(): Plugin {
  return {
    name: 'newsleaf-serve-dist',
    configureServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://localhost');
        if (pathname === '/') {
          response.writeHead(302, { location: '/demo/' }).end();
        } else if (!pathname.startsWith('/dist/')) {
          next();
        } else {
          const file = join(root, pathname);
          const found = existsSync(file) && extname(file) !== '';
          response.writeHead(found ? 200 : 404, {
            'access-control-allow-origin': '*',
            'cache-control': 'no-cache',
            'content-type': types[extname(file)] ?? 'text/plain',
          });
          response.end(found ? readFileSync(file) : `${pathname} is not built: npm run build`);
        }
      });
    },
  };
}

/** The bundler's `for (name in exports)` would also walk what a page has added to Object.prototype, and its property descriptors have it. */
function ownExportsOnly(): Plugin {
  return {
    name: 'newsleaf-own-exports-only',
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type === 'chunk') {
          chunk.code = chunk.code.replace(/for\(var (\w+) in (\w+)\)(\w+\(\w+,\1,\{)(?=get:)/g, 'for(var $1 of Object.keys($2))$3__proto__:null,').replace(/(?<=\(\w+,Symbol\.toStringTag,\{)(?=value:)/g, '__proto__:null,');
        }
      }
    },
  };
}

/** What `import()` gives of a module that shares its file with others: an object, without the bundler's helper, which would be a request of its own. */
function plainNamespaces(): Plugin {
  return {
    name: 'newsleaf-plain-namespaces',
    // A file's name has the hash of what it was before the plugins changed it: another way to change it is another name.
    augmentChunkHash: () => configuration,
    generateBundle(_, bundle) {
      for (const [file, chunk] of Object.entries(bundle)) {
        if (chunk.type !== 'chunk') continue;
        if (chunk.name === 'rolldown-runtime') {
          // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- how a plugin takes a file out
          delete bundle[file];
          continue;
        }
        const [helperImport = '', helper = ''] = /import\{t as (\w+)\}from"\.\/rolldown-runtime-\w+\.js";/.exec(chunk.code) ?? [];
        if (!helperImport) continue;
        const [call = '', names = ''] = new RegExp(`\\b${helper}\\(\\{((?:\\w+:\\(\\)=>\\w+,?)+)\\},1\\)`).exec(chunk.code) ?? [];
        if (!call) this.error(`${file} uses the bundler's helper in another way`);
        chunk.code = chunk.code.replace(helperImport, '').replace(call, `{${names.replace(/(\w+):\(\)=>(\w+)/g, 'get $1(){return $2}')}}`);
      }
    },
  };
}

/** The XML parser brings HTML's entities, 14 KB after gzip, and reads none of them: `formats/xml.ts` decodes. */
function withoutEntities(): Plugin {
  return {
    name: 'newsleaf-without-entities',
    enforce: 'pre',
    load: (id) => (/\/entities\/.*\/decode-data-html\.js$/.test(id) ? 'export const htmlDecodeTree = new Uint16Array(0);' : null),
  };
}

/** What libraries do that pages must not notice of the script-tag files, by the end of the file's name. */
const libraryChanges: Record<string, readonly (readonly [from: string | RegExp, to: string])[]> = {
  'lit-html/lit-html.js': [
    // `cdn/template.ts` prepares the templates. Lit's policy would be made while the module is evaluated: a page whose policies do
    // not allow it would have no news at all.
    [/const t=globalThis,.*?,l=document,/s, 'const i=t=>t,l=document,'],
    [/,f="\[.*?,x=t=>/s, ',x=t=>'],
    [/function V\(.*?(?=function M)/s, 'class S{constructor({strings:t}){Object.assign(this,prepare(t,H,z))}}'],
    ['"number"==typeof s?this._$AC(t):(void 0===s.el&&(s.el=S.createElement(V(s.h,s.h[0]),this.options)),s)', 'this._$AC(t)'],
    // SVG, MathML, and values for properties, boolean attributes and elements: not in our templates.
    [',w=x(2),T=x(3)', ''],
    [',T as mathml', ''],
    [',w as svg', ''],
    [/class I extends H.*?(?=class z)/s, ''],
    [/class Z\{.*?(?=const j=)/s, ''],
    [':6===r.type&&(i=new Z(h,this,t))', ':0'],
    // What the directives that we use need of it.
    [/const j=\{.*?;const D=/s, 'const j={I:k},D='],
  ],
  'reactive-element/reactive-element.js': [
    ['Symbol.metadata??=Symbol("metadata"),a.litPropertyMetadata??=new WeakMap;', ''],
    ['const t=this[Symbol.metadata];if(null!==t){const s=litPropertyMetadata.get(t);if(void 0!==s)for(const[t,i]of s)this.elementProperties.set(t,i)}', ''],
    [',(a.reactiveElementVersions??=[]).push("2.1.2")', ''],
    // What a page has added to Object.prototype is none of these objects' own.
    ['return{get:e,set(s){', 'return{__proto__:null,get:e,set(s){'],
    ['b={attribute:!0,', 'b={__proto__:null,attribute:!0,'],
    ['static createProperty(t,s=b){', 'static createProperty(t,s=b){s={__proto__:null,...s};'],
  ],
  'lit-element/lit-element.js': [
    [',s.litElementHydrateSupport?.({LitElement:i});const o=s.litElementPolyfillSupport;o?.({LitElement:i});', ';'],
    ['(s.litElementVersions??=[]).push("4.2.2");', ''],
  ],
  // We give it a policy, or tell it that there is none.
  'dompurify/dist/purify.es.mjs': [['_createTrustedTypesPolicy(trustedTypes, currentScript)', 'null']],
};

/**
 * Lit for pages that nobody here controls: without its policy for Trusted Types and its `innerHTML`, its four globals
 * and its `Symbol.metadata`. Fails where another version of a library reads otherwise.
 */
function librariesForPages(): Plugin {
  return {
    name: 'newsleaf-libraries-for-pages',
    enforce: 'pre',
    transform(code, id) {
      const [file, changes] = Object.entries(libraryChanges).find(([end]) => id.endsWith(end)) ?? [];
      if (!file || !changes) return null;
      let changed = file.startsWith('lit-html') ? `import{prepare}from${JSON.stringify(join(source, 'cdn/template.ts'))};${code}` : code;
      for (const [from, to] of changes) {
        const before = changed;
        changed = changed.replace(from, () => to);
        if (changed === before) this.error(`${file} has no ${from}`);
      }
      return { code: changed, map: null };
    },
  };
}

const shared: BuildEnvironmentOptions = { outDir: 'dist/cdn', target: 'es2022', reportCompressedSize: false };
const output = {
  minify: { compress: true, mangle: true, codegen: { removeWhitespace: true } },
  comments: false,
  strict: true,
  generatedCode: { symbols: false },
} as const;

/**
 * `cdn/newsleaf.js`: the loader; a core that the elements share, with the list, which most pages use: one request less;
 * and a file for each other element, each format, and the sanitiser, fetched when it is needed.
 */
const loader: BuildEnvironmentOptions = {
  ...shared,
  emptyOutDir: true,
  license: { fileName: 'licenses.md' },
  lib: { entry: { newsleaf: 'src/cdn/loader.ts' }, formats: ['es'] },
  rolldownOptions: {
    output: {
      ...output,
      entryFileNames: '[name].js',
      chunkFileNames: '[name]-[hash].js',
      // No `-ad-` by chance, which block lists would take for a name.
      hashCharacters: 'hex',
      codeSplitting: {
        groups: [
          // Each with all that it imports, and nothing else.
          { name: 'core', priority: 2, test: /\/src\/elements\/(?:headline-list\/|article-element)/ },
          { name: 'news-article', priority: 1, test: /\/src\/elements\/news-article\// },
        ],
      },
    },
  },
};

/** `cdn/newsleaf.iife.js`: everything but the XML parser. In ASCII, as pages in other encodings include it. */
const oneFile: BuildEnvironmentOptions = {
  ...shared,
  emptyOutDir: false,
  lib: { entry: 'src/cdn/newsleaf.ts', formats: ['iife'], name: 'Newsleaf', fileName: () => 'newsleaf.iife.js' },
  rolldownOptions: { output: { ...output, codeSplitting: false, charset: 'ascii' } },
};

/**
 * What the one file fetches from beside itself: `cdn/newsleaf.xml.js`, the XML parser, when it meets XML, and
 * `cdn/newsleaf.diagnose.js` when it is asked what is wrong with a page, which any page can import by itself.
 */
const fileBeside = (name: string): BuildEnvironmentOptions => ({
  ...shared,
  emptyOutDir: false,
  lib: { entry: `src/${name}.ts`, formats: ['es'], fileName: () => `newsleaf.${name}.js` },
  rolldownOptions: { output: { ...output, codeSplitting: false } },
});

/** Modules that are imported as the files above, with who imports them so. */
function filesBeside(files: Readonly<Record<string, RegExp>>): Plugin {
  return {
    name: 'newsleaf-files-beside',
    enforce: 'pre',
    resolveId(id, importer = '') {
      const [, name = ''] = /^\.\.?\/(\w+)\.js$/.exec(id) ?? [];
      return files[name]?.test(importer) ? { id: `./newsleaf.${name}.js`, external: 'absolute' } : null;
    },
  };
}

/** A script of another origin does not know where it is once it has run: `import()` in it is told. */
function toldWhereItIs(): Plugin {
  return {
    name: 'newsleaf-told-where-it-is',
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        const where = 'var newsleafScript=document.currentScript?.src||document.baseURI;';
        const code = chunk.code.replace(/import\([`'"]\.\/(newsleaf\.\w+\.js)[`'"]\)/g, "import(new URL('$1',newsleafScript))");
        if (code === chunk.code) this.error('The one file imports nothing from beside itself');
        // Into the function around everything.
        chunk.code = code.replace(/function\(\w*\)\{/, (start) => start + where);
      }
    },
  };
}

const xml = /\/formats\/lazy\.ts$/;
const diagnose = /\/cdn\/newsleaf\.ts$/;
const builds: Record<string, { build: BuildEnvironmentOptions; plugins: Plugin[] }> = {
  cdn: { build: loader, plugins: [npmFiles(), plainNamespaces()] },
  iife: { build: oneFile, plugins: [filesBeside({ xml, diagnose }), toldWhereItIs()] },
  xml: { build: fileBeside('xml'), plugins: [] },
  diagnose: { build: fileBeside('diagnose'), plugins: [filesBeside({ xml })] },
};

export default defineConfig(({ command, mode }) => ({
  root,
  publicDir: false,
  clearScreen: false,
  resolve: {
    alias: [
      { find: /^newsleaf$/, replacement: `${source}/index.ts` },
      { find: /^newsleaf\/(define|diagnose|hydrate|server|xml)$/, replacement: `${source}/$1.ts` },
      { find: /^newsleaf\/themes\/(.+)$/, replacement: `${source}/styles/themes/$1` },
      { find: /^newsleaf\/([a-z]+-[a-z]+)$/, replacement: `${source}/elements/$1/define.ts` },
    ],
  },
  ...(command === 'build'
    ? {
        define: { 'process.env.NODE_ENV': '"production"' },
        ...builds[mode],
        // It warns of a file that only puts style sheets together.
        plugins: [minifyTemplateLiterals({ include: 'src/**', exclude: '**/styles/within.ts' }), withoutEntities(), librariesForPages(), ownExportsOnly(), ...(builds[mode]?.plugins ?? [])],
      }
    : { plugins: [serveDist()], appType: 'mpa', server: { open: '/demo/' } }),
}));
