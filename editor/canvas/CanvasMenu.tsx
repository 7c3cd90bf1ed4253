import { Menu } from '@mantine/core';
import { useDesk } from '../desk/DeskContext.tsx';
import { useTexts } from '../lib/language.tsx';
import { useBench, useCanvasStore, useDeeds } from './CanvasRoom.tsx';
import { closeAll, type OpenMenu } from './canvas-state.ts';
import { canvasTexts } from './texts.ts';

/** What a click of the right button offers: the same as the keys do. */
export function CanvasMenu({ screen, at, edge }: OpenMenu) {
  const t = useTexts(canvasTexts);
  const state = useCanvasStore();
  const isSome = useDesk(({ chosen }) => chosen.length > 0);
  return (
    <Menu
      key={`${screen.x} ${screen.y}`}
      opened
      onClose={() => closeAll(state)}
      position="right-start"
      offset={0}
      shadow="md"
      withinPortal={false}
    >
      <Menu.Target>
        <span className="menu-point" style={{ left: screen.x, top: screen.y }} />
      </Menu.Target>
      <Menu.Dropdown aria-label={t('canvas')}>
        {edge !== undefined ? <OfEdge edge={edge} at={at} screen={screen} /> : isSome ? <OfNodes /> : null}
        {edge === undefined && <OfPane at={at} screen={screen} />}
      </Menu.Dropdown>
    </Menu>
  );
}

function OfEdge({ edge, at, screen }: OpenMenu & { readonly edge: string }) {
  const t = useTexts(canvasTexts);
  const deeds = useDeeds();
  const { flow } = useBench();
  const way = flow.getEdge(edge)?.data;
  return (
    <>
      {way && (
        <Menu.Item
          onClick={() =>
            setTimeout(() =>
              deeds.askWhat({ at, screen, from: { node: way.from, port: way.port }, isBetween: true }),
            )
          }
        >
          {t('insert')}
        </Menu.Item>
      )}
      <Menu.Item color="red" onClick={() => deeds.disconnect(edge)}>
        {t('cutEdge')}
      </Menu.Item>
    </>
  );
}

function OfNodes() {
  const t = useTexts(canvasTexts);
  const deeds = useDeeds();
  const chosen = useDesk((desk) => desk.chosen);
  const [only] = chosen.length === 1 ? chosen : [];
  const isNode = useDesk(({ document }) => document.graph.nodes.some(({ id }) => id === only));
  const isGroup = useDesk(({ document }) => document.groups?.some(({ id }) => id === only) ?? false);
  return (
    <>
      {only !== undefined && isNode && (
        <>
          <Menu.Item rightSection={<kbd>A</kbd>} onClick={() => setTimeout(() => deeds.addAfter(only))}>
            {t('addAfter')}
          </Menu.Item>
          <Connect node={only} />
        </>
      )}
      <Menu.Item onClick={() => document.execCommand('copy')}>{t('copy')}</Menu.Item>
      <Menu.Item onClick={() => document.execCommand('cut')}>{t('cut')}</Menu.Item>
      <Menu.Item onClick={deeds.duplicate}>{t('duplicate')}</Menu.Item>
      <Menu.Item rightSection={<kbd>G</kbd>} onClick={() => deeds.groupChosen('')}>
        {t('group')}
      </Menu.Item>
      {isGroup && <Menu.Item onClick={deeds.ungroupChosen}>{t('ungroup')}</Menu.Item>}
      <Menu.Item color="red" onClick={deeds.removeChosen}>
        {t('remove')}
      </Menu.Item>
      <Menu.Divider />
    </>
  );
}

function Connect({ node }: { readonly node: string }) {
  const t = useTexts(canvasTexts);
  const state = useCanvasStore();
  const open = () => setTimeout(() => state.setState({ portsOf: { node, forWhat: 'link' } }));
  return (
    <Menu.Item rightSection={<kbd>C</kbd>} onClick={open}>
      {t('connectTo')}
    </Menu.Item>
  );
}

function OfPane({ at, screen }: OpenMenu) {
  const t = useTexts(canvasTexts);
  const deeds = useDeeds();
  // The menu closes with the click; what it opens comes after.
  const ask = () => setTimeout(() => deeds.askWhat({ at, screen }));
  return (
    <>
      <Menu.Item onClick={ask}>{t('addHere')}</Menu.Item>
      <Menu.Item rightSection={<kbd>N</kbd>} onClick={() => deeds.note(at)}>
        {t('addNote')}
      </Menu.Item>
      <Menu.Item onClick={() => deeds.pasteAgain(at)}>{t('paste')}</Menu.Item>
      <Menu.Item onClick={deeds.chooseAll}>{t('chooseAll')}</Menu.Item>
      <Menu.Item rightSection={<kbd>T</kbd>} onClick={deeds.tidy}>
        {t('tidy')}
      </Menu.Item>
      <Menu.Item rightSection={<kbd>F</kbd>} onClick={deeds.fit}>
        {t('fit')}
      </Menu.Item>
    </>
  );
}
