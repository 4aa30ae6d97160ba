import { useKeys } from './use-keys';

interface RowKeys {
  count: number;
  /** The selected row, -1 for none. */
  selected: number;
  onSelect: (row: number) => void;
  onOpen: (row: number) => void;
}

/** j and k move through the rows of a list, Enter opens one, Esc selects none. */
export const useRowKeys = ({ count, selected, onSelect, onOpen }: RowKeys): void => {
  const go = (row: number) => {
    const next = Math.max(0, Math.min(count - 1, row));
    onSelect(next);
    document.querySelector(`[data-row="${next}"]`)?.scrollIntoView({ block: 'nearest' });
  };
  useKeys({
    j: () => go(selected + 1),
    k: () => go(selected - 1),
    o: () => {
      if (selected >= 0) onOpen(selected);
    },
    Escape: () => onSelect(-1),
  });
};
