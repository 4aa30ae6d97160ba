import { loadPageOnDemand } from './load-page-again';

const serif = '"Iowan Old Style", Palatino, Georgia, "Liberation Serif", serif';
const sans = 'Seravek, "Segoe UI", "Helvetica Neue", Arial, "Liberation Sans", sans-serif';

const element = (name: string, text: string, style: string): HTMLElement => {
  const made = document.createElement(name);
  made.textContent = text;
  made.style.cssText = style;
  return made;
};

const show = (): void => {
  const root = document.getElementById('root');
  // The shop runs, if without its style: that is more than a message.
  if (!root || root.childElementCount > 0) return;
  const button = element(
    'button',
    'Load the page again',
    `min-height:3rem;padding:.6rem 1.5rem;border:0;border-radius:4px;background:#1f4d3a;color:#faf7f2;font:600 1.0625rem ${sans};cursor:pointer`,
  );
  button.addEventListener('click', loadPageOnDemand);
  const message = element(
    'main',
    '',
    `box-sizing:border-box;max-width:44rem;margin:0 auto;padding:max(3rem,15vh) 1.25rem 3rem;color:#1e2420;font:1.0625rem/1.6 ${sans}`,
  );
  message.setAttribute('role', 'alert');
  message.append(
    element('h1', 'The shop did not load', `margin:0 0 1rem;font:500 2.2rem/1.2 ${serif}`),
    element(
      'p',
      'A part of this page did not arrive, and asking for it again did not help. Please try again in a moment. What is in your cart stays there.',
      'margin:0 0 2rem',
    ),
    button,
  );
  document.body.style.cssText = 'margin:0;background:#faf7f2';
  root.append(message);
};

/** Tells the shopper that the page could not be loaded, with nothing but what the page itself has. */
export const sayThatItFailed = (): void => {
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', show);
  else show();
};
