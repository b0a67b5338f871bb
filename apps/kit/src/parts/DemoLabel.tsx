import type { ReactNode } from 'react';
import { useText } from '../language/useText.ts';

/** Says that this screen calls nobody: white, no plate, no yellow. */
export function DemoLabel(): ReactNode {
  const text = useText();
  return <strong className="demo">{text('kit.demo.label')}</strong>;
}
