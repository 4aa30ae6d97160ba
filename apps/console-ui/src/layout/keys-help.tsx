import { Dialog } from '../parts/dialog';
import styles from './keys-help.module.css';

const groups: readonly { title: string; keys: readonly (readonly [string, string])[] }[] = [
  {
    title: 'Everywhere',
    keys: [
      ['?', 'This list'],
      ['Ctrl K or ⌘ K', 'Go to a page or a component, or do something'],
      ['g o, g t, g l', 'Overview, Traces, Logs'],
      ['g i, g e, g f', 'Incidents, Executive, Faults'],
      ['/', 'Search'],
      ['y', 'Copy a link to what is seen'],
      ['Esc', 'Close, or clear what is selected'],
    ],
  },
  {
    title: 'Time',
    keys: [
      ['[ ]', 'Earlier and later, by half of what is shown'],
      ['0', 'Back to live'],
      ['space', 'Replay and pause, on the overview'],
    ],
  },
  {
    title: 'Lists and traces',
    keys: [
      ['j k', 'Next and previous row'],
      ['o', 'Open the row'],
      ['m', 'Mark the row of a trace, to compare two'],
      ['f b', 'Next and previous failed span of a trace'],
      ['s', 'Next span of a trace by its time on the critical path, the longest first'],
      ['c', 'Critical path of a trace on and off'],
    ],
  },
];

export const KeysHelp = ({ onClose }: { onClose: () => void }) => (
  <Dialog label="Keys" onClose={onClose}>
    <div className={styles.groups}>
      {groups.map(({ title, keys }) => (
        <section key={title}>
          <h2>{title}</h2>
          <dl className={styles.keys}>
            {keys.map(([key, meaning]) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  </Dialog>
);
