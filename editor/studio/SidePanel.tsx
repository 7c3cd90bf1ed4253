import { CloseButton, Drawer, Loader } from '@mantine/core';
import { type KeyboardEvent, type PointerEvent, Suspense, useState } from 'react';
import { useDesk, useDeskStore } from '../desk/DeskContext.tsx';
import { useTexts } from '../lib/language.tsx';
import { CalendarForm, Inspector, NodePanel, ProblemList, RehearsalPanel, VersionsPanel } from './panels.ts';
import { studioTexts } from './texts.ts';

const STORED = 'sluice.panelWidth';
const [NARROWEST, WIDEST, USUAL] = [300, 720, 380];

/** What the desk says shall be open beside the canvas; on a small screen it comes from below. */
export function SidePanel({ publish }: { readonly publish: () => void }) {
  const t = useTexts(studioTexts);
  const desk = useDeskStore();
  const panel = useShown();
  const isNarrow = useDesk(({ mayEdit, version }) => !mayEdit && version === undefined) && innerWidth < 1024;
  const [width, setWidth] = useState(() => clamp(Number(localStorage.getItem(STORED)) || USUAL));
  const isRehearsing = useStays(panel === 'rehearsal');
  const close = () => desk.getState().showPanel(undefined);
  const put = (next: number) => {
    setWidth(clamp(next));
    localStorage.setItem(STORED, String(clamp(next)));
  };
  if (isNarrow)
    return (
      <Drawer.Root opened={panel !== undefined} onClose={close} position="bottom" size="65%">
        <Drawer.Overlay />
        <Drawer.Content aria-label={t('details')}>
          <Drawer.Body pt="md">
            <CloseButton aria-label={t('closePanel')} onClick={close} className="side-close" />
            <Content panel={panel} publish={publish} close={close} isNarrow isRehearsing={isRehearsing} />
          </Drawer.Body>
        </Drawer.Content>
      </Drawer.Root>
    );
  if (panel === undefined && !isRehearsing) return null;
  return (
    <aside className="side" aria-label={t('details')} style={{ width }} hidden={panel === undefined}>
      <Divider width={width} put={put} />
      <div className={panel === 'rehearsal' ? 'side-content bare' : 'side-content'}>
        {panel !== 'rehearsal' && (
          <CloseButton aria-label={t('closePanel')} onClick={close} className="side-close" />
        )}
        <Content panel={panel} publish={publish} close={close} isRehearsing={isRehearsing} />
      </div>
    </aside>
  );
}

/** A rehearsal goes on while something else is looked at. */
function useStays(isShown: boolean): boolean {
  const [wasShown, setShown] = useState(isShown);
  if (isShown && !wasShown) setShown(true);
  return isShown || wasShown;
}

/** On a small screen there is nothing to say while no node is selected. */
function useShown() {
  const panel = useDesk((desk) => desk.panel);
  const isNode = useDesk(({ chosen, document, version }) =>
    (version ?? document).graph.nodes.some(({ id }) => chosen.length === 1 && id === chosen[0]),
  );
  const mayEdit = useDesk((desk) => desk.mayEdit);
  return panel === 'node' && !(isNode || mayEdit) ? undefined : panel;
}

interface ContentProps {
  readonly panel: ReturnType<typeof useShown>;
  readonly isNarrow?: boolean;
  readonly isRehearsing: boolean;
  publish(): void;
  close(): void;
}

function Content({ panel, publish, close, isRehearsing, isNarrow = false }: ContentProps) {
  return (
    <Suspense fallback={<Loader size="sm" m="md" />}>
      {panel === 'node' && (isNarrow ? <NodePanel /> : <Inspector CalendarForm={CalendarForm} />)}
      {panel === 'problems' && <ProblemList publish={publish} />}
      {isRehearsing && (
        <div className="side-rehearsal" hidden={panel !== 'rehearsal'}>
          <RehearsalPanel onClose={close} />
        </div>
      )}
      {panel === 'versions' && <VersionsPanel />}
    </Suspense>
  );
}

const clamp = (width: number): number => Math.min(WIDEST, Math.max(NARROWEST, width));
const STEP = 24;

function Divider({ width, put }: { readonly width: number; put(width: number): void }) {
  const t = useTexts(studioTexts);
  const isRtl = () => document.documentElement.dir === 'rtl';
  const onPointerMove = ({ buttons, clientX }: PointerEvent) => {
    if (buttons === 1) put(isRtl() ? clientX : innerWidth - clientX);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowLeft' ? STEP : event.key === 'ArrowRight' ? -STEP : 0;
    if (step === 0) return;
    event.preventDefault();
    event.stopPropagation();
    put(width + (isRtl() ? -step : step));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule that can be moved is no mere line
    <div
      className="side-divider"
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t('widen')}
      aria-valuenow={width}
      aria-valuemin={NARROWEST}
      aria-valuemax={WIDEST}
      onPointerDown={({ currentTarget, pointerId }) => currentTarget.setPointerCapture(pointerId)}
      onPointerMove={onPointerMove}
      onKeyDown={onKeyDown}
    />
  );
}
