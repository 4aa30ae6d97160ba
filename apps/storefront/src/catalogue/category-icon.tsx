import { categoryDrawings, leaf } from './category-drawings';

interface CategoryIconProps {
  id: string;
  className?: string | undefined;
}

/** A category's little drawing; a leaf for a category that has none yet. */
export const CategoryIcon = ({ id, className }: CategoryIconProps) => {
  const { wash, lines } = categoryDrawings[id] ?? leaf;
  return (
    <svg className={className} viewBox="0 0 40 40" aria-hidden="true">
      <path d={wash} fill="#f0d9c4" />
      <path
        d={lines}
        fill="none"
        stroke="#1f4d3a"
        strokeWidth="1.7"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
};
