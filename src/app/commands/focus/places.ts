/** A node or an edge itself, as a selector of what has the focus. */
export const onItem = '.react-flow__node, .react-flow__edge';

/** What can have the focus on a node. */
export const withinItem = '.react-flow__node *';
