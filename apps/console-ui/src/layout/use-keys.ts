import { useEffect, useEffectEvent } from 'react';
import { tinykeys } from 'tinykeys';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.matches(
    'input:not([type="range"]):not([type="checkbox"]), textarea, select, [contenteditable]',
  );

const isInDialog = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('dialog') !== null;

/** Controls that have a use of their own for the space bar. */
const takesSpace = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('a, button, summary, input, select, textarea, [role="button"]') !== null;

/** A chord with Ctrl or ⌘ types nothing; AltGr, which some systems tell as Ctrl and Alt, does. */
const isChord = (event: KeyboardEvent): boolean =>
  (event.ctrlKey || event.metaKey) && !event.altKey && !event.getModifierState('AltGraph');

/**
 * Binds keys as long as the component is there. They do nothing in dialogs, without Ctrl or ⌘ nothing in text fields, and
 * the space bar is left to the control that has the focus.
 */
export const useKeys = (bindings: Readonly<Record<string, () => void>>): void => {
  const names = Object.keys(bindings).join(' , ');
  const press = useEffectEvent((name: string) => bindings[name]?.());
  useEffect(() => {
    const handlers = names.split(' , ').map((name) => [
      name,
      (event: KeyboardEvent) => {
        if (name === 'Space' && takesSpace(event.target)) return;
        event.preventDefault();
        press(name);
      },
    ]);
    return tinykeys(window, Object.fromEntries(handlers), {
      ignore: (event) => isInDialog(event.target) || (isTyping(event.target) && !isChord(event)),
    });
  }, [names]);
};
