import { useKeys } from './use-keys';

interface RowKeys {
  /** The ids of the rows from top to bottom. */
  ids: readonly string[];
  /** The id of the selected row: it stays selected when others come before it. */
  selected: string | undefined;
  onSelect: (id: string | undefined) => void;
  onOpen: (id: string) => void;
}

/** j and k move through the rows of a list, o opens one, Esc selects none. */
export const useRowKeys = ({ ids, selected, onSelect, onOpen }: RowKeys): void => {
  const place = selected === undefined ? -1 : ids.indexOf(selected);
  const go = (row: number) => {
    const next = Math.max(0, Math.min(ids.length - 1, row));
    onSelect(ids[next]);
    document.querySelector(`[data-row="${next}"]`)?.scrollIntoView({ block: 'nearest' });
  };
  useKeys({
    j: () => go(place + 1),
    k: () => go(place - 1),
    o: () => {
      if (selected !== undefined && place >= 0) onOpen(selected);
    },
    Escape: () => onSelect(undefined),
  });
};
