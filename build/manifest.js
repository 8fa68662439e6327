// The last step of `npm run build`: what is known of the elements, from the JSDoc and the types of their classes, as
// dist/custom-elements.json; and what editors and frameworks want to know, from that.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { create, ts } from '@custom-elements-manifest/analyzer';
import { methodDenyListPlugin } from '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/method-denylist.js';
import { memberDenyListPlugin } from '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/member-denylist.js';
import { editorFiles } from './editors.js';
import { frameworkFiles } from './frameworks.js';

const root = resolve(import.meta.dirname, '..');
const name = (node) => node.name?.getText() ?? '';

/** A type without the names that only this project knows it by. */
function typeText(node, checker) {
  if (ts.isUnionTypeNode(node)) return node.types.map((one) => typeText(one, checker)).join(' | ');
  const alias = ts.isTypeReferenceNode(node) && checker.getTypeAtLocation(node).aliasSymbol?.declarations[0].type;
  return alias && ts.isUnionTypeNode(alias) ? typeText(alias, checker) : checker.typeToString(checker.getTypeAtLocation(node)).replaceAll('"', "'");
}

/** What the analyzer does not see: the tag, in `define`; attributes, in `static properties`; what aliases and constants stand for. */
function newsleafPlugin(checker) {
  const isStatic = (member) => member.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword);
  return {
    name: 'newsleaf',
    analyzePhase({ node, moduleDoc }) {
      if (!ts.isClassDeclaration(node)) return;
      const doc = moduleDoc.declarations.find((declaration) => declaration.name === name(node));
      // It takes what is assigned to members of members for members.
      doc.members = doc.members.filter((member) => node.members.some((other) => name(other) === member.name));
      for (const member of node.members) {
        const field = doc.members.find((other) => other.kind === 'field' && !other.static && other.name === name(member));
        // Of an accessor, what can be set.
        const typed = ts.isSetAccessor(member) ? member.parameters[0] : member;
        if (field && (!ts.isGetAccessor(member) || field.readonly)) field.type = { text: typed.type ? typeText(typed.type, checker) : checker.typeToString(checker.getTypeAtLocation(typed)) };
        const constant = member.initializer && ts.isIdentifier(member.initializer) && checker.getSymbolAtLocation(member.initializer);
        if (field && constant) field.default = constant.valueDeclaration.initializer.getText();

        if (name(member) === 'define') Object.assign(doc, { tagName: member.parameters[0].initializer.text, customElement: true });
        if (name(member) !== 'properties' || !isStatic(member)) continue;
        for (const property of member.initializer.properties) {
          const given = property.initializer.properties?.find((option) => name(option) === 'attribute')?.initializer.text;
          doc.members.find((other) => other.name === name(property)).attribute = given ?? name(property).toLowerCase();
        }
      }
    },
  };
}

/** The attributes that set properties. What the JSDoc of a class says of an attribute goes before what it says of the property. */
function attributesOf({ members, attributes = [] }) {
  const asText = (type) => type.split(' | ').filter((one) => /^('|string|number|boolean)/.test(one)).join(' | ');
  return members.filter(({ attribute }) => attribute).map((field) => {
    const { name: fieldName, attribute, type, description, default: value, inheritedFrom } = field;
    const said = attributes.find((other) => other.name === attribute);
    return { name: attribute, type: { text: asText(type.text) }, description, default: value, ...said, fieldName, inheritedFrom };
  });
}

function makeManifest() {
  const { config } = ts.readConfigFile(join(root, 'src/tsconfig.json'), ts.sys.readFile);
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, join(root, 'src'));
  const program = ts.createProgram(fileNames, options);
  const modules = program.getSourceFiles().filter(({ fileName }) => /\/src\/(events|elements\/(\w+-element|([\w-]+)\/\3))\.ts$/.test(fileName));
  const plugins = [methodDenyListPlugin(), memberDenyListPlugin(), newsleafPlugin(program.getTypeChecker())];
  const manifest = create({ modules, plugins });

  const built = (path) => path.replace(/^.*\bsrc\//, 'dist/').replace(/\.ts$/, '.js');
  for (const doc of manifest.modules) {
    doc.path = built(doc.path);
    doc.declarations = doc.declarations.filter(({ kind }) => kind === 'class');
    for (const declaration of doc.declarations) {
      declaration.members = declaration.members.filter(({ privacy = 'public' }) => privacy === 'public');
      for (const member of declaration.members.filter((one) => one.static)) delete member.default;
      declaration.attributes = attributesOf(declaration);
      // Some were found where they are dispatched, by their class.
      declaration.events = (declaration.events ?? []).filter((event) => event.name);
      if (declaration.tagName) {
        for (const list of ['slots', 'cssParts', 'cssProperties', 'cssStates']) declaration[list] ??= [];
        doc.exports.push({ kind: 'custom-element-definition', name: declaration.tagName, declaration: { name: declaration.name, module: doc.path } });
      }
    }
  }
  const mended = { module: built, description: (text) => text.replaceAll('\n\n', '\0').replace(/\s+/g, ' ').replaceAll('\0', '\n\n') };
  return JSON.parse(JSON.stringify(manifest), (key, value) => (typeof value === 'string' && mended[key] ? mended[key](value) : value));
}

const manifest = makeManifest();
const elements = manifest.modules.flatMap(({ declarations }) => declarations).filter(({ tagName }) => tagName);
const json = (value) => `${JSON.stringify(value, null, 2)}\n`;
const files = { 'custom-elements.json': json(manifest), ...editorFiles(elements, json), ...frameworkFiles(elements) };
for (const [file, content] of Object.entries(files)) {
  const path = join(root, 'dist', file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
console.log(`${Object.keys(files).join(', ')}: ${elements.length} elements`);
