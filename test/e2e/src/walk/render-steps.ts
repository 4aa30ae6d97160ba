import type { Step } from './step';
import { actionWords, sightWords } from './words';

/** `Do this. Then that.` */
const sentences = (words: readonly string[]): string =>
  words.map((each) => `${each.replace(/^./, (letter) => letter.toUpperCase())}.`).join(' ');

const stay = 'Stay on the page';

/** A table of steps, a row each: what to do, what to say if somebody listens, and what is seen. */
export const renderSteps = (steps: readonly Step[], says: boolean): string => {
  const rows = steps.map(({ do: actions, say, see }) => {
    const seen = see.length === 0 ? '' : sentences([see.map(sightWords).join('; ')]);
    return [
      sentences(actions.length === 0 ? [stay] : actions.map(actionWords)),
      ...(says ? [say] : []),
      seen,
    ];
  });
  const heads = ['do', ...(says ? ['say'] : []), 'see'];
  return [heads, heads.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
};
