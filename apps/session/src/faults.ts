import type { FaultBindings } from '@faultline/faults';
import type { SessionRepository } from './session-repository';

/** The maximum, so that a laptop does not run out of memory. */
const maxBytes = 400 * 1024 * 1024;

/** The faults of session, bound to its repository. */
export const sessionFaults = (): FaultBindings<'session', { sessions: SessionRepository }> => ({
  sessionLeak: {
    around: (active) => {
      const recent: Buffer[] = [];
      let bytes = 0;
      const remember = (): void => {
        const leak = active();
        if (!leak || bytes >= maxBytes) return;
        // Filled, because the system allocates real memory only for written pages.
        const kept = Buffer.alloc(leak.kilobytes * 1024, 1);
        recent.push(kept);
        bytes += kept.length;
      };
      return {
        sessions: (sessions) => ({
          create: () => {
            remember();
            return sessions.create();
          },
          read: (id) => {
            remember();
            return sessions.read(id);
          },
        }),
      };
    },
  },
});
