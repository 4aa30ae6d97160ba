const pine = (x: number, foot: number, size: number): string => {
  const half = size * 0.27;
  const tier = (from: number, to: number, share: number) =>
    `M${x} ${foot - size * to}l${half * share} ${size * (to - from)}h${-2 * half * share}z`;
  return `${tier(0.08, 0.5, 1)}${tier(0.32, 0.75, 0.78)}${tier(0.58, 1, 0.55)}`;
};

const trunk = (x: number, foot: number, size: number): string =>
  `M${x - size * 0.03} ${foot - size * 0.1}h${size * 0.06}v${size * 0.1}h${-size * 0.06}z`;

const farPines = [
  [112, 318, 44],
  [134, 314, 58],
  [158, 316, 40],
  [470, 300, 46],
  [492, 296, 60],
  [520, 296, 48],
  [546, 298, 62],
] as const;

const nearPines = [
  [104, 424, 118],
  [152, 432, 84],
  [528, 428, 128],
  [480, 434, 82],
] as const;

/** The hills as a map would draw them: flat washes with contour lines. */
export const HeroLandscape = () => (
  <g>
    <path d="M84 60h472v372H84z" fill="#f7e3cb" />
    <circle cx="428" cy="134" r="44" fill="#c4552d" />
    <path
      d="M112 112h92M138 126h104M458 92h64M482 106h52"
      stroke="#fdf3e4"
      strokeWidth="7"
      strokeLinecap="round"
    />
    <path d="M84 262l62-52 44 34 74-82 60 62 40-28 72 58 60-48 60 44v182H84z" fill="#c3d2c4" />
    <path
      d="M264 162l-20 22 10 7 8-8 9 10 8-8 8 6 8-6zM364 196l-17 14 9 5 8-7 9 7 8-6z"
      fill="#fdf6ea"
    />
    <path d="M84 296c60-34 128-30 190 2s150 12 282-42v176H84z" fill="#8fb096" />
    <path
      d="M84 312c64-32 126-28 190 4s150 10 282-42M84 330c64-30 126-24 190 8s150 8 282-40M300 346c90 12 160-8 256-44"
      fill="none"
      stroke="#a9c4ad"
      strokeWidth="1.6"
    />
    <path d={farPines.map(([x, foot, size]) => pine(x, foot, size)).join('')} fill="#4f8065" />
    <path d="M84 372c90-34 190-40 270-14s150 4 202-20v94H84z" fill="#3f7458" />
    <path
      d="M84 388c90-32 190-38 270-12s150 6 202-18M84 406c96-30 190-34 270-8s150 6 202-16"
      fill="none"
      stroke="#568a6e"
      strokeWidth="1.6"
    />
    <path d={nearPines.map(([x, foot, size]) => trunk(x, foot, size)).join('')} fill="#5b3b2b" />
    <path d={nearPines.map(([x, foot, size]) => pine(x, foot, size)).join('')} fill="#1f4d3a" />
    {/* A tent with its lamp lit. */}
    <path d="M212 376l46-62 52 66z" fill="#f4e9d4" />
    <path d="M258 314l52 66-14 5z" fill="#dac8aa" />
    <path d="M258 314l-13 63 23 1z" fill="#e9a13b" />
    <path d="M258 314v-9l14 4-14 4" fill="#c4552d" stroke="#c4552d" strokeWidth="1.5" />
    <path d="M84 432v-18c120-26 300-22 472-4v22z" fill="#2a5d46" />
  </g>
);
