/** RSS and Atom for those who fetch feeds themselves. Importing it registers nothing. */
export { UnknownFormatError, type ParsedFeed, type ParseOptions } from './formats/parse.js';
export { parseXmlFeed } from './formats/xml.js';
export type * from './model.js';
