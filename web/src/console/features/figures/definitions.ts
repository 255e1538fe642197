import { computed, shallowRef } from 'vue';
import { get } from '@shared/api';
import { inLanguage } from '@shared/language';
import type { IndicatorDefinition } from '../../model';

const definitions = shallowRef<IndicatorDefinition[]>([]);
const byName = computed(() => new Map(definitions.value.map((d) => [d.name, d])));

/** What each figure means, in the words of the register that computes it. */
export async function loadDefinitions(): Promise<void> {
  if (definitions.value.length > 0) return;
  definitions.value = await get<IndicatorDefinition[]>('/api/v1/indicators/definitions');
}

export function definitionOf(name: string): IndicatorDefinition | undefined {
  return byName.value.get(name);
}

export function indicatorLabel(name: string): string {
  const definition = byName.value.get(name);
  return definition ? inLanguage(definition.labelZh, definition.labelEn) : name;
}
