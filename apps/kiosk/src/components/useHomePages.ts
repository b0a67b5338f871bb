import type { KioskConfiguration } from '@okienko/shared';
import { type RefObject, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { type HomePage, homePagesOf } from '../homePages.ts';
import { pageMeasureOf } from '../kioskLayout.ts';
import { useKiosk } from './KioskContext.ts';

type Room = { readonly fitKey: string; readonly heightPx: number; readonly cutPx: number };
type HomePages = {
  /** What has a height of its own, and inside it what must fit. */
  readonly box: RefObject<HTMLDivElement | null>;
  readonly content: RefObject<HTMLDivElement | null>;
  readonly pages: readonly HomePage[];
};

/** Lays the services on pages after the room that there is, and on more of them where names need more lines. */
export function useHomePages(configuration: KioskConfiguration): HomePages {
  const { settings, layout, fitKey } = useKiosk();
  const box = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState<Room>({ fitKey: '', heightPx: 0, cutPx: 0 });
  const measure = pageMeasureOf(layout, settings);
  const look = useEffectEvent((laid: Room, heightPx: number, contentPx: number) => {
    const isSameHeight = room.heightPx === heightPx;
    const isOver = isSameHeight && contentPx > heightPx + 1 && laid.cutPx + measure.rowPx < heightPx;
    const cutPx = isOver ? laid.cutPx + measure.rowPx : isSameHeight ? laid.cutPx : 0;
    if (room.fitKey !== laid.fitKey || !isSameHeight || cutPx !== laid.cutPx) setRoom({ ...laid, heightPx, cutPx });
  });
  const cutPx = room.fitKey === fitKey ? room.cutPx : 0;
  useLayoutEffect(() => {
    const [outer, inner] = [box.current, content.current];
    if (outer === null || inner === null) return;
    const laid = { fitKey, heightPx: room.heightPx, cutPx };
    // Made anew for each layout, so that each is looked at once even where it changed no size.
    const observer = new ResizeObserver(() => look(laid, outer.clientHeight, inner.offsetHeight));
    observer.observe(outer);
    observer.observe(inner);
    return () => observer.disconnect();
  }, [fitKey, room.heightPx, cutPx]);
  const pages = room.heightPx === 0 ? [] : homePagesOf(configuration, measure, room.heightPx - cutPx);
  return { box, content, pages };
}
