/** The value of a variable: one or several chosen values, or all of them, for which a pattern may stand. */
export interface VariableValue {
  chosen: readonly string[];
  /** The pattern that stands for all values, as `allValue` has it; it is not escaped. */
  pattern?: string;
}

export type VariableValues = Readonly<Record<string, VariableValue>>;

/** The time range of a dashboard, in seconds since 1970. */
export interface TimeRange {
  from: number;
  to: number;
}

/** About how many points Grafana asks for: one per pixel of a panel. */
const points = 1_000;

/** The interval between two points, which is never shorter than between two scrapes; in seconds. */
export const stepOf = ({ from, to }: TimeRange, scrapeSeconds: number): number =>
  Math.max(scrapeSeconds, Math.ceil((to - from) / points));

const escaped = (value: string): string => value.replace(/[\\^$.|?*+()[\]{}]/g, '\\\\$&');

const asText = ({ chosen, pattern }: VariableValue, format: string | undefined): string => {
  if (pattern !== undefined) return pattern;
  if (format === 'pipe') return chosen.join('|');
  const [first = ''] = chosen;
  return chosen.length === 1 ? first : `(${chosen.map(escaped).join('|')})`;
};

/**
 * Replaces the references to variables in a query as Grafana does for Prometheus, Loki and Tempo. Throws for a variable
 * that has no value. See 'Global variables' and 'Advanced variable format options' in Grafana's documentation.
 */
export const interpolate = (
  query: string,
  values: VariableValues,
  range: TimeRange,
  scrapeSeconds: number,
): string => {
  const step = stepOf(range, scrapeSeconds);
  const global: Readonly<Record<string, string>> = {
    __interval: `${step}s`,
    __auto: `${step}s`,
    __range: `${Math.round(range.to - range.from)}s`,
    __rate_interval: `${Math.max(step + scrapeSeconds, 4 * scrapeSeconds)}s`,
  };
  return query.replace(
    /\$(?:(\w+)|\{(\w+)(?::(\w+))?\})/g,
    (_, bare: string | undefined, braced: string | undefined, format: string | undefined) => {
      const name = bare ?? braced ?? '';
      const value = values[name];
      const text = global[name] ?? (value && asText(value, format));
      if (text === undefined) throw new Error(`the variable ${name} has no value`);
      return text;
    },
  );
};
