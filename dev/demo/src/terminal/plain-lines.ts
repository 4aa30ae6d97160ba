import type { Demo } from '../demo';
import type { ComponentState } from '../supervision/component';
import { DemoView, type Display } from './demo-view';
import { table } from './frame';
import { loadInWords, megabytes, seconds, stateInWords } from './words';

const everyMs = 30_000;
/** The states to report; the others are transitions to these. */
const told: readonly ComponentState[] = ['up', 'not ready', 'restarting'];

/**
 * A display for logs and pipes: one line per change, and a summary at intervals.
 * `title` is the name of the demo in its lines.
 */
export const plainLines = (demo: Demo, title: string, print: (line: string) => void): Display => {
  const view = new DemoView(demo);
  const say = (line: string) => print(`${new Date().toTimeString().slice(0, 8)}  ${line}`);
  const tellChange = (name: string) => {
    const status = demo.process(name);
    if (told.includes(status.state)) {
      const after = view.phase === 'starting' ? ` after ${seconds(view.elapsedMs)}` : '';
      say(`${name} ${stateInWords(status)}${after}`);
    }
  };
  for (const { name, kind, url } of view.rows) if (kind === 'tool') say(`${name}: ${url}`);
  demo.on('change', tellChange);
  demo.on('notice', say);
  const timer = setInterval(() => {
    if (view.phase === 'running') say(summary(view));
  }, everyMs);

  return {
    ready: () => {
      view.ready();
      say(`${title} runs, ready after ${seconds(view.elapsedMs)}; stop it with Ctrl-C`);
      for (const line of table(view, false)) print(line);
    },
    stopping: () => {
      view.phase = 'stopping';
      say(`${title} is stopping`);
    },
    stopped: () => say(`${title} has stopped`),
    close: () => {
      clearInterval(timer);
      view.close();
      demo.off('change', tellChange);
      demo.off('notice', say);
    },
  };
};

const summary = (view: DemoView): string => {
  const down = view.rows.filter(({ status }) => status.state !== 'up').map(({ name }) => name);
  const all = `${view.rows.length} components`;
  return [
    down.length === 0 ? `all ${all} up` : `${down.length} of ${all} not up: ${down.join(', ')}`,
    ...(view.load ? [loadInWords(view.load)] : []),
    ...(view.memoryBytes === undefined ? [] : [megabytes(view.memoryBytes)]),
  ].join('; ');
};
