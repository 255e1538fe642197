import { ref, watch } from 'vue';

/** A tracking code that this device remembers, with what it was about. */
export interface RememberedCode {
  code: string;
  caseNo: string;
  what: string;
  at: string;
}

const KEY = 'linli.tracking-codes';
const MOST = 10;

/** What was reported from this device, latest first. It never leaves the device. */
export const remembered = ref<RememberedCode[]>(read());

watch(remembered, (codes) => localStorage.setItem(KEY, JSON.stringify(codes)));
window.addEventListener('storage', ({ key }) => {
  if (key === KEY) remembered.value = read();
});

export function remember(code: RememberedCode): void {
  remembered.value = [code, ...remembered.value.filter((it) => it.code !== code.code)].slice(
    0,
    MOST,
  );
}

export function forget(code: string): void {
  remembered.value = remembered.value.filter((it) => it.code !== code);
}

function read(): RememberedCode[] {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '[]');
  } catch {
    return [];
  }
}
