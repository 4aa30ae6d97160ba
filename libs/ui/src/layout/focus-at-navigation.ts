let atNavigation: Element | null = null;

const isTyping = (element: Element | null): boolean =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;

/** Remembers where the focus was when the address changed, to tell whether it moved since. */
export const focusAtNavigation = {
  remember: (): void => {
    atNavigation = document.activeElement;
  },
  /** False when somebody started typing elsewhere after the navigation. */
  isUntouched: (): boolean =>
    document.activeElement === atNavigation || !isTyping(document.activeElement),
};
