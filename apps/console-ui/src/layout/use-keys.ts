import { useEffect, useEffectEvent } from 'react';
import { tinykeys } from 'tinykeys';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.matches(
    'input:not([type="range"]):not([type="checkbox"]), textarea, select, [contenteditable]',
  );

const isInDialog = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('dialog') !== null;

/** Binds keys as long as the component is there. They do nothing in text fields and dialogs. */
export const useKeys = (bindings: Readonly<Record<string, () => void>>): void => {
  const names = Object.keys(bindings).join(' , ');
  const press = useEffectEvent((name: string) => bindings[name]?.());
  useEffect(() => {
    const handlers = names.split(' , ').map((name) => [
      name,
      (event: KeyboardEvent) => {
        event.preventDefault();
        press(name);
      },
    ]);
    return tinykeys(window, Object.fromEntries(handlers), {
      ignore: ({ target }) => isTyping(target) || isInDialog(target),
    });
  }, [names]);
};
