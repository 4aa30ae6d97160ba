import type { Attributes } from '@faultline/contracts/console';
import type { Attributes as Received } from '@faultline/otlp';

/** Attributes with lists and objects as text. */
export const shownAttributes = (attributes: Received): Attributes =>
  Object.fromEntries(
    Object.entries(attributes).map(([key, value]) => [
      key,
      typeof value === 'object' ? JSON.stringify(value) : value,
    ]),
  );
