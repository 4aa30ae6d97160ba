import { NavLink, useNavigate } from 'react-router';
import { Icon } from '../parts/icons';
import { useAddress } from '../time/use-range';
import { CopyLink } from './copy-link';
import styles from './header.module.css';
import { pages } from './pages';
import { switchTheme, useTheme } from './theme';
import { TimeControl } from './time-control';
import { useKeys } from './use-keys';

interface HeaderProps {
  onPalette: () => void;
  onHelp: () => void;
}

export const Header = ({ onPalette, onHelp }: HeaderProps) => {
  const address = useAddress();
  const navigate = useNavigate();
  const theme = useTheme();
  useKeys(
    Object.fromEntries(pages.map(({ keys, path }) => [keys, () => void navigate(address(path))])),
  );

  return (
    <header className={styles.header}>
      <NavLink to={address('/')} className={styles.name ?? ''} aria-label="Faultline console">
        <svg viewBox="0 0 32 20" width="30" height="18" aria-hidden="true">
          <path
            d="M1 12h8l3-9 5 14 3-9h11"
            fill="none"
            stroke="currentColor"
            strokeWidth="2.6"
            strokeLinejoin="round"
          />
        </svg>
        <span className={styles.word}>Faultline</span>
      </NavLink>
      <nav className={styles.pages} aria-label="Pages">
        {pages.map(({ path, title }) => (
          <NavLink key={path} to={address(path)} end={path === '/'} className={styles.page ?? ''}>
            {title}
          </NavLink>
        ))}
      </nav>
      <div className={styles.tools}>
        <TimeControl />
        <span className={styles.extras}>
          <CopyLink />
          <button type="button" className="button" onClick={onPalette}>
            <Icon name="search" /> Go to… <kbd className={styles.key}>Ctrl K</kbd>
          </button>
        </span>
        <button
          type="button"
          className="button"
          onClick={switchTheme}
          aria-label={theme === 'dark' ? 'Light colours' : 'Dark colours'}
        >
          <Icon name={theme === 'dark' ? 'sun' : 'moon'} />
        </button>
        <button type="button" className="button" onClick={onHelp} aria-label="Keys and help">
          ?
        </button>
      </div>
    </header>
  );
};
