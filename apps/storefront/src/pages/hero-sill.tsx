/** The sill and what stands on it: a mug, notebooks with a pencil, a herb in its pot. */
export const HeroSill = () => (
  <g>
    <path d="M40 448h560v26H40z" fill="#cb9c64" />
    <path d="M40 474h560v10H40z" fill="#a87c49" />
    <path
      d="M60 456h120M210 462h170M420 456h150M96 467h70M470 466h90"
      stroke="#b98a53"
      strokeWidth="2"
      strokeLinecap="round"
    />
    <HotMug />
    <Notebooks />
    <Herb />
  </g>
);

const HotMug = () => (
  <g>
    <path
      d="M150 338c-10-14 10-22 0-38M176 342c-10-14 10-22 0-38"
      fill="none"
      stroke="#fffdf9"
      strokeWidth="5"
      strokeLinecap="round"
      opacity=".85"
    />
    <path
      d="M197 380c34-8 34 44-2 40"
      fill="none"
      stroke="#d9a12f"
      strokeWidth="9"
      strokeLinecap="round"
    />
    <path d="M124 360h78l-4 81a8 8 0 0 1-8 7h-54a8 8 0 0 1-8-7z" fill="#d9a12f" />
    <path d="M176 360h26l-4 81a8 8 0 0 1-8 7h-20c6-26 8-58 6-88z" fill="#b9832a" />
    <path d="M121 355h84v9h-84z" fill="#1f4d3a" />
    <path d="M142 384v40" stroke="#edc46f" strokeWidth="6" strokeLinecap="round" />
  </g>
);

const Notebooks = () => (
  <g>
    <path d="M262 426h140a4 4 0 0 1 4 4v18H262a4 4 0 0 1-4-4v-14a4 4 0 0 1 4-4z" fill="#9e3f1d" />
    <path d="M264 431h142v12H264z" fill="#faf7f2" />
    <path d="M264 435h142M264 439h142" stroke="#dcd2c1" strokeWidth="1.2" />
    <path d="M272 400h124a4 4 0 0 1 4 4v22H272a4 4 0 0 1-4-4v-18a4 4 0 0 1 4-4z" fill="#1f4d3a" />
    <path d="M274 405h126v16H274z" fill="#faf7f2" />
    <path d="M274 410h126M274 415h126" stroke="#dcd2c1" strokeWidth="1.2" />
    <path d="M376 400h8v26h-8z" fill="#c4552d" />
    <path d="M290 392l92-2 4 4-4 5-92 1z" fill="#3d7d8f" />
    <path d="M290 392l-14 4 14 4z" fill="#f2d9b6" />
    <path d="M280 395l-4 1 4 1z" fill="#1e2420" />
    <path d="M382 390l10 0v9l-10 0z" fill="#c4552d" />
  </g>
);

const Herb = () => (
  <g>
    <path
      d="M494 386c-4-40-8-66-26-92M498 386c2-46 8-72 4-108M502 386c4-36 14-56 34-74"
      fill="none"
      stroke="#2a5d46"
      strokeWidth="4"
      strokeLinecap="round"
    />
    <path
      d="M468 296c-22-2-32-14-34-32 20 0 32 12 34 32zM470 300c0-18 6-30 20-38 4 18-4 32-20 38zM482 332c-22 4-36-2-46-18 20-6 36 0 46 18zM503 280c-14-14-16-30-6-46 14 12 18 28 6 46zM502 316c-2-20 8-34 26-42 2 20-6 34-26 42zM500 344c-18-8-26-20-24-38 18 6 26 20 24 38zM534 314c0-18 12-30 30-34 0 20-12 32-30 34zM524 324c16-6 32-2 42 14-18 8-32 2-42-14zM510 352c4-18 18-28 38-26-6 18-20 28-38 26z"
      fill="#3f7458"
    />
    <path d="M464 384h66l-8 58a8 8 0 0 1-8 6h-34a8 8 0 0 1-8-6z" fill="#c4552d" />
    <path d="M506 384h24l-8 58a8 8 0 0 1-8 6h-16c6-20 9-42 8-64z" fill="#a5431f" />
    <path d="M458 376h78v14h-78z" fill="#d4683f" />
  </g>
);
