import { LinkButton } from '@faultline/ui';
import { allGoodsAddress } from '../catalogue/addresses';
import { PageHeading } from '../layout/page-heading';
import styles from './hero.module.css';
import { HeroScene } from './hero-scene';

export const Hero = () => (
  <section className={styles.hero} aria-labelledby="welcome">
    <div className={styles.words}>
      <PageHeading title="Goods for home and outdoors" className={styles.heading} id="welcome">
        Things that earn their place.
      </PageHeading>
      <p className={styles.lead}>
        Plain, well-made goods for the house and for the days outside it: to be used daily, mended
        when they break, and handed on.
      </p>
      <LinkButton to={allGoodsAddress()}>Look through everything</LinkButton>
    </div>
    <HeroScene className={styles.scene} />
  </section>
);
