import { inLanguage } from '@shared/language';
import { stageSchemes, type Stage } from '../../reference';

/** The stages that the lists of this desk are about: its district's, or else the usual ones. */
export function stagesHere(): Stage[] {
  return stageSchemes.value.here;
}

export function stageName(code: string): string {
  const stage = [...stageSchemes.value.here, ...stageSchemes.value.usual].find(
    (known) => known.code === code,
  );
  return stage ? inLanguage(stage.nameZh, stage.nameEn) : code;
}
