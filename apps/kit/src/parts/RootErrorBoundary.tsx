import { Component, type ErrorInfo, type ReactNode } from 'react';
import { useText } from '../language/useText.ts';
import { OfficeMark } from './OfficeMark.tsx';

type Properties = { readonly children: ReactNode };

/** How long the calm page stands before the screen tries again by itself, in milliseconds. */
const reloadAfterMs = 10_000;

/** Catches a bug in drawing: a calm page that comes back alone, never a white screen. */
export class RootErrorBoundary extends Component<Properties, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { readonly hasFailed: boolean } {
    return { hasFailed: true };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error(error, info.componentStack);
    setTimeout(() => location.reload(), reloadAfterMs);
  }

  override render(): ReactNode {
    return this.state.hasFailed ? <CalmPage /> : this.props.children;
  }
}

function CalmPage(): ReactNode {
  const text = useText();
  return (
    <main className="plain-page">
      <OfficeMark className="plain-mark" />
      <h1>{text('kit.failed.title')}</h1>
      <p>{text('kit.failed.body')}</p>
      <p>
        <button type="button" className="plain-key" onClick={() => location.reload()}>
          {text('kit.failed.reload')}
        </button>
      </p>
    </main>
  );
}
