/** What the practice is about and how it goes. */
export default function PracticePanel() {
  return null;
}
