let atNavigation: Element | null = null;
let isOnSamePage = false;

const isTyping = (element: Element | null): boolean =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;

/** Tells whether the heading of a page takes the focus. */
export const focusAtNavigation = {
  /** Remembers where the focus was when the address changed, and whether it is the address of the same page as before. */
  remember: (samePage: boolean): void => {
    atNavigation = document.activeElement;
    isOnSamePage = samePage;
  },
  /** False on the same page, and when somebody started typing elsewhere after the navigation. */
  isDue: (): boolean =>
    !isOnSamePage && (document.activeElement === atNavigation || !isTyping(document.activeElement)),
};
