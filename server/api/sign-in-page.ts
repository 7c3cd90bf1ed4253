interface SignInPage {
  /** Where to go once signed in. */
  readonly to: string;
  /** The browser's Accept-Language. */
  readonly accepts: string;
  /** The code of the refusal, if a key was refused. */
  readonly refused?: string;
}

/** The small page that asks for the key. It needs no script. */
export function signInPage({ to, accepts, refused }: SignInPage): string {
  const language = /^\s*th\b/i.test(accepts) ? 'th' : 'en';
  const words = WORDS[language];
  const complaint = refused === undefined ? '' : `<p role="alert">${words[toWord(refused)]}</p>`;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><link rel="icon" href="data:,"><title>${words.title} · Sluice</title>
<style>${STYLE}</style>
</head>
<body><main>
<h1>Sluice</h1>
<p>${words.explain}</p>
${complaint}
<form method="post" action="/sign-in">
<input type="hidden" name="to" value="${escaped(to)}">
<label for="key">${words.label}</label>
<input id="key" name="key" type="password" autocomplete="current-password" required autofocus>
<button>${words.title}</button>
</form>
</main></body></html>`;
}

const WORDS = {
  en: {
    title: 'Sign in',
    explain: 'The admin key was shown where Sluice was started. Paste it here once.',
    label: 'Admin key',
    wrong: 'That is not the key of this server.',
    tooMany: 'Too many wrong keys. Wait a few minutes, then try again.',
  },
  th: {
    title: 'เข้าสู่ระบบ',
    explain: 'กุญแจผู้ดูแลแสดงอยู่ในหน้าต่างที่เริ่มโปรแกรม Sluice วางที่นี่เพียงครั้งเดียว',
    label: 'กุญแจผู้ดูแล',
    wrong: 'กุญแจนี้ไม่ใช่ของเซิร์ฟเวอร์นี้',
    tooMany: 'ใส่กุญแจผิดหลายครั้งเกินไป กรุณารอสักครู่แล้วลองใหม่',
  },
} as const;

const toWord = (code: string): 'wrong' | 'tooMany' => (code === 'wrong-key' ? 'wrong' : 'tooMany');

const STYLE = `
:root{color-scheme:light dark;font-family:system-ui,sans-serif;line-height:1.5}
body{margin:0;min-height:100vh;display:grid;place-items:center;background:light-dark(#f1f5f4,#101715);color:light-dark(#16211e,#e6efec)}
main{width:min(24rem,100vw - 2rem);box-sizing:border-box;padding:2rem;border-radius:1rem;background:light-dark(#fff,#1a2421);box-shadow:0 1px 4px #0003}
h1{margin:0 0 .5rem;color:light-dark(#0b6b53,#4fd1ac)}
label{display:block;font-weight:600;margin:1rem 0 .25rem}
input:not([type=hidden]){width:100%;box-sizing:border-box;font:inherit;padding:.6rem .75rem;border:1px solid light-dark(#6b7b76,#8aa39b);border-radius:.5rem;background:transparent;color:inherit}
button{margin-top:1rem;width:100%;font:inherit;font-weight:600;padding:.65rem;border:0;border-radius:.5rem;background:#0b6b53;color:#fff;cursor:pointer}
[role=alert]{color:light-dark(#b3261e,#ffb4ab);font-weight:600}`;

const escaped = (text: string): string => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
