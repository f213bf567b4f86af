/** The data of the graph: which there are, and where they come from. */
export default function DataSection() {
  return null;
}
