let probe: HTMLElement | undefined;

/** The value of a colour token in the colours in use, for canvases, which know no custom properties. */
export const colourOf = (token: string): string => {
  if (!probe) {
    probe = document.createElement('span');
    probe.hidden = true;
    document.body.append(probe);
  }
  probe.style.color = `var(${token})`;
  return getComputedStyle(probe).color;
};
