import type { Failure } from '../api/failure';
import { explainFailure } from '../failure/explain-failure';
import { declineReason } from './decline-reason';
import type { FieldMessages } from './purchase-form';
import type { TryOutcome } from './purchase-key';
import { placeErrors } from './server-errors';

/** What became of a purchase that did not end in an order. */
export interface PurchaseFailure {
  title: string;
  happened: string;
  advice: string;
  outcome: TryOutcome;
  fields: FieldMessages;
  /** What the request came back with. */
  cause: Failure;
}

type Words = Pick<PurchaseFailure, 'title' | 'happened' | 'advice' | 'outcome'> & {
  fields?: FieldMessages;
};

const sameDetails =
  'Press “Pay” again with the same details: you will not be charged twice, whichever way it went.';

const conflict = ({ problem }: Failure): Words => {
  if (problem?.code.startsWith('idempotency')) {
    return {
      title: 'Your last try was with other details',
      happened: 'We do not know how that one ended: it may still become an order.',
      advice: 'If you press “Pay” again, these details start a new purchase.',
      outcome: 'final',
    };
  }
  return {
    title: 'This order could not be placed',
    happened: problem?.detail ?? 'The cart has changed since this page was loaded.',
    advice: 'Look at your cart, then try again.',
    outcome: 'final',
  };
};

const refused = (failure: Failure): Words => {
  const { title, happened } = explainFailure(failure);
  return {
    title,
    happened: `${happened} Nothing was charged.`,
    advice: 'Check the details and press “Pay” again.',
    outcome: 'refused',
  };
};

const declined = ({ problem }: Failure): Words => {
  const { words, field } = declineReason(problem?.detail);
  return {
    title: 'Your card was declined',
    happened: `${words} Nothing was charged.`,
    advice: 'Check the details or use another card.',
    outcome: 'final',
    ...(field && { fields: { [field]: words } }),
  };
};

const invalid = (failure: Failure): Words => {
  const { placed, rest } = placeErrors(failure.fieldErrors);
  if (Object.keys(placed).length === 0) return refused(failure);
  return {
    title: 'Some details need another look',
    happened: ['Nothing was charged.', ...rest.map(({ message }) => message)].join(' '),
    advice: 'Correct the marked fields, then press “Pay” again.',
    outcome: 'refused',
    fields: placed,
  };
};

const tooMany: Words = {
  title: 'Too many tries in a short time',
  happened: 'The shop asks for a short pause. This try was not charged.',
  advice: 'Wait a few seconds, then press “Pay” again.',
  outcome: 'refused',
};

const byStatus: Readonly<Record<number, (failure: Failure) => Words>> = {
  400: invalid,
  402: declined,
  409: conflict,
  422: invalid,
  429: () => tooMany,
};

const byCode: Readonly<Record<string, Words>> = {
  'payment-provider-unreachable': {
    title: 'The payment provider cannot be reached',
    happened: 'The shop could not connect to it, so most likely nothing was charged.',
    advice: sameDetails,
    outcome: 'unknown',
  },
  'payment-provider-late': {
    title: 'The payment provider is late',
    happened: 'Its answer did not come in time, so your order may still go through.',
    advice: sameDetails,
    outcome: 'unknown',
  },
};

const stoppedWaiting: Words = {
  title: 'We stopped waiting after 8 seconds',
  happened: 'No answer has come yet, so your order may still go through.',
  advice: sameDetails,
  outcome: 'unknown',
};

const unsure = (failure: Failure): Words => {
  const { title, happened } = explainFailure(failure);
  return {
    title,
    happened: `${happened} We do not know whether your order went through.`,
    advice: sameDetails,
    outcome: 'unknown',
  };
};

const wordsFor = (failure: Failure): Words => {
  const { kind, status, problem } = failure;
  if (kind === 'late') return stoppedWaiting;
  if (kind !== 'answered' || status === undefined) return unsure(failure);
  const byCause = problem && byCode[problem.code];
  if (byCause) return byCause;
  const known = byStatus[status];
  if (known) return known(failure);
  return status < 500 ? refused(failure) : unsure(failure);
};

export const explainPurchaseFailure = (failure: Failure): PurchaseFailure => ({
  fields: {},
  ...wordsFor(failure),
  cause: failure,
});
