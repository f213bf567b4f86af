import { create } from 'zustand';

/** Whether the find bar is open, and how often it was asked for: asking again goes back into it. */
export const useFinding = create<{ readonly isOpen: boolean; readonly asked: number }>()(() => ({
  isOpen: false,
  asked: 0,
}));

/** Opens the find bar, or goes back into it. */
export function openFind(): void {
  useFinding.setState(({ asked }) => ({ isOpen: true, asked: asked + 1 }));
}

/** Puts the find bar away. */
export function closeFind(): void {
  useFinding.setState({ isOpen: false });
}
