import { useEffect, useEffectEvent, useState } from 'react';

export const speeds = [1, 5, 10, 30, 60];

/** Milliseconds between two pictures of a replay. */
const step = 500;

interface Replay {
  playing: boolean;
  speed: number;
  setSpeed: (speed: number) => void;
  toggle: () => void;
}

/** Moves a time on while it plays, until it reaches the end. */
export const useReplay = (time: number, end: number, move: (time: number) => void): Replay => {
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState(10);

  const tick = useEffectEvent((passed: number) => {
    const next = time + passed * speed;
    if (next >= end) setPlaying(false);
    move(Math.min(next, end));
  });

  useEffect(() => {
    if (!playing) return;
    let last = performance.now();
    // A busy browser calls late: what counts is the time that has passed.
    const timer = window.setInterval(() => {
      const now = performance.now();
      tick(now - last);
      last = now;
    }, step);
    return () => window.clearInterval(timer);
  }, [playing]);

  return { playing, speed, setSpeed, toggle: () => setPlaying((before) => !before) };
};
