import { lazy, Suspense, useState } from 'react';
import { Canvas } from '../canvas/Canvas.tsx';
import { Palette } from '../canvas/Palette.tsx';
import { usePassages } from '../canvas/use-passages.ts';
import { useDesk } from '../desk/DeskContext.tsx';
import { useTexts } from '../lib/language.tsx';
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
  const isOpen = usePassages(id, isLive);
  useTogether();
  useShortcut({
    ...{ keys: 'mod+k', says: t('find'), group: t('keysFlow'), whileTyping: true },
    run: () => setFinding(true),
  });
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
