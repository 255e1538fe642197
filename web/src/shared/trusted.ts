/**
 * Our pages take no markup from strings (`require-trusted-types-for 'script'`). Libraries that write
 * a word by `innerHTML` may go on, but whatever they write stays text; scripts come from here only.
 */
window.trustedTypes?.createPolicy('default', {
  createHTML: (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
  createScriptURL: (url) => {
    if (new URL(url, location.href).origin !== location.origin) throw new TypeError(url);
    return url;
  },
});

export {};
