import { describe, expect, it } from 'vitest';
import { type ComboboxState, closedCombobox, pressKey } from '../src/search/combobox';

const openAt = (active: number | undefined): ComboboxState => ({ open: true, active });
const shows = (state: ComboboxState) => ({ does: 'show', state });

describe('a combobox with three suggestions', () => {
  it.each<[string, string, ComboboxState, ComboboxState]>([
    ['opens at the first', 'ArrowDown', closedCombobox, openAt(0)],
    ['opens at the last', 'ArrowUp', closedCombobox, openAt(2)],
    ['goes down', 'ArrowDown', openAt(0), openAt(1)],
    ['goes up', 'ArrowUp', openAt(2), openAt(1)],
    ['leaves the end for the text', 'ArrowDown', openAt(2), openAt(undefined)],
    ['leaves the start for the text', 'ArrowUp', openAt(0), openAt(undefined)],
    ['comes round to the last', 'ArrowUp', openAt(undefined), openAt(2)],
    ['closes', 'Escape', openAt(1), closedCombobox],
  ])('%s with %s', (_, key, before, after) => {
    expect(pressKey(key, before, 3)).toEqual(shows(after));
  });

  it('takes the active suggestion with Enter, and searches the text when none is', () => {
    expect(pressKey('Enter', openAt(1), 3)).toEqual({ does: 'take', index: 1 });
    expect(pressKey('Enter', openAt(undefined), 3)).toEqual({ does: 'nothing' });
  });

  it('clears the text with Escape when the list is closed', () => {
    expect(pressKey('Escape', closedCombobox, 3)).toEqual({ does: 'clear' });
  });

  it('leaves other keys alone', () => {
    expect(pressKey('Home', openAt(1), 3)).toEqual({ does: 'nothing' });
  });
});

it('does not open a list without suggestions', () => {
  expect(pressKey('ArrowDown', closedCombobox, 0)).toEqual({ does: 'nothing' });
});
