import { lazy, Suspense, useState } from 'react';
import { Canvas } from '../canvas/Canvas.tsx';
import { Palette } from '../canvas/Palette.tsx';
import { usePassages } from '../canvas/use-passages.ts';
import { useDesk, useDeskStore } from '../desk/DeskContext.tsx';
import type { Panel } from '../desk/desk.ts';
import { useTexts } from '../lib/language.tsx';
import { useMayListen } from '../lib/me.ts';
import { useShortcut } from '../lib/shortcuts.ts';
import { LeftBehind } from './LeftBehind.tsx';
import { NoticeLine } from './NoticeLine.tsx';
import { Publishing, TestersDialog } from './panels.ts';
import { SidePanel } from './SidePanel.tsx';
import { TopBar } from './TopBar.tsx';
import { studioTexts } from './texts.ts';
import { useTogether } from './use-together.ts';
import './studio.css';

const ClashDialog = lazy(() => import('./ClashDialog.tsx').then((room) => ({ default: room.ClashDialog })));
const FindBox = lazy(() => import('./FindBox.tsx').then((room) => ({ default: room.FindBox })));
const STORED = 'sluice.livePicture';

/** The flow on the desk, with everything around it. */
export function Studio() {
  const t = useTexts(studioTexts);
  const id = useDesk(({ flow }) => flow.id);
  const isFixed = useDesk(({ isReadOnly }) => isReadOnly);
  const hasClash = useDesk(({ clash }) => clash !== undefined);
  const [isPublishing, setPublishing] = useState(false);
  const [isTesting, setTesting] = useState(false);
  const [isFinding, setFinding] = useState(false);
  const [isLive, setLive] = useState(() => localStorage.getItem(STORED) !== 'off');
  const mayListen = useMayListen();
  const isOpen = usePassages(id, isLive && mayListen);
  useTogether();
  useShortcut({
    ...{ keys: 'mod+k', says: t('find'), group: t('keysFlow'), whileTyping: true },
    run: () => setFinding(true),
  });
  usePanelKeys(() => setPublishing(true));
  const toggleLive = () => {
    localStorage.setItem(STORED, isLive ? 'off' : 'on');
    setLive(!isLive);
  };
  const publish = () => setPublishing(true);
  return (
    <div className="studio">
      <TopBar
        publish={publish}
        find={() => setFinding(true)}
        testOnPhone={() => setTesting(true)}
        live={{ isOn: isLive, isOpen, toggle: toggleLive }}
      />
      <LeftBehind />
      <div className="studio-body">
        {!isFixed && <Palette />}
        <div className="studio-canvas">
          <Canvas />
          <NoticeLine />
        </div>
        <SidePanel publish={publish} />
      </div>
      <Suspense>
        {hasClash && <ClashDialog />}
        {isFinding && <FindBox close={() => setFinding(false)} publish={publish} />}
        {isPublishing && <Publishing onClose={() => setPublishing(false)} />}
        {isTesting && <TestersDialog opened onClose={() => setTesting(false)} flow={id} />}
      </Suspense>
    </div>
  );
}

/** What stands beside the canvas is opened by a key, too. */
function usePanelKeys(publish: () => void): void {
  const t = useTexts(studioTexts);
  const desk = useDeskStore();
  const mayEdit = useDesk((open) => open.mayEdit);
  const group = t('keysFlow');
  const show = (panel: Panel) => () => desk.getState().showPanel(panel);
  useShortcut({ keys: 'r', says: t('tryIt'), group, run: show('rehearsal') });
  useShortcut({ keys: 'p', says: t('problems'), group, run: show('problems') });
  useShortcut({ keys: 'v', says: t('versions'), group, run: show('versions') });
  useShortcut({
    ...{ keys: 'mod+enter', says: t('publish'), group, isOn: mayEdit, whileTyping: true },
    run: () => {
      const { flow, version, showPanel } = desk.getState();
      if (version) return false;
      return flow.errors > 0 ? showPanel('problems') : publish();
    },
  });
}
