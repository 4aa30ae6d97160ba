import { escapeXml } from '@faultline/contracts/escape-xml';

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** A tenth of a unit is finer than any screen shows, and keeps the files small. */
const rounded = (text: string): string =>
  text.replace(/-?\d+\.\d+(e-?\d+)?/g, (number) => String(Number(Number(number).toFixed(1))));

const attribute = (name: string, value: string | number): string =>
  ` ${name}="${name.endsWith('opacity') ? value : rounded(escapeXml(String(value)))}"`;

/** One SVG element as text; attributes without a value are left out. */
export const element = (
  name: string,
  attributes: Attributes,
  children: readonly string[] = [],
): string => {
  const start = `<${name}${Object.entries(attributes)
    .map(([key, value]) => (value === undefined ? '' : attribute(key, value)))
    .join('')}`;
  return children.length === 0 ? `${start}/>` : `${start}>${children.join('')}</${name}>`;
};
