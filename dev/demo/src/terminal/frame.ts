import { relative } from 'node:path';
import { stripVTControlCharacters, styleText } from 'node:util';
import type { ComponentState } from '../supervision/component';
import type { DemoView, Row } from './demo-view';
import { duration, loadInWords, megabytes, seconds, stateInWords } from './words';

type Style = Parameters<typeof styleText>[0];

export interface Paper {
  columns: number;
  rows: number;
  colour: boolean;
}

const styles: Readonly<Record<ComponentState, Style>> = {
  waiting: 'gray',
  starting: 'yellow',
  up: 'green',
  'not ready': 'red',
  restarting: 'red',
  stopping: 'yellow',
  stopped: 'gray',
};

/** The lines of one screen, cut to its width; without the stores if it is too short. */
export const frame = (view: DemoView, paper: Paper): string[] => {
  const whole = compose(view, view.rows, paper);
  const lines =
    whole.length < paper.rows
      ? whole
      : compose(
          view,
          view.rows.filter(({ kind }) => kind !== 'store'),
          paper,
        );
  return lines.map((line) => cut(line, paper.columns));
};

/** The table of components alone. */
export const table = (view: DemoView, colour: boolean): string[] => rowsOf(view, view.rows, colour);

const compose = (view: DemoView, rows: readonly Row[], { colour }: Paper): string[] => [
  paint(colour, 'bold', headline(view)),
  '',
  ...rowsOf(view, rows, colour),
  '',
  footer(view),
  ...view.notices.map((line) => paint(colour, 'yellow', line)),
];

const headline = (view: DemoView): string => {
  if (view.phase === 'stopped') return 'Faultline has stopped';
  if (view.phase === 'stopping') return 'Faultline is stopping (Ctrl-C again: at once)';
  if (view.readyAfterMs === undefined) return `Faultline is starting: ${seconds(view.elapsedMs)}`;
  return `Faultline runs, ready after ${seconds(view.readyAfterMs)}`;
};

const footer = (view: DemoView): string => {
  const [component] = view.demo.components;
  const logs = component ? relative(process.cwd(), view.demo.logFile('*')) : '';
  const memory = view.memoryBytes === undefined ? [] : [megabytes(view.memoryBytes)];
  return [`for ${duration(view.elapsedMs)}`, ...memory, `logs: ${logs}`, 'stop: Ctrl-C'].join(
    ' · ',
  );
};

const rowsOf = (view: DemoView, rows: readonly Row[], colour: boolean): string[] => {
  const names = Math.max(...rows.map(({ name }) => name.length));
  const states = Math.max(14, ...rows.map(({ status }) => stateInWords(status).length));
  return rows.map(({ name, kind, url, status }) => {
    const state = paint(colour, styles[status.state], stateInWords(status).padEnd(states));
    const last = kind === 'load' && view.load ? loadInWords(view.load) : (url ?? '');
    return `  ${name.padEnd(names)}  ${state}  ${last}`.trimEnd();
  });
};

const paint = (colour: boolean, style: Style, text: string): string =>
  colour ? styleText(style, text, { validateStream: false }) : text;

/** A line that is cut loses its colours. */
const cut = (line: string, columns: number): string => {
  const bare = stripVTControlCharacters(line);
  return bare.length < columns ? line : bare.slice(0, columns - 1);
};
