/** A number without the noise of binary fractions: 0.0005 × 100 is 0.05. */
export const plain = (value: number): string => String(Number(value.toPrecision(6)));

/** A ratio that somebody has chosen, such as an objective or a threshold, with all of its digits: `99.99 %`. */
export const percent = (ratio: number): string => `${plain(ratio * 100)} %`;
