import { matches } from '@faultline/evidence';
import type { SymptomEvidence } from '@faultline/faults';
import { type Load, startLoad } from '@faultline/load';

interface Request {
  time: number;
  step: string;
  status: string;
  milliseconds: number;
}

/**
 * So many slow responses, and such a ratio of all, are no accident. A fault that makes every other first try
 * slow makes a third of all requests slow: who met it tries again.
 */
const minSlow = 2;
const usualRatio = 1 / 5;

const classOf = (status: number | undefined): string =>
  status === undefined ? 'none' : `${Math.floor(status / 100)}xx`;

/** Shoppers at the default load, and what they meet. */
export class Shoppers {
  readonly #requests: Request[] = [];
  readonly #failures: { time: number; reason: string }[] = [];
  readonly #load: Load;

  constructor(url: string) {
    this.#load = startLoad({
      url,
      onRequest: ({ name, status, milliseconds }) =>
        this.#requests.push({
          time: Date.now(),
          step: name,
          status: classOf(status),
          milliseconds,
        }),
      onFailure: ({ reason }) => this.#failures.push({ time: Date.now(), reason }),
    });
  }

  /** How often a symptom was met since a moment, in milliseconds since 1970. */
  met(symptom: Exclude<SymptomEvidence, 'none'>, since: number): number {
    if ('check' in symptom)
      return this.#failures.filter(
        ({ time, reason }) =>
          time >= since && (reason.startsWith(symptom.check) || matches(symptom.check, reason)),
      ).length;
    const asked = this.#requests.filter(({ time, step }) => time >= since && step === symptom.step);
    if ('status' in symptom) return asked.filter(({ status }) => status === symptom.status).length;
    const { maxDuration, minRatio = usualRatio } = symptom;
    const slow = asked.filter(({ milliseconds }) => milliseconds > maxDuration).length;
    return slow >= minSlow && slow >= asked.length * minRatio ? slow : 0;
  }

  stop(): Promise<unknown> {
    return this.#load.stop(1);
  }
}
