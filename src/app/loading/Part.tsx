import { Component, type ReactNode, Suspense } from 'react';
import { isLoadFailure } from './failed.ts';

interface Props {
  children: ReactNode;
  /** What stands in its place while it is loaded, and where it cannot be. */
  fallback?: ReactNode;
  /** Gives up what wanted it, so that it can be asked for anew. */
  onFailed?: () => void;
}

/** A part of the page that is loaded when it is needed. The page goes on without it if need be. */
export class Part extends Component<Props, { error: unknown }> {
  override state = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override componentDidCatch(error: unknown) {
    if (!isLoadFailure(error)) return;
    this.props.onFailed?.();
    if (this.props.onFailed) this.setState({ error: null });
  }

  override render() {
    const { error } = this.state;
    const { children, fallback } = this.props;
    if (error === null) return <Suspense fallback={fallback}>{children}</Suspense>;
    if (!isLoadFailure(error)) throw error;
    return fallback;
  }
}
