import { IconLock } from '@tabler/icons-react';
import { Link } from '../lib/Link.tsx';
import { useTexts } from '../lib/language.tsx';
import { useMe } from '../lib/me.ts';
import { usePath } from '../lib/route.ts';
import { shellTexts } from './texts.ts';

/** Reminds whoever still has the password that somebody else made up. */
export function PasswordNotice() {
  const t = useTexts(shellTexts);
  const { user } = useMe();
  const path = usePath();
  if (!user?.mustChoose || path === '/account') return null;
  return (
    <div className="shell-notice" role="note">
      <IconLock size={17} aria-hidden />
      <span>{t('choosePassword')}</span>
      <Link to="/account" fw={650}>
        {t('chooseNow')}
      </Link>
    </div>
  );
}
