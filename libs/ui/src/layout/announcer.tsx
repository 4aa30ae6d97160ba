import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';

type Announce = (message: string) => void;

const AnnouncerContext = createContext<Announce>(() => {});

/** Says a short message to screen readers, without moving the focus. */
export const useAnnounce = (): Announce => useContext(AnnouncerContext);

interface Message {
  text: string;
  /** Alternates, so that the same text twice is a change that is read out. */
  even: boolean;
}

export const Announcer = ({ children }: { children: ReactNode }) => {
  const [message, setMessage] = useState<Message>({ text: '', even: false });
  const announce = useCallback<Announce>(
    (text) => setMessage((before) => ({ text, even: !before.even })),
    [],
  );
  return (
    <AnnouncerContext value={announce}>
      {children}
      <div className="visually-hidden" role="status" aria-label="Announcements">
        {message.text}
        {message.even && '\u00a0'}
      </div>
    </AnnouncerContext>
  );
};
