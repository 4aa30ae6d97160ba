import { useAnnounce } from '@faultline/ui';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { openBundle } from '../api/bundle';
import { messageOf } from '../api/failure';
import { queryClient } from '../api/queries';
import { Dialog } from '../parts/dialog';
import { withRange } from '../time/range';
import styles from './bundle-drop.module.css';

type Progress =
  | { kind: 'over' }
  | { kind: 'opening'; name: string }
  | { kind: 'failed'; why: string };

const hasFile = ({ dataTransfer }: DragEvent): boolean =>
  dataTransfer?.types.includes('Files') ?? false;

/** Opens a bundle that is dropped anywhere on the page, and shows its range. */
export const BundleDrop = () => {
  const [progress, setProgress] = useState<Progress>();
  const navigate = useNavigate();
  const announce = useAnnounce();

  useEffect(() => {
    const open = async (file: File) => {
      setProgress({ kind: 'opening', name: file.name });
      try {
        const { from, to } = await openBundle(file);
        queryClient.clear();
        const range = { live: false, length: to - from, from, to } as const;
        await navigate(`/?${withRange(new URLSearchParams(), range)}`);
        announce(`${file.name} is open`);
        setProgress(undefined);
      } catch (error) {
        setProgress({ kind: 'failed', why: messageOf(error) });
      }
    };
    const over = (event: DragEvent) => {
      if (!hasFile(event)) return;
      event.preventDefault();
      setProgress({ kind: 'over' });
    };
    const leave = ({ relatedTarget }: DragEvent) => {
      if (relatedTarget === null) setProgress(undefined);
    };
    const drop = (event: DragEvent) => {
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      event.preventDefault();
      void open(file);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [navigate, announce]);

  if (!progress) return null;
  if (progress.kind === 'failed')
    return (
      <Dialog label="The bundle was not opened" onClose={() => setProgress(undefined)}>
        <h2>The bundle was not opened</h2>
        <p>{progress.why}.</p>
      </Dialog>
    );
  return (
    <div className={styles.cover} role="status">
      {progress.kind === 'over' ? 'Drop a bundle to open it' : `Opening ${progress.name}…`}
    </div>
  );
};
