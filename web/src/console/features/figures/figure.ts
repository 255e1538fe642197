import type { Indicator } from '../../model';
import { t } from '../../words';

const NUMBER = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });
export const PERCENT = new Intl.NumberFormat('en-US', {
  style: 'percent',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

export function count(n: number): string {
  return NUMBER.format(n);
}

/** The value alone; a rate of nothing is a dash, not nought. */
export function valueInWords(figure: Indicator | undefined): string {
  if (!figure || figure.value === null) return '—';
  if (figure.unit === 'ratio') return PERCENT.format(figure.value);
  return count(figure.value);
}

/** What stands beside a rate: n/m. Nobody can weigh a percentage without it. */
export function partsInWords(figure: Indicator | undefined): string {
  if (!figure || figure.denominator === null) return '';
  const parts = t('figures.of', { n: count(figure.numerator ?? 0), m: count(figure.denominator) });
  return [parts, intervalInWords(figure)].filter(Boolean).join(' ');
}

/** Where the rate of all lies, 19 times in 20, of which this is that of a sample. */
export function intervalInWords({ low, high }: Indicator): string {
  return low === null || high === null ? '' : `(${PERCENT.format(low)}–${PERCENT.format(high)})`;
}

/** A figure by the words `name` and `group`. */
export function keyOf(name: string, group: string | null): string {
  return `${name} ${group ?? ''}`;
}
