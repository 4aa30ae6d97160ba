import { faultOf } from '@faultline/faults';
import type { Action, Sight } from './step';

/** What to do, as a Markdown sentence without its full stop. */
export const actionWords = (action: Action): string => {
  switch (action.kind) {
    case 'open':
      return 'Open <http://127.0.0.1:8090>';
    case 'page':
      return `Go to *${action.title}*`;
    case 'component':
      return `Click **${action.name}** on the map`;
    case 'link':
    case 'button':
      return `Click *${action.name}*${action.panel === undefined ? '' : ` in *${action.panel}*`}`;
    case 'trace':
      return `Click *trace* beside “${action.of}” in *Errors*`;
    case 'line':
      return `Click a line with \`${action.words}\``;
    case 'span':
      return `Click the span \`${action.name}\``;
    case 'key':
      return `Press \`${action.key}\``;
    case 'on': {
      const settings = Object.entries(action.settings ?? {});
      const fields = settings.map(([name, value]) => `enter ${value} for *${name}*, `).join('');
      const options = settings.map(([name, value]) => ` --${name} ${value}`).join('');
      return `Go to *Faults*, ${fields}switch *${faultOf(action.fault).title}* on, or type \`npm run fault -- on ${action.fault}${options}\``;
    }
    case 'off':
      return `Go to *Faults*, switch *${faultOf(action.fault).title}* off, or type \`npm run fault -- off ${action.fault}\``;
    case 'shop':
      return `Open <http://127.0.0.1:8080${action.path}>${action.times === 1 ? '' : ` ${action.times} times`}: “${action.shows}”`;
    case 'fault':
      return `Type \`npm run fault -- ${action.words}\` in a second terminal, which says “${action.prints}”`;
  }
};

/** What is seen, in Markdown. */
export const sightWords = (sight: Sight): string => {
  switch (sight.kind) {
    case 'state':
      return `**${sight.component}** is ${sight.state}${sight.why === undefined ? '' : `: “…${sight.why}”`}`;
    case 'title':
      return `the page *${sight.text}*`;
    case 'text':
      return `“${sight.text}”${sight.panel === undefined ? '' : ` in *${sight.panel}*`}`;
  }
};

/** The same for a terminal. */
export const plain = (markdown: string): string => markdown.replace(/[*`<>]/g, '');
