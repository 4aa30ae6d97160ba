import type { ReactNode, Ref } from 'react';

interface ScrollAreaProps {
  className: string | undefined;
  children: ReactNode;
  ref?: Ref<HTMLDivElement>;
  'aria-label'?: string;
  'aria-labelledby'?: string;
}

/** What scrolls in itself, by keyboard too. */
export const ScrollArea = (props: ScrollAreaProps) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
  // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
  <div {...props} tabIndex={0} role="group" />
);
