import { afterEach, describe, expect, it } from 'vitest';
import { ComponentLogs } from '../src/component-logs';
import { componentsOf } from '../src/components';
import { loadReading } from '../src/components/demo-config';
import { Demo } from '../src/demo';
import { DemoView } from '../src/terminal/demo-view';
import { frame } from '../src/terminal/frame';
import { duration, loadInWords, stateInWords } from '../src/terminal/words';
import { settingOf } from './demo-config';

const reading = {
  journeysPerSecond: 2.96,
  failureRatio: 0.0125,
  latency: { p95: 41.7 },
  totals: { succeeded: 79, failed: 1 },
};
const views: DemoView[] = [];

/** A demo of all components that nobody has started. */
const waiting = () => {
  const demo = new Demo({
    portBase: 18080,
    components: componentsOf(settingOf()),
    lock: { takenOver: false, release: async () => undefined },
    logs: new ComponentLogs('/nowhere', () => undefined),
  });
  const view = new DemoView(demo);
  views.push(view);
  return { demo, view };
};
const screen = { columns: 120, rows: 40, colour: false };

afterEach(() => {
  for (const view of views.splice(0)) view.close();
});

describe('the live screen', () => {
  it('shows each component with its state and address, the console first', () => {
    const lines = frame(waiting().view, screen);
    expect(lines[0]).toMatch(/^Faultline is starting: \d+\.\d s$/);
    expect(lines[2]).toMatch(/^ {2}console\s+waiting\s+http:\/\/127\.0\.0\.1:18090$/);
    expect(lines[3]).toMatch(/^ {2}web-gateway\s+waiting\s+http:\/\/127\.0\.0\.1:18080$/);
    expect(lines.filter((line) => line.includes('waiting'))).toHaveLength(14);
    expect(lines.at(-1)).toContain('stop: Ctrl-C');
  });

  it('shows how the shoppers fare, and what is to be known', () => {
    const { demo, view } = waiting();
    demo.emit('load', reading);
    demo.emit('notice', 'The disk is full');
    const lines = frame(view, screen);
    expect(lines).toContainEqual(
      expect.stringMatching(/^ {2}load .* 3\.0 journeys\/s, 1\.3 % failed, p95 42 ms$/),
    );
    expect(lines.at(-1)).toBe('The disk is full');
  });

  it('leaves the stores out of a short terminal, and cuts lines in a narrow one', () => {
    const { view } = waiting();
    const lines = frame(view, { columns: 40, rows: 14, colour: true });
    expect(lines.length).toBeLessThan(14);
    expect(lines.join('\n')).not.toContain('product-data');
    for (const line of lines.slice(2, 9)) expect(line.length).toBe(39);
  });
});

describe('words', () => {
  it('tell a state, a time and a load', () => {
    const status = { pid: 1, reason: 'ended by SIGKILL' } as const;
    expect(stateInWords({ ...status, state: 'restarting', restarts: 1 })).toBe(
      'restarting: ended by SIGKILL',
    );
    expect(stateInWords({ ...status, state: 'up', restarts: 1 })).toBe('up, restarted once');
    expect(stateInWords({ ...status, state: 'up', restarts: 3 })).toBe('up, restarted 3 times');
    expect([45_900, 725_000, 12_000_000].map(duration)).toEqual([
      '45 s',
      '12 min 5 s',
      '3 h 20 min',
    ]);
    expect(loadInWords(reading)).toBe('3.0 journeys/s, 1.3 % failed, p95 42 ms');
  });
});

describe("the load's messages", () => {
  it('are read when they hold what is shown, and passed over when not', () => {
    expect(loadReading({ ...reading, more: true })).toEqual(reading);
    expect(loadReading({ ...reading, latency: {} })).toBeUndefined();
    expect(loadReading('hello')).toBeUndefined();
    expect(loadReading(undefined)).toBeUndefined();
  });
});
