/** A thread of the store that ends when it is told so, as one does that has no memory left. */
import '../src/worker';

const channel = new BroadcastChannel('mortal-worker');
channel.onmessage = () => {
  process.exit(1);
};
