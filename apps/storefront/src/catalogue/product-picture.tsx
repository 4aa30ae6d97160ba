import { classNames } from '@faultline/ui';
import { useState } from 'react';
import { LogoMark } from '../layout/logo-mark';
import styles from './product-picture.module.css';

interface ProductPictureProps {
  src: string;
  /** The alternative text; empty if the product's name is beside the picture. */
  alt: string;
  /** Pictures above the fold load at once. */
  eager?: boolean;
  className?: string | undefined;
}

/** A product's picture on its tile; the tile keeps its size if the picture cannot be loaded. */
export const ProductPicture = ({ src, alt, eager = false, className }: ProductPictureProps) => {
  const [missing, setMissing] = useState<string>();
  return (
    <span className={classNames(styles.tile, className)}>
      {missing === src ? (
        <LogoMark className={styles.stand} />
      ) : (
        <img
          className={styles.picture}
          src={src}
          alt={alt}
          width={400}
          height={400}
          loading={eager ? 'eager' : 'lazy'}
          decoding="async"
          onError={() => setMissing(src)}
        />
      )}
    </span>
  );
};
