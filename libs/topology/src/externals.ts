const names = ['payment-provider'] as const;

export type ExternalName = (typeof names)[number];

export const externalNames: readonly ExternalName[] = names;

/** An external system: it belongs to somebody else, and has no metrics of its own. */
export interface ExternalSpec {
  title: string;
  /** The environment variable in which its service finds its address. */
  urlVariable: string;
  /** The chart's value for that address, among the values under the service's name. */
  chartValue: string;
}

export const externals: Readonly<Record<ExternalName, ExternalSpec>> = {
  'payment-provider': {
    title: 'Payment provider',
    urlVariable: 'PAYMENT_PROVIDER_URL',
    chartValue: 'providerUrl',
  },
};
