const space = '\u202f';

/** A number with as many digits as say something: three. */
const digits = (value: number): string => {
  const size = Math.abs(value);
  if (size >= 100 || value === 0) return value.toFixed(0);
  if (size >= 10) return trimmed(value.toFixed(1));
  return trimmed(value.toFixed(2));
};

const trimmed = (text: string): string => text.replace(/\.?0+$/, '');

/** Milliseconds as `640 µs`, `12.3 ms`, `4.2 s`, `3 min 20 s` or `2 h 5 min`. */
export const formatDuration = (milliseconds: number): string => {
  if (milliseconds <= 0) return `0${space}ms`;
  if (milliseconds < 0.9995) return `${digits(milliseconds * 1000)}${space}µs`;
  if (milliseconds < 999.5) return `${digits(milliseconds)}${space}ms`;
  if (milliseconds < 59_950) return `${digits(milliseconds / 1000)}${space}s`;
  return formatSeconds(milliseconds / 1000);
};

/** A difference of milliseconds as `+12.3 ms`, or `−640 µs`. */
export const formatDifference = (milliseconds: number): string => {
  if (milliseconds === 0) return `±0${space}ms`;
  return (milliseconds > 0 ? '+' : '−') + formatDuration(Math.abs(milliseconds));
};

/** Seconds in its two largest units: `3 min 20 s`, `2 h 5 min`, `3 d 4 h`. */
export const formatSeconds = (seconds: number): string => {
  const whole = Math.round(Math.abs(seconds));
  const sign = seconds < 0 && whole > 0 ? '−' : '';
  const parts: [number, string][] = [
    [Math.floor(whole / 86_400), 'd'],
    [Math.floor(whole / 3600) % 24, 'h'],
    [Math.floor(whole / 60) % 60, 'min'],
    [whole % 60, 's'],
  ];
  const first = parts.findIndex(([value]) => value > 0);
  if (first === -1) return `0${space}s`;
  const shown = parts.slice(first, first + 2).filter(([value]) => value > 0);
  return sign + shown.map(([value, unit]) => value + space + unit).join(' ');
};

/** A rate per second as `12/s`; below 1 a second with two digits. */
export const formatRate = (perSecond: number): string => `${digits(perSecond)}/s`;

/** A share of 0 to 1 as `0.4 %`. */
export const formatShare = (share: number): string => {
  const percent = share * 100;
  if (percent > 0 && percent < 0.01) return `<0.01${space}%`;
  if (percent < 100 && percent > 99.9) return `${trimmed(percent.toFixed(3))}${space}%`;
  return `${digits(percent)}${space}%`;
};

const inEnglish = new Intl.NumberFormat('en');

/** A count as `48,310`. */
export const formatCount = (count: number): string => inEnglish.format(count);

/** Bytes as `12.3 MB`. */
export const formatBytes = (bytes: number): string => {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 0;
  while (Math.abs(value) >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${digits(value)}${space}${units[unit]}`;
};

/** `1 span`, `3 spans`. */
export const formatNumberOf = (count: number, one: string, many = `${one}s`): string =>
  `${formatCount(count)} ${count === 1 ? one : many}`;
