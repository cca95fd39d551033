/* What warnings lay on the home page. */
import type { conflictHomeFr } from './screen-home-fr.ts'

export const conflictHomeEn: Record<keyof typeof conflictHomeFr, string> = {
  'warnings.home': '{n|warning to be sorted|warnings to be sorted}',
  'warnings.home.rule': '{late} late, {unanswered} without an answer in time',
}
