/* The phase of a visit in words. */
import { type Translate, wordOr } from '../../../../app/words.ts'

export const phases = ['draft', 'team-signed', 'submitted', 'accepted', 'returned'] as const
export const phaseText = (_t: Translate, phase: string): string => wordOr(`inspect.phase.${phase}`, phase)
