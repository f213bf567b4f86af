/** Explains the step that was made last. */
export default function StepPanel() {
  return null;
}
