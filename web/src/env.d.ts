/// <reference types="vite/client" />

/** As far as pages use it; browsers without it hold no page to its policy. */
interface Window {
  trustedTypes?: {
    createPolicy(
      name: string,
      rules: { createHTML(text: string): string; createScriptURL(url: string): string },
    ): unknown;
  };
}
