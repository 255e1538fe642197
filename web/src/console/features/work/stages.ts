import { t, zh } from '../../words';

export type Stage = keyof typeof zh.stage;

export const STAGES = Object.keys(zh.stage) as Stage[];

export function stageName(stage: string): string {
  return stage in zh.stage ? t(`stage.${stage as Stage}`) : stage;
}
