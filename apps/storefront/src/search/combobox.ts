/** A text box with a list of suggestions; `active` is the index of the selected one. */
export interface ComboboxState {
  open: boolean;
  active: number | undefined;
}

export const closedCombobox: ComboboxState = { open: false, active: undefined };

/** The action of a key: changes the list's state, accepts a suggestion, clears the box, or does nothing. */
export type ComboboxStep =
  | { does: 'show'; state: ComboboxState }
  | { does: 'take'; index: number }
  | { does: 'clear' }
  | { does: 'nothing' };

/**
 * The keyboard of the WAI-ARIA combobox with a list popup: arrows open the list and move through it and the
 * text, wrapping around; Enter accepts the active suggestion; Escape closes, then clears.
 */
export const pressKey = (key: string, state: ComboboxState, options: number): ComboboxStep => {
  switch (key) {
    case 'ArrowDown': {
      if (options === 0) return { does: 'nothing' };
      const next = state.open && state.active !== undefined ? state.active + 1 : 0;
      return { does: 'show', state: { open: true, active: next < options ? next : undefined } };
    }
    case 'ArrowUp': {
      if (options === 0) return { does: 'nothing' };
      const next = state.open && state.active !== undefined ? state.active - 1 : options - 1;
      return { does: 'show', state: { open: true, active: next >= 0 ? next : undefined } };
    }
    case 'Enter':
      return state.open && state.active !== undefined
        ? { does: 'take', index: state.active }
        : { does: 'nothing' };
    case 'Escape':
      return state.open && options > 0
        ? { does: 'show', state: closedCombobox }
        : { does: 'clear' };
    default:
      return { does: 'nothing' };
  }
};
