/** How the sign-in page looks: it comes without the editor's bundle. */
export const SIGN_IN_STYLE = `
:root{color-scheme:light dark;font-family:system-ui,"Segoe UI",Roboto,"Noto Sans","Noto Sans Thai",sans-serif;line-height:1.55}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;display:grid;place-items:center;padding:1rem;background:light-dark(#f3f6f5,#111816);color:light-dark(#16211e,#e8f0ec)}
main{width:min(26rem,100%);padding:2rem;border-radius:1rem;background:light-dark(#fff,#1a2421);border:1px solid light-dark(#d8e0dd,#33433d);box-shadow:0 12px 40px #0b6b5314}
.name{display:flex;align-items:center;gap:.6rem;margin:0 0 1.5rem;font-weight:750;font-size:1.15rem}
h1{margin:0 0 .5rem;font-size:1.6rem;line-height:1.3}
p{margin:.5rem 0}
label{display:block;font-weight:600;margin:1rem 0 .3rem}
input:not([type=hidden]){width:100%;font:inherit;padding:.65rem .75rem;border:1px solid light-dark(#8a9b95,#7d918a);border-radius:.5rem;background:light-dark(#fff,#111816);color:inherit}
:focus-visible{outline:2px solid light-dark(#0b6b53,#4fd1ac);outline-offset:2px}
button,.button{display:block;margin-top:1.25rem;width:100%;font:inherit;font-weight:650;padding:.7rem;border:1px solid #0b6b53;border-radius:.5rem;background:#0b6b53;color:#fff;cursor:pointer;text-align:center;text-decoration:none}
button:hover,.button:hover{background:#04503d}
button.second{background:transparent;color:light-dark(#0b6b53,#4fd1ac);border-color:currentColor}
details{margin-top:1.5rem;padding-top:1rem;border-top:1px solid light-dark(#d8e0dd,#33433d)}
summary{cursor:pointer;font-weight:600;color:light-dark(#0b6b53,#4fd1ac)}
.soft{color:light-dark(#55655e,#a5b5ae);font-size:.9rem}
.forgotten{margin-top:1rem}
.bad{margin:1rem 0 0;padding:.65rem .8rem;border-radius:.5rem;font-weight:600;color:light-dark(#8f1d16,#ffb4ab);background:light-dark(#fdecea,#3a1d1a)}
.language{display:inline-block;margin-top:1rem;color:light-dark(#0b6b53,#4fd1ac);font-size:.9rem}`;
