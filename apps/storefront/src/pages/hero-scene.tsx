import { HeroLandscape } from './hero-landscape';
import { HeroSill } from './hero-sill';

interface HeroSceneProps {
  className?: string | undefined;
}

/** Home and outdoors in one picture: a window on the hills, and what stands on its sill. */
export const HeroScene = ({ className }: HeroSceneProps) => (
  <svg className={className} viewBox="0 0 640 560" width="640" height="560" aria-hidden="true">
    <path d="M0 0h640v560H0z" fill="#ece2d0" />
    <path
      d="M64 484v76M128 484v76M192 484v76M256 484v76M320 484v76M384 484v76M448 484v76M512 484v76M576 484v76"
      stroke="#ded1ba"
      strokeWidth="2"
    />
    <HeroLandscape />
    {/* The window's frame, its bars and the shadow they throw. */}
    <path
      d="M68 44h504v404H68zM84 60v372h230V60zM326 60v372h230V60z"
      fill="#fffdf9"
      fillRule="evenodd"
    />
    <path d="M84 246h230v10H84zM326 246h230v10H326z" fill="#fffdf9" />
    <path
      d="M84 60h230v5H89v181h-5zM326 60h230v5H331v181h-5zM84 256h230v5H89v171h-5zM326 256h230v5H331v171h-5z"
      fill="#1e2420"
      opacity=".14"
    />
    <HeroSill />
  </svg>
);
