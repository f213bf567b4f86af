/** Pictures of what training does. */
export default function PlotsSection() {
  return null;
}
