import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { look, patienceFor } from './look';
import { perform, type Stage } from './perform';
import type { Step } from './step';
import { actionWords, plain, sightWords } from './words';

/** The product differs from the script; the message says where, in one sentence. */
export class WalkError extends Error {
  override readonly name = 'WalkError';
}

/** Steps under a title, as in a chapter or in a question of the workshop. */
export interface Section {
  title: string;
  steps: readonly Step[];
}

interface WalkOptions {
  tell(line: string): void;
  /** The directory for a picture of each step. */
  screenshots?: string | undefined;
}

/** Takes all steps one after the other, and tells what was seen. Rejects with a WalkError where something is missing. */
export const walk = async (
  sections: readonly Section[],
  stage: Stage,
  { tell, screenshots }: WalkOptions,
): Promise<void> => {
  if (screenshots !== undefined) await mkdir(screenshots, { recursive: true });
  const start = performance.now();
  for (const [index, { title, steps }] of sections.entries()) {
    tell(`${index + 1}. ${title}`);
    const begun = performance.now();
    for (const [place, step] of steps.entries()) {
      const name = `${index + 1}.${place + 1}`;
      await takeStep(name, step, stage, tell).finally(async () => {
        // Of what was not as written, too.
        if (screenshots !== undefined && !stage.page.isClosed())
          await stage.page.screenshot({ path: join(screenshots, `${name}.png`) });
      });
    }
    tell(`   ${secondsSince(begun)} s in all`);
  }
  tell(`All is as the script says, after ${secondsSince(start)} s`);
};

const takeStep = async (
  name: string,
  step: Step,
  stage: Stage,
  tell: (line: string) => void,
): Promise<void> => {
  const begun = performance.now();
  const done = step.do.map(actionWords).map(plain).join('; ');
  for (const action of step.do)
    await perform(action, stage).catch((error: unknown) => {
      const what = `this cannot be done: ${plain(actionWords(action))}`;
      throw notAsWritten(name, what, stage, error);
    });
  for (const sight of step.see)
    await look(stage.page, sight).catch((error: unknown) => {
      const what = `${plain(sightWords(sight))} is missing, within ${patienceFor(sight)} s after: ${done}`;
      throw notAsWritten(name, what, stage, error);
    });
  tell(`   ${name} ${done}`);
  tell(
    `       seen after ${secondsSince(begun)} s: ${step.see.map(sightWords).map(plain).join('; ')}`,
  );
};

const notAsWritten = (name: string, what: string, { page }: Stage, cause: unknown): WalkError =>
  new WalkError(`Step ${name}: ${what} (at ${page.url()})`, { cause });

const secondsSince = (begun: number): string => ((performance.now() - begun) / 1000).toFixed(1);
