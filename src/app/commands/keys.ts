import { useEffect, useState } from 'react';

/**
 * Puts the shortcuts of all commands in force while the page is open. The commands are loaded after
 * the first graph; until then this is false.
 */
export function useShortcuts(): boolean {
  const [isReady, setIsReady] = useState(false);
  useEffect(() => {
    let isGone = false;
    let stop = () => {
      isGone = true;
    };
    void import('./listening.ts').then(({ listen }) => {
      if (isGone) return;
      stop = listen();
      setIsReady(true);
    });
    return () => stop();
  }, []);
  return isReady;
}
