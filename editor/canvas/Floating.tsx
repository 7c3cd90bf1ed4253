import { Button, Group, Modal, Text } from '@mantine/core';
import { useTexts } from '../lib/language.tsx';
import { AddBox } from './AddBox.tsx';
import { CanvasMenu } from './CanvasMenu.tsx';
import { useCanvas, useCanvasStore } from './CanvasRoom.tsx';
import { closeAll } from './canvas-state.ts';
import { PortPicker } from './PortPicker.tsx';
import { canvasTexts } from './texts.ts';

/** Whatever is open over the canvas. */
export function Floating() {
  const { adding, menu, portsOf } = useOpen();
  return (
    <>
      {adding && <AddBox key={`${adding.screen.x} ${adding.screen.y}`} adding={adding} />}
      {portsOf && <PortPicker key={portsOf.node} {...portsOf} />}
      {menu && <CanvasMenu {...menu} />}
      <Offer />
    </>
  );
}

function useOpen() {
  const adding = useCanvas((state) => state.adding);
  const menu = useCanvas((state) => state.menu);
  const portsOf = useCanvas((state) => state.portsOf);
  return { adding, menu, portsOf };
}

/** A whole flow was pasted: that may have been a mistake. */
function Offer() {
  const t = useTexts(canvasTexts);
  const state = useCanvasStore();
  const offer = useCanvas((canvas) => canvas.offer);
  const close = () => closeAll(state);
  const take = () => {
    offer?.take();
    close();
  };
  return (
    <Modal opened={offer !== undefined} onClose={close} title={t('offerTitle')} centered>
      <Text mb="md">{offer && t('offerWhy', { name: offer.name, n: offer.count })}</Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          {t('cancel')}
        </Button>
        <Button data-autofocus onClick={take}>
          {t('offerTake')}
        </Button>
      </Group>
    </Modal>
  );
}
