interface SnappedPencilProps {
  className?: string | undefined;
}

/** A pencil that broke in the middle of a line. */
export const SnappedPencil = ({ className }: SnappedPencilProps) => (
  <svg className={className} viewBox="0 0 300 120" aria-hidden="true">
    <path
      d="M6 102c18-10 22 8 40 0s20-14 40-4 22 4 34-2"
      fill="none"
      stroke="#56605a"
      strokeWidth="2.5"
      strokeLinecap="round"
    />
    <path d="M186 74l96-46 8 17-96 46z" fill="#1f4d3a" />
    <path d="M266 36l16-8 8 17-16 8z" fill="#c4552d" />
    <path d="M258 40l8-4 8 17-8 4z" fill="#b9ad99" />
    <path d="M186 74l96-46 2.6 5.6-96 46z" fill="#2c6650" />
    <path d="M186 74l-4 8 7 1-2 7 7 1z" fill="#f2d9b6" />
    <path d="M126 94l44-14 4 6-5 3 6 5-4 5-42 9z" fill="#1f4d3a" />
    <path d="M170 80l4 6-5 3 6 5-4 5 3-1 4-6-4-5 4-4-3-5z" fill="#f2d9b6" />
    <path d="M126 94l3 14-20 1z" fill="#f2d9b6" />
    <path d="M115 103l1 5.7-7 .3z" fill="#1e2420" />
    <path
      d="M176 62l3-10M186 60l9-8M168 66l-6-8"
      fill="none"
      stroke="#c4552d"
      strokeWidth="2.5"
      strokeLinecap="round"
    />
  </svg>
);
