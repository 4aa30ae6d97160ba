import { expect } from 'vitest';
import type { Addition } from './addition';

const catalogueFile = 'libs/faults/src/catalogue/session-slow.ts';
const bindingFile = 'apps/session/src/faults.ts';

export const fault: Addition = {
  name: 'a fault is added by a file of the catalogue and a binding; the rest is generated',
  add: (scratch) => {
    const leak = scratch.read('libs/faults/src/catalogue/session-leak.ts');
    const slow = leak
      .replaceAll('sessionLeak', 'sessionSlow')
      .replace(/order: \d+/, 'order: 1000')
      .replace(/\n {2}leavesBehind: .*/, '');
    scratch.write(catalogueFile, slow);
    scratch.runSource('tools/src/generate.ts');
    expect(scratch.typeErrors('apps/session').join('\n')).toContain(
      "Property 'sessionSlow' is missing",
    );

    const binding = `  sessionSlow: {
    around: (active) => ({
      sessions: (sessions) => ({
        read: async (id) => {
          if (active()) throw new Error('slower than anybody waits');
          return sessions.read(id);
        },
      }),
    }),
  },
`;
    scratch.insert(bindingFile, '  sessionLeak: {', binding);
    expect(scratch.typeErrors('apps/session')).toEqual([]);
    expect(scratch.runSource('dev/demo/src/fault.ts', 'list')).toMatch(/^sessionSlow {2}/m);

    const page = 'docs/faults/sessionSlow.md';
    expect(scratch.changedByHand()).toEqual([bindingFile, page, catalogueFile].sort());
    expect(scratch.read(page)).toContain('sessionSlow');
  },
};
