import { useEffect, useRef, useState } from "react";
import { currentEngine } from "../map/map-engine";

/** A month is shown at least so long, and longer where the map has not drawn it yet. */
export const SPEEDS = { slow: 2400, normal: 1200, fast: 500 } as const;
export type Speed = keyof typeof SPEEDS;

/** A map that does not fall still is not waited for any longer. */
const LONGEST_MILLISECONDS = 6000;

/** Goes on by itself, step by step, until `advance` says that there is no further one. */
export function usePlay(advance: () => boolean, speed: Speed) {
  const [isPlaying, setIsPlaying] = useState(false);
  const newest = useRef(advance);
  useEffect(() => {
    newest.current = advance;
  });
  useEffect(() => {
    if (!isPlaying) return;
    let isOn = true;
    const run = async () => {
      while (isOn) {
        await Promise.all([pause(SPEEDS[speed]), mapAtRest()]);
        if (isOn && !newest.current()) setIsPlaying((isOn = false));
      }
    };
    void run();
    return () => {
      isOn = false;
    };
  }, [isPlaying, speed]);
  return { isPlaying, play: () => setIsPlaying(true), pause: () => setIsPlaying(false) };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function mapAtRest(): Promise<void> {
  const engine = currentEngine();
  if (engine === null || (engine.loaded() && !engine.isMoving())) return;
  await Promise.race([engine.once("idle"), pause(LONGEST_MILLISECONDS)]);
}
