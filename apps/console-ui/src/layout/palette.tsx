import { useMutation } from '@tanstack/react-query';
import { Command } from 'cmdk';
import { useNavigate } from 'react-router';
import { saveBundle } from '../api/bundle';
import { messageOf } from '../api/failure';
import { useOverview } from '../api/queries';
import { Dialog } from '../parts/dialog';
import { State } from '../parts/state';
import { useAddress, useRange } from '../time/use-range';
import { componentPath, pages } from './pages';
import styles from './palette.module.css';
import { switchTheme } from './theme';

/** Everything that has an address, and a few things to do, by their names. */
export default function Palette({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate();
  const address = useAddress();
  const { window: times } = useRange();
  const { data } = useOverview(undefined, 2000);
  const save = useMutation({ mutationFn: () => saveBundle(times()) });
  const go = (path: string, search?: Record<string, string>) => () => {
    onClose();
    void navigate(address(path, search));
  };
  return (
    <Dialog label="Go to" onClose={onClose}>
      <Command label="Go to" loop>
        <Command.Input
          className={styles.input}
          placeholder="A page, a component, a word of a trace or log…"
        />
        <Command.List className={styles.list}>
          <Command.Empty className={styles.empty}>Nothing has this name.</Command.Empty>
          <Command.Group heading="Pages">
            {pages.map(({ path, title }) => (
              <Command.Item key={path} onSelect={go(path)}>
                {title}
              </Command.Item>
            ))}
            <Command.Item onSelect={go('/traces', { q: 'status:ERROR' })}>
              Traces that failed
            </Command.Item>
            <Command.Item onSelect={go('/logs', { q: 'level:error' })}>Errors in logs</Command.Item>
          </Command.Group>
          <Command.Group heading="Components">
            {data?.components.map(({ name, state }) => (
              <Command.Item key={name} onSelect={go(componentPath(name))}>
                <State state={state} words={false} /> {name}
              </Command.Item>
            ))}
          </Command.Group>
          <Command.Group heading="Do">
            <Command.Item
              disabled={save.isPending}
              onSelect={() => save.mutate(undefined, { onSuccess: onClose })}
            >
              {save.isPending ? 'Saving…' : 'Save what is shown as a bundle'}
              {save.error && <span role="alert">: {messageOf(save.error)}</span>}
            </Command.Item>
            <Command.Item
              onSelect={() => {
                onClose();
                switchTheme();
              }}
            >
              Switch between light and dark
            </Command.Item>
          </Command.Group>
        </Command.List>
      </Command>
    </Dialog>
  );
}
