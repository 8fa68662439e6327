import eslint from '@eslint/js';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { importX } from 'eslint-plugin-import-x';
import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** What each part of src may import besides itself; whatever is not named here it may not. */
const layers = {
  'dom.ts': [],
  'model.ts': [],
  'version.ts': [],
  'events.ts': ['model.ts'],
  formats: ['model.ts', 'content/text.ts', 'content/url.ts'],
  content: ['model.ts', 'dom.ts'],
  locale: ['model.ts', 'dom.ts'],
  styles: [],
  templates: ['content', 'locale', 'model.ts'],
  source: ['formats', 'content', 'locale', 'model.ts', 'events.ts', 'dom.ts'],
};
const notForElements = ['index.ts', 'define.ts', 'diagnose.ts', 'xml.ts', 'cdn', 'server.ts', 'react'];

const zones = [
  ...Object.entries(layers).map(([target, allowed]) => ({
    target: `./src/${target}`,
    from: './src',
    except: [target, ...allowed].map((path) => `./${path}`),
    message: `src/${target} may import only ${allowed.join(', ') || 'nothing'}.`,
  })),
  { target: './src/elements', from: notForElements.map((path) => `./src/${path}`), message: 'Elements are below the entries.' },
  { target: './src/{define,diagnose,xml,server}.ts', from: './src/index.ts', message: 'index.ts is for those who use Newsleaf.' },
  { target: './src/formats/{index,detect,parse,read}.ts', from: './src/formats/xml.ts', message: 'The XML parser is fetched by lazy.ts when XML comes.' },
  {
    target: './src/cdn',
    from: './src',
    except: ['./cdn', './elements', './index.ts', './define.ts', './diagnose.ts'],
    message: 'cdn may import only elements and the entries.',
  },
];

const packagesOf = (...allowed) => {
  const packages = {
    dompurify: 'content/sanitize.ts',
    'date-fns': 'locale/dates.ts',
    htmlparser2: 'formats/xml.ts',
    lit: 'templates, source, elements and locale',
  };
  return {
    'no-restricted-imports': [
      'error',
      {
        patterns: Object.entries(packages)
          .filter(([name]) => !allowed.includes(name))
          .map(([name, home]) => ({ regex: `^${name}(/|$)`, message: `${name} is imported by src/${home} only.` })),
      },
    ],
  };
};

const onlyLoadFetches = 'Only src/source/load.ts fetches.';

export default defineConfig(
  { ignores: ['dist', 'coverage', 'tests/fixtures', 'tests/frameworks/*/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  eslint.configs.recommended,
  {
    rules: {
      // Control characters are there to be cleaned out.
      'no-control-regex': 'off',
      'prefer-const': ['error', { destructuring: 'all' }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-restricted-globals': ['error', 'event', 'name', 'status', 'parent', 'top', 'self', 'length'],
    },
  },
  {
    files: ['**/*.js'],
    languageOptions: {
      globals: Object.fromEntries(
        ['process', 'console', 'Buffer', 'URL', 'URLSearchParams', 'AbortController', 'AbortSignal', 'setTimeout', 'clearInterval', 'performance', 'fetch', 'window', 'document', 'location', 'Response'].map(
          (name) => [name, 'readonly'],
        ),
      ),
    },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // A property of an index signature is not a member of the type: `a['b']` says so.
      '@typescript-eslint/dot-notation': 'off',
      '@typescript-eslint/no-non-null-assertion': 'error',
      // Lit calls what a template names.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // An empty text is as good as none.
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' }],
    },
  },
  {
    files: ['src/**/*.ts', 'demo/**/*.ts'],
    extends: [lit['flat/recommended'], wc['flat/best-practice'], litA11y.configs.recommended],
    settings: { wc: { elementBaseClasses: ['LitElement'] } },
    rules: {
      // WebKit takes a list without markers for no list.
      'lit-a11y/no-redundant-role': 'off',
      // One listener on the list hears the links in it, which have keys of their own.
      'lit-a11y/click-events-have-key-events': 'off',
    },
  },
  {
    files: ['src/**/*.ts'],
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [createTypeScriptImportResolver({ project: 'src/tsconfig.json' })],
      'import-x/extensions': ['.ts'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] },
    },
    rules: {
      'import-x/no-cycle': 'error',
      'import-x/no-unresolved': 'error',
      'import-x/no-restricted-paths': ['error', { basePath: import.meta.dirname, zones }],
      'no-restricted-globals': ['error', { name: 'fetch', message: onlyLoadFetches }, 'XMLHttpRequest', 'event', 'name', 'status'],
      'no-restricted-properties': [
        'error',
        ...['window', 'globalThis', 'self'].map((object) => ({ object, property: 'fetch', message: onlyLoadFetches })),
      ],
      ...packagesOf('lit'),
    },
  },
  { files: ['src/{formats,content}/**', 'src/model.ts', 'src/version.ts', 'src/events.ts'], rules: packagesOf() },
  {
    files: ['src/formats/**'],
    rules: {
      'no-restricted-syntax': ['error', { selector: "CallExpression[callee.name='String']", message: 'What is not known may have a toString of its own: asText() of read.ts.' }],
    },
  },
  { files: ['src/content/sanitize.ts'], rules: packagesOf('dompurify') },
  { files: ['src/formats/xml.ts'], rules: packagesOf('htmlparser2') },
  { files: ['src/locale/dates.ts'], rules: packagesOf('date-fns', 'lit') },
  { files: ['src/source/load.ts'], rules: { 'no-restricted-globals': 'off', 'no-restricted-properties': 'off' } },
  {
    files: ['tests/**/*.ts'],
    rules: {
      // Tests feed in what no type allows, and look at what came of it.
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
      // node:test's describe and it give promises.
      '@typescript-eslint/no-floating-promises': [
        'error',
        { allowForKnownSafeCalls: [{ from: 'package', name: ['describe', 'it', 'test', 'suite', 'before', 'after', 'beforeEach', 'afterEach'], package: 'node:test' }] },
      ],
    },
  },
);
