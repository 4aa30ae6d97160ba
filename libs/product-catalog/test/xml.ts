export interface XmlElement {
  name: string;
  attributes: ReadonlyMap<string, string>;
  children: XmlElement[];
  text: string;
}

const name = '[A-Za-z_][\\w.-]*';
const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
};

/**
 * Reads a strict subset of XML: elements, double-quoted attributes, text and the five entities;
 * no prolog, comment, CDATA section or prefix. All it accepts is well-formed XML.
 */
export const readXml = (source: string): XmlElement => {
  const root: XmlElement = { name: '', attributes: new Map(), children: [], text: '' };
  const open: XmlElement[] = [root];
  const token = new RegExp(`<(${name})((?: ${name}="[^"<]*")*)(/?)>|</(${name})>|([^<]+)`, 'y');
  while (token.lastIndex < source.length) {
    const at = token.lastIndex;
    const match = token.exec(source);
    const parent = open.at(-1);
    if (!match || !parent) throw new SyntaxError(`Not well-formed at ${at}`);
    const [, start, attributes = '', empty, end, text] = match;
    if (start) {
      const element = {
        name: start,
        attributes: readAttributes(attributes),
        children: [],
        text: '',
      };
      parent.children.push(element);
      if (!empty) open.push(element);
    } else if (end) {
      if (parent.name !== end) throw new SyntaxError(`</${end}> closes <${parent.name}> at ${at}`);
      open.pop();
    } else {
      if (parent === root) throw new SyntaxError(`Text outside of an element at ${at}`);
      parent.text += decoded(text ?? '');
    }
  }
  const [only, ...others] = root.children;
  if (open.length > 1) throw new SyntaxError(`<${open.at(-1)?.name}> is never closed`);
  if (!only || others.length > 0) throw new SyntaxError('Not exactly one root element');
  return only;
};

const readAttributes = (source: string): ReadonlyMap<string, string> => {
  const attributes = new Map<string, string>();
  for (const [, key = '', value = ''] of source.matchAll(new RegExp(` (${name})="([^"]*)"`, 'g'))) {
    if (attributes.has(key)) throw new SyntaxError(`Attribute ${key} is given twice`);
    attributes.set(key, decoded(value));
  }
  return attributes;
};

const decoded = (text: string): string =>
  text.replace(/&[^;]*;?/g, (reference) => {
    const character = entities[reference];
    if (character === undefined) throw new SyntaxError(`Unknown reference ${reference}`);
    return character;
  });

/** An element and all that it contains. */
export const flatten = (element: XmlElement): XmlElement[] => [
  element,
  ...element.children.flatMap(flatten),
];
