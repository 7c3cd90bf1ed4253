import { Button } from '@mantine/core';
import { IconDeviceMobileMessage } from '@tabler/icons-react';
import type { NumberView } from '../../server/api/contract.ts';
import { useTexts } from '../lib/language.tsx';
import { useMayChat } from '../lib/me.ts';
import { flowsTexts } from './texts.ts';

/** For who has no real number yet: where the virtual one is. */
export function NewcomerStrip({ numbers }: { readonly numbers: readonly NumberView[] }) {
  const t = useTexts(flowsTexts);
  const mayChat = useMayChat();
  const [first] = numbers;
  if (!first || !mayChat || numbers.some(({ virtual }) => !virtual)) return null;
  return (
    <div className="flow-strip">
      <IconDeviceMobileMessage size={20} aria-hidden />
      <span>{t('strip', { display: first.display })}</span>
      <Button component="a" href="/simulator" target="sluice-phone" size="compact-sm" variant="light">
        {t('chat')}
      </Button>
    </div>
  );
}
