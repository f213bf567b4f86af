/** How far the exercise has got. */
export default function PracticeBar() {
  return null;
}
