import { Modal, type ModalProps } from '@mantine/core';
import { useWords } from './language.tsx';
import './settings.css';

/** A window over the page. It is closed by its button or Escape, not by a slip of the mouse: something may be typed. */
export function Dialog({ children, ...rest }: Omit<ModalProps, 'opened' | 'closeOnClickOutside'>) {
  const { t } = useWords();
  return (
    <Modal opened closeOnClickOutside={false} closeButtonProps={{ 'aria-label': t('close') }} {...rest}>
      {children}
    </Modal>
  );
}
