interface LogoMarkProps {
  className?: string | undefined;
  /** On a dark ground the cover is lighter. */
  onDark?: boolean;
}

/** The shop's mark: a field notebook with its band, and a leaf pressed into the cover. */
export const LogoMark = ({ className, onDark = false }: LogoMarkProps) => (
  <svg className={className} viewBox="0 0 40 48" aria-hidden="true">
    <rect x="1" y="1" width="38" height="46" rx="5" fill={onDark ? '#3f7458' : '#1f4d3a'} />
    <path d="M7 1v46" stroke="#163a2b" strokeWidth="2" />
    <path
      d="M14 35c-2-12 4-20 15-23 1 12-3 21-13 22"
      fill="#e4ece4"
      stroke="#e4ece4"
      strokeLinejoin="round"
    />
    <path
      d="M13 40c1-8 5-15 11-21M17 30l7-1M19.5 25.5l.5-6"
      fill="none"
      stroke="#1f4d3a"
      strokeWidth="1.6"
      strokeLinecap="round"
    />
    <path d="M13.3 40c.2-2 .7-4 1.5-6" stroke="#e4ece4" strokeWidth="1.8" strokeLinecap="round" />
    <path d="M34 1v46" stroke="#c4552d" strokeWidth="3" />
  </svg>
);
