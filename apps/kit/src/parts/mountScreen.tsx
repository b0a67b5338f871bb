import { required } from '@okienko/shared';
import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ScreenLanguage } from '../language/ScreenLanguage.tsx';
import { RootErrorBoundary } from './RootErrorBoundary.tsx';

/**
 * Draws the page into `#root`, inside the error boundary. Polish surrounds it, for the boundary's own words; the
 * screen sets its own language further in.
 */
export function mountScreen(screen: ReactNode): void {
  const root = required(document.querySelector('#root'), 'the element #root');
  createRoot(root).render(
    <StrictMode>
      <ScreenLanguage language="pl">
        <RootErrorBoundary>{screen}</RootErrorBoundary>
      </ScreenLanguage>
    </StrictMode>,
  );
}
