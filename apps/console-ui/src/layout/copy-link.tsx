import { useAnnounce } from '@faultline/ui';
import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { Icon } from '../parts/icons';
import { frozen, withRange } from '../time/range';
import { useRange } from '../time/use-range';
import { useKeys } from './use-keys';

/** Copies the address of what is seen now: times that move on are written as they are at this moment. */
export const CopyLink = () => {
  const { range } = useRange();
  const { pathname, search } = useLocation();
  const announce = useAnnounce();
  const [copied, setCopied] = useState(false);

  useEffect(() => {
    if (!copied) return;
    const timer = window.setTimeout(() => setCopied(false), 2000);
    return () => window.clearTimeout(timer);
  }, [copied]);

  const copy = async () => {
    const params = withRange(new URLSearchParams(search), frozen(range));
    await navigator.clipboard.writeText(`${window.location.origin}${pathname}?${params}`);
    setCopied(true);
    announce('Link copied');
  };
  useKeys({ y: () => void copy() });

  return (
    <button type="button" className="button" onClick={() => void copy()}>
      <Icon name="link" /> {copied ? 'Copied' : 'Copy link'}
    </button>
  );
};
