import { clearScreenDown, cursorTo, moveCursor } from 'node:readline';
import type { WriteStream } from 'node:tty';
import type { Demo } from '../demo';
import { DemoView, type Display } from './demo-view';
import { frame } from './frame';

const hideCursor = '\u001b[?25l';
const showCursor = '\u001b[?25h';

/** A screen that is redrawn in the same place. Earlier output stays above it. */
export const liveScreen = (demo: Demo, output: WriteStream): Display => {
  const view = new DemoView(demo);
  let drawn = 0;
  const draw = () => {
    const lines = frame(view, {
      columns: output.columns,
      rows: output.rows,
      colour: output.hasColors(),
    });
    // One write per frame, so that no partial frame is visible.
    output.cork();
    moveCursor(output, 0, -drawn);
    cursorTo(output, 0);
    clearScreenDown(output);
    output.write(`${lines.join('\n')}\n`);
    output.uncork();
    drawn = lines.length;
  };
  const timer = setInterval(draw, 1_000);
  demo.on('change', draw);
  output.on('resize', draw);
  // Also if the demo ends with an error.
  const restore = () => output.write(showCursor);
  process.once('exit', restore);
  output.write(hideCursor);
  draw();

  return {
    ready: () => {
      view.ready();
      draw();
    },
    stopping: () => {
      view.phase = 'stopping';
      draw();
    },
    stopped: () => {
      view.phase = 'stopped';
      draw();
    },
    close: () => {
      clearInterval(timer);
      view.close();
      demo.off('change', draw);
      output.off('resize', draw);
      process.off('exit', restore);
      restore();
    },
  };
};
