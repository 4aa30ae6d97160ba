export interface TestCard {
  number: string;
  outcome: string;
}

/** The cards of the sandbox provider, each with a date in the future and some security code. */
export const testCards: readonly TestCard[] = [
  { number: '4242 4242 4242 4242', outcome: 'Goes through' },
  { number: '4000 0000 0000 0002', outcome: 'Declined' },
  { number: '4000 0000 0000 9995', outcome: 'Insufficient funds' },
  { number: '4000 0000 0000 0069', outcome: 'Expired card' },
  { number: '4000 0000 0000 0127', outcome: 'Wrong CVC' },
];
