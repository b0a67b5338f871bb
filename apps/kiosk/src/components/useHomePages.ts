import type { KioskConfiguration } from '@okienko/shared';
import { type RefObject, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { type HomePage, homePagesOf } from '../homePages.ts';
import { pageMeasureOf } from '../kioskLayout.ts';
import { useKiosk } from './KioskContext.ts';

type Room = { readonly fitKey: string; readonly heightPx: number; readonly cutPx: number };
type HomePages = {
  /** What has a height of its own, and inside it what must fit. */
  readonly box: RefObject<HTMLElement | null>;
  readonly content: RefObject<HTMLDivElement | null>;
  readonly pages: readonly HomePage[];
};

/** Lays the services on pages after the room that there is, and on more of them where names need more lines. */
export function useHomePages(configuration: KioskConfiguration): HomePages {
  const { settings, layout, fitKey } = useKiosk();
  const box = useRef<HTMLElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState<Room>({ fitKey: '', heightPx: 0, cutPx: 0 });
  const measure = pageMeasureOf(layout, settings);
  const look = useEffectEvent((measuredFor: string, heightPx: number, contentPx: number) => {
    const isSameRoom = room.heightPx === heightPx;
    const drawnCutPx = isSameRoom && room.fitKey === measuredFor ? room.cutPx : 0;
    const isOver = isSameRoom && contentPx > heightPx + 1 && drawnCutPx + measure.rowPx < heightPx;
    if (isSameRoom && room.fitKey === measuredFor && !isOver) return;
    setRoom({ fitKey: measuredFor, heightPx, cutPx: isOver ? drawnCutPx + measure.rowPx : drawnCutPx });
  });
  useLayoutEffect(() => {
    const [outer, inner] = [box.current, content.current];
    if (outer === null || inner === null) return;
    const observer = new ResizeObserver(() => look(fitKey, outer.clientHeight, inner.offsetHeight));
    observer.observe(outer);
    observer.observe(inner);
    return () => observer.disconnect();
  }, [fitKey]);
  const cutPx = room.fitKey === fitKey ? room.cutPx : 0;
  const pages = room.heightPx === 0 ? [] : homePagesOf(configuration, measure, room.heightPx - cutPx);
  return { box, content, pages };
}
