import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { frozen, withRange } from '../time/range';
import { useRange } from '../time/use-range';

/** A rectangle of the heat map: spans that started in a time and took so long. */
export interface Selection {
  selectedFrom: number;
  selectedTo: number;
  minDuration: number;
  maxDuration: number;
}

const name = 'selected';

export const readSelection = (text: string | null): Selection | undefined => {
  const [selectedFrom, selectedTo, minDuration, maxDuration, ...rest] = (text ?? '')
    .split('~')
    .map((part) => (part === '' ? Number.NaN : Number(part)));
  const values = [selectedFrom, selectedTo, minDuration, maxDuration];
  if (rest.length > 0 || !values.every((value) => value !== undefined && value >= 0))
    return undefined;
  if (selectedFrom === undefined || selectedTo === undefined) return undefined;
  if (minDuration === undefined || maxDuration === undefined) return undefined;
  return { selectedFrom, selectedTo, minDuration, maxDuration };
};

const rounded = (value: number): number => Number(value.toPrecision(6));

export const selectionText = (selection: Selection): string =>
  [
    Math.round(selection.selectedFrom),
    Math.round(selection.selectedTo),
    rounded(selection.minDuration),
    rounded(selection.maxDuration),
  ].join('~');

/** The selection in the address. Selecting stops the time, so that what was selected stays in sight. */
export const useSelection = (): [Selection | undefined, (next: Selection | undefined) => void] => {
  const [params, setParams] = useSearchParams();
  const { range } = useRange();
  const text = params.get(name);
  const selection = useMemo(() => readSelection(text), [text]);
  const select = useCallback(
    (next: Selection | undefined) =>
      setParams(
        (before) => {
          const after = next ? withRange(before, frozen(range)) : new URLSearchParams(before);
          if (next) after.set(name, selectionText(next));
          else after.delete(name);
          return after;
        },
        { preventScrollReset: true },
      ),
    [setParams, range],
  );
  return [selection, select];
};
