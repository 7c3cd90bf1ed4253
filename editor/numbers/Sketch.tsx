import { useTexts } from '../lib/language.tsx';
import { connectTexts } from './connect-texts.ts';

/** Where Meta shows the two ids. Drawn, since Meta changes its pages too often for photographs. */
export function IdsSketch() {
  const t = useTexts(connectTexts);
  return (
    <svg className="sketch" viewBox="0 0 560 210" role="img" aria-label={t('sketchIds')}>
      <title>{t('sketchIds')}</title>
      <rect className="panel" x="12" y="12" width="130" height="186" rx="8" />
      <text className="faint" x="26" y="38">
        WhatsApp
      </text>
      <text x="36" y="62" fontWeight="700">
        API Setup
      </text>
      <text className="faint" x="36" y="84">
        Configuration
      </text>
      <text x="162" y="36" fontWeight="700">
        From
      </text>
      <rect className="panel" x="162" y="44" width="240" height="28" rx="6" />
      <text x="174" y="62">
        +66 2 555 0100
      </text>
      <text className="faint" x="162" y="98">
        Phone number ID
      </text>
      <text x="162" y="118">
        123456789012345
      </text>
      <rect className="mark" x="154" y="84" width="250" height="44" rx="8" />
      <text className="mark-text" x="416" y="110">
        ← {t('copyThis')}
      </text>
      <text className="faint" x="162" y="156">
        WhatsApp Business Account ID
      </text>
      <text x="162" y="176">
        987654321098765
      </text>
      <rect className="mark" x="154" y="142" width="250" height="44" rx="8" />
      <text className="mark-text" x="416" y="168">
        ← {t('copyThis')}
      </text>
    </svg>
  );
}

/** Where Meta shows the app secret. */
export function SecretSketch() {
  const t = useTexts(connectTexts);
  return (
    <svg className="sketch" viewBox="0 0 560 130" role="img" aria-label={t('sketchSecret')}>
      <title>{t('sketchSecret')}</title>
      <rect className="panel" x="12" y="12" width="130" height="106" rx="8" />
      <text className="faint" x="26" y="38">
        App settings
      </text>
      <text x="36" y="62" fontWeight="700">
        Basic
      </text>
      <text className="faint" x="36" y="84">
        Advanced
      </text>
      <text className="faint" x="162" y="40">
        App ID
      </text>
      <text x="162" y="60">
        67084388743
      </text>
      <text className="faint" x="300" y="40">
        App secret
      </text>
      <text x="300" y="60">
        ••••••••••
      </text>
      <rect className="panel" x="380" y="44" width="52" height="24" rx="6" />
      <text x="390" y="60">
        Show
      </text>
      <rect className="mark" x="290" y="24" width="150" height="54" rx="8" />
      <text className="mark-text" x="300" y="100">
        ↑ {t('copyThis')}
      </text>
    </svg>
  );
}
