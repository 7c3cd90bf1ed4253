import { type PageLanguage, pathTo } from './sign-in-address.ts';
import { SIGN_IN_STYLE } from './sign-in-style.ts';
import { SIGN_IN_TEXTS, type SignInTexts } from './sign-in-texts.ts';

interface SignInPage {
  /** Where to go once signed in. */
  readonly to: string;
  readonly language: PageLanguage;
  /** Before there are users, only the key opens. */
  readonly hasUsers: boolean;
  /** The code of the refusal, if something was refused. */
  readonly refused?: string;
  /** What was written before. */
  readonly email?: string;
}

/** The page that asks who somebody is. It needs no script. */
export function signInPage({ to, language, hasUsers, refused, email }: SignInPage): string {
  const texts = SIGN_IN_TEXTS[language];
  const complaint =
    refused === undefined ? '' : `<p class="bad" role="alert">${complaintOf(texts, refused)}</p>`;
  const isKey = refused === 'wrong-key';
  const action = pathTo('/sign-in', { to: '/', lang: language });
  const form = (fields: string) =>
    `<form method="post" action="${escaped(action)}"><input type="hidden" name="to" value="${escaped(to)}">${fields}</form>`;
  const key = form(`<label for="key">${texts.key}</label>
<input id="key" name="key" type="password" autocomplete="off" required${hasUsers ? '' : ' autofocus'}>
<p class="soft">${texts.keyWhere}</p><button${hasUsers ? ' class="second"' : ''}>${texts.enterByKey}</button>`);
  const account = form(`<label for="email">${texts.email}</label>
<input id="email" name="email" type="email" autocomplete="username" required value="${escaped(email ?? '')}"${email ? '' : ' autofocus'}>
<label for="password">${texts.password}</label>
<input id="password" name="password" type="password" autocomplete="current-password" required${email ? ' autofocus' : ''}>
<button>${texts.signIn}</button>`);
  const other = language === 'th' ? 'en' : 'th';
  const body = hasUsers
    ? `<h1>${texts.signIn}</h1>${complaint}${account}
<details${isKey ? ' open' : ''}><summary>${texts.useKey}</summary>${key}</details>
<p class="soft forgotten">${texts.forgotten}</p>`
    : `<h1>${texts.welcome}</h1><p>${texts.firstTime}</p>${complaint}${key}`;
  const turn = `<a class="language" lang="${other}" href="${escaped(pathTo('/sign-in', { to, lang: other }))}">${SIGN_IN_TEXTS[other].itself}</a>`;
  return page(language, texts.signIn, `${body}${turn}`);
}

/** The page for those who are known, but may not see what they asked for. */
export const notAllowedPage = (language: PageLanguage): string => {
  const texts = SIGN_IN_TEXTS[language];
  return page(
    language,
    texts.notAllowed,
    `<h1>${texts.notAllowed}</h1><p>${texts.notAllowedWhy}</p><a class="button" href="/">${texts.toFlows}</a>`,
  );
};

const page = (language: PageLanguage, title: string, body: string): string => `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="robots" content="noindex">
<link rel="icon" href="data:,"><title>${title} · Sluice</title>
<style>${SIGN_IN_STYLE}</style>
</head>
<body><main>
<p class="name"><svg aria-hidden="true" viewBox="0 0 32 32" width="30" height="30"><rect width="32" height="32" rx="8" fill="#0b6b53"/><path d="M7 11c3-3 6 3 9 0s6 3 9 0M7 17c3-3 6 3 9 0s6 3 9 0M7 23c3-3 6 3 9 0s6 3 9 0" stroke="#fff" stroke-width="2.4" fill="none" stroke-linecap="round"/></svg>Sluice</p>
${body}
</main></body></html>`;

function complaintOf(texts: SignInTexts, code: string): string {
  if (code === 'wrong-key') return texts.wrongKey;
  if (code === 'wrong-sign-in') return texts.wrongSignIn;
  return code === 'account-off' ? texts.accountOff : texts.tooMany;
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
