/** The part of a trace that is shown, as shares of its duration. */
export interface View {
  from: number;
  to: number;
}

const whole: View = { from: 0, to: 1 };

const pattern = /^(0(?:\.\d+)?)-(0(?:\.\d+)?|1)$/;

/** The view of a page's address, such as `0.25-0.5`; the whole trace where there is none. */
export const readView = (text: string): View => {
  const [, from, to] = pattern.exec(text) ?? [];
  const view = { from: Number(from), to: Number(to) };
  return view.from < view.to ? view : whole;
};

const digits = (share: number): string => String(Number(share.toFixed(4)));

/** A view for the address: nothing for the whole trace. */
export const viewText = ({ from, to }: View): string =>
  from <= 0 && to >= 1 ? '' : `${digits(from)}-${digits(to)}`;

/** The keys of rows in an address, which have no dots. */
export const readKeys = (text: string): ReadonlySet<string> =>
  new Set(text.split('.').filter((key) => key !== ''));

/** The keys of the address with one more, or without it. */
export const toggledKeys = (text: string, key: string): string => {
  const next = new Set(readKeys(text));
  if (!next.delete(key)) next.add(key);
  return [...next].join('.');
};
