import {
  exitCodeOf,
  InvalidArgumentError,
  oneOf,
  program,
  untilInterrupted,
} from '@faultline/command-line';
import { demo } from './walk/demo';
import { mysteryRate, mysterySections } from './walk/mystery';
import { onStage, StageError } from './walk/stage';
import { type Section, WalkError, walk } from './walk/walk';

// `npm run demo:walk`: takes the steps of docs/demo.md or docs/workshop.md in a browser. Exit codes: 0 all was seen, 1 something was not,
// 2 what was typed is wrong, 130 interrupted.

const scripts: Record<'demo' | 'workshop', { sections: readonly Section[]; rate?: number }> = {
  demo: { sections: demo },
  workshop: { sections: mysterySections, rate: mysteryRate },
};

const origin = (text: string): string => {
  const url = URL.parse(text);
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url.origin;
  throw new InvalidArgumentError('It must be an address such as http://127.0.0.1:8090');
};

const main = async (signal: AbortSignal): Promise<number> => {
  const command = program(
    'npm run demo:walk --',
    'Walks through docs/demo.md in a browser, on a shop of its own.',
  )
    .argument(
      '[script]',
      'demo, or workshop: docs/workshop.md',
      oneOf('script', ['demo', 'workshop']),
      'demo' as const,
    )
    .option('--url <origin>', 'the console of a shop that runs already', origin)
    .option('--slow', 'slowly, in a window that you see', false)
    .option('--screenshots <directory>', 'a picture of each step')
    .parse();
  const { url, slow, screenshots } = command.opts();
  const [script] = command.processedArgs;
  const { sections, rate } = scripts[script];
  await onStage({ url, rate, slow, signal, tell: console.log }, (stage) =>
    walk(sections, stage, { tell: console.log, screenshots }),
  );
  return 0;
};

void exitCodeOf(() => untilInterrupted(main), [WalkError, StageError]).then((code) =>
  process.exit(code),
);
