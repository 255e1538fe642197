import { ref, watch } from 'vue';

const KEY = 'linli.large-type';

/** Whether this phone shows everything in large type (大字), kept between visits. */
export const largeType = ref(localStorage.getItem(KEY) === 'yes');

watch(
  largeType,
  (large) => {
    localStorage.setItem(KEY, large ? 'yes' : 'no');
    document.documentElement.classList.toggle('large', large);
  },
  { flush: 'sync' },
);
document.documentElement.classList.toggle('large', largeType.value);
