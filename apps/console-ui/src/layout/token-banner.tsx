import { useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { accessToken } from '../api/token';
import { Icon } from '../parts/icons';
import styles from './banner.module.css';

/** Asks for the console's token once a request was refused without it. */
export const TokenBanner = () => {
  const refused = useSyncExternalStore(accessToken.subscribe, accessToken.isRefused);
  const client = useQueryClient();
  if (!refused) return null;
  return (
    <form
      className={styles.banner}
      data-banner
      onSubmit={(event) => {
        event.preventDefault();
        const token = new FormData(event.currentTarget).get('token');
        if (typeof token !== 'string' || token === '') return;
        accessToken.keep(token);
        void client.invalidateQueries();
      }}
    >
      <Icon name="amber" />
      <label className={styles.token}>
        This console asks for its token
        <input type="password" name="token" className="field" autoComplete="off" required />
      </label>
      <button type="submit" className="button strong">
        Use it
      </button>
    </form>
  );
};
