import { useEffect, useRef } from 'react';
import { NavLink, useLocation } from 'react-router';
import { allGoodsAddress, categoryAddress } from '../catalogue/addresses';
import { useCategories } from '../catalogue/categories';
import styles from './category-navigation.module.css';

/** Scrolls a strip horizontally to centre one of its parts. */
const centre = (strip: HTMLElement, part: HTMLElement) => {
  strip.scrollLeft = part.offsetLeft + part.offsetWidth / 2 - strip.clientWidth / 2;
};

/** The strip of categories under the header. Without categories it keeps its height and one link. */
export const CategoryNavigation = () => {
  const categories = useCategories();
  const { pathname } = useLocation();
  const strip = useRef<HTMLElement>(null);
  const known = categories.state === 'ready';

  useEffect(() => {
    const links = known ? (strip.current?.querySelectorAll('a') ?? []) : [];
    for (const link of links) {
      if (strip.current && link.getAttribute('href') === pathname) centre(strip.current, link);
    }
  }, [pathname, known]);

  return (
    <nav ref={strip} className={styles.strip} aria-label="Categories">
      <ul className={styles.list}>
        <li>
          <NavLink to={allGoodsAddress()} end className={styles.link ?? ''}>
            All goods
          </NavLink>
        </li>
        {known &&
          categories.value.map(({ id, name }) => (
            <li key={id}>
              <NavLink to={categoryAddress(id)} className={styles.link ?? ''}>
                {name}
              </NavLink>
            </li>
          ))}
      </ul>
    </nav>
  );
};
