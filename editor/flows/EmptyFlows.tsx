import { Text, Title } from '@mantine/core';
import { useTexts } from '../lib/language.tsx';
import { beginTexts } from './begin-texts.ts';
import { Gallery } from './Gallery.tsx';
import { Blank } from './NewFlow.tsx';

const NOBODY: ReadonlySet<string> = new Set();

/** The list before there is a flow: how it goes, in pictures, and ways to begin. */
export function EmptyFlows() {
  const t = useTexts(beginTexts);
  return (
    <div className="flows-empty">
      <Title order={2} size="h3">
        {t('emptyTitle')}
      </Title>
      <ol className="plain-list steps">
        <li>
          <Drawing />
          <Text fw={650}>1. {t('stepDraw')}</Text>
          <Text size="sm">{t('stepDrawWhy')}</Text>
        </li>
        <li>
          <Trying />
          <Text fw={650}>2. {t('stepTry')}</Text>
          <Text size="sm">{t('stepTryWhy')}</Text>
        </li>
        <li>
          <Publishing />
          <Text fw={650}>3. {t('stepPublish')}</Text>
          <Text size="sm">{t('stepPublishWhy')}</Text>
        </li>
      </ol>
      <section>
        <Title order={2} size="h4">
          {t('startWith')}
        </Title>
        <Text size="sm" c="dimmed" mb="sm">
          {t('exampleWhy')}
        </Text>
        <Gallery here={NOBODY} />
      </section>
      <Blank />
    </div>
  );
}

/** Three boxes and two lines. */
const Drawing = () => (
  <svg viewBox="0 0 200 90" aria-hidden className="step-picture">
    <path d="M64,45 C84,45 80,22 100,22 M64,45 C84,45 80,68 100,68" className="step-line" />
    <rect x="12" y="30" width="52" height="30" rx="8" fill="var(--group-triggers)" />
    <rect x="100" y="8" width="84" height="28" rx="8" fill="var(--group-talk)" />
    <rect x="100" y="54" width="84" height="28" rx="8" fill="var(--group-people)" />
    <path d="M112,22 h48 M112,68 h36 M24,45 h28" className="step-ink" />
  </svg>
);

/** A question and its answer. */
const Trying = () => (
  <svg viewBox="0 0 200 90" aria-hidden className="step-picture">
    <rect x="86" y="8" width="102" height="28" rx="12" className="step-ours" />
    <rect x="12" y="46" width="128" height="36" rx="12" fill="var(--group-talk)" />
    <path d="M100,22 h72" className="step-ink step-dark" />
    <path d="M26,58 h92 M26,70 h60" className="step-ink" />
  </svg>
);

/** A version that is live, and the ones before. */
const Publishing = () => (
  <svg viewBox="0 0 200 90" aria-hidden className="step-picture">
    <path d="M30,45 H160" className="step-line" />
    <circle cx="34" cy="45" r="9" className="step-old" />
    <circle cx="86" cy="45" r="9" className="step-old" />
    <circle cx="150" cy="45" r="22" fill="var(--group-triggers)" />
    <path d="M140,46 l7,8 l14,-17" className="step-ink step-check" />
  </svg>
);
