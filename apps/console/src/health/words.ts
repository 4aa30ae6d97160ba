/** A number with two significant digits: `0.35`, `4.2`, `120`. */
const short = (value: number): string =>
  value >= 10 ? String(Math.round(value)) : String(Number(value.toPrecision(2)));

/** A ratio that was measured as `12 %`, `0.35 %` or `under 0.01 %`. */
export const percent = (ratio: number): string =>
  ratio > 0 && ratio < 0.00005 ? 'under 0.01 %' : `${short(ratio * 100)} %`;

/** `4.2 s` */
export const inSeconds = (seconds: number): string => `${short(seconds)} s`;

/** `1 error`, `3 errors` */
export const counted = (count: number, noun: string): string =>
  `${count} ${noun}${count === 1 ? '' : 's'}`;
