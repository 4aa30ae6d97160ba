import type { ReactNode } from 'react';

/** The icons of states are told apart by their shapes, not only by their colours. */
const shapes = {
  green: (
    <path d="M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13m3.4 5L7.3 10.9 4.7 8.4l1-1.1 1.5 1.5 3-3.3z" />
  ),
  amber: <path d="M8 1 15.5 14.5H.5zm-.8 5v4h1.6V6zm0 5.2v1.6h1.6v-1.6z" />,
  red: (
    <path d="M5.2 1h5.6L15 5.2v5.6L10.8 15H5.2L1 10.8V5.2zm.6 3.6L4.6 5.8 6.8 8l-2.2 2.2 1.2 1.2L8 9.2l2.2 2.2 1.2-1.2L9.2 8l2.2-2.2-1.2-1.2L8 6.8z" />
  ),
  unknown: (
    <path d="M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M8 3a5 5 0 1 1 0 10A5 5 0 0 1 8 3M4.8 7.3v1.4h6.4V7.3z" />
  ),
  play: <path d="M4 2.5v11l9.5-5.5z" />,
  pause: <path d="M3.5 2.5h3v11h-3zm6 0h3v11h-3z" />,
  link: (
    <path d="M6.6 9.4a.8.8 0 0 1 0-1.1l1.7-1.7a.8.8 0 0 1 1.1 1.1L7.7 9.4a.8.8 0 0 1-1.1 0M4.4 6.1l1.8-1.8 1.1 1.1-1.8 1.8a2 2 0 0 0 2.9 2.9l1.8-1.8 1.1 1.1-1.8 1.8a3.6 3.6 0 1 1-5.1-5.1m5.1-5.1a3.6 3.6 0 0 1 5.1 5.1l-1.8 1.8-1.1-1.1 1.8-1.8A2 2 0 0 0 10.6 2L8.8 3.9 7.7 2.8z" />
  ),
  sun: (
    <path d="M8 4.6a3.4 3.4 0 1 0 0 6.8 3.4 3.4 0 0 0 0-6.8M7.2.8h1.6v2.3H7.2zm0 12.1h1.6v2.3H7.2zM.8 7.2h2.3v1.6H.8zm12.1 0h2.3v1.6h-2.3zM2.3 3.5l1.2-1.2L5 3.9 3.9 5zm8.8 8.6 1.1-1.1 1.6 1.6-1.2 1.1zM3.9 11 5 12.1l-1.6 1.6-1.1-1.2zm7.2-7.1 1.5-1.6 1.2 1.2L12.1 5z" />
  ),
  moon: <path d="M6 1.5a6 6 0 1 0 8.5 8A5.4 5.4 0 0 1 6 1.5" />,
  chevron: <path d="M5.2 2.6 6.4 1.5 12.6 8l-6.2 6.5-1.2-1.1L10.3 8z" />,
  search: (
    <path d="M6.8 1.5a5.3 5.3 0 1 0 3.3 9.5l3.3 3.4 1.1-1.1-3.4-3.3A5.3 5.3 0 0 0 6.8 1.5m0 1.6a3.7 3.7 0 1 1 0 7.4 3.7 3.7 0 0 1 0-7.4" />
  ),
  bolt: <path d="M9.6.8 2.8 9.2h4.3l-1 6 7.1-8.6H8.7z" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof shapes;

interface IconProps {
  name: IconName;
  size?: number;
  className?: string | undefined;
}

/** A drawing beside words that say the same. */
export const Icon = ({ name, size = 14, className }: IconProps) => (
  <svg
    viewBox="0 0 16 16"
    width={size}
    height={size}
    fill="currentColor"
    fillRule="evenodd"
    aria-hidden="true"
    className={className}
  >
    {shapes[name]}
  </svg>
);
