import { layoutOf, type Place, stateWords } from '@faultline/contracts/console';
import { escapeXml } from '@faultline/contracts/escape-xml';
import type { ComponentState, HealthState } from '../health/health';
import { components } from '../views/components';
import { edges } from '../views/traffic';

/** The light colours of the console's pages; a picture is for paper, too. */
const colours: Readonly<Record<HealthState, { line: string; fill: string; ink: string }>> = {
  green: { line: '#17693c', fill: '#ffffff', ink: '#17693c' },
  amber: { line: '#825000', fill: '#fdf1d9', ink: '#825000' },
  red: { line: '#b0201b', fill: '#fde9e7', ink: '#b0201b' },
  unknown: { line: '#5c6670', fill: '#ffffff', ink: '#505a64' },
};
const ink = '#15191d';
const edgeColour = '#7d868f';

const margin = 16;
const headline = 36;
const lineHeight = 14;
/** How many characters of the smallest text a component has room for. */
const lineLength = 27;

/** XML has no control characters, not even escaped. */
const escaped = (text: string): string => escapeXml(text.replace(/\p{Cc}+/gu, ' '));

/** Words in lines of limited length; what has no room is cut. */
const wrapped = (words: string, maxLines: number): string[] => {
  const lines: string[] = [];
  for (const word of words.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= lineLength)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word.slice(0, lineLength));
  }
  if (lines.length <= maxLines) return lines;
  const shown = lines.slice(0, maxLines);
  return [...shown.slice(0, -1), `${(shown.at(-1) ?? '').slice(0, lineLength - 1)}…`];
};

const node = (name: string, { x, y, width, height }: Place, state: ComponentState | undefined) => {
  const shown = state?.state ?? 'unknown';
  const { line, fill, ink: words } = colours[shown];
  const dashed = shown === 'unknown' ? ' stroke-dasharray="4 3"' : '';
  const reason = state?.reasons[0]?.words ?? '';
  const texts = reason === '' ? [] : wrapped(reason, Math.floor((height - 40) / lineHeight));
  return `<g transform="translate(${x} ${y})">
<rect width="${width}" height="${height}" rx="6" fill="${fill}" stroke="${line}"${dashed}/>
<rect width="4" height="${height}" fill="${line}"/>
<text x="12" y="18" font-size="13" font-weight="700" fill="${ink}">${escaped(name)}</text>
<text x="12" y="33" font-size="12" font-weight="700" fill="${words}">${stateWords[shown]}</text>
${texts
  .map(
    (text, index) =>
      `<text x="12" y="${47 + index * lineHeight}" font-size="11.5" fill="${words}">${escaped(text)}</text>`,
  )
  .join('\n')}
</g>`;
};

const edge = (from: Place, to: Place): string => {
  if (from.layer === to.layer) {
    const x = from.x + from.width / 2;
    const [y1, y2] = from.y < to.y ? [from.y + from.height, to.y] : [from.y, to.y + to.height];
    return `<path d="M${x} ${y1}V${y2}"/>`;
  }
  const [x1, y1] = [from.x + from.width, from.y + from.height / 2];
  const [x2, y2] = [to.x, to.y + to.height / 2];
  const middle = (x1 + x2) / 2;
  return `<path d="M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}"/>`;
};

/** The service map with the states of its components, in colours and in words, as an SVG that needs nothing else. */
export const mapPicture = (title: string, states: readonly ComponentState[]): string => {
  const places = layoutOf(components, edges);
  const all = [...places.values()];
  const left = Math.min(...all.map(({ x }) => x)) - margin;
  const top = Math.min(...all.map(({ y }) => y)) - margin - headline;
  const width = Math.max(...all.map((place) => place.x + place.width)) + margin - left;
  const height = Math.max(...all.map((place) => place.y + place.height)) + margin - top;
  const lines = edges.flatMap(({ from, to }) => {
    const [start, end] = [places.get(from), places.get(to)];
    return start && end ? [edge(start, end)] : [];
  });
  const nodes = components.flatMap(({ name }) => {
    const place = places.get(name);
    const state = states.find(({ component }) => component === name);
    return place ? [node(name, place, state)] : [];
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${left} ${top} ${width} ${height}" width="${width}" height="${height}" role="img" font-family="Inter, 'Segoe UI', Roboto, 'Liberation Sans', Arial, sans-serif">
<title>${escaped(title)}</title>
<rect x="${left}" y="${top}" width="${width}" height="${height}" fill="#f3f4f6"/>
<text x="${left + margin}" y="${top + 26}" font-size="16" font-weight="700" fill="${ink}">${escaped(title)}</text>
<g fill="none" stroke="${edgeColour}" stroke-width="1.5">
${lines.join('\n')}
</g>
${nodes.join('\n')}
</svg>
`;
};
