import { useEffect, useRef } from 'react';

/** A formula set by KaTeX, which is loaded when the first one is shown. */
export function Tex({ of, display = false }: { of: string; display?: boolean }) {
  const element = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    let isCurrent = true;
    void import('./katex.ts').then(({ renderTex }) => {
      if (isCurrent && element.current) renderTex(of, element.current, display);
    });
    return () => {
      isCurrent = false;
    };
  }, [of, display]);
  return <span ref={element} />;
}
