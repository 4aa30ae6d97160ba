import type { CartChange, ProblemCodeOf, ShopRoutes } from '@faultline/contracts';
import type { Failure } from '../api/failure';
import { explainFailure } from '../failure/explain-failure';
import { declineReason } from './decline-reason';
import type { FieldMessages } from './purchase-form';
import type { TryOutcome } from './purchase-key';
import { placeErrors } from './server-errors';

/** The result of a purchase without an order. */
export interface PurchaseFailure {
  title: string;
  happened: string;
  advice: string;
  outcome: TryOutcome;
  fields: FieldMessages;
  /** The changes since the page was shown. */
  changes: readonly CartChange[];
  /** The order that has already paid the cart. */
  orderId: string | undefined;
  /** The failure of the request. */
  cause: Failure;
}

type Words = Pick<PurchaseFailure, 'title' | 'happened' | 'advice' | 'outcome'> & {
  fields?: FieldMessages;
};

const sameDetails =
  'Press “Pay” again with the same details: you will not be charged twice, whichever way it went.';

const lookAgain =
  '“Your order” shows what is in the cart now. If that is right, press “Pay” again.';

/** `adviceWithoutCart` is for when the shop does not say what is in the cart now. */
type ConflictWords = Words & { adviceWithoutCart?: string };

type CheckoutCode<Status extends number> = ProblemCodeOf<ShopRoutes['checkout'], Status>;

/** For every 409 that a checkout may have. */
const conflicts: Readonly<Record<CheckoutCode<409>, ConflictWords>> = {
  'cart-changed': {
    title: 'Your cart has changed',
    happened: 'It is not what this page showed. Nothing was charged.',
    advice: lookAgain,
    outcome: 'final',
  },
  'price-changed': {
    title: 'A price has changed',
    happened: 'The shop would have charged another sum than this page showed, so it did not.',
    advice: lookAgain,
    outcome: 'final',
  },
  'product-withdrawn': {
    title: 'Something is not sold any more',
    happened: 'It was in your cart when this page showed it. Nothing was charged.',
    advice: lookAgain,
    outcome: 'final',
  },
  'cart-empty': {
    title: 'Your cart is empty',
    happened: 'There is nothing to pay. Nothing was charged.',
    advice: 'Put something into your cart first.',
    outcome: 'final',
  },
  'payment-under-way': {
    title: 'This cart is being paid already',
    happened:
      'Another payment of it has no known end yet, perhaps from another tab or an earlier try.',
    advice: 'Wait half a minute, then press “Pay” again: the cart is not charged twice.',
    outcome: 'refused',
  },
  'cart-already-paid': {
    title: 'This cart has been paid already',
    happened:
      'It became an order, perhaps in another tab or by an earlier try. Nothing more was charged.',
    advice: 'What was bought is out of your cart now.',
    adviceWithoutCart: 'What was bought is still in your cart. Nothing of it is charged again.',
    outcome: 'final',
  },
  'idempotency-key-reused': {
    title: 'Your last try was with other details',
    happened: 'We do not know how that one ended: it may still become an order.',
    advice: 'If you press “Pay” again, these details start a new purchase.',
    outcome: 'final',
  },
};

const conflict = ({ problem }: Failure): Words => {
  const byCode: Partial<Record<string, ConflictWords>> = conflicts;
  const known: ConflictWords = byCode[problem?.code ?? ''] ?? {
    title: 'This order could not be placed',
    happened: problem?.detail ?? 'The cart has changed since this page was loaded.',
    advice: 'Look at your cart, then try again.',
    outcome: 'final',
  };
  const { adviceWithoutCart, ...words } = known;
  if (adviceWithoutCart === undefined || problem?.conflict?.cart) return words;
  return { ...words, advice: adviceWithoutCart };
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
  const { words, field } = declineReason(problem);
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

const unknownEnds: Readonly<Record<CheckoutCode<502 | 504>, Words>> = {
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
  if (kind !== 'error-response' || status === undefined) return unsure(failure);
  const byCode: Partial<Record<string, Words>> = unknownEnds;
  const byCause = problem && byCode[problem.code];
  if (byCause) return byCause;
  const known = byStatus[status];
  if (known) return known(failure);
  return status < 500 ? refused(failure) : unsure(failure);
};

export const explainPurchaseFailure = (failure: Failure): PurchaseFailure => ({
  fields: {},
  changes: failure.problem?.conflict?.changes ?? [],
  orderId: failure.problem?.conflict?.orderId,
  ...wordsFor(failure),
  cause: failure,
});
